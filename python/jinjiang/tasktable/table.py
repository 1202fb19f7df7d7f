# SPDX-License-Identifier: BSL-1.0
"""A plan as a table of tasks: its rows, its files, and what it cannot hold.

What reads and writes the cells is imported where it is used: its patterns take long to compile.
"""

import csv
import io
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from .. import _core
from .._arguments import in_words
from .._arrow import package
from .._errors import FormatError
from .._types import Day
from .grid import plain

_TITLES = ("工作任务", "Task")
#: What XML 1.0 has no place for.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class TableLoss(NamedTuple):
    """Something of a plan that a table does not hold.

    Parameters
    ----------
    node : id of the node; empty for the plan
    field : what is lost, as in the JSON of plans
    message : the loss in words
    """

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
    heads : the words above the columns
    levels : of each row, how deep its node lies, from 0
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

        Parameters
        ----------
        path : a path that ends in .csv or .xlsx

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
            rows = [[shown(row[head]) for head in self.heads] for row in self.rows]
            titles = self.heads.index(next(h for h in _TITLES if h in self.heads)) + 1
            from .xlsx import xlsx_bytes

            content = xlsx_bytes(
                shown(self.heading), list(self.heads), rows, {titles: list(self.levels)}
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


def shown(value: Any) -> Any:
    """A value as cells hold it: without control characters, its lines parted as on Unix."""
    if isinstance(value, float) and float(f"{value:.15g}") != value:
        return plain(value)  # spreadsheets keep fifteen digits of a number
    if not isinstance(value, str):
        return value
    return _CONTROLS.sub(" ", re.sub(r"\r\n?", "\n", value))


def held(text: str) -> str:
    """What a cell holds of a text."""
    return str(shown(text)).strip()


def _guarded(value: Any) -> str:
    """A field that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, float):
        return plain(value)
    text = str(shown(value))
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
    from .write import Writer

    return Writer(plan, language).table(observations, as_of)
