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

from . import _arguments, _core, _methods
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
from ._progress_bar import progress_bar
from ._types import Sink as _Sink
from ._types import Source as _Source
from .builder import PlanBuilder
from .reading import read_figures, read_numeral, read_outline, read_report, read_reports
from .tasktable import TableLoss, TableProblem, TableReading, TaskTable, read_table

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
    "TableLoss",
    "TableProblem",
    "TableReading",
    "Target",
    "TargetError",
    "TaskTable",
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
    "progress_bar",
    "read_figures",
    "read_numeral",
    "read_observations",
    "read_outline",
    "read_report",
    "read_reports",
    "read_table",
    "save",
]


_label = _arguments.explained(_core.label, "label")


def label(status: str, language: str) -> str:
    """The word that a reader sees for a status.

    Parameters
    ----------
    status : a Status or its text
    language : zh or en

    Raises
    ------
    Error
        There is no such status or language.

    >>> label("at_risk", "zh")
    '略欠进度'
    """
    return _label(status, language)


def load(source: _Source) -> Plan:
    """Load a plan in JSON or .jjx.

    Parameters
    ----------
    source : a path (``-`` is standard input), or an object with a method `read`

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
    """Load an evaluation in JSON or .jjx.

    It is evaluated again: a file cannot say what its plan and observations do not.

    Parameters
    ----------
    source : a path (``-`` is standard input), or an object with a method `read`
    plan : what a JSON document is of; an archive holds its plan, and needs none

    Raises
    ------
    OSError
        The file cannot be read.
    FormatError
        It is no evaluation, one of another plan, or in JSON and no plan is given.
    """
    return _core.load_evaluation(source, plan)


def save(
    thing: "Plan | Observations | Evaluation",
    path: _Sink,
    *,
    format: str | None = None,
) -> None:
    """Write a plan, observations or an evaluation: `thing.save(path, format=format)`.

    Parameters
    ----------
    thing : what is written
    path : a path (``-`` is standard output), or an object with a method `write`
    format : json or jjx; of observations and evaluations also csv, of plans dot, mmd and graphml;
        default by the name, JSON where there is none

    Raises
    ------
    Error
        There is no such format, or the thing cannot be written in it.
    OSError
        The file cannot be written.
    """
    thing.save(path, format=format)


_methods.with_methods()
_methods.with_explanations()
_methods.with_readers()
_methods.refuse_pickling()
