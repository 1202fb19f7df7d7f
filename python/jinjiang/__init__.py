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

from typing import Any as _Any

from . import (
    _arguments,
    _arrow,
    _calendar,
    _check,
    _core,
    _diff,
    _display,
    _graph,
    _pandas,
    _scenario,
    _schedule,
    _tables,
    reading,
)
from ._core import (
    Block,
    BlockedNode,
    BlockKind,
    Calendar,
    Cause,
    Change,
    CheckReport,
    Comparator,
    Comparison,
    Critical,
    DateShift,
    DependencyType,
    DiffKind,
    Direction,
    DurationSource,
    Evaluation,
    Explanation,
    Figure,
    FigureReading,
    Finding,
    Firmness,
    GoalSeek,
    Impact,
    Language,
    Lifecycle,
    LinkKind,
    LiveEvaluation,
    MatchedBy,
    Measure,
    Missing,
    Node,
    NodeDiff,
    NodeDifference,
    NodeImpact,
    NodeKind,
    NodeList,
    NodeResult,
    NodeSchedule,
    Observation,
    Observations,
    Obstacle,
    Outcome,
    OwnerSummary,
    Passage,
    Plan,
    PlanDiff,
    Policy,
    Profile,
    ProfileKind,
    ProjectStage,
    Quantity,
    ReportPart,
    ReportReading,
    ResultList,
    ReviewItem,
    RuleKind,
    Scenario,
    ScenarioEvaluator,
    ScenarioResult,
    Schedule,
    ScheduleConflict,
    ScheduleList,
    Severity,
    Span,
    Stage,
    Status,
    Sweep,
    Table,
    Target,
    TrapKind,
    Unit,
    UnitTable,
    Weekday,
    WorkPath,
    WorkState,
    __version__,
)
from ._diff import diff
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
    UnknownObservationError,
)
from ._observations import RejectedRow, read_observations
from ._types import Sink as _Sink
from ._types import Source as _Source
from .builder import PlanBuilder
from .reading import read_figures, read_numeral, read_outline, read_report

__all__ = [
    "Block",
    "BlockKind",
    "BlockedNode",
    "Calendar",
    "Cause",
    "Change",
    "CheckReport",
    "Comparator",
    "Comparison",
    "Critical",
    "DateShift",
    "DependencyType",
    "DiffKind",
    "Direction",
    "DurationSource",
    "Error",
    "Evaluation",
    "Explanation",
    "Figure",
    "FigureReading",
    "Finding",
    "Firmness",
    "FormatError",
    "GoalSeek",
    "Impact",
    "Language",
    "Lifecycle",
    "LinkKind",
    "LiveEvaluation",
    "MatchedBy",
    "Measure",
    "Missing",
    "MissingPackageError",
    "Node",
    "NodeDiff",
    "NodeDifference",
    "NodeImpact",
    "NodeKind",
    "NodeList",
    "NodeResult",
    "NodeSchedule",
    "Observation",
    "ObservationError",
    "Observations",
    "Obstacle",
    "Outcome",
    "OwnerSummary",
    "Passage",
    "Plan",
    "PlanBuilder",
    "PlanDiff",
    "PlanError",
    "Policy",
    "Problem",
    "Profile",
    "ProfileKind",
    "ProjectStage",
    "Quantity",
    "RejectedRow",
    "ReportPart",
    "ReportReading",
    "ResultList",
    "ReviewItem",
    "RuleKind",
    "Scenario",
    "ScenarioEvaluator",
    "ScenarioResult",
    "Schedule",
    "ScheduleConflict",
    "ScheduleList",
    "Severity",
    "Span",
    "Stage",
    "Status",
    "Sweep",
    "Table",
    "Target",
    "TargetError",
    "TrapKind",
    "Unit",
    "UnitError",
    "UnitTable",
    "UnknownIdError",
    "UnknownObservationError",
    "Weekday",
    "WorkPath",
    "WorkState",
    "__version__",
    "diff",
    "label",
    "load",
    "load_evaluation",
    "read_figures",
    "read_numeral",
    "read_observations",
    "read_outline",
    "read_report",
    "save",
]


