# SPDX-License-Identifier: BSL-1.0
"""Readings of a table: which day they are of, and what of their words is a number."""

import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from .. import _core
from .clauses import About
from .frame import Frame
from .grid import Cell, Grid, plain
from .heads import Column, Heads, is_unit
from .readings import Value, add, share_in, value_in, written_in
from .rows import Row, number_of
from .targets import has_numbers, quantity_of, unit_in_title
from .words import day_until, days_of, state_of

_NO_DAY = "没有写是哪一天的实际值，请在表头写明，如进展（6月底），或用 as_of 指明"
_NO_VALUE = "应为一个到这一天已完成的、与目标值同类的数，如1600或已完成1600亩；原文记入备注"
_NOT_PARTED = "这一行有几个目标值，进展不能一一对应，请分行写"
_NO_SHARE = "目标值没有读出，这个数可能不是完成率；如果是，请写完成60%，或写在完成率一列"
_RATE = "(?<!效)率(?![先领])|增[长速幅]|占比|比重"
_FAR_OFF = "与目标相差100倍以上，请核对单位"
_NO_PROGRESS = "应为60%、已完成、未启动这样的进度"

#: Title and target of one of several figures of a row.
Part = tuple[str, "_core.Target | None"]


class Seen:
    """Collects the observations of a table."""

    def __init__(
        self,
        grid: Grid,
        heads: Heads,
        frame: Frame,
        is_exact: bool,
        observations: "_core.Observations",
        keep: "Callable[[Row, Cell], None]",
    ) -> None:
        self._grid = grid
        self._keep = keep
        self._days: dict[tuple[int, int], date | None] = {}
        self._frame = frame
        self._is_exact = is_exact
        self._observations = observations
        self._target_unit = next((column.unit for column in heads.of("target")), "")
        readings = heads.of("actual", "last_year")
        self._signed = {column.column for column in readings if self._has_signs(column)}
        self._percents = {column.column for column in heads.columns if self._is_percent(column)}

    def _has_signs(self, column: Column) -> bool:
        """Whether a number of a column is below 0, so that one without a sign is above."""
        return any(number < 0 for number, _ in self._numbers(column))

    def _is_percent(self, column: Column) -> bool:
        """Whether bare numbers of a column of progress are percentages: where one is above 1."""
        if column.role != "progress" and not (column.role == "actual" and "%" in column.head):
            return False
        return any(number > 1 and not unit for number, unit in self._numbers(column))

    def _numbers(self, column: Column) -> list[tuple[float, str]]:
        """The numbers and units that cells of a column are."""
        cells = [line.cells.get(column.column) for line in self._grid.lines]
        found = [quantity_of(cell.text) for cell in cells if cell is not None]
        return [number for number in found if number is not None]

    def of_indicator(self, id: str, row: Row, target: "_core.Target | None") -> None:
        """The readings of an indicator."""
        for column, cell in row.cells.get("actual", []):
            self._read(id, row, column, cell, target, self._day(row, column, cell))
        for column, cell in row.cells.get("last_year", []):
            day = date(self._frame.start.year - 1, 12, 31)
            self._read(id, row, column, cell, target, day)
        for _, cell in row.cells.get("progress", []):
            words = "指标的完成率由实际值算出"
            self._grid.report(cell.row, cell.column, "progress_unread", words, cell.text)

    def of_task(self, id: str, row: Row) -> float | None:
        """The readings of a task; its progress where no day is told."""
        progress: float | None = None
        for role in ("actual", "progress"):
            for column, cell in row.cells.get(role, []):
                day = self._day(row, column, cell)
                if self._is_exact and role == "actual":
                    self._read(id, row, column, cell, None, day)
                    continue
                share = self._share(row, column, cell, day)
                if share is None:
                    continue
                if day is None or (self._is_exact and role == "progress"):
                    progress = share
                else:
                    self._add(cell, id=id, observed_on=day, value=share)
        for _, cell in row.cells.get("state", []):
            state = state_of(cell.text)
            if progress is None and state is not None and state.progress == 0.0:
                progress = 0.0
        for _, cell in row.cells.get("last_year", []):
            self._tell(cell, "reading_unread", "任务没有上年的实际值")
        return progress

    def _share(self, row: Row, column: Column, cell: Cell, day: date | None) -> float | None:
        """The progress that a cell says; what says none is reported."""
        state = state_of(cell.text)
        if state is not None:
            if state.progress is None and not (state.lifecycle or state.is_vague):
                self._tell(cell, "reading_unread", _NO_PROGRESS)
            return state.progress
        share = share_in(cell.text, self._about(row, day), column.column in self._percents)
        bare = quantity_of(cell.text)
        if share is None:
            self._leave(row, cell, _NO_PROGRESS)
        elif bare is not None and column.role == "actual" and _measures_else(row, column):
            self._leave(row, cell, _NO_SHARE)
            return None
        elif bare is None and len(cell.text) > 12:
            words = "取文字中占计划的比例"
            self._grid.report(
                cell.row, cell.column, "reading_in_words", words, cell.text, f"{share:.4g}"
            )
        elif bare is not None and not bare[1] and 0 < bare[0] <= 1:
            words = f"{cell.text}在百分数列中；如果是{bare[0] * 100:g}%，请写明"
            if column.column in self._percents:
                self._tell(cell, "fraction", words)
                return None
            if "%" in column.head or "％" in column.head:
                taken = f"{share * 100:g}%"
                self._grid.report(cell.row, cell.column, "fraction", words, cell.text, taken)
        return share

    def of_parts(self, row: Row, parts: "list[tuple[str, str, _core.Target | None]]") -> None:
        """The readings of a row of several figures: as many as there are, in their order."""
        figures = [(title, target) for _, title, target in parts]
        for column, cell in row.cells.get("actual", []):
            day = self._day(row, column, cell)
            values = self._parted(row, cell, day, figures)
            if values is None:
                self._tell(cell, "reading_of_goal", _NOT_PARTED)
            elif day is None:
                self._tell(cell, "no_date", _NO_DAY)
            else:
                for (piece, value), (id, _, _) in zip(values, parts, strict=True):
                    self._take_words(cell, piece, value, id)
                    self._add_value(cell, id, day, value)
        self._tell_of_goal(row, ("progress", "last_year"))

    def _parted(
        self, row: Row, cell: Cell, day: date | None, figures: "list[Part]"
    ) -> list[tuple[str, Value]] | None:
        """The words and values of a cell, one for each figure of its row; None where they differ."""
        pieces = [piece for piece in re.split(r"[；;\n]\s*", cell.text) if piece.strip("。 ")]
        pieces = [number.rest if (number := number_of(one)) else one for one in pieces]
        values = [
            (piece, value)
            for place, (piece, (title, target)) in enumerate(zip(pieces, figures, strict=False))
            if _is_nearest(piece, place, figures)
            and (value := value_in(piece, "", self._about(row, day, target, title))) is not None
            and value.unit
        ]
        return values if len(pieces) == len(figures) == len(values) else None

    def keep_of_goal(self, row: Row, figures: "list[Part]") -> None:
        """Keeps the words that are no readings of a row which becomes a goal."""
        for role in ("actual", "progress", "last_year"):
            for column, cell in row.cells.get(role, []):
                is_read = role == "actual" and len(figures) > 1
                day = self._day(row, column, cell) if is_read else None
                if not is_read or self._parted(row, cell, day, figures) is None:
                    self._keep_words(row, cell)

    def _take_words(self, cell: Cell, words: str, value: Value, of: str = "") -> None:
        taken = (f"{of}: " if of else "") + f"{plain(value.number)}{value.unit}"
        say = "取文字中唯一相符的数"
        self._grid.report(cell.row, cell.column, "reading_in_words", say, words, taken)

    def of_goal(self, row: Row) -> None:
        """A goal has no readings: what stands there is reported."""
        if not row.more:
            self._tell_of_goal(row, ("actual", "progress", "last_year"))

    def _tell_of_goal(self, row: Row, roles: tuple[str, ...]) -> None:
        for role in roles:
            for _, cell in row.cells.get(role, []):
                words = "目标由下级衡量，实际值请写在下级"
                self._tell(cell, "reading_of_goal", words)

    def _day(self, row: Row, column: Column, cell: Cell) -> date | None:
        """The day of a reading, once a cell, since it reports what it cannot read."""
        place = row.line.number, column.column
        if place not in self._days:
            self._days[place] = self._day_of(row, column, cell)
        return self._days[place]

    def _day_of(self, row: Row, column: Column, cell: Cell) -> date | None:
        """The day of a reading: of its head, a column, its words, or the table."""
        year = self._frame.start.year
        if column.day is not None:
            return column.day
        if "read_on" in row.cells:
            own = row.cells["read_on"][0][1]
            if (day := days_of(own.value, own.text, year).last) is not None:
                return day
            self._tell(own, "date_unread", "应为2027-06-30这样的日期")
        if isinstance(cell.value, str) and (day := day_until(cell.text, year)) is not None:
            return day
        return self._frame.read_on

    def _read(
        self,
        id: str,
        row: Row,
        column: Column,
        cell: Cell,
        target: "_core.Target | None",
        day: date | None,
    ) -> None:
        if self._is_exact and day is not None:
            written = written_in(cell.text, id, day)
            for reading in written or []:
                self._add(cell, **reading)
            if written:
                return
        said = "" if column.unit or self._is_exact else self._unit(row, target)
        unit = column.unit or said
        is_total = not unit and re.search(r"总量|总额|绝对[量值额]", column.head) is not None
        about = self._about(row, day, target)
        value = None if is_total and _is_rate(target) else value_in(cell.text, unit, about)
        if value is None:
            state = state_of(cell.text)
            if state is None or not (state.is_vague or state.lifecycle) or has_numbers(cell.text):
                self._leave(row, cell, _NO_VALUE)
            elif state.lifecycle == "done":
                words = "写了完成，没有写数，请补上实际值"
                self._grid.report(
                    cell.row, cell.column, "no_figure", words, cell.text, "lifecycle done"
                )
            return
        if day is None:
            self._tell(cell, "no_date", _NO_DAY)
            return
        own = quantity_of(cell.text)
        if said and target is not None and said != str(target.unit) and own and not own[1]:
            words = f"没有写单位，按表中的{said}读；目标值的单位是{target.unit}"
            taken = f"{plain(value.number)}{said}"
            self._grid.report(cell.row, cell.column, "unit_taken", words, cell.text, taken)
        is_far = _is_far_off(value, target)
        if is_far and own and not own[1]:
            self._tell(cell, "figure_far_off", f"{_FAR_OFF}；如果数没有错，请写出单位")
            return
        if is_far:
            taken = f"{plain(value.number)}{value.unit}"
            self._grid.report(cell.row, cell.column, "figure_far_off", _FAR_OFF, cell.text, taken)
        if value.is_among_words:
            self._take_words(cell, cell.text, value)
        elif doubt := self._doubt(column, cell, value, target):
            self._tell(cell, *doubt)
            return
        self._add_value(cell, id, day, value)

    def _unit(self, row: Row, target: "_core.Target | None") -> str:
        """The unit of a bare number: of its row, the targets, its title or the table, if it fits."""
        units = [row.text("unit"), self._target_unit, unit_in_title(row.title), self._frame.unit]
        for unit in filter(is_unit, units):
            if target is None or _core.Unit(unit).dimension == target.unit.dimension:
                return unit
        return ""

    def _doubt(
        self, column: Column, cell: Cell, value: Value, target: "_core.Target | None"
    ) -> "tuple[str, str] | None":
        """Code and words of why a number alone cannot be taken; None where it can."""
        own = quantity_of(cell.text)
        if own is None or target is None or target.value is None:
            return None
        is_fall = target.value < 0 < value.number and str(target.measure) in ("growth", "change")
        if is_fall and cell.text[0] not in "+＋" and column.column not in self._signed:
            return "sign_unclear", f"目标值是下降；如果是下降，请写-{cell.text}，否则写+{cell.text}"
        if own[1] or not 0 < value.number <= 1 or abs(target.value) < 2:
            return None
        share = f"{value.number * 100:g}%"
        if _is_rate(target):
            is_said = column.unit == "%" and str(target.measure) != "share"
            words = f"如果是{share}，请写{share}；如果就是{cell.text}%，请写{cell.text}%"
            return None if is_said else ("fraction", words)
        is_counted = target.unit.dimension == str(target.unit) != ""
        if value.number < 1 and (is_counted or not value.unit):
            words = f"如果是目标的{share}，请写完成数；如果就是{cell.text}，请写单位"
            return "fraction", words
        return None

    def _about(
        self,
        row: Row,
        day: date | None,
        target: "_core.Target | None" = None,
        title: str = "",
    ) -> About:
        cells = [cell for role in ("target", "detail") for _, cell in row.cells.get(role, [])]
        words = "\n".join([title, row.title, *(cell.text for cell in cells)])
        return About(words, day, self._frame.start.year, target, self._frame.title)

    def _leave(self, row: Row, cell: Cell, words: str) -> None:
        """Reports a reading that is not taken; what is no number alone stays in the note."""
        self._tell(cell, "reading_unread", words)
        self._keep_words(row, cell)

    def _keep_words(self, row: Row, cell: Cell) -> None:
        own = quantity_of(cell.text)
        if own is None or own[1]:
            self._keep(row, cell)

    def _add_value(self, cell: Cell, id: str, day: date, value: Value) -> None:
        more = {"stage": value.stage} if value.stage else {}
        self._add(cell, id=id, observed_on=day, value=value.number, unit=value.unit, **more)

    def _add(self, cell: Cell, **reading: Any) -> None:
        if wrong := add(self._observations, **reading):
            self._tell(cell, "reading_refused", wrong)

    def _tell(self, cell: Cell, code: str, words: str) -> None:
        self._grid.report(cell.row, cell.column, code, words, cell.text, "not taken")


