# SPDX-License-Identifier: BSL-1.0
"""Targets in the words of cells, both ways."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from .. import _core
from .._errors import Error
from .grid import plain
from .heads import is_unit

#: 计量方式 as the glossary calls it.
MEASURES = {
    "level": "存量",
    "increment": "新增",
    "net_increment": "净增",
    "count": "数量",
    "growth": "增速",
    "change": "变化",
    "share": "占比",
    "rank": "位次",
}
_FIRMNESS = {"must": "确保", "stretch": "力争", "exploratory": "探索"}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_GUESSED = "没有动词说明是存量还是增量，按存量读"
_UNITLESS = "个"
#: Wordings of each comparator, the usual one first.
_BOUNDS = {
    "reach": ("{}", "增长{}", "第{}"),
    "at_least": ("{}以上", "增长{}以上", "第{}以上"),
    "above": ("超{}", "增长超{}"),
    "at_most": ("不超过{}", "增长不超过{}", "前{}", "第{}以内"),
    "below": ("低于{}", "增长低于{}"),
    "about": ("{}左右", "增长{}左右", "第{}左右"),
    "between": ("{}—{}", "增长{}—{}"),
}
#: Of a fall: no more of it is at least so much of a change.
_FALLING_BOUNDS = {"at_least": ("{}以内",), "at_most": ("{}以上",)}


def measure_of(text: str) -> str | None:
    """A measure from its word in either language."""
    words = {word: name for name, word in MEASURES.items()} | {name: name for name in MEASURES}
    return words.get(text.strip().lower().replace(" ", "_"))


def with_unit(words: str, unit: str) -> str:
    """Words whose last number has no unit, with the unit behind it: ≥3500 in 亿元 is ≥3500亿元.

    1.2万 is 1.2万亩 in 亩, and in 万亩 as well; in 亿元 it may be 1.2万 or 1.2万亿, so it is left.
    """
    half = normalize("NFKC", words)
    found = list(_NUMBER.finditer(half))
    if not found or not unit:
        return words
    head, tail = half[: found[-1].end()], half[found[-1].end() :]
    if scale := re.match(r"\s*([万亿千])(?![万亿千])", tail):
        if unit[0] in "万亿千百" and unit[0] != scale[1]:
            return words
        head, tail = head + scale[0], tail[scale.end() :]
        unit = unit.removeprefix(scale[1])
    return (
        f"{head}{unit}{tail}" if re.match(r"\s*($|[(（]含|及?以|之?内|左右|上下)", tail) else words
    )


def with_plain_bound(words: str) -> str:
    """Words without the legal 含本数, which 以上 says anyhow; 以上（不含本数） is 超."""
    words = re.sub(r"(?<=以[上下内])[（(]含(?:本数)?[)）]", "", words)
    found = re.fullmatch(r"(.+?)以([上下])[（(]不含(?:本数)?[)）]", words)
    return words if found is None else ("超" if found[2] == "上" else "低于") + found[1]


def guess_of(figure: "_core.Figure") -> list[tuple[str, str]]:
    """Codes and reasons of what is doubtful of a figure.

    The reader takes 不少于10个 for a level without a doubt, and 10个 with one; both are guesses.
    """
    doubts = [(code, reason) for code, reason, _ in figure.doubts]
    is_bare = figure.rule == "level" and str(figure.comparator) == "at_least"
    return doubts if doubts or not is_bare else [("measure_guessed", _GUESSED)]


def parsed(words: str, unit: str = "") -> "_core.Target | None":
    """The target that words are, with the unit of the column where they have none."""
    for text in dict.fromkeys((words, with_unit(words, unit))):
        try:
            return _core.parse_target(text)
        except Error:
            continue
    return None


def without_unit(words: str) -> "_core.Target | None":
    """A target of a bare number, which counts what nobody says."""
    made = parsed(words, _UNITLESS)
    if made is None or str(made.unit) != _UNITLESS or _UNITLESS in words:
        return None
    return _with(made, unit="")


def _with(made: "_core.Target", **changed: object) -> "_core.Target":
    parts = {"unit": made.unit, "upper": made.upper, "firmness": str(made.firmness)} | changed
    return _core.Target(str(made.comparator), made.value, **parts)  # type: ignore[arg-type]


def figures_of(title: str, words: str, year: int) -> "list[_core.Figure]":
    """The figures of a title and its words together, which say what is measured."""
    try:
        return list(_core.read_figures(f"{title}{words}", year=year).figures)
    except Error:
        return []


def has_numbers(text: str) -> bool:
    """Whether a text holds a number, be it one without a value: 数十个."""
    half = normalize("NFKC", text)
    return any(_core.read_numeral(half[at:]) is not None for at in range(len(half)))


def measured(
    made: "_core.Target", title: str, words: str, year: int
) -> "tuple[_core.Target, list[tuple[str, str]]]":
    """The target with the measure that title and words give, and what is doubtful of it."""
    bare = re.sub(r"[(（].*?[)）]", "", title)
    if str(made.unit) == "%" and re.search(r"增[速幅长]$|增长率$", bare):
        bare = re.sub(r"(增[速幅长]|增长率)$", "增长", bare)
    if str(made.unit) == "位" and str(made.measure) in ("level", "rank"):
        return made.with_measure("rank"), []
    for figure in figures_of(bare, words, year):
        if figure.value != made.value or str(figure.unit) != str(made.unit):
            continue
        doubts = guess_of(figure)
        try:
            return made.with_measure(str(figure.measure)), doubts
        except Error:
            break
    return made, []


def unit_in_title(title: str) -> str:
    """The unit in brackets at the end of a title: 固定资产投资（亿元）."""
    found = re.search(r"[(（]([^()（）]+)[)）]$", title)
    return found[1] if found and is_unit(found[1]) else ""


def words_of(target: "_core.Target") -> tuple[str, list[str]]:
    """Words that read back to a target with its measure, and the fields that they do not say.

    No words for a target that follows another indicator or is set elsewhere.
    """
    if target.relative_to is not None or target.set_by or target.value is None:
        return "", ["target"]
    best, lost = "", ["target"]
    for words in _wordings(target):
        made = read_back(words, str(target.measure))
        if made is None:
            continue
        differing = _differing(made, target)
        if not {"value", "comparator", "unit", "upper", "measure"} & set(differing) and (
            not best or len(differing) < len(lost)
        ):
            best, lost = words, differing
        if best and not lost:
            break
    return best, lost


def read_back(words: str, measure: str | None) -> "_core.Target | None":
    """A target as `words_of` writes it."""
    made = parsed(words) or without_unit(words)
    try:
        return made.with_measure(measure) if made is not None and measure else made
    except Error:
        return None


def _wordings(target: "_core.Target") -> Iterator[str]:
    value, unit = target.value, str(target.unit)
    if value is None:
        return
    firm = _FIRMNESS.get(str(target.firmness), "")
    upper = value if target.upper is None else target.upper
    rising = f"{plain(value)}{unit}", f"{plain(upper)}{unit}", _BOUNDS
    falling = f"{plain(-upper)}{unit}", f"{plain(-value)}{unit}", _BOUNDS | _FALLING_BOUNDS
    ways = [("", *rising), ("下降", *falling)]
    for sign, low, high, bounds in reversed(ways) if value < 0 else ways:
        is_rank = target.measure == "rank"
        for bound in sorted(
            bounds[str(target.comparator)], key=lambda b: (b[0] in "前第") != is_rank
        ):
            is_place = bound[0] in "前第"
            text = bound.format(low, high)
            text = text.replace("位", "名") if is_place else text
            yield from (f"{firm}{lead}{sign}{text}" for lead in ("", "降至", "控制在", "提高到"))


def _differing(made: "_core.Target", target: "_core.Target") -> list[str]:
    """The fields in which two targets differ, apart from what a default gives."""
    names = [
        "comparator",
        "value",
        "upper",
        "unit",
        "measure",
        "direction",
        "baseline",
        "tolerance",
        "due",
        "profile",
    ]
    names += ["firmness", "basis", "base"]
    return [name for name in names if getattr(made, name) != getattr(target, name)]


def quantity_of(text: str) -> "tuple[float, str] | None":
    """The number and unit that a cell is, and nothing else."""
    half = normalize("NFKC", text)
    if re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?%?", half):
        half = half.replace(",", "")
    number = _core.find_cell_number(half)
    if number is not None:
        return number[0], "%" if number[1] else ""
    if text.startswith("第") and (place := parsed(text)) is not None and place.value is not None:
        return place.value, str(place.unit)
    try:
        read = _core.Quantity.parse(text)
    except Error:
        return None
    return read.value, str(read.unit)
