# SPDX-License-Identifier: BSL-1.0
"""The commands `whatif` and `impact`."""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from typing import Any

from .. import _core
from .._errors import Error, FormatError
from . import schedule

_AIMS = ("at_risk", "on_track", "ahead", "met")


def add_whatif_arguments(parser: argparse.ArgumentParser) -> None:
    """What `whatif` takes beside a plan and observations."""
    changes = parser.add_argument_group("changes (each may be given several times)")

    def change(option: str, form: str, words: str) -> None:
        changes.add_argument(option, action="append", default=[], metavar=form, help=words)

    change("--value", "ID=NUMBER", "what an indicator or a task reads on the day")
    change("--target", "ID=WORDING", "another target, such as land.reuse=8000亩")
    change("--start", "ID=DATE", "another start")
    change("--due", "ID=DATE", "another due date")
    change("--duration", "ID=DAYS", "another duration of a task")
    change("--weight", "ID@GOAL=NUMBER", "how much a part counts in a goal")
    change("--cancel", "ID", "a node is cancelled")
    change("--remove", "ID", "a node is gone")
    changes.add_argument(
        "--scenario", metavar="FILE", help="changes from a JSON file, as Scenario.to_dicts has them"
    )
    parser.add_argument(
        "--sweep", metavar="ID=FROM:TO:STEP", help="one value after the other; `:` between numbers"
    )
    parser.add_argument("--seek", metavar="GOAL", help="what leaves must reach for this goal")
    parser.add_argument(
        "--by", action="append", default=[], metavar="ID[=COST]", help="a leaf that may move"
    )
    parser.add_argument(
        "--aim",
        metavar="AIM",
        help=f"of --seek: {', '.join(_AIMS)}, or an attainment such as 80%% (default: on_track)",
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def add_impact_arguments(parser: argparse.ArgumentParser) -> None:
    """What `impact` takes beside a plan, observations and a node."""
    change = parser.add_mutually_exclusive_group(required=True)
    change.add_argument("--value", metavar="NUMBER", help="what the node reads on the day")
    change.add_argument("--slip", metavar="DAYS", help="days by which its work comes later")
    schedule.add_calendar(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def whatif(arguments: argparse.Namespace, now: "_core.Evaluation") -> int:
    """The command `whatif`."""
    scenario = _scenario_of(arguments)
    asked = [bool(len(scenario)), bool(arguments.sweep), bool(arguments.seek)]
    if sum(asked) != 1:
        raise Error("give changes such as --value ID=NUMBER, or --sweep, or --seek; one of them")
    if (arguments.by or arguments.aim) and not arguments.seek:
        raise Error("--by and --aim belong to --seek GOAL")
    language = arguments.lang
    if arguments.seek:
        return _seek(arguments, now, language)
    if arguments.sweep:
        leaf, values = _pair("--sweep", arguments.sweep)
        numbers = [_number("--sweep", text) for text in values.split(":")]
        if len(numbers) != 3:
            raise Error(f'--sweep: expected ID=FROM:TO:STEP, found "{arguments.sweep}"')
        sweep = now.sweep(leaf, *numbers)
        return _show(arguments, sweep.to_dicts, lambda: sweep.to_text(language))
    comparison = now.compare(now.what_if(scenario))
    if not arguments.json:
        words = language or str(now.plan.language)
        sys.stdout.write("".join(f"{line}\n" for line in scenario.describe(words)) + "\n")
    return _show(arguments, comparison.to_dicts, lambda: comparison.to_text(language))


def impact(
    arguments: argparse.Namespace, plan: "_core.Plan", now: "_core.Evaluation | None"
) -> int:
    """The command `impact`; without observations and a day of all that a plan has to do."""
    calendar = schedule.calendar_of(arguments.calendar)
    if now is None and (arguments.slip is None or arguments.as_of is not None):
        day = None if arguments.as_of is None else _day("--as-of", arguments.as_of)
        now = plan.evaluate(as_of=day)
    change: dict[str, Any] = {}
    if arguments.slip is not None:
        change["slip"] = _days("--slip", arguments.slip)
    else:
        change["value"] = _number("--value", arguments.value)
    asked = plan if now is None else now
    found = asked.impact(arguments.id, calendar=calendar, **change)
    words = arguments.lang or str(plan.language)
    heading = "" if now is None else _as_of(now, arguments.as_of is None, words)
    return _show(arguments, found.to_dicts, lambda: heading + found.to_text(words))


def _as_of(now: "_core.Evaluation", is_end: bool, language: str) -> str:
    day = now.as_of.isoformat()
    if language == "zh":
        return f"截至 {day}{'（计划期末）' if is_end else ''}\n"
    return f"as of {day}{' (the end of the plan)' if is_end else ''}\n"


def _show(
    arguments: argparse.Namespace,
    rows: Callable[[], list[dict[str, Any]]],
    text: Callable[[], str],
) -> int:
    if arguments.json:
        print(json.dumps(rows(), ensure_ascii=False, indent=2, default=str))
    else:
        sys.stdout.write(text())
    return 0


def _seek(arguments: argparse.Namespace, now: "_core.Evaluation", language: str | None) -> int:
    if not arguments.by:
        raise Error("--seek: say which leaves may move by --by ID or --by ID=COST")
    aim: dict[str, Any] = {}
    if arguments.aim in _AIMS:
        aim["status"] = arguments.aim
    elif arguments.aim is not None:
        aim["attainment"] = _share("--aim", arguments.aim)
    if len(arguments.by) == 1 and "=" not in arguments.by[0]:
        found = now.goal_seek(arguments.seek, arguments.by[0], **aim)
    else:
        costs = {}
        for text in arguments.by:
            leaf, cost = _pair("--by", text) if "=" in text else (text, "1")
            costs[leaf] = _number("--by", cost)
        found = now.goal_seek(arguments.seek, costs=costs, **aim)
    if not arguments.json:
        sys.stdout.write(found.to_text(language))
        return 0
    document = {
        "goal": found.goal.id,
        "possible": found.possible,
        "exact": found.exact,
        "leaves": found.to_dicts(),
        "cost": found.cost,
        "status_before": str(found.before.status),
        "status_after": str(found.after.status),
        "attainment_after": found.after.attainment,
        "pace_after": found.after.pace,
        "obstacle": str(found.obstacle),
        "in_the_way": found.in_the_way.ids,
    }
    print(json.dumps(document, ensure_ascii=False, indent=2))
    return 0


def _scenario_of(arguments: argparse.Namespace) -> "_core.Scenario":
    scenario = _core.Scenario()
    if arguments.scenario:
        scenario = _loaded(arguments.scenario)
    for leaf, value in _pairs("--value", arguments.value):
        scenario.value(leaf, _number("--value", value))
    for node, wording in _pairs("--target", arguments.target):
        scenario.target(node, wording)
    for node, day in _pairs("--start", arguments.start):
        scenario.start(node, _day("--start", day))
    for node, day in _pairs("--due", arguments.due):
        scenario.due(node, _day("--due", day))
    for node, days in _pairs("--duration", arguments.duration):
        scenario.duration(node, _days("--duration", days))
    for link, weight in _pairs("--weight", arguments.weight):
        node, at, goal = link.rpartition("@")
        if not at:
            raise Error(f'--weight: expected ID@GOAL=NUMBER, found "{link}={weight}"')
        scenario.weight(node, goal, _number("--weight", weight))
    for node in arguments.cancel:
        scenario.lifecycle(node, "cancelled")
    for node in arguments.remove:
        scenario.remove(node)
    return scenario


def _loaded(path: str) -> "_core.Scenario":
    try:
        document = json.loads(_core.read_file(path))
    except ValueError as error:
        raise Error(f"{path}: it is no JSON: {error}") from error
    name = ""
    if isinstance(document, dict):
        name, document = document.get("name", ""), document.get("changes")
    if not isinstance(document, list) or not all(isinstance(row, dict) for row in document):
        raise Error(
            f'{path}: expected a list of changes such as {{"change": "value", "node": "land.reuse",'
            ' "value": 7000}, or an object with name and changes'
        )
    try:
        return _core.Scenario.from_dicts(document, name)
    except Error as error:
        raise Error(f"{path}: {error}") from error


def _pairs(option: str, texts: Iterable[str]) -> list[tuple[str, str]]:
    return [_pair(option, text) for text in texts]


def _pair(option: str, text: str) -> tuple[str, str]:
    node, equals, value = text.rpartition("=")
    if not equals or not node or not value:
        raise Error(f'{option}: expected ID=…, found "{text}"')
    return node, value


def _number(option: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise Error(f'{option}: expected a number, found "{text}"') from None


def _share(option: str, text: str) -> float:
    whole = text.endswith("%")
    try:
        return float(text.rstrip("%")) / (100 if whole else 1)
    except ValueError:
        raise Error(
            f'{option}: expected {", ".join(_AIMS)} or an attainment such as 80%, found "{text}"'
        ) from None


def _days(option: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Error(f'{option}: expected a whole number of days, found "{text}"') from None


def _day(option: str, text: str) -> Any:
    try:
        return _core.parse_date(text)
    except FormatError as error:
        raise Error(f"{option}: {error}") from error