def _measures_else(row: Row, column: Column) -> bool:
    """Whether a percentage may be the figure of a target that was not read, and no progress."""
    if re.search(r"进度|完成率|完成比例", column.head):
        return False
    words = re.sub(r"\d+[年月日号]|第?[一二三四1-4]季度", "", row.text("target"))
    return (
        re.search(rf"{_RATE}|平均|同步|[高低]于|稳中", words) is not None
        or has_numbers(words)
        or re.search(rf"({_RATE})([（(].*)?$", row.title) is not None
    )


def _is_rate(target: "_core.Target | None") -> bool:
    return target is not None and str(target.unit) == "%"


def _is_far_off(value: Value, target: "_core.Target | None") -> bool:
    """Whether an amount is a hundred times that of its target or more."""
    if target is None or not target.value or str(target.measure) in ("growth", "change", "rank"):
        return False
    number = value.number
    if value.unit:
        number = _core.Quantity(number, value.unit).to(target.unit).value
    aimed = target.value if target.upper is None else target.upper
    return abs(number) >= 100 * abs(aimed)


def _is_nearest(piece: str, place: int, figures: "list[Part]") -> bool:
    """Whether no other figure has more of a title in common with the words than that at `place`."""
    pairs = set(pairwise(piece))
    common = [len(pairs & set(pairwise(title))) for title, _ in figures]
    return common[place] == max(common)
