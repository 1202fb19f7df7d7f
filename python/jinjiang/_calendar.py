# SPDX-License-Identifier: BSL-1.0
"""Calendars as dicts and JSON documents."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from . import _core
from ._errors import Error, FormatError
from ._types import Source

_FORMAT = "jinjiang-calendar"
_KEYS = ("format", "version", "name", "weekend", "off", "on", "covered", "sources")


def to_dict(self: "_core.Calendar") -> dict[str, Any]:
    """As a dict that JSON takes: the form that `from_dict` and `load` read."""
    document: dict[str, Any] = {"format": _FORMAT, "version": 1, "name": self.name}
    document["weekend"] = [str(day) for day in self.weekend]
    document["off"] = _spans(self.off)
    document["on"] = [day.isoformat() for day in self.on]
    if self.covered:
        first, last = self.covered
        document["covered"] = {"start": first.isoformat(), "end": last.isoformat()}
    document["sources"] = list(self.sources)
    return document


def from_dict(document: Mapping[str, Any]) -> "_core.Calendar":
    """A calendar from a dict as in JSON.

    Parameters
    ----------
    document : ``weekend``: days of the week; ``off``, ``on``: dates, or spans such as
        ``2024-10-01/2024-10-07``; ``covered``: ``start`` and ``end``; ``name``; ``sources``. All
        of it may be left out.

    Raises
    ------
    Error
        A key is unknown, a value is of another kind, or the days contradict each other.
    """
    if not isinstance(document, Mapping):
        raise Error(f"calendar: expected a mapping, found {type(document).__name__}")
    for key in document:
        if key not in _KEYS and not str(key).startswith("x-"):
            raise Error(f"calendar: unknown key {key!r}; it takes {', '.join(_KEYS)}")
    if document.get("format", _FORMAT) != _FORMAT:
        raise Error(f'calendar: format: expected "{_FORMAT}", found {document["format"]!r}')
    if document.get("version", 1) != 1:
        raise Error(f"calendar: version: expected 1, found {document['version']!r}")
    covered = document.get("covered")
    if covered is not None:
        if not isinstance(covered, Mapping) or set(covered) != {"start", "end"}:
            raise Error(f"calendar: covered: expected start and end, found {covered!r}")
        covered = (_day("covered", covered["start"]), _day("covered", covered["end"]))
    return _core.Calendar(
        weekend=_texts(document, "weekend"),
        off=_days(document, "off"),
        on=_days(document, "on"),
        name=document.get("name", ""),
        covered=covered,
        sources=_texts(document, "sources"),
    )


def load(source: Source) -> "_core.Calendar":
    """A calendar from a JSON file.

    Parameters
    ----------
    source : a path (``-`` is standard input), or an object with a method `read`

    Raises
    ------
    OSError
        The file cannot be read.
    FormatError
        It is not JSON, or no calendar.
    """
    import json

    content = source.read() if hasattr(source, "read") else _core.read_file(source)
    name = "" if hasattr(source, "read") else "<stdin>" if source == "-" else str(source)
    place = f"{name}: " if name else ""
    try:
        document = json.loads(content)
    except ValueError as error:
        raise FormatError(f"{place}a calendar is JSON, and this is not: {error}") from error
    try:
        return from_dict(document)
    except Error as error:
        raise FormatError(f"{place}{error}") from error


def _texts(document: Mapping[str, Any], key: str) -> list[str]:
    texts = document.get(key, [])
    if not isinstance(texts, (list, tuple)) or not all(isinstance(text, str) for text in texts):
        raise Error(f"calendar: {key}: expected a list of texts, found {texts!r}")
    return list(texts)


def _days(document: Mapping[str, Any], key: str) -> list[date]:
    days: list[date] = []
    entries = document.get(key, [])
    if not isinstance(entries, (list, tuple)):
        raise Error(f"calendar: {key}: expected a list of dates, found {entries!r}")
    for entry in entries:
        if isinstance(entry, str) and "/" in entry:
            first, last = (_day(key, part) for part in entry.split("/", 1))
            if last < first:
                raise Error(f"calendar: {key}: the span {entry!r} ends before it begins")
            days += [first + timedelta(n) for n in range((last - first).days + 1)]
        else:
            days.append(_day(key, entry))
    return days


def _day(key: str, value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Error(
            f"calendar: {key}: expected a date such as 2024-10-01, or a span such as "
            f"2024-10-01/2024-10-07, found {value!r}"
        ) from None


def _spans(days: list[date]) -> list[str]:
    """Days that follow each other as one span."""
    spans: list[list[date]] = []
    for day in days:
        if spans and day - spans[-1][-1] == timedelta(1):
            spans[-1].append(day)
        else:
            spans.append([day])
    return [
        span[0].isoformat() if len(span) == 1 else f"{span[0].isoformat()}/{span[-1].isoformat()}"
        for span in spans
    ]
