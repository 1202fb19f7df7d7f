# SPDX-License-Identifier: BSL-1.0
"""What stands above a table: its title, its period, its unit, and the day of its readings."""

import re
from dataclasses import dataclass
from datetime import date

from .. import _core
from .grid import Grid
from .heads import Heads, is_unit
from .words import day_until, days_of

_PERIOD = re.compile(r"\s*[（(]?(\d{4}-\d\d-\d\d)\s*(?:至|to)\s*(\d{4}-\d\d-\d\d)[）)]?$")
_UNIT = re.compile(r"(?:^|[（(\s])单位[:：]\s*([^\s)）]+)")
#: 海政办〔2026〕12号 says the year of a paper.
_NUMBER_OF_PAPER = re.compile(r"[〔\[【（(](?:19|20)\d\d[〕\]】）)]\s*\d+\s*号")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)年?\s*[-—–~～至]+\s*((?:19|20)\d\d)年(?!\d)")
_NO_TITLE = re.compile(r"(填报|编制|制表)?(单位|日期|时间|人)[:：]|截至|附[件表]|\d+$|\d{4}-")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass
class Frame:
    """The heading of a table."""

    title: str
    start: date
    end: date
    unit: str
    read_on: date | None


def year_of(grid: Grid, heads: Heads, name: str) -> int | None:
    """The year in what stands above the heads, the sheet's name, the file's name, or the heads."""
    texts = sorted(_above(heads), key=len, reverse=True)
    texts = [text for text in texts if is_title(text)]
    targets = [column.head for column in heads.of("target", "unread") if "目标" in column.head]
    others = [column.head for column in heads.columns]
    for text in [*texts, *_above(heads), grid.sheet, name, *targets, *others]:
        if (found := _YEAR.search(_NUMBER_OF_PAPER.sub("", text))) is not None:
            return int(found[1])
    return None


def is_title(text: str) -> bool:
    """Whether a text above a table can be its title."""
    return _NO_TITLE.match(text) is None


def _above(heads: Heads) -> list[str]:
    """The texts above the heads, each once."""
    return list(dict.fromkeys(cell.text for line in heads.above for cell in line.cells.values()))


def frame_of(grid: Grid, heads: Heads, year: int | None, given: int | None) -> Frame:
    """The frame of a table; a year that nothing tells is that of the latest due date."""
    texts = _above(heads)
    unit = next((found[1] for text in texts if (found := _UNIT.search(text))), "")
    if unit and not is_unit(unit):
        grid.report(heads.above[-1].number, 0, "unit_unread", f"不认识单位“{unit}”", unit)
        unit = ""
    period = next((found for text in texts if (found := _PERIOD.search(text))), None)
    if year is None:
        year = _latest(grid, heads)
    if year is None:
        year = 2000
        words = "没有写是哪一年的计划，请用 year 指明"
        grid.report(0, 0, "year_unknown", words, "", "2000")
    start, end = date(year, 1, 1), date(year, 12, 31)
    if period is not None and given is None:
        start, end = _core.parse_date(period[1]), _core.parse_date(period[2])
    elif given is None and (several := _YEARS.search(" ".join(texts))) is not None:
        start, end = date(int(several[1]), 1, 1), date(int(several[2]), 12, 31)
    read_on = next((day for text in texts if (day := day_until(text, year))), None)
    names = [text for text in texts if is_title(text)]
    best = max(names, key=len, default="")
    return Frame(_PERIOD.sub("", best), start, end, unit, read_on)


def _latest(grid: Grid, heads: Heads) -> int | None:
    years = []
    for column in heads.of("due"):
        for line in grid.lines:
            cell = line.cells.get(column.column)
            if cell is not None and line.number >= heads.first:
                day = days_of(cell.value, cell.text, 1).last
                if day is not None and day.year > 1900:
                    years.append(day.year)
    return max(years, default=None)
