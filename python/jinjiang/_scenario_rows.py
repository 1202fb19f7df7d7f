# SPDX-License-Identifier: BSL-1.0
"""Scenarios as rows of plain values, which JSON holds, and back."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from . import _core
from ._arguments import in_words
from ._errors import Error
from .builder import PlanBuilder

#: The methods by which changes are made, as `to_dicts` names them.
_CHANGES = (
    "value",
    "readings",
    "target",
    "start",
    "due",
    "duration",
    "lifecycle",
    "weight",
    "part",
    "unpart",
    "depend",
    "undepend",
    "remove",
    "add_goal",
    "add_indicator",
    "add_task",
)

_READING = ("id", "observed_on", "value", "unit", "stage", "basis", "known_on", "source")


def to_dicts(scenario: "_core.Scenario") -> list[dict[str, Any]]:
    """One dict a change: the method that makes it, as ``change``, and its arguments as JSON has them.

    >>> import jinjiang as jj
    >>> jj.Scenario().value("land.reuse", 7000).due("park", "2024-06-30").to_dicts()
    [{'change': 'value', 'node': 'land.reuse', 'value': 7000.0}, \
{'change': 'due', 'node': 'park', 'day': '2024-06-30'}]
    """
    rows = []
    for method, arguments in scenario._calls():
        row = {"change": method, **arguments}
        if method == "_add":
            row["change"] = f"add_{row.pop('kind')}"
            row.update(row.pop("options"))
        row = {key: plain(value) for key, value in row.items()}
        if row.get("unit") == "":
            del row["unit"]
        rows.append({key: value for key, value in row.items() if key == "day" or value is not None})
    return rows


def from_dicts(
    cls: "type[_core.Scenario]", rows: Iterable[Mapping[str, Any]], name: str = ""
) -> "_core.Scenario":
    """A scenario from one mapping a change, as `to_dicts` gives them.

    Parameters
    ----------
    rows : each with ``change``, the method that makes it, and the arguments of that method
    name : for displays; default none

    Raises
    ------
    Error
        A change has no such name or arguments, or contradicts another; says which.

    >>> import jinjiang as jj
    >>> jj.Scenario.from_dicts([{"change": "value", "node": "land.reuse", "value": 7000}], "more")
    <Scenario "more": land.reuse: reads 7000>
    """
    scenario = cls(name)
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise Error(f"change {number}: expected a mapping, found {in_words(row)}")
        arguments = dict(row)
        method = arguments.pop("change", None)
        if method not in _CHANGES:
            raise Error(
                f"change {number}: expected a change named {', '.join(_CHANGES)}, found {method!r}"
            )
        try:
            if isinstance(arguments.get("target"), Mapping):
                arguments["target"] = target_of(arguments["target"])
            if "readings" in arguments:
                arguments["readings"] = [reading_of(row) for row in arguments["readings"]]
            if "revisions" in arguments:
                arguments["revisions"] = [
                    (day, target_of(target) if isinstance(target, Mapping) else target, *reason)
                    for day, target, *reason in arguments["revisions"]
                ]
            getattr(scenario, method)(**arguments)
        except Error as error:
            error.args = (f"change {number}: {error}",)
            raise
        except TypeError as error:
            raise Error(f"change {number}: {error}") from error
    return scenario


def plain(value: Any) -> Any:
    """A value of a change as text, numbers, lists and dicts."""
    if isinstance(value, _core.Target):
        return target_dict(value)
    if isinstance(value, _core.Profile):
        return _profile(value)
    if isinstance(value, _core.Observation):
        row = {key: plain(getattr(value, key)) for key in _READING}
        return {key: item for key, item in row.items() if item not in (None, "")}
    if isinstance(value, _core.Unit):
        return value.symbol
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _profile(profile: "_core.Profile") -> Any:
    if profile.kind == "monthly":
        return {"monthly": list(profile.shares)}
    if profile.kind != "milestones":
        return str(profile.kind)
    import json

    # As the file of a plan has it, which the constructors read.
    draft = PlanBuilder("p", start="0002-01-01", end="9999-12-31")
    draft.task("t", profile=profile)
    return json.loads(draft.build().to_json())["nodes"][0]["profile"]


def target_dict(target: "_core.Target") -> dict[str, Any]:
    """The arguments that make a target."""
    common = {"unit": target.unit.symbol, "measure": str(target.measure)}
    if target.relative_to is not None:
        indicator, offset = target.relative_to
        named = {"comparator": str(target.comparator), "relative_to": indicator, "offset": offset}
        return named | common
    if target.set_by:
        return {"set_by": target.set_by} | common
    more = {
        "upper": target.upper,
        "direction": str(target.direction),
        "baseline": target.baseline,
        "tolerance": target.tolerance or None,
        "due": target.due and target.due.isoformat(),
        "profile": _profile(target.profile),
        "firmness": str(target.firmness),
        "basis": target.basis or None,
        "base": target.base,
    }
    plainly = {"comparator": str(target.comparator), "value": target.value} | common
    return plainly | {key: value for key, value in more.items() if value is not None}


def target_of(words: Mapping[str, Any]) -> "_core.Target":
    """A target from the arguments that make it."""
    given = dict(words)
    unit, measure = given.pop("unit", ""), given.pop("measure", None)
    if "set_by" in given:
        return _core.Target.set_elsewhere(given["set_by"], unit, measure=measure)
    if "relative_to" in given:
        return _core.Target.relative(
            given["comparator"],
            given["relative_to"],
            given.get("offset", 0),
            unit,
            measure=measure,
        )
    return _core.Target(given.pop("comparator"), given.pop("value"), unit, measure=measure, **given)


def reading_of(row: "Mapping[str, Any] | _core.Observation") -> "_core.Observation":
    """A reading from its fields."""
    return _core.Observation(**row) if isinstance(row, Mapping) else row
