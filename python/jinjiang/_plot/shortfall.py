# SPDX-License-Identifier: BSL-1.0
"""What goals have attained, what they lack to what was expected, and what is still to come."""

from typing import Any

from .. import _core, _display
from .._display import lacking
from . import canvas
from .canvas import Axes
from .outline import title_of_plan
from .words import checked_depth, counts, language_of, plain, said, short, whole_parts

ATTAINED, UNSURE, LACKING, TO_COME = "#56b4e9", "#d3e8f7", "#d55e00", "#eceff2"
LACKING_UNSURE = "#f5d9c6"


def draw(
    evaluation: "_core.Evaluation",
    ax: Axes | None,
    depth: int,
    most: int,
    language: str | None,
) -> Axes:
    """See `EvaluationPlots.shortfall`."""
    plan = evaluation.plan
    language = language_of(plan, language)
    goals = goals_of(evaluation, checked_depth("shortfall", depth))
    judged = [result for result in goals if result.attainment is not None]
    judged.sort(key=lambda result: (is_unsure(result), -lacking(result), result.attainment or 0.0))
    rows = canvas.rows_that_fit(ax, most)
    shown = judged[:rows]
    with canvas.canvas(ax, canvas.height_of(len(shown) + 1)) as ax:
        day = evaluation.as_of.isoformat()
        title = said(language, f"目标差距　截至 {day}", f"Shortfall of goals as of {day}")
        others = [result for result in goals if result.attainment is None]
        if not shown:
            canvas.empty(ax, said(language, "没有可评价的目标", "no goal has data"))
            canvas.note(ax, _left_out(others, judged[rows:], language))
            canvas.heading(ax, title)
            return ax
        size = canvas.row_size(ax, len(shown))
        parts = [_words(result, language) for result in shown]
        names = [result.title or result.id for result in shown]
        left = canvas.share_for(ax, names, size, 0.10, 0.28)
        right = canvas.share_for(ax, map("".join, parts), size, 0.20, 0.70 - left)
        begin, end = canvas.lanes(ax, len(shown), (0.0, 1.0), left, right)
        letters = canvas.columns_of(ax, left - 0.01, size)
        columns = canvas.columns_of(ax, right - 0.01, size)
        small = canvas.size_that_fits(map("".join, parts), columns, size)
        for row, result in enumerate(shown):
            _draw_row(ax, row, result)
            ax.text(begin, row, short(names[row], letters), va="center", size=size)
            words = whole_parts(parts[row], int(columns * size / small))
            ax.text(end, row, words, va="center", size=small)
        ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
        canvas.bare(ax)
        canvas.note(ax, short(title_of_plan(plan), 60), _left_out(others, judged[rows:], language))
        canvas.heading(ax, title, _legend(language))
        return ax


def _legend(language: str) -> list[Any]:
    from matplotlib.patches import Patch

    edge: dict[str, Any] = {"edgecolor": canvas.MUTED, "linewidth": 0.5}
    return [
        Patch(facecolor=ATTAINED, label=said(language, "完成率", "attained"), **edge),
        Patch(
            facecolor=UNSURE,
            hatch="...",
            label=said(language, "完成率（覆盖率不足）", "attained, too little data"),
            **edge,
        ),
        Patch(
            facecolor=LACKING,
            hatch="///",
            label=said(language, "欠序时进度", "lacking to what was expected"),
            **edge,
        ),
        Patch(facecolor=TO_COME, label=said(language, "尚待完成", "to come"), **edge),
    ]


def is_unsure(result: "_core.NodeResult") -> bool:
    """Whether the attainment is of too few parts for a verdict."""
    return str(result.status) == "no_data"


def goals_of(evaluation: "_core.Evaluation", depth: int) -> "list[_core.NodeResult]":
    found = {
        node.id: node
        for node, level, _ in evaluation.plan.outline()
        if level < depth and node.kind == "goal"
    }
    return [evaluation[id] for id in found]


def _draw_row(ax: Axes, row: int, result: "_core.NodeResult") -> None:
    attained = result.attainment or 0.0
    gap = min(lacking(result), 1 - attained)
    edge: dict[str, Any] = {"edgecolor": canvas.MUTED, "linewidth": 0.5, "height": 0.6}
    unsure = is_unsure(result)
    style: dict[str, Any] = {"color": ATTAINED, **edge}
    if unsure:
        style |= {"color": UNSURE, "hatch": "..."}
    ax.barh(row, attained, gid=f"attained {result.id}", **style)
    if gap > 0:
        ax.barh(
            row,
            gap,
            left=attained,
            color=LACKING_UNSURE if unsure else LACKING,
            hatch="///",
            gid=f"lacking {result.id}",
            **edge,
        )
    rest = 1 - attained - gap
    if rest > 0:
        ax.barh(row, rest, left=attained + gap, color=TO_COME, gid=f"rest {result.id}", **edge)


def _words(result: "_core.NodeResult", language: str) -> list[str]:
    share = _display.percent(result.attainment)
    if is_unsure(result):
        known = _display.percent(result.coverage)
        return [share, said(language, f"，覆盖率 {known}", f", coverage {known}")]
    words = [f"{_core.label(result.status, language)} {share}"]
    if gap := lacking(result):
        points = _display.percent(gap)[:-1]
        words.append(said(language, f"，欠 {points} 个百分点", f", lacks {points} pp"))
        if _display.is_apart(result):
            own = _display.percent(_display.held(result))
            words.append(
                said(language, f"（已要求的部分 {own}）", f" (of what was expected {own})")
            )
    return words


def _left_out(
    others: "list[_core.NodeResult]", cut: "list[_core.NodeResult]", language: str
) -> str:
    notes = []
    if cut:
        notes.append(
            said(
                language,
                f"差距更小的 {len(cut)} 个目标未画出",
                f"{len(cut)} goals that lack less are not drawn",
            )
        )
    if others:
        parts = counts((result.status for result in others), language)
        notes.append(
            said(
                language,
                f"没有完成率的 {len(others)} 个目标未画出：{parts}",
                f"{len(others)} goals without an attainment are not drawn: {parts}",
            )
        )
    return plain(said(language, "；", "; ").join(notes))
