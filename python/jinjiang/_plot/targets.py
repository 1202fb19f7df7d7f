# SPDX-License-Identifier: BSL-1.0
"""The targets of one indicator over time: in force, expected, following another indicator."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from .. import _core
from . import canvas
from .canvas import Axes
from .days import evaluated_on
from .words import amount, plain, said, short


class Phase(NamedTuple):
    """A target, the days of its way, and those of them on which it is in force."""

    target: "_core.Target"
    start: date
    due: date
    begin: date
    end: date


def phases_of(node: "_core.Node", as_of: date) -> list[Phase]:
    """The first target and its revisions, each from the day on which it took effect."""
    if node.target is None:
        return []
    targets = [(node.start, node.target)]
    targets += [(day, target) for day, target, _ in node.revisions]
    found = []
    for position, (day, target) in enumerate(targets):
        due = max(target.due or node.due, day)
        after = targets[position + 1][0] if position + 1 < len(targets) else due
        end = min(max(after, day), max(due, as_of))
        found.append(Phase(target, node.start, due, day, end))
    return found


def has_figure(target: "_core.Target") -> bool:
    """Whether it has a figure of its own."""
    return target.value is not None and target.relative_to is None


def draw_target(
    ax: Axes, phase: Phase, scale: tuple[float, str], language: str, *, is_first: bool
) -> None:
    """Draws a target while it is in force, and what was expected by each day."""
    target = phase.target
    if not has_figure(target):
        return
    goal = target.goal_value / scale[0]
    days: list[Any] = [phase.begin, phase.end]
    ax.plot(
        days,
        [goal, goal],
        color=canvas.INK,
        lw=1.8,
        label=said(language, "目标", "target") if is_first else None,
        gid=f"target {phase.begin.isoformat()}",
    )
    top = goal
    for low, high in filter(None, [_band(target)]):
        low, top = low / scale[0], high / scale[0]
        ax.fill_between(days, low, top, color="#e6e9ec", zorder=0)
        ax.plot(days, [low, low], color=canvas.INK, lw=1.8, gid=f"low {phase.begin.isoformat()}")
        ax.plot(days, [top, top], color=canvas.INK, lw=1.8, gid=f"high {phase.begin.isoformat()}")
    ax.annotate(
        _said_of(target, language),
        (phase.end, top),
        xytext=(-2, 4),
        textcoords="offset points",
        ha="right",
        va="bottom",
        size=0.9 * canvas.base_size(ax),
    )
    curve = expected_curve(phase)
    if curve:
        ax.plot(
            [day for day, _ in curve],
            [value / scale[0] for _, value in curve],
            color=canvas.MUTED,
            lw=1.3,
            ls=(0, (5, 3)),
            label=said(language, "序时进度", "expected") if is_first else None,
            gid=f"expected {phase.begin.isoformat()}",
        )


def _band(target: "_core.Target") -> tuple[float, float] | None:
    """The figures between which a reading should lie, where it should lie within."""
    if target.direction != "within" or target.value is None:
        return None
    if target.upper is not None:
        return target.value, target.upper
    return target.value - target.tolerance, target.value + target.tolerance


def _said_of(target: "_core.Target", language: str) -> str:
    """The target in words, with the figure that decides where that is another one."""
    words = short(target.describe(language), 24)
    if target.value == target.goal_value or target.direction == "within":
        return words
    bound = amount(target.goal_value, target.unit.symbol, language)
    sign = "≤" if target.direction == "lower" else "≥"
    return words + plain(said(language, f"（{sign} {bound}）", f" ({sign} {bound})"))


def expected_curve(phase: Phase) -> list[tuple[date, float]]:
    """The value at which progress is what the profile expects, from day to day.

    Nothing where the figure is expected in full from the first day, or only on the last.
    """
    target = phase.target
    if target.profile.kind in ("hold", "at_due") or target.direction == "within":
        return []
    goal = target.goal_value
    step = max(abs(goal), 1.0)
    slope = (target.progress(goal + step) - target.progress(goal)) / step
    is_ceiling = target.direction == "lower" and target.measure in (
        "increment",
        "net_increment",
        "count",
    )
    curve = []
    span = (phase.end - phase.begin).days
    for day in dict.fromkeys(phase.begin + timedelta(span * i // 100) for i in range(101)):
        share = target.profile.expected(day, phase.start, phase.due)
        curve.append((day, goal * share if is_ceiling else goal + (share - 1) / slope))
    return curve


def followed(
    evaluation: "_core.Evaluation", phase: Phase, days: Iterable[date]
) -> list[tuple[date, float]]:
    """On which of the days the indicator that a target follows was read, and the value asked for.

    A target that follows none asks for nothing here.
    """
    target = phase.target
    if target.relative_to is None:
        return []
    id, offset = target.relative_to
    found = []
    for day in sorted({day for day in days if phase.begin <= day <= phase.end}):
        then = evaluated_on(evaluation, day)[id]
        if then.value is None or then.observed_on != day:
            continue
        value = then.value
        if then.unit.symbol:
            value = _core.Quantity(value, then.unit).to(target.unit).value
        found.append((day, value + offset))
    return found


def draw_followed(
    ax: Axes, phase: Phase, points: list[tuple[date, float]], scale: tuple[float, str], words: str
) -> None:
    """Draws what a target asks for that follows another indicator."""
    if points:
        ax.plot(
            [day for day, _ in points],
            [value / scale[0] for _, value in points],
            color=canvas.INK,
            lw=1.4,
            marker="_",
            ms=1.6 * canvas.base_size(ax),
            mew=1.8,
            label=words,
            gid=f"followed {phase.begin.isoformat()}",
        )
