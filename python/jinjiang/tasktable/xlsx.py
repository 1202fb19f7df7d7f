# SPDX-License-Identifier: BSL-1.0
"""Sheets of XLSX, read and written by openpyxl."""

import io
import re
from collections.abc import Sequence
from typing import Any

from .. import _core
from .._arrow import package
from .._errors import FormatError
from .grid import Cell, Grid, Line, cell_of, letter
from .heads import has_heads

#: Name or number of a sheet, several of them, "*" for all that are shown, None for the likeliest.
Sheets = str | int | Sequence[str | int] | None


def read_xlsx(path: str, sheet: Sheets) -> list[Grid]:
    """The cells of sheets, merged ranges filled; by default the first with heads that is shown."""
    from zipfile import BadZipFile

    openpyxl = package("openpyxl", "read_table", "xlsx")
    content = _core.read_file(path)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise FormatError(
            f"{path}: the workbook has a password, or is an .xls of old in truth; "
            "save it as .xlsx without a password"
        )
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(content)) if _has_formulas(content) else None
    except (BadZipFile, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise FormatError(
            f"{path}: it is no XLSX that can be read ({error}); save it anew"
        ) from None
    pages = _sheets_of(book, sheet, path)
    grids = []
    for page in pages:
        grid = Grid(page.title, [])
        _tell_formulas(grid, page, formulas and formulas[page.title])
        grid.lines = _lines(grid, page)
        grids.append(grid)
    if sheet is None:
        grids = [next((grid for grid in grids if has_heads(grid)), grids[0])]
    if sheet is None or sheet == "*":
        _tell_unread(grids, book)
    return grids


def _tell_unread(grids: list[Grid], book: Any) -> None:
    """The sheets with something in them that are not read."""
    read = [grid.sheet for grid in grids if len(grids) == 1 or has_heads(grid)]
    for page in book.worksheets:
        if page.title not in read and _filled(page):
            words = f'这张表没有读；要读请写 sheet="{page.title}"，全部读写 sheet="*"'
            if len(grids) > 1:
                is_shown = page.sheet_state == "visible"
                words = f"这张表{'没有表头' if is_shown else '是隐藏的'}，没有读"
            grids[0].report(0, 0, "sheet_unread", words, page.title)


def _has_formulas(content: bytes) -> bool:
    from zipfile import ZipFile

    with ZipFile(io.BytesIO(content)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/")]
        return any(re.search(rb"<(\w+:)?f[\s>/]", parts.read(name)) for name in names)


def _sheets_of(book: Any, sheet: Sheets, path: str) -> list[Any]:
    """The sheets that were asked for; of none those that may be meant, the likeliest first."""
    pages = book.worksheets
    shown = [page for page in pages if page.sheet_state == "visible"] or pages
    if sheet is None:
        return shown
    if sheet == "*":
        return [page for page in shown if _filled(page)] or shown[:1]
    return [_sheet_of(pages, name, path) for name in _listed(sheet)]


def _listed(sheet: Sheets) -> "list[str | int]":
    return [sheet] if isinstance(sheet, (str, int)) else list(sheet or ())


def _sheet_of(pages: list[Any], sheet: "str | int", path: str) -> Any:
    if isinstance(sheet, int) and not isinstance(sheet, bool) and 0 <= sheet < len(pages):
        return pages[sheet]
    for page in pages:
        if page.title == sheet:
            return page
    if isinstance(sheet, str) and sheet.isascii() and sheet.isdecimal() and int(sheet) < len(pages):
        return pages[int(sheet)]  # as the command line gives it
    names = ", ".join(f'"{page.title}"' for page in pages)
    raise FormatError(f"{path}: no sheet {sheet!r}; it has {names}, counted from 0")


def _filled(page: Any) -> dict[tuple[int, int], Any]:
    """The cells that hold something, by row and column.

    openpyxl's own iterators make a cell for every place up to the last formatted one, which may be
    the last of a million rows.
    """
    return {place: cell for place, cell in page._cells.items() if cell.value is not None}


def _lines(grid: Grid, page: Any) -> list[Line]:
    filled = _filled(page)
    last_row = max((row for row, _ in filled), default=0)
    last_column = max((column for _, column in filled), default=0)
    made: dict[int, dict[int, Cell]] = {row: {} for row in range(1, last_row + 1)}
    for (row, column), place in sorted(filled.items()):
        if (cell := _cell(grid, place)) is not None:
            made[row][column] = cell
    for area in page.merged_cells.ranges:
        cell = made.get(area.min_row, {}).get(area.min_col)
        if cell is None:
            continue
        columns = range(area.min_col, min(area.max_col, last_column) + 1)
        for row in range(area.min_row, min(area.max_row, last_row) + 1):
            made[row].update(dict.fromkeys(columns, cell))
    _tell_struck(grid, filled)
    _tell_hidden(grid, page, made)
    return [Line(row, dict(sorted(cells.items()))) for row, cells in made.items()]


def _cell(grid: Grid, place: Any) -> Cell | None:
    if place.data_type == "e":
        return None
    form = place.number_format or ""
    indent = int(place.alignment.indent or 0) if place.alignment else 0
    cell = cell_of(place.value, place.row, place.column, form, indent)
    if cell is None:
        return None
    is_number = isinstance(place.value, (int, float)) and not isinstance(place.value, bool)
    if is_number and re.search(r"[0#?],+(?![0#?,])|!", form):
        words = f"格式 {form} 显示的数比实际的小，按实际的数读"
        grid.report(cell.row, cell.column, "scaled_format", words, cell.text, cell.text)
    return cell


def _tell_struck(grid: Grid, filled: dict[tuple[int, int], Any]) -> None:
    """Cells whose words are struck out; they are read."""
    struck: dict[int, list[Any]] = {}
    for (row, _), place in sorted(filled.items()):
        if place.font is not None and place.font.strike:
            struck.setdefault(row, []).append(place)
    for row, places in struck.items():
        words = "有删除线，照样读了"
        text = " | ".join(str(place.value) for place in places)
        column = places[0].column if len(places) == 1 else 0
        grid.report(row, column, "struck_out", words, text)


def _tell_hidden(grid: Grid, page: Any, made: dict[int, dict[int, Cell]]) -> None:
    """Rows and columns that the sheet hides; they are read."""
    rows = [row for row, cells in made.items() if cells and page.row_dimensions[row].hidden]
    for first, last in _runs(rows):
        words = "这一行" if first == last else f"第{first}到{last}行"
        words += "是隐藏的，照样读了"
        grid.report(first, 0, "hidden", words)
    used = {column for cells in made.values() for column in cells}
    columns = [
        column
        for dimension in page.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min or 0, (dimension.max or -1) + 1)
        if column in used
    ]
    for column in sorted(set(columns)):
        words = "这一列是隐藏的，照样读了"
        grid.report(0, column, "hidden", words)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """First and last of each run of numbers without a gap."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _tell_formulas(grid: Grid, page: Any, formulas: Any) -> None:
    """Formulas whose results the file does not hold, and results that are errors."""
    results = _filled(page)
    for (row, column), cell in sorted(_filled(formulas).items()) if formulas else ():
        if cell.data_type == "f" and (row, column) not in results:
            words = "文件里只有公式没有结果，请用电子表格打开后再保存"
            text = cell.value if isinstance(cell.value, str) else "="
            grid.report(row, column, "no_result", words, text, "empty")
    for (row, column), cell in sorted(results.items()):
        if cell.data_type == "e":
            words = "单元格显示错误，请改公式"
            grid.report(row, column, "error_cell", words, str(cell.value), "empty")


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
