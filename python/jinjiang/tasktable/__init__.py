# SPDX-License-Identifier: BSL-1.0
"""Tables of tasks 任务分解表 as offices keep them: read into drafts of plans, and written back."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import _core
from .._arguments import in_words
from .._types import Day
from ..builder import PlanBuilder
from .draft import Draft
from .frame import Frame, frame_of, year_of
from .grid import OTHER_BOOKS, Grid, TableProblem, read_grids
from .heads import Heads, find_heads, has_heads
from .outline import outlined
from .rows import read_rows
from .write import TableLoss, TaskTable, csv_text, to_table

__all__ = [
    "OTHER_BOOKS",
    "TableLoss",
    "TableProblem",
    "TableReading",
    "TaskTable",
    "read_table",
    "to_table",
]


@dataclass(frozen=True, repr=False)
class TableReading:
    """What a table was read as.

    Parameters
    ----------
    plan : as the rows give it
    observations : of the columns of readings
    mapping : head words to what each column was taken for
    problems : what was not understood, or only by a rule that may be wrong; in the table's order
    """

    plan: "_core.Plan"
    observations: "_core.Observations"
    mapping: dict[str, str] = field(default_factory=dict)
    problems: tuple[TableProblem, ...] = ()

    @property
    def draft(self) -> PlanBuilder:
        """A new PlanBuilder that holds all of the plan, to be corrected."""
        return PlanBuilder(self.plan)

    def problems_frame(self) -> Any:
        """The problems as a pandas DataFrame; needs pandas."""
        from .._arrow import package

        pandas = package("pandas", "problems_frame", "pandas")
        return pandas.DataFrame(self.problems, columns=list(TableProblem._fields))

    def problems_csv(self) -> str:
        """The problems as CSV; a field that a spreadsheet would run has a quote sign before it."""
        return csv_text([TableProblem._fields, *self.problems])

    def __repr__(self) -> str:
        plan = self.plan
        heads = ", ".join(f"{head} → {role}" for head, role in self.mapping.items())
        return (
            f"<TableReading {plan.id}: {len(plan.goals)} goals, {len(plan.indicators)} indicators, "
            f"{len(plan.tasks)} tasks, {len(self.observations)} readings, "
            f"{len(self.problems)} problems; {heads}>"
        )


def read_table(
    source: Any,
    *,
    sheet: "str | int | Sequence[str | int] | None" = None,
    mapping: "Mapping[str, str] | None" = None,
    year: int | None = None,
    as_of: "Day | None" = None,
    id: str = "table",
    title: str | None = None,
) -> TableReading:
    """Read a table of tasks: 序号, 工作任务, 目标值, 牵头单位, 配合单位, 完成时限, 进展.

    Rows with a figure become indicators, others tasks, rows with rows beneath them goals. What is
    not understood is in `problems`, with its words.

    Parameters
    ----------
    source : path of a CSV (UTF-8, UTF-16 or GB18030) or XLSX, a DataFrame of pandas or polars, or
        rows: lists of cells or mappings
    sheet : name or number, from 0; default the first that is shown and has heads; of several, or of
        "*" for all that are shown, each becomes a goal, whose name stands before the ids
    mapping : head words, or the letter of a column, to what it is: number, title, detail, group,
        target, unit, measure, owner, supporting, start, due, actual, last_year, read_on, progress,
        state, note, parent, kind, or ignore; other columns are found by their heads
    year : of the plan; default as title, sheet, file, heads or due dates say
    as_of : day of the readings of which nothing else tells the day
    id, title : of the plan; default title what stands above the heads

    Raises
    ------
    FormatError
        The file cannot be read, no row of heads is found, or `mapping` names no column.
    MissingPackageError
        XLSX needs openpyxl: ``pip install 'jinjiang[xlsx]'``.
    OSError
        The file cannot be read.

    >>> import jinjiang as jj
    >>> rows = [["序号", "工作任务", "目标值（亩）"], [1, "盘活低效用地", 7000], [2, "编制规划", None]]
    >>> reading = jj.read_table(rows, year=2027)
    >>> [(node.id, str(node.kind)) for node in reading.plan.nodes]
    [('1', 'indicator'), ('2', 'task')]
    >>> reading.plan["1"].target
    Target(reach 7000 亩, increment)
    """
    if year is not None and (not isinstance(year, int) or not 1900 <= year <= 2999):
        raise ValueError(f"read_table: year: expected a year such as 2027, found {in_words(year)}")
    day = None if as_of is None else _core.parse_date(as_of)
    name = os.path.basename(os.fspath(source)) if isinstance(source, (str, os.PathLike)) else ""
    grids = read_grids(source, sheet)
    pages = [_page(grid, mapping, year, name) for grid in grids if sheet != "*" or has_heads(grid)]
    if not pages:
        pages = [_page(grids[0], mapping, year, name)]
    if day is not None:
        for page in pages:
            page.frame.read_on = page.frame.read_on or day
    frames = [page.frame for page in pages]
    is_one = len(pages) == 1
    default = frames[0].title if is_one else os.path.splitext(name)[0]
    builder = PlanBuilder(
        id,
        title=default if title is None else title,
        start=min(frame.start for frame in frames),
        end=max(frame.end for frame in frames),
    )
    seen = _core.Observations()
    for page in pages:
        _add(page, builder, seen, "" if is_one else page.grid.sheet.strip())
    problems = [
        problem
        for grid in grids
        for problem in sorted(grid.problems, key=lambda problem: problem.row)
    ]
    columns = {head: role for page in pages for head, role in page.heads.mapping.items()}
    return TableReading(builder.build(), seen, columns, tuple(problems))


@dataclass
class _Page:
    grid: Grid
    heads: Heads
    frame: Frame


def _page(grid: Grid, mapping: "Mapping[str, str] | None", year: int | None, name: str) -> _Page:
    """A sheet with its heads and its heading."""
    heads = find_heads(grid, mapping, year)
    found = year or year_of(grid, heads, name)
    heads = find_heads(grid, mapping, found)
    frame = frame_of(grid, heads, found, year)
    if found is None:
        heads = find_heads(grid, mapping, frame.start.year)
    return _Page(grid, heads, frame)


def _add(page: _Page, builder: PlanBuilder, seen: "_core.Observations", within: str) -> None:
    """Adds what a sheet says, as parts of a goal where it is one of several."""
    grid, heads, frame = page.grid, page.heads, page.frame
    if within:
        note = frame.title if frame.title != within else ""
        builder.goal(within, within, note=note)
    is_exact = bool(heads.of("parent"))
    rows = read_rows(grid, heads, is_exact, frame.start.year)
    draft = Draft(grid, heads, frame, is_exact, builder, seen)
    draft.add(outlined(grid, rows, is_exact, within))
