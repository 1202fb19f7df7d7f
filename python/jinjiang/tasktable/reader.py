# SPDX-License-Identifier: BSL-1.0
"""Sheets of tables of tasks become one plan with its readings."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .. import _core
from .._types import Day
from ..builder import PlanBuilder
from .draft import Draft
from .frame import Frame, frame_of, year_of
from .grid import Grid, TableProblem, read_grids
from .heads import Heads, find_heads, has_heads
from .outline import outlined
from .rows import read_rows

Parts = tuple["_core.Plan", "_core.Observations", dict[str, str], tuple[TableProblem, ...]]


def read(
    source: Any,
    sheet: Any,
    mapping: "Mapping[str, str] | None",
    year: int | None,
    as_of: "Day | None",
    id: str,
    title: str | None,
) -> Parts:
    """Plan, readings, heads to roles, and problems of a table, as `read_table` describes them."""
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
        for problem in sorted(
            grid.problems, key=lambda problem: (problem.row, len(problem.column), problem.column)
        )
    ]
    columns = {head: role for page in pages for head, role in page.heads.mapping.items()}
    return builder.build(), seen, columns, tuple(problems)


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
