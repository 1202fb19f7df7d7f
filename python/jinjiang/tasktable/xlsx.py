# SPDX-License-Identifier: BSL-1.0
"""Sheets of XLSX, read and written by openpyxl."""

import io
import re
from typing import Any

from .. import _core
from .._arrow import package
from .._errors import FormatError
from .grid import Cell, Grid, Line, cell_of, letter

#: What XML 1.0 has no place for.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_xlsx(path: str, sheet: "str | int | None") -> Grid:
    """The cells of a sheet, merged ranges filled; by default the first sheet that is not hidden."""
    from zipfile import BadZipFile

    openpyxl = package("openpyxl", "read_table", "xlsx")
    content = io.BytesIO(_core.read_file(path))
    try:
        book = openpyxl.load_workbook(content, data_only=True)
        formulas = openpyxl.load_workbook(content)
    except (BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise FormatError(
            f"{path}: it is no XLSX that can be read ({error}); save it anew"
        ) from None
    page = _sheet_of(book, sheet, path)
    grid = Grid(page.title, _lines(page))
    _report_formulas(grid, page, formulas[page.title])
    for other in book.worksheets:
        if sheet is None and other is not page and other.max_row > 1:
            words = f'the sheet "{other.title}" was not read; give sheet="{other.title}" for it'
            grid.report(0, 0, "sheet_unread", words, other.title)
    return grid


def _sheet_of(book: Any, sheet: "str | int | None", path: str) -> Any:
    pages = book.worksheets
    if sheet is None:
        shown = [page for page in pages if page.sheet_state == "visible"]
        return next((page for page in shown if page.max_row > 1), (shown or pages)[0])
    if isinstance(sheet, int) and 0 <= sheet < len(pages):
        return pages[sheet]
    for page in pages:
        if page.title == sheet:
            return page
    names = ", ".join(f'"{page.title}"' for page in pages)
    raise FormatError(f"{path}: no sheet {sheet!r}; it has {names}, counted from 0")


def _lines(page: Any) -> list[Line]:
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    for area in page.merged_cells.ranges:
        first = (area.min_row, area.min_col)
        for row in range(area.min_row, area.max_row + 1):
            merged.update(
                {(row, column): first for column in range(area.min_col, area.max_col + 1)}
            )
    lines: list[Line] = []
    made: dict[tuple[int, int], Cell | None] = {}
    for row in page.iter_rows():
        cells: dict[int, Cell] = {}
        for place in row:
            at = merged.get((place.row, place.column), (place.row, place.column))
            if at not in made:
                first = page.cell(*at)
                indent = int(first.alignment.indent or 0) if first.alignment else 0
                form = first.number_format or ""
                made[at] = cell_of(first.value, at[0], at[1], form, indent)
            if (cell := made[at]) is not None:
                cells[place.column] = cell
        lines.append(Line(row[0].row, cells))
    return lines


def _report_formulas(grid: Grid, page: Any, formulas: Any) -> None:
    """Formulas whose results the file does not hold, and results that are errors."""
    for row in formulas.iter_rows():
        for cell in row:
            if cell.data_type == "f" and page.cell(cell.row, cell.column).value is None:
                words = "the file holds a formula without its result; open it and save it once more"
                text = cell.value if isinstance(cell.value, str) else "="
                grid.report(cell.row, cell.column, "no_result", words, text, "empty")
            elif page.cell(cell.row, cell.column).data_type == "e":
                words = "the cell shows an error; correct its formula"
                grid.report(cell.row, cell.column, "error_cell", words, str(cell.value))


def xlsx_bytes(
    heading: str, heads: list[str], rows: list[list[Any]], indents: dict[int, list[int]]
) -> bytes:
    """A workbook of one sheet: a merged title, heads, rows; `indents` of columns, from 1."""
    openpyxl = package("openpyxl", "TaskTable.save", "xlsx")
    styles = package("openpyxl.styles", "TaskTable.save", "xlsx")
    book = openpyxl.Workbook()
    page = book.active
    page.title = "任务分解表"
    for row, values in enumerate([[heading], heads, *rows], 1):
        for column, value in enumerate(values, 1):
            if value is not None and value != "":
                cell = page.cell(row, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # a text that begins with = is no formula
                cell.alignment = styles.Alignment(vertical="center", wrap_text=True)
    for column, levels in indents.items():
        for row, level in enumerate(levels, 3):
            page.cell(row, column).alignment = styles.Alignment(
                indent=min(level, 250), vertical="center", wrap_text=True
            )
    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
    page["A1"].font = styles.Font(bold=True, size=14)
    for column, head in enumerate(heads, 1):
        page.cell(2, column).font = styles.Font(bold=True)
        widest = max([_core.display_width(str(row[column - 1] or "")) for row in rows] + [0])
        width = max(_core.display_width(head), min(widest, 48))
        page.column_dimensions[letter(column)].width = width + 2
    page.freeze_panes = "A3"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
