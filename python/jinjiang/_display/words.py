# SPDX-License-Identifier: BSL-1.0
"""Words and numbers of tables: lights, percentages, what is shown of a result."""

from collections.abc import Callable

from .. import _core

#: Status to the class that colours it; the word is always there too.
_LIGHTS = {
    "met": "good",
    "met_early": "good",
    "ahead": "good",
    "on_track": "good",
    "at_risk": "warn",
    "off_track": "bad",
    "missed": "bad",
    "blocked": "bad",
}
#: Line breaks and other control characters would tear a row apart.
ONE_LINE = dict.fromkeys([*range(32), 127], " ")
#: Embeddings, overrides and isolates: they turn the text that follows.
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
#: Decimals beyond which a number is taken for the noise of a computation.
_EXACT = 8
HEADINGS = {
    "zh": ("事项", "状态", "完成率", "序时进度", "进度比", "实际值", "目标", "观测日期", "覆盖率"),
    "en": (
        "node",
        "status",
        "attainment",
        "expected",
        "pace",
        "value",
        "target",
        "observed",
        "coverage",
    ),
}


def light(status: str) -> str:
    """good, warn, bad or mute."""
    return _LIGHTS.get(status, "mute")


def percent(share: float | None) -> str:
    """A share as a percentage with one decimal; a dash for nothing.

    What is not wholly nothing or the whole does not read as if it were.

    >>> percent(1 / 3), percent(0.9996), percent(0.0000833)
    ('33.3%', '99.96%', '0.01%')
    """
    return "—" if share is None else f"{_unlike(100 * share, 1, _is_whole_or_nothing)}%"


def pace(ratio: float | None) -> str:
    """A pace with two decimals; one below a threshold does not read as if it were there, nor as 0.

    >>> pace(0.9193), pace(0.9496), pace(0.95)
    ('0.92', '0.9496', '0.95')
    """
    return "—" if ratio is None else _unlike(ratio, 2, _may_be_a_threshold)


def number(value: float | None, decimals: int = 2) -> str:
    """A number with at most so many decimals; a dash for nothing."""
    return "—" if value is None else _core.format_rounded(value, decimals)


def figure(value: float | None) -> str:
    """A reading as it was given; a computed one with four decimals; a dash for nothing.

    >>> figure(0.99995), figure(1600.0), figure(16 / 3)
    ('0.99995', '1600', '5.3333')
    """
    if value is None:
        return "—"
    whole = _core.format_rounded(value, _EXACT)
    if abs(float(whole) - value) <= 1e-12 * abs(value):
        return whole
    text = _core.format_rounded(value, 4)
    return text if len(text.partition(".")[2]) == 4 else whole


def _unlike(value: float, decimals: int, is_taken: Callable[[float, float], bool]) -> str:
    """A number with so many decimals, with more where it would read as another that is taken."""
    text = _core.format_rounded(value, decimals)
    while decimals < _EXACT and text != (more := _core.format_rounded(value, _EXACT)):
        if not is_taken(float(text), float(more)):
            break
        decimals += 1
        text = _core.format_rounded(value, decimals)
    return text


def _is_whole_or_nothing(shown: float, value: float) -> bool:
    return shown in (0, 100)


def _may_be_a_threshold(shown: float, value: float) -> bool:
    """Whether a multiple of 0.05 is shown for a pace that is less, or 0 for one that is more."""
    return shown == 0 or (value < shown and round(100 * shown, 6) % 5 == 0)


def held(result: "_core.NodeResult") -> float | None:
    """What is held against the expected: of a goal only what those parts have attained of which
    something was expected, which may be less or more than all of its attainment."""
    if result.node.kind == "goal" and result.pace is not None and result.expected is not None:
        return min(max(result.pace * result.expected, 0.0), 1.0)
    return result.attainment


def lacking(result: "_core.NodeResult") -> float:
    """What is behind the expected, as a share; 0 where nothing is."""
    own = held(result)
    return 0.0 if own is None or result.expected is None else max(result.expected - own, 0.0)


def is_apart(result: "_core.NodeResult") -> bool:
    """Whether what is held against the expected is another share than the attainment."""
    own = held(result)
    return own is not None and abs(own - (result.attainment or 0.0)) > 1e-9


def wanted(target: "_core.Target", plan: "_core.Plan", language: str) -> str:
    """A target in words; an indicator that it follows is named by its title, as people know it."""
    if target.relative_to is None or not plan[target.relative_to[0]].title:
        return target.describe(language)
    id, offset = target.relative_to
    place = "\ue000"
    like = _core.Target.relative(
        str(target.comparator), place, offset, target.unit, measure=str(target.measure)
    )
    return like.describe(language).replace(place, plan[id].title)


def result_cells(result: "_core.NodeResult", language: str) -> tuple[str, ...]:
    """What a table shows of a result, after the title."""
    node = result.node
    target = node.target_on(result.as_of) if node.kind == "indicator" else None
    seen = "" if result.observed_on is None else result.observed_on.isoformat()
    if result.stale:
        seen += " 陈旧" if language == "zh" else " stale"
    value = figure(result.value) if node.kind == "indicator" else ""
    unit = result.unit.symbol
    if unit and result.value is not None:
        value += ("" if unit == "%" else " ") + unit
    return (
        _core.label(result.status, language),
        percent(result.attainment),
        percent(result.expected),
        pace(result.pace),
        "" if value == "—" else value,
        wanted(target, node.plan, language) if target else "",
        seen,
        percent(result.coverage) if node.kind == "goal" else "",
    )
