# SPDX-License-Identifier: BSL-1.0
"""The parts that are read first: the standing, the areas, what needs attention."""

from .. import _core
from .._display import (
    MARK,
    ceiling,
    has_own_pace,
    held,
    is_apart,
    lacking,
    pace,
    pace_rule,
    pace_terms,
    percent,
)
from ._cells import (
    Cell,
    attainment_cell,
    bar,
    counts,
    is_unsure,
    or_dash,
    pace_cell,
    share_cell,
    status_cell,
    status_mark,
    table,
    target_words,
    titled,
    value_words,
)
from ._facts import GROUPS, Facts
from ._html import Html, joined, tag, words

#: So many of what is behind are shown at once; the rest unfolds.
_FIRST = 8
#: Of a goal that is behind, so many terms of its shortfall.
_TERMS = 5
#: Of an explanation's line, so many characters.
_LINE = 400


def standing(facts: Facts) -> str:
    """How the plan stands, in one sentence."""
    groups, word = facts.groups, facts.word
    parts = [word["groups"][group].format(n=groups[group]) for group in GROUPS if groups[group]]
    day = facts.evaluation.as_of.isoformat()
    sentence = word["comma"].join(parts) or word["nothing"]
    return str(word["standing"].format(day=day, parts=sentence))


def strip(facts: Facts) -> Html:
    """The sentence as a strip of colours; its words are those of the sentence."""
    groups = facts.groups
    pieces = (
        tag("i", class_=group, style=f"flex-grow:{groups[group]}")
        for group in GROUPS
        if groups[group]
    )
    return tag("div", *pieces, class_="strip", aria_hidden="true")


def data(facts: Facts) -> str:
    """On how much the standing rests."""
    indicators = [result for result in facts.leaves if result.node.kind == "indicator"]
    seen = sum(result.value is not None for result in indicators)
    stale = sum(result.stale for result in facts.leaves)
    sentences = [facts.word["data"].format(total=len(indicators), n=seen)] if indicators else []
    if stale:
        days = facts.evaluation.policy.stale_after
        sentences.append(facts.word["stale"].format(n=stale, days=days))
    return ("" if facts.language == "zh" else " ").join(sentences)


def heading_facts(facts: Facts) -> Html:
    """What the plan is, beside its title, issuer and period, and what it was judged by."""
    plan, evaluation, word = facts.plan, facts.evaluation, facts.word
    source = [str(value) for value in (plan.source or {}).values() if isinstance(value, str)]
    size = word["counts"].format(
        goals=len(plan.goals),
        indicators=len(plan.indicators),
        tasks=len(plan.tasks),
        readings=len(evaluation.observations),
    )
    known_by = evaluation.known_by.isoformat() if evaluation.known_by else ""
    rows: list[tuple[str, object]] = [
        ("as_of", evaluation.as_of.isoformat()),
        ("known_by", known_by),
        ("basis", evaluation.basis and words(evaluation.basis, facts.lang)),
        ("source", joined(words(text, facts.lang) for text in source)),
        ("counts", size),
    ]
    return tag(
        "dl",
        *(
            tag("div", tag("dt", word["facts"][key]), tag("dd", value))
            for key, value in rows
            if value
        ),
        class_="facts",
    )


def areas(facts: Facts) -> Html:
    """The scoreboard: the goals of the first two levels."""
    word = facts.word
    if not facts.areas:
        return tag("p", word["no_areas"])
    column = word["columns"]
    columns = [
        (column["area"], "wide"),
        (column["status"], ""),
        (column["bar"], "bars"),
        (column["attainment"], "figure"),
        (column["expected"], "figure"),
        (column["pace"], "figure"),
        (column["coverage"], "figure"),
        (column["leaves"], "spread"),
    ]
    rows = (
        (
            {"class_": f"level{level}"},
            (
                facts.name(result),
                status_cell(facts, result),
                Cell(bar(facts, result), result.attainment or 0),
                attainment_cell(result),
                share_cell(result.expected),
                pace_cell(result),
                share_cell(result.coverage),
                counts(facts, facts.leaf_counts(result.id)),
            ),
        )
        for result, level in facts.areas
    )
    least = percent(facts.evaluation.policy.minimum_coverage)
    unsure = any(is_unsure(result) for result, _ in facts.areas)
    notes = (
        [word["areas_note"], word["unsure_note"].format(least=least)]
        if unsure
        else [word["areas_note"]]
    )
    note = tag("p", word["space"].join(notes), class_="note")
    parts = [note, table("areas", word["sections"]["areas"], columns, rows, is_sortable=False)]
    if any(has_own_pace(result) for result, _ in facts.areas):
        mark = f"{MARK} {pace_rule(facts.language)}{word['stop']}"
        parts.append(tag("p", mark, class_="note"))
    return joined(parts)


