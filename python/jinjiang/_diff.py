# SPDX-License-Identifier: BSL-1.0
"""How two plans differ, as rows and as a table."""

from typing import Any

from . import _core, _display
from ._arguments import explained

_diff = explained(_core.diff, "diff")

_COLUMNS = ["kind", "node", "title", "field", "before", "after"]
_HEADINGS = {
    "zh": ("变化", "事项", "编号", "字段", "原", "现"),
    "en": ("difference", "node", "id", "field", "before", "after"),
}


def diff(before: "_core.Plan", after: "_core.Plan") -> "_core.PlanDiff":
    """What changed from one plan to another: nodes added, removed, moved, reworded, retargeted …

    Nodes are matched by id; then by title, under the same goal or where the title stands once; then
    by similar titles under the same goal.

    Parameters
    ----------
    before, after : Plan, the one that came first and the one that it became

    >>> import jinjiang as jj
    >>> draft = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31")
    >>> draft.indicator("land", "盘活低效用地", target="7000亩", measure="increment")
    >>> before = draft.build()
    >>> draft.task("web", "搭建在线监管平台")
    >>> jj.diff(before, draft.build()).added.ids
    ['web']
    """
    return _diff(before, after)


def diff_dicts(diff: "_core.PlanDiff", language: str | None = None) -> list[dict[str, Any]]:
    """One dict a field that differs; of a node that was added or removed its goals and target.

    Parameters
    ----------
    language : of the words, zh or en; default the second plan's
    """
    rows = [_row(fields, None, None) for fields in diff._plan_fields(language)]
    for each in diff:
        node = each.node
        fields = each.fields(language)
        if not fields:
            told = _facts(node, language or str(diff.after.language)) or [("", "")]
            sides = [(field, "", words) for field, words in told]
            if each.after is None:
                sides = [(field, words, "") for field, words in told]
            fields = [(each.kinds[0], *side) for side in sides]
        rows += [_row(field, node.id, node.title) for field in fields]
    return rows


def _facts(node: "_core.Node", language: str) -> list[tuple[str, str]]:
    """What is told of a node that is in one plan only: its goals and its target."""
    facts = []
    if goals := [goal.title or goal.id for goal in node.parents]:
        facts.append(("part_of", ", ".join(goals)))
    if node.target is not None:
        facts.append(("target", node.target.describe(language)))
    return facts


def _row(field: tuple[Any, ...], node: str | None, title: str | None) -> dict[str, Any]:
    kind, name, before, after = field
    return dict(zip(_COLUMNS, (str(kind), node, title, name, before, after), strict=True))


def diff_frame(diff: "_core.PlanDiff", language: str | None = None) -> Any:
    """What differs as a DataFrame of pandas, a row a field: `to_dicts()`; needs pandas.

    Parameters
    ----------
    language : as of `to_dicts`
    """
    from ._arrow import package

    pandas = package("pandas", "to_pandas", "pandas")
    return pandas.DataFrame(diff_dicts(diff, language), columns=_COLUMNS)


def diff_table(diff: "_core.PlanDiff", language: str | None = None) -> str:
    """A table of all that differs, nodes of one kind together: aligned for a terminal.

    Parameters
    ----------
    language : zh or en; default the second plan's
    """
    language = language or str(diff.after.language)
    order = [str(kind) for kind in _core.DiffKind]
    heading = "计划" if language == "zh" else "the plan"
    rows = []
    for row in sorted(diff_dicts(diff, language), key=lambda row: order.index(row["kind"])):
        field = row["field"] and _core.field_label(row["field"], language)
        kind = _core.diff_label(row["kind"], language)
        title = heading if row["node"] is None else row["title"] or row["node"]
        cells = (kind, title, row["node"] or "", field, row["before"], row["after"])
        rows.append(tuple(_shortened(cell) for cell in cells))
    return _display.text_table(_HEADINGS[language], rows) if rows else ""


def _shortened(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
