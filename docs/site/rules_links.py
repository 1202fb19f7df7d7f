# SPDX-License-Identifier: BSL-1.0
"""Sections of the rules and of other pages, as comments and docstrings name them, as links."""

import functools
import re

from pages import ROOT

MENTION = re.compile(r"`*docs/rules\.md`*,\s+sections?\s+(?P<numbers>\d+(?:(?:,| and| to)\s+\d+)*)")
NAMED = re.compile(r"`*docs/(?P<page>[a-z-]+)\.md`*,\s+(?P<title>[A-Z][A-Za-z ]+)")
PAGE = re.compile(r"`*docs/(?P<page>[a-z-]+)\.md\b`*")
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
    """`docs/rules.md, sections 5 and 8` with a link at each number, `docs/whatif.md, Impact` with one
    at the title; pages lie two folders deep."""
    text = MENTION.sub(_linked, text)
    text = NAMED.sub(_named, text)
    return PAGE.sub(_page, text)


def _named(match: re.Match[str]) -> str:
    page, title = match["page"], match["title"].rstrip()
    if f"\n## {title}\n" not in (ROOT / f"docs/{page}.md").read_text(encoding="utf-8"):
        raise SystemExit(f"docs: docs/{page}.md has no section {title!r}: {match[0]}")
    anchor = title.lower().replace(" ", "-")
    return f":doc:`/docs/{page}`, section `{title} <../../docs/{page}.html#{anchor}>`__"


def _page(match: re.Match[str]) -> str:
    return f":doc:`/docs/{match['page']}`"


def _linked(match: re.Match[str]) -> str:
    def link(number: re.Match[str]) -> str:
        anchor = anchors().get(number[0])
        if anchor is None:
            raise SystemExit(f"docs: docs/rules.md has no section {number[0]}: {match[0]}")
        return f"`{number[0]} <../../docs/rules.html#{anchor}>`__"

    numbers = re.sub(r"\d+", link, match["numbers"])
    words = "sections" if len(re.findall(r"\d+", match["numbers"])) > 1 else "section"
    return f":doc:`the rules </docs/rules>`, {words} {numbers}"
