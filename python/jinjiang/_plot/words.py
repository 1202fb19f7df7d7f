# SPDX-License-Identifier: BSL-1.0
"""Words and numbers of pictures: titles that fit, amounts in 万 and 亿, colours of a status."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .._display.words import ONE_LINE, TURNS
from .._display.words import figure as exact

if TYPE_CHECKING:
    from matplotlib.patches import Patch

#: In a picture each title stands on one line and alone.
_ONE_LINE: dict[int, str | None] = {**ONE_LINE, **TURNS}
_SCALES = (("万亿", 1e12), ("亿", 1e8), ("万", 1e4))
_ENGLISH_SCALES = ((" billion", 1e9), (" million", 1e6))
_UNSCALED = {"%", "百分点", "倍", "分"}


class Look(NamedTuple):
    """How a status is drawn: colour, hatch and marker, each told apart without the others."""

    colour: str
    hatch: str
    marker: str


#: Colours of Okabe and Ito, which nearly everybody can tell apart; the worst first.
LOOKS = {
    "missed": Look("#8c2d04", "xxx", "X"),
    "off_track": Look("#d55e00", "///", "v"),
    "blocked": Look("#cc79a7", "|||", "s"),
    "at_risk": Look("#e69f00", "\\\\\\", "D"),
    "under_way": Look("#b9c6d3", "", "o"),
    "on_track": Look("#56b4e9", "", "o"),
    "ahead": Look("#0072b2", "", "^"),
    "met_early": Look("#40b894", "", "P"),
    "met": Look("#009e73", "", "*"),
    "no_data": Look("#ffffff", "...", "."),
    "not_due": Look("#eceff2", "", "."),
    "not_comparable": Look("#f7f3e8", "--", "_"),
    "cancelled": Look("#ffffff", "xx", "x"),
}
ORDER = {status: place for place, status in enumerate(LOOKS)}


def look(status: str) -> Look:
    """How a status is drawn."""
    return LOOKS[str(status)]


def edge_of(status: str) -> str:
    """The colour of the frame and the hatch: faint where nothing is judged."""
    return "#c3c9cf" if ORDER[str(status)] >= ORDER["no_data"] else "#5b636b"


def ink_on(colour: str) -> str:
    """Black or white, whichever is read better on a colour."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return "#ffffff" if 0.299 * red + 0.587 * green + 0.114 * blue < 0.5 else "#1f2328"


def said(language: str, chinese: str, english: str) -> str:
    """The one or the other."""
    return chinese if language == "zh" else english


def language_of(plan: "_core.Plan", language: str | None) -> str:
    """The language that is asked for, else that of the plan."""
    if language is not None and language not in ("zh", "en"):
        raise ValueError(f'plot: language: expected zh or en, found "{language}"')
    return str(language or plan.language)


def checked_depth(picture: str, depth: int) -> int:
    """A number of levels; refused where it is none."""
    if not isinstance(depth, int) or isinstance(depth, bool) or depth < 1:
        raise ValueError(f"plot.{picture}: depth: expected 1 or more levels, found {depth!r}")
    return depth


def width_of(text: str) -> int:
    """Columns that a text takes, Chinese characters counted as two."""
    return _core.display_width(text)


def columns_that_fit(points: float, size: float) -> int:
    """Columns of letters of a size in a width; a Chinese character takes its size in two."""
    return int(points / (0.56 * size))


def plain(text: str) -> str:
    """A text on one line that matplotlib does not take for mathematics."""
    return text.translate(_ONE_LINE).replace("$", r"\$")


def short(text: str, columns: int) -> str:
    """The beginning of a text with an ellipsis, in so many columns; all of it where it fits."""
    text = text.translate(_ONE_LINE).strip()
    if width_of(text[: columns + 1]) > columns:
        text = text[: max(columns, 1)]
        while text and width_of(text) > max(columns - 1, 0):
            text = text[:-1]
        text = text.rstrip() + "…"
    return plain(text)


def whole_parts(parts: Sequence[str], columns: int) -> str:
    """As many of the parts of a text as fit; no number is cut, an ellipsis stands for the rest.

    >>> whole_parts(["0.99995", " / 1200亿元"], 18), whole_parts(["0.99995", " / 1200亿元"], 12)
    ('0.99995 / 1200亿元', '0.99995 …')
    """
    parts = [part.translate(_ONE_LINE) for part in parts if part]
    text = ""
    for position, part in enumerate(parts):
        is_last = position + 1 == len(parts)
        if width_of(text + part) > columns - (0 if is_last else 2):
            return plain(f"{text.rstrip()} …".lstrip())
        text += part
    return plain(text)


