# SPDX-License-Identifier: BSL-1.0
"""Docstrings in the manner of NumPy, as reStructuredText.

A parameter stands as ``name : what it is``, where types are those of the signature.
"""

import re
from collections.abc import Iterator

import rules_links

SIGNATURE = re.compile(r"\A\w+\(.*\)( -> .*)?(?:\n+(?:Overloaded function\.\n+)?|\Z)")
SECTION = re.compile(r"^(Parameters|Raises|Returns|Yields|Notes|Examples)\n-+\n", re.M)
FIELDS = {"Parameters": "param", "Raises": "raises", "Returns": "returns", "Yields": "yields"}


def without_signature(text: str) -> str:
    """A docstring of something compiled begins with its signature, which the stub says better."""
    return SIGNATURE.sub("", text)


def parameters(text: str) -> dict[str, str]:
    """What a docstring says of each parameter."""
    _, *rest = SECTION.split(text)
    sections = dict(zip(rest[::2], rest[1::2], strict=True))
    entries, _ = cut(sections.get("Parameters", ""))
    found = {}
    for lines in entries:
        head, _, words = lines[0].partition(" : ")
        found |= dict.fromkeys(names(head), " ".join([words, *lines[1:]]).strip())
    return found


def without_parameters(text: str) -> str:
    head, *rest = SECTION.split(text)
    parts = [head]
    for section, body in zip(rest[::2], rest[1::2], strict=True):
        if section == "Parameters":
            parts.append(cut(body)[1])
        else:
            parts.append(f"{section}\n{'-' * len(section)}\n{body}")
    return "\n\n".join(part.strip() for part in parts if part.strip())


def in_rst(text: str) -> str:
    head, *rest = SECTION.split(without_signature(text).strip())
    parts = [head.rstrip()]
    for section, body in zip(rest[::2], rest[1::2], strict=True):
        if section not in FIELDS:
            parts.append(body.strip())
            continue
        fields, after = cut(body)
        parts.append("\n".join(field(section, words) for words in fields))
        parts.append(after)
    return rules_links.with_links("\n\n".join(part for part in parts if part)) + "\n"


def cut(body: str) -> tuple[list[list[str]], str]:
    """The entries of a section, each as its lines, and what stands after them."""
    entries: list[list[str]] = []
    lines = body.strip("\n").splitlines()
    for number, line in enumerate(lines):
        if not line.strip() and not continues(lines[number + 1 :]):
            return entries, "\n".join(lines[number:]).strip()
        if line.strip() and not line.startswith(" "):
            entries.append([line])
        elif entries:
            entries[-1].append(line.strip())
    return entries, ""


def continues(lines: list[str]) -> bool:
    """Whether a section goes on after an empty line: with an entry, not with text or an example."""
    return bool(lines) and bool(re.match(r"\w+( : |$)|    ", lines[0]))


def field(section: str, lines: list[str]) -> str:
    head, _, words = lines[0].partition(" : ")
    body = " ".join(part for part in [words, *lines[1:]] if part)
    role = FIELDS[section]
    if section in ("Returns", "Yields"):
        return f":{role}: {' '.join(lines)}"
    return "\n".join(f":{role} {name}: {body}" for name in names(head))


def names(head: str) -> Iterator[str]:
    """`title, issuer : text` is of two parameters."""
    yield from (name.strip().replace("*", "\\*") for name in head.split(","))
