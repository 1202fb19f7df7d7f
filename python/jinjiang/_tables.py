# SPDX-License-Identifier: BSL-1.0
"""Plans, observations and evaluations as rows and tables."""

from typing import Any

from . import _core
from ._errors import MissingPackageError


def plan_dicts(plan: "_core.Plan") -> list[dict[str, Any]]:
    """One dict a node, in the author's order: plain values that JSON and tables take."""
    return [_node_dict(node) for node in plan.nodes]


def _node_dict(node: "_core.Node") -> dict[str, Any]:
    target = node.target
    return {
        "id": node.id,
        "kind": str(node.kind),
        "title": node.title,
        "parents": [parent.id for parent in node.parents],
        "owner": node.owner,
        "start": node.start,
        "due": node.due,
        "lifecycle": str(node.lifecycle),
        "firmness": str(node.firmness),
        "comparator": str(target.comparator) if target else None,
        "value": target.value if target else None,
        "upper": target.upper if target else None,
        "unit": target.unit.symbol if target else None,
        "measure": str(target.measure) if target else None,
        "direction": str(target.direction) if target else None,
        "baseline": target.baseline if target else None,
        "section": (node.source or {}).get("section"),
    }


def observation_dicts(observations: "_core.Observations") -> list[dict[str, Any]]:
    """One dict a reading, in order of insertion."""
    return [
        {
            "id": reading.id,
            "observed_on": reading.observed_on,
            "value": reading.value,
            "unit": reading.unit.symbol,
            "stage": str(reading.stage),
            "basis": reading.basis,
            "known_on": reading.known_on,
            "span": str(reading.span),
            "source": reading.source,
            "note": reading.note,
        }
        for reading in observations
    ]


def evaluation_dicts(evaluation: "_core.Evaluation") -> list[dict[str, Any]]:
    """One dict a node, in the author's order; shares are 0 to 1."""
    return [result_dict(result) for result in evaluation.results]


def result_dict(result: "_core.NodeResult") -> dict[str, Any]:
    """A result as plain values."""
    node = result.node
    return {
        "id": node.id,
        "kind": str(node.kind),
        "title": node.title,
        "owner": node.owner,
        "due": node.due,
        "status": str(result.status),
        "attainment": result.attainment,
        "progress": result.progress,
        "expected": result.expected,
        "pace": result.pace,
        "coverage": result.coverage,
        "value": result.value,
        "unit": result.unit.symbol,
        "observed_on": result.observed_on,
        "stage": str(result.stage) if result.stage else None,
        "basis": result.basis,
        "stale": result.stale,
    }


#: Of a table of observations, also of one without rows.
OBSERVATION_COLUMNS = (
    "id",
    "observed_on",
    "value",
    "unit",
    "stage",
    "basis",
    "known_on",
    "span",
    "source",
    "note",
)


def to_pandas(
    dicts: list[dict[str, Any]],
    categories: tuple[str, ...],
    dates: tuple[str, ...],
    columns: tuple[str, ...] = (),
) -> Any:
    """A DataFrame of dicts, indexed by id, with categories and dates typed."""
    try:
        import pandas
    except ImportError as error:
        raise MissingPackageError(
            "to_pandas needs pandas: install it with  pip install 'jinjiang[pandas]'"
        ) from error
    frame = pandas.DataFrame(dicts, columns=None if dicts else list(columns))
    for column in dates:
        if column in frame:
            frame[column] = pandas.to_datetime(frame[column])
    for column in categories:
        if column in frame:
            frame[column] = frame[column].astype("category")
    return frame
