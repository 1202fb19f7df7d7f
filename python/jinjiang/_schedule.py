# SPDX-License-Identifier: BSL-1.0
"""Schedules as rows and as aligned text."""

from datetime import date
from enum import StrEnum
from typing import Any

from . import _core, _display
from ._arrow import package

#: In the order of tables.
COLUMNS = (
    "state",
    "duration",
    "duration_source",
    "early_start",
    "early_finish",
    "late_start",
    "late_finish",
    "total_float",
    "free_float",
    "is_critical",
    "actual_start",
    "actual_finish",
    "progress",
    "remaining",
)
_HEADINGS = {
    "zh": (
        "事项",
        "状态",
        "工期",
        "最早开始",
        "最早完成",
        "最迟开始",
        "最迟完成",
        "总时差",
        "自由时差",
        "关键",
    ),
    "en": (
        "node",
        "state",
        "days",
        "early start",
        "early finish",
        "late start",
        "late finish",
        "total float",
        "free float",
        "critical",
    ),
}
_STATES = {
    "not_begun": ("未开始", "not begun"),
    "begun": ("进行中", "begun"),
    "finished": ("已完成", "finished"),
    "left_out": ("不参与", "left out"),
}


def to_dicts(self: "_core.Schedule") -> list[dict[str, Any]]:
    """One dict a node, in the author's order; dates are dates, floats days of the calendar."""
    return [dates_dict(dates) for dates in self.results]


def dates_dict(dates: "_core.NodeSchedule") -> dict[str, Any]:
    """The dates of a node as plain values."""
    row: dict[str, Any] = {"id": dates.id, "kind": str(dates.node.kind), "title": dates.title}
    for column in COLUMNS:
        value = getattr(dates, column)
        row[column] = str(value) if isinstance(value, StrEnum) else value
    row["driving"] = dates.driving.id if dates.driving else None
    return row


def to_pandas(self: "_core.Schedule") -> Any:
    """As a pandas DataFrame of `to_dicts()`, dates as datetime64; needs pandas."""
    pandas = package("pandas", "to_pandas", "pandas")
    frame = pandas.DataFrame(self.to_dicts(), columns=("id", "kind", "title", *COLUMNS, "driving"))
    for column in COLUMNS:
        if column.endswith(("_start", "_finish")):
            frame[column] = pandas.to_datetime(frame[column])
        elif column.endswith("_float"):
            frame[column] = frame[column].astype("Int64")
    return frame


def schedule_table(
    schedule: "_core.Schedule",
    *,
    language: str | None = None,
    everything: bool = True,
    colour: bool = False,
) -> str:
    """The outline with the dates of every node.

    Without `everything`, leaves of which nothing is known but their title are left out.
    """
    language = language or str(schedule.plan.language)
    results = {dates.id: dates for dates in schedule.results}
    shown = None if everything else _known(schedule)
    rows, lights = [], []
    for node, level, is_repeated in schedule.plan.outline():
        if shown is not None and node.id not in shown:
            continue
        title = "  " * level + (node.title or node.id)
        if is_repeated and node.kind == "goal":
            title += " ↑"
        dates = results[node.id]
        rows.append((title, *_cells(dates, language)))
        lights.append(_light(dates))
    return _display.text_table(
        _HEADINGS[language],
        rows,
        right=frozenset({2, 7, 8}),
        colours=lights if colour else None,
        colour_column=7,
    )


def _cells(dates: "_core.NodeSchedule", language: str) -> tuple[str, ...]:
    critical = ("是" if language == "zh" else "yes") if dates.is_critical else ""
    left_out = dates.state == "left_out"
    return (
        _STATES[dates.state][0 if language == "zh" else 1],
        "" if left_out else str(dates.duration),
        day(dates.early_start),
        day(dates.early_finish),
        day(dates.late_start),
        day(dates.late_finish),
        "" if dates.total_float is None else str(dates.total_float),
        "" if dates.free_float is None else str(dates.free_float),
        critical,
    )


def day(value: date | None) -> str:
    """A date; nothing for none."""
    return "" if value is None else value.isoformat()


def _light(dates: "_core.NodeSchedule") -> str:
    if dates.total_float is None:
        return "mute"
    return "bad" if dates.total_float < 0 else "warn" if dates.is_critical else "good"


def _known(schedule: "_core.Schedule") -> set[str]:
    """Nodes with dates, a duration, links or progress of their own, and the goals above them."""
    shown: set[str] = set()
    plan = schedule.plan

    def show(node: "_core.Node") -> None:
        if node.id not in shown:
            shown.add(node.id)
            for goal in node.parents:
                show(goal)

    for dates in schedule.results:
        node = dates.node
        has_dates = dates.duration_source in ("dates", "given")
        has_dates = has_dates or node.start != plan.start or node.due != plan.end
        has_links = bool(node.predecessors) or bool(node.successors)
        has_begun = node.kind != "goal" and dates.state in ("begun", "finished")
        if has_dates or has_links or has_begun:
            show(node)
    return shown


