# SPDX-License-Identifier: BSL-1.0
"""HTML of what would be: a sweep, and what a change of one node reaches."""

from .. import _core
from .details import _name
from .html import MOST_ROWS, bar_html, bdi, escaped, light_html, said, table_html
from .words import number, percent


def sweep_html(sweep: "_core.Sweep") -> str:
    """A row a value, a column a node: its light and its bar."""
    language = str(sweep.leaf.plan.language)
    unit = sweep.unit.symbol
    columns = [sweep.results(node.id) for node in sweep.nodes]
    values = list(sweep.values)[:MOST_ROWS]
    rows = []
    for i, value in enumerate(values):
        cells = "".join(
            f"<td>{light_html(found[i].status, language)}</td>"
            f'<td class="b">{bar_html(found[i], language)}'
            f"{'' if found[i].attainment is None else percent(found[i].attainment)}</td>"
            for found in columns
        )
        rows.append(f'<tr><td class="n">{bdi(number(value, 4))}</td>{cells}</tr>\n')
    if unit:
        unit = said(language, f"（{unit}）", f" ({unit})")
    headings = [said(language, "实际值", "value") + unit]
    for node in sweep.nodes:
        headings += [node.title or node.id, ""]
    left_out = len(sweep.values) - len(values)
    note = said(language, f"另有 {left_out} 行未列出", f"{left_out} more rows are left out")
    return table_html(_name(sweep.leaf), headings, rows, note if left_out else "")


def impact_html(impact: "_core.Impact") -> str:
    """The nodes that a change reaches, with its effect on the plan where there is one."""
    from .._scenario import points

    language = str(impact.comparison.after.plan.language)
    found = list(impact)[:MOST_ROWS]
    has_effects = any(reached.effect for reached in impact)
    rows = []
    for reached in found:
        effect = f'<td class="n">{escaped(points(reached.effect or None, language))}</td>'
        rows.append(
            f"<tr><td>{_name(reached.node)}</td>{effect if has_effects else ''}"
            f"<td>{bdi(reached.describe(language))}</td></tr>\n"
        )
    headings = said(
        language, "事项,对计划的影响,变化", "node,effect on the plan,what changes"
    ).split(",")
    if not has_effects:
        del headings[1]
    left_out = len(impact) - len(found)
    note = said(language, f"另有 {left_out} 项未列出", f"{left_out} more are left out")
    if not rows:
        note = said(language, "没有变化", "nothing changes")
    title = said(language, f"影响 {len(impact)} 项", f"{len(impact)} nodes are reached")
    return table_html(title, headings, rows, note if left_out or not rows else "")
