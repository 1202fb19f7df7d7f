# SPDX-License-Identifier: BSL-1.0
"""What the other cells of a row say of its node: units on duty, dates, state, notes."""

import re
from datetime import date
from typing import Any

from .frame import Frame
from .grid import Cell, Grid
from .rows import Row
from .words import days_of, names_no_day, state_of

_APART = re.compile(
    r"[、，,；;\n/]+(?![^（(]*[）)])|(?<=[一-龥]{2})[ \u3000]+(?=[一-龥]{2})(?![^（(]*[）)])"
)
#: 县财政局、县统计局 in 县发改局（县财政局、县统计局配合）.
_BRACKETS = re.compile(r"[（(]([^（）()]+?)(?:配合|协办|协助)[)）]")
_LEADS = re.compile(r"(牵头|责任|主责|主办)(单位|部门)?[:：]?")
_HELPS = re.compile(r"(配合|协办|协同)(单位|部门)?[:：]")
#: Of a node, as the model limits them.
_NOTE_BYTES = 65536


class Fields:
    """Reads the keywords of nodes."""

    def __init__(self, grid: Grid, frame: Frame, is_exact: bool) -> None:
        self._grid = grid
        self._frame = frame
        self._is_exact = is_exact
        self._kept: dict[int, list[str]] = {}
        self._states: dict[int, str] = {}

    def keep(self, row: Row, cell: Cell) -> None:
        """Keeps the words of a cell in the note of its row."""
        kept = self._kept.setdefault(row.line.number, [])
        if cell.text not in kept:
            kept.append(cell.text)

    def of(self, row: Row) -> dict[str, Any]:
        """The keywords of the node of a row."""
        if not row.cells:
            return {}
        owner, supporting = self._units(row)
        found: dict[str, Any] = {
            "owner": owner,
            "supporting": supporting,
            "start": self._day(row, "start"),
            "due": self._day(row, "due"),
            "lifecycle": self._lifecycle(row),
            "note": self._note(row),
        }
        if not self._is_exact:
            sheet = f"{self._grid.sheet} " if self._grid.sheet else ""
            found["source"] = {"section": f"{sheet}第{row.line.number}行"}
        if found["start"] and found["start"] > (found["due"] or self._frame.end):
            words = "开始时间晚于完成时限，没有采用"
            cell = row.cells["start"][0][1]
            self._grid.report(cell.row, cell.column, "start_after_due", words, cell.text)
            found["start"] = None
        return {key: value for key, value in found.items() if value}

    def _units(self, row: Row) -> tuple[str, list[str]]:
        """Lead unit and supporting units; without 牵头 the first of several leads."""
        owner, helpers = row.text("owner"), row.text("supporting")
        if self._is_exact:
            return owner, names_in(helpers)
        others = _names("、".join(_BRACKETS.findall(owner)))
        parted = _HELPS.split(_BRACKETS.sub("", owner))
        names = [name for name in _names(_LEADS.sub("", parted[0])) if name]
        others += [name for part in parted[1:] if part for name in _names(_LEADS.sub("", part))]
        others = [name for name in others if name not in ("配合", "协办", "单位", "部门", "协同")]
        if len(names) > 1:
            cell = row.cells["owner"][0][1]
            words = f"牵头单位有几个，以{names[0]}为牵头，其余为配合"
            self._grid.report(cell.row, cell.column, "several_leads", words, owner, names[0])
        helping = [*names[1:], *others, *_names(_HELPS.sub("", helpers))]
        return (names or [""])[0], list(dict.fromkeys(name for name in helping if name))

    def _day(self, row: Row, role: str) -> date | None:
        if role not in row.cells:
            return None
        cell = row.cells[role][0][1]
        days = days_of(cell.value, cell.text, self._frame.start.year)
        place = (cell.row, cell.column)
        if days.last is None:
            if names_no_day(cell.text):
                if re.search(r"\w", cell.text):
                    self.keep(row, cell)
                return None
            words = "应为2027-06-30、6月底、第二季度这样的时间"
            self._grid.report(
                *place, f"{role}_unread", words, cell.text, self._frame.end.isoformat()
            )
            self.keep(row, cell)
            return None
        taken = days.last.isoformat()
        if days.is_clamped:
            words = "没有这一天，按当月最后一天"
            self._grid.report(*place, "no_such_day", words, cell.text, taken)
        if days.different > 1:
            words = "有几个时间，取最后一个，因为全部完成才算完成"
            self._grid.report(*place, "several_dates", words, cell.text, taken)
            self.keep(row, cell)
        if role == "due" and days.last < self._frame.start:
            words = f"早于计划期的第一天{self._frame.start.isoformat()}"
            self._grid.report(*place, "due_passed", words, cell.text, self._frame.end.isoformat())
            self.keep(row, cell)
            return None
        return days.last

    def _lifecycle(self, row: Row) -> str:
        """The lifecycle that a column of states or the words of a reading give."""
        for role in ("state", "actual"):
            for _, cell in row.cells.get(role, []):
                state = state_of(cell.text)
                if state is None and role == "state":
                    words = "应为已办结、办理中、暂缓、已取消这样的状态"
                    self._grid.report(
                        cell.row, cell.column, "state_unread", words, cell.text, "note"
                    )
                    self.keep(row, cell)
                elif state is not None and state.is_vague:
                    words = "这是判断，由实际值和时间算出，原文记入备注"
                    self._grid.report(
                        cell.row, cell.column, "state_vague", words, cell.text, "note"
                    )
                    self.keep(row, cell)
                elif state is not None and state.lifecycle:
                    return state.lifecycle
                elif state is not None and role == "state":  # 未启动, which a task's progress says
                    self.keep(row, cell)
        return ""

    def _note(self, row: Row) -> str:
        notes = [cell.text for _, cell in row.cells.get("note", [])]
        if self._is_exact:
            return "；".join(notes)
        for role in ("unread", "detail"):
            for column, cell in row.cells.get(role, []):
                if role == "unread" or "target" in row.cells:
                    notes.append(f"{column.head}：{cell.text}")
        return self._cut(
            row, "；".join(dict.fromkeys([*notes, *self._kept.get(row.line.number, [])]))
        )

    def _cut(self, row: Row, note: str) -> str:
        """A note as long as nodes can have; what goes beyond is reported with its words."""
        kept = note.encode()[:_NOTE_BYTES].decode(errors="ignore")
        if kept != note:
            words = f"备注最多{_NOTE_BYTES}字节，后面的没有记入，请移到别处"
            self._grid.report(row.line.number, 0, "note_too_long", words, note[len(kept) :], "note")
        return kept


def names_in(text: str) -> list[str]:
    """The names that a table of ours lists: parted by ；, or by 、 outside of brackets."""
    parts = text.split("；") if "；" in text else re.split(r"、(?![^（(]*[）)])", text)
    return [part for part in parts if part]


def _names(text: str) -> list[str]:
    return [name.strip(" 。:：") for name in _APART.split(text)]
