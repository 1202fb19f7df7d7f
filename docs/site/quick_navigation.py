# SPDX-License-Identifier: BSL-1.0
"""The navigation of a page, from titles alone.

Sphinx makes it for each page from the contents of all pages, with every member of every class, and
leaves out afterwards what is no title: two thirds of the time of a build.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

from sphinx import addnodes
from sphinx.environment import BuildEnvironment


def entries(
    environment: BuildEnvironment, page: str
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The tables of contents that stand in a page: caption, and each page beneath with its title."""
    for tree in environment.tocs[page].findall(addnodes.toctree):
        found = []
        for title, below in tree["entries"]:
            if below in environment.titles:
                found.append((title or environment.titles[below].astext(), below))
        yield tree.get("caption") or "", found


class Navigation:
    """The tree as HTML, as it is seen from one page."""

    def __init__(self, environment: BuildEnvironment, page: str, address: Any) -> None:
        self._environment, self._page, self._address = environment, page, address

    def html(self, root: str) -> str:
        parts = []
        for caption, found in entries(self._environment, root):
            words = f'<span class="caption-text">{escape(caption)}</span>'
            parts += (
                [f'<p class="caption" role="heading" aria-level="2">{words}</p>'] if caption else []
            )
            parts.append(self._list(found, 1)[0])
        return "".join(parts)

    def _list(self, found: list[tuple[str, str]], depth: int) -> tuple[str, bool]:
        """Entries with what is beneath them, and whether the page is one of them."""
        items, has_page = "", False
        for title, page in found:
            below = [pair for _, pairs in entries(self._environment, page) for pair in pairs]
            inner, is_within = self._list(below, depth + 1) if below else ("", False)
            is_current = page == self._page or is_within
            has_page |= is_current
            mark = " current" if is_current else ""
            address = "#" if page == self._page else escape(self._address(page))
            link = f'<a class="reference internal{mark}" href="{address}">{escape(title)}</a>'
            items += f'<li class="toctree-l{depth}{mark}">{link}{inner}</li>'
        start = '<ul class="current">' if has_page else "<ul>"
        return f"{start}{items}</ul>", has_page


def replace_tree(app: Any, page: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    if "toctree" not in context:
        return

    def address(other: str) -> str:
        return app.builder.get_relative_uri(page, other)

    html = Navigation(app.env, page, address).html(app.config.root_doc)
    context["toctree"] = lambda **_options: html


def setup(app: Any) -> dict[str, bool]:
    # Before the theme, which turns the tree into its own.
    app.connect("html-page-context", replace_tree, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
