# SPDX-License-Identifier: BSL-1.0
"""What the compiled classes are given from Python: tables, displays, readers, explanations."""

from typing import Any

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
    _plot,
    _scenario,
    _schedule,
    _tables,
    reading,
    report,
    tasktable,
)
from ._core import (
    Calendar,
    CheckReport,
    Comparison,
    Evaluation,
    Explanation,
    GoalSeek,
    Impact,
    Node,
    NodeResult,
    Observations,
    Plan,
    PlanDiff,
    ReportReading,
    ResultList,
    Schedule,
    Sweep,
    Table,
    Target,
)


def with_methods() -> None:
    """Gives the compiled classes their tables and displays, which are written in Python."""
    methods: dict[type, dict[str, Any]] = {
        Plan: {
            "__str__": _display.plan_text,
            "_repr_html_": _display.plan_html,
            "to_dicts": _tables.plan_dicts,
            "to_networkx": _graph.to_networkx,
            "to_table": tasktable.to_table,
            "what_if": _scenario.what_if,
            "plot": property(_plot.of_plan),
        },
        Observations: {
            "_repr_html_": _display.observations_html,
            "to_dicts": _tables.observation_dicts,
        },
        Evaluation: {
            "_repr_html_": _display.evaluation_html,
            "report": report.report,
            "to_dicts": _tables.evaluation_dicts,
            "plot": property(_plot.of_evaluation),
        },
        Calendar: {"to_dict": _calendar.to_dict},
        Schedule: {
            "__str__": _schedule.schedule_text,
            "_repr_html_": _schedule.schedule_html,
            "to_dicts": _schedule.to_dicts,
            "to_pandas": _schedule.to_pandas,
            "plot": property(_plot.of_schedule),
        },
        Table: {"to_dicts": _arrow.to_dicts},
        CheckReport: {
            "__str__": _check.report_str,
            "_repr_html_": _display.report_html,
            "to_dicts": _check.report_dicts,
            "to_pandas": _check.report_frame,
            "to_text": _check.report_text,
        },
        PlanDiff: {
            "_repr_html_": _display.report_html,
            "to_dicts": _diff.diff_dicts,
            "to_pandas": _diff.diff_frame,
            "to_table": _diff.diff_table,
        },
        ResultList: {"_repr_html_": _display.results_html},
        Explanation: {"_repr_html_": _display.explanation_html},
        Node: {"_repr_html_": _display.node_html},
        NodeResult: {"_repr_html_": _display.result_html},
        Target: {"_repr_html_": _display.target_html},
        ReportReading: {
            "_repr_html_": reading.display,
            "review_dicts": reading.review_dicts,
            "review_frame": reading.review_frame,
            "save_html": reading.save_html,
        },
    }
    for name, members in _scenario.METHODS.items():
        methods[getattr(_core, name)] = dict(members)
    methods[Comparison]["_repr_html_"] = _display.comparison_html
    methods[GoalSeek]["_repr_html_"] = _display.report_html
    methods[Impact]["_repr_html_"] = _display.impact_html
    methods[Sweep]["_repr_html_"] = _display.sweep_html
    for table in (Plan, Observations, Evaluation, Table):
        for method in (_arrow.to_arrow, _arrow.to_polars, _arrow.to_numpy, _pandas.to_pandas):
            methods[table][method.__name__] = method
    for cls, members in methods.items():
        if "_repr_html_" in members:
            members["_repr_mimebundle_"] = _display.bundle
        for name, member in members.items():
            setattr(cls, name, member)
    setattr(ReportReading, "draft", property(reading.draft))  # noqa: B010


def with_explanations() -> None:
    """Lets the compiled classes and functions say what is wrong with a call."""
    for value in list(vars(_core).values()):
        if isinstance(value, type) and value.__module__ == _core.__name__:
            _arguments.explain_calls(value)


def with_readers() -> None:
    """Gives a class what makes one of a document: written in Python, so it explains itself."""
    setattr(Calendar, "from_dict", staticmethod(_calendar.from_dict))  # noqa: B010
    setattr(Calendar, "load", staticmethod(_calendar.load))  # noqa: B010


def refuse_pickling() -> None:
    """Makes pickling a TypeError, at every protocol, of compiled classes that do not have it."""
    for value in list(vars(_core).values()):
        is_ours = isinstance(value, type) and value.__module__ == _core.__name__
        if is_ours and "__reduce__" not in vars(value):
            value.__reduce_ex__ = _cannot_be_pickled


def _cannot_be_pickled(self: Any, _protocol: int, /) -> Any:
    raise TypeError(
        f"{type(self).__name__}: cannot be pickled; pickle the Plan, Observations or Evaluation "
        "that it is of or that is made with it"
    )
