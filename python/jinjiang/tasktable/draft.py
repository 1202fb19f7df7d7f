# SPDX-License-Identifier: BSL-1.0
"""Items become nodes of a draft: goals, indicators with their targets, tasks."""

from typing import Any

from .. import _core
from .._errors import Error
from .._progress_bar import track
from ..builder import PlanBuilder
from .fields import Fields
from .frame import Frame
from .grid import Cell, Grid
from .heads import Column, Heads, is_unit
from .outline import Item
from .rows import Row
from .seen import Part, Seen
from .targets import (
    figures_of,
    guess_of,
    has_numbers,
    measure_of,
    measured,
    parsed,
    quantity_of,
    read_back,
    unit_in_title,
    with_plain_bound,
    with_unit,
    without_unit,
)
from .words import days_of

_KINDS = {"目标": "goal", "指标": "indicator", "任务": "task"}
_NO_UNIT = "单元格、表头和单位列都没有写单位，请补上"


class Draft:
    """Adds the items of a table to a PlanBuilder, and their readings to Observations."""

    def __init__(
        self,
        grid: Grid,
        heads: Heads,
        frame: Frame,
        is_exact: bool,
        builder: PlanBuilder,
        seen: "_core.Observations",
    ) -> None:
        self._grid = grid
        self._frame = frame
        self._is_exact = is_exact
        self._fields = Fields(grid, frame, is_exact)
        self._seen = Seen(grid, heads, frame, is_exact, seen, self._fields.keep)
        self._builder = builder
        for column in heads.of("unread"):
            words = (
                f'不认识“{column.head}”这一列，内容记入备注；可用 mapping 指明，不要的写 "ignore"'
            )
            grid.report(heads.first - 1, column.column, "column_unread", words, column.head, "note")

    def add(self, items: list[Item]) -> None:
        """Adds the items, in their order."""
        self._taken = {item.id for item in items}
        for item in track("read_table", items, len(items)):
            self._add(item)

    def _add(self, item: Item) -> None:
        row = item.row
        parts = self._parts(item)
        kind = row.text("kind").lower() if self._is_exact else ""
        kind = _KINDS.get(kind, kind)
        if kind and kind not in _KINDS.values():
            cell = row.cells["kind"][0][1]
            words = "应为目标、指标或任务"
            self._grid.report(
                cell.row, cell.column, "kind_unread", words, cell.text, "by its cells"
            )
        if item.is_goal or kind == "goal" or len(parts) > 1 or row.more:
            if not row.more and (len(parts) != 1 or parts[0][1] is None):
                self._seen.keep_of_goal(row, parts)
            keywords = self._keywords(item)
            self._builder.goal(item.id, item.title, **keywords)
            self._add_parts(item, parts, keywords)
            return
        target = parts[0][1] if parts else None
        if target is None and kind != "indicator":
            progress = self._seen.of_task(item.id, row)
            self._builder.task(item.id, item.title, progress=progress, **self._keywords(item))
        else:
            self._seen.of_indicator(item.id, row, target)  # what it leaves stays in the note
            self._builder.indicator(item.id, item.title, target=target, **self._keywords(item))

    def _keywords(self, item: Item) -> dict[str, Any]:
        keywords = self._fields.of(item.row)
        return keywords | ({"part_of": item.parents} if item.parents else {})

    def _add_parts(self, item: Item, parts: list[Part], keywords: dict[str, Any]) -> None:
        """The figures of a goal, and the rows below that say more of it, as parts of the goal."""
        row = item.row
        if len(parts) > 1 or (parts and parts[0][1] is not None and not row.more):
            words = "这一行自己也有数，或有几个数，都作为它的下级"
            ids = [self._part(item, title, target, row, keywords) for title, target in parts]
            self._grid.report(
                row.line.number, 0, "figures_of_goal", words, item.title, ", ".join(ids)
            )
            if not row.more and len(parts) == 1:
                self._seen.of_indicator(ids[0], row, parts[0][1])
            elif not row.more:
                of = [(id, title, target) for id, (title, target) in zip(ids, parts, strict=True)]
                self._seen.of_parts(row, of)
        elif not row.more:
            self._seen.of_goal(row)
        if not row.more:
            return
        for one in [row, *row.more]:
            one.title = item.title
            own = parts if one is row else self._parts(Item(one, item.title, id=""))
            for title, target in own[:1] if one is not row or len(parts) == 1 else []:
                self._part(item, title, target, one, self._fields.of(one))
            if not own and one is not row:
                text = " | ".join(cell.text for cell in one.line.cells.values())
                words = "这一行既没有任务也没有目标值，请补上"
                self._grid.report(one.line.number, 0, "no_title", words, text)

    def _part(
        self,
        item: Item,
        title: str,
        target: "_core.Target | None",
        row: Row,
        keywords: dict[str, Any],
    ) -> str:
        count = 1
        while (id := f"{item.id}.{count}") in self._taken:
            count += 1
        self._taken.add(id)
        shared = {
            key: keywords[key]
            for key in ("owner", "supporting", "due", "start", "source")
            if key in keywords
        }
        if target is None:
            self._builder.task(id, title, part_of=item.id, **shared)
            self._seen.of_task(id, row)
        else:
            self._builder.indicator(id, title, target=target, part_of=item.id, **shared)
            if row is not item.row or item.row.more:
                self._seen.of_indicator(id, row, target)
        return id

    def _parts(self, item: Item) -> list[Part]:
        """Titles and targets of a row: one where it has one figure, none where it has no words."""
        row = item.row
        if self._is_exact:
            return [(item.title, self._exact(row))]
        found = row.cells.get("target") or row.cells.get("detail")
        if not found:
            return self._of_title(item)
        column, cell = found[0]
        unit = self._unit(row, column, item.title)
        words = with_plain_bound(cell.text)
        made = parsed(words, unit)
        if made is None and (made := without_unit(words)) is not None:
            self._grid.report(cell.row, cell.column, "no_unit", _NO_UNIT, words, str(made))
        if made is not None:
            self._check_fraction(made, cell)
            whole = words if parsed(words) is not None else with_unit(words, unit)
            return [(item.title, self._measured(made, item.title, whole, row, cell))]
        return self._of_words(item, cell)

    def _exact(self, row: Row) -> "_core.Target | None":
        if "target" not in row.cells:
            return None
        column, cell = row.cells["target"][0]
        made = read_back(cell.text, measure_of(row.text("measure")))
        if made is None:
            say = "应为7000亩、不低于90%、6%左右这样的目标值"
            self._grid.report(cell.row, column.column, "target_unread", say, cell.text, "no target")
        elif not str(made.unit):
            self._grid.report(cell.row, column.column, "no_unit", _NO_UNIT, cell.text, str(made))
        return made

    def _unit(self, row: Row, column: Column, title: str) -> str:
        """The unit of a bare number: of its row, its head, its title, or the table."""
        own = row.text("unit")
        if own and not is_unit(own):
            cell = row.cells["unit"][0][1]
            self._grid.report(cell.row, cell.column, "unit_unread", f"不认识单位“{own}”", own)
            own = ""
        return own or column.unit or unit_in_title(title) or self._frame.unit

    def _check_fraction(self, made: "_core.Target", cell: Cell) -> None:
        bare = quantity_of(cell.text)
        if bare is not None and not bare[1] and 0 < bare[0] <= 1 and str(made.unit) == "%":
            say = f"单位是%，{cell.text}按原样读；如果是{bare[0] * 100:g}%，请写明"
            self._grid.report(cell.row, cell.column, "fraction", say, cell.text, str(made))

    def _measured(
        self, made: "_core.Target", title: str, words: str, row: Row, cell: Cell
    ) -> "_core.Target":
        """The target with its measure: as a column says, else as title and words do."""
        said = row.text("measure")
        if said and (measure := measure_of(said)) is not None:
            try:
                return made.with_measure(measure)
            except Error as error:
                self._grid.report(
                    cell.row, 0, "measure_unread", str(error), said, str(made.measure)
                )
        target, doubts = measured(made, title, words, self._frame.start.year)
        for code, reason in doubts:
            text = f"{title} {words}"
            self._grid.report(cell.row, cell.column, code, reason, text, str(target.measure))
        return target

    def _of_words(self, item: Item, cell: Cell) -> list[Part]:
        """What a sentence in the place of a target holds: one figure, several, or none."""
        figures = self._figures(item.title, with_plain_bound(cell.text))
        parts: list[Part] = []
        for figure in figures:
            try:
                target = figure.target()
            except Error:
                say = _why_no_target(figure)
                self._grid.report(
                    cell.row, cell.column, "target_unread", say, figure.words, "no target"
                )
                continue
            is_apart = len(figures) > 1 or not item.id or item.row.more
            parts.append((_title_of(figure, item.title) if is_apart else item.title, target))
            end = days_of(None, figure.words, self._frame.start.year).last
            if end is not None and end > self._frame.end:
                say = "文字写的时间在计划期之后，请给这个目标单独写时限"
                self._grid.report(
                    cell.row, cell.column, "due_later", say, figure.words, str(target)
                )
            for code, reason in guess_of(figure):
                self._grid.report(cell.row, cell.column, code, reason, figure.words, str(target))
        if not parts:
            if not figures and has_numbers(cell.text):
                say = "没有读出数，作为任务，原文记入备注"
                self._grid.report(cell.row, cell.column, "target_unread", say, cell.text, "task")
            self._fields.keep(item.row, cell)
            return [(item.title, None)] if item.row.more or item.row.title == "" else []
        if item.title not in cell.text and cell.text not in item.title:
            self._fields.keep(item.row, cell)
        return parts

    def _figures(self, title: str, words: str) -> "list[_core.Figure]":
        """The figures of words; a first one that is a number alone measures what the title says."""
        year = self._frame.start.year
        figures, titled = figures_of("", words, year), figures_of(title, words, year)
        if figures and quantity_of(figures[0].title) is not None and len(titled) == len(figures):
            return [titled[0], *figures[1:]]
        return figures

    def _of_title(self, item: Item) -> list[Part]:
        """The figure of a title, where there is no cell for one."""
        figures = figures_of("", item.title, self._frame.start.year) if item.row.cells else []
        if len(figures) != 1 or item.is_goal:
            return []
        try:
            return [(item.title, figures[0].target())]
        except Error:
            return []


def _why_no_target(figure: "_core.Figure") -> str:
    if figure.reference is not None:
        other = figure.reference[0]
        return f"跟随“{other}”，表中没有它的实际值；请在草稿中用 Target.relative 写明跟随哪一项"
    return "这几个字互相矛盾，不能作目标值，请改写"


def _title_of(figure: "_core.Figure", title: str) -> str:
    """The title of one of several figures; one of a verb alone (惠及6800户) follows the row's."""
    own = figure.title
    if not own or quantity_of(own) is not None or own in title:
        return title
    return own if figure.subject or len(own) > 4 else f"{title}（{own}）"
