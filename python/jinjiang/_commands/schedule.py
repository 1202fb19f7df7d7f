# SPDX-License-Identifier: BSL-1.0
"""The command `schedule`: when the work can and must be done."""

import argparse
import json
import os
import sys
from datetime import date
from typing import Any

from .. import _calendar, _core, _display, _schedule
from .._errors import Error, FormatError

_NAMED = ("china", "weekdays")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments beside PLAN."""
    parser.add_argument(
        "observations",
        metavar="OBSERVATIONS",
        nargs="?",
        help="observations (CSV or JSON): what has begun and what is finished",
    )
    parser.add_argument(
        "--as-of", metavar="DATE", help="status date (default with observations: the plan's end)"
    )
    add_calendar(parser)
    parser.add_argument("--finish", metavar="DATE", help="when all must be finished")
    parser.add_argument("--to", metavar="ID", help="the critical path to this node")
    parser.add_argument(
        "--near",
        metavar="DAYS",
        type=_days,
        help="the paths that are at most so many days shorter than the longest",
    )
    parser.add_argument("--blocked", action="store_true", help="what cannot begin, and why")
    parser.add_argument("--ready", action="store_true", help="what can begin")
    parser.add_argument(
        "--all", action="store_true", help="also nodes without dates, duration, links or progress"
    )
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--lang", choices=("zh", "en"), help="language (default: the plan's)")


def add_calendar(parser: argparse.ArgumentParser) -> None:
    """The option that `calendar_of` reads."""
    parser.add_argument(
        "--calendar",
        metavar="NAME|FILE",
        help="china, weekdays, or a JSON file (default: every day is worked on)",
    )


def calendar_of(text: str | None) -> "_core.Calendar | str | None":
    """The calendar that `--calendar` names."""
    if text is None or text in _NAMED:
        return text
    try:
        return _calendar.load(text)
    except FileNotFoundError as error:
        raise Error(
            f"--calendar: expected {', '.join(_NAMED)} or a file, found {text!r}, which is none"
        ) from error


def schedule(arguments: argparse.Namespace) -> int:
    """The command `schedule`."""
    made = _made(arguments)
    if (arguments.blocked or arguments.ready) and made.as_of is None:
        option = "--blocked" if arguments.blocked else "--ready"
        raise Error(f"{option}: needs a day on which it is asked; give --as-of DATE")
    language = arguments.lang or str(made.plan.language)
    if arguments.json:
        print(json.dumps(_document(made, arguments, language), ensure_ascii=False, indent=1))
    else:
        sys.stdout.write(_text(made, arguments, language))
    return 0


def _days(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected 0 or more days, found {text!r}")
    return int(text)


def _day(option: str, text: str | None) -> date | None:
    try:
        return None if text is None else _core.parse_date(text)
    except FormatError as error:
        raise Error(f"{option}: {error}") from error


def _made(arguments: argparse.Namespace) -> "_core.Schedule":
    if [arguments.plan, arguments.observations, arguments.calendar].count("-") > 1:
        raise Error("only one of the inputs can come from standard input")
    as_of = _day("--as-of", arguments.as_of)
    finish = _day("--finish", arguments.finish)
    plan = _core.load_plan(arguments.plan)
    observations = None
    if arguments.observations is not None:
        observations = _core.load_observations(arguments.observations, plan.units, plan)
    calendar = calendar_of(arguments.calendar)
    made = plan.schedule(observations, as_of, calendar=calendar, finish=finish)
    if arguments.to is not None:
        plan[arguments.to]  # an unknown id is told before anything is printed
    return made


def _text(made: "_core.Schedule", arguments: argparse.Namespace, language: str) -> str:
    zh = language == "zh"
    lines = [_heading(made, language)]
    asked = arguments.blocked or arguments.ready or arguments.near is not None
    if not asked:
        lines += _schedule.notes_first(made, language)
    if not asked and arguments.to is None:
        lines.append(
            _schedule.schedule_table(
                made, language=language, everything=arguments.all, colour=_wants_colour()
            ).rstrip("\n")
        )
        shown = len(lines[-1].splitlines()) - 1
        hidden = len(list(made.plan.outline())) - shown
        if hidden > 0:
            lines.append(
                f"（另有 {hidden} 项没有日期、工期、依赖或进展，--all 全部列出）"
                if zh
                else f"({hidden} more without dates, duration, links or progress: --all lists them)"
            )
    if arguments.near is not None:
        lines += _near_lines(made, arguments, zh)
    elif not asked:
        lines.append("")
        lines += _path_lines(made, arguments, language)
    if arguments.blocked:
        lines += [str(node.to_text(language)) for node in made.blocked()] or [
            "没有受阻的事项" if zh else "nothing is blocked"
        ]
    if arguments.ready:
        lines.append(_ready_table(made, language).rstrip("\n"))
    if not asked:
        lines += [conflict.to_text(language) for conflict in made.conflicts()]
    return "\n".join(lines) + "\n"


def _heading(made: "_core.Schedule", language: str) -> str:
    zh = language == "zh"
    text = made.plan.title or made.plan.id
    if made.as_of is not None:
        text += f"  {'截至' if zh else 'as of'} {made.as_of.isoformat()}"
    text += f"  {'最早完成' if zh else 'earliest finish'} {made.finish.isoformat()}"
    if made.calendar.name and made.calendar != _core.Calendar.every_day():
        text += f"  {'日历' if zh else 'calendar'} {made.calendar.name}"
    return text


def _path_lines(made: "_core.Schedule", arguments: argparse.Namespace, language: str) -> list[str]:
    zh = language == "zh"
    path = made.critical_path(arguments.to)
    if not len(path):
        return []
    if arguments.to is None:
        return [("关键路径：" if zh else "critical path: ") + _schedule.chain(path)]
    headings = (
        ("事项", "编号", "工期", "最早开始", "最早完成")
        if zh
        else ("node", "id", "days", "early start", "early finish")
    )
    rows = []
    for node in path:
        dates = made[node.id]
        start, finish = _schedule.day(dates.early_start), _schedule.day(dates.early_finish)
        rows.append((node.title or node.id, node.id, str(dates.duration), start, finish))
    return [
        _display.text_table(headings, rows, right=frozenset({2})).rstrip("\n"),
        made.why_critical(arguments.to, language),
    ]


def _near_lines(made: "_core.Schedule", arguments: argparse.Namespace, zh: bool) -> list[str]:
    most = 50
    paths = made.near_critical(arguments.near, arguments.to, most=most + 1)
    rows = [(str(path.slack), _schedule.chain(path.nodes)) for path in paths[:most]]
    headings = ("差几天", "路径") if zh else ("slack", "path")
    lines = [_display.text_table(headings, rows, right=frozenset({0})).rstrip("\n")]
    if len(paths) > most:
        lines.append(f"（只列出 {most} 条）" if zh else f"(the first {most} of them)")
    return lines


def _ready_table(made: "_core.Schedule", language: str) -> str:
    nodes = made.ready()
    if not len(nodes):
        return "没有可以开始的事项" if language == "zh" else "nothing is ready to begin"
    headings = (
        ("可以开始", "编号", "工期", "最迟开始", "最迟完成", "牵头单位")
        if language == "zh"
        else ("ready", "id", "days", "late start", "late finish", "owner")
    )
    rows = []
    for node in nodes:
        dates = made[node.id]
        late = (_schedule.day(dates.late_start), _schedule.day(dates.late_finish))
        rows.append((node.title or node.id, node.id, str(dates.duration), *late, node.owner))
    return _display.text_table(headings, rows, right=frozenset({2}))


def _document(
    made: "_core.Schedule", arguments: argparse.Namespace, language: str
) -> dict[str, Any]:
    document: dict[str, Any] = {
        "plan": made.plan.id,
        "as_of": made.as_of,
        "calendar": made.calendar.name,
        "finish": made.finish,
        "nodes": made.to_dicts(),
        "critical_path": made.critical_path(arguments.to).ids,
        "conflicts": [
            {
                "id": conflict.node.id if conflict.node else None,
                "due": conflict.due,
                "early_finish": conflict.early_finish,
                "days_late": conflict.days_late,
                "chain": conflict.chain.ids,
                "text": conflict.to_text(language),
            }
            for conflict in made.conflicts()
        ],
        "notes": made.notes(language),
    }
    if arguments.near is not None:
        document["near_critical"] = [
            {"slack": path.slack, "nodes": path.nodes.ids}
            for path in made.near_critical(arguments.near, arguments.to)
        ]
    if arguments.blocked:
        document["blocked"] = [
            {
                "id": node.id,
                "overdue": node.overdue,
                "held_by": [by.id for by, *_ in node.held_by],
                "root_causes": node.root_causes.ids,
                "text": node.to_text(language),
            }
            for node in made.blocked()
        ]
    if arguments.ready:
        document["ready"] = made.ready().ids
    plain: dict[str, Any] = _plain(document)
    return plain


def _plain(value: Any) -> Any:
    """Dates as texts."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def _wants_colour() -> bool:
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )
