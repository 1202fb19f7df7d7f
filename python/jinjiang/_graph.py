# SPDX-License-Identifier: BSL-1.0
"""Plans as NetworkX graphs."""

from datetime import date
from typing import Any

from . import _core
from ._errors import MissingPackageError
from ._tables import plan_dicts


def to_networkx(self: "_core.Plan", *, only: str | None = None) -> Any:
    """As a networkx.MultiDiGraph; needs networkx.

    An edge leads from what needs to what is needed: from a goal to its part, from a successor to
    its predecessor. Nodes go by id and have what `to_dicts()` says of them but for parents, which
    are edges, and for what is not given; dates are texts, so that networkx can write the graph as
    GraphML and JSON. The key of an edge is its kind: ``part`` (with weight, veto) or ``dependency``
    (with type, lag, assumption).

    Parameters
    ----------
    only : part or dependency; default both kinds of links
    """
    try:
        import networkx  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        raise MissingPackageError(
            "to_networkx needs networkx: install it with  pip install 'jinjiang[networkx]'"
        ) from error
    shown = tuple(_core.LinkKind) if only is None else (_link_kind(only),)
    graph = networkx.MultiDiGraph(
        id=self.id,
        title=self.title,
        start=str(self.start),
        end=str(self.end),
        language=str(self.language),
    )
    for row in plan_dicts(self):
        graph.add_node(row["id"], **_attributes(row))
    for node in self.nodes:
        if "part" in shown:
            for goal, weight, veto in node.links:
                graph.add_edge(goal.id, node.id, "part", kind="part", weight=weight, veto=veto)
        if "dependency" in shown:
            for predecessor, type_, lag, assumption in node.predecessors:
                link = {"type": str(type_), "lag": lag, "assumption": assumption}
                graph.add_edge(node.id, predecessor.id, "dependency", kind="dependency", **link)
    return graph


def _attributes(row: dict[str, Any]) -> dict[str, Any]:
    """What is given of a node, as texts and numbers."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if value is not None and name != "parents"
    }


def _link_kind(only: str) -> "_core.LinkKind":
    try:
        return _core.LinkKind(only)
    except ValueError:
        expected = " or ".join(_core.LinkKind)
        raise ValueError(f"Plan.to_networkx: only: expected {expected}, found {only!r}") from None
