# SPDX-License-Identifier: BSL-1.0
"""What is part of what: rows become nodes with ids and goals above them."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from .grid import Grid
from .rows import Row

#: Bytes of an id, so that those of parts have room.
_LONGEST = 180


@dataclass
class Item:
    """A node in the making: its id, its goals, and the row that says it."""

    row: Row
    title: str
    id: str = ""
    parents: list[str] = field(default_factory=list)
    above: "Item | None" = None
    is_goal: bool = False


def outlined(grid: Grid, rows: list[Row], is_exact: bool, within: str = "") -> list[Item]:
    """The items of a table, each behind the goals that it is part of.

    Parameters
    ----------
    is_exact : the table names the goals of each row, and its numbers are ids
    within : id of the goal that everything is part of, which stands before all ids
    """
    longest = _LONGEST - len(within.encode())
    if is_exact:
        items = [Item(row, row.title, _clean(row.number)) for row in rows]
        _name(grid, items, longest)
        _join(grid, items)
    else:
        items = _with_work(grid, _nested(grid, rows))
        _name(grid, items, longest)
        for item in items:
            item.parents = [item.above.id] if item.above else []
    for item in items if within else ():
        item.id = f"{within}.{item.id}"
        item.parents = [f"{within}.{parent}" for parent in item.parents] or [within]
    return items


def _with_work(grid: Grid, items: list[Item]) -> list[Item]:
    """The items without headings that are notes; one with nothing beneath it is reported."""
    above = {id(item.above) for item in items}
    kept = []
    for item in items:
        row = item.row
        if row.is_heading and id(item) not in above:
            is_note = not row.number and row.title.endswith("。")
            code, words = (
                ("note", "表下的说明，没有读") if is_note else ("no_parts", "标题下没有任务")
            )
            grid.report(row.line.number, 0, code, words, row.title, "" if is_note else "goal")
            if is_note:
                continue
        kept.append(item)
    return kept


def _nested(grid: Grid, rows: list[Row]) -> list[Item]:
    """Nests by dotted numbers, then by the style of numbers, then by indentation."""
    items: list[Item] = []
    stack: list[tuple[tuple[int, int], Item]] = []
    groups: dict[tuple[str, ...], Item] = {}
    dotted: dict[str, Item] = {}
    before = 9
    for row in rows:
        rank = row.rank if row.number or row.is_heading else before
        before = 9 if row.is_heading else rank
        key = (rank, row.indent)
        if row.is_heading:
            groups = {}
        while stack and stack[-1][0] >= key:
            stack.pop()
        base = stack[-1][1] if stack else None
        if row.groups:
            base = stack[-1][1] if stack and stack[-1][1].row.groups == row.groups else None
            heading = next((item for _, item in reversed(stack) if item.row.is_heading), None)
            base = base or _group(row, heading, groups, items)
        item = Item(row, row.title, _clean(row.number), above=base)
        head, dot, _ = row.number.rpartition(".")
        if dot and head in dotted:
            item.above = dotted[head]
        elif dot:
            while item.above is not None and item.above.row.rank >= 2 and not item.row.groups:
                item.above = item.above.above
            words = f"上面没有编号为{head}的行"
            grid.report(row.line.number, 0, "no_goal", words, row.number, _name_of(item.above))
        if row.number and row.rank >= 2:
            dotted[row.number] = item
        if item.above is not None:
            item.above.is_goal = True
        item.is_goal = row.is_heading
        items.append(item)
        stack.append((key, item))
    return items


def _group(
    row: Row, heading: "Item | None", groups: dict[tuple[str, ...], Item], items: list[Item]
) -> Item:
    """The goal that the columns of groups name, made where it is new."""
    above = heading
    for depth in range(1, len(row.groups) + 1):
        path = row.groups[:depth]
        if path not in groups:
            bare = Row(row.line, title=path[-1], cells={})
            is_numbered = depth == len(row.groups)
            made = Item(
                bare, path[-1], _clean(row.group_number) if is_numbered else "", above=above
            )
            made.is_goal = True
            groups[path] = made
            items.append(made)
        above = groups[path]
    assert above is not None
    return above


def _name_of(item: "Item | None") -> str:
    return "part of nothing" if item is None else f"part of {item.title}"


def _clean(number: str) -> str:
    """A number as an id may be: without control characters and spaces at its ends."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f]+", " ", number).strip()


