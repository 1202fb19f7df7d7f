# SPDX-License-Identifier: BSL-1.0
"""How the shortfall of goals went from one day to the next: a slope for each goal."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from .. import _core, _display
from .._display import lacking
from . import canvas
from .canvas import Axes
from .days import evaluated_on
from .outline import title_of_plan
from .shortfall import goals_of, is_unsure
from .words import (
    ORDER,
    checked_depth,
    edge_of,
    language_of,
    look,
    plain,
    said,
    short,
    whole_parts,
    width_of,
)

#: Of the width, what the names of the goals take.
_NAMES = 0.42


class Slope(NamedTuple):
    """A goal on each of the days, the last one being that of the evaluation."""

    results: "list[_core.NodeResult]"

    @property
    def last(self) -> "_core.NodeResult":
        """How it stands at the end."""
        return self.results[-1]

    def points(self) -> list[tuple[date, float]]:
        """Days on which there is an attainment, and the shortfall, 1 - attainment."""
        return [(r.as_of, 1 - r.attainment) for r in self.results if r.attainment is not None]


def draw(
    evaluation: "_core.Evaluation",
    dates: Iterable[date | str] | None,
    ax: Axes | None,
    depth: int,
    most: int,
    language: str | None,
) -> Axes:
    """See `EvaluationPlots.slope`."""
    plan = evaluation.plan
    language = language_of(plan, language)
    days = _days(evaluation, dates)
    slopes, others = _slopes(evaluation, days, depth)
    rows = canvas.rows_that_fit(ax, most)
    shown, cut = slopes[:rows], slopes[rows:]
    with canvas.canvas(ax, canvas.height_of(len(shown) + 4)) as ax:
        title = said(language, "目标欠缺的变化", "Shortfall of goals from day to day")
        if not shown:
            canvas.empty(ax, said(language, "没有可评价的目标", "no goal has data"))
            canvas.note(ax, _notes(others, cut, language))
            canvas.heading(ax, title)
            return ax
        _set_axes(ax, days)
        for slope in shown:
            _draw_slope(ax, slope)
        _draw_names(ax, shown, days[-1], language)
        canvas.note(ax, short(title_of_plan(plan), 60), _notes(others, cut, language))
        canvas.heading(ax, title, _legend(shown, language))
        return ax


def _days(evaluation: "_core.Evaluation", dates: Iterable[date | str] | None) -> list[date]:
    """Days before that of the evaluation, in order, and that one."""
    if dates is None:
        return [*quarters(evaluation.plan.start, evaluation.as_of), evaluation.as_of]
    days = set()
    for day in [dates] if isinstance(dates, (str, date)) else dates:
        day = _day(day)
        if day >= evaluation.as_of:
            raise ValueError(
                f"plot.slope: dates: expected days before {evaluation.as_of}, that of the "
                f"evaluation, found {day}"
            )
        days.add(day)
    return [*sorted(days), evaluation.as_of]


def _day(day: date | str) -> date:
    if isinstance(day, datetime):
        return day.date()
    if isinstance(day, date):
        return day
    try:
        return date.fromisoformat(day)
    except (TypeError, ValueError):
        raise ValueError(
            f"plot.slope: dates: expected days like 2024-06-30, found {day!r}"
        ) from None


def quarters(start: date, end: date) -> list[date]:
    """Ends of quarters from a day on and before another, the last four.

    >>> [str(day) for day in quarters(date(2025, 1, 1), date(2025, 9, 30))]
    ['2025-03-31', '2025-06-30']
    """
    ends = [
        date(year, month, day)
        for year in range(start.year, end.year + 1)
        for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
    ]
    return [day for day in ends if start <= day < end][-4:]


def _slopes(
    evaluation: "_core.Evaluation", days: Sequence[date], depth: int
) -> "tuple[list[Slope], list[Slope]]":
    """Goals that have data on a day, the most urgent first, and those that never have."""
    before = [evaluated_on(evaluation, day) for day in days[:-1]]
    goals = goals_of(evaluation, checked_depth("slope", depth))
    slopes = [Slope([*(then[goal.id] for then in before), goal]) for goal in goals]
    found = [slope for slope in slopes if slope.points()]
    found.sort(key=lambda slope: (is_unsure(slope.last), -lacking(slope.last)))
    return found, [slope for slope in slopes if not slope.points()]


def _set_axes(ax: Axes, days: Sequence[date]) -> None:
    span = max((days[-1] - days[0]).days, 1)
    first = canvas.dates().date2num(days[0])
    ax.set_xlim(first - 0.04 * span, first + span / (1 - _NAMES))
    ax.set_ylim(-0.03, 1.03)
    ax.set_xticks(canvas.dates().date2num(days), [_label(day, days) for day in days])
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    for day in days:
        ax.axvline(day, color="#e6e9ec", lw=0.7, zorder=0)
    canvas.bare(ax, left=True)


def _label(day: date, days: Sequence[date]) -> str:
    """A day, with its year where that is another than of the day before."""
    place = days.index(day)
    is_new = place == 0 or days[place - 1].year != day.year
    return day.isoformat() if is_new else day.strftime("%m-%d")


def _draw_slope(ax: Axes, slope: Slope) -> None:
    style = look(slope.last.status)
    colour = edge_of(slope.last.status) if is_unsure(slope.last) else style.colour
    points = slope.points()
    ax.plot(
        [day for day, _ in points],
        [share for _, share in points],
        color=colour,
        lw=1.2 if is_unsure(slope.last) else 2.0,
        zorder=2 if is_unsure(slope.last) else 3,
        gid=f"slope {slope.last.id}",
    )
    for result in slope.results:
        if result.attainment is None:
            continue
        ax.plot(
            [result.as_of],
            [1 - result.attainment],
            marker=look(result.status).marker if not is_unsure(result) else "o",
            color=colour,
            mfc="#ffffff" if is_unsure(result) else look(result.status).colour,
            mec=colour if is_unsure(result) else canvas.MUTED,
            ms=0.7 * canvas.base_size(ax),
            mew=0.8,
            zorder=4,
            gid=f"{result.status} {result.id}",
        )


def _draw_names(ax: Axes, shown: Sequence[Slope], day: date, language: str) -> None:
    """What each goal is called and lacks at the end, none upon another."""
    ended = [slope for slope in shown if slope.last.attainment is not None]
    ended.sort(key=lambda slope: -(1 - (slope.last.attainment or 0.0)))
    size = canvas.row_size(ax, max(len(ended), 12))
    letters = canvas.columns_of(ax, _NAMES - 0.05, size)
    step = 1.35 * size / ((canvas.inches(ax)[1] - 0.9) * 72) * 1.06
    wanted = [1 - (slope.last.attainment or 0.0) for slope in ended]
    places = apart(wanted, step)
    begin = canvas.dates().date2num(day)
    gap = canvas.across(ax, 1.6 * size)
    for slope, share, place in zip(ended, wanted, places, strict=True):
        name = slope.last.title or slope.last.id
        ax.plot([begin, begin + gap], [share, place], color=canvas.RULE, lw=0.8, zorder=1)
        words = whole_parts(_words(slope.last, language), letters - min(width_of(name), 8) - 2)
        name = short(name, max(letters - 2 - width_of(words), 8))
        ax.text(begin + 1.15 * gap, place, f"{name}  {words}", va="center", size=size)


def apart(wanted: Sequence[float], step: float) -> list[float]:
    """Places from the top down, at least so far from each other and within 0 and 1 if they fit.

    >>> [round(place, 2) for place in apart([1.0, 1.0, 0.5, 0.0], 0.1)]
    [1.0, 0.9, 0.5, 0.0]
    >>> [round(place, 2) for place in apart([0.05, 0.0, 0.0], 0.1)]
    [0.2, 0.1, 0.0]
    """
    places: list[float] = []
    for position, place in enumerate(wanted):
        least = (len(wanted) - 1 - position) * step
        place = max(place, least)
        places.append(min(place, places[-1] - step) if places else place)
    return places


def _words(result: "_core.NodeResult", language: str) -> list[str]:
    share = _display.percent(1 - (result.attainment or 0.0))
    verdict = _core.label(result.status, language)
    gap = lacking(result)
    if gap and not is_unsure(result):
        points = _display.percent(gap)[:-1]
        return [share, f" {verdict}", said(language, f" 落后 {points} 点", f" {points} pp behind")]
    return [share, f" {verdict}"]


def _legend(shown: Sequence[Slope], language: str) -> list[Any]:
    from matplotlib.lines import Line2D

    found = {str(r.status) for slope in shown for r in slope.results if r.attainment is not None}
    handles = []
    for status in sorted(found, key=ORDER.__getitem__):
        is_known = status != "no_data"
        handles.append(
            Line2D(
                [],
                [],
                ls="",
                marker=look(status).marker if is_known else "o",
                mfc=look(status).colour if is_known else "#ffffff",
                mec=canvas.MUTED,
                mew=0.8,
                ms=6,
                label=_core.label(status, language)
                if is_known
                else said(language, "覆盖率不足，不作判断", "too little data, not judged"),
            )
        )
    return handles


def _notes(others: Sequence[Slope], cut: Sequence[Slope], language: str) -> str:
    notes = [said(language, "欠缺 = 1 − 完成率", "shortfall = 1 − attainment")]
    if cut:
        notes.append(
            said(language, f"另有 {len(cut)} 个目标未画出", f"{len(cut)} more goals are not drawn")
        )
    if others:
        notes.append(
            said(
                language,
                f"{len(others)} 个目标没有完成率",
                f"{len(others)} goals have no attainment",
            )
        )
    return plain(said(language, "；", "; ").join(notes))
