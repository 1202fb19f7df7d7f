# SPDX-License-Identifier: BSL-1.0
"""What every picture is drawn on: axes, fonts, sizes, titles, notes and legends."""

import math
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeAlias

from .._arrow import package
from .words import columns_that_fit, width_of

#: Families with Chinese characters, the best first; matplotlib may know a collection by one face.
CHINESE = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Hiragino Sans GB",
    "Heiti SC",
    "Heiti TC",
    "SimHei",
    "DengXian",
    "SimSun",
    "Noto Sans CJK JP",
    "Noto Sans CJK TC",
    "Noto Sans CJK HK",
    "Noto Sans CJK KR",
    "Source Han Sans",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "AR PL UMing CN",
    "AR PL UKai CN",
    "Droid Sans Fallback",
    "Arial Unicode MS",
)
NO_FONT = (
    "no font with Chinese characters was found, they will show as boxes; install one, such as "
    "Noto Sans CJK (Debian: apt install fonts-noto-cjk; elsewhere https://fonts.google.com/noto), "
    "and remove the folder that matplotlib.get_cachedir() names"
)
#: matplotlib's; it is imported only where something is drawn.
Axes: TypeAlias = Any
INK, MUTED, RULE = "#1f2328", "#5b636b", "#c9ced3"
#: Of a figure of our own, in inches: a cell of a notebook.
WIDTH, HEIGHT, TALLEST = 7.0, 4.0, 7.5


def families() -> list[str]:
    """A family with Chinese characters, where there is one, and the one of matplotlib."""
    known = set(import_module("matplotlib.font_manager").get_font_names())
    return [*[name for name in CHINESE if name in known][:1], "DejaVu Sans"]


@contextmanager
def canvas(ax: Axes | None, height: float = HEIGHT) -> Iterator[Axes]:
    """Axes to draw on, new ones where none are given; settings hold inside alone."""
    matplotlib = package("matplotlib", "plot", "plot")
    pyplot = import_module("matplotlib.pyplot")
    fonts = families()
    settings = {
        "font.family": fonts,
        "text.usetex": False,
        "text.color": INK,
        "axes.unicode_minus": False,
        "hatch.linewidth": 0.6,
    }
    own = None
    if ax is None:
        # Outside the settings: the first figure loads the backend, and that of notebooks makes
        # settings of its own, without which no later figure would be shown.
        size = (WIDTH, min(max(height, 2.0), TALLEST))
        own = pyplot.figure(figsize=size, layout="constrained")
    with matplotlib.rc_context(settings):
        axes: Axes = ax if own is None else own.add_subplot()
        try:
            with matplotlib.rc_context({"font.size": base_size(axes)}):
                yield axes
        except BaseException:
            if own is not None:
                pyplot.close(own)
            raise
        axes.tick_params(labelfontfamily=fonts, labelsize=0.9 * base_size(axes), color=RULE)
        for spine in axes.spines.values():
            spine.set_color(RULE)
        if len(fonts) == 1 and _has_chinese(axes):
            warnings.warn(NO_FONT, stacklevel=_caller())
            # matplotlib would say it again of every single character when it renders.
            warnings.filterwarnings("ignore", r"Glyph \d{5,} ", UserWarning)


def dates() -> Any:
    """matplotlib.dates."""
    return import_module("matplotlib.dates")


def _caller() -> int:
    """How far up the stack the code stands that called the library."""
    import sys

    level, frame = 1, sys._getframe(1)
    while frame.f_back and frame.f_globals.get("__name__", "").startswith(
        ("jinjiang.", "contextlib")
    ):
        level, frame = level + 1, frame.f_back
    return level


def _has_chinese(ax: Axes) -> bool:
    from matplotlib.text import Text

    texts: list[Any] = ax.findobj(Text)
    return any(letter >= "\u2e80" for text in texts for letter in text.get_text())


def inches(ax: Axes) -> tuple[float, float]:
    """Width and height of the place of the axes, labels and titles included."""
    figure, box = ax.get_figure(root=True), ax.get_position()
    width, height = figure.get_size_inches()
    return float(box.width * width / 0.775), float(box.height * height / 0.77)


def base_size(ax: Axes) -> float:
    """Size of letters in points: 8 in a cell of a notebook, 12 on a slide."""
    width, height = inches(ax)
    return min(max(3.5 + 0.85 * math.sqrt(width * height), 6.5), 14.0)


