# SPDX-License-Identifier: BSL-1.0
"""A bullet chart: the value of each indicator against its target and what was expected."""

from collections.abc import Iterable

from .. import _core, _display
from . import canvas
from .canvas import Axes
from .words import (
    ORDER,
    amount,
    counts,
    language_of,
    legend_of,
    look,
    plain,
    said,
    scale_for,
    short,
    title_of,
    whole_parts,
    width_of,
)

#: The picture ends here, in shares of the way; what lies beyond is drawn to the edge and marked.
FARTHEST = 1.25


def draw(
    evaluation: "_core.Evaluation",
    ids: Iterable[str] | None,
    ax: Axes | None,
    goal: str | None,
    most: int,
    language: str | None,
) -> Axes:
    """See `EvaluationPlots.indicators`."""
    language = language_of(evaluation.plan, language)
    results = sorted(_chosen(evaluation, ids, goal), key=_badness)
    rows = canvas.rows_that_fit(ax, most)
    shown, left_out = results[:rows], results[rows:]
    with canvas.canvas(ax, canvas.height_of(len(shown))) as ax:
        day = evaluation.as_of.isoformat()
        about = title_of(evaluation.plan[goal]) if goal else said(language, "指标", "Indicators")
        title = said(language, f"　截至 {day}", f" as of {day}")
        if not results:
            canvas.empty(ax, said(language, "没有指标", "no indicators"))
            canvas.heading(ax, short(about, 40) + title)
            return ax
        size = canvas.row_size(ax, len(shown))
        words = [_core.label(result.status, language) for result in shown]
        parts = [_figures(result, language) for result in shown]
        names = [title_of(result.node) for result in shown]
        left = canvas.share_for(ax, names, size, 0.12, 0.28)
        figures_share = canvas.share_for(ax, map("".join, parts), size, 0.12, 0.37)
        verdicts = canvas.share_for(ax, words, size, 0.06, 0.14)
        right = figures_share + verdicts
        begin, end = canvas.lanes(ax, len(shown), (0.0, FARTHEST), left, right)
        letters = canvas.columns_of(ax, left - 0.01, size)
        beside = canvas.across(ax, (max(map(width_of, words)) * 0.53 + 1) * size)
        columns = canvas.columns_of(ax, figures_share, size)
        small = canvas.size_that_fits(map("".join, parts), columns, size)
        for row, result in enumerate(shown):
            _draw_row(ax, row, result, language)
            ax.text(begin, row, short(names[row], letters), va="center", size=size)
            ax.text(end, row, words[row], va="center", size=size)
            figures = whole_parts(parts[row], int(columns * size / small))
            ax.text(end + beside, row, figures, va="center", size=small)
        ax.axvline(1, color=canvas.INK, lw=1.2, zorder=3)
        ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
        canvas.bare(ax)
        what = said(
            language,
            "进度：长竖线是目标（100%），短竖线是序时进度，▸ 表示超出画面",
            "progress: the long line is the target (100%), the short bars what was expected, "
            "▸ lies beyond",
        )
        canvas.note(ax, what, _left_out(left_out, language))
        statuses = [result.status for result in results]
        canvas.heading(ax, short(about, 40) + title, legend_of(statuses, language))
        return ax


def _chosen(
    evaluation: "_core.Evaluation", ids: Iterable[str] | None, goal: str | None
) -> "list[_core.NodeResult]":
    if ids is not None and goal is not None:
        raise ValueError("plot.indicators: give ids or a goal, not both")
    plan = evaluation.plan
    if ids is not None:
        nodes = [plan[id] for id in ([ids] if isinstance(ids, str) else ids)]
        for node in nodes:
            if node.kind != "indicator":
                raise ValueError(f"plot.indicators: {node.id} is a {node.kind}, not an indicator")
    elif goal is not None:
        nodes = _beneath(plan[goal])
    else:
        nodes = list(plan.indicators)
    return [evaluation[node.id] for node in nodes]


def _beneath(goal: "_core.Node") -> "list[_core.Node]":
    found: dict[str, _core.Node] = {}
    waiting = [goal]
    while waiting:
        node = waiting.pop()
        if node.id not in found:
            found[node.id] = node
            waiting.extend(reversed(list(node.children)))
    return [node for node in found.values() if node.kind == "indicator"]


def _badness(result: "_core.NodeResult") -> tuple[int, float]:
    measure = result.pace if result.pace is not None else result.progress
    return ORDER[str(result.status)], float("inf") if measure is None else measure


def _draw_row(ax: Axes, row: int, result: "_core.NodeResult", language: str) -> None:
    ax.barh(row, FARTHEST, height=0.62, color="#f0f2f4", zorder=1)
    progress = result.progress
    if progress is None:
        return
    style = look(result.status)
    length = min(max(progress, 0.0), FARTHEST)
    ax.barh(
        row,
        length,
        height=0.42,
        color=style.colour,
        hatch=style.hatch,
        edgecolor=canvas.MUTED,
        linewidth=0.5,
        zorder=2,
        gid=f"value {result.id}",
    )
    if progress > FARTHEST or progress < 0:
        marker, place = (">", FARTHEST) if progress > 0 else ("<", 0.0)
        ax.plot([place], [row], marker=marker, ms=4, color=canvas.INK, clip_on=False, zorder=5)
    if result.expected is not None:
        span = [row - 0.31, row + 0.31]
        x = [result.expected] * 2
        ax.plot(x, span, color=canvas.INK, lw=2, zorder=4, gid=f"expected {result.id}")


def _figures(result: "_core.NodeResult", language: str) -> list[str]:
    """Value / target in the unit that people use, and whether the reading is stale."""
    target = result.node.target_on(result.as_of)
    late = said(language, " 陈旧", " stale") if result.stale else ""
    symbol, value = result.unit.symbol, result.value
    if target is None:
        wanted = said(language, "无目标", "no target")
    elif target.value is None or target.comparator != "reach" or target.measure == "rank":
        wanted = _display.wanted(target, result.node.plan, language)
        has_figure = target.value is not None and target.relative_to is None
        is_alike = has_figure and symbol == target.unit.symbol != "%"
        if is_alike and value is not None and (value == 0 or 1 <= abs(value) < 1e8):
            return [amount(value, "", language, (1.0, "")), f" / {wanted}", late]
    else:
        wanted = amount(target.value, target.unit.symbol, language)
        scale = scale_for(target.value, target.unit.symbol, language)
        if (
            value is not None
            and symbol == target.unit.symbol
            and (value == 0 or 1 <= abs(value / scale[0]) < 1e8)
        ):
            return [amount(value, "", language, (scale[0], "")), f" / {wanted}", late]
    if value is None:
        return [wanted]
    return [amount(value, symbol, language), f" / {wanted}", late]


def _left_out(results: "list[_core.NodeResult]", language: str) -> str:
    if not results:
        return ""
    parts = counts((result.status for result in results), language)
    return plain(
        said(
            language,
            f"其中 {len(results)} 项未画出：{parts}",
            f"{len(results)} of them are not drawn: {parts}",
        )
    )
