# SPDX-License-Identifier: BSL-1.0
"""Which column is what: heads of one or two rows, as towns write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from .. import _core
from .._errors import FormatError
from .grid import Cell, Grid, Line, letter
from .words import days_of

#: What a column can be, each with the heads that say so; the first that fits counts.
_HEADS: tuple[tuple[str, str], ...] = (
    ("parent", r"^上级(序号|编号|目标)$|^所属目标$|^part of$"),
    ("kind", r"^(节点)?类型$|^kind$"),
    ("measure", r"^计量方式|^measure$"),
    ("unread", r"责任人|领导|联系人|电话|负责人|签字|权重|分值|得分|评分"),
    (
        "unread",
        r"序时|(进度|时间)(要求|安排|计划)|计划进度|上[月期季周]|下一?步|下[月期季周]|存在|问题|困难|原因",
    ),
    ("supporting", r"配合|协办|协同|协助|参与单位|supporting"),
    ("owner", r"牵头|主责|主办|承办|(责任|落实|实施)(单位|部门|主体|科室)|^owner|lead unit"),
    ("due", r"时限|时间节点|节点时间|期限|截止|到期|(完成|办结|竣工|计划完成)(时间|日期)|^due"),
    ("start", r"(开始|启动|开工|起始)(时间|日期)|^start"),
    ("read_on", r"截至日期|观测日期|(统计|更新|填报|数据)(时间|日期)|^as of|observed"),
    ("progress", r"(完成|进度)(率|比例|百分比)$|^进度%|占.*(计划|目标|任务)|^progress"),
    ("state", r"状态|^status|lifecycle"),
    ("number", r"^序号?$|^编号$|^序列|^(任务|指标|项目)编号|^no\.?$|^id$|^#$"),
    ("note", r"备注|说明$|^notes?$|remark"),
    ("title", r"(任务|工作|事项|指标|项目|目标)名称|^(task|title|item)$"),
    (
        "actual",
        r"进展|进度|落实情况|完成情况|当前值|实际|完成[数值量]|完成$|实绩|累计|月.*增[速幅]|^actual",
    ),
    (
        "target",
        r"目标|(计划|任务)[数值量]|年度(计划|任务|投资)|计划(完成)?投资|计划完成|指标值|量化|^target",
    ),
    ("unit", r"计量单位|^单位$|量纲|^unit"),
    ("group", r"类别|板块|领域|分类|^一级|大类|^group"),
    ("title", r"任务|工作|事项|指标|项目|内容|措施|要点|^标题$"),
)
ROLES = tuple(dict.fromkeys([role for role, _ in _HEADS] + ["detail", "last_year", "ignore"]))
_SINGLE = {"parent", "kind", "measure", "number", "unit", "target", "due", "start", "owner"}
_PART_OF_YEAR = re.compile(r"季度|(?<!\d)\d{1,2}月|[上下]半年|分季|分月")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年?")


class Column(NamedTuple):
    """A column: its head, what it was taken for, and what the head says besides."""

    column: int
    head: str
    role: str
    unit: str
    day: date | None


@dataclass
class Heads:
    """The columns of a table, what stands above them, and the number of the first row below."""

    columns: list[Column]
    above: list[Line]
    first: int
    heads: set[str] = field(default_factory=set)

    def of(self, *roles: str) -> list[Column]:
        """The columns of these roles, from the left."""
        return [column for column in self.columns if column.role in roles]

    @property
    def mapping(self) -> dict[str, str]:
        """Head words to roles, in the order of the columns."""
        return {column.head: column.role for column in self.columns}


def find_heads(grid: Grid, mapping: "Mapping[str, str] | None", year: int | None) -> Heads:
    """The heads of a table: the row in which most columns say what they are.

    Raises
    ------
    FormatError
        No row of the first 30 names a column of titles, or the mapping names none that is there.
    """
    given = _checked(mapping)
    candidates = _candidates(grid)
    found = _best(candidates, given)
    if found is None:
        seen = " | ".join(cell.text for line in candidates[:3] for cell in line.cells.values())
        raise FormatError(
            f"{grid.sheet or 'table'}: expected a row of heads such as 序号, 工作任务, 目标值, found "
            f'"{seen[:80]}"; give mapping={{"head words": "title", ...}}'
        )
    first = min(cell.row for cell in found.cells.values())
    top = next(line for line in candidates if line.number == first)
    below = next((line for line in grid.lines if line.number > top.number), None)
    is_double = below is not None and _is_second(top, below, given)
    words = _texts(top, below if is_double else None)
    last = below.number if is_double and below is not None else top.number
    above = [line for line in grid.lines if line.number < top.number and line.cells]
    names = _named(words)
    for head in given:
        if head not in names.values() and head not in map(letter, names):
            there = ", ".join(names.values())
            raise FormatError(f'mapping: no column "{head}"; the table has {there}')
    columns = _columns(names, given, year)
    heads = {cell.text for line in (top, below) if line for cell in line.cells.values()}
    once = {cell.text for cell in top.cells.values()}
    return Heads(columns, above, last + 1, heads if is_double else once)


def heads_again(line: Line, year: int | None) -> list[Column] | None:
    """The columns of other heads further down; None where the row is none of heads."""
    texts = {cell.text for cell in line.cells.values()}
    if any(len(text) > 12 or number_like(text) for text in texts):
        return None
    roles = [role_of(text) for text in texts]
    known = [role for role in roles if role != "unread"]
    is_new = {"title", "target"} & set(known) and len(set(known)) >= 3
    if not (is_new and len(known) * 5 >= len(roles) * 4):
        return None
    return _columns(_named(_texts(line, None)), {}, year)


def has_heads(grid: Grid) -> bool:
    """Whether a row of the grid may be one of heads."""
    return _best(_candidates(grid), {}) is not None


def _candidates(grid: Grid) -> list[Line]:
    return [line for line in grid.lines[:30] if line.cells]


def _best(candidates: list[Line], given: dict[str, str]) -> Line | None:
    """The line in which most columns say what they are."""
    scored = [(_score(line, given), -number) for number, line in enumerate(candidates)]
    best, place = max(scored, default=(0, 0))
    if best < 2 and not (best == 1 and len(candidates[-place].cells) == 1):
        return None
    return candidates[-place]


def _checked(mapping: "Mapping[str, str] | None") -> dict[str, str]:
    given = dict(mapping or {})
    for head, role in given.items():
        if role not in ROLES:
            raise FormatError(
                f'mapping: {head}: expected one of {", ".join(ROLES)}, found "{role}"'
            )
    return given


def bare(head: str) -> str:
    """A head without blanks and what brackets hold."""
    return re.sub(r"\s|[(（\[【].*?[)）\]】]", "", normalize("NFKC", head)).lower()


def role_of(head: str) -> str:
    """What a column is by its head; unread where no rule says."""
    spaced = re.sub(r"[(（\[【].*?[)）\]】]", "", normalize("NFKC", head)).strip().lower()
    words = bare(head)
    for role, pattern in _HEADS:
        if re.search(pattern, words) or re.search(pattern, spaced):
            return role
    over, mark, _ = head.rpartition(" ")
    return role_of(over) if mark else "unread"


def _score(line: Line, given: dict[str, str]) -> int:
    """How many columns say what they are; long texts are no heads."""
    texts = {cell.text for cell in line.cells.values()}
    if len(texts) < len(line.cells) and len(texts) == 1:
        return 0
    short = [text for text in texts if len(text) <= 24 and not re.fullmatch(r"[\d.%]+", text)]
    roles = [given.get(text) or role_of(text) for text in short]
    is_table = {"title", "target", "group"} & set(roles)
    return len([role for role in roles if role != "unread"]) if is_table else 0


def _is_second(top: Line, below: Line, given: dict[str, str]) -> bool:
    """Whether the row below the heads is one of heads: it parts a merged head of the first."""
    copies = [cell for column, cell in below.cells.items() if cell.row == top.number]
    own = {column: cell for column, cell in below.cells.items() if cell.row == below.number}
    if not own or any(len(cell.text) > 16 or number_like(cell.text) for cell in own.values()):
        return False
    group = [cell for column, cell in top.cells.items() if column != cell.column]
    gaps = [column for column in own if column not in top.cells]
    says = all(
        role_of(cell.text) != "unread"
        or given.get(cell.text)
        or re.search(r"月|季度|年", cell.text)
        for cell in own.values()
    )
    return says and (bool(copies) or bool(group) or bool(gaps))


def number_like(text: str) -> bool:
    """Whether a text is a number, or a number with little else."""
    return re.fullmatch(r"[≥≤<>]?[\d.,％%]+", normalize("NFKC", text)) is not None


def _texts(top: Line, below: Line | None) -> dict[int, str]:
    """The words of each column: those of both rows where there are two."""
    if below is None:
        return {column: cell.text for column, cell in top.cells.items()}
    words: dict[int, str] = {}
    over: Cell | None = None
    for column in range(1, max([*top.cells, *below.cells]) + 1):
        head, sub = top.cells.get(column), below.cells.get(column)
        if head is not None:
            over = head
        parts = [head or (over if sub is not None and sub.row == below.number else None), sub]
        texts = dict.fromkeys(cell.text for cell in parts if cell is not None)
        if texts:
            words[column] = " ".join(texts)
    return words


def _named(words: dict[int, str]) -> dict[int, str]:
    """Heads in one line; of equal ones the later have the letter of their column behind @."""
    names: dict[int, str] = {}
    for column, text in words.items():
        name = re.sub(r"\s+", " ", text)
        names[column] = f"{name}@{letter(column)}" if name in names.values() else name
    return names


def _columns(names: dict[int, str], given: dict[str, str], year: int | None) -> list[Column]:
    roles = {
        column: given.get(head) or given.get(letter(column)) or _role(head, year)
        for column, head in names.items()
    }
    said = {column for column, head in names.items() if head in given or letter(column) in given}
    _one_target(names, roles, said)
    _one_lead(names, roles, said)
    taken: set[str] = set(given.values())
    columns: list[Column] = []
    for column, head in names.items():
        role = roles[column]
        if column not in said:
            role = "unread" if role in _SINGLE and role in taken else role
            taken.add(role)
        day = _day_in(head, year) if role == "actual" and year is not None else None
        columns.append(Column(column, head, role, _unit_in(head), day))
    return columns


def _role(head: str, year: int | None) -> str:
    """What a column is by its head, in a plan of that year."""
    role = role_of(head.partition("@")[0])
    named = _YEAR.search(normalize("NFKC", head))
    if named and role == "target" and year is not None and int(named[1]) != year:
        return "unread"
    return "last_year" if re.search(r"上年|去年", head) else role


def _one_target(names: dict[int, str], roles: dict[int, str], said: set[int]) -> None:
    """Targets of a part of the year are none of the year, where there is one of the year."""
    targets = [column for column, role in roles.items() if role == "target"]
    parts = [column for column in targets if _PART_OF_YEAR.search(names[column])]
    if len(parts) < len(targets):
        roles.update({column: "unread" for column in parts if column not in said})


def _one_lead(names: dict[int, str], roles: dict[int, str], said: set[int]) -> None:
    """Beside units that lead (牵头单位), those that answer (责任单位) support."""
    owners = [column for column, role in roles.items() if role == "owner"]
    leads = [column for column in owners if re.search(r"牵头|主责|主办|承办", names[column])]
    if leads:
        roles.update({column: "supporting" for column in owners if column not in {*leads, *said}})


def _day_in(head: str, year: int) -> date | None:
    """The day that a head names; the plan's year alone names none."""
    bare_year = re.sub(rf"{year}年(?!\d|底|末|[上下]半|.{{0,3}}季度)", "", normalize("NFKC", head))
    return days_of(None, bare_year, year).last


def _unit_in(head: str) -> str:
    """The unit that a head says: in brackets, 目标值（亿元）, or by naming a rate, 增速."""
    for words in re.findall(r"[(（\[【](.*?)[)）\]】]", head):
        name = re.sub(r"^单位[:：]", "", words).strip()
        if is_unit(name):
            return name
    return "%" if re.search(r"增[速幅]|同比|增长率|占比|比重", head) else ""


def is_unit(text: str) -> bool:
    """Whether a text is a unit that the library knows."""
    try:
        return bool(str(_core.Unit(text))) and not text.isdecimal()
    except ValueError:
        return False
