# SPDX-License-Identifier: BSL-1.0
"""What stubs.py knows beyond the signatures of the compiled module."""

#: Properties and results whose values are members of enumerations, by name.
ENUMERATIONS = {
    "comparator": "Comparator",
    "direction": "Direction",
    "firmness": "Firmness",
    "language": "Language",
    "lifecycle": "Lifecycle",
    "measure": "Measure",
    "missing": "Missing",
    "severity": "Severity",
    "span": "Span",
    "stage": "Stage",
    "status": "Status",
    "parse_span": "Span",
    "parse_stage": "Stage",
    "Block.kind": "BlockKind",
    "Block.part": "ReportPart",
    "Figure.stage": "ProjectStage",
    "GoalSeek.obstacle": "Obstacle",
    "Node.kind": "NodeKind",
    "NodeSchedule.duration_source": "DurationSource",
    "NodeSchedule.state": "WorkState",
    "Passage.outcome": "Outcome",
    "Profile.kind": "ProfileKind",
}

#: What a property or call gives, where the signature says only that it is a list or an object.
RESULTS = {
    "Block.parent": "Block | None",
    "CheckReport.advice": "list[Finding]",
    "CheckReport.findings": "list[Finding]",
    "CheckReport.of": "list[Finding]",
    "CheckReport.problems": "list[Finding]",
    "Impact.comparison": "Comparison",
    "Finding.node": "Node | None",
    "Finding.others": "NodeList",
    "NodeDiff.after": "Node | None",
    "NodeDiff.before": "Node | None",
    "NodeDiff.fields": "list[tuple[DiffKind, str, str, str]]",
    "NodeDiff.kinds": "list[DiffKind]",
    "NodeDiff.matched_by": "MatchedBy | None",
    "PlanDiff._plan_fields": "list[tuple[DiffKind, str, str, str]]",
    "PlanDiff.added": "NodeList",
    "PlanDiff.find_after": "Node | None",
    "PlanDiff.of": "list[NodeDiff]",
    "PlanDiff.plan_fields": "list[tuple[DiffKind, str, str, str]]",
    "PlanDiff.removed": "NodeList",
    "Plan.bottlenecks": "list[tuple[Node, int, int]]",
    "Plan.redundant_dependencies": "list[tuple[Node, Node, DependencyType, int]]",
    "Plan.single_points_of_failure": "list[tuple[Node, int]]",
    "check_codes": "list[tuple[str, Severity]]",
    "BlockedNode.held_by": "list[tuple[Node, DependencyType, int, Node]]",
    "BlockedNode.root_causes": "NodeList",
    "Calendar.covered": "tuple[datetime.date, datetime.date] | None",
    "Calendar.off": "list[datetime.date]",
    "Calendar.on": "list[datetime.date]",
    "Calendar.sources": "list[str]",
    "Calendar.weekend": "list[Weekday]",
    "Evaluation.schedule": "Schedule",
    "Plan.schedule": "Schedule",
    "Schedule._ipython_key_completions_": "list[str]",
    "Schedule.blocked": "list[BlockedNode]",
    "Schedule.conflicts": "list[ScheduleConflict]",
    "Schedule.critical_path": "NodeList",
    "Schedule.near_critical": "list[WorkPath]",
    "Schedule.ready": "NodeList",
    "Schedule.results": "ScheduleList",
    "ScheduleConflict.chain": "NodeList",
    "ScheduleList._ipython_key_completions_": "list[str]",
    "WorkPath.nodes": "NodeList",
    "Figure.conditions": "list[tuple[str, Comparator, float, Unit]]",
    "Figure.doubts": "list[tuple[str, str, list[str]]]",
    "Figure.reference": "tuple[str, bool, float] | None",
    "FigureReading.figures": "list[Figure]",
    "FigureReading.traps": "list[tuple[str, TrapKind]]",
    "ReportReading.coverage": "dict[str, typing.Any]",
    "ReportReading.passages": "list[Passage]",
    "ReportReading.review": "list[ReviewItem]",
    "Comparison.__getitem__": "NodeDifference",
    "GoalSeek.leaves": "list[tuple[Node, float | None, float, Unit, float]]",
    "Impact.__getitem__": "NodeImpact",
    "NodeDifference.causes": "list[Cause]",
    "NodeDifference.movers": "list[tuple[Node, float]]",
    "Scenario._calls": "list[tuple[str, dict[str, typing.Any]]]",
    "ScenarioEvaluator.results": "dict[str, ScenarioResult]",
    "Explanation.parts": "list[tuple[NodeResult, float, float, bool]]",
    "Explanation.terms": "list[tuple[Node, float, float]]",
    "Node.children": "NodeList",
    "Node.links": "list[tuple[Node, float, bool]]",
    "Node.parents": "NodeList",
    "Node.plan": "Plan",
    "Node.predecessors": "list[tuple[Node, DependencyType, int, str]]",
    "Node.revisions": "list[tuple[datetime.date, Target, str]]",
    "Node.source": "dict[str, typing.Any] | None",
    "Node.successors": "list[tuple[Node, DependencyType, int, str]]",
    "NodeList._ipython_key_completions_": "list[str]",
    "Plan.find_path": "Node | None",
    "Plan.outline": "list[tuple[Node, int, bool]]",
    "Plan.source": "dict[str, typing.Any] | None",
    "ResultList._ipython_key_completions_": "list[str]",
    "Table._column": "dict[str, typing.Any]",
    "Target.relative_to": "tuple[str, float] | None",
    "Evaluation._ipython_key_completions_": "list[str]",
    "LiveEvaluation._ipython_key_completions_": "list[str]",
    "LiveEvaluation.dry_run": "list[Change]",
    "LiveEvaluation.dry_run_all": "list[Change]",
    "LiveEvaluation.observe": "list[Change]",
    "LiveEvaluation.observe_all": "list[Change]",
    "collect_observations": "tuple[Observations, list[int], list[tuple[int, str, typing.Any]]]",
    "contradictions": "list[tuple[int, int, str]]",
    "read_numeral": "tuple[float, str, str, float] | None",
    "read_outline": "list[Block]",
    "import_table": "tuple[Observations, list[int], list[tuple[int, str, typing.Any]], int]",
    "texts": "list[str]",
}

