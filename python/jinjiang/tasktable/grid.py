# SPDX-License-Identifier: BSL-1.0
"""A table as cells with their places, whatever it came from."""

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from .. import _core
from .._arguments import in_words
from .._errors import FormatError


class TableProblem(NamedTuple):
    """One thing in a table that was not understood, or only by a rule that may be wrong.

    Parameters
    ----------
    sheet : name of the sheet; empty where there is none
    row : counted from 1, as spreadsheets do; 0 when it is about the table
    column : its letter; may be empty
    code : which kind of problem
    message : what is wrong and what to do, in Chinese as the table
    text : the words of the cell; may be empty
    taken : what was read all the same; may be empty
    """

    sheet: str
    row: int
    column: str
    code: str
    message: str
    text: str
    taken: str

    @property
    def words(self) -> str:
        """The problem in one line."""
        sheet = f"{self.sheet} " if self.sheet else ""
        place = f"{sheet}{self.column}{self.row or ''}".strip()
        place += ": " if place else ""
        found = f"：{self.text}" if self.text else ""
        taken = f" → {self.taken}" if self.taken else ""
        return " ".join(f"{place}{self.code}: {self.message}{found}{taken}".split())


class Cell(NamedTuple):
    """What stands in a cell: its value, its text, how far it is indented, and where it begins.

    Every cell of a merged range holds the same; `row` and `column` are those of its first cell.
    """

    value: Any
    text: str
    indent: int
    row: int
    column: int


class Line(NamedTuple):
    """A row with its number; columns count from 1, and an empty cell is left out."""

    number: int
    cells: dict[int, Cell]


@dataclass
class Grid:
    """The rows of one sheet, and what is to be told of its cells."""

    sheet: str
    lines: list[Line]
    problems: list[TableProblem] = field(default_factory=list)

    def report(
        self, row: int, column: int, code: str, message: str, text: str = "", taken: str = ""
    ) -> None:
        """Add a problem; column 0 is the whole row."""
        place = letter(column) if column else ""
        self.problems.append(TableProblem(self.sheet, row, place, code, message, text, taken))


