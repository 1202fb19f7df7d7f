# SPDX-License-Identifier: BSL-1.0
"""Aligned text for terminals."""

from collections.abc import Iterable, Sequence

from .. import _core
from .footnotes import footnotes, marked_attainment, marked_pace
from .words import HEADINGS, ONE_LINE, light, result_cells, wanted

_ANSI = {"good": "\x1b[32m", "warn": "\x1b[33m", "bad": "\x1b[31m", "mute": "\x1b[2m"}


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
    lines = [[cell.translate(ONE_LINE) for cell in row] for row in (headings, *rows)]
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
    """The scoreboard: the outline with a verdict on every node, and a line for each kind of mark."""
    language = language or str(evaluation.plan.language)
    rows, lights, shown = [], [], []
    for node, level, is_repeated in evaluation.plan.outline():
        if depth is not None and level >= depth:
            continue
        result = evaluation[node.id]
        title = "  " * level + (node.title or node.id)
        if is_repeated and node.kind == "goal":
            title += " ↑"
        status, _, expected, _, *others = result_cells(result, language)
        figures = (marked_attainment(result), expected, marked_pace(result))
        rows.append((title, status, *figures, *others))
        lights.append(light(result.status))
        shown.append(result)
    table = text_table(
        HEADINGS[language],
        rows,
        right=frozenset({2, 3, 4, 5, 8}),
        colours=lights if colour else None,
        colour_column=1,
    )
    notes = (note.translate(ONE_LINE) for note in footnotes(shown, language))
    return "".join([table, *(f"{note}\n" for note in notes)])


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
                wanted(target, plan, language) if target else "",
                node.due.isoformat(),
            )
        )
    return text_table(headings, rows)


def plan_text(plan: "_core.Plan") -> str:
    """A short outline: the first two levels."""
    return f"{plan!r}\n{outline_text(plan, depth=2)}"


def brief(thing: object) -> str:
    """What a terminal shows of a thing: its text, or the first lines of it."""
    most = 40
    lines = text_of(thing).rstrip("\n").splitlines()
    if len(lines) <= most:
        return "\n".join(lines)
    return "\n".join([*lines[:most], f"… {len(lines) - most} more lines"])


def text_of(thing: object) -> str:
    """A thing in words; what has no text of its own is its `repr`."""
    if isinstance(thing, _core.Evaluation):
        return f"{thing!r}\n{evaluation_table(thing, depth=2)}"
    if isinstance(thing, (_core.Target, _core.Observations)):
        return repr(thing)
    return str(thing)
