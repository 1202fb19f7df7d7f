# SPDX-License-Identifier: BSL-1.0
"""Words and numbers of tables: lights, percentages, what is shown of a result."""

from collections import Counter
from collections.abc import Callable, Iterable

from .. import _core
from .._errors import UnitError

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


def status_counts(
    results: "Iterable[_core.NodeResult]",
) -> "tuple[Counter[str], Counter[str]]":
    """How many indicators and tasks there are of each status, and apart from them how many goals.

    This is the one way in which statuses are counted, each node once.
    """
    leaves, goals = Counter[str](), Counter[str]()
    for result in {result.id: result for result in results}.values():
        (goals if result.node.kind == "goal" else leaves)[str(result.status)] += 1
    return leaves, goals


def target_of(result: "_core.NodeResult") -> "_core.Target | None":
    """The target in force."""
    return result.node.target_on(result.as_of) if result.node.kind == "indicator" else None


def is_ceiling(target: "_core.Target") -> bool:
    """Whether it is a limit for what is used up in the period: a flow that should be low."""
    return (
        str(target.direction) == "lower"
        and str(target.measure) in ("increment", "net_increment", "count")
        and target.value is not None
        and target.relative_to is None
    )


def wanted(target: "_core.Target", plan: "_core.Plan", language: str) -> str:
    """A target in words; of a ceiling it says that the period counts as a whole, and an indicator
    that is followed is named by its title, as people know it."""
    if target.relative_to is None or not plan[target.relative_to[0]].title:
        words = target.describe(language)
        return _in_all(words, target, plan, language) if is_ceiling(target) else words
    id, offset = target.relative_to
    place = "\ue000"
    like = _core.Target.relative(
        str(target.comparator), place, offset, target.unit, measure=str(target.measure)
    )
    return like.describe(language).replace(place, plan[id].title)


def _in_all(words: str, target: "_core.Target", plan: "_core.Plan", language: str) -> str:
    first, last = plan.start, plan.end
    is_year = first.year == last.year and (first.month, first.day) == (1, 1)
    is_year = is_year and (last.month, last.day) == (12, 31) and target.due in (None, last)
    if language == "zh":
        return ("全年" if is_year else "全期累计") + words
    return words + (" over the year" if is_year else " over the period")


def reading_words(result: "_core.NodeResult") -> str:
    """The reading of an indicator in the unit of its target, or in a smaller one if it is less than
    one of it: 8210 人 where 12 万人 is wanted. No digit is lost."""
    if result.node.kind != "indicator" or result.value is None:
        return ""
    value, unit = in_unit(result.value, result.unit, result.node.plan)
    return f"{figure(value)}{'' if unit == '%' else ' '}{unit}".strip()


#: Numeral scales before a unit, and those that are tried where there is less than one of it.
_SMALLER = {"万亿": ("亿", "万", ""), "亿": ("万", ""), "万": ("",)}


def in_unit(value: float, unit: "_core.Unit", plan: "_core.Plan") -> tuple[float, str]:
    """A number and its unit without the part of the numeral scale of which it is less than one."""
    symbol = unit.symbol
    scale = next((scale for scale in _SMALLER if symbol.startswith(scale)), None)
    if scale is None or value == 0 or abs(value) >= 1:
        return value, symbol
    found = (value, symbol)
    for smaller in _SMALLER[scale]:
        try:
            like = plan.units[smaller + symbol.removeprefix(scale)]
            found = _core.Quantity(value, unit).to(like).value, like.symbol
        except UnitError:  # the author's own unit that only begins with such a word
            continue
        if abs(found[0]) >= 1:
            break
    return found


def result_cells(result: "_core.NodeResult", language: str) -> tuple[str, ...]:
    """What a table shows of a result, after the title."""
    node = result.node
    target = target_of(result)
    seen = "" if result.observed_on is None else result.observed_on.isoformat()
    if result.stale:
        seen += " 陈旧" if language == "zh" else " stale"
    return (
        _core.label(result.status, language),
        percent(result.attainment),
        percent(result.expected),
        pace(result.pace),
        reading_words(result),
        wanted(target, node.plan, language) if target else "",
        seen,
        percent(result.coverage) if node.kind == "goal" else "",
    )