_label = _arguments.explained(_core.label, "label")


def label(status: str, language: str) -> str:
    """The word that a reader sees for a status, in ``zh`` or ``en``.

    >>> label("at_risk", "zh")
    '略欠进度'
    """
    return _label(status, language)


def load(source: _Source) -> Plan:
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


def load_evaluation(source: _Source, plan: "Plan | None" = None) -> Evaluation:
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
    path: _Sink,
    *,
    format: str | None = None,
) -> None:
    """Write a plan, observations or an evaluation: `thing.save(path, format=format)`."""
    thing.save(path, format=format)


def _with_methods() -> None:
    """Gives the compiled classes their tables and displays, which are written in Python."""
    methods: dict[type, dict[str, _Any]] = {
        Plan: {
            "__str__": _display.plan_text,
            "_repr_html_": _display.plan_html,
            "to_dicts": _tables.plan_dicts,
            "to_networkx": _graph.to_networkx,
            "what_if": _scenario.what_if,
        },
        Observations: {
            "_repr_html_": _display.observations_html,
            "to_dicts": _tables.observation_dicts,
        },
        Evaluation: {
            "_repr_html_": _display.evaluation_html,
            "to_dicts": _tables.evaluation_dicts,
        },
        Calendar: {"to_dict": _calendar.to_dict},
        Schedule: {
            "__str__": _schedule.schedule_text,
            "_repr_html_": _schedule.schedule_html,
            "to_dicts": _schedule.to_dicts,
            "to_pandas": _schedule.to_pandas,
        },
        Table: {"to_dicts": _arrow.to_dicts},
        CheckReport: {
            "__str__": _check.report_str,
            "_repr_html_": _display.explanation_html,
            "to_dicts": _check.report_dicts,
            "to_pandas": _check.report_frame,
            "to_text": _check.report_text,
        },
        PlanDiff: {
            "_repr_html_": _display.explanation_html,
            "to_dicts": _diff.diff_dicts,
            "to_pandas": _diff.diff_frame,
            "to_table": _diff.diff_table,
        },
        ResultList: {"_repr_html_": _display.results_html},
        Explanation: {"_repr_html_": _display.explanation_html},
        ReportReading: {
            "_repr_html_": reading.display,
            "review_dicts": reading.review_dicts,
            "review_frame": reading.review_frame,
            "save_html": reading.save_html,
        },
    }
    for name, members in _scenario.METHODS.items():
        methods[getattr(_core, name)] = members
    for table in (Plan, Observations, Evaluation, Table):
        for method in (_arrow.to_arrow, _arrow.to_polars, _arrow.to_numpy, _pandas.to_pandas):
            methods[table][method.__name__] = method
    for cls, members in methods.items():
        for name, member in members.items():
            setattr(cls, name, member)
    setattr(ReportReading, "draft", property(reading.draft))  # noqa: B010


def _with_explanations() -> None:
    """Lets the compiled classes and functions say what is wrong with a call."""
    for value in list(vars(_core).values()):
        if isinstance(value, type) and value.__module__ == _core.__name__:
            _arguments.explain_calls(value)


def _with_readers() -> None:
    """Gives a class what makes one of a document: written in Python, so it explains itself."""
    setattr(Calendar, "from_dict", staticmethod(_calendar.from_dict))  # noqa: B010
    setattr(Calendar, "load", staticmethod(_calendar.load))  # noqa: B010


def _refuse_pickling() -> None:
    """Makes pickling a TypeError, at every protocol, of compiled classes that do not have it."""
    for value in list(vars(_core).values()):
        is_ours = isinstance(value, type) and value.__module__ == _core.__name__
        if is_ours and "__reduce__" not in vars(value):
            value.__reduce_ex__ = _cannot_be_pickled


def _cannot_be_pickled(self: _Any, _protocol: int, /) -> _Any:
    raise TypeError(
        f"{type(self).__name__}: cannot be pickled; pickle the Plan, Observations or Evaluation "
        "that it is of or that is made with it"
    )


_with_methods()
_with_explanations()
_with_readers()
_refuse_pickling()
