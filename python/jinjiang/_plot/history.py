# SPDX-License-Identifier: BSL-1.0
"""The readings of one indicator with its target, what was expected, and the day."""

from datetime import date, timedelta

from .. import _core, _display
from . import canvas
from .canvas import Axes
from .targets import Phase, draw_followed, draw_target, followed, has_figure, phases_of
from .words import amount, figure, language_of, plain, said, scale_for, short, title_of

#: Of which stage a reading is: its marker, and whether that is filled.
_STAGES = {"final": ("o", True), "provisional": ("o", False), "estimate": ("D", False)}
_STAGE_WORDS = {
    "final": ("最终", "final"),
    "provisional": ("初步", "provisional"),
    "estimate": ("预计", "estimate"),
}
_LINES = ("#0072b2", "#cc79a7", "#009e73", "#8c2d04")


def draw(evaluation: "_core.Evaluation", id: str, ax: Axes | None, language: str | None) -> Axes:
    """See `EvaluationPlots.history`."""
    node = evaluation.plan[id]
    if node.kind != "indicator":
        raise ValueError(f"plot.history: {id} is a {node.kind}, not an indicator")
    language = language_of(evaluation.plan, language)
    result = evaluation[id]
    phases = phases_of(node, evaluation.as_of)
    readings, outside = _readings(evaluation, node, phases)
    with canvas.canvas(ax) as ax:
        values = [value for _, value in readings]
        values += [result.value] if result.value is not None and not phases else []
        values += [phase.target.goal_value for phase in phases if has_figure(phase.target)]
        days = [reading.observed_on for reading, _ in readings if _is_known(evaluation, reading)]
        asked = [followed(evaluation, phase, days) for phase in phases]
        symbol = phases[0].target.unit.symbol if phases else result.unit.symbol
        scale = scale_for(max(map(abs, values), default=0.0), symbol, language)
        for number, phase in enumerate(phases):
            draw_target(ax, phase, scale, language, is_first=number == 0)
            words = short(_display.wanted(phase.target, evaluation.plan, language), 40)
            draw_followed(ax, phase, asked[number], scale, words)
        _draw_readings(ax, evaluation, result, readings, scale, language)
        _draw_day(ax, evaluation.as_of, language)
        _set_axes(ax, node, evaluation, readings, scale)
        canvas.note(ax, _notes(evaluation, node, phases, readings, outside, language))
        handles = ax.get_legend_handles_labels()[0]
        word, name = _core.label(result.status, language), short(title_of(node), 44)
        unit = plain(scale[1].strip())
        unit = said(language, f"（{unit}）", f" ({unit})") if unit else ""
        canvas.heading(ax, name + unit + said(language, "　", ": ") + word, handles)
        if not values:
            words = said(language, "没有实际值，也没有目标值", "neither a reading nor a target")
            ax.set_yticks([])
            canvas.bare(ax)
            ax.text(0.02, 0.5, words, color=canvas.MUTED, transform=ax.transAxes)
        return ax


def _readings(
    evaluation: "_core.Evaluation", node: "_core.Node", phases: list[Phase]
) -> "tuple[list[tuple[_core.Observation, float]], int]":
    """Readings of the period in the unit of the target, and how many lie before it."""
    found, outside = [], 0
    unit = phases[0].target.unit if phases else None
    begin = node.start - timedelta(days=366)
    is_of_period = bool(phases) and phases[0].target.measure not in ("level", "share")
    for reading in evaluation.observations.of(node.id):
        if reading.observed_on < (node.start if is_of_period else begin):
            outside += 1
            continue
        value = reading.value
        if unit is not None and reading.unit.symbol:
            value = _core.Quantity(value, reading.unit).to(unit).value
        found.append((reading, value))
    return sorted(found, key=lambda item: item[0].observed_on), outside


def _draw_readings(
    ax: Axes,
    evaluation: "_core.Evaluation",
    result: "_core.NodeResult",
    readings: "list[tuple[_core.Observation, float]]",
    scale: tuple[float, str],
    language: str,
) -> None:
    size = canvas.base_size(ax)
    bases = list(dict.fromkeys(reading.basis for reading, _ in readings))
    for number, basis in enumerate(bases):
        colour = _LINES[number % len(_LINES)]
        own = [(r, value / scale[0]) for r, value in readings if r.basis == basis]
        joined = [
            (reading.observed_on, value)
            for reading, value in own
            if reading.span != "per_period" and _is_known(evaluation, reading)
        ]
        ax.plot(
            [day for day, _ in joined],
            [value for _, value in joined],
            color=colour,
            lw=1.3,
            zorder=3,
            gid=f"readings {basis}".strip(),
        )
        for reading, value in own:
            marker, is_filled = _STAGES[str(reading.stage)]
            is_later = not _is_known(evaluation, reading)
            single = reading.span == "per_period"
            words = said(language, *_STAGE_WORDS[str(reading.stage)])
            if single:
                words += said(language, "，当期", ", per period")
            if basis:
                words = f"{plain(basis)} {words}"
            seen = {str(line.get_label()) for line in ax.lines}
            ax.plot(
                [reading.observed_on],
                [value],
                marker="s" if single else marker,
                ms=0.75 * size,
                mfc=colour if is_filled else "#ffffff",
                mec=colour,
                mew=1.4,
                ls="",
                alpha=0.35 if is_later else 1.0,
                zorder=4,
                label=None if words in seen else words,
                gid=f"reading {reading.observed_on.isoformat()}",
            )
        if len(bases) > 1 and basis:
            ax.annotate(
                f"{short(basis, 16)} {amount(own[-1][1] * scale[0], '', language, scale)}",
                (own[-1][0].observed_on, own[-1][1]),
                xytext=(-0.6 * size, 0),
                textcoords="offset points",
                ha="right",
                va="center",
                color=colour,
                bbox={
                    "facecolor": ax.get_facecolor(),
                    "edgecolor": "none",
                    "alpha": 0.8,
                    "pad": 0.5,
                },
            )
    known = [(r.observed_on, value) for r, value in readings if _is_known(evaluation, r)]
    total = _total(result, readings)
    if total is not None:
        known.append((total[0], total[1]))
        ax.plot(
            [total[0]],
            [total[1] / scale[0]],
            marker="P",
            ms=size,
            color=_LINES[0],
            ls="",
            label=said(language, "累计", "sum so far"),
            gid="total",
        )
    if known and len(bases) == 1:
        day, value = known[-1]
        is_low = 0 <= value / scale[0] < 0.1 * ax.dataLim.y1
        ax.annotate(
            amount(value, "", language, scale),
            (day, value / scale[0]),
            xytext=(0.6 * size, 0.4 * size if is_low else -0.4 * size),
            textcoords="offset points",
            va="bottom" if is_low else "top",
            color=_LINES[0],
            bbox={"facecolor": ax.get_facecolor(), "edgecolor": "none", "alpha": 0.8, "pad": 0.5},
        )


