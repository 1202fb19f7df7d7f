# SPDX-License-Identifier: BSL-1.0
"""The small pieces that the parts of a report are made of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .. import _core
from .._display import light, marked_pace, pace_terms, percent, result_cells
from ._facts import WORST_FIRST, Facts
from ._html import Html, joined, tag, words


@dataclass(frozen=True)
class Cell:
    """A cell: what it shows and, where that does not sort by itself, what it is sorted by."""

    content: object
    sort: float | str | None = None


#: Attributes and cells.
Row = tuple[Mapping[str, object], Sequence[object]]


def status_mark(facts: Facts, status: str, count: int | None = None) -> Html:
    """A light of its own shape, with the word."""
    word = facts.status(status)
    shown = word if count is None else f"{word} {count}"
    return tag("span", shown, class_=f"light {light(status)}")


def status_cell(facts: Facts, result: "_core.NodeResult") -> Cell:
    """The status, sorted with the worst first."""
    status = str(result.status)
    return Cell(status_mark(facts, status), WORST_FIRST.index(status))


def counts(facts: Facts, found: Mapping[str, int]) -> Html:
    """How many there are of each status, worst first; what does not occur is left out."""
    return tag(
        "ul",
        *(
            tag("li", status_mark(facts, status, found[status]))
            for status in WORST_FIRST
            if found.get(status)
        ),
        class_="counts",
    )


def bar(facts: Facts, result: "_core.NodeResult") -> Html:
    """Attainment as a bar, the expected as a mark on it; nothing without attainment."""
    if result.attainment is None:
        return Html("")
    word = facts.word
    label = word["bar"].format(
        attainment=percent(result.attainment), expected=percent(result.expected)
    )
    unsure = ""
    if is_unsure(result):
        label += word["comma"] + word["bar_unsure"].format(coverage=percent(result.coverage))
        unsure = " unsure"
    mark = None
    if result.expected is not None:
        mark = tag("i", class_="mark", style=f"left:{100 * result.expected:.2f}%")
    fill = tag("i", class_="fill", style=f"width:{100 * result.attainment:.2f}%")
    return tag(
        "span",
        *filter(None, (fill, mark)),
        class_=f"bar {light(str(result.status))}{unsure}",
        role="img",
        aria_label=label,
    )


def is_unsure(result: "_core.NodeResult") -> bool:
    """Whether there is an attainment, but of too few parts for a verdict."""
    return str(result.status) == "no_data" and result.attainment is not None


def share_cell(share: float | None) -> Cell:
    """A share as a percentage."""
    return Cell(percent(share), -1 if share is None else share)


def attainment_cell(result: "_core.NodeResult") -> Cell:
    """The attainment as a percentage, faint where it is of too few parts."""
    cell = share_cell(result.attainment)
    if is_unsure(result):
        return Cell(tag("span", cell.content, class_="unsure"), cell.sort)
    return cell


def pace_cell(result: "_core.NodeResult") -> Cell:
    """The pace; of a goal whose attainment is no part of it also what it is made of."""
    terms = pace_terms(result)
    beneath = tag("span", tag("span", terms), class_="under") if terms else ""
    return Cell(joined((marked_pace(result), beneath)), -1 if result.pace is None else result.pace)


def seen_cell(facts: Facts, result: "_core.NodeResult") -> Cell:
    """The date of the reading, and whether it is stale."""
    if result.observed_on is None:
        return Cell("—", "")
    day = result.observed_on.isoformat()
    stale = tag("span", facts.word["stale_mark"], class_="stale") if result.stale else ""
    return Cell(joined((tag("span", day, class_="day"), " " if stale else "", stale)), day)


def target_words(facts: Facts, result: "_core.NodeResult") -> str:
    """The target in force, in words."""
    return result_cells(result, facts.language)[5] or "—"


def value_words(facts: Facts, result: "_core.NodeResult") -> str:
    """The reading with its unit."""
    return result_cells(result, facts.language)[4] or "—"


def or_dash(facts: Facts, text: str) -> Html:
    """A text of the plan's, or a dash for none."""
    return words(text, facts.lang) if text else Html("—")


def titled(facts: Facts, result: "_core.NodeResult", *, note: object = None) -> Html:
    """A title with its id, and beneath it the area that it belongs to."""
    area = facts.area(result)
    beneath = [tag("span", tag("bdi", result.id), class_="id")]
    beneath += [tag("span", area)] if area else []
    beneath += [tag("span", note)] if note else []
    return joined(
        (tag("span", facts.name(result), class_="name"), tag("span", *beneath, class_="under"))
    )


def table(
    name: str,
    caption: str,
    columns: Sequence[tuple[str, str]],
    rows: Iterable[Row],
    *,
    is_sortable: bool = True,
) -> Html:
    """A table that becomes a list of cards on a narrow screen.

    A column is a heading and a class; a row has attributes and cells.
    """
    heads = (
        tag("th", heading, scope="col", class_=kind or None, data_key=index)
        for index, (heading, kind) in enumerate(columns)
    )
    body = joined(_row(attributes, cells, columns) for attributes, cells in rows)
    return tag(
        "table",
        tag("caption", caption, class_="unseen"),
        tag("thead", tag("tr", *heads)),
        tag("tbody", body),
        class_="sortable" if is_sortable else None,
        id=f"{name}-table",
    )


def _row(
    attributes: Mapping[str, object], cells: Sequence[object], columns: Sequence[tuple[str, str]]
) -> Html:
    shown = []
    for index, (cell, (heading, kind)) in enumerate(zip(cells, columns, strict=True)):
        cell = cell if isinstance(cell, Cell) else Cell(cell)
        given = {
            "class_": f"{kind} none".strip() if cell.content == "—" else kind or None,
            "data_label": heading or None,
            "data_sort": cell.sort,
        }
        given["scope"] = None if index else "row"
        shown.append(tag("td" if index else "th", cell.content, **given))
    return tag("tr", *shown, **attributes)
