# SPDX-License-Identifier: BSL-1.0
"""The reference of the Python package: every public name, with its signature and docstring.

Signatures are those of the stub (of what is compiled) and of the sources; docstrings are those of
the package as it runs.
"""

import inspect
from collections.abc import Iterator
from dataclasses import replace

import jinjiang
from docstrings import in_rst, parameters, without_parameters
from python_groups import GROUPS, Group
from python_signatures import Member, members_of, signature_of

HEAD = """\
{title}
{line}

{words}

.. py:currentmodule:: jinjiang
"""

INDEX = """\
Python API
==========

``import jinjiang as jj``. Names not listed here, and names that begin with an underscore, may
change from one version to the next.

* **Dates** are ``datetime.date``, or texts such as ``2024-06-30``; every date means the whole day.
* **Shares** (attainment, expected, coverage, those of profiles) are fractions from 0 to 1; progress
  and pace are fractions without bounds. What is missing is ``None``, never 0 or NaN.
* **Values** are ``float`` in the unit that stands beside them.
* **Enumerations** are texts: ``result.status == "at_risk"`` holds. Where one is asked for, its text
  will do.
* **Errors** about units, targets, plans, observations and formats are :py:class:`jinjiang.Error`,
  which is a ``ValueError``; an unknown id is :py:class:`jinjiang.UnknownIdError`, a ``KeyError``.
  Everywhere a text that is no date is a :py:class:`jinjiang.FormatError`, a word that an enumeration
  does not have an :py:class:`jinjiang.Error`, and a value of another kind a ``TypeError`` that names
  the argument.
* **Files**: a ``Source`` is a path (``-`` is standard input) or an object with a method ``read``, a
  ``Sink`` a path (``-`` is standard output) or an object with a method ``write``.
* Where a value comes from a formula, the formula is in :doc:`/docs/rules`.

Names
-----

{groups}

.. toctree::
   :hidden:

{entries}
"""


def pages() -> dict[str, str]:
    result = {}
    for group in GROUPS:
        parts = [HEAD.format(title=group.title, line="=" * len(group.title) * 2, words=group.words)]
        parts += [entry(name) for name in group.names]
        result[f"reference/python/{group.page}.rst"] = "\n".join(parts)
    entries = "\n".join(f"   {group.page}" for group in GROUPS)
    groups = "\n".join(listed(group) for group in GROUPS)
    result["reference/python/index.rst"] = INDEX.format(entries=entries, groups=groups)
    return result


def listed(group: Group) -> str:
    """A page with the names that it has."""
    links = [f":py:obj:`~jinjiang.{name.rpartition('.')[2]}`" for name in group.names]
    return f"* :doc:`{group.page}`: {', '.join(links)}"


def entry(name: str) -> str:
    """A public name as directives of Sphinx."""
    value = public(name)
    if inspect.isclass(value):
        return "\n".join(of_class(name, value))
    if callable(value):
        lines = directive("function", name, signature_of(value))
        return "\n".join([*lines, *indented(in_rst(inspect.getdoc(value) or ""))])
    return "\n".join([f".. py:data:: {name}", "   :type: str", "", "   Of the package.", ""])


def public(name: str) -> object:
    value = jinjiang
    for part in name.split("."):
        value = getattr(value, part)
    return value


def of_class(name: str, cls: type) -> Iterator[str]:
    members = members_with_words(cls)
    made = [member for member in members if member.name == "__init__"]
    short = name.rpartition(".")[2]
    yield from directive("class", short, made[0].signatures if made else [""])
    bases = [base for base in cls.__bases__ if base.__name__ not in ("object", "pybind11_object")]
    if bases:
        yield f"   Bases: {', '.join(base_name(base) for base in bases)}"
        yield ""
    doc = inspect.getdoc(cls) or ""
    has_fields = any(member.is_field for member in members)
    yield from indented(in_rst(without_parameters(doc) if has_fields else doc))
    if made and made[0].doc:
        yield from indented(in_rst(made[0].doc))
    operations = [member.operation for member in members if member.operation]
    if operations:
        yield f"   Also: {', '.join(operations)}."
        yield ""
    named = [member for member in members if not member.operation and member.name != "__init__"]
    for member in sorted(named, key=lambda member: member.role == "method"):
        yield from indented("\n".join(of_member(member)))


def members_with_words(cls: type) -> list[Member]:
    """The members of a class; fields have the words that the docstring of the class has of them."""
    words = parameters(inspect.getdoc(cls) or "")
    return [
        replace(member, doc=words[member.name])
        if member.is_field and not member.doc and member.name in words
        else member
        for member in members_of(cls)
    ]


def base_name(base: type) -> str:
    if base.__name__ in jinjiang.__all__:
        return f":py:class:`{base.__name__}`"
    return f"``{base.__name__}``"


def of_member(member: Member) -> Iterator[str]:
    yield from directive(member.role, member.name, member.signatures, member.options)
    yield from indented(in_rst(member.doc))


def directive(
    role: str, name: str, signatures: list[str], options: tuple[str, ...] = ()
) -> Iterator[str]:
    head = f".. py:{role}:: "
    yield ""
    for number, signature in enumerate(signatures):
        yield (head if number == 0 else " " * len(head)) + name + signature
    yield from (f"   {option}" for option in options)
    yield ""


def indented(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield f"   {line}" if line else ""
    yield ""
