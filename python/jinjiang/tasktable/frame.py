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
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass
class Frame:
    """The heading of a table."""

    title: str
    start: date
    end: date
    unit: str
    read_on: date | None


def year_of(grid: Grid, name: str, year: int | None) -> int | None:
    """The year: as given, else in the first rows, the sheet's name or the file's name."""
    if year is not None:
        return year
    tops = [cell.text for line in grid.lines[:5] for cell in line.cells.values()]
    for text in [*(text for text in tops if not text.startswith("截至")), grid.sheet, name]:
        if (found := _YEAR.search(text)) is not None:
            return int(found[1])
    return None


def frame_of(
    grid: Grid, heads: Heads, year: int | None, given: int | None, title: str | None
) -> Frame:
    """The frame of a table; a year that nothing tells is that of the latest due date."""
    texts = [cell.text for line in heads.above for cell in line.cells.values()]
    texts = list(dict.fromkeys(texts))
    unit = next((found[1] for text in texts if (found := _UNIT.search(text))), "")
    if unit and not is_unit(unit):
        grid.report(heads.above[-1].number, 0, "unit_unread", f'no unit "{unit}" is known', unit)
        unit = ""
    period = next((found for text in texts if (found := _PERIOD.search(text))), None)
    if year is None:
        year = _latest(grid, heads)
    if year is None:
        year = 2000
        words = "nothing says which year the table plans; give year=..."
        grid.report(0, 0, "year_unknown", words, "", "2000")
    start, end = date(year, 1, 1), date(year, 12, 31)
    if period is not None and given is None:
        start, end = _core.parse_date(period[1]), _core.parse_date(period[2])
    read_on = next((day for text in texts if (day := day_until(text, year))), None)
    names = [text for text in texts if not re.match(r"(填报)?单位[:：]|截至|\d", text)]
    best = max(names, key=len, default="")
    return Frame(title if title is not None else _PERIOD.sub("", best), start, end, unit, read_on)


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
