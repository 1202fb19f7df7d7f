# SPDX-License-Identifier: BSL-1.0
"""The reference says of every public function, method and constructor what it takes and raises."""

import ast
import builtins
import inspect
import re

import docstrings
import jinjiang
import pytest
import python_reference
from python_groups import GROUPS

NAMES = [name for group in GROUPS for name in group.names if name != "__version__"]


def taken(signatures):
    """The parameters of a call, over all its overloads."""
    found = {}
    for signature in signatures:
        arguments = ast.parse(f"def call{signature or '()'}: ...").body[0].args
        places = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        rest = [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
        found |= dict.fromkeys(argument.arg for argument in [*places, *rest])
    return list(found)


def calls(name):
    """What can be called of a public name: its place, its parameters and what is said of it."""
    value = python_reference.public(name)
    if not inspect.isclass(value):
        yield name, taken(python_reference.signature_of(value)), inspect.getdoc(value) or ""
        return
    members = python_reference.members_with_words(value)
    fields = [member.name for member in members if member.is_field]
    for member in members:
        if member.is_made:
            words = f"{inspect.getdoc(value) or ''}\n\n{member.doc}"
            yield name, taken(member.signatures) or fields, words
        elif member.role == "method" and not member.operation:
            yield f"{name}.{member.name}", taken(member.signatures), member.doc


def told(words):
    return [name.lstrip("\\*") for name in docstrings.parameters(words)]


CALLS = [
    pytest.param(parameters, words, id=place)
    for name in NAMES
    for place, parameters, words in calls(name)
]


@pytest.mark.parametrize(("parameters", "words"), CALLS)
def test_every_parameter_is_told_of(parameters, words):
    assert sorted(told(words)) == sorted(parameters)


@pytest.mark.parametrize(("parameters", "words"), CALLS)
def test_what_is_raised_can_be_caught(parameters, words):
    del parameters
    for body in re.findall(r"^Raises\n-+\n(.*?)(?=\n\n\S|\Z)", words, re.S | re.M):
        for names in re.findall(r"^\S.*$", body, re.M):
            for name in names.split(", "):
                error = getattr(jinjiang, name, None) or getattr(builtins, name, None)
                assert inspect.isclass(error), name
                assert issubclass(error, Exception), name
