# SPDX-License-Identifier: BSL-1.0
"""The pages of the Python reference: public names by what they are for."""

from typing import NamedTuple


class Group(NamedTuple):
    page: str
    title: str
    words: str
    names: list[str]


GROUPS = [
    Group(
        "files",
        "Files",
        "Reading and writing plans, observations and evaluations; what is in them is told in "
        ":doc:`/docs/formats`.",
        ["load", "load_evaluation", "save", "label", "Language", "__version__"],
    ),
    Group(
        "plans",
        "Plans",
        "A plan is an immutable value of nodes and links. Drafts are made with `PlanBuilder`.",
        [
            "Plan", "PlanBuilder", "builder.NodeKeywords", "Node", "NodeList", "NodeKind",
            "LinkKind", "DependencyType", "Lifecycle", "Firmness", "RuleKind", "Policy", "Missing",
        ],
    ),
    Group(
        "targets",
        "Targets, units and profiles",
        "What an indicator promises. Bounds, directions, measures and units are in "
        ":doc:`sections 1 to 7 of the rules </docs/rules>`, wordings in :doc:`/docs/wordings`.",
        [
            "Target", "Comparator", "Direction", "Measure", "Quantity", "Unit", "UnitTable",
            "Profile", "ProfileKind",
        ],
    ),
    Group(
        "observations",
        "Observations",
        "Readings of indicators and tasks by date.",
        ["Observations", "Observation", "Stage", "Span", "read_observations", "RejectedRow"],
    ),
    Group(
        "evaluations",
        "Evaluations",
        "How a plan stands at the end of a day. Attainment, progress, expected, pace, coverage and "
        "status are defined in :doc:`sections 5 to 12 of the rules </docs/rules>`.",
        [
            "Evaluation", "NodeResult", "ResultList", "Status", "OwnerSummary", "Explanation",
            "LiveEvaluation", "Change", "Table",
        ],
    ),
    Group(
        "pictures",
        "Pictures",
        "What ``plot`` of an evaluation, a schedule and a plan gives; needs matplotlib. "
        ":doc:`/docs/plots` shows them.",
        ["_plot.EvaluationPlots", "_plot.SchedulePlots", "_plot.PlanPlots"],
    ),
    Group(
        "what-if",
        "What if",
        "Scenarios, comparison, sweeps, goal seek and impact; :doc:`/docs/whatif` defines the terms.",
        [
            "Scenario", "ScenarioEvaluator", "ScenarioResult", "Comparison", "NodeDifference",
            "Cause", "Sweep", "GoalSeek", "Obstacle", "Impact", "NodeImpact", "DateShift",
        ],
    ),
    Group(
        "schedules",
        "Schedules",
        "When the work can and must be done; dates and floats are defined in :doc:`/docs/schedule`.",
        [
            "Schedule", "ScheduleList", "NodeSchedule", "WorkPath", "ScheduleConflict",
            "BlockedNode", "Critical", "DurationSource", "WorkState", "Calendar", "Weekday",
        ],
    ),
    Group(
        "checks",
        "Checks and differences",
        "What is wrong with a plan, and what became of one: :doc:`/docs/check`, "
        ":doc:`every check </docs/checks/README>`.",
        [
            "CheckReport", "Finding", "Severity", "diff", "PlanDiff", "NodeDiff", "DiffKind",
            "MatchedBy",
        ],
    ),
    Group(
        "reading",
        "Reading reports",
        "Words and figures of a government work report: :doc:`/docs/reading/README`.",
        [
            "read_report", "read_reports", "ReportReading", "ReviewItem", "Passage", "Outcome", "ReportPart",
            "read_outline", "Block", "BlockKind", "read_figures", "FigureReading", "Figure",
            "TrapKind", "ProjectStage", "read_numeral",
        ],
    ),
    Group(
        "tables",
        "Tables of tasks",
        "任务分解表, read and written: :doc:`/docs/tables`.",
        ["read_table", "TableReading", "TableProblem", "TaskTable", "TableLoss"],
    ),
    Group(
        "long-calls",
        "Long calls",
        "How far a long call is, and how to end it: :doc:`/docs/long-calls`.",
        ["progress_bar"],
    ),
    Group(
        "errors",
        "Errors",
        "Every message names the node or place, what was expected, what was found and what to do.",
        [
            "Error", "UnitError", "TargetError", "PlanError", "Problem", "ObservationError",
            "UnknownObservationError", "FormatError", "UnknownIdError", "MissingPackageError",
        ],
    ),
]  # fmt: skip
