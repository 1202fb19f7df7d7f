# SPDX-License-Identifier: BSL-1.0
"""HTML for notebooks: outlines that fold, tables, and what all of them share.

Everything that a plan says is escaped, isolated in its direction, and cut where it is very long.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from .footnotes import footnotes, marked_attainment, marked_pace
from .text import brief
from .words import (
    HEADINGS,
    ONE_LINE,
    TURNS,
    figure,
    light,
    percent,
    result_cells,
    status_counts,
    wanted,
)

if TYPE_CHECKING:
    from string import Template

#: An outline of more rows is cut to its first levels and, of an evaluation, the worst leaves.
MOST_ROWS = 500
WORST = 50
#: An outline of more rows is folded but for its first level.
OPEN_ROWS = 60
_LONGEST = 160


@cache
def template(name: str) -> "Template":
    """A template of the package."""
    from importlib.resources import files
    from string import Template

    return Template((files("jinjiang") / "templates" / name).read_text("utf-8").rstrip("\n"))


def style() -> str:
    """The style sheet of every display."""
    return template("style.css").template


def escaped(text: str, longest: int = _LONGEST) -> str:
    """A text on one line for HTML, with an ellipsis where it is very long."""
    from html import escape

    text = text.translate(ONE_LINE)
    return escape(text if len(text) <= longest else text[: longest - 1] + "…")


def bdi(text: str) -> str:
    """A text whose direction does not touch what stands beside it."""
    return f"<bdi>{escaped(text)}</bdi>" if text else ""


def said(language: str, chinese: str, english: str) -> str:
    """The one or the other."""
    return chinese if language == "zh" else english


def notes_html(*notes: str) -> str:
    """Lines under a display."""
    return "".join(f'<div class="note">{escaped(note, 400)}</div>' for note in notes if note)


def light_html(status: str, language: str) -> str:
    """A status in a word, with its light."""
    word = escaped(_core.label(status, language))
    return f'<span class="light {light(status)}">{word}</span>'


def bar_html(result: Any, language: str) -> str:
    """The attainment as a bar, with a mark where it was expected to be."""
    if result.attainment is None:
        return ""
    words = said(language, "完成率 ", "attainment ") + percent(result.attainment)
    mark = ""
    if result.expected is not None:
        words += said(language, "，序时进度 ", ", expected ") + percent(result.expected)
        mark = f'<b style="left:{_width(result.expected)}%"></b>'
    shape = light(result.status)
    if str(result.status) == "no_data":
        words += said(language, "，覆盖率不足，不作判断", ", too little data, not judged")
        shape += " unsure"
    return template("bar.html").substitute(
        words=words, light=shape, width=_width(result.attainment), mark=mark
    )


def _width(share: float) -> str:
    return _core.format_rounded(100 * min(max(share, 0.0), 1.0), 1)


class Row(NamedTuple):
    """A line of an outline: its level, its kind, and the cells in HTML."""

    level: int
    kind: str
    cells: str


def folded(rows: Sequence[Row]) -> str:
    """Rows of an outline, each above the deeper rows that follow it."""
    out: list[str] = []
    open_levels: list[int] = []
    for position, row in enumerate(rows):
        while open_levels and open_levels[-1] >= row.level:
            open_levels.pop()
            out.append("</details>\n")
        if position + 1 < len(rows) and rows[position + 1].level > row.level:
            is_open = " open" if len(rows) <= OPEN_ROWS or row.level == 0 else ""
            out.append(f'<details{is_open}><summary class="row {row.kind}">{row.cells}</summary>\n')
            open_levels.append(row.level)
        else:
            out.append(f'<div class="row {row.kind}">{row.cells}</div>\n')
    return "".join([*out, "</details>\n" * len(open_levels)])


def head_html(headings: Iterable[str], right: frozenset[int] = frozenset()) -> str:
    """The line above an outline."""
    cells = "".join(
        f'<span class="n">{escaped(heading)}</span>' if i in right else f"<span>{heading}</span>"
        for i, heading in enumerate(headings)
    )
    return f'<div class="row head">{cells}</div>'


def first_levels(plan: "_core.Plan") -> "tuple[list[tuple[_core.Node, int]], str]":
    """The outline, or as many of its levels as are not too many rows, and what is left out."""
    outline = [(node, level) for node, level, _ in plan.outline()]
    if len(outline) <= MOST_ROWS:
        return outline, ""
    of_level = Counter(level for _, level in outline)
    depth, rows = 1, of_level[0]
    while rows + of_level[depth] <= MOST_ROWS:
        rows += of_level[depth]
        depth += 1
    shown = [entry for entry in outline if entry[1] < depth][:MOST_ROWS]
    left_out = len(outline) - len(shown)
    return shown, said(
        str(plan.language),
        f"共 {len(outline)} 行，只列出前 {depth} 层的 {len(shown)} 行，其余 {left_out} 行未列出",
        f"{len(outline)} rows: {len(shown)} of the first {depth} levels are shown, "
        f"{left_out} are left out",
    )


def plan_html(plan: "_core.Plan") -> str:
    """The outline as HTML, to be folded and unfolded."""
    language = str(plan.language)
    shown, note = first_levels(plan)
    headings = said(language, "事项 类别 目标 牵头单位 到期", "node kind target lead due").split()
    return template("tree.html").substitute(
        style=style(),
        title=bdi(plan.title or plan.id),
        lights=escaped(plan_size(plan)),
        kind="nodes",
        head=head_html(headings, frozenset({4})),
        rows=folded([Row(level, node.kind, _plan_cells(node, level)) for node, level in shown]),
        notes=notes_html(note),
        after="",
    )


def plan_size(plan: "_core.Plan") -> str:
    """How much there is of a plan, and from when to when it goes."""
    sizes = len(plan.goals), len(plan.indicators), len(plan.tasks)
    first, last = plan.start.isoformat(), plan.end.isoformat()
    return said(
        str(plan.language),
        "{} 个目标，{} 项指标，{} 项任务，{} 至 {}",
        "goals: {}, indicators: {}, tasks: {}, {} to {}",
    ).format(*sizes, first, last)


KINDS = {"goal": ("目标", "goal"), "indicator": ("指标", "indicator"), "task": ("任务", "task")}


def _plan_cells(node: "_core.Node", level: int) -> str:
    language = str(node.plan.language)
    return template("plan_row.html").substitute(
        level=level,
        title=escaped(node.title or node.id),
        id=escaped(node.id),
        kind=said(language, *KINDS[node.kind]),
        target=escaped(wanted(node.target, node.plan, language)) if node.target else "",
        owner=escaped(node.owner),
        due=node.due.isoformat(),
    )


def _result_row(result: "_core.NodeResult", level: int, language: str) -> Row:
    status, _, expected, _, value, target, seen, coverage = result_cells(result, language)
    if result.node.kind == "goal":
        value = coverage if coverage == "—" else said(language, "覆盖率 ", "coverage ") + coverage
    cells = template("result_row.html").substitute(
        level=level,
        title=escaped(result.title or result.id),
        id=escaped(result.id),
        light=light(result.status),
        status=escaped(status),
        bar=bar_html(result, language),
        attainment=marked_attainment(result),
        expected=expected,
        pace=marked_pace(result),
        value=escaped(value),
        target=escaped(target),
        seen=escaped(seen),
    )
    return Row(level, result.node.kind, cells)


def _results_page(
    title: str,
    entries: "Iterable[tuple[_core.NodeResult, int]]",
    language: str,
    lights: str,
    *notes: str,
) -> str:
    entries = list(entries)
    marks = footnotes((result for result, _ in entries), language)
    return template("tree.html").substitute(
        style=style(),
        title=title,
        lights=lights,
        kind="results",
        head=head_html(HEADINGS[language][:8], frozenset({3, 4, 5})),
        rows=folded([_result_row(result, level, language) for result, level in entries]),
        notes=notes_html(*notes),
        after=notes_html(*marks),
    )


def _counts_html(results: "Iterable[_core.NodeResult]", language: str) -> str:
    """How many indicators and tasks there are of each status, and behind them how many goals."""
    leaves, goals = status_counts(results)
    kinds = (
        (leaves, said(language, "指标和任务 {n} 项：", "indicators and tasks, {n}: ")),
        (goals, said(language, "目标 {n} 个：", "goals, {n}: ")),
    )
    return "".join(
        f'<div><span class="kind">{words.format(n=found.total())}</span>'
        + "".join(
            light_html(status, language).replace("</span>", f" {count}</span>")
            for status, count in found.most_common()
        )
        + "</div>"
        for found, words in kinds
        if found
    )


def evaluation_html(evaluation: "_core.Evaluation") -> str:
    """The scoreboard as HTML: status in words and in light; big ones say what is left out."""
    plan = evaluation.plan
    language = str(plan.language)
    shown, note = first_levels(plan)
    entries = [(evaluation[node.id], level) for node, level in shown]
    as_of = evaluation.as_of.isoformat()
    title = bdi(plan.title or plan.id) + said(language, f"　截至 {as_of}", f" as of {as_of}")
    line = said(language, "条中的竖线是序时进度", "the line in a bar is what was expected")
    counts = _counts_html(evaluation.results, language)
    page = _results_page(title, entries, language, counts, note, line if entries else "")
    if not note:
        return page
    listed = {node.id for node, _ in shown}
    worst = [result for result in evaluation.behind() if result.id not in listed]
    heading = said(
        language,
        f"未列出的事项中最需要关注的 {min(len(worst), WORST)} 项（共 {len(worst)} 项）",
        f"of what is left out, the {min(len(worst), WORST)} worst of {len(worst)}",
    )
    return page + _results_page(
        heading, ((r, 0) for r in worst[:WORST]), language, _counts_html(worst, language)
    )


def results_html(results: "_core.ResultList") -> str:
    """Some results as HTML."""
    language = str(results[0].node.plan.language) if len(results) else "en"
    shown = [(results[i], 0) for i in range(min(len(results), MOST_ROWS))]
    left_out = len(results) - len(shown)
    note = said(language, f"另有 {left_out} 行未列出", f"{left_out} more rows are left out")
    counts = _counts_html(results, language)
    return _results_page("", shown, language, counts, note if left_out else "")


def table_html(title: str, headings: Iterable[str], rows: Iterable[str], *notes: str) -> str:
    """Rows, in HTML already, in a table."""
    return template("table.html").substitute(
        style=style(),
        title=title,
        headings="".join(f"<th>{escaped(heading)}</th>" for heading in headings),
        rows="".join(rows),
        notes=notes_html(*notes),
    )


def observations_html(observations: "_core.Observations") -> str:
    """The first readings as HTML."""
    most = 100
    rows = [
        template("observation_row.html").substitute(
            id=escaped(reading.id),
            observed_on=reading.observed_on.isoformat(),
            value=escaped(f"{figure(reading.value)} {reading.unit}".strip()),
            stage=reading.stage,
            basis=escaped(reading.basis),
            known_on=reading.known_on.isoformat(),
            source=escaped(reading.source),
        )
        for reading in (observations[i] for i in range(min(most, len(observations))))
    ]
    # Readings have no language: the title is in both, the headings are those of the CSV.
    title = f"实际值 {len(observations)} 条 readings"
    if len(observations) > most:
        title += f"，列出前 {most} 条 the first {most}"
    headings = (
        "编号 id",
        "日期 observed_on",
        "数值 value",
        "阶段 stage",
        "口径 basis",
        "获知日期 known_on",
        "来源 source",
    )
    return table_html(bdi(title), headings, rows)


def report_html(thing: "_core.CheckReport | _core.PlanDiff | _core.GoalSeek") -> str:
    """What is told in words, as HTML."""
    return words_html(str(thing))


def words_html(text: str) -> str:
    """Lines of text as HTML, without what would turn the direction of the rest of a line."""
    from html import escape

    text = escape(text.translate(TURNS))
    return template("explanation.html").substitute(style=style(), text=text)


def framed(page: str, summary: str) -> str:
    """A page of HTML in a frame; only its summary when it is too large for a notebook."""
    from html import escape

    most = 4_000_000
    if len(page) > most:
        return words_html(summary)
    # Without a base of its own a link to a part of the page would lead to the notebook around it.
    page = page.replace("<head>", '<head><base href="about:srcdoc">', 1)
    return template("page.html").substitute(summary=escape(summary), page=escape(page))


def bundle(self: Any, include: Any = None, exclude: Any = None) -> dict[str, str]:
    """What a notebook and a terminal show: text/plain and text/html."""
    data = {"text/plain": brief(self), "text/html": self._repr_html_()}
    return {
        kind: text
        for kind, text in data.items()
        if (not include or kind in include) and kind not in (exclude or ())
    }
