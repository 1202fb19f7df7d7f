# SPDX-License-Identifier: BSL-1.0
"""Which figures of a cell of progress say what was done by its day.

A figure counts only where every word of its clause is known to say so: the title's own words, words
of what is done (已, 累计, 建成), the time that ends with the day, and nothing else. So 签订协议4个 is
none where the title does not speak of 协议, and no list of all that may stand there is needed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import isnan
from typing import NamedTuple

from .. import _core
from .._errors import Error
from .words import days_of

_SENTENCES = re.compile(r"[。！？!?；;\n]")
_CLAUSES = re.compile(r"(?<!\d)[，,]|[，,](?!\d)|[（(]|(?<=[)）])|(?<=\D)[、\s]+(?=[^\d、\s]*[\d])")
_TIMES = re.compile(
    r"(?:截[至止]到?|到|至)?(?:(?:19|20)\d\d年)?(?:"
    r"1月?[-—–~～至]\d{1,2}月份?|\d{1,2}月\d{1,2}[日号]|\d{1,2}月[底末]|前[二三]季度|第?一季度|上半年|全年|年[底末])"
    r"|截[至止]到?(?:(?:19|20)\d\d年)?\d{1,2}月份?"
)
_YEAR = re.compile(r"((?:19|20)\d\d)年(?:以来)?")
_ESTIMATE = re.compile(r"预[计估](?:数|值)?|估[计算]数?")
_PROVISIONAL = re.compile(r"初步(?:统计|核算|测算|核实|汇总)?(?:数据?)?|快报数?据?")
_LAST_YEAR = re.compile(r"同比|[比较](?:去年|上年)(?:同期)?|与(?:去年|上年)(?:同期)?相比")
_IS_DONE = "已|累计|共"
#: What an office says of work that is done, whatever the title calls the work.
_DONE = "实际完成数?|完成(?:情况|数量?)?|新增|净增|达成|达到|达|实现|到位"
_FINISHED = "新?建成|建好|投入使用|投用|投产|竣工|完工|交付使用|交付|办结|通过验收|验收"
#: A title of these counts what began, and not what was finished of it.
_BEGINNING = re.compile("开工|动工|签约|立项|备案|启动|招标")
#: Works of many kinds, which only a word such as 已 makes done.
_WORKS = "培育|引进|认定|改造|盘活|发放|新建|举办|建(?![设成好])"
_AROUND = (
    "截至目前|到目前为止|目前|现已|今年以来|年初以来|今年|本年|[我本][省市县区镇乡]|"
    "已经|均|并|[仅只]|全部|总共|合计|共计|计|其为|为|了|项目|企业|工程|里程|面积|数量|[:：、·\\s]"
)
_RATES = "增速|增幅|增长率?|下降|降幅|上升|提高到|占比|同比"
_PLACES = "位居|居|位?列|排名?|全[国省市县]"
_OF_PLAN = (
    "(?:占|完成|达)了?(?:全年|年度|本年|总)?(?:目标任务|目标|投资计划|计划|任务|工程量|工作量|总量)的?|"
    "(?:形象|总体|整体|工程|项目|工作)?总?进度|完成率|总?工程量"
)
#: Says otherwise, also where the title has the word.
_OTHERWISE = re.compile(
    r"未(?!来)|尚[有未需差缺]|无法|不能|没有?|还[有差需剩缺]|仍[有差需缺]|其[余中]|剩余|余下|停工|退回|终止|暂停|"
    r"预[计估]|[明去上]年|同期|下半年|下一?步|[本上当]月|目标|任务|计划|年[底末内]前?|"
    r"(?<!已)(?:取消|力争|争取|确保|有望|拟|需|须|将)"
)
#: Holds also for the clauses behind it, until one says that it is done.
_GOVERNS = re.compile(
    r"(?<![比较与])(?:去年|上年)|明年|预[计估]|力争|争取|确保|有望|计划|拟|下一?步|年[底末内]前?|下半年"
)
_BEGINS_ANEW = re.compile(rf"{_IS_DONE}|目前|截[至止]|今年|实际")
_BACK = re.compile(r"[均都也但全]")
#: Signs of a run of the title that a clause repeats; no title is cut into longer ones.
_LONGEST_RUN = 40
_MONEY = re.compile(r"资金|补[助贴]|收入|税|产值|贷款|奖|经费|融资|销售|利润|营收|债|[总额]额")


class Told(NamedTuple):
    """A figure of what was done by the day, its stage, and whether a word says that it was done."""

    value: float
    unit: str
    stage: str = ""
    is_said: bool = True


@dataclass(frozen=True)
class About:
    """What a reading is held against.

    Parameters
    ----------
    words : title and target of the row
    day : of the reading; None if nothing tells it
    year : of the plan
    target : None for a task, whose progress is a share of the plan
    place : what stands above the table: in that of a county 全县 is all of it, and 全市 is another
    """

    words: str
    day: date | None
    year: int
    target: "_core.Target | None" = None
    place: str = ""


def told_in(text: str, about: About) -> list[Told]:
    """The figures of a cell that say what was done by its day.

    One that only names a number (10个, 共10个) is what was done where nothing else is said of it:
    in 共10个，在建6个 it is what there is to do.
    """
    told: list[Told] = []
    left: list[str] = []
    for sentence in _SENTENCES.split(text):
        _read_sentence(sentence, about, told, left)
    said = [one for one in told if one.is_said]
    return said or (told if all(_is_harmless(words, about) for words in left) else [])


def _read_sentence(sentence: str, about: About, told: list[Told], left: list[str]) -> None:
    """Adds what a sentence tells, and the clauses that tell none."""
    is_governed = False
    is_last = False  # whether the last clause with a figure was taken
    stage = ""
    for words, in_brackets in _clauses(sentence):
        figures = figures_in(words, about.year)
        if _BEGINS_ANEW.search(words) or _without_times(words, about)[1]:
            is_governed = False
        if figures:
            one = None if is_governed else _told(words, figures, about, stage)
            is_last = one is not None
            if one is not None:
                told.append(one)
            else:
                left.append(words)
        elif found := _stage_alone(words, in_brackets and is_last):
            stage = found
            if in_brackets and is_last:
                told[-1] = told[-1]._replace(stage=found)
        else:
            left.append(words)
            if is_last and _OTHERWISE.search(words) and (in_brackets or _BACK.match(words)):
                told.pop()
                is_last = False
        is_taken = bool(figures) and is_last
        is_governed = is_governed or (not is_taken and _GOVERNS.search(words) is not None)


def _clauses(sentence: str) -> "Iterator[tuple[str, bool]]":
    """The clauses of a sentence, and whether each stands in brackets."""
    at = 0
    for match in [*_CLAUSES.finditer(sentence), None]:
        end = len(sentence) if match is None else match.start()
        words = sentence[at:end].strip()
        if words:
            yield words.rstrip(")）"), words[-1] in ")）"
        at = end if match is None else match.end()


def figures_in(words: str, year: int) -> "list[_core.Figure]":
    """The figures of words that look back; none where they cannot be read."""
    try:
        return list(_core.read_figures(words, is_review=True, year=year).figures)
    except Error:
        return []


def _stage_alone(words: str, is_behind: bool) -> str:
    """The stage that a clause is; 预计 governs what follows, and is one only behind a figure."""
    if is_behind and _ESTIMATE.fullmatch(words):
        return "estimate"
    return "provisional" if _PROVISIONAL.fullmatch(words) else ""


def _is_harmless(words: str, about: About) -> bool:
    """Whether a clause that tells no figure leaves one beside it as it is: 截至9月底, 同比增长5%."""
    if re.match(r"同比|占|完成率|完成.*%", words) and not _OTHERWISE.search(
        words.partition("的")[2]
    ):
        return True
    return _is_known(_without_times(words, about)[0], about)


def _told(words: str, figures: "list[_core.Figure]", about: About, stage: str) -> Told | None:
    """The one figure of a clause, if each of its words says that it was done by the day."""
    figure = figures[0]
    if len(figures) > 1 or figure.is_approximate or figure.reference is not None:
        return None
    if figure.value is None or isnan(figure.value) or figure.upper is not None:
        return None
    rest, has_time = _without_times(words.replace(figure.number, " ", 1), about)
    if _ESTIMATE.search(rest) and (
        has_time or not re.search(f"{_DONE}|{_FINISHED}|{_WORKS}", rest)
    ):
        rest, stage = _ESTIMATE.sub(" ", rest), "estimate"
    elif _PROVISIONAL.search(rest):
        rest, stage = _PROVISIONAL.sub(" ", rest), "provisional"
    target = about.target
    is_growth = target is not None and str(target.measure) == "growth"
    if is_growth and str(figure.base) == str(getattr(target, "base", "")):
        rest = _LAST_YEAR.sub(" ", rest)
    if target is None:
        if str(figure.measure) != "share" or not OF_PLAN.search(words):
            return None
        rest = re.sub(_OF_PLAN, " ", rest)
    is_plain = not rest.strip()
    if _OTHERWISE.search(rest) or not _is_known(rest, about, figure):
        return None
    if target is not None and not _is_of_kind(figure, target, is_plain, about.words):
        return None
    is_said = str(figure.rule) in ("activity", "activity_after", "increment") or (
        re.search(f"已|{_DONE}|{_FINISHED}", words) is not None
    )
    is_rate = re.search("[%/]", str(figure.unit)) is not None
    return Told(figure.value, str(figure.unit), stage, is_said or is_rate)


def _without_times(words: str, about: About) -> tuple[str, bool]:
    """Words without the times that end with the day of the reading, and whether there were any."""
    found = False

    def cut(match: "re.Match[str]") -> str:
        nonlocal found
        year = about.year if about.day is None else about.day.year
        if about.day is not None and days_of(None, match[0], year).last != about.day:
            return match[0]
        found = True
        return " "

    words = _TIMES.sub(cut, words)
    year = about.year if about.day is None else about.day.year
    return _YEAR.sub(lambda match: " " if int(match[1]) == year else match[0], words), found


def _is_known(rest: str, about: About, figure: "_core.Figure | None" = None) -> bool:
    """Whether nothing but the title's words and those of what is done is left of a clause."""
    levels = re.findall("[省市县区镇乡]", about.place.partition("年")[0])
    known = [_DONE, _IS_DONE, _AROUND, f"全[{levels[-1] if levels else '县区镇乡'}]"]
    if not _BEGINNING.search(about.words):
        known.insert(0, _FINISHED)
    if re.search(f"{_DONE}|{_FINISHED}", rest):
        known.append("有")
    if about.target is not None and str(about.target.measure) == "rank":
        known.append(_PLACES)
    if re.search(_IS_DONE, rest):
        known.insert(0, _WORKS)
    unit = "" if figure is None else str(figure.unit)
    if unit == "%" and about.target is not None:
        known.insert(0, _RATES)
    elif unit.endswith("元") and not _MONEY.search(about.words):
        known.append("投资")
    rest = _without_title(rest, about.words)
    return not re.sub("|".join(known), "", rest).strip()


def _without_title(rest: str, title: str) -> str:
    """Words without the runs of two signs or more that the title has too, the longest first."""
    for length in range(min(len(rest), _LONGEST_RUN), 1, -1):
        at = 0
        while at + length <= len(rest):
            run = rest[at : at + length]
            if " " not in run and run in title:
                rest = rest[:at] + " " + rest[at + length :]
            at += 1
    return rest


def _is_of_kind(figure: "_core.Figure", target: "_core.Target", is_plain: bool, title: str) -> bool:
    """Whether a figure measures as the target does: no growth for a share, no stock for a flow."""
    measures = str(figure.measure), str(target.measure)
    if str(figure.unit) == "%" == str(target.unit):
        if OF_PLAN.search(figure.words):
            return False
        return is_plain or (measures[0] == "growth") == (measures[1] == "growth")
    is_of_stock = (
        "达" in figure.words and figure.subject and not re.search("新增|净增|完成", figure.words)
    )
    return not (is_of_stock and re.search("新增|净增", title))


#: A share of what is planned, and not of what a target measures.
OF_PLAN = re.compile(r"计划|任务|目标|序时|进度|工程量|完成(率|比例|了|到|约|近|总量的?)*\d|完成率")
