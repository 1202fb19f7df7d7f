# SPDX-License-Identifier: BSL-1.0
"""Scenarios, comparisons and impacts: what is written in Python of them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from . import _core, _display, _scenario_nodes, _scenario_rows
from ._types import Day

_HEADINGS = {
    "zh": ("事项", "状态", "完成率", "变化", "原因"),
    "en": ("node", "status", "attainment", "change", "cause"),
}
_IMPACT_HEADINGS = {
    "zh": ("事项", "对计划的影响", "变化"),
    "en": ("node", "effect on the plan", "what changes"),
}


def from_calls(name: str, calls: Iterable[tuple[str, Mapping[str, Any]]]) -> "_core.Scenario":
    """A scenario from the calls that make it."""
    scenario = _core.Scenario(name)
    for method, arguments in calls:
        getattr(scenario, method)(**arguments)
    return scenario


def what_if(
    self: "_core.Plan",
    observations: "_core.Observations | None",
    scenario: "_core.Scenario",
    as_of: Day | None = None,
    **options: Any,
) -> "_core.Evaluation":
    """How the plan would stand as a scenario has it.

    Parameters
    ----------
    observations : Observations, or None
    scenario : Scenario
    as_of : date; default the end of the plan
    **options : policy, known_by, basis, ignore_unknown and threads as of `Plan.evaluate`

    Raises
    ------
    Error, UnknownIdError
        As of `Plan.evaluate` and `Evaluation.what_if`.

    >>> import jinjiang as jj
    >>> draft = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31")
    >>> draft.indicator("land", "盘活低效用地", target="7000亩", measure="increment")
    >>> more = jj.Scenario().value("land", 1750)
    >>> draft.build().what_if(None, more, "2024-03-31")["land"].status
    <Status.on_track: 'on_track'>
    """
    return self.evaluate(observations, as_of, **options).what_if(scenario)


def comparison_dicts(comparison: "_core.Comparison") -> list[dict[str, Any]]:
    """One dict a node that differs: plain values, before and after."""
    return [_difference_dict(difference) for difference in comparison]


def _difference_dict(difference: "_core.NodeDifference") -> dict[str, Any]:
    row: dict[str, Any] = {"id": difference.id, "title": difference.node.title}
    for column in ("status", "attainment", "progress", "expected", "pace", "coverage", "value"):
        for side in ("before", "after"):
            row[f"{column}_{side}"] = _plain(getattr(getattr(difference, side), column, None))
    row["causes"] = [str(cause) for cause in difference.causes]
    row["movers"] = {node.id: change for node, change in difference.movers}
    row["reweighted"] = difference.reweighted
    return row


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, StrEnum) else value


def impact_dicts(impact: "_core.Impact") -> list[dict[str, Any]]:
    """One dict a node, in the order of rank: plain values."""
    rows = []
    for reached in impact:
        row: dict[str, Any] = {"id": reached.id, "title": reached.node.title}
        row["effect"] = reached.effect
        difference, shift = reached.difference, reached.shift
        for column in ("status", "attainment", "pace"):
            for side in ("before", "after"):
                value = getattr(getattr(difference, side, None), column, None)
                row[f"{column}_{side}"] = _plain(value)
        for column in ("start_before", "start_after", "finish_before", "finish_after", "days"):
            row[column] = getattr(shift, column, None)
        row["late"] = getattr(shift, "late", None)
        rows.append(row)
    return rows


def sweep_dicts(sweep: "_core.Sweep") -> list[dict[str, Any]]:
    """One dict for each value and node."""
    rows = []
    results = {node.id: sweep.results(node.id) for node in sweep.nodes}
    for i, value in enumerate(sweep.values):
        for node, found in results.items():
            row: dict[str, Any] = {"value": value, "id": node}
            for column in ("status", "attainment", "progress", "expected", "pace", "coverage"):
                row[column] = _plain(getattr(found[i], column))
            rows.append(row)
    return rows


def goal_seek_dicts(found: "_core.GoalSeek") -> list[dict[str, Any]]:
    """One dict a leaf that must read otherwise; `possible` says whether that is enough."""
    return [
        {
            "id": node.id,
            "title": node.title,
            "before": before,
            "value": value,
            "unit": unit.symbol,
            "cost": cost,
        }
        for node, before, value, unit, cost in found.leaves
    ]


def _sides(*columns: str) -> list[str]:
    return [f"{column}_{side}" for column in columns for side in ("before", "after")]


_FIGURES = ("attainment", "progress", "expected", "pace", "coverage")
_DATES = ["start_before", "start_after", "finish_before", "finish_after", "days"]


def comparison_frame(comparison: "_core.Comparison") -> Any:
    """The nodes that differ as a DataFrame of pandas, a row each: the columns of `to_dicts`."""
    columns = ["id", "title", *_sides("status", *_FIGURES, "value")]
    return _frame(comparison_dicts(comparison), [*columns, "causes", "movers", "reweighted"])


def impact_frame(impact: "_core.Impact") -> Any:
    """The nodes that a change reaches as a DataFrame of pandas, by rank: as `to_dicts`."""
    columns = ["id", "title", "effect", *_sides("status", "attainment", "pace"), *_DATES, "late"]
    return _frame(impact_dicts(impact), columns)


def sweep_frame(sweep: "_core.Sweep") -> Any:
    """A row for each value and node as a DataFrame of pandas: the columns of `to_dicts`."""
    return _frame(sweep_dicts(sweep), ["value", "id", "status", *_FIGURES])


def goal_seek_frame(found: "_core.GoalSeek") -> Any:
    """The leaves that must read otherwise as a DataFrame of pandas: the columns of `to_dicts`."""
    return _frame(goal_seek_dicts(found), ["id", "title", "before", "value", "unit", "cost"])


def _frame(rows: list[dict[str, Any]], columns: list[str]) -> Any:
    """Numbers are float64, with NaN where there is none; other columns as pandas makes them."""
    from ._arrow import package

    pandas = package("pandas", "to_pandas", "pandas")
    frame = pandas.DataFrame(rows, columns=columns)
    numbers = [name for name in columns if name.startswith(_NUMBERS)]
    return frame.astype(dict.fromkeys(numbers, "float64"))


#: How the names of columns of numbers begin.
_NUMBERS = (*_FIGURES, "value", "before", "cost", "effect", "reweighted", "days")


def _title(node: "_core.Node", language: str) -> str:
    if not node.title:
        return node.id
    return f"{node.title}（{node.id}）" if language == "zh" else f"{node.title} ({node.id})"


def _arrow(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def points(change: float | None, language: str) -> str:
    """A change of an attainment in percentage points, with its sign."""
    if change is None:
        return ""
    text = _core.format_rounded(100 * change, 2)
    words = " 个百分点" if language == "zh" else " points"
    return ("+" if change > 0 and text != "0" else "") + text + words


def comparison_text(comparison: "_core.Comparison", language: str | None = None) -> str:
    """The differences as a table: aligned for a terminal.

    Parameters
    ----------
    language : zh or en; default that of the later plan
    """
    language = language or str(comparison.after.plan.language)
    rows = []
    for difference in comparison:
        before, after = difference.before, difference.after
        statuses = [_core.label(side.status, language) if side else "—" for side in (before, after)]
        shares = [_display.percent(side.attainment if side else None) for side in (before, after)]
        cause = difference.describe(language).split("：" if language == "zh" else ": ", 1)[-1]
        rows.append(
            (
                _title(difference.node, language),
                _arrow(*statuses),
                _arrow(*shares),
                points(difference.change, language),
                cause if before and after else "",
            )
        )
    if not rows:
        return "没有变化。\n" if language == "zh" else "Nothing differs.\n"
    return _display.text_table(_HEADINGS[language], rows, right=frozenset({3}))


def impact_text(impact: "_core.Impact", language: str | None = None) -> str:
    """The nodes that a change reaches, as a table: aligned for a terminal.

    Parameters
    ----------
    language : zh or en; default that of the changed plan
    """
    language = language or str(impact.comparison.after.plan.language)
    rows = [
        (
            _title(reached.node, language),
            points(reached.effect or None, language),
            reached.describe(language),
        )
        for reached in impact
    ]
    if not rows:
        return "没有变化。\n" if language == "zh" else "Nothing changes.\n"
    headings = _IMPACT_HEADINGS[language]
    if all(not row[1] for row in rows):  # dates alone
        return _display.text_table(headings[::2], [row[::2] for row in rows])
    return _display.text_table(headings, rows, right=frozenset({1}))


def sweep_text(sweep: "_core.Sweep", language: str | None = None) -> str:
    """A row a value, a column a node: aligned for a terminal.

    Parameters
    ----------
    language : zh or en; default the plan's
    """
    language = language or str(sweep.leaf.plan.language)
    unit = sweep.unit.symbol
    first = "实际值" if language == "zh" else "value"
    if unit:
        first += f"（{unit}）" if language == "zh" else f" ({unit})"
    columns = [sweep.results(node.id) for node in sweep.nodes]
    rows = [
        [_display.number(value, 4)]
        + [
            f"{_core.label(found[i].status, language)} {_display.percent(found[i].attainment)}"
            for found in columns
        ]
        for i, value in enumerate(sweep.values)
    ]
    headings = [first, *(node.title or node.id for node in sweep.nodes)]
    return _display.text_table(headings, rows, right=frozenset({0}))


#: What each class gets of this file.
METHODS: dict[str, dict[str, Any]] = {
    "Scenario": {
        "to_dicts": _scenario_rows.to_dicts,
        "from_dicts": classmethod(_scenario_rows.from_dicts),
        "add_goal": _scenario_nodes.add_goal,
        "add_indicator": _scenario_nodes.add_indicator,
        "add_task": _scenario_nodes.add_task,
    },
    "Comparison": {
        "__str__": comparison_text,
        "to_dicts": comparison_dicts,
        "to_pandas": comparison_frame,
        "to_text": comparison_text,
    },
    "Impact": {
        "__str__": impact_text,
        "to_dicts": impact_dicts,
        "to_pandas": impact_frame,
        "to_text": impact_text,
    },
    "Sweep": {
        "__str__": sweep_text,
        "to_dicts": sweep_dicts,
        "to_pandas": sweep_frame,
        "to_text": sweep_text,
    },
    "GoalSeek": {"to_dicts": goal_seek_dicts, "to_pandas": goal_seek_frame},
}
