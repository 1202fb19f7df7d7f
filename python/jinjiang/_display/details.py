# SPDX-License-Identifier: BSL-1.0
"""HTML of one of them in detail: a node, a target, a result, an explanation, a comparison."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .. import _core
from .footnotes import ceiling, pace_terms
from .html import (
    KINDS,
    MOST_ROWS,
    bar_html,
    bdi,
    escaped,
    light_html,
    plan_html,
    said,
    style,
    table_html,
    template,
    words_html,
)
from .words import number, percent, result_cells, wanted

if TYPE_CHECKING:
    from ..tasktable import TableReading

#: A node names so many of its parts and neighbours.
_PARTS = 20
_STAGES = {
    "final": ("最终", "final"),
    "provisional": ("初步", "provisional"),
    "estimate": ("预计", "estimate"),
}


def _facts(title: str, facts: Iterable[tuple[str, str]], more: str = "") -> str:
    """Names and values, in HTML already; those without a value are left out."""
    rows = "".join(
        f"<tr><th>{escaped(name)}</th><td>{value}</td></tr>\n" for name, value in facts if value
    )
    return template("facts.html").substitute(style=style(), title=title, rows=rows, more=more)


def _name(node: "_core.Node") -> str:
    return f"{bdi(node.title or node.id)} <code>{bdi(node.id)}</code>"


def _names(nodes: "Iterable[_core.Node]", language: str) -> str:
    names = [_name(node) for node in nodes]
    more = len(names) - _PARTS
    if more > 0:
        names = [*names[:_PARTS], said(language, f"另有 {more} 项", f"{more} more")]
    return "<br>".join(names)


def node_html(node: "_core.Node") -> str:
    """What the plan says of a node."""
    language = str(node.plan.language)
    source = node.source or {}
    facts = [
        (said(language, "类别", "kind"), said(language, *KINDS[node.kind])),
        (
            said(language, "目标", "target"),
            bdi(wanted(node.target, node.plan, language)) if node.target else "",
        ),
        (said(language, "调整", "revised"), _revisions(node, language)),
        (said(language, "牵头单位", "lead"), bdi(node.owner)),
        (said(language, "配合单位", "supporting"), bdi("、".join(node.supporting))),
        (said(language, "起止", "from, to"), f"{node.start.isoformat()} – {node.due.isoformat()}"),
        (said(language, "隶属", "part of"), _names(node.parents, language)),
        (said(language, "下属", "parts"), _names(node.children, language)),
        (
            said(language, "依赖", "depends on"),
            _names((link[0] for link in node.predecessors), language),
        ),
        (
            said(language, "被依赖", "needed by"),
            _names((link[0] for link in node.successors), language),
        ),
        (said(language, "出处", "source"), bdi(str(source.get("section") or ""))),
        (said(language, "备注", "note"), bdi(node.note)),
    ]
    return _facts(_name(node), facts)


def _revisions(node: "_core.Node", language: str) -> str:
    return "<br>".join(
        f"{day.isoformat()} {bdi(wanted(target, node.plan, language))} {bdi(why)}".strip()
        for day, target, why in node.revisions
    )


def target_html(target: "_core.Target") -> str:
    """A target in both languages, with the figures by which it is judged."""
    unit = target.unit.symbol
    facts = [
        ("goal_value", _figure(_goal_value(target), unit)),
        ("measure", str(target.measure)),
        ("direction", str(target.direction)),
        ("baseline", _figure(target.baseline, unit)),
        ("tolerance", _figure(target.tolerance, unit) if target.comparator == "about" else ""),
        ("profile", escaped(str(target.profile))),
        ("due", target.due.isoformat() if target.due else ""),
        ("firmness", str(target.firmness)),
        ("basis", bdi(target.basis)),
        ("set_by", bdi(target.set_by)),
    ]
    return _facts(f"{bdi(target.describe('zh'))} · {bdi(target.describe('en'))}", facts)


def _goal_value(target: "_core.Target") -> float | None:
    return None if target.value is None or target.relative_to else target.goal_value


def _figure(value: float | None, unit: str) -> str:
    return "" if value is None else bdi(f"{number(value, 4)} {unit}".strip())


def result_html(result: "_core.NodeResult") -> str:
    """How a node stands: its light, its bar and its figures."""
    language = str(result.node.plan.language)
    _, attainment, expected, pace, value, target, seen, coverage = result_cells(result, language)
    as_of, used = result.as_of.isoformat(), ceiling(result)
    stage = " " + said(language, *_STAGES[result.stage]) if result.stage else ""
    facts = [
        (said(language, "状态", "status"), light_html(result.status, language)),
        (
            said(language, "完成率", "attainment"),
            bar_html(result, language) + attainment if result.attainment is not None else "",
        ),
        (said(language, "序时进度", "expected"), "" if expected == "—" else expected),
        (said(language, "进度比", "pace"), "" if pace == "—" else pace + _apart(result, language)),
        (said(language, "实际值", "value"), bdi(value)),
        (said(language, "限额", "ceiling"), bdi(used.words(language)) if used else ""),
        (said(language, "观测日期", "observed"), escaped(seen + stage) if seen else ""),
        (said(language, "口径", "basis"), bdi(result.basis)),
        (said(language, "目标", "target"), bdi(target)),
        (said(language, "覆盖率", "coverage"), "" if coverage == "—" else coverage),
    ]
    title = _name(result.node) + said(language, f"　截至 {as_of}", f" as of {as_of}")
    return _facts(title, facts)


def _apart(result: "_core.NodeResult", language: str) -> str:
    """What the pace of a goal is made of, where that is not its attainment."""
    terms = pace_terms(result)
    return terms and said(
        language,
        f" = {terms}（分子只计已有序时要求的下级）",
        f" = {terms} (only parts of which something was expected)",
    )


def explanation_html(explanation: "_core.Explanation") -> str:
    """Why a node stands as it does: light and bar, of a goal its parts, and all in words."""
    result = explanation.result
    language = str(result.node.plan.language)
    parts = explanation.parts
    if not parts:
        return result_html(result) + words_html(str(explanation))
    rows = []
    for part, weight, share, is_veto in parts[:MOST_ROWS]:
        veto = said(language, "一票否决", "veto") if is_veto else ""
        rows.append(
            f"<tr><td>{_name(part.node)}</td><td>{light_html(part.status, language)}</td>"
            f'<td class="b">{bar_html(part, language)}{percent(part.attainment)}</td>'
            f'<td class="n">{number(weight, 4)}</td><td class="n">{percent(share)}</td>'
            f"<td>{veto}</td></tr>\n"
        )
    headings = said(
        language, "事项 状态 完成率 权重 所占份额 ", "node status attainment weight share "
    ).split(" ")
    left_out = len(parts) - len(rows)
    note = said(language, f"另有 {left_out} 项未列出", f"{left_out} more are left out")
    title = said(language, "下属", "parts")
    more = table_html(title, headings, rows, note if left_out else "")
    summary = escaped(said(language, "逐项说明", "in words"))
    more += (
        f'<div class="jinjiang"><details class="more"><summary>{summary}</summary>'
        f"{words_html(str(explanation))}</details></div>"
    )
    return result_html(result) + more


def comparison_html(comparison: "_core.Comparison") -> str:
    """What differs, node by node: before, after, the change in points, and why."""
    from .._scenario import points

    language = str(comparison.after.plan.language)
    rows = []
    for difference in list(comparison)[:MOST_ROWS]:
        before, after = difference.before, difference.after
        cause = difference.describe(language).split("：" if language == "zh" else ": ", 1)[-1]
        rows.append(
            f"<tr><td>{_name(difference.node)}</td>{_side(before, language)}"
            f"{_side(after, language)}"
            f'<td class="n">{points(difference.change, language)}</td><td>{bdi(cause)}</td></tr>\n'
        )
    headings = said(
        language, "事项,此前,,此后,,变化,原因", "node,before,,after,,change,cause"
    ).split(",")
    left_out = len(comparison) - len(rows)
    note = said(language, f"另有 {left_out} 项未列出", f"{left_out} more are left out")
    if not rows:
        note = said(language, "没有变化", "nothing differs")
    title = said(
        language, f"对比：{len(comparison)} 项不同", f"Comparison: {len(comparison)} nodes differ"
    )
    return table_html(title, headings, rows, note if left_out or not rows else "")


def _side(result: Any, language: str) -> str:
    if result is None:
        return "<td>—</td><td></td>"
    bar = bar_html(result, language)
    share = percent(result.attainment) if result.attainment is not None else ""
    return f'<td>{light_html(result.status, language)}</td><td class="b">{bar}{share}</td>'


def table_reading_html(reading: "TableReading") -> str:
    """The plan that a table gives, and the places to look at."""
    problems = reading.problems[:MOST_ROWS]
    rows = [
        f"<tr><td>{bdi(problem.sheet)}</td><td>{problem.column}{problem.row or ''}</td>"
        f"<td>{bdi(problem.message)} <code>{problem.code}</code></td>"
        f"<td>{bdi(problem.text)}</td><td>{bdi(_taken(problem.taken))}</td></tr>\n"
        for problem in problems
    ]
    left_out = len(reading.problems) - len(problems)
    return plan_html(reading.plan) + table_html(
        f"{len(reading.observations)} 条实际值，{len(reading.problems)} 处待核对",
        ("工作表", "位置", "说明", "原文", "读作"),
        rows,
        f"另有 {left_out} 处未列出" if left_out else "",
    )


def _taken(words: str) -> str:
    """What was read all the same, in the language of the table."""
    from ..tasktable.targets import MEASURES

    known = {
        **MEASURES,
        "not taken": "未采用",
        "lifecycle done": "已办结",
        "part of nothing": "没有上级",
        "note": "备注",
        "goal": "目标",
        "task": "任务",
        "no target": "没有目标值",
        "no number": "没有序号",
        "empty": "空",
    }
    if words.startswith("part of ") and words not in known:
        return f"属于{words.removeprefix('part of ')}"
    return known.get(words, words)
