# SPDX-License-Identifier: BSL-1.0
"""What figures in a row cannot say by themselves: the pace of a goal, and what of a ceiling is used."""

from collections.abc import Iterable
from typing import NamedTuple

from .. import _core
from .words import figure, held, is_apart, is_ceiling, pace, percent, target_of

#: Stands before a figure that a line beneath explains.
MARK = "※"
#: So many goals or ceilings are named in a line, the others are counted.
_NAMED = 3


class Ceiling(NamedTuple):
    """What of a ceiling is used: the reading, the whole of it, and the part allowed by that day."""

    used: float
    limit: float
    allowance: float
    unit: str

    def words(self, language: str) -> str:
        """What is used of it and what was allowed by that day, in words."""
        share = f" {percent(self.used / self.limit)}" if self.limit > 0 else ""
        used, limit, allowed = map(figure, (self.used, self.limit, self.allowance))
        if language == "zh":
            return f"已用{share}（{used} / {limit} {self.unit}），到该日限额 {allowed} {self.unit}"
        return (
            f"used{share} ({used} / {limit} {self.unit}), allowed by that day {allowed} {self.unit}"
        )


def ceiling(result: "_core.NodeResult") -> Ceiling | None:
    """What of a ceiling is used; nothing of what is none, or has no reading."""
    target = target_of(result)
    if target is None or not is_ceiling(target):
        return None
    if result.value is None or result.observed_on is None or result.progress is None:
        return None
    node = result.node
    share = target.profile.expected(result.observed_on, node.start, target.due or node.due)
    limit = target.goal_value
    return Ceiling(result.value, limit, share * limit, result.unit.symbol)


def has_own_pace(result: "_core.NodeResult") -> bool:
    """Whether it is a goal whose pace is not its attainment by its expected."""
    return result.node.kind == "goal" and result.pace is not None and is_apart(result)


def pace_terms(result: "_core.NodeResult") -> str:
    """What the pace of a goal is made of, where that is not its attainment: '65.1% / 62.9%'."""
    if not has_own_pace(result) or _is_of_worst(result):
        return ""
    return f"{percent(held(result))} / {percent(result.expected)}"


def _is_of_worst(result: "_core.NodeResult") -> bool:
    return str(result.node.rule) == "worst"


def marked_pace(result: "_core.NodeResult") -> str:
    """The pace, with a mark where it is not the attainment by the expected."""
    return (MARK if has_own_pace(result) else "") + pace(result.pace)


def marked_attainment(result: "_core.NodeResult") -> str:
    """The attainment, with a mark where it is that of a ceiling."""
    return (MARK if ceiling(result) else "") + percent(result.attainment)


def footnotes(results: "Iterable[_core.NodeResult]", language: str) -> list[str]:
    """A line for each kind of mark that occurs, each result once."""
    once = list({result.id: result for result in results}.values())
    goals = [_pace_words(result, language) for result in once if has_own_pace(result)]
    ceilings = [
        f"{_title(result)} {found.words(language)}" for result in once if (found := ceiling(result))
    ]
    is_zh = language == "zh"
    notes = []
    if goals:
        rule = pace_rule(language)
        notes.append(MARK + " " + rule + _listed(goals, language))
    if ceilings:
        rule = (
            "限额的完成率不是已用的份额，而是 1 − (实际值 − 到该日限额) / 到该日限额"
            if is_zh
            else "the attainment of a ceiling is not what is used of it but "
            "1 − (value − allowed by that day) / allowed by that day"
        )
        notes.append(MARK + " " + rule + _listed(ceilings, language))
    return notes


def pace_rule(language: str) -> str:
    """Why the pace of a goal may be another figure than attainment by expected."""
    if language == "zh":
        return "目标的进度比只计已有序时要求的下级，分子不是完成率"
    return "the pace of a goal counts only those parts of which something was expected"


def _listed(texts: list[str], language: str) -> str:
    colon, stop, more = ("：", "；", "另有 {} 项") if language == "zh" else (": ", "; ", "{} more")
    left = len(texts) - _NAMED
    return colon + stop.join(texts[:_NAMED] + ([more.format(left)] if left > 0 else []))


def _pace_words(result: "_core.NodeResult", language: str) -> str:
    terms = pace_terms(result)
    if not terms:
        terms = "取最慢的一项" if language == "zh" else "the slowest part"
    return f"{_title(result)} {terms} = {pace(result.pace)}"


def _title(result: "_core.NodeResult") -> str:
    return result.title or result.id
