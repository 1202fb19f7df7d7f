# SPDX-License-Identifier: BSL-1.0
"""What a report tells of an evaluation, gathered in one walk over the plan."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from .. import _core
from .._display import status_counts, target_of
from ._html import Html, short, words
from ._words import WORDS

#: Every leaf belongs to one group, so that the groups add up: by its status, or `watched` where it
#: has no target that it could be held against.
GROUPS: dict[str, tuple[str, ...]] = {
    "good": ("met", "met_early", "ahead", "on_track"),
    "behind": ("missed", "off_track", "blocked", "at_risk"),
    "open": ("under_way", "not_due"),
    "unknown": ("no_data", "not_comparable"),
    "watched": (),
    "cancelled": ("cancelled",),
}
GROUP_OF = {status: group for group, statuses in GROUPS.items() for status in statuses}
#: The order in which statuses are listed and sorted: what is worst comes first.
WORST_FIRST = [
    *GROUPS["behind"],
    *GROUPS["unknown"],
    *GROUPS["open"],
    "on_track",
    "ahead",
    "met_early",
    "met",
    "cancelled",
]


class Facts:
    """An evaluation as a report sees it."""

    def __init__(self, evaluation: "_core.Evaluation", language: str, title: str | None) -> None:
        self.evaluation = evaluation
        self.plan = evaluation.plan
        self.language = language
        self.word: dict[str, Any] = WORDS[language]
        self.title = title or self.plan.title or self.plan.id
        self.lang = None if str(self.plan.language) == language else str(self.plan.language)
        self.results = {result.id: result for result in evaluation.results}
        self.anchors = {id: f"n{i}" for i, id in enumerate(self.results)}
        self.areas: list[tuple[_core.NodeResult, int]] = []
        self.area_of: dict[str, str] = {}
        self._find_areas()

    def _find_areas(self) -> None:
        """The goals of the first two levels, and the one in which each node is first met."""
        above = ["", ""]
        for node, level, _ in self.plan.outline():
            id = node.id
            if level == 0:
                above = ["", ""]
            if level < 2 and node.kind == "goal":
                above = [above[0] if level else id, id if level else ""]
                if id not in self.area_of:
                    self.areas.append((self.results[id], level))
                    self.area_of[id] = id
            self.area_of.setdefault(id, (above[1] if level > 1 else "") or above[0])

    @cached_property
    def leaves(self) -> "list[_core.NodeResult]":
        """Results of indicators and tasks, in the author's order."""
        return [result for result in self.results.values() if result.node.kind != "goal"]

    @cached_property
    def groups(self) -> Counter[str]:
        """How many leaves there are of each group."""
        return Counter(map(self.group_of, self.leaves))

    def group_of(self, result: "_core.NodeResult") -> str:
        """The group to which a leaf belongs."""
        status = str(result.status)
        is_watched = result.node.kind == "indicator" and self.target(result) is None
        return "watched" if is_watched and status == "not_comparable" else GROUP_OF[status]

    @cached_property
    def behind(self) -> "list[_core.NodeResult]":
        """Leaves that need attention, worst first."""
        return list(self.evaluation.behind())

    @cached_property
    def parts(self) -> dict[str, list[str]]:
        """The ids of the parts of every goal."""
        parts: dict[str, list[str]] = {}
        for result in self.results.values():
            for goal in result.node.parents.ids:
                parts.setdefault(goal, []).append(result.id)
        return parts

    def leaf_counts(self, goal: str) -> Counter[str]:
        """How many leaves beneath a goal have each status, each leaf once."""
        met, waiting = {goal}, [goal]
        while waiting:
            fresh = [part for part in self.parts.get(waiting.pop(), ()) if part not in met]
            met.update(fresh)
            waiting += fresh
        return status_counts(self.results[id] for id in met)[0]

    @cached_property
    def readings(self) -> "dict[str, list[_core.Observation]]":
        """The readings of every node."""
        readings: dict[str, list[_core.Observation]] = {}
        for reading in self.evaluation.observations:
            readings.setdefault(reading.id, []).append(reading)
        return readings

    def source(self, result: "_core.NodeResult") -> str:
        """Where the reading that decides came from."""
        latest = self.evaluation.known_by or date.max
        same = [
            reading
            for reading in self.readings.get(result.id, ())
            if reading.observed_on == result.observed_on
            and reading.stage == result.stage
            and reading.basis == result.basis
            and reading.known_on <= latest
        ]
        return max(same, key=lambda reading: reading.known_on).source if same else ""

    def due(self, result: "_core.NodeResult") -> date:
        """That of the target in force, else of the node."""
        target = self.target(result)
        return (target and target.due) or result.node.due

    def target(self, result: "_core.NodeResult") -> "_core.Target | None":
        """The target in force."""
        return target_of(result)

    def days_left(self, result: "_core.NodeResult") -> str:
        """How long it is to the due date, in words."""
        days = (self.due(result) - result.as_of).days
        key = "left" if days > 0 else "over" if days < 0 else "today"
        return str(self.word[key]).format(n=abs(days))

    def status(self, status: str) -> str:
        """The word for a status."""
        return _core.label(status, self.language)

    def name(self, result: "_core.NodeResult") -> Html:
        """A title; a very long one unfolds."""
        return words(result.title or result.id, self.lang)

    def name_in_link(self, result: "_core.NodeResult") -> Html:
        """A title where nothing can unfold."""
        return short(result.title or result.id, self.lang)

    def area(self, result: "_core.NodeResult") -> Html | None:
        """The title of the goal of the first two levels that it belongs to."""
        goal = self.area_of.get(result.id)
        return self.name_in_link(self.results[goal]) if goal and goal != result.id else None

    def unjudged(self) -> "Iterator[tuple[str, _core.NodeResult]]":
        """What has no verdict, with the reason's key."""
        for result in self.results.values():
            reason = self._reason(result)
            if reason:
                yield reason, result

    def _reason(self, result: "_core.NodeResult") -> str | None:
        status, kind = str(result.status), result.node.kind
        if kind == "goal":
            if status != "no_data":
                return None
            least = self.evaluation.policy.minimum_coverage
            return "coverage" if 0 <= (result.coverage or 0) < least else "parts"
        if status == "no_data":
            return self._why_no_data(result)
        target = self.target(result)
        if status == "not_comparable":
            return _why_not_comparable(target)
        waits = kind == "indicator" and status in GROUPS["open"]
        has_none = target is not None and target.baseline is None
        return "baseline" if waits and has_none and _is_state(target) else None

    def _why_no_data(self, result: "_core.NodeResult") -> str:
        readings = self.readings.get(result.id, [])
        known_by = self.evaluation.known_by or date.max
        usable = (r for r in readings if r.observed_on <= result.as_of and r.known_on <= known_by)
        return "none" if not readings else "outside" if any(usable) else "later"


def _is_state(target: "_core.Target | None") -> bool:
    """Whether, without a baseline value, nothing is expected of it before it is due."""
    if target is None or target.measure not in ("level", "share"):
        return False
    return target.profile is None or target.profile.kind == "at_due"


def _why_not_comparable(target: "_core.Target | None") -> str:
    if target is None:
        return "watched"
    if target.relative_to is not None:
        return "relative"
    return "set_elsewhere" if target.set_by and target.value is None else "basis"