def letter(column: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


#: Endings of workbooks that other programs read.
OTHER_BOOKS = (".xls", ".xlsb", ".ods", ".et", ".numbers")


def read_grids(source: Any, sheet: Any) -> list[Grid]:
    """The cells of the sheets of a file, of a DataFrame or of rows.

    Raises
    ------
    FormatError
        The file is no CSV or XLSX that can be read, or has no such sheet.
    TypeError
        The source is none of these.
    """
    if isinstance(source, (str, os.PathLike)):
        path = os.fspath(source)
        ending = os.path.splitext(path)[1].lower()
        if ending in (".xlsx", ".xlsm"):
            from .xlsx import read_xlsx

            return read_xlsx(path, sheet)
        if ending in OTHER_BOOKS:
            raise FormatError(f"{path}: {ending} cannot be read; save it as .xlsx or CSV")
        if sheet not in (None, 0, "*"):
            raise FormatError(f"{path}: a CSV has no sheets; leave sheet={sheet!r} out")
        return [_of_csv(path)]
    if sheet not in (None, 0, "*"):
        raise FormatError(f"sheet={sheet!r}: only workbooks have sheets; leave it out")
    if hasattr(source, "columns") and hasattr(source, "to_dict"):  # pandas and polars
        return [grid_of(_of_frame(source), first=0)]
    if isinstance(source, Iterable) and not isinstance(source, (Mapping, bytes)):
        return [_of_rows(list(source))]
    raise TypeError(
        "read_table: source: expected a path, a DataFrame or a list of rows, "
        f"found {in_words(source)}"
    )


def _of_csv(path: str) -> Grid:
    content = _core.read_file(path)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise FormatError(f"{path}: it is a workbook and no CSV; save it as .xlsx or as CSV")
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # "Unicode text" of spreadsheets
            text = content.decode("utf-16")
        else:
            text = _core.decode_report(content).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: byte {error.start} is not UTF-16; save it as UTF-8") from None
    except FormatError as error:
        raise FormatError(f"{path}: {str(error).replace('the report', 'the table', 1)}") from None
    found = re.match(r"sep=(.)\r?\n", text)
    head = re.sub(r'"[^"]*"', "", text[:20000])
    separator = found[1] if found else max(",\t;", key=head.count)
    stream = io.StringIO(text[found.end() :] if found else text, newline="")
    try:
        rows = list(csv.reader(stream, delimiter=separator))
    except csv.Error as error:
        raise FormatError(f"{path}: {error}; save the table as CSV once more") from None
    return grid_of([[_unquoted(cell) for cell in row] for row in rows], first=2 if found else 1)


def _unquoted(text: str) -> str:
    """Without the quote sign that keeps a spreadsheet from running a field."""
    return text[1:] if re.match(r"'[=+\-@']", text) else text


def _of_frame(frame: Any) -> list[list[Any]]:
    """Heads and rows of a frame of pandas or polars; an index with a name is a column."""
    if hasattr(frame, "index") and any(name is not None for name in frame.index.names):
        frame = frame.reset_index()
    columns = (
        frame.get_columns()
        if hasattr(frame, "get_columns")
        else [frame.iloc[:, place] for place in range(len(frame.columns))]
    )
    cells = [
        column.to_numpy() if str(column.dtype).lower() in ("float16", "float32") else column
        for column in columns
    ]
    heads = [
        " ".join(map(str, head)) if isinstance(head, tuple) else str(head) for head in frame.columns
    ]
    return [heads, *map(list, zip(*cells, strict=True))]


def _of_rows(rows: list[Any]) -> Grid:
    if rows and all(isinstance(row, Mapping) for row in rows):
        heads = list(dict.fromkeys(head for row in rows for head in row))
        return grid_of([heads, *([row.get(head) for head in heads] for row in rows)], first=0)
    for number, row in enumerate(rows, 1):
        if isinstance(row, (str, bytes, Mapping)) or not isinstance(row, Iterable):
            raise TypeError(
                f"read_table: source: row {number}: expected a list of cells, found {in_words(row)}"
            )
    return grid_of(rows)


def grid_of(rows: Iterable[Iterable[Any]], sheet: str = "", first: int = 1) -> Grid:
    """Cells of values that have no format; the first row has the number `first`."""
    lines = []
    for number, row in enumerate(rows, first):
        cells = {
            column: made
            for column, value in enumerate(row, 1)
            if (made := cell_of(value, number, column)) is not None
        }
        lines.append(Line(number, cells))
    return Grid(sheet, lines)


def cell_of(value: Any, row: int, column: int, form: str = "", indent: int = 0) -> Cell | None:
    """A cell; None when there is nothing in it. `form` is the format of its number."""
    if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value:
        return None
    if hasattr(value, "item"):
        is_narrow = getattr(value, "dtype", "") in ("float16", "float32")
        value = float(str(value)) if is_narrow else value.item()  # 0.1 and not 0.10000000149
    raw = text_of(value, form)
    text = raw.strip()
    if not text:
        return None
    head = raw[: len(raw) - len(raw.lstrip())]
    indent = 2 * indent + sum(2 if sign in "\u3000\t" else 1 for sign in head)
    return Cell(value, text, indent, row, column)


def text_of(value: Any, form: str = "") -> str:
    """A value as the sheet shows it: dates as 2027-06-30, 0.065 with the format 0.0% as 6.5%."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).upper()
    if not isinstance(value, (int, float)):
        return str(value)
    if "%" in form:
        return plain(round(value * 100, 10)) + "%"
    if (decimals := re.fullmatch(r"0\.(0+)(_ )?", form)) is not None:
        return f"{value:.{len(decimals[1])}f}"
    unit = re.fullmatch(r'(?:#,##)?0(?:\.0+)?(?:_ )?"([^"]+)"', form)
    return plain(value) + (unit[1] if unit else "")


def plain(value: float) -> str:
    """A number in digits, without an exponent and without needless zeros."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
