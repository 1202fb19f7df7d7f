# SPDX-License-Identifier: BSL-1.0
"""What a row is: a heading, a task, more of the task above, a note; and what stands in it."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from .grid import Cell, Grid, Line
from .heads import Column, Heads, heads_again

_CHINESE = "一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳❶❷❸❹❺❻❼❽❾❿"
#: Styles of numbers from the outermost to the innermost.
_STYLES = (
    re.compile(rf"第?(?P<n>[{_CHINESE}]+)(?:[、.．,，]|部分|章|\s|$)"),
    re.compile(rf"[（(](?P<n>[{_CHINESE}]+)[)）][、.]?"),
    re.compile(r"(?P<n>\d+)(?:[、．,，]|\.(?!\d)|\s|$)"),
    re.compile(r"[（(](?P<n>\d+)[)）][、.]?|(?P<m>\d+)[)）]"),
    re.compile(rf"(?P<n>[{_CIRCLED}])"),
)
_DOTTED = re.compile(r"(?P<n>\d+(?:[.．\-]\d+)+)[、.．]?")
_NOTE = re.compile(
    r"(注|备注|说明|填表说明|附注|填[表报]|审核|联系(人|电话)|制表|负责人|单位负责)\S{0,4}[:：]|^注\d?[、.]"
)
_TOTAL = re.compile(
    r"([全本][市县区镇乡页表类省]|以上|累计|各项)?[合总小共]\s*计\s*([（(].*[)）])?[:：]?"
)
#: Behind the title of a table that goes on with its page.
_GOES_ON = re.compile(r"\s*[（(]?\s*续\s*表?\s*[一二三四\d]*\s*[)）]?$")

#: A row with one cell, in a column of these, is a heading or a task without more.
_HEADING_ROLES = ("number", "group", "title")


class Numbered(NamedTuple):
    """A number of the outline: its rank (smaller is further out), its words, and what follows."""

    rank: int
    words: str
    rest: str


def number_of(text: str) -> Numbered | None:
    """The number that a text begins with: 一、 （一） 1 1.2 （1） ①; None where there is none."""
    if (dotted := _DOTTED.match(text)) is not None:
        words = normalize("NFKC", dotted["n"]).replace("-", ".")
        return Numbered(2 + words.count("."), words, text[dotted.end() :].strip())
    for rank, style in enumerate(_STYLES):
        if (match := style.match(text)) is not None:
            words = match["n"] or match.groupdict().get("m") or ""
            words = str(_CIRCLED.index(words) % 20 + 1) if words in _CIRCLED else words
            deeper = rank + 10 if rank > 2 else rank
            return Numbered(deeper, normalize("NFKC", words), text[match.end() :].strip())
    return None


@dataclass
class Row:
    """A row of the table that is a node, with the rows below that say more of it."""

    line: Line
    title: str = ""
    number: str = ""
    rank: int = 9
    indent: int = 0
    is_heading: bool = False
    groups: tuple[str, ...] = ()
    group_number: str = ""
    cells: dict[str, list[tuple[Column, Cell]]] = field(default_factory=dict)
    more: "list[Row]" = field(default_factory=list)

    def text(self, role: str) -> str:
        """The first cell of a role."""
        found = self.cells.get(role)
        return found[0][1].text if found else ""


def read_rows(grid: Grid, heads: Heads, is_exact: bool, year: int | None = None) -> list[Row]:
    """The rows below the heads; what is no row of work is reported.

    Parameters
    ----------
    is_exact : numbers and titles are taken as they stand, as `to_table` writes them
    year : of the plan, for heads that stand further down
    """
    _part_titles(grid, heads)
    rows: list[Row] = []
    groups: list[str] = ["" for _ in heads.of("group")]
    number = ""
    for line in grid.lines:
        if line.number < heads.first or not line.cells:
            continue
        if _is_apart(grid, heads, line, is_exact):
            continue
        if not is_exact and (columns := heads_again(line, year)) is not None:
            words = "又有一行不同的表头，以下各行按它读"
            text = " | ".join(column.head for column in columns)
            taken = ", ".join(column.role for column in columns)
            grid.report(line.number, 0, "other_heads", words, text, taken)
            heads = replace(heads, columns=columns)
            groups = ["" for _ in heads.of("group")]
            continue
        row = _row(grid, line, heads)
        if not is_exact:
            _drop_date(grid, row)
        own_number = _own(row, "number", line)
        if not _take_title(row, line, is_exact, bool(heads.of("number"))):
            if rows and row.cells and not rows[-1].is_heading:
                _inherit(row, rows[-1])
                rows[-1].more.append(row)
            else:
                text = " | ".join(cell.text for cell in line.cells.values())
                grid.report(line.number, 0, "no_title", "这一行没有任务名称，请补上", text)
            continue
        if not row.is_heading:
            groups = _filled(groups, heads, line)
            row.groups = tuple(group for group in groups if group)
            number = own_number or number
            if heads.of("group") and not own_number and number:
                row.group_number = number
        rows.append(row)
    _share_numbers(rows)
    return rows


def _part_titles(grid: Grid, heads: Heads) -> None:
    """Of two columns of titles the left is a group where it stands for several rows."""
    titles = heads.of("title")
    if len(titles) < 2:
        return
    left, right = titles[0], titles[1]
    below = [
        line for line in grid.lines if line.number >= heads.first and right.column in line.cells
    ]
    spans = any(
        left.column not in line.cells or line.cells[left.column].row < line.number for line in below
    )
    roles = {left.head: "group"} if spans else {right.head: "detail"}
    roles.update({column.head: "detail" for column in titles[2:]})
    heads.columns = [
        column._replace(role=roles.get(column.head, column.role)) for column in heads.columns
    ]


def _is_apart(grid: Grid, heads: Heads, line: Line, is_exact: bool) -> bool:
    """Whether a row is a note, a sum, or the title or heads once more; heads are not reported."""
    texts = list(dict.fromkeys(cell.text for cell in line.cells.values()))
    whole = " ".join(texts)
    if set(texts) <= heads.heads and (len(texts) > 1 or len(line.cells) > 1):
        return True
    if is_exact and len(line.cells) > 1:
        return False
    if len(texts) == 1 and _stands_above(heads, whole):
        grid.report(line.number, 0, "title_again", "标题重复，没有读", whole)
        return True
    is_all_notes = len(texts) <= 2 or all(re.search("[:：]", text) for text in texts)
    if is_all_notes and _NOTE.match(texts[0]):
        grid.report(line.number, 0, "note", "表下的说明，没有读", whole)
        return True
    named = [
        line.cells[column.column].text
        for column in heads.of("number", "group", "title")
        if column.column in line.cells and line.cells[column.column].row == line.number
    ]
    if any(_TOTAL.fullmatch(text) for text in named):
        grid.report(line.number, 0, "total", "合计行，没有读", whole)
        return True
    return False


def _stands_above(heads: Heads, text: str) -> bool:
    """Whether a text, but for （续）, stands above the heads."""
    above = {cell.text for line in heads.above for cell in line.cells.values()}
    return bool({text, _GOES_ON.sub("", text)} & above)


def _row(grid: Grid, line: Line, heads: Heads) -> Row:
    """The cells of a row by role; a cell that is merged over columns stands in the first alone."""
    row = Row(line)
    placed: dict[tuple[int, int], Column] = {}
    for column in heads.columns:
        if (cell := line.cells.get(column.column)) is None:
            continue
        first = placed.setdefault((cell.row, cell.column), column)
        if first is column:
            row.cells.setdefault(column.role, []).append((column, cell))
        elif first.role not in ("title", "group", "number") and cell.row == line.number:
            words = f"与“{first.head}”合并的单元格，只作为那一列读"
            grid.report(line.number, column.column, "merged_across", words, cell.text, first.head)
    return row


def _drop_date(grid: Grid, row: Row) -> None:
    """A number such as 1-2 that a spreadsheet made a date is none any more."""
    for _, cell in row.cells.get("number", []):
        if isinstance(cell.value, date):
            words = "序号被电子表格变成了日期，请改为文本"
            grid.report(cell.row, cell.column, "number_is_date", words, cell.text, "no number")
            del row.cells["number"]
            return


def _own(row: Row, role: str, line: Line) -> str:
    """The text of a role, unless it is a merged cell that began above."""
    found = row.cells.get(role)
    return found[0][1].text if found and found[0][1].row == line.number else ""


def _take_title(row: Row, line: Line, is_exact: bool, has_numbers: bool) -> bool:
    """Sets number, title and rank; False where the row says more of the one above."""
    cells = list(dict.fromkeys((cell.row, cell.column) for cell in line.cells.values()))
    first = next(iter(line.cells.values()))
    number, title = _own(row, "number", line), _own(row, "title", line)
    if not is_exact:
        title = _in_one_line(title)
    place = row.cells["title"][0][1] if title else first
    row.indent = place.indent
    if is_exact:
        row.number, row.title = number, title
        return bool(title or number)
    is_wide = len(line.cells) > 2
    role = next(iter(row.cells), "")
    if len(cells) == 1 and first.row == line.number and (is_wide or role in _HEADING_ROLES):
        found = number_of(first.text)
        row.is_heading = is_wide or not title or (found is not None and found.rank < 2)
        if row.is_heading:
            number, title = "", _in_one_line(first.text)
            row.cells = {"title": next(iter(row.cells.values()))[:1]}
    if not title:
        return False
    found = number_of(number) if number else number_of(title)
    if number:
        row.number = found.words if found and not found.rest else number
        row.rank = found.rank if found else 9
        own = number_of(title)  # 1 | 1.招引项目
        row.title = own.rest if own and own.rest and own.words == row.number else title
    elif (
        found is not None and found.rest and (row.is_heading or found.rank != 2 or not has_numbers)
    ):
        row.number, row.rank, row.title = found.words, found.rank, found.rest
    else:
        row.title = title
        row.rank = -1 if row.is_heading else 9
    return True


def _in_one_line(text: str) -> str:
    """Without the breaks of lines, which part words of letters only."""
    return re.sub(r"(?<=[!-~])\s*\n\s*(?=[!-~])", " ", re.sub(r"\r", "", text)).replace("\n", "")


def _inherit(row: Row, above: Row) -> None:
    """What a row that says more does not say is that of the row above."""
    for role in ("owner", "supporting", "due", "start", "unit", "read_on"):
        if role not in row.cells and role in above.cells:
            row.cells[role] = above.cells[role]


def _filled(groups: list[str], heads: Heads, line: Line) -> list[str]:
    """The groups of a row: an empty cell is that of the row above, until an outer one changes."""
    filled = list(groups)
    for place, column in enumerate(heads.of("group")):
        cell = line.cells.get(column.column)
        if cell is not None and cell.text != filled[place]:
            filled[place:] = [cell.text, *("" for _ in filled[place + 1 :])]
    return filled


def _share_numbers(rows: list[Row]) -> None:
    """Where one number stands for all rows of a group, it is the group's."""
    grouped = [row for row in rows if row.groups and not row.is_heading]
    is_rows_own = any(a.groups == b.groups and a.number and b.number for a, b in pairwise(grouped))
    if not is_rows_own and any(row.group_number for row in grouped):
        for row in grouped:
            row.group_number = row.group_number or row.number
            row.number, row.rank = "", 9
