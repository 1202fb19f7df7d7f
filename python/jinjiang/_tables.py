# SPDX-License-Identifier: BSL-1.0
"""Plans, observations and evaluations as rows and tables."""

from enum import StrEnum
from typing import Any

from . import _core
from ._errors import MissingPackageError
from ._observations import COLUMNS as OBSERVATION_COLUMNS

_RESULT_COLUMNS = (
    "status",
    "attainment",
    "progress",
    "expected",
    "pace",
    "coverage",
    "value",
    "unit",
    "observed_on",
    "stage",
    "basis",
    "stale",
)
_TARGET_COLUMNS = ("comparator", "value", "upper", "unit", "measure", "direction", "baseline")


def plan_dicts(plan: "_core.Plan") -> list[dict[str, Any]]:
    """One dict a node, in the author's order: plain values that JSON and tables take."""
    return [_node_dict(node) for node in plan.nodes]


def _node_dict(node: "_core.Node") -> dict[str, Any]:
    return {
        **_plain(node, ("id", "kind", "title")),
        "parents": node.parents.ids,
        **_plain(node, ("owner", "start", "due", "lifecycle", "firmness")),
        **_plain(node.target, _TARGET_COLUMNS),
        "section": (node.source or {}).get("section"),
    }


def observation_dicts(observations: "_core.Observations") -> list[dict[str, Any]]:
    """One dict a reading, in order of insertion."""
    return [_plain(reading, OBSERVATION_COLUMNS) for reading in observations]


def evaluation_dicts(evaluation: "_core.Evaluation") -> list[dict[str, Any]]:
    """One dict a node, in the author's order; shares are 0 to 1."""
    return [result_dict(result) for result in evaluation.results]


def result_dict(result: "_core.NodeResult") -> dict[str, Any]:
    """A result as plain values."""
    return {
        **_plain(result.node, ("id", "kind", "title", "owner", "due")),
        **_plain(result, _RESULT_COLUMNS),
    }


def _plain(item: Any, columns: tuple[str, ...]) -> dict[str, Any]:
    """Attributes with texts for words and units; None for all when there is no item."""
    values = {}
    for column in columns:
        value = None if item is None else getattr(item, column)
        values[column] = str(value) if isinstance(value, (StrEnum, _core.Unit)) else value
    return values


def plan_to_pandas(plan: "_core.Plan") -> Any:
    """A pandas DataFrame of `to_dicts()`; needs pandas."""
    words = ("kind", "lifecycle", "firmness", "comparator", "measure", "direction")
    return frame(plan_dicts(plan), words, ("start", "due"))


def observations_to_pandas(observations: "_core.Observations") -> Any:
    """A pandas DataFrame of `to_dicts()`; needs pandas."""
    dates = ("observed_on", "known_on")
    return frame(observation_dicts(observations), ("stage", "span"), dates, OBSERVATION_COLUMNS)


def evaluation_to_pandas(evaluation: "_core.Evaluation") -> Any:
    """A pandas DataFrame of `to_dicts()`; needs pandas."""
    words = ("kind", "status", "stage")
    return frame(evaluation_dicts(evaluation), words, ("due", "observed_on"))


def frame(
    dicts: list[dict[str, Any]],
    categories: tuple[str, ...],
    dates: tuple[str, ...],
    columns: tuple[str, ...] = (),
) -> Any:
    """A DataFrame of dicts, indexed by id, with categories and dates typed."""
    try:
        import pandas  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise MissingPackageError(
            "to_pandas needs pandas: install it with  pip install 'jinjiang[pandas]'"
        ) from error
    table = pandas.DataFrame(dicts, columns=None if dicts else list(columns))
    for column in dates:
        if column in table:
            table[column] = pandas.to_datetime(table[column])
    for column in categories:
        if column in table:
            table[column] = table[column].astype("category")
    return table
