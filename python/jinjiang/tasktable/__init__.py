# SPDX-License-Identifier: BSL-1.0
"""Tables of tasks 任务分解表 as offices keep them: read into drafts of plans, and written back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import _core
from .._arguments import in_words
from .._types import Day
from ..builder import PlanBuilder
from .grid import TableProblem
from .table import TableLoss, TaskTable, csv_text, to_table

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

    def _repr_html_(self) -> str:
        from .._display import table_reading_html

        return table_reading_html(self)

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
    from .reader import read

    return TableReading(*read(source, sheet, mapping, year, as_of, id, title))
