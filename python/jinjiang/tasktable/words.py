# SPDX-License-Identifier: BSL-1.0
"""Days, stretches of time and states in the words of tables."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from unicodedata import normalize

from .. import _core

_MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_YEAR = r"(?:(?P<year>(?:19|20)\d\d)年?)?"
_DAYS = re.compile(
    r"(?P<iso>(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2})日?"
    r"|(?<!\d)(?P<packed>20\d\d[01]\d[0-3]\d)(?!\d)"
    r"|(?P<yearmonth>(?:19|20)\d\d[-/.]\d{1,2})(?![-/.\d])"
    rf"|(?<!\d){_YEAR}(?:\d{{1,2}}月?[-—–~至])?{_MONTH}月(?:份)?[底末]?(?:(?P<day>\d{{1,2}})[日号]|(?P<third>[上中下]旬))?"
    rf"|{_YEAR.replace('year', 'year2')}(?:(?:第|前)?(?P<quarter>[一二三四1-4])季度|[Qq](?P<q>[1-4]))"
    rf"|{_YEAR.replace('year', 'year3')}(?P<half>[上下])半年"
    rf"|{_YEAR.replace('year', 'year4')}(?P<all>年底|年末|年内|年终|全年|(?<=年)[底末])"
    r"|(?P<alone>(?:19|20)\d\d)年(?!\d)"
)
_NO_DAY = re.compile(r"长期|持续|常态|每[年季月周]|随时|按.*(要求|进度|时序)|^[-—/无\s]+$")
#: 12.31; not 6.3, which is what a spreadsheet makes of 6.30 too.
_MONTH_AND_DAY = re.compile(r"(0?[1-9]|1[0-2])[./](\d\d)[日号]?(?:之?前)?")
_SINCE_JANUARY = re.compile(r"(?:(?:19|20)\d\d年)?(?<!\d)1月?[-—–~～至](?:1[0-2]|[2-9])月")
_NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}
_EPOCH = date(1899, 12, 30)


class Days(NamedTuple):
    """The last day that words speak of, how many there are, and whether one is no day at all."""

    last: date | None
    different: int = 0
    is_clamped: bool = False


def days_of(value: Any, text: str, year: int) -> Days:
    """The days of a cell: a date, a serial number of a spreadsheet, 20270630, or words.

    Words mean the end of what they name: 6月 is 30 June, 第二季度 too, 全年 31 December.
    """
    if isinstance(value, datetime):
        return Days(value.date(), 1)
    if isinstance(value, date):
        return Days(value, 1)
    if isinstance(value, (int, float)) or re.fullmatch(r"\d{5}(\.0*)?", text):
        serial = float(text) if isinstance(value, str) else float(value)
        if 20000 <= serial < 80000:
            return Days(_EPOCH + timedelta(days=int(serial)), 1)
    if isinstance(value, str) and (match := _MONTH_AND_DAY.fullmatch(text)) is not None:
        day, clamped = _clamped(year, int(match[1]), int(match[2]))
        return Days(day, 1, clamped)
    found: list[date] = []
    is_clamped = False
    plain = re.sub(r"\s", "", normalize("NFKC", text))
    for match in _DAYS.finditer(plain):
        if re.match(r"(起|开始|以来)", plain[match.end() :]):
            continue
        named = next(
            (match[name] for name in ("year", "year2", "year3", "year4") if match[name]), ""
        )
        year = int(named or match["alone"] or year)
        day, clamped = _day_of(match, year)
        if day is not None:
            found.append(day)
            is_clamped = is_clamped or clamped
    return Days(max(found), len(set(found)), is_clamped) if found else Days(None)


def day_until(text: str, year: int) -> date | None:
    """The day behind 截至 or 截止, and that which months from January end with: 1—9月."""
    parts = re.split(r"截[至止](?!日期|时间)", text, maxsplit=1)
    if len(parts) > 1:
        return days_of(None, parts[1][:14], year).last
    since_january = _SINCE_JANUARY.search(normalize("NFKC", text))
    return days_of(None, since_january[0], year).last if since_january else None


def _day_of(match: "re.Match[str]", year: int) -> tuple[date | None, bool]:
    if match["iso"]:
        iso_year, month, day = (int(part) for part in re.findall(r"\d+", match["iso"]))
        return _clamped(iso_year, month, day)
    if match["packed"]:
        packed = match["packed"]
        return _clamped(int(packed[:4]), int(packed[4:6]), int(packed[6:]))
    if match["yearmonth"]:
        named, month = (int(part) for part in re.findall(r"\d+", match["yearmonth"]))
        return _clamped(named, month, 31, is_end=True)
    if match["month"]:
        if match["day"]:
            return _clamped(year, _number(match["month"]), int(match["day"]))
        day = {"上旬": 10, "中旬": 20}.get(match["third"] or "", 31)
        return _clamped(year, _number(match["month"]), day, is_end=True)
    if match["quarter"] or match["q"]:
        return _clamped(year, 3 * _number(match["quarter"] or match["q"]), 31, is_end=True)
    if match["half"]:
        return _clamped(year, 6 if match["half"] == "上" else 12, 31, is_end=True)
    return date(year, 12, 31), False


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else sum(_NUMERALS[sign] for sign in text)


def _clamped(year: int, month: int, day: int, is_end: bool = False) -> tuple[date | None, bool]:
    """The day, or the last one of its month; and whether there is no such day."""
    if not (1 <= month <= 12 and day >= 1):
        return None, False
    last = monthrange(year, month)[1]
    return date(year, month, min(day, last)), day > last and not is_end


def names_no_day(text: str) -> bool:
    """Whether words say that there is no day: 长期坚持, 每季度, —."""
    return _NO_DAY.search(text) is not None


class State(NamedTuple):
    """What words say of how a row stands."""

    lifecycle: str = ""
    progress: float | None = None
    is_vague: bool = False


_DONE = r"[已全部均]*(完成|办结|完工|竣工|建成|建成投用|销号|落实|达标)(了)?"
_STATES = (
    (re.compile(rf"{_DONE}|已完成.*任务|done|completed", re.I), State("done", 1.0)),
    (
        re.compile(r"[未尚没有]*(启动|开工|开展|开始|实施)|not (begun|started)", re.I),
        State("", 0.0),
    ),
    (re.compile(r"(已)?(暂缓|暂停|中止)|suspended", re.I), State("suspended")),
    (re.compile(r"(已)?(取消|终止|撤销)|不再实施|cancelled", re.I), State("cancelled")),
    (re.compile(r"草案|draft", re.I), State("draft")),
    (re.compile(r"办理中|active", re.I), State("active")),
)
_VAGUE = re.compile(
    r"推进|进行中|滞后|顺利|正常|缓慢|有序|序时|超前|偏慢|加快|按计划|在建|筹备|办理"
)


def state_of(text: str) -> State | None:
    """What the words of a state mean to the model: 已完成 is done, 未启动 no progress.

    正常推进 and 滞后 are vague: the model computes what they judge. None for other words.
    """
    words = re.sub(r"[\s。；;.]+$", "", text)
    for pattern, state in _STATES:
        if pattern.fullmatch(words):
            is_negated = words[0] in "未尚没" or words.startswith("not")
            if state.progress == 0.0 and not is_negated:
                return State(is_vague=True)  # 已启动
            return state
    if len(words) > 12 and not re.search(r"\d", words):
        return None
    clauses = [one for one in re.split(r"[，,；;。、\s]", words) if not re.search(r"\d", one)]
    is_vague = any(_VAGUE.search(one) and len(one) <= 12 for one in clauses)
    return State(is_vague=True) if is_vague else None


def number_in(text: str) -> tuple[float, bool] | None:
    """The number that a cell is, and whether a sign % follows it."""
    return _core.find_cell_number(text)
