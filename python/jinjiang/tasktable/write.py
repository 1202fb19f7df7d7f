# SPDX-License-Identifier: BSL-1.0
"""The cells of a plan as a table of tasks, and what such a table cannot hold."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from .. import _core
from .._arguments import in_words
from .._progress_bar import track
from .._types import Day
from .fields import names_in
from .frame import is_title
from .grid import plain
from .readings import cell_for, written_in
from .table import TableLoss, TaskTable, held
from .targets import MEASURES, words_of

_HEADS = {
    "number": ("序号", "No."),
    "parent": ("上级序号", "Part of"),
    "kind": ("类型", "Kind"),
    "title": ("工作任务", "Task"),
    "target": ("目标值", "Target"),
    "measure": ("计量方式", "Measure"),
    "owner": ("牵头单位", "Lead unit"),
    "supporting": ("配合单位", "Supporting units"),
    "start": ("开始时间", "Start"),
    "due": ("完成时限", "Due"),
    "state": ("状态", "Lifecycle"),
    "progress": ("完成率", "Progress"),
    "note": ("备注", "Note"),
}
#: Columns that are left out where no row has anything in them.
_IF_ANY = ("supporting", "start", "state", "progress", "note")
_KINDS = {"goal": "目标", "indicator": "指标", "task": "任务"}
_STATES = {"draft": "草案", "suspended": "暂缓", "done": "已办结", "cancelled": "已取消"}


def _percent(share: float) -> str:
    """A share as a percentage, or as it is where a percentage would not read back as the same."""
    text = plain(share * 100)
    return f"{text}%" if float(text) / 100 == share else plain(share)


class Writer:
    """Makes the table of a plan."""

    def __init__(self, plan: "_core.Plan", language: str) -> None:
        self._plan = plan
        self._place = 0 if language == "zh" else 1
        self._lost: list[TableLoss] = []
        self._given = {node["id"]: node for node in json.loads(plan.to_json()).get("nodes", [])}

    def table(self, observations: "_core.Observations | None", as_of: Day | None) -> TaskTable:
        plan = self._plan
        self._lose_of_plan()
        order = list(_in_outline(plan))
        if [node.id for node, _ in order] != [node.id for node in plan.nodes]:
            self._lose("", "position", "goals stand right above their parts")
        nodes = track("write_table", order, len(order))
        cells = [self._cells(node) for node, _ in nodes]
        roles = [r for r in _HEADS if r not in _IF_ANY or any(row[r] is not None for row in cells)]
        names = {role: _HEADS[role][self._place] for role in roles}
        days = self._readings(observations, None if as_of is None else _core.parse_date(as_of))
        title = "实际值（{}）" if self._place == 0 else "Actual ({})"
        rows = []
        for (node, _), row in zip(order, cells, strict=True):
            shown = {names[role]: row[role] for role in roles if role != "note"}
            shown |= {title.format(day.isoformat()): of.get(node.id) for day, of in days.items()}
            rows.append(shown | {names[role]: row[role] for role in roles if role == "note"})
        heads = [names[role] for role in roles if role != "note"]
        heads += [title.format(day.isoformat()) for day in days]
        heads += [names["note"]] if "note" in names else []
        to = "至" if self._place == 0 else " to "
        heading = f"{plan.title or plan.id}（{plan.start.isoformat()}{to}{plan.end.isoformat()}）"
        levels = tuple(level for _, level in order)
        return TaskTable(heading, rows, tuple(self._lost), tuple(heads), levels)

    def _lose(self, node: str, field: str, message: str) -> None:
        self._lost.append(TableLoss(node, field, message))

    def _lose_of_plan(self) -> None:
        plan = self._plan
        if not plan.title:
            self._lose("", "title", f'the plan has none; its id "{plan.id}" stands above the table')
        elif plan.title != held(plan.title) or not is_title(plan.title):
            self._lose("", "title", "words that stand above a table are not read as it")
        self._lose("", "id", f'"{plan.id}": give read_table id="{plan.id}"')
        for field in ("issuer", "source", "extensions"):
            if value := getattr(plan, field):
                self._lose("", field, in_words(value))
        if plan.policy != _core.Policy():
            self._lose("", "policy", "the limits of verdicts")
        if plan.units.symbols != _core.UnitTable().symbols:
            self._lose("", "units", "units of the plan's own")

    def _cells(self, node: "_core.Node") -> dict[str, Any]:
        plan = self._plan
        target, measure = self._target(node)
        state = str(node.lifecycle)
        parents = [goal.id for goal in node.parents]
        return {
            "number": node.id,
            "parent": self._joined(node, "part_of", parents, "；") or None,
            "kind": _KINDS[str(node.kind)] if self._place == 0 else str(node.kind),
            "title": self._text(node, "title", node.title) or None,
            "target": target or None,
            "measure": measure or None,
            "owner": self._text(node, "owner", node.owner) or None,
            "supporting": self._supporting(node),
            "start": self._day(node, "start", plan.start),
            "due": self._day(node, "due", plan.end),
            "state": None if state == "active" else (_STATES[state] if self._place == 0 else state),
            "progress": None if node.progress is None else _percent(node.progress),
            "note": self._text(node, "note", node.note) or None,
            **self._other(node),
        }

    def _day(self, node: "_core.Node", field: str, default: date) -> date | None:
        """A day that was given, be it the plan's; one that follows is shown, and comes back given."""
        day: date = getattr(node, field)
        if field in self._given[node.id]:
            return day
        if day == default:
            return None
        self._lose(node.id, field, f"{day.isoformat()} follows from others, and reads as given")
        return day

    def _other(self, node: "_core.Node") -> dict[str, Any]:
        """Lists what no column is for."""
        for goal, weight, veto in node.links:
            if weight != 1:
                self._lose(node.id, "weight", f"{plain(weight)} in {goal.id}")
            if veto:
                self._lose(node.id, "veto", f"of {goal.id}")
        for other, *_ in node.predecessors:
            self._lose(node.id, "depends_on", other.id)
        for day, target, _ in node.revisions:
            self._lose(node.id, "revisions", f"{target!r} from {day.isoformat()}")
        if node.kind == "goal" and node.rule != "mean":
            self._lose(node.id, "rule", str(node.rule))
        if node.kind != "indicator" and node.firmness != "committed":
            self._lose(node.id, "firmness", str(node.firmness))
        if node.kind == "task" and str(node.profile) != "at_due":
            self._lose(node.id, "profile", repr(node.profile))
        if node.duration:
            self._lose(node.id, "duration", f"{node.duration} days")
        for field in ("source", "tags", "extensions"):
            if value := getattr(node, field):
                self._lose(node.id, field, in_words(value))
        return {}

    def _target(self, node: "_core.Node") -> tuple[str, str]:
        if node.target is None:
            return "", ""
        words, lost = words_of(node.target)
        for field in lost:
            value = node.target if field == "target" else getattr(node.target, field)
            self._lose(node.id, field if field == "target" else f"target.{field}", str(value))
        measure = str(node.target.measure)
        return words, (MEASURES[measure] if self._place == 0 else measure) if words else ""

    def _text(self, node: "_core.Node", field: str, text: str) -> str:
        if text != held(text):
            self._lose(node.id, field, "spaces at its ends, or signs that cells cannot hold")
        return text

    def _joined(self, node: "_core.Node", field: str, names: list[str], mark: str) -> str:
        if len(names) > 1 and any(mark in name for name in names):
            self._lose(node.id, field, f"a name has the sign {mark} that parts names")
        return mark.join(names)

    def _supporting(self, node: "_core.Node") -> str | None:
        names = list(node.supporting)
        text = next((t for mark in "、；" if names_in(held(t := mark.join(names))) == names), None)
        if text is None:
            words = "a name holds the sign that parts names, or what cells cannot hold"
            self._lose(node.id, "supporting", words)
        return text or "、".join(names) or None

    def _readings(
        self, observations: "_core.Observations | None", as_of: date | None
    ) -> dict[date, dict[str, Any]]:
        """By day and node what the cell says; what it cannot say is lost."""
        groups: dict[date, dict[str, list[_core.Observation]]] = {}
        for reading in observations or ():
            if as_of is not None and reading.observed_on > as_of:
                continue
            if reading.id not in self._plan:
                self._lose(reading.id, "reading", "the plan has no such node")
                continue
            for field in ("source", "note"):
                if value := getattr(reading, field):
                    self._lose(reading.id, f"reading.{field}", in_words(value))
            groups.setdefault(reading.observed_on, {}).setdefault(reading.id, []).append(reading)
        cells: dict[date, dict[str, Any]] = {}
        for day in sorted(groups):
            for id, readings in groups[day].items():
                cell = cell_for(readings)
                text = cell if isinstance(cell, str) else plain(cell)
                if len(written_in(text, id, day) or ()) != len(readings):
                    self._lose(id, "reading", f"of {day.isoformat()}: {text}")
                    continue
                cells.setdefault(day, {})[id] = cell
        return cells


def _in_outline(plan: "_core.Plan") -> Iterator[tuple["_core.Node", int]]:
    """Every node once, behind the first goal that it is part of, with its level from 0."""
    shown: set[str] = set()
    stack = [(node, 0) for node in reversed(list(plan.roots))]
    while stack:
        node, level = stack.pop()
        if node.id in shown:
            continue
        shown.add(node.id)
        yield node, level
        stack.extend((child, level + 1) for child in reversed(list(node.children)))