#: What iterating over an object gives.
ITEMS = {
    "CheckReport": "Finding",
    "Comparison": "NodeDifference",
    "Evaluation": "NodeResult",
    "Impact": "NodeImpact",
    "NodeList": "Node",
    "Observations": "Observation",
    "Plan": "Node",
    "PlanDiff": "NodeDiff",
    "ResultList": "NodeResult",
    "Schedule": "NodeSchedule",
    "ScheduleList": "NodeSchedule",
}

#: Arguments that take more than their signature says, by name.
ARGUMENTS = {
    "unit": "Unit | str | None",
    "calendar": "Calendar | str | None",
    "actuals": "collections.abc.Mapping[str, collections.abc.Mapping[str, typing.Any]] | None",
    "delays": "collections.abc.Mapping[str, int] | None",
    "path": "Sink",
    "source": "Source",
    "profile": "Profile | str | collections.abc.Mapping[str, typing.Any]",
    "memo": "dict[int, typing.Any]",
    "options": "dict[str, typing.Any]",
    "names": "dict[str, str]",
    "titles": "str",
}
#: Where an argument of such a name is what the signature says.
AS_SIGNED = {
    "LiveEvaluation.dry_run.source",
    "LiveEvaluation.observe.source",
    "Observation.__init__.source",
    "Observations.add.source",
    "read_file.path",
    "write_file.path",
}

