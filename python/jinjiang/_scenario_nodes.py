# SPDX-License-Identifier: BSL-1.0
"""Nodes that a scenario adds to a plan."""

from typing import Any

from . import _core
from ._errors import Error
from ._node_keywords import NodeKeywords, options_of


def add_goal(
    self: "_core.Scenario",
    node: str,
    title: str = "",
    *,
    position: int | None = None,
    rule: Any = None,
    firmness: str | None = None,
    **keywords: Any,
) -> "_core.Scenario":
    """A goal is there that was not.

    Parameters
    ----------
    node : id that the plan does not have
    title : default empty
    position : place among the nodes of the plan, from 0; default the last
    rule, firmness, **keywords : as of `PlanBuilder.goal`

    Raises
    ------
    Error
        A word cannot be read, the position is below 0, or another change says something else of
        the node.
    """
    return _add(self, "goal", node, title, None, position, keywords, rule=rule, firmness=firmness)


def add_indicator(
    self: "_core.Scenario",
    node: str,
    title: str = "",
    *,
    target: "str | _core.Target | None" = None,
    position: int | None = None,
    measure: str | None = None,
    **keywords: Any,
) -> "_core.Scenario":
    """An indicator is there that was not.

    Parameters
    ----------
    node : id that the plan does not have
    title : default empty
    target, measure, **keywords : as of `PlanBuilder.indicator`
    position : place among the nodes of the plan, from 0; default the last

    Raises
    ------
    FormatError
        The wording of the target cannot be read.
    Error
        As of `add_goal`.
    """
    return _add(self, "indicator", node, title, target, position, keywords, measure=measure)


def add_task(
    self: "_core.Scenario",
    node: str,
    title: str = "",
    *,
    position: int | None = None,
    duration: int | None = None,
    progress: float | None = None,
    profile: Any = None,
    firmness: str | None = None,
    **keywords: Any,
) -> "_core.Scenario":
    """A task is there that was not.

    Parameters
    ----------
    node : id that the plan does not have
    title : default empty
    position : place among the nodes of the plan, from 0; default the last
    duration, progress, profile, firmness, **keywords : as of `PlanBuilder.task`

    Raises
    ------
    Error
        As of `add_goal`.
    """
    others = {"duration": duration, "progress": progress, "profile": profile, "firmness": firmness}
    return _add(self, "task", node, title, None, position, keywords, **others)


def _add(
    scenario: "_core.Scenario",
    kind: str,
    node: str,
    title: str,
    target: Any,
    position: int | None,
    keywords: NodeKeywords | dict[str, Any],
    **others: Any,
) -> "_core.Scenario":
    if position is not None and position < 0:
        raise Error(f"{node}: position: expected 0 or more, found {position}")
    options = options_of(keywords, **others)  # type: ignore[arg-type]
    return scenario._add(kind, node, title, target, options, position)
