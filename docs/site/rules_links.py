# SPDX-License-Identifier: BSL-1.0
"""Names of sections of the rules, as comments and docstrings have them, as links to them."""

import functools
import re

from pages import ROOT

MENTION = re.compile(r"`*docs/rules\.md`*,\s+sections?\s+(?P<numbers>\d+(?:(?:,| and| to)\s+\d+)*)")
HEADING = re.compile(r"^## (?P<number>\d+)\. (?P<title>.+)$", re.M)


@functools.cache
def anchors() -> dict[str, str]:
    """The anchor of each section, as a forge and MyST make it of its heading."""
    text = (ROOT / "docs/rules.md").read_text(encoding="utf-8")
    found = {}
    for match in HEADING.finditer(text):
        words = f"{match['number']}. {match['title']}".lower()
        found[match["number"]] = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
    return found


def with_links(text: str) -> str:
    """`docs/rules.md, sections 5 and 8` with a link at each number; pages lie two folders deep."""
    return MENTION.sub(_linked, text)


def _linked(match: re.Match[str]) -> str:
    def link(number: re.Match[str]) -> str:
        anchor = anchors().get(number[0])
        if anchor is None:
            raise SystemExit(f"docs: docs/rules.md has no section {number[0]}: {match[0]}")
        return f"`{number[0]} <../../docs/rules.html#{anchor}>`__"

    numbers = re.sub(r"\d+", link, match["numbers"])
    words = "sections" if len(re.findall(r"\d+", match["numbers"])) > 1 else "section"
    return f":doc:`the rules </docs/rules>`, {words} {numbers}"
