# SPDX-License-Identifier: BSL-1.0
"""The order of the pages in the site.

An entry is a page, or a pattern for pages that may or may not be there. Pages of docs/ that no
entry names stand under "How to", so that none is lost.
"""

from fnmatch import fnmatch

REST = "docs/*.md"

SECTIONS: list[tuple[str, list[str]]] = [
    ("Tutorial", ["docs/tutorial.md*", "docs/tutorial*.md"]),
    (
        "How to",
        [
            "docs/python.md",
            "docs/tables.md",
            "docs/reading/README.md",
            "docs/report.md",
            "docs/plots.md",
            "docs/notebooks.md",
            "docs/whatif.md",
            "docs/schedule.md",
            "docs/check.md",
            "docs/live.md",
            "docs/graph.md",
            REST,
            "docs/howto/*.md",
            "docs/how-to/*.md",
        ],
    ),
    ("When a number looks wrong", ["docs/wrong-number*.md"]),
    ("Concepts", ["docs/rules.md", "docs/wordings.md", "docs/glossary.md"]),
    (
        "Reference",
        [
            "reference/python/index",
            "reference/cpp/index",
            "reference/command-line",
            "docs/formats.md",
            "reference/schema/index",
            "docs/checks/README.md",
        ],
    ),
    ("Examples", ["examples/*/README.md"]),
    (
        "The project",
        [
            "docs/performance.md",
            "docs/testing.md",
            "docs/decisions/index",
            "CHANGELOG.md",
        ],
    ),
]

#: Pages of a folder, beneath its index.
BENEATH = {
    "docs/reading/README.md": "docs/reading/*.md",
    "docs/checks/README.md": "docs/checks/*.md",
    "docs/testing.md": "tests/**.md",
}


def is_direct(page: str, pattern: str) -> bool:
    return fnmatch(page, pattern) and page.count("/") == pattern.count("/")


def sections(pages: list[str]) -> list[tuple[str, list[str]]]:
    """Headings with the pages beneath them: each page once, and every page of docs/."""
    others = [entry for _, entries in SECTIONS for entry in entries if entry != REST]
    taken: set[str] = set()
    result = []
    for heading, entries in SECTIONS:
        found: list[str] = []
        for entry in entries:
            fitting = [page for page in fits(entry, pages) if page not in taken]
            if entry == REST:
                fitting = [p for p in fitting if not any(is_direct(p, other) for other in others)]
            found += fitting
            taken.update(fitting)
        if found:
            result.append((heading, found))
    return result


def fits(entry: str, pages: list[str]) -> list[str]:
    """The pages of an entry; those that are made at the build have no ending."""
    if "*" in entry:
        return [page for page in sorted(pages) if is_direct(page, entry)]
    if entry.endswith(".md") and entry not in pages:
        raise SystemExit(f"docs: the navigation names {entry}, which is not there")
    return [entry]


def toctree(pages: list[str], caption: str = "", hidden: bool = True) -> str:
    options = [f":caption: {caption}"] if caption else []
    options += [":hidden:"] if hidden else []
    entries = ["/" + page.removesuffix(".md") for page in pages]
    return "\n".join(["", "```{toctree}", *options, "", *entries, "```", ""])


def with_toctrees(texts: dict[str, str]) -> None:
    """Adds its table of contents to the start page and to the index of each folder."""
    pages = sorted(texts)
    for heading, found in sections(pages):
        texts["index.md"] += toctree(found, heading)
    for index, pattern in BENEATH.items():
        texts[index] += toctree(beneath(pages, index, pattern))


def beneath(pages: list[str], index: str, pattern: str) -> list[str]:
    fits = fnmatch if "**" in pattern else is_direct
    return [page for page in pages if fits(page, pattern) and page != index]
