# SPDX-License-Identifier: BSL-1.0
"""Work plans that can be checked: goals, tasks, indicators and how they stand.

>>> import jinjiang as jj
>>> draft = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31")
>>> draft.indicator("land", "盘活低效用地", target="7000亩", measure="increment")
>>> seen = jj.Observations()
>>> seen.add("land", "2024-03-31", 1600)
>>> draft.build().evaluate(seen, as_of="2024-03-31")["land"].status
<Status.at_risk: 'at_risk'>
"""

import os as _os
from typing import Any as _Any

from . import _arguments, _arrow, _core, _display, _graph, _tables
from ._core import (
    Comparator,
    DependencyType,
    Direction,
    Evaluation,
    Explanation,
    Firmness,
    Language,
    Lifecycle,
    LinkKind,
    Measure,
    Missing,
    Node,
    NodeKind,
    NodeList,
    NodeResult,
    Observation,
    Observations,
    OwnerSummary,
    Plan,
    Policy,
    Profile,
    ProfileKind,
    Quantity,
    ResultList,
    RuleKind,
    Span,
    Stage,
    Status,
    Table,
    Target,
    Unit,
    UnitTable,
    __version__,
)
from ._errors import (
    Error,
    FormatError,
    MissingPackageError,
    ObservationError,
    PlanError,
    Problem,
    TargetError,
    UnitError,
    UnknownIdError,
)
from ._observations import RejectedRow, read_observations
from .builder import PlanBuilder

__all__ = [
    "Comparator",
    "DependencyType",
    "Direction",
    "Error",
    "Evaluation",
    "Explanation",
    "Firmness",
    "FormatError",
    "Language",
    "Lifecycle",
    "LinkKind",
    "Measure",
    "Missing",
    "MissingPackageError",
    "Node",
    "NodeKind",
    "NodeList",
    "NodeResult",
    "Observation",
    "ObservationError",
    "Observations",
    "OwnerSummary",
    "Plan",
    "PlanBuilder",
    "PlanError",
    "Policy",
    "Problem",
    "Profile",
    "ProfileKind",
    "Quantity",
    "RejectedRow",
    "ResultList",
    "RuleKind",
    "Span",
    "Stage",
    "Status",
    "Table",
    "Target",
    "TargetError",
    "Unit",
    "UnitError",
    "UnitTable",
    "UnknownIdError",
    "__version__",
    "label",
    "load",
    "load_evaluation",
    "read_observations",
    "save",
]


label = _arguments.explained(_core.label, "label")


def load(source: "str | _os.PathLike[str] | _Any") -> Plan:
    """Load a plan from a path (``-`` is standard input) or an open file, in JSON or .jjx.

    Raises
    ------
    OSError
        The file cannot be read.
    FormatError
        It is not a plan, or a damaged archive; says file, line, column and JSON pointer.
    PlanError
        The plan contradicts itself; `problems` lists all of it.
    """
    return _core.load_plan(source)


def load_evaluation(
    source: "str | _os.PathLike[str] | _Any", plan: "Plan | None" = None
) -> Evaluation:
    """Load an evaluation from a path (``-`` is standard input) or an open file, in JSON or .jjx.

    It is evaluated again: a file cannot say what its plan and observations do not.

    Parameters
    ----------
    source : a path, or an object with a method `read`
    plan : what a JSON document is of; an archive holds its plan

    Raises
    ------
    OSError
        The file cannot be read.
    FormatError
        It is no evaluation, or one of another plan.
    """
    return _core.load_evaluation(source, plan)


def save(
    thing: "Plan | Observations | Evaluation",
    path: "str | _os.PathLike[str] | _Any",
    *,
    format: str | None = None,
) -> None:
    """Write a plan, observations or an evaluation: `thing.save(path, format=format)`."""
    thing.save(path, format=format)


def _with_methods() -> None:
    """Gives the compiled classes their tables and displays, which are written in Python."""

    def to_dicts(dicts: _Any) -> _Any:
        def method(self: _Any) -> list[dict[str, _Any]]:
            return dicts(self)

        method.__name__ = "to_dicts"
        method.__doc__ = dicts.__doc__
        return method

    def to_pandas(dicts: _Any, *shape: tuple[str, ...]) -> _Any:
        def method(self: _Any) -> _Any:
            return _tables.to_pandas(dicts(self), *shape)

        method.__name__ = "to_pandas"
        method.__doc__ = "A pandas DataFrame of `to_dicts()`; needs pandas."
        return method

    tables = {
        Plan: (
            _tables.plan_dicts,
            ("kind", "lifecycle", "firmness", "comparator", "measure", "direction"),
            ("start", "due"),
        ),
        Observations: (
            _tables.observation_dicts,
            ("stage", "span"),
            ("observed_on", "known_on"),
            _tables.OBSERVATION_COLUMNS,
        ),
        Evaluation: (
            _tables.evaluation_dicts,
            ("kind", "status", "stage"),
            ("due", "observed_on"),
        ),
    }
    for cls, (dicts, *shape) in tables.items():
        cls.to_dicts = to_dicts(dicts)
        cls.to_pandas = to_pandas(dicts, *shape)
    Plan.to_networkx = _graph.to_networkx
    for cls in (*tables, Table):
        for method in (_arrow.to_arrow, _arrow.to_polars, _arrow.to_numpy):
            setattr(cls, method.__name__, method)
    Table.to_dicts = _arrow.to_dicts
    Table.to_pandas = _arrow.table_to_pandas
    Plan._repr_html_ = _display.plan_html
    Plan.__str__ = _display.plan_text
    Evaluation._repr_html_ = _display.evaluation_html
    ResultList._repr_html_ = _display.results_html
    Observations._repr_html_ = _display.observations_html
    Explanation._repr_html_ = _display.explanation_html


def _with_explanations() -> None:
    """Lets the compiled classes and functions say what is wrong with a call."""
    for value in list(vars(_core).values()):
        if isinstance(value, type) and value.__module__ == _core.__name__:
            _arguments.explain_calls(value)


_with_methods()
_with_explanations()