#: Methods that the package gives the classes, in Python.
TABLES = ("Evaluation", "Observations", "Plan", "Table")
DISPLAYED = (
    "CheckReport",
    "Comparison",
    "Evaluation",
    "Explanation",
    "Node",
    "NodeResult",
    "Observations",
    "Plan",
    "PlanDiff",
    "ReportReading",
    "ResultList",
    "Schedule",
    "Target",
)
ADDING = (
    "def add_{}(self, node: str, title: str = '', *, {}**keywords: typing.Any) -> Scenario: ..."
)
PLACED = "position: int | None = None, "
COMPARED = ("Comparison", "Impact", "Sweep")
SOUGHT = (*COMPARED, "GoalSeek")
READINGS = ("ReportReading",)
SCENARIOS = ("Scenario",)
ADDED = {
    "to_pandas": ((*TABLES, "Schedule", *SOUGHT), "def to_pandas(self) -> typing.Any: ..."),
    "to_dicts": (
        (*TABLES, "Schedule", *SOUGHT, *SCENARIOS),
        "def to_dicts(self) -> list[dict[str, typing.Any]]: ...",
    ),
    "to_arrow": (TABLES, "def to_arrow(self) -> typing.Any: ..."),
    "to_polars": (TABLES, "def to_polars(self) -> typing.Any: ..."),
    "to_numpy": (
        TABLES,
        "def to_numpy(self, columns: collections.abc.Iterable[str] | None = None)"
        " -> dict[str, typing.Any]: ...",
    ),
    "to_networkx": (
        ("Plan",),
        "def to_networkx(self, *, only: str | None = None) -> typing.Any: ...",
    ),
    "Plan.to_table": (
        ("Plan",),
        "def to_table(self, observations: Observations | None = None,"
        " as_of: datetime.date | str | None = None, language: str = 'zh')"
        " -> tasktable.TaskTable: ...",
    ),
    "_repr_html_": (DISPLAYED, "def _repr_html_(self) -> str: ..."),
    "_repr_mimebundle_": (
        DISPLAYED,
        "def _repr_mimebundle_(self, include: typing.Any = None, exclude: typing.Any = None)"
        " -> dict[str, str]: ...",
    ),
    "Evaluation.plot": (
        ("Evaluation",),
        "@property\ndef plot(self) -> _plot.EvaluationPlots: ...",
    ),
    "Plan.plot": (("Plan",), "@property\ndef plot(self) -> _plot.PlanPlots: ..."),
    "Schedule.plot": (("Schedule",), "@property\ndef plot(self) -> _plot.SchedulePlots: ..."),
    "draft": (READINGS, "@property\ndef draft(self) -> builder.PlanBuilder: ..."),
    "report": (
        ("Evaluation",),
        "def report(self, path: str | os.PathLike[str] | None = None, *, "
        "language: str | None = None, title: str | None = None) -> str | None: ...",
    ),
    "review_dicts": (READINGS, "def review_dicts(self) -> list[dict[str, typing.Any]]: ..."),
    "review_frame": (READINGS, "def review_frame(self) -> typing.Any: ..."),
    "save_html": (READINGS, "def save_html(self, path: str | os.PathLike[str]) -> None: ..."),
    "PlanDiff.to_dicts": (
        ("PlanDiff", "CheckReport"),
        "def to_dicts(self, language: str | None = None) -> list[dict[str, typing.Any]]: ...",
    ),
    "PlanDiff.to_pandas": (
        ("PlanDiff", "CheckReport"),
        "def to_pandas(self, language: str | None = None) -> typing.Any: ...",
    ),
    "to_table": (("PlanDiff",), "def to_table(self, language: str | None = None) -> str: ..."),
    "CheckReport.to_text": (
        ("CheckReport",),
        "def to_text(self, language: str | None = None, *, most: int | None = 3) -> str: ...",
    ),
    "to_dict": (("Calendar",), "def to_dict(self) -> dict[str, typing.Any]: ..."),
    "from_dict": (
        ("Calendar",),
        "@staticmethod\n"
        "def from_dict(document: collections.abc.Mapping[str, typing.Any]) -> Calendar: ...",
    ),
    "load": (("Calendar",), "@staticmethod\ndef load(source: Source) -> Calendar: ..."),
    "to_text": (COMPARED, "def to_text(self, language: str | None = None) -> str: ..."),
    "what_if": (
        ("Plan",),
        "def what_if(self, observations: Observations | None, scenario: Scenario,"
        " as_of: datetime.date | str | None = None, **options: typing.Any) -> Evaluation: ...",
    ),
    "from_dicts": (
        SCENARIOS,
        "@classmethod\n"
        "def from_dicts(cls, rows: collections.abc.Iterable[collections.abc.Mapping[str, typing.Any]],"
        " name: str = '') -> Scenario: ...",
    ),
    "add_goal": (
        SCENARIOS,
        ADDING.format("goal", PLACED + "rule: typing.Any = None, firmness: str | None = None, "),
    ),
    "add_indicator": (
        SCENARIOS,
        ADDING.format(
            "indicator",
            "target: str | Target | None = None, " + PLACED + "measure: str | None = None, ",
        ),
    ),
    "add_task": (
        SCENARIOS,
        ADDING.format(
            "task",
            PLACED + "duration: int | None = None, progress: float | None = None,"
            " profile: typing.Any = None, firmness: str | None = None, ",
        ),
    ),
    "__str__": (("Plan", "CheckReport", "Schedule", *COMPARED), "def __str__(self) -> str: ..."),
}
