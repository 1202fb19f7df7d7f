# SPDX-License-Identifier: BSL-1.0
"""A Gantt chart: early dates, floats, dependencies, the critical path and the status date."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from .. import _core, _schedule
from . import canvas
from .canvas import Axes
from .outline import title_of_plan
from .words import language_of, said, short, title_of, whole_parts

CRITICAL, WORK, DONE, GOAL = "#d55e00", "#56b4e9", "#0072b2", "#3b434b"


def draw(
    schedule: "_core.Schedule",
    ax: Axes | None,
    ids: Iterable[str] | None,
    most: int,
    language: str | None,
) -> Axes:
    """See `SchedulePlots.timeline`."""
    language = language_of(schedule.plan, language)
    rows = canvas.rows_that_fit(ax, most)
    path = set(schedule.critical_path().ids)
    shown, cut, undated = _chosen(schedule, ids, rows, path)
    with canvas.canvas(ax, canvas.height_of(len(shown))) as ax:
        title = short(title_of_plan(schedule.plan), 40) + said(language, "　排程", ": schedule")
        if not shown:
            canvas.empty(ax, said(language, "没有可排程的事项", "nothing has dates"))
            canvas.note(ax, _left_out(cut, undated, language))
            canvas.heading(ax, title)
            return ax
        first, last = _span(schedule, shown)
        size = canvas.row_size(ax, len(shown))
        begin, end = canvas.lanes(ax, len(shown), (_number(first), _number(last)), 0.28, 0.17)
        letters = canvas.columns_of(ax, 0.27, size)
        floats = [_words(dates, language) for dates in shown]
        columns = canvas.columns_of(ax, 0.16, size)
        small = canvas.size_that_fits(floats, columns, size)
        for row, dates in enumerate(shown):
            _draw_row(ax, row, dates, dates.id in path)
            ax.text(begin, row, short(title_of(dates.node), letters), va="center", size=size)
            words = whole_parts([floats[row]], int(columns * size / small))
            ax.text(end, row, words, va="center", size=small)
        links = _draw_links(ax, shown, path)
        if schedule.as_of is not None:
            ax.axvline(_after(schedule.as_of), color=canvas.INK, lw=1, ls=":", gid="status date")
        _set_axes(ax, first, last)
        canvas.note(ax, _day(schedule, shown, language), _left_out(cut, undated, language))
        canvas.heading(ax, title, _legend(shown, path, links, schedule.as_of, language))
        return ax


def _chosen(
    schedule: "_core.Schedule", ids: Iterable[str] | None, rows: int, path: set[str]
) -> "tuple[list[_core.NodeSchedule], int, int]":
    """What is drawn, from the earliest on; how many are cut; how many have no dates."""
    if ids is not None:
        wanted = [schedule[id] for id in dict.fromkeys([ids] if isinstance(ids, str) else ids)]
    else:
        known = _schedule._known(schedule)
        wanted = [dates for dates in schedule.results if dates.id in known]
        wanted = wanted or list(schedule.results)
    dated = [dates for dates in wanted if dates.early_start is not None]
    place = {dates.id: number for number, dates in enumerate(dated)}
    if len(dated) > rows:
        far = 10**9

        def urgency(dates: "_core.NodeSchedule") -> tuple[bool, int, int]:
            slack = far if dates.total_float is None else dates.total_float
            return dates.id not in path, slack, place[dates.id]

        dated.sort(key=urgency)
    shown = dated[:rows]
    shown.sort(key=lambda dates: (dates.early_start, dates.early_finish, place[dates.id]))
    return shown, len(dated) - len(shown), len(wanted) - len(dated)


def _number(day: date) -> float:
    return float(canvas.dates().date2num(day))


def _after(day: date) -> float:
    """The end of a day."""
    return _number(day) + 1


def _span(schedule: "_core.Schedule", shown: "list[_core.NodeSchedule]") -> tuple[date, date]:
    days = [day for d in shown for day in (d.early_start, d.early_finish, d.late_finish) if day]
    if schedule.as_of is not None:
        days.append(schedule.as_of)
    first, last = min(days), max(days)
    return first, max(last, first + timedelta(days=6)) + timedelta(days=1)


def _draw_row(ax: Axes, row: int, dates: "_core.NodeSchedule", is_on_path: bool) -> None:
    if dates.early_start is None or dates.early_finish is None:
        return
    begin, finish = _number(dates.early_start), _after(dates.early_finish)
    colour = CRITICAL if is_on_path else WORK
    if dates.late_finish is not None and dates.late_finish > dates.early_finish:
        ax.plot(
            [finish, _after(dates.late_finish)],
            [row, row],
            color=canvas.MUTED,
            lw=1.2,
            marker="|",
            markevery=[1],
            ms=5,
            gid=f"float {dates.id}",
        )
    if dates.duration == 0 and dates.node.kind != "goal":
        ax.plot(
            [finish],
            [row],
            marker="D",
            ms=0.6 * canvas.base_size(ax),
            mfc=colour,
            mec=canvas.INK,
            mew=0.6,
            zorder=4,
            gid=f"milestone {dates.id}",
        )
        return
    if dates.node.kind == "goal":
        ax.barh(row, finish - begin, left=begin, height=0.16, color=GOAL, gid=f"goal {dates.id}")
        ends = [begin, finish]
        ax.plot(ends, [row + 0.12] * 2, ls="", marker="v", color=GOAL, ms=4, zorder=4)
        return
    ax.barh(
        row,
        finish - begin,
        left=begin,
        height=0.52,
        color=colour,
        hatch="///" if is_on_path else "",
        edgecolor=canvas.MUTED,
        linewidth=0.5,
        zorder=3,
        gid=f"work {dates.id}",
    )
    done = dates.progress or 0.0
    if done > 0:
        length = (finish - begin) * min(done, 1.0)
        ax.barh(row, length, left=begin, height=0.2, color=DONE, zorder=4, gid=f"done {dates.id}")


def _words(dates: "_core.NodeSchedule", language: str) -> str:
    if dates.state == "finished":
        return said(language, "已完成", "finished")
    slack = dates.total_float
    if slack is None:
        return ""
    if slack < 0:
        return said(language, f"逾期 {-slack} 天", f"{-slack} d late")
    if slack == 0:
        return said(language, "关键", "critical")
    return said(language, f"时差 {slack} 天", f"{slack} d float")


def _draw_links(ax: Axes, shown: "list[_core.NodeSchedule]", path: set[str]) -> int:
    place = {dates.id: (row, dates) for row, dates in enumerate(shown)}
    drawn = 0
    low, high = ax.get_xlim()
    inset = 0.004 * (high - low)
    for row, dates in enumerate(shown):
        for predecessor, kind, _, _ in dates.node.predecessors:
            if predecessor.id not in place:
                continue
            above, other = place[predecessor.id]
            is_critical = dates.id in path and predecessor.id in path
            colour, width = (CRITICAL, 1.5) if is_critical else (canvas.MUTED, 0.8)
            begin, end = _side(other, str(kind)[0] == "S"), _side(dates, str(kind)[1] == "S")
            end += inset if str(kind)[1] == "S" and dates.duration else 0.0
            ax.plot([begin, end], [above, above], color=colour, lw=width, zorder=2)
            ax.annotate(
                "",
                xy=(end, row - 0.27 if row > above else row + 0.27),
                xytext=(end, above),
                arrowprops={
                    "arrowstyle": "-|>",
                    "color": colour,
                    "lw": width,
                    "shrinkA": 0,
                    "shrinkB": 0,
                    "mutation_scale": 0.9 * canvas.base_size(ax),
                },
                zorder=2,
                gid=f"link {predecessor.id} {dates.id}",
            )
            drawn += 1
    return drawn


def _side(dates: "_core.NodeSchedule", is_start: bool) -> float:
    day = dates.early_start if is_start else dates.early_finish
    assert day is not None
    return _number(day) if is_start and dates.duration else _after(day)


def _set_axes(ax: Axes, first: date, last: date) -> None:
    locator = canvas.dates().AutoDateLocator(minticks=3, maxticks=7)
    ticks = [
        float(tick)
        for tick in locator.tick_values(*(datetime.combine(day, time()) for day in (first, last)))
        if _number(first) <= tick <= _number(last)
    ]
    days = [canvas.dates().num2date(tick).date() for tick in ticks]
    labels = [day.strftime("%m-%d") for day in days]
    if labels:
        labels[0] = days[0].isoformat()
    for position in range(1, len(labels)):
        if days[position].year != days[position - 1].year:
            labels[position] = days[position].isoformat()
    ax.set_xticks(ticks, labels)
    for tick in ticks:
        ax.axvline(tick, color="#e6e9ec", lw=0.7, zorder=0)
    canvas.bare(ax)


def _legend(
    shown: "list[_core.NodeSchedule]",
    path: set[str],
    links: int,
    as_of: date | None,
    language: str,
) -> list[Any]:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    edge: dict[str, Any] = {"edgecolor": canvas.MUTED, "linewidth": 0.5}
    kinds = {(d.node.kind == "goal", d.duration == 0) for d in shown}
    handles: list[Any] = []
    if any(dates.id in path for dates in shown):
        name = said(language, "关键路径", "critical path")
        handles.append(Patch(facecolor=CRITICAL, hatch="///", label=name, **edge))
    if any(dates.id not in path for dates in shown):
        handles.append(
            Patch(facecolor=WORK, label=said(language, "其他工作", "other work"), **edge)
        )
    if any(dates.progress for dates in shown):
        handles.append(Patch(facecolor=DONE, label=said(language, "已做", "done")))
    if any(is_goal for is_goal, _ in kinds):
        handles.append(Line2D([], [], color=GOAL, lw=2.5, label=said(language, "目标", "goal")))
    if (False, True) in kinds:
        name = said(language, "里程碑", "milestone")
        style: dict[str, Any] = {
            "marker": "D",
            "ls": "",
            "mfc": "#ffffff",
            "mec": canvas.INK,
            "ms": 5,
        }
        handles.append(Line2D([], [], label=name, **style))
    if any((dates.total_float or 0) > 0 for dates in shown):
        name = said(language, "时差", "float")
        handles.append(Line2D([], [], color=canvas.MUTED, lw=1.2, marker="|", label=name))
    if links:
        name = said(language, "依赖", "dependency")
        handles.append(Line2D([], [], color=canvas.MUTED, lw=0.8, marker=">", ms=4, label=name))
    if as_of is not None:
        name = said(language, f"截至 {as_of}", f"as of {as_of}")
        handles.append(Line2D([], [], color=canvas.INK, lw=1, ls=":", label=name))
    return handles


def _day(schedule: "_core.Schedule", shown: "list[_core.NodeSchedule]", language: str) -> str:
    finish = schedule.finish.isoformat()
    words = said(language, f"最早于 {finish} 全部完成", f"all can be finished on {finish}")
    if undated := sum(not d.duration and d.node.kind != "goal" for d in shown):
        words += said(
            language,
            f"；{undated} 项没有工期，按里程碑排",
            f"; {undated} without a duration stand as milestones",
        )
    return words


def _left_out(cut: int, undated: int, language: str) -> str:
    notes = []
    if cut:
        notes.append(
            said(
                language,
                f"另有 {cut} 项未画出，先画关键路径和时差小的",
                f"{cut} more are not drawn; the critical path and small floats come first",
            )
        )
    if undated:
        notes.append(
            said(language, f"{undated} 项不参与排程", f"{undated} take no part in the schedule")
        )
    return said(language, "；", "; ").join(notes)
