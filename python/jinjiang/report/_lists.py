# SPDX-License-Identifier: BSL-1.0
"""The parts that are looked things up in: indicators, tasks, lead units, what has no verdict."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from .. import _core
from .._display import ceiling, number, percent
from ._cells import (
    Cell,
    Row,
    bar,
    or_dash,
    seen_cell,
    share_cell,
    status_cell,
    status_mark,
    table,
    target_words,
    titled,
    value_words,
)
from ._facts import WORST_FIRST, Facts
from ._html import Html, joined, short, tag, void, words


def indicators(facts: Facts) -> Html:
    """Every indicator with its target and its reading."""
    found = [result for result in facts.leaves if result.node.kind == "indicator"]
    if not found:
        return tag("p", facts.word["no_indicators"])
    column = facts.word["columns"]
    columns = [
        (column["indicator"], "wide"),
        (column["status"], ""),
        (column["target"], "target"),
        (column["value"], "figure"),
        (column["attainment"], "figure"),
        (column["expected"], "figure"),
        (column["seen"], ""),
        (column["owner"], ""),
        (column["source"], "source"),
    ]
    rows = (
        (
            {"data_status": str(result.status)},
            (
                titled(facts, result, note=_noted(facts, result)),
                status_cell(facts, result),
                words(target_words(facts, result), facts.lang),
                Cell(tag("bdi", value_words(facts, result)), number(result.value, 12)),
                Cell(
                    joined((percent(result.attainment), bar(facts, result))),
                    -1 if result.attainment is None else result.attainment,
                ),
                share_cell(result.expected),
                seen_cell(facts, result),
                or_dash(facts, result.node.owner),
                or_dash(facts, facts.source(result)),
            ),
        )
        for result in found
    )
    return _filtered(facts, "indicators", found, columns, rows)


def tasks(facts: Facts) -> Html:
    """Every task: when it is due and how it stands."""
    found = [result for result in facts.leaves if result.node.kind == "task"]
    if not found:
        return tag("p", facts.word["no_tasks"])
    column = facts.word["columns"]
    columns = [
        (column["task"], "wide"),
        (column["status"], ""),
        (column["due"], ""),
        (column["lifecycle"], ""),
        (column["progress"], "figure"),
        (column["expected"], "figure"),
        (column["seen"], ""),
        (column["owner"], ""),
    ]
    rows = (
        (
            {"data_status": str(result.status)},
            (
                titled(facts, result, note=_waits(facts, result)),
                status_cell(facts, result),
                Cell(tag("span", result.node.due.isoformat(), class_="day")),
                facts.word["lifecycle"][str(result.node.lifecycle)],
                share_cell(result.progress),
                share_cell(result.expected),
                seen_cell(facts, result),
                or_dash(facts, result.node.owner),
            ),
        )
        for result in found
    )
    return _filtered(facts, "tasks", found, columns, rows)


def _noted(facts: Facts, result: "_core.NodeResult") -> str | None:
    """What of a ceiling is used; that the target was revised; that the figure itself does not do,
    as in 超900家."""
    notes = []
    if used := ceiling(result):
        notes.append(used.words(facts.language))
    if result.revised_on:
        notes.append(facts.word["revised"].format(day=result.revised_on.isoformat()))
    target = facts.target(result)
    if target and str(target.comparator) in ("above", "below") and result.value == target.value:
        notes.append(facts.word["at_bound"])
    return str(facts.word["comma"]).join(notes) or None


def _waits(facts: Facts, result: "_core.NodeResult") -> Html | None:
    """What a blocked task waits for."""
    if result.status != "blocked":
        return None
    open_ones = [
        facts.name_in_link(before)
        for before in (facts.results[link[0].id] for link in result.node.predecessors)
        if str(before.status) not in ("met", "met_early", "cancelled")
    ]
    word = facts.word
    names = [part for name in open_ones for part in (word["comma"], name)][1:]
    return joined((word["columns"]["waits"], word["colon"], *names)) if names else None


def _filtered(
    facts: Facts,
    name: str,
    results: "list[_core.NodeResult]",
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Row],
) -> Html:
    """A table beneath its filters, which only show where a script can run them."""
    word = facts.word
    there = Counter(str(result.status) for result in results)
    options = [tag("option", word["every_status"], value="")]
    options += [
        tag("option", f"{facts.status(status)} {there[status]}", value=status)
        for status in WORST_FIRST
        if there[status]
    ]
    title = word["sections"][name]
    search = void("input", type="search", placeholder=word["search"])
    filters = tag(
        "div",
        tag("label", tag("span", word["filter"]), search),
        tag(
            "label",
            tag("span", word["columns"]["status"]),
            tag("select", *options, class_="status"),
        ),
        tag(
            "label",
            tag("span", word["sort"]),
            tag("select", *_orders(facts, columns)),
            class_="order",
        ),
        tag("output", data_shown=word["shown"]),
        tag("button", word["show_all"], type="button", hidden=""),
        class_="filters",
        role="group",
        aria_label=f"{word['filter']}{word['colon']}{title}",
        data_for=f"{name}-table",
    )
    return joined((filters, table(name, title, columns, rows)))


def _orders(facts: Facts, columns: Sequence[tuple[str, str]]) -> list[Html]:
    """What rows can be sorted by where there are no headings, on a narrow screen."""
    ways = (("up", "↑"), ("down", "↓"))
    return [
        tag("option", facts.word["as_given"], value=""),
        *(
            tag("option", f"{heading} {arrow}", value=f"{column} {way}")
            for column, (heading, _) in enumerate(columns)
            for way, arrow in ways
        ),
    ]


def owners(facts: Facts) -> Html:
    """The leaves by lead unit, with the names of what is behind."""
    column, word = facts.word["columns"], facts.word
    behind: dict[str, list[_core.NodeResult]] = defaultdict(list)
    for result in facts.behind:
        behind[result.node.owner].append(result)
    columns = [
        (column["owner"], "wide"),
        (column["nodes"], "figure"),
        (column["met"], "figure"),
        (column["behind"], "figure"),
        (column["no_data"], "figure"),
        (column["mean"], "figure"),
        (word["owner_behind"], "spread"),
    ]
    rows: Iterable[Row] = (
        (
            {},
            (
                words(each.owner, facts.lang) if each.owner else word["nobody"],
                each.nodes,
                each.met,
                each.behind,
                each.no_data,
                share_cell(each.attainment),
                _links(facts, behind[each.owner]),
            ),
        )
        for each in facts.evaluation.by_owner()
    )
    return table("owners", word["sections"]["owners"], columns, rows)


def _links(facts: Facts, results: "list[_core.NodeResult]") -> Html:
    if not results:
        return Html("—")
    return tag(
        "ul",
        *(
            tag("li", tag("a", facts.name_in_link(each), href=f"#{facts.anchors[each.id]}"))
            for each in results
        ),
        class_="plain",
    )


def unjudged(facts: Facts) -> Html:
    """What has no verdict, by reason."""
    found: dict[str, list[_core.NodeResult]] = defaultdict(list)
    for reason, result in facts.unjudged():
        found[reason].append(result)
    watched, word = found.pop("watched", []), facts.word
    least = percent(facts.evaluation.policy.minimum_coverage)
    parts = [
        _reason(facts, words_of_it.format(least=least), found[reason])
        for reason, words_of_it in word["reasons"].items()
        if reason in found
    ]
    parts = parts or [tag("p", word["all_judged"], class_="calm")]
    if watched:
        parts += [tag("h3", word["watched"]), _reason(facts, word["reasons"]["watched"], watched)]
    return joined(parts)


def _reason(facts: Facts, words_of_it: str, results: "list[_core.NodeResult]") -> Html:
    items = (
        tag(
            "li",
            facts.name_in_link(result),
            " ",
            tag("span", _detail(facts, result), class_="under"),
            " ",
            status_mark(facts, str(result.status)),
        )
        for result in results
    )
    head = tag("summary", words_of_it, " ", tag("span", len(results), class_="count"))
    is_short = "" if len(results) <= 12 else None
    return tag("details", head, tag("ul", *items, class_="reasons"), class_="reason", open=is_short)


def _detail(facts: Facts, result: "_core.NodeResult") -> object:
    """What helps to find the data: a goal's coverage, who sets the target, the lead unit."""
    if result.node.kind == "goal":
        return f"{facts.word['columns']['coverage']} {percent(result.coverage)}"
    target = facts.target(result)
    if target and target.set_by:
        return short(target.set_by, facts.lang)
    return short(result.node.owner, facts.lang) if result.node.owner else ""