def attention(facts: Facts) -> Html:
    """What is behind and why: leaves worst first, then goals with the terms of their shortfall."""
    word = facts.word
    goals = [
        result
        for result in facts.results.values()
        if result.node.kind == "goal" and str(result.status) in GROUPS["behind"]
    ]
    if not facts.behind and not goals:
        return tag("p", word["no_attention"], class_="calm")
    parts: list[object] = []
    if facts.behind:
        cards = [_leaf_card(facts, result) for result in facts.behind]
        parts += [tag("h3", word["leaves_behind"]), *_folded(facts, cards)]
    if goals:
        goals.sort(key=_badness)
        cards = [_goal_card(facts, result) for result in goals]
        parts += [tag("h3", word["goals_behind"]), *_folded(facts, cards)]
    return joined(parts)


def _badness(result: "_core.NodeResult") -> tuple[int, float]:
    slowest = float("-inf") if result.pace is None else result.pace
    return GROUPS["behind"].index(str(result.status)), slowest


def _folded(facts: Facts, cards: list[Html]) -> list[Html]:
    shown = [tag("ol", *cards[:_FIRST], class_="cards")]
    if cards[_FIRST:]:
        more = tag("summary", facts.word["more"].format(n=len(cards) - _FIRST))
        rest = tag("ol", *cards[_FIRST:], class_="cards", start=_FIRST + 1)
        shown.append(tag("details", more, rest, class_="more"))
    return shown


def _card(facts: Facts, result: "_core.NodeResult", lines: list[tuple[str, object]]) -> list[Html]:
    head = tag(
        "div",
        tag("div", titled(facts, result)),
        status_mark(facts, str(result.status)),
        class_="card-head",
    )
    column = facts.word["columns"]
    figures = tag(
        "dl",
        *(
            tag("div", tag("dt", column[key]), tag("dd", value), class_=key)
            for key, value in lines
            if value
        ),
        class_="figures",
    )
    due = facts.days_left(result)
    said = tag(
        "p", facts.word["comma"].join(filter(None, (_gap(facts, result), due))), class_="gap"
    )
    return [head, said, bar(facts, result), figures]


def _gap(facts: Facts, result: "_core.NodeResult") -> str:
    """How far behind it is, in words; of a ceiling what of it is used."""
    if used := ceiling(result):
        return used.words(facts.language)
    behind = lacking(result)
    if behind <= 0:
        return ""
    gap = str(facts.word["gap"].format(points=percent(behind)[:-1]))
    if not is_apart(result):
        return gap
    return str(facts.word["held"].format(held=percent(held(result))) + facts.word["comma"] + gap)


def _pace(result: "_core.NodeResult") -> str:
    """The pace, and what it is made of where that is not the attainment; nothing for none."""
    if result.pace is None:
        return ""
    terms = pace_terms(result)
    return f"{pace(result.pace)} = {terms}" if terms else pace(result.pace)


def _leaf_card(facts: Facts, result: "_core.NodeResult") -> Html:
    is_task = result.node.kind == "task"
    value: object = percent(result.progress) if is_task else value_words(facts, result)
    lines: list[tuple[str, object]] = [
        ("target", "" if is_task else words(target_words(facts, result))),
        ("progress" if is_task else "value", value),
        ("attainment", percent(result.attainment)),
        ("expected", percent(result.expected)),
        ("pace", _pace(result)),
        ("due", facts.due(result).isoformat()),
        ("owner", or_dash(facts, result.node.owner)),
    ]
    explanation = facts.evaluation.explain(result.id).to_text(facts.language).strip().splitlines()
    items = (tag("li", words(line.strip(), most=_LINE)) for line in explanation[1:])
    why = tag("details", tag("summary", facts.word["why"]), tag("ul", *items), class_="why")
    return tag("li", *_card(facts, result, lines), why, id=facts.anchors[result.id])


def _goal_card(facts: Facts, result: "_core.NodeResult") -> Html:
    lines: list[tuple[str, object]] = [
        ("attainment", percent(result.attainment)),
        ("expected", percent(result.expected)),
        ("pace", _pace(result)),
        ("coverage", percent(result.coverage)),
    ]
    explanation = facts.evaluation.explain(result.id)
    terms = [term for term in explanation.terms if term[2] > 0]
    listed = [
        _term(
            short,
            facts.name_in_link(facts.results[leaf.id]),
            " ",
            status_mark(facts, str(facts.results[leaf.id].status)),
        )
        for leaf, _, short in terms[:_TERMS]
    ]
    if rest := terms[_TERMS:]:
        more = facts.word["more"].format(n=len(rest))
        listed.append(_term(sum(short for *_, short in rest), more))
    if explanation.unfilled > 0:
        listed.append(_term(explanation.unfilled, facts.word["unfilled"]))
    total = percent(1 - (result.attainment or 0))
    said = tag("p", facts.word["shortfall"].format(total=total))
    shortfall = [said, tag("ul", *listed, class_="terms")] if listed else []
    return tag("li", *_card(facts, result, lines), *shortfall, id=facts.anchors[result.id])


def _term(share: float, *what: object) -> Html:
    return tag("li", tag("span", percent(share), class_="figure"), " ", *what)