def _total(
    result: "_core.NodeResult", readings: "list[tuple[_core.Observation, float]]"
) -> tuple[date, float] | None:
    """What readings per period add up to, in the unit of the target."""
    if result.value is None or result.observed_on is None:
        return None
    if all(reading.span != "per_period" for reading, _ in readings):
        return None
    target = result.node.target_on(result.as_of)
    value = result.value
    if target is not None and result.unit.symbol:
        value = _core.Quantity(value, result.unit).to(target.unit).value
    return result.observed_on, value


def _is_known(evaluation: "_core.Evaluation", reading: "_core.Observation") -> bool:
    """Whether the evaluation could look at a reading; others are drawn faintly."""
    by = evaluation.known_by
    return reading.observed_on <= evaluation.as_of and (by is None or reading.known_on <= by)


def _draw_day(ax: Axes, as_of: date, language: str) -> None:
    words = said(language, f"截至 {as_of.isoformat()}", f"as of {as_of.isoformat()}")
    ax.axvline(as_of, color="#d55e00", lw=1.2, ls=":", zorder=1, gid="day", label=words)


def _set_axes(
    ax: Axes,
    node: "_core.Node",
    evaluation: "_core.Evaluation",
    readings: "list[tuple[_core.Observation, float]]",
    scale: tuple[float, str],
) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    days = [node.start, node.due, evaluation.as_of, *(r.observed_on for r, _ in readings)]
    margin = timedelta(days=max((max(days) - min(days)).days // 40, 1))
    ax.set_xlim(min(days) - margin, max(days) + 2 * margin)
    locator = canvas.dates().AutoDateLocator(minticks=3, maxticks=7)
    ax.xaxis.set_major_locator(locator)
    formats = ["%Y", "%Y-%m", "%m-%d", "%H:%M", "%H:%M", "%S"]
    plain_dates = canvas.dates().ConciseDateFormatter(
        locator, formats=formats, zero_formats=["", "%Y-%m", "%Y-%m", "%m-%d", "%H:%M", "%H:%M"]
    )
    plain_dates.show_offset = False
    ax.xaxis.set_major_formatter(plain_dates)
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: figure(value)))
    ax.margins(y=0.16)
    is_rank = node.target is not None and str(node.target.measure) == "rank"
    if is_rank:
        ax.yaxis.set_major_locator(MaxNLocator("auto", integer=True))
        ax.yaxis.set_inverted(True)
    elif min(ax.dataLim.y0, 0.0) == 0.0 and ax.dataLim.y0 < 0.4 * ax.dataLim.y1:
        ax.set_ylim(bottom=0)
    ax.grid(axis="y", color="#e6e9ec", lw=0.7)
    ax.set_axisbelow(True)
    canvas.bare(ax, left=True)


def _notes(
    evaluation: "_core.Evaluation",
    node: "_core.Node",
    phases: list[Phase],
    readings: "list[tuple[_core.Observation, float]]",
    outside: int,
    language: str,
) -> str:
    notes = []
    for day, _, why in node.revisions:
        because = short(why, 40)
        words = said(language, f"{day} 调整目标", f"target revised on {day}")
        notes.append(f"{words}{said(language, '：', ': ')}{because}" if because else words)
    target = phases[-1].target if phases else None
    if target is not None and not has_figure(target):
        words = short(_display.wanted(target, node.plan, language), 50)
        notes.append(
            said(language, f"目标没有自己的数值：{words}", f"no figure of its own: {words}")
        )
    if target is not None and target.profile.kind in ("hold", "at_due") and has_figure(target):
        in_full = target.profile.kind == "hold"
        notes.append(
            said(language, "全程按目标值要求", "expected in full from the first day")
            if in_full
            else said(language, "到期才要求", "expected on the due date alone")
        )
    if any(not _is_known(evaluation, reading) for reading, _ in readings):
        notes.append(said(language, "淡色：当时未知的实际值", "faint: readings of after the day"))
    if outside:
        notes.append(
            said(
                language,
                f"期前的 {outside} 个实际值未画出",
                f"{outside} readings of before the period are not drawn",
            )
        )
    return said(language, "；", "; ").join(notes)
