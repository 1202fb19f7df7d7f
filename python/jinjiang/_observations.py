# SPDX-License-Identifier: BSL-1.0
"""Observations from files, tables and rows."""

import os
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from numbers import Integral, Number
from typing import Any, Literal, NamedTuple, overload

from . import _core
from ._arguments import in_words
from ._errors import Error, FormatError, ObservationError

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
#: In the order of tables.
COLUMNS = (
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
_NEEDED = ("id", "observed_on", "value")
#: Of very many wrong rows, so many are named.
_MOST_NAMED = 20
#: Observations and the rows that are not among them.
Collected = tuple["_core.Observations", "list[RejectedRow]"]

_WORDS = {"stage": _core.parse_stage, "span": _core.parse_span}


class RejectedRow(NamedTuple):
    """A row that was not taken.

    Parameters
    ----------
    line : of a file its line, of a table its row, counted from 1
    reason : what is wrong with it
    values : what stands in it, as it was given
    """

    line: int
    reason: str
    values: Any


@overload
def read_observations(
    source: Any, *, units: "_core.UnitTable | None" = None, errors: Literal["raise"] = "raise"
) -> "_core.Observations": ...


@overload
def read_observations(
    source: Any, *, units: "_core.UnitTable | None" = None, errors: Literal["collect"]
) -> Collected: ...


def read_observations(
    source: Any,
    *,
    units: "_core.UnitTable | None" = None,
    errors: Literal["raise", "collect"] = "raise",
) -> "_core.Observations | Collected":
    """Read observations.

    Parameters
    ----------
    source : path of a CSV (UTF-8 or GB18030), JSON or .jjx file (``-`` is standard input), an open
        file, any table that speaks Arrow (pyarrow, polars, pandas, DuckDB, nanoarrow), or an
        iterable of mappings; columns id, observed_on, value, and if wanted unit, stage, basis, known_on, span, source,
        note (or their 中文 names: 编号, 日期, 数值, 单位, 阶段, 口径, 获知日期, 计法, 来源, 备注)
    units : units of your own; default the standard ones, or those of a plan as ``plan.units``
    errors : ``"raise"``, or ``"collect"`` for what can be read and a list of the rows that cannot

    Returns
    -------
    Observations, or with ``errors="collect"`` a pair of Observations and a list of `RejectedRow`

    Raises
    ------
    FormatError
        Says which line or row and column, what was expected and what was found.
    ObservationError
        Two readings contradict each other; says which rows.
    """
    if units is not None and not isinstance(units, _core.UnitTable):
        raise TypeError(
            "read_observations: units: expected a UnitTable, such as the units of a plan, "
            f"found {in_words(units)}"
        )
    if errors not in ("raise", "collect"):
        raise ValueError(
            f'read_observations: errors: expected "raise" or "collect", found {in_words(errors)}'
        )
    collect = errors == "collect"
    if isinstance(source, (str, os.PathLike)) or hasattr(source, "read"):
        return _collected(source, units) if collect else _core.load_observations(source, units)
    found = _from_table(source, units, collect)
    return found if collect else found[0]


def _from_table(source: Any, units: Any, collect: bool) -> Collected:
    if type(source).__name__ == "LazyFrame":
        raise TypeError("read_observations: a LazyFrame has no rows yet: call .collect() first")
    is_frame = hasattr(source, "itertuples")  # of pandas
    if is_frame:
        _check_headings(source.columns)
    if hasattr(source, "__arrow_c_stream__") or hasattr(source, "__arrow_c_array__"):
        try:
            return _from_arrow(source, units, collect)
        except (Error, TypeError, ValueError, ImportError):
            # Without pyarrow, or with values of several kinds in one column, a frame of pandas has
            # no Arrow columns; its rows are read one by one.
            if not is_frame:
                raise
    if hasattr(source, "to_dicts"):
        return _from_rows(source.to_dicts(), units, collect)
    if is_frame:
        _check_columns(source.columns)
        return _from_rows(source.to_dict("records"), units, collect)
    if isinstance(source, Iterable) and not isinstance(source, Mapping):
        return _from_rows(source, units, collect)
    raise TypeError(
        "expected a path, an open file, a DataFrame or an iterable of mappings, "
        f"found {type(source).__name__}"
    )


def _collected(source: Any, units: Any) -> Collected:
    found, lines, rejected = _core.collect_observations(source, units)
    rows = [RejectedRow(*row) for row in rejected]
    if not lines:
        return found, rows
    return without_contradictions(found, lines, rows, True, "line")


def _from_arrow(source: Any, units: Any, collect: bool) -> Collected:
    found, rows, rejected, wrong = _core.import_table(source, _CHINESE, units, collect=collect)
    if rejected and not collect:
        raise _rows_error([(number, reason) for number, reason, _ in rejected], wrong)
    return without_contradictions(found, rows, [RejectedRow(*row) for row in rejected], collect)


def _from_rows(rows: Iterable[Mapping[str, Any]], units: Any, collect: bool) -> Collected:
    observations = _core.Observations()
    numbers: list[int] = []
    rejected: list[RejectedRow] = []
    wrong: list[tuple[int, str]] = []
    count = 0
    for number, row in enumerate(rows, 1):
        if number == 1 and isinstance(row, Mapping):
            _check_columns(row)
        try:
            observations.add(**_arguments(row, units))
            numbers.append(number)
        except (Error, TypeError, ValueError) as error:
            count += 1
            if collect:
                rejected.append(RejectedRow(number, str(error), row))
            elif count <= _MOST_NAMED:
                wrong.append((number, str(error)))
    if wrong:
        raise _rows_error(wrong, count)
    return without_contradictions(observations, numbers, rejected, collect)


def without_contradictions(
    observations: "_core.Observations",
    rows: list[int],
    rejected: list[RejectedRow],
    collect: bool,
    word: str = "row",
) -> Collected:
    """The readings that can hold together; later ones that contradict earlier ones are rejected."""
    wrong = _core.contradictions(observations)
    if not wrong:
        return observations, rejected
    if not collect:
        later, earlier, what = wrong[0]
        raise ObservationError(f"{word}s {rows[earlier]} and {rows[later]}: {what}")
    kept = _core.without(observations, {later for later, _, _ in wrong})
    more = [
        RejectedRow(
            rows[later], f"{what} ({word} {rows[earlier]} came first)", _fields(observations[later])
        )
        for later, earlier, what in wrong
    ]
    return kept, sorted(rejected + more, key=lambda row: row.line)


def _fields(reading: "_core.Observation") -> dict[str, Any]:
    return {column: getattr(reading, column) for column in COLUMNS}


def in_both_languages(name: str) -> str:
    """A column as messages name it: ``value (数值)``."""
    return f"{name} ({next(chinese for chinese, column in _CHINESE.items() if column == name)})"


def _check_columns(headings: Iterable[Any]) -> None:
    """Refuses a table, or its first row, that lacks a column."""
    headings = list(headings)
    there = {_CHINESE.get(column, column) for column in headings}
    missing = [in_both_languages(name) for name in _NEEDED if name not in there]
    if missing and there <= set(COLUMNS):
        found = ", ".join(map(str, headings)) or "none"
        raise FormatError(f"the table has no column {' and no '.join(missing)}; it has {found}")


def _check_headings(headings: Iterable[Any]) -> None:
    """Refuses a frame of which a dict of columns would lose some."""
    seen: set[Any] = set()
    for heading in headings:
        name = _CHINESE.get(heading, heading)
        if name in seen:
            raise FormatError(f'column "{heading}": {name} is given twice')
        seen.add(name)


def _arguments(row: Mapping[str, Any], units: "_core.UnitTable | None") -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise ValueError(f"expected a mapping of columns to values, found {row!r}")
    arguments = {}
    for column, value in row.items():
        name = _CHINESE.get(column, column)
        if name not in COLUMNS:
            known = ", ".join(map(in_both_languages, COLUMNS))
            if not str(column).strip():
                place = list(row).index(column) + 1
                raise ValueError(f"column {place} has no name; columns are {known}")
            hint = _core.column_hint(str(column)) if isinstance(column, str) else ""
            raise ValueError(f"unknown column {column!r}{hint}; columns are {known}")
        if not _is_missing(value):
            if name in arguments:
                raise ValueError(f"column {column}: {name} is given twice")
            try:
                arguments[name] = _cell(name, value, units)
            except (Error, TypeError, ValueError) as error:
                raise ValueError(f"column {column}: {error}") from error
    for needed in _NEEDED:
        if needed not in arguments:
            headings = (column for column in row if _CHINESE.get(column, column) == needed)
            heading = next(headings, in_both_languages(needed))
            raise ValueError(f"column {heading}: a row needs a value")
    if isinstance(arguments["value"], _Percent):
        arguments["unit"] = _unit_of_percent(arguments, units)
    return arguments


class _Percent(float):
    """A value that was written with a sign %, not applied: 5.3% is 5.3."""


def _unit_of_percent(arguments: Mapping[str, Any], units: "_core.UnitTable | None") -> Any:
    percent = _core.Unit("%") if units is None else units["%"]
    unit = arguments.get("unit", percent)
    if unit != percent:
        raise ValueError(
            f"column value: the value {arguments['value']:g}% says % but the column unit (单位) says "
            f'"{unit}"; write the number alone, or % in the column 单位'
        )
    return percent


def _cell(name: str, value: Any, units: "_core.UnitTable | None") -> Any:
    """A cell as the library takes it; refuses what is of another kind."""
    if name in ("observed_on", "known_on"):
        day: Any = _core.find_cell_date(value) if isinstance(value, str) else value
        if getattr(getattr(day, "dtype", None), "kind", "") == "M":  # of numpy
            return _core.parse_date(day)
        if isinstance(day, datetime) and day.tzinfo is not None:
            raise ValueError(
                "expected dates, or times without a zone; found a time in the zone "
                f'"{day.tzinfo}", whose day depends on where one is; convert it to a local date '
                "first"
            )
        if not isinstance(day, date):
            raise ValueError(f"expected {_core.DATE_SPELLINGS}, found {in_words(value)}")
        return _core.parse_date(day)
    if name == "value":
        if isinstance(value, str) and (read := _core.find_cell_number(value)) is not None:
            number, is_percent = read
            return _Percent(number) if is_percent else number
        try:
            if isinstance(value, Number) and not isinstance(value, bool):
                return _widened(value)
        except (TypeError, ValueError, OverflowError):
            pass
        raise ValueError(f"expected a number, found {in_words(value)}")
    if name == "id":
        if isinstance(value, str) or (isinstance(value, Integral) and not isinstance(value, bool)):
            return str(value)
        # As a number 1.10 is 1.1, which may be the id of another node.
        raise ValueError(
            f"expected a text, found {in_words(value)}; read the ids as texts, in pandas by dtype"
        )
    if name == "unit" and isinstance(value, _core.Unit):
        return value
    if not isinstance(value, str):
        raise ValueError(f"expected a text, found {in_words(value)}")
    if name == "unit":
        return _core.Unit(value) if units is None else units[value]
    if name in _WORDS:
        return _WORDS[name](value)
    return value


def _widened(value: Any) -> float:
    """A number; of numpy's float32 and float16 the one that is written with the fewest digits."""
    number = float(value)
    is_narrow = getattr(getattr(value, "dtype", None), "kind", "") == "f" and value.itemsize < 8
    return float(str(value)) if is_narrow and not number.is_integer() else number


def _is_missing(value: Any) -> bool:
    """None, empty text, NaN, NaT, pandas.NA: what tables write for nothing."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    try:
        return not bool(value == value)
    except TypeError:  # pandas.NA has no truth
        return True


def _rows_error(wrong: list[tuple[int, str]], count: int) -> FormatError:
    """All rows that are wrong, or the first of very many."""
    lines = [f"row {number}: {reason}" for number, reason in wrong]
    if count > len(wrong):
        lines.append(f"… and {count - len(wrong)} more")
    result = FormatError(lines[0] if count == 1 else "\n  ".join([f"{count} problems:", *lines]))
    result.line = wrong[0][0]
    return result