def wrapped(text: str, columns: int, lines: int) -> str:
    """A text over some lines, broken anywhere in Chinese and at spaces where there are some."""
    text = text.translate(_ONE_LINE).strip()[: columns * (lines + 1)]
    out: list[str] = []
    while text and len(out) < lines - 1 and width_of(text) > columns:
        cut = len(text)
        while cut > 1 and width_of(text[:cut]) > columns:
            cut -= 1
        space = text.rfind(" ", 1, cut + 1)
        cut = space if space > cut // 2 and text[cut : cut + 1].isascii() else cut
        out.append(plain(text[:cut].rstrip()))
        text = text[cut:].lstrip()
    return "\n".join([*out, short(text, columns)]) if text else "\n".join(out)


def title_of(node: "_core.Node") -> str:
    """The title of a node, or its id where it has none."""
    return node.title or node.id


def scale_for(largest: float, symbol: str, language: str) -> tuple[float, str]:
    """What a number in a unit is divided by, and the unit of the result, for people to read.

    >>> scale_for(56000, "户", "zh")
    (10000.0, '万户')
    >>> scale_for(12000, "万元", "zh")
    (10000.0, '亿元')
    """
    bare, worth = symbol, 1.0
    for name, factor in _SCALES:
        if symbol.startswith(name):
            bare, worth = symbol.removeprefix(name), factor
            break
    if symbol in _UNSCALED or not symbol:
        return 1.0, symbol
    for name, factor in _SCALES if language == "zh" else _ENGLISH_SCALES:
        if abs(largest) * worth >= factor * (1 - 1e-12):
            return factor / worth, name + ("" if language == "zh" else " ") + bare
    return 1 / worth, bare


def amount(value: float, symbol: str, language: str, scale: tuple[float, str] | None = None) -> str:
    """A number with its unit as people say it.

    The unit is made larger and the number is not rounded by it: 9996 户 is not 1万户.

    >>> amount(56000, "户", "zh"), amount(56000, "户", "en"), amount(10001, "户", "zh")
    ('5.6万户', '56,000 户', '1.0001万户')
    >>> amount(123456788.6, "元", "zh"), amount(123456789.4, "元", "zh")
    ('1.234567886亿元', '1.234567894亿元')
    """
    divisor, unit = scale or scale_for(value, symbol, language)
    number = figure(value / divisor)
    is_given = float(exact(value)) == value
    if is_given and abs(float(exact(value / divisor)) * divisor - value) > 1e-9 * abs(value):
        number = _core.format_rounded(value / divisor, 12)
    if language == "zh" or unit == "%":
        return number + unit.lstrip()
    return f"{number} {unit.lstrip()}".rstrip()


def figure(value: float) -> str:
    """A number as it is, thousands set apart from 10,000 on."""
    text = exact(value)
    whole, point, decimals = text.partition(".")
    if len(whole.lstrip("-")) > 4 and whole.lstrip("-").isdigit():
        whole = f"{int(whole):,}"
    return whole + point + decimals


def counts(statuses: Iterable[Any], language: str) -> str:
    """How many there are of each status, the worst first."""
    found = Counter(map(str, statuses))
    names = sorted(found, key=ORDER.__getitem__)
    stop = said(language, "，", ", ")
    return stop.join(f"{_core.label(name, language)} {found[name]}" for name in names)


def legend_of(statuses: Iterable[Any], language: str, others: Iterable[Any] = ()) -> "list[Patch]":
    """A patch for each status that occurs, with its word and how often; of others without a count."""
    from matplotlib.patches import Patch

    found, drawn = Counter(map(str, statuses)), set(map(str, others))
    return [
        Patch(
            facecolor=LOOKS[name].colour,
            hatch=LOOKS[name].hatch,
            edgecolor=edge_of(name),
            linewidth=0.5,
            label=f"{_core.label(name, language)} {found[name] or ''}".rstrip(),
        )
        for name in LOOKS
        if name in found or name in drawn
    ]
