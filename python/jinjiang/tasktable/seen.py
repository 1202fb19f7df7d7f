# SPDX-License-Identifier: BSL-1.0
"""Readings of a table: which day they are of, and what of their words is a number."""

from datetime import date
from typing import Any

from .. import _core
from .frame import Frame
from .grid import Cell, Grid
from .heads import Column, Heads
from .readings import add, share_in, value_in, written_in
from .rows import Row
from .words import day_until, days_of, state_of


class Seen:
    """Collects the observations of a table."""

    def __init__(self, grid: Grid, heads: Heads, frame: Frame, is_exact: bool) -> None:
        self._grid = grid
        self._frame = frame
        self._is_exact = is_exact
        self.observations = _core.Observations()

    def of_indicator(self, id: str, row: Row, target: "_core.Target | None") -> None:
        """The readings of an indicator."""
        for column, cell in row.cells.get("actual", []):
            self._read(id, row, column, cell, target, self._day(row, column, cell))
        for column, cell in row.cells.get("last_year", []):
            day = date(self._frame.start.year - 1, 12, 31)
            self._read(id, row, column, cell, target, day)
        for _, cell in row.cells.get("progress", []):
            words = "the share of an indicator is computed from its readings"
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
                state = state_of(cell.text)
                share = (
                    state.progress
                    if state
                    else share_in(cell.text, "%" in column.head or role == "progress")
                )
                if share is None:
                    if state is None or not (state.lifecycle or state.is_vague):
                        words = "expected a progress such as 60%, 已完成 or 未启动"
                        self._tell(cell, "reading_unread", words)
                elif day is None or (self._is_exact and role == "progress"):
                    progress = share
                else:
                    self._add(cell, id=id, observed_on=day, value=share)
        for _, cell in row.cells.get("last_year", []):
            self._tell(cell, "reading_unread", "a task has no reading of the year before")
        return progress

    def of_goal(self, row: Row) -> None:
        """A goal has no readings: what stands there is reported."""
        if row.more:
            return
        for role in ("actual", "progress", "last_year"):
            for _, cell in row.cells.get(role, []):
                words = "a goal is measured through its parts; give the reading to one of them"
                self._tell(cell, "reading_of_goal", words)

    def _day(self, row: Row, column: Column, cell: Cell) -> date | None:
        """The day of a reading: of its head, a column, its words, or the table."""
        year = self._frame.start.year
        if column.day is not None:
            return column.day
        if "read_on" in row.cells:
            own = row.cells["read_on"][0][1]
            if (day := days_of(own.value, own.text, year).last) is not None:
                return day
            self._tell(own, "date_unread", "expected a date such as 2027-06-30")
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
        unit = column.unit or ("" if target is not None else row.text("unit"))
        value = value_in(cell.text, unit, target)
        if value is None:
            state = state_of(cell.text)
            if state is None or not (state.is_vague or state.lifecycle):
                words = "expected one number of the target's kind, such as 1600 or 已完成1600亩"
                self._tell(cell, "reading_unread", words)
            elif state.lifecycle == "done":
                words = "the words say that it is done, but give no figure; give the reading"
                self._grid.report(
                    cell.row, cell.column, "no_figure", words, cell.text, "lifecycle done"
                )
            return
        if day is None:
            words = "nothing says of which day the reading is; name it in the head, such as 进展（6月底）"
            self._tell(cell, "no_date", words)
            return
        if value.is_among_words:
            taken = f"{value.number:g}{value.unit}"
            words = "the one figure of the words that fits was taken"
            self._grid.report(cell.row, cell.column, "reading_in_words", words, cell.text, taken)
        self._add(cell, id=id, observed_on=day, value=value.number, unit=value.unit)

    def _add(self, cell: Cell, **reading: Any) -> None:
        if wrong := add(self.observations, **reading):
            self._tell(cell, "reading_refused", wrong)

    def _tell(self, cell: Cell, code: str, words: str) -> None:
        self._grid.report(cell.row, cell.column, code, words, cell.text, "not taken")
