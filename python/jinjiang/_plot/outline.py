# SPDX-License-Identifier: BSL-1.0
"""An icicle: levels of the plan side by side, each node as tall as the leaves beneath it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from .. import _core, _display
from . import canvas
from .canvas import Axes
from .words import (
    checked_depth,
    edge_of,
    ink_on,
    language_of,
    legend_of,
    look,
    said,
    short,
    whole_parts,
    width_of,
)

#: Points; nodes that are lower have neither a frame nor a hatch.
THIN = 1.0
#: Inches of a row in which a name can be read, and of what stands above and below them all.
_ROW, _MARGIN = 0.145, 1.0


class Cell(NamedTuple):
    """A node in the icicle: its level, and its rows from the top."""

    node: "_core.Node"
    level: int
    top: int
    rows: int


def draw(evaluation: "_core.Evaluation", ax: Axes | None, depth: int, language: str | None) -> Axes:
    """See `EvaluationPlots.outline`."""
    checked_depth("outline", depth)
    plan = evaluation.plan
    language = language_of(plan, language)
    cells = _cells(plan)
    shown = [cell for cell in cells if cell.level < depth]
    total = sum(cell.rows for cell in cells if cell.level == 0)
    height = max(canvas.HEIGHT, _MARGIN + _ROW * min(total, len(shown)))
    with canvas.canvas(ax, height) as ax:
        day = evaluation.as_of.isoformat()
        title = short(title_of_plan(plan), 50) + said(language, f"　截至 {day}", f" as of {day}")
        if not cells:
            canvas.empty(ax, said(language, "计划中没有事项", "the plan has no nodes"))
            canvas.heading(ax, title)
            return ax
        levels = 1 + max(cell.level for cell in shown)
        ax.set_xlim(0, levels)
        ax.set_ylim(total, 0)
        ax.set_xticks([])
        ax.set_yticks([])
        canvas.bare(ax, bottom=False)
        row = (canvas.inches(ax)[1] - 0.8) * 72 / total
        thick = [cell for cell in shown if cell.rows * row >= THIN]
        _draw_thin(ax, [cell for cell in shown if cell.rows * row < THIN], evaluation)
        unnamed = len(shown) - len(thick)
        for cell in thick:
            result = evaluation[cell.node.id]
            unnamed += not _draw_cell(ax, cell, result, levels, cell.rows * row, language)
        hidden = len({cell.node.id for cell in cells} - {cell.node.id for cell in shown})
        leaves, _ = _display.status_counts(evaluation.results)
        canvas.note(ax, *_notes(depth, hidden, unnamed, leaves.total(), language))
        drawn = {evaluation[cell.node.id].status for cell in shown}
        canvas.heading(ax, title, legend_of(leaves.elements(), language, drawn))
        return ax


def title_of_plan(plan: "_core.Plan") -> str:
    """The title of a plan, or its id."""
    return plan.title or plan.id


def _cells(plan: "_core.Plan") -> list[Cell]:
    """Every place of the outline; a leaf, and a goal that was shown before, takes one row."""
    outline = plan.outline()
    cells: list[Cell] = []
    open_cells: list[Cell] = []
    top = 0

    def close(level: int) -> None:
        while open_cells and open_cells[-1].level >= level:
            cell = open_cells.pop()
            index = places.pop()
            cells[index] = cell._replace(rows=max(top - cell.top, 1))

    places: list[int] = []
    for position, (node, level, _) in enumerate(outline):
        close(level)
        is_leaf = position + 1 == len(outline) or outline[position + 1][1] <= level
        cells.append(Cell(node, level, top, 1))
        if is_leaf:
            top += 1
        else:
            open_cells.append(cells[-1])
            places.append(len(cells) - 1)
    close(0)
    return cells


def _draw_thin(ax: Axes, cells: list[Cell], evaluation: "_core.Evaluation") -> None:
    """Draws nodes that are thinner than a line, all of a status at once."""
    from matplotlib.collections import PolyCollection

    corners: dict[str, list[Any]] = {}
    for cell in cells:
        left, top, bottom = cell.level, cell.top, cell.top + cell.rows
        box = [(left, top), (left + 1, top), (left + 1, bottom), (left, bottom)]
        corners.setdefault(str(evaluation[cell.node.id].status), []).append(box)
    for status, boxes in corners.items():
        style: dict[str, Any] = {
            "facecolor": look(status).colour,
            "linewidth": 0,
            "antialiased": False,
        }
        ax.add_collection(PolyCollection(boxes, gid=f"thin {status}", **style), autolim=False)


def _draw_cell(
    ax: Axes,
    cell: Cell,
    result: "_core.NodeResult",
    levels: int,
    room: float,
    language: str,
) -> bool:
    """Draws a node in a room of so many points; whether its name could be written."""
    from matplotlib.patches import Rectangle

    style = look(result.status)
    ax.add_patch(
        Rectangle(
            (cell.level, cell.top),
            1,
            cell.rows,
            facecolor=style.colour,
            hatch=style.hatch,
            edgecolor=edge_of(result.status),
            linewidth=0,
            gid=f"{result.status} {cell.node.id}",
        )
    )
    if room > 2:
        corner = (cell.level, cell.top)
        frame = Rectangle(corner, 1, cell.rows, fill=False, edgecolor=canvas.RULE, lw=0.4)
        ax.add_patch(frame)
    size = min(canvas.base_size(ax) * 0.95, room * 0.72)
    if size < 6.2:
        return False
    columns = canvas.columns_of(ax, 0.95 / levels, size)
    lines = _label(result, columns, 2 if room > 2.6 * size else 1, language)
    ax.text(
        cell.level + 0.02,
        cell.top + cell.rows / 2,
        lines,
        va="center",
        size=size,
        color=ink_on(style.colour),
        linespacing=1.25,
        bbox={"facecolor": style.colour, "edgecolor": "none", "pad": 0.8} if style.hatch else None,
        clip_on=True,
    )
    return True


def _label(result: "_core.NodeResult", columns: int, lines: int, language: str) -> str:
    parts = [_core.label(result.status, language)]
    if result.attainment is not None and result.status != "no_data":
        parts.append(f" {_display.percent(result.attainment)}")
    title = result.title or result.id
    if lines == 2:
        return f"{short(title, columns)}\n{whole_parts(parts, columns)}"
    verdict = "".join(parts)
    room = columns - width_of(verdict) - 2
    return f"{short(title, room)}  {verdict}" if room >= 6 else short(title, columns)


def _notes(depth: int, hidden: int, unnamed: int, leaves: int, language: str) -> Sequence[str]:
    counted = said(
        language,
        f"图例：{leaves} 项指标和任务，目标不计入",
        f"legend: {leaves} indicators and tasks, no goals",
    )
    notes = [said(language, "高度：下属的指标和任务数", "height: how many leaves lie beneath")]
    notes.append(counted)
    if hidden:
        notes.append(
            said(
                language,
                f"画出 {depth} 层，更深的 {hidden} 项未画出",
                f"{depth} levels are drawn, {hidden} nodes lie deeper",
            )
        )
    if unnamed:
        notes.append(
            said(
                language,
                f"{unnamed} 项太小，未写名称",
                f"{unnamed} are too small for their names",
            )
        )
    return ["；".join(notes) if language == "zh" else "; ".join(notes)]
