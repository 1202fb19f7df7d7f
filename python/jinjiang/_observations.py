# SPDX-License-Identifier: BSL-1.0
"""Observations from files, tables and rows."""

import os
from collections.abc import Iterable, Mapping
from typing import Any

from . import _core
from ._errors import Error, FormatError

_CHINESE = {
    "编号": "id",
    "指标编号": "id",
    "日期": "observed_on",
    "观测日期": "observed_on",
    "数值": "value",
    "实际值": "value",
    "单位": "unit",
    "阶段": "stage",
    "口径": "basis",
    "获知日期": "known_on",
    "计法": "span",
    "来源": "source",
    "备注": "note",
}
_COLUMNS = (
    "id",
    "observed_on",
    "value",
    "unit",
    "stage",
    "basis",
    "known_on",
    "span",
    "source",
    "note",
)


def read_observations(
    source: Any, *, units: "_core.UnitTable | None" = None
) -> "_core.Observations":
    """Read observations.

    Parameters
    ----------
    source : path of a CSV or JSON file (``-`` is standard input), an open text file, a pandas or
        polars DataFrame, or an iterable of mappings; columns id, observed_on, value, and if
        wanted unit, stage, basis, known_on, span, source, note (or their 中文 names)
    units : units of your own; default the standard ones, or those of a plan as ``plan.units``

    Raises
    ------
    FormatError
        Says which line or row and column, what was expected and what was found.
    """
    if isinstance(source, (str, os.PathLike)):
        return _core.load_observations(os.fspath(source), units)
    if hasattr(source, "read"):
        text = source.read()
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        name = str(getattr(source, "name", ""))
        return _core.parse_observations(text, name, units)
    if hasattr(source, "to_dicts"):
        return _from_rows(source.to_dicts(), units)
    if hasattr(source, "to_dict"):
        return _from_rows(source.to_dict("records"), units)
    if isinstance(source, Iterable) and not isinstance(source, Mapping):
        return _from_rows(source, units)
    raise TypeError(
        "expected a path, an open file, a DataFrame or an iterable of mappings, "
        f"found {type(source).__name__}"
    )


def _from_rows(
    rows: Iterable[Mapping[str, Any]], units: "_core.UnitTable | None"
) -> "_core.Observations":
    observations = _core.Observations()
    for number, row in enumerate(rows, 1):
        try:
            observations.add(**_arguments(row, units))
        except (Error, TypeError, ValueError) as error:
            raise _row_error(number, error) from error
    observations.check()
    return observations


def _arguments(row: Mapping[str, Any], units: "_core.UnitTable | None") -> dict[str, Any]:
    arguments = {}
    for column, value in row.items():
        name = _CHINESE.get(column, column)
        if name not in _COLUMNS:
            raise ValueError(f"unknown column {column!r}; columns are {', '.join(_COLUMNS)}")
        if _is_missing(value):
            continue
        arguments[name] = value
    for needed in ("id", "observed_on", "value"):
        if needed not in arguments:
            raise ValueError(f"column {needed}: a row needs a value")
    if units is not None and isinstance(arguments.get("unit"), str):
        arguments["unit"] = units[arguments["unit"]]
    arguments["id"] = str(arguments["id"])
    arguments["value"] = float(arguments["value"])
    return arguments


def _is_missing(value: Any) -> bool:
    """None, empty text, NaN, NaT, pandas.NA: what tables write for nothing."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    try:
        return not bool(value == value)
    except TypeError:  # pandas.NA has no truth
        return True


def _row_error(number: int, error: Exception) -> FormatError:
    message = str(error)
    if isinstance(error, TypeError):
        message = "a cell is not of a kind that can be read: " + message.splitlines()[0]
    result = FormatError(f"row {number}: {message}")
    result.line = number
    return result