def rows_that_fit(ax: Axes | None, most: int) -> int:
    """How many rows can be read in the axes, at most so many."""
    height = TALLEST if ax is None else inches(ax)[1]
    return max(1, min(most, int((height - 0.9) * 72 / 9.5)))


def height_of(rows: int) -> float:
    """Inches that so many rows ask for."""
    return 1.25 + 0.21 * rows


def row_size(ax: Axes, rows: int) -> float:
    """Size of the letters of a row when there are so many."""
    room = (inches(ax)[1] - 0.9) * 72 / max(rows, 1)
    return min(base_size(ax), max(5.5, 0.72 * room))


def columns_of(ax: Axes, share: float, size: float) -> int:
    """Columns of text of a size, in points, in a share of the width of the axes."""
    return columns_that_fit(share * inches(ax)[0] * 0.86 * 72, size)


def share_for(ax: Axes, texts: Iterable[str], size: float, least: float, most: float) -> float:
    """The share of the width that the longest of the texts takes, from the least to the most."""
    columns = max(map(width_of, texts), default=0)
    return min(max(0.02 + columns * 0.56 * size / (inches(ax)[0] * 0.86 * 72), least), most)


def size_that_fits(texts: Iterable[str], columns: int, size: float) -> float:
    """A size of letters, a little smaller if that lets longer texts into so many columns.

    Texts that are much too long do not make the others small: they are cut.
    """
    widths = [width for width in map(width_of, texts) if width <= columns / 0.8]
    return size * min(1.0, columns / max([*widths, 1]))


def heading(ax: Axes, title: str, handles: Sequence[Any] = ()) -> None:
    """The title, to the left, and below it the legend in as many rows as it takes."""
    size = base_size(ax)
    pad = 0.5 * size
    if handles:
        width = inches(ax)[0] * 0.8 * 72
        item = max(width_of(str(handle.get_label())) for handle in handles) * 0.47 * size
        across = max(1, min(len(handles), int(width / (item + 3.2 * size))))
        ax.legend(
            handles=handles,
            loc="lower left",
            bbox_to_anchor=(0, 1),
            ncols=across,
            frameon=False,
            borderaxespad=0.15,
            borderpad=0.1,
            labelspacing=0.3,
            columnspacing=1.1,
            handlelength=1.4,
            handletextpad=0.5,
            fontsize=0.85 * size,
        )
        pad += 1.35 * size * math.ceil(len(handles) / across)
    ax.set_title(title, loc="left", pad=pad, fontsize=1.2 * size, fontfamily=families(), color=INK)


def note(ax: Axes, *parts: str) -> None:
    """Under the axes: what they count, and what is left out."""
    text = "\n".join(part for part in parts if part)
    ax.set_xlabel(
        text,
        loc="left",
        labelpad=1,
        color=MUTED,
        fontsize=0.8 * base_size(ax),
        fontfamily=families(),
        linespacing=1.2,
    )


def bare(ax: Axes, *, left: bool = False, bottom: bool = True) -> None:
    """Leaves out the frame but for the sides that are named."""
    for side, shown in (("top", False), ("right", False), ("left", left), ("bottom", bottom)):
        ax.spines[side].set_visible(shown)


def lanes(
    ax: Axes, rows: int, span: tuple[float, float], left: float, right: float
) -> tuple[float, float]:
    """Rows from the top with room for words at both sides, as shares of the width.

    Gives the places where the words begin.
    """
    low, high = span
    unit = (high - low) / (1 - left - right)
    ax.set_xlim(low - left * unit, high + right * unit)
    ax.set_ylim(max(rows, 4) - 0.4, -0.6)
    ax.set_yticks([])
    return low - left * unit, high + 0.012 * unit


def across(ax: Axes, points: float) -> float:
    """A width in points in the numbers of the axis below."""
    low, high = ax.get_xlim()
    return float(high - low) * points / (inches(ax)[0] * 0.775 * 72)


def empty(ax: Axes, text: str) -> None:
    """Says that there is nothing to draw."""
    ax.set_xticks([])
    ax.set_yticks([])
    bare(ax, bottom=False)
    ax.text(0.5, 0.5, text, ha="center", va="center", color=MUTED, transform=ax.transAxes)
