# SPDX-License-Identifier: BSL-1.0
"""Markup: what is not `Html` already is escaped, whatever it holds."""

from collections.abc import Iterable
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from string import Template

#: Control characters have no place in a page; a line break is a space.
_PLAIN = dict.fromkeys([*range(32), *range(127, 160)], " ")
#: Longer texts are shown by their beginning, the whole one unfolds.
_MOST = 120
#: Marks that turn the direction of what follows; where nothing isolates them they are left out.
_TURNS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


class Html(str):
    """Markup that is safe as it stands."""

    __slots__ = ()


def clean(text: object) -> Html:
    """Text as markup; markup as it is."""
    return text if isinstance(text, Html) else Html(escape(str(text).translate(_PLAIN)))


def tag(name: str, *content: object, **attributes: object) -> Html:
    """An element: `class_` is its class, `data_x` its data-x; attributes that are None are left out."""
    return Html(f"{void(name, **attributes)}{joined(content)}</{name}>")


def void(name: str, **attributes: object) -> Html:
    """An element that holds nothing."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{clean(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{written}>")


def joined(parts: Iterable[object]) -> Html:
    """Parts one after another."""
    return Html("".join(clean(part) for part in parts))


def words(text: str, lang: str | None = None, most: int = _MOST) -> Html:
    """Somebody's text, isolated from the direction of ours; a very long one unfolds."""
    if len(text) <= most:
        return tag("bdi", text, lang=lang)
    return tag(
        "details", tag("summary", short(text, lang)), tag("bdi", text, lang=lang), class_="long"
    )


def short(text: str, lang: str | None = None) -> Html:
    """Somebody's text where nothing can unfold, such as in a link."""
    if len(text) <= _MOST:
        return tag("bdi", text, lang=lang)
    return tag("bdi", text[: _MOST - 1] + "…", lang=lang)


def plain(text: str) -> Html:
    """Somebody's text where there can be no elements, such as the title of a window."""
    return clean(text[:_MOST].translate(_TURNS))


@cache
def template(name: str) -> "Template":
    """A file of the templates."""
    from importlib.resources import files
    from string import Template

    return Template((files(__package__) / "templates" / name).read_text("utf-8"))