def _name(grid: Grid, items: list[Item], longest: int) -> None:
    """Gives every item an id of its own: its number, its place below its goal, or a new one."""
    restarting = _restarting(items)
    used: set[str] = set()
    counts: dict[str, int] = defaultdict(int)
    taken = {item.id for item in items}
    has_numbers = any(item.id and not item.row.is_heading for item in items)
    for item in items:
        above = item.above.id if item.above else ""
        wanted = item.id
        if wanted and above and item.row.rank in restarting and item.row.number == wanted:
            wanted = f"{above}.{wanted}"
        row = item.row.line.number
        if len(wanted.encode(errors="replace")) > longest:
            wanted = ""
        if not wanted:
            is_group = item.is_goal and not item.row.cells
            wanted = _new(above or ("g" if is_group else ""), counts, taken)
            if has_numbers and item.row.cells and not (item.row.is_heading or item.row.groups):
                grid.report(row, 0, "no_number", "这一行没有序号", item.title, wanted)
        elif wanted in used:
            again = _again(wanted, taken)
            words = f"序号{wanted}重复，请改其中一个"
            grid.report(row, 0, "same_number", words, item.title, again)
            wanted = again
        used.add(wanted)
        taken.add(wanted)
        item.id = wanted


def _restarting(items: list[Item]) -> set[int]:
    """The ranks whose numbers begin anew below each goal, or are those of a goal: 一 and （一）."""
    below: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for item in items:
        if item.row.number and item.above is not None and "." not in item.id:
            below[item.row.rank][id(item.above)].append(item.id)
    ranks = set()
    for rank, groups in below.items():
        firsts = [ids[0] for ids in groups.values()]
        outer = {item.id for item in items if item.row.rank < rank}
        is_taken = any(one in outer for ids in groups.values() for one in ids)
        if len(set(firsts)) < len(firsts) or is_taken:
            ranks.add(rank)
    return ranks


def _new(above: str, counts: dict[str, int], taken: set[str]) -> str:
    while True:
        counts[above] += 1
        made = f"{above}{counts[above]}" if above in ("", "g") else f"{above}.{counts[above]}"
        if made not in taken:
            return made


def _again(wanted: str, taken: set[str]) -> str:
    count = 2
    while f"{wanted}-{count}" in taken:
        count += 1
    return f"{wanted}-{count}"


def _join(grid: Grid, items: list[Item]) -> None:
    """Links rows to the goals that their column names; what names nothing is reported."""
    known = {item.id: item for item in items}
    for item in items:
        for column, cell in item.row.cells.get("parent", []):
            for name in (
                [cell.text] if cell.text in known else re.split(r"\s*[；;\n]\s*", cell.text)
            ):
                if name in known and not _is_below(known[name], item, known):
                    item.parents.append(name)
                    known[name].is_goal = True
                elif name:
                    words = f"“{name}”不是哪一行的序号，或在这一行之下"
                    taken = "part of nothing"
                    grid.report(cell.row, column.column, "unknown_goal", words, cell.text, taken)


def _is_below(item: Item, goal: Item, known: dict[str, Item]) -> bool:
    """Whether an item is the goal itself or stands below it already."""
    seen: set[str] = set()
    waiting = [item]
    while waiting:
        one = waiting.pop()
        if one is goal:
            return True
        if one.id not in seen:
            seen.add(one.id)
            waiting.extend(known[name] for name in one.parents)
    return False
