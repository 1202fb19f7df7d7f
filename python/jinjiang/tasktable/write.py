# SPDX-License-Identifier: BSL-1.0
"""A plan as a table of tasks, and what such a table cannot hold."""

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from .. import _core
from .._arguments import in_words
from .._arrow import package
from .._errors import FormatError
from .._types import Day
from .fields import names_in
from .frame import is_title
from .grid import plain
from .readings import cell_for, written_in
from .targets import MEASURES, words_of
from .xlsx import CONTROLS, xlsx_bytes

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


class TableLoss(NamedTuple):
    """What the table does not hold: of which node (none: of the plan), what, and in words."""

    node: str
    field: str
    message: str


@dataclass(frozen=True, repr=False)
class TaskTable:
    """A plan as the table that offices keep: one row a node, goals above their parts.

    Parameters
    ----------
    heading : what stands above the table: the title and the period of the plan
    rows : mappings of heads to cells; empty cells are None
    lost : what the table does not hold
    """

    heading: str
    rows: list[dict[str, Any]]
    lost: tuple[TableLoss, ...]
    heads: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()

    def to_pandas(self) -> Any:
        """A pandas DataFrame of the rows; needs pandas."""
        pandas = package("pandas", "to_pandas", "pandas")
        return pandas.DataFrame(self.rows, columns=list(self.heads))

    def save(self, path: "str | os.PathLike[str]") -> str:
        """Write the table as CSV or XLSX, by the ending of the name, and return the path.

        At every moment the file is the old or the new one.

        Raises
        ------
        FormatError
            The name ends in neither .csv nor .xlsx.
        OSError
            The file cannot be written; what was there is left.
        """
        name = os.fspath(path)
        ending = os.path.splitext(name)[1].lower()
        if ending == ".csv":
            content = self._csv()
        elif ending == ".xlsx":
            rows = [[_shown(row[head]) for head in self.heads] for row in self.rows]
            titles = self.heads.index(next(h for h in _HEADS["title"] if h in self.heads)) + 1
            content = xlsx_bytes(
                _shown(self.heading), list(self.heads), rows, {titles: list(self.levels)}
            )
        else:
            raise FormatError(f"{name}: expected a name that ends in .csv or .xlsx")
        _core.write_file(name, content)
        return name

    def _csv(self) -> bytes:
        rows = [[row[head] for head in self.heads] for row in self.rows]
        blank = [""] * (len(self.heads) - 1)
        return ("\ufeff" + csv_text([[self.heading, *blank], self.heads, *rows])).encode()

    def __repr__(self) -> str:
        return f"<TaskTable {self.heading}: {len(self.rows)} rows, {len(self.lost)} things lost>"


def csv_text(rows: Iterable[Iterable[Any]]) -> str:
    """Rows as CSV whose fields no spreadsheet runs."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(map(_guarded, row) for row in rows)
    return text.getvalue()


def _percent(share: float) -> str:
    """A share as a percentage, or as it is where a percentage would not read back as the same."""
    text = plain(share * 100)
    return f"{text}%" if float(text) / 100 == share else plain(share)


def _shown(value: Any) -> Any:
    """A value as cells hold it: without control characters, its lines parted as on Unix."""
    if isinstance(value, float) and float(f"{value:.15g}") != value:
        return plain(value)  # spreadsheets keep fifteen digits of a number
    if not isinstance(value, str):
        return value
    return CONTROLS.sub(" ", re.sub(r"\r\n?", "\n", value))


def _held(text: str) -> str:
    """What a cell holds of a text."""
    return str(_shown(text)).strip()


def _guarded(value: Any) -> str:
    """A field that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, float):
        return plain(value)
    text = str(_shown(value))
    return f"'{text}" if re.match(r"[=+\-@']", text) else text


def to_table(
    plan: "_core.Plan",
    observations: "_core.Observations | None" = None,
    as_of: Day | None = None,
    language: str = "zh",
) -> TaskTable:
    """The plan as a table of tasks that `read_table` reads back; `lost` lists what it cannot hold.

    Parameters
    ----------
    observations : one column of readings for each of their days
    as_of : no readings after this day
    language : of the heads, zh or en

    >>> import jinjiang as jj
    >>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
    >>> draft.indicator("land", "盘活低效用地", target="7000亩", measure="increment")
    >>> draft.build().to_table().rows[0]["目标值"]
    '7000亩'
    """
    if language not in ("zh", "en"):
        raise ValueError(f'to_table: language: expected "zh" or "en", found {in_words(language)}')
    if observations is not None and not isinstance(observations, _core.Observations):
        raise TypeError(
            f"to_table: observations: expected Observations, found {in_words(observations)}"
        )
    return _Writer(plan, language).table(observations, as_of)


class _Writer:
    def __init__(self, plan: "_core.Plan", language: str) -> None:
        self._plan = plan
        self._place = 0 if language == "zh" else 1
        self._lost: list[TableLoss] = []

    def table(self, observations: "_core.Observations | None", as_of: Day | None) -> TaskTable:
        plan = self._plan
        self._lose_of_plan()
        order = list(_in_outline(plan))
        if [node.id for node, _ in order] != [node.id for node in plan.nodes]:
            self._lose("", "position", "goals stand right above their parts")
        cells = [self._cells(node) for node, _ in order]
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
        elif plan.title != _held(plan.title) or not is_title(plan.title):
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
        plan, is_goal = self._plan, node.kind == "goal"
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
            "start": node.start if node.start != plan.start else None,
            "due": None if is_goal and node.due == plan.end else node.due,
            "state": None if state == "active" else (_STATES[state] if self._place == 0 else state),
            "progress": None if node.progress is None else _percent(node.progress),
            "note": self._text(node, "note", node.note) or None,
            **self._other(node),
        }

    def _other(self, node: "_core.Node") -> dict[str, Any]:
        """Lists what no column is for."""
        for goal, weight, veto in node.links:
            if weight != 1:
                self._lose(node.id, "weight", f"{weight:g} in {goal.id}")
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
        if text != _held(text):
            self._lose(node.id, field, "spaces at its ends, or signs that cells cannot hold")
        return text

    def _joined(self, node: "_core.Node", field: str, names: list[str], mark: str) -> str:
        if len(names) > 1 and any(mark in name for name in names):
            self._lose(node.id, field, f"a name has the sign {mark} that parts names")
        return mark.join(names)

    def _supporting(self, node: "_core.Node") -> str | None:
        names = list(node.supporting)
        text = next((t for mark in "、；" if names_in(_held(t := mark.join(names))) == names), None)
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
