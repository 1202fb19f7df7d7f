# SPDX-License-Identifier: BSL-1.0
"""How plans and evaluations look: aligned text for terminals, HTML for notebooks."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from . import _core

if TYPE_CHECKING:
    from string import Template

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
_ONE_LINE = dict.fromkeys([*range(32), 127], " ")
_ANSI = {"good": "\x1b[32m", "warn": "\x1b[33m", "bad": "\x1b[31m", "mute": "\x1b[2m"}
_HEADINGS = {
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
    """A share as a percentage with one decimal; a dash for nothing."""
    return "—" if share is None else f"{_core.format_rounded(100 * share, 1)}%"


def number(value: float | None, decimals: int = 2) -> str:
    """A number with at most so many decimals; a dash for nothing."""
    return "—" if value is None else _core.format_rounded(value, decimals)


def result_cells(result: "_core.NodeResult", language: str) -> tuple[str, ...]:
    """What a table shows of a result, after the title."""
    node = result.node
    target = node.target_on(result.as_of) if node.kind == "indicator" else None
    seen = "" if result.observed_on is None else result.observed_on.isoformat()
    if result.stale:
        seen += " 陈旧" if language == "zh" else " stale"
    value = number(result.value, 4) if node.kind == "indicator" else ""
    unit = result.unit.symbol
    if unit and result.value is not None:
        value += ("" if unit == "%" else " ") + unit
    return (
        _core.label(result.status, language),
        percent(result.attainment),
        percent(result.expected),
        number(result.pace),
        "" if value == "—" else value,
        target.describe(language) if target else "",
        seen,
        percent(result.coverage) if node.kind == "goal" else "",
    )


def text_table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    right: frozenset[int] = frozenset(),
    colours: Sequence[str] | None = None,
    colour_column: int | None = None,
) -> str:
    """Rows in columns that line up, Chinese characters counted as two.

    `right` names the columns that are set to the right; `colours` gives a light for each row, in
    which `colour_column` is then shown.
    """
    lines = [[cell.translate(_ONE_LINE) for cell in row] for row in (headings, *rows)]
    widths = [max(_core.display_width(line[i]) for line in lines) for i in range(len(headings))]
    out = []
    for index, line in enumerate(lines):
        cells = []
        for i, cell in enumerate(line):
            space = " " * (widths[i] - _core.display_width(cell))
            if colours and index > 0 and i == colour_column:
                cell = f"{_ANSI[colours[index - 1]]}{cell}\x1b[0m"
            cells.append(space + cell if i in right else cell + space)
        out.append("  ".join(cells).rstrip())
    return "\n".join(out) + "\n"


def evaluation_table(
    evaluation: "_core.Evaluation",
    *,
    language: str | None = None,
    depth: int | None = None,
    colour: bool = False,
) -> str:
    """The scoreboard: the outline with a verdict on every node."""
    language = language or str(evaluation.plan.language)
    rows, lights = [], []
    for node, level, is_repeated in evaluation.plan.outline():
        if depth is not None and level >= depth:
            continue
        result = evaluation[node.id]
        title = "  " * level + (node.title or node.id)
        if is_repeated and node.kind == "goal":
            title += " ↑"
        rows.append((title, *result_cells(result, language)))
        lights.append(light(result.status))
    return text_table(
        _HEADINGS[language],
        rows,
        right=frozenset({2, 3, 4, 5, 8}),
        colours=lights if colour else None,
        colour_column=1,
    )


def outline_text(
    plan: "_core.Plan", *, language: str | None = None, depth: int | None = None
) -> str:
    """The outline of a plan with ids and targets."""
    language = language or str(plan.language)
    headings = (
        ("事项", "编号", "目标", "到期") if language == "zh" else ("node", "id", "target", "due")
    )
    rows = []
    for node, level, _ in plan.outline():
        if depth is not None and level >= depth:
            continue
        target = node.target
        rows.append(
            (
                "  " * level + (node.title or node.id),
                node.id,
                target.describe(language) if target else "",
                node.due.isoformat(),
            )
        )
    return text_table(headings, rows)


def plan_text(plan: "_core.Plan") -> str:
    """A short outline: the first two levels."""
    return f"{plan!r}\n{outline_text(plan, depth=2)}"


@cache
def _template(name: str) -> "Template":
    from importlib.resources import files
    from string import Template

    return Template((files("jinjiang") / "templates" / name).read_text("utf-8"))


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)


def plan_html(plan: "_core.Plan") -> str:
    """The outline as HTML."""
    language = str(plan.language)
    rows = []
    for node, level, _ in plan.outline():
        target = node.target
        rows.append(
            _template("plan_row.html").substitute(
                level=level,
                kind=node.kind,
                title=_escaped(node.title or node.id),
                id=_escaped(node.id),
                target=_escaped(target.describe(language)) if target else "",
                due=node.due.isoformat(),
            )
        )
    return _template("plan.html").substitute(
        style=_template("style.css").template,
        title=_escaped(plan.title or plan.id),
        summary=_escaped(repr(plan)[1:-1]),
        rows="".join(rows),
    )


def _result_rows(entries: Iterable[tuple["_core.NodeResult", int]], language: str) -> str:
    rows = []
    for result, level in entries:
        status, attainment, expected, pace, value, target, seen, coverage = result_cells(
            result, language
        )
        rows.append(
            _template("result_row.html").substitute(
                level=level,
                kind=result.node.kind,
                title=_escaped(result.title or result.id),
                id=_escaped(result.id),
                light=light(result.status),
                status=_escaped(status),
                attainment=attainment,
                expected=expected,
                pace=pace,
                value=_escaped(value),
                target=_escaped(target),
                seen=_escaped(seen),
                coverage=coverage,
            )
        )
    return "".join(rows)


def _results_html(
    title: str, entries: Iterable[tuple["_core.NodeResult", int]], language: str
) -> str:
    headings = "".join(f"<th>{_escaped(heading)}</th>" for heading in _HEADINGS[language])
    return _template("results.html").substitute(
        style=_template("style.css").template,
        title=_escaped(title),
        headings=headings,
        rows=_result_rows(entries, language),
    )


def evaluation_html(evaluation: "_core.Evaluation") -> str:
    """The scoreboard as HTML: status in words and in colour."""
    plan = evaluation.plan
    entries = ((evaluation[node.id], level) for node, level, _ in plan.outline())
    title = f"{plan.title or plan.id} · {evaluation.as_of.isoformat()}"
    return _results_html(title, entries, str(plan.language))


def results_html(results: "_core.ResultList") -> str:
    """Some results as HTML."""
    language = str(results[0].node.plan.language) if len(results) else "en"
    return _results_html("", ((result, 0) for result in results), language)


def observations_html(observations: "_core.Observations") -> str:
    """The first readings as HTML."""
    most = 100
    rows = [
        _template("observation_row.html").substitute(
            id=_escaped(reading.id),
            observed_on=reading.observed_on.isoformat(),
            value=_escaped(f"{number(reading.value, 4)} {reading.unit}".strip()),
            stage=reading.stage,
            basis=_escaped(reading.basis),
            known_on=reading.known_on.isoformat(),
            source=_escaped(reading.source),
        )
        for reading in (observations[i] for i in range(min(most, len(observations))))
    ]
    title = repr(observations)[1:-1]
    if len(observations) > most:
        title += f", the first {most}"
    headings = ("id", "observed_on", "value", "stage", "basis", "known_on", "source")
    return _template("results.html").substitute(
        style=_template("style.css").template,
        title=_escaped(title),
        headings="".join(f"<th>{heading}</th>" for heading in headings),
        rows="".join(rows),
    )


def explanation_html(thing: "_core.Explanation | _core.CheckReport | _core.PlanDiff") -> str:
    """What is told in words, as HTML."""
    return _template("explanation.html").substitute(text=_escaped(str(thing)))


def framed(page: str, summary: str) -> str:
    """A page of HTML in a frame; only its summary when it is too large for a notebook."""
    most = 4_000_000
    if len(page) > most:
        return _template("explanation.html").substitute(text=_escaped(summary))
    return _template("page.html").substitute(summary=_escaped(summary), page=_escaped(page))