def chain(nodes: "_core.NodeList") -> str:
    """Titles in the order of the work."""
    return " → ".join(node.title or node.id for node in nodes)


def schedule_text(schedule: "_core.Schedule") -> str:
    """The table of a schedule, below what limits its use."""
    language = str(schedule.plan.language)
    notes = "".join(f"{note}\n" for note in notes_first(schedule, language))
    return f"{schedule!r}\n{notes}{schedule_table(schedule)}"


def notes_first(schedule: "_core.Schedule", language: str) -> list[str]:
    """The notes of a schedule; before them, where most leaves have no duration, what that means."""
    leaves = [d for d in schedule.results if d.node.kind != "goal" and d.state != "left_out"]
    assumed = sum(str(dates.duration_source) == "assumed" for dates in leaves)
    notes = [("注：" if language == "zh" else "note: ") + note for note in schedule.notes(language)]
    if 2 * assumed <= len(leaves) or not leaves:
        return notes
    if language == "zh":
        meaning = (
            f"注意：{len(leaves)} 项任务和指标中有 {assumed} 项没有工期，按 0 天计，只按"
            "到期日排，时差和关键与否说明不了问题。"
        )
    else:
        meaning = (
            f"note: {assumed} of {len(leaves)} tasks and indicators have no duration, count as 0 "
            "days and stand by their due dates alone: floats and what is critical mean little."
        )
    return [meaning, *notes[1:]]  # the first one says how many there are and no more


def schedule_html(schedule: "_core.Schedule") -> str:
    """The outline with the dates of every node as HTML, and a bar of its days in the plan."""
    from ._display import html

    language = str(schedule.plan.language)
    shown, note = html.first_levels(schedule.plan)
    dated = [dates for dates in schedule.results if dates.early_start]
    days = [day for d in dated for day in (d.early_start, d.early_finish, d.late_finish) if day]
    span = (min(days), max(days)) if days else None
    rows = []
    for node, level in shown:
        dates = schedule[node.id]
        state, length, begin, finish, _, latest, slack, _, critical = _cells(dates, language)
        title = f"{html.bdi(node.title or node.id)} <code>{html.bdi(node.id)}</code>"
        cells = f'<span class="t" style="--level:{level}">{title}</span><span>{state}</span>'
        cells += f'<span class="n">{length}</span><span>{_days_bar(dates, span)}</span>'
        cells += "".join(f'<span class="n">{day}</span>' for day in (begin, finish, latest, slack))
        word = (
            f'<span class="light {_light(dates)}">{critical}</span>'
            if critical
            else "<span></span>"
        )
        rows.append(html.Row(level, node.kind, cells + word))
    names = _HEADINGS[language]
    headings = [*names[:3], "", *(names[i] for i in (3, 4, 6, 7, 9))]
    return html.template("tree.html").substitute(
        style=html.style(),
        title=html.bdi(schedule.plan.title or schedule.plan.id),
        lights=html.escaped(_summary(schedule, language)),
        kind="dates",
        head=html.head_html(headings, frozenset({2, 4, 5, 6, 7})),
        rows=html.folded(rows),
        notes=html.notes_html(*notes_first(schedule, language), note),
        after="",
    )


def _summary(schedule: "_core.Schedule", language: str) -> str:
    """When all can be finished, and how much of it may not slip."""
    critical = sum(d.is_critical and d.node.kind != "goal" for d in schedule.results)
    parts = [] if schedule.as_of is None else [schedule.as_of.isoformat()]
    parts += [schedule.finish.isoformat(), str(critical)]
    words = ("截至 {}，" if schedule.as_of else "") + "最早于 {} 全部完成，关键 {} 项"
    if language != "zh":
        words = ("as of {}, " if schedule.as_of else "") + "all can be finished on {}, critical: {}"
    return words.format(*parts)


def _days_bar(dates: "_core.NodeSchedule", span: tuple[date, date] | None) -> str:
    """Early dates, and behind them the float, in the days of the whole schedule."""
    if span is None or dates.early_start is None or dates.early_finish is None:
        return ""
    whole = (span[1] - span[0]).days + 1

    def part(kind: str, first: date, last: date) -> str:
        left = 100 * (first - span[0]).days / whole
        width = max(100 * ((last - first).days + 1) / whole, 1.0)
        return f'<i class="{kind}" style="left:{left:.1f}%;width:{width:.1f}%"></i>'

    late = dates.late_finish
    slack = part("slack", dates.early_start, late) if late and late > dates.early_finish else ""
    work = part(_light(dates), dates.early_start, dates.early_finish)
    words = f"{day(dates.early_start)} – {day(dates.early_finish)}"
    return f'<span class="bar span" role="img" aria-label="{words}">{slack}{work}</span>'
