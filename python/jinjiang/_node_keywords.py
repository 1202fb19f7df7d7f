# SPDX-License-Identifier: BSL-1.0
"""The keywords of every node, and the one form that the extension takes them in."""

from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

from ._arguments import in_words
from ._types import Day

Link = str | tuple[Any, ...] | Mapping[str, Any]
Links = Link | Iterable[Link]


class NodeKeywords(TypedDict, total=False):
    """Keywords of every node.

    Parameters
    ----------
    part_of : id of a goal, or several; each also ``(id, weight)``, ``(id, weight, veto)`` or
        a mapping with goal, weight and veto; weight 1e-100 to 1e100, default 1
    depends_on : id of a predecessor, or several; each also ``(id, type, lag, assumption)`` or
        a mapping with predecessor, type, lag and assumption; type FS (default), SS, FF or SF,
        lag in days, may be negative
    owner : lead unit 牵头单位
    supporting : supporting units 配合单位
    start, due : dates; default the plan's
    lifecycle : draft, active (default), suspended, done or cancelled
    tags : words of your own, one or several
    note : free text
    source : mapping with some of document, section, begin and end
    extensions : mapping of keys of your own, which begin with x-, and values that JSON has;
        ``{"x-silence": [...]}`` names findings of `Plan.check` that are meant
    """

    part_of: Links
    depends_on: Links
    owner: str
    supporting: str | Iterable[str]
    start: Day
    due: Day
    lifecycle: str
    tags: str | Iterable[str]
    source: Mapping[str, Any]
    note: str
    extensions: Mapping[str, Any]


def options_of(keywords: NodeKeywords, **others: Any) -> dict[str, Any]:
    """The keywords of a node in the one form that the extension takes."""
    known = NodeKeywords.__annotations__
    for key in keywords:
        if key not in known:
            names = ", ".join([*others, *known])
            raise TypeError(f"unexpected keyword {key!r}; there are {names}")
    options = given(**others, **keywords)
    if "part_of" in options:
        options["part_of"] = [_part(link) for link in _several("part_of", options["part_of"])]
    if "depends_on" in options:
        options["depends_on"] = [
            _dependency(link) for link in _several("depends_on", options["depends_on"])
        ]
    if "extensions" in options:
        options["extensions"] = in_json(options["extensions"])
    for key in ("profile", "rule", "source"):
        if isinstance(options.get(key), Mapping):
            options[key] = dict(options[key])
    for key in ("supporting", "tags"):
        if key in options:
            options[key] = _texts(key, options[key])
    return options


def in_json(extensions: Any) -> list[tuple[Any, str]]:
    if not isinstance(extensions, Mapping):
        raise TypeError(f"extensions: expected a mapping, found {in_words(extensions)}")
    import json

    # As the reader of files keeps them, so that a plan is equal to what is read of its file.
    writer = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        return [(key, writer.encode(value)) for key, value in extensions.items()]
    except (TypeError, ValueError) as error:
        raise TypeError(f"extensions: expected values that JSON has: {error}") from None


def _texts(name: str, value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, Iterable):
        raise TypeError(f"{name}: expected a text or texts, found {in_words(value)}")
    return list(value)


def _several(name: str, links: Links) -> list[Link]:
    if isinstance(links, (str, tuple, Mapping)):
        return [links]
    if not isinstance(links, Iterable):
        raise TypeError(f"{name}: cannot take {links!r}; give an id, a tuple or a mapping")
    return list(links)


def _filled(name: str, link: Link, defaults: tuple[Any, ...]) -> tuple[Any, ...]:
    """A link in full: what is left out of a text or tuple is the default."""
    parts = (link,) if isinstance(link, str) else tuple(link)
    if not 1 <= len(parts) <= len(defaults):
        raise TypeError(f"{name}: expected 1 to {len(defaults)} values, found {link!r}")
    return (*parts, *defaults[len(parts) :])


def _part(link: Link) -> tuple[Any, ...]:
    if isinstance(link, Mapping):
        _check_keys("part_of", link, ("goal", "weight", "veto"))
        return link["goal"], link.get("weight", 1.0), link.get("veto", False)
    return _filled("part_of", link, ("", 1.0, False))


def _dependency(link: Link) -> tuple[Any, ...]:
    if isinstance(link, Mapping):
        _check_keys("depends_on", link, ("predecessor", "type", "lag", "assumption"))
        defaults = {"type": "FS", "lag": 0, "assumption": ""}
        return (link["predecessor"], *(link.get(key, value) for key, value in defaults.items()))
    return _filled("depends_on", link, ("", "FS", 0, ""))


def _check_keys(name: str, link: Mapping[str, Any], known: tuple[str, ...]) -> None:
    unknown = [key for key in link if key not in known]
    if unknown or known[0] not in link:
        raise TypeError(f"{name}: expected a mapping with {', '.join(known)}, found {dict(link)!r}")


def given(**options: Any) -> dict[str, Any]:
    """What is not None."""
    return {key: value for key, value in options.items() if value is not None}
