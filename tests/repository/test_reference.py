# SPDX-License-Identifier: BSL-1.0
"""The reference of the package has every public name, and each says what it is."""

import inspect

import docstrings
import jinjiang
import navigation
import pages
import pytest
import python_reference
from python_groups import GROUPS

NAMES = [name for group in GROUPS for name in group.names]
CLASSES = [name for name in NAMES if inspect.isclass(python_reference.public(name))]


def test_every_public_name_has_its_place_once():
    assert set(jinjiang.__all__) - set(NAMES) == set()
    assert len(NAMES) == len(set(NAMES))


def said_of(name):
    """Members of a class, each with what the reference says of it."""
    cls = python_reference.public(name)
    return {member.name: member for member in python_reference.members_with_words(cls)}


def test_the_members_of_every_class_are_those_that_it_has():
    for name in CLASSES:
        cls = python_reference.public(name)
        public = {
            member
            for base in cls.__mro__
            if base.__module__.startswith("jinjiang")
            for member in vars(base)
            if not member.startswith("_")
        }
        assert public - set(said_of(name)) == set(), name


@pytest.mark.parametrize("name", [name for name in NAMES if name != "__version__"])
def test_a_public_name_has_a_docstring(name):
    value = python_reference.public(name)
    text = docstrings.without_signature(inspect.getdoc(value) or "")
    assert text.strip() != ""
    if name in CLASSES:
        silent = [
            member.name
            for member in said_of(name).values()
            if not member.doc and not member.operation and not member.is_made and not member.value
        ]
        assert silent == []


def test_parameters_are_those_of_the_signature():
    """Who is told of a parameter can give it."""
    for name in NAMES:
        value = python_reference.public(name)
        if not inspect.isclass(value) and callable(value):
            told = docstrings.parameters(inspect.getdoc(value) or "")
            signatures = " ".join(python_reference.signature_of(value))
            assert [word for word in told if word.strip("\\*") not in signatures] == [], name


def test_every_page_is_in_the_navigation_once():
    places = [pages.place_of(page) for page in pages.pages()]
    shown = [page for _, found in navigation.sections(places) for page in found]
    for index, pattern in navigation.BENEATH.items():
        shown += navigation.beneath(places, index, pattern)
    assert len(shown) == len(set(shown))
    left_out = {page for page in places if page not in shown and page != "index.md"}
    assert {page for page in left_out if not page.startswith("docs/decisions/")} == set()
