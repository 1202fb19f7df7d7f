# SPDX-License-Identifier: BSL-1.0
"""Readings in cells, both ways: 1600, 8.3%（初步）, 已完成投资3200万元, 未启动."""

import re
from datetime import date
from typing import Any, NamedTuple

from .. import _core
from .._errors import Error, FormatError
from .clauses import About, told_in
from .grid import plain
from .targets import quantity_of

_STAGES = {"estimate": "预计", "provisional": "初步"}
_SPANS = {"per_period": "当期"}


class Value(NamedTuple):
    """A number with its unit, its stage where words tell one, and whether words stand around it."""

    number: float
    unit: str
    is_among_words: bool = False
    stage: str = ""


def value_in(text: str, unit: str, about: About) -> Value | None:
    """The one number of a cell that is a reading of the target by its day; None without one."""
    found = quantity_of(text)
    if found is not None:
        number, own = found
        return _fitting(Value(number, own or unit), about.target)
    fitting = {
        value
        for one in told_in(text, about)
        if (value := _fitting(Value(one.value, one.unit, True, one.stage), about.target))
    }
    return fitting.pop() if len(fitting) == 1 else None


def _fitting(value: Value, target: "_core.Target | None") -> Value | None:
    """The value, if its unit is of the target's dimension."""
    if target is None or not value.unit:
        return value
    try:
        return value if _core.Unit(value.unit).dimension == target.unit.dimension else None
    except Error:
        return None


def share_in(text: str, about: About, is_bare_percent: bool = False) -> float | None:
    """A progress from 0 to 1: 60%, 0.6, 完成60%; a bare 60 only in a column of percentages."""
    found = quantity_of(text)
    if found is None:
        shares = {one.value for one in told_in(text, about) if one.unit == "%"}
        found = (shares.pop(), "%") if len(shares) == 1 else None
    if found is None:
        return None
    number, unit = found
    if unit == "%" or (not unit and is_bare_percent and number > 1):
        number /= 100
    elif unit:
        return None
    return number if 0 <= number <= 1 else None


def cell_for(readings: "list[_core.Observation]") -> Any:
    """What a cell says of the readings of one node and day: a number where that is all."""
    texts = [_text(reading) for reading in readings]
    if len(readings) == 1 and texts[0] == plain(readings[0].value):
        return readings[0].value
    return "；".join(texts)


def _text(reading: "_core.Observation") -> str:
    unit = "" if reading.unit is None else str(reading.unit)
    more = [_STAGES.get(str(reading.stage), ""), _SPANS.get(str(reading.span), "")]
    more += [f"口径：{reading.basis}" if reading.basis else ""]
    if reading.known_on is not None and reading.known_on != reading.observed_on:
        more.append(f"获知：{reading.known_on.isoformat()}")
    words = "，".join(part for part in more if part)
    return f"{plain(reading.value)}{unit}" + (f"（{words}）" if words else "")


def written_in(text: str, id: str, day: date) -> "list[dict[str, Any]] | None":
    """The readings of a cell as `cell_for` writes it, each as arguments; None if it is another."""
    found = []
    for part in text.split("；"):
        match = re.fullmatch(r"(-?\d+(?:\.\d+)?)([^（]*)(?:（(.*)）)?", part)
        if match is None:
            return None
        reading: dict[str, Any] = {"id": id, "observed_on": day, "value": float(match[1])}
        if match[2]:
            reading["unit"] = match[2]
        for word in (match[3] or "").split("，") if match[3] else []:
            name, mark, rest = word.partition("：")
            if word in _STAGES.values():
                reading["stage"] = next(key for key, value in _STAGES.items() if value == word)
            elif word in _SPANS.values():
                reading["span"] = "per_period"
            elif mark and name == "口径":
                reading["basis"] = rest
            elif mark and name == "获知":
                reading["known_on"] = rest
            else:
                return None
        found.append(reading)
    return found


def add(seen: "_core.Observations", **reading: Any) -> str:
    """Adds a reading; says why not where it cannot be."""
    try:
        seen.add(**reading)
    except (Error, FormatError, TypeError) as error:
        return str(error)
    return ""
