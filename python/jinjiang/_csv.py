# SPDX-License-Identifier: BSL-1.0
"""Observations from a CSV, row by row, for who wants the good rows of a bad table."""

import csv
import io
from typing import Any

from . import _core
from ._errors import Error, FormatError


def collect(
    text: str, name: str, units: Any, columns: tuple[str, ...]
) -> tuple[Any, list[tuple[int, str, Any]], list[int]]:
    """Readings, rejected rows as (line, reason, values), and the line of each reading.

    The reader of whole tables reads each row under the header, so that its rules are the only ones.
    """
    found = _core.Observations()
    lines: list[int] = []
    rejected: list[tuple[int, str, Any]] = []
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _core.parse_observations(text, name, units), rejected, lines
    (_, head), *rows = _records(text) or [(1, "")]
    _core.parse_observations(head, name, units)  # what is wrong with the header is wrong with all
    [titles] = _cells(head)[-1:] or [[]]
    for line, row in rows:
        try:
            reading = _core.parse_observations(head + row, "", units)
        except Error as error:
            column = getattr(error, "pointer", "")
            place = f"column {column}: " if column else ""
            rejected.append((line, place + _without_place(error), _values(titles, head + row)))
            continue
        for one in reading:
            found.add(**{field: getattr(one, field) for field in columns})
            lines.append(line)
    return found, rejected, lines


def _without_place(error: Error) -> str:
    """The message without the line and column of the two-line table that was read."""
    text = str(error)
    if isinstance(error, FormatError) and error.line is not None:
        return text.split(": ", 1)[-1]
    return text


def _separator(line: str) -> str:
    if line.lower().startswith("sep="):
        return line[4:5]
    return max(",;\t", key=line.count)


def _cells(text: str) -> list[list[str]]:
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(first))
    rows = [row for row in reader if any(row)]
    return rows[1:] if first.lower().startswith("sep=") else rows


def _values(titles: list[str], text: str) -> dict[str, str]:
    return dict(zip(titles, _cells(text)[-1], strict=False))


def _records(text: str) -> list[tuple[int, str]]:
    """Each row with its line: the header first, with the line that names the separator."""
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    lines = io.StringIO(text, newline="").readlines()
    records: list[tuple[int, str]] = []
    begin = 0
    reader = csv.reader(lines, delimiter=_separator(first))
    for row in reader:
        if any(row):
            records.append((begin + 1, "".join(lines[begin : reader.line_num])))
        begin = reader.line_num
    if first.lower().startswith("sep=") and len(records) > 1:
        (_, one), (line, two), *rest = records
        records = [(line, one + two), *rest]
    return [(line, row if row.endswith("\n") else row + "\n") for line, row in records]
