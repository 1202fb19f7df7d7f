# SPDX-License-Identifier: BSL-1.0
# Made by `make stubs` from the compiled module; python/stubs.py says how. Not edited by hand.
"""The compiled part of jinjiang."""

import collections.abc
import datetime
import enum
import os
import typing

import typing_extensions

from . import _plot, builder, tasktable
from ._types import Sink, Source

class Language(enum.StrEnum):
    "Of reports: zh or en."

    zh = "zh"
    en = "en"

class NodeKind(enum.StrEnum):
    "What a node is: goal 目标, indicator 指标, task 任务."

    goal = "goal"
    indicator = "indicator"
    task = "task"

class Comparator(enum.StrEnum):
    "How a figure is to be read: reach, at_least 以上, above 超, at_most 以内, below 低于, about 左右, between."

    reach = "reach"
    at_least = "at_least"
    above = "above"
    at_most = "at_most"
    below = "below"
    about = "about"
    between = "between"

class Direction(enum.StrEnum):
    "Which way is better: higher, lower, within."

    higher = "higher"
    lower = "lower"  # type: ignore[assignment]
    within = "within"

class Measure(enum.StrEnum):
    "What kind of number: level 存量, increment 新增, net_increment 净增, count 数量, growth 增速, change 百分点变化, share 占比, rank 位次."

    level = "level"
    increment = "increment"
    net_increment = "net_increment"
    count = "count"  # type: ignore[assignment]
    growth = "growth"
    change = "change"
    share = "share"
    rank = "rank"

class Firmness(enum.StrEnum):
    "How firmly it was promised: must 确保, committed, stretch 力争, exploratory 探索."

    must = "must"
    committed = "committed"
    stretch = "stretch"
    exploratory = "exploratory"

class Lifecycle(enum.StrEnum):
    "Where the work on a node stands administratively."

    draft = "draft"
    active = "active"
    suspended = "suspended"
    done = "done"
    cancelled = "cancelled"

class ProfileKind(enum.StrEnum):
    "How much of the way is expected by a date."

    linear = "linear"
    hold = "hold"
    at_due = "at_due"
    monthly = "monthly"
    milestones = "milestones"

class Stage(enum.StrEnum):
    "How sure an observation is: estimate 预计, provisional 初步, final 最终."

    estimate = "estimate"
    provisional = "provisional"
    final = "final"

class Span(enum.StrEnum):
    "Whether a reading of a flow is cumulative 累计 or per_period 当期."

    cumulative = "cumulative"
    per_period = "per_period"

class DependencyType(enum.StrEnum):
    "Finish-to-start and so on: FS, SS, FF, SF."

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"

class LinkKind(enum.StrEnum):
    "What a link says: part 隶属 of a goal, or dependency 依赖."

    part = "part"
    dependency = "dependency"

class RuleKind(enum.StrEnum):
    "How a goal is made of its parts: mean, worst, at_least, all."

    mean = "mean"
    worst = "worst"
    at_least = "at_least"
    all = "all"

class Missing(enum.StrEnum):
    "What a part without data counts as: exclude, zero, expected."

    exclude = "exclude"
    zero = "zero"
    expected = "expected"

class Status(enum.StrEnum):
    "The verdict on a node."

    met = "met"
    met_early = "met_early"
    ahead = "ahead"
    on_track = "on_track"
    at_risk = "at_risk"
    off_track = "off_track"
    missed = "missed"
    under_way = "under_way"
    not_due = "not_due"
    no_data = "no_data"
    blocked = "blocked"
    cancelled = "cancelled"
    not_comparable = "not_comparable"

class DiffKind(enum.StrEnum):
    "What became of a node from one plan to the other."

    added = "added"
    removed = "removed"
    moved = "moved"
    reworded = "reworded"
    retargeted = "retargeted"
    reowned = "reowned"
    redated = "redated"
    relinked = "relinked"
    reweighted = "reweighted"
    renumbered = "renumbered"
    changed = "changed"

class MatchedBy(enum.StrEnum):
    "How a node of one plan was found in the other."

    id = "id"
    title = "title"  # type: ignore[assignment]
    likeness = "likeness"

class Severity(enum.StrEnum):
    "How much a finding weighs: problem or advice."

    problem = "problem"
    advice = "advice"

class Outcome(enum.StrEnum):
    "What became of some words of a report."

    goal = "goal"
    indicator = "indicator"
    task = "task"
    observation = "observation"
    trap = "trap"
    furniture = "furniture"
    unread = "unread"

class TrapKind(enum.StrEnum):
    "Numbers that promise nothing."

    name = "name"
    ordinal = "ordinal"
    date = "date"
    period = "period"
    grade = "grade"
    size = "size"
    rule = "rule"
    condition = "condition"
    enumeration = "enumeration"
    reference = "reference"

class ProjectStage(enum.StrEnum):
    "How far a project is to come: signed_up 签约, landed 落地, started 开工, completed 竣工, in_operation 投产, at_capacity 达产."

    none = "none"
    signed_up = "signed_up"
    landed = "landed"
    started = "started"
    completed = "completed"
    in_operation = "in_operation"
    at_capacity = "at_capacity"

class ReportPart(enum.StrEnum):
    "What a part of a report is for."

    preface = "preface"
    review = "review"
    targets = "targets"
    work = "work"

class BlockKind(enum.StrEnum):
    "What a block of a report is."

    title = "title"  # type: ignore[assignment]
    heading = "heading"
    item = "item"
    paragraph = "paragraph"
    furniture = "furniture"

class Cause(enum.StrEnum):
    "Why a node stands otherwise in another evaluation."

    added = "added"
    removed = "removed"
    reading = "reading"
    target = "target"
    reference = "reference"
    dates = "dates"
    lifecycle = "lifecycle"
    predecessor = "predecessor"
    weight = "weight"
    links = "links"
    rule = "rule"
    part = "part"
    day = "day"
    policy = "policy"

class Obstacle(enum.StrEnum):
    "Why an aim of a goal seek is out of reach."

    none = "none"
    too_little = "too_little"
    veto = "veto"
    unmet_parts = "unmet_parts"
    no_data = "no_data"
    nothing_expected = "nothing_expected"
    left_out = "left_out"

class Weekday(enum.StrEnum):
    "monday to sunday."

    monday = "monday"
    tuesday = "tuesday"
    wednesday = "wednesday"
    thursday = "thursday"
    friday = "friday"
    saturday = "saturday"
    sunday = "sunday"

class Critical(enum.StrEnum):
    "What makes a node critical: zero_float or longest_path."

    zero_float = "zero_float"
    longest_path = "longest_path"

class WorkState(enum.StrEnum):
    "How far work is: not_begun, begun, finished, left_out."

    not_begun = "not_begun"
    begun = "begun"
    finished = "finished"
    left_out = "left_out"

class DurationSource(enum.StrEnum):
    "Where a duration comes from: dates, given, assumed, actual or parts."

    dates = "dates"
    given = "given"
    assumed = "assumed"
    actual = "actual"
    parts = "parts"

class Unit:
    """
    A unit: a measure word or physical unit with its numeral scale.

    >>> import jinjiang as jj
    >>> jj.Unit("万亩").dimension
    '平方米'
    """

    def __copy__(self) -> Unit: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Unit: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, text: str) -> None:
        """
        Reads a unit such as 亩, 万平方米, 元/月.

        Parameters
        ----------
        text : a unit of the standard table, also with 百, 千, 万 or 亿 before it; empty: none

        Raises
        ------
        UnitError
            The unit is unknown; names the nearest.
        """

    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    @property
    def dimension(self) -> str:
        """
        Units of one dimension convert into each other.
        """

    @property
    def symbol(self) -> str:
        """
        As written in figures.
        """

class UnitTable:
    """
    The units that a plan's figures may name. A new one is a copy of the standard table; add your own to it.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __contains__(self, item: object, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, text: str) -> Unit:
        """
        The unit that a text names.

        Raises
        ------
        UnitError
            The unit is unknown; names the nearest.
        """

    def __init__(self) -> None: ...
    def __repr__(self) -> str: ...
    def add(
        self,
        symbol: str,
        dimension: str,
        numerator: typing.SupportsFloat | typing.SupportsIndex = 1.0,
        denominator: typing.SupportsFloat | typing.SupportsIndex = 1.0,
    ) -> None:
        """
        Adds a unit worth numerator / denominator of its dimension's base unit.

        Parameters
        ----------
        symbol : as written in figures, 1 to 64 bytes; 百, 千, 万 and 亿 before it are read too
        dimension : what converts into each other has the same, such as 平方米; up to 128 bytes
        numerator, denominator : factor to the base unit, 1e-100 to 1e100; default 1

        Raises
        ------
        UnitError
            The symbol is empty, too long, or would be read as something else after a number, or the
            factor is no finite number above 0.

        >>> import jinjiang as jj
        >>> units = jj.UnitTable()
        >>> units.add("标准亩", "平方米", 600)
        >>> units["万标准亩"]
        Unit(万标准亩)
        """

    @property
    def symbols(self) -> list[str]:
        """
        The base units, without numeral scales.
        """

class Quantity:
    """
    So much of something; converts inside its dimension.

    >>> import jinjiang as jj
    >>> jj.Quantity(7000, "亩").to("公顷")
    Quantity(466.67 公顷)
    """

    @staticmethod
    def parse(text: str) -> Quantity:
        """
        Reads 5.6万户, 1,217个, 百场.

        Parameters
        ----------
        text : a number and a unit, without a bound such as 超

        Raises
        ------
        FormatError
            It cannot be read; says why.
        """

    def __add__(self, arg0: Quantity, /) -> Quantity: ...
    def __copy__(self) -> Quantity: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Quantity: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ge__(self, arg0: Quantity, /) -> bool: ...
    def __gt__(self, arg0: Quantity, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self, value: typing.SupportsFloat | typing.SupportsIndex, unit: Unit | str | None
    ) -> None:
        """
        Parameters
        ----------
        value : finite number in `unit`
        unit : text or Unit

        Raises
        ------
        UnitError
            The unit is unknown or the value not finite.
        """

    def __le__(self, arg0: Quantity, /) -> bool: ...
    def __lt__(self, arg0: Quantity, /) -> bool: ...
    def __mul__(self, arg0: typing.SupportsFloat | typing.SupportsIndex, /) -> Quantity: ...
    def __neg__(self) -> Quantity: ...
    def __repr__(self) -> str: ...
    def __rmul__(self, arg0: typing.SupportsFloat | typing.SupportsIndex, /) -> Quantity: ...
    def __str__(self) -> str: ...
    def __sub__(self, arg0: Quantity, /) -> Quantity: ...
    @typing.overload
    def __truediv__(self, arg0: typing.SupportsFloat | typing.SupportsIndex, /) -> Quantity: ...
    @typing.overload
    def __truediv__(self, arg0: Quantity, /) -> float: ...
    def to(self, unit: Unit | str | None) -> Quantity:
        """
        The same quantity in another unit; docs/rules.md, section 4.

        Parameters
        ----------
        unit : text or Unit, of the same dimension

        Raises
        ------
        UnitError
            The unit is unknown or of another dimension.
        """

    @property
    def unit(self) -> Unit:
        """
        Of the value.
        """

    @property
    def value(self) -> float:
        """
        The number, in `unit`.
        """

class Profile:
    """
    How much of the way is expected by each date.
    """

    @staticmethod
    def milestones(
        steps: collections.abc.Sequence[
            tuple[datetime.date | str, typing.SupportsFloat | typing.SupportsIndex]
        ],
    ) -> Profile:
        """
        Expects a fraction of the way from each date on; docs/rules.md, section 7.

        Parameters
        ----------
        steps : pairs of date and fraction; dates ascend, fractions are from 0 to 1 and do not fall

        Raises
        ------
        TargetError
            There are none, a fraction is out of range, or dates or fractions do not ascend.

        >>> import jinjiang as jj
        >>> steps = jj.Profile.milestones([("2025-03-31", 0.2), ("2025-09-30", 1)])
        >>> steps.expected("2025-06-30", start="2025-01-01", due="2025-12-31")
        0.2
        """

    @staticmethod
    def monthly(
        shares: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    ) -> Profile:
        """
        Expects a share of the way in each month; docs/rules.md, section 7.

        Parameters
        ----------
        shares : 12 numbers from 0 that sum to 1 (within 1e-9), the first for the month of the start

        Raises
        ------
        TargetError
            They are not 12, one is below 0, or their sum is not 1.

        >>> import jinjiang as jj
        >>> quarters = jj.Profile.monthly([0, 0, 0.25] * 4)
        >>> quarters.expected("2025-06-30", start="2025-01-01", due="2025-12-31")
        0.5
        """

    def __copy__(self) -> Profile: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Profile: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, kind: str) -> None:
        """
        Parameters
        ----------
        kind : linear, hold or at_due; for others there are `monthly` and `milestones`

        Raises
        ------
        TargetError
            The kind is monthly or milestones, which need figures.
        """

    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def expected(
        self, day: datetime.date | str, start: datetime.date | str, due: datetime.date | str
    ) -> float:
        """
        Share expected by the end of a day, 0 to 1; docs/rules.md, section 7.

        Parameters
        ----------
        day : date; before `start` the share is 0, from `due` on 1
        start, due : first and last date of the way; both count
        """

    @property
    def kind(self) -> ProfileKind:
        """
        linear, hold, at_due, monthly or milestones.
        """

    @property
    def shares(self) -> list[float]:
        """
        Twelve of a monthly profile.
        """

class Target:
    """
    What an indicator is to reach.

    Parameters
    ----------
    comparator : reach, at_least 以上, above 超, at_most 以内, below 低于, about 左右 or between
    value : finite number in `unit`; of between the first figure
    unit : text or Unit; default none
    measure : level, increment, net_increment, count, growth, change, share or rank;
        default share for %, change for 百分点, otherwise level; docs/rules.md, section 3
    upper : of between, and only there, the second figure, in `unit`
    direction : higher, lower or within; default by comparator and measure; docs/rules.md, section 2
    baseline : 基期值, in `unit`; default none
    tolerance : of about, and only there, in `unit`, from 0; default half a percentage point for % and
        百分点, 5 for ‰, else 5 % of the value; docs/rules.md, section 5
    due : date; default the node's
    profile : linear, hold, at_due, a Profile, or a mapping as in JSON; default by the measure;
        docs/rules.md, section 7
    firmness : must, committed (default), stretch or exploratory
    basis : 口径 on which readings must be; default empty, any
    base : of a growth, what it is measured against: last_year (default), previous_period,
        ``since 2020`` or ``annual 2021-2025``

    Raises
    ------
    TargetError
        It contradicts itself.
    UnitError
        The unit is unknown.

    >>> import jinjiang as jj
    >>> target = jj.Target("above", 900, "家", measure="level", baseline=800, due="2024-12-31")
    >>> target.goal_value, target.progress(855), target.is_met(900)
    (900.0, 0.55, False)
    """

    @staticmethod
    def parse(text: str) -> Target:
        """
        Reads the wording of one figure; docs/wordings.md says what is read as what.

        Parameters
        ----------
        text : a figure with its unit and bound, such as 超600万平方米

        Raises
        ------
        FormatError
            It cannot be read without guessing; says why.

        >>> import jinjiang as jj
        >>> jj.Target.parse("超600万平方米")
        Target(above 600 万平方米, level)
        """

    @staticmethod
    def relative(
        comparator: str,
        indicator: str,
        offset: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        unit: Unit | str | None = "%",
        *,
        measure: str | None = None,
    ) -> Target:
        """
        Follows another indicator's reading on the same date, plus an offset; docs/rules.md, section 10.

        Parameters
        ----------
        comparator : as of a Target, but for between
        indicator : id of the other indicator
        offset : finite number in `unit`; default 0
        unit : text or Unit; default %
        measure : as of a Target

        Raises
        ------
        TargetError
            It contradicts itself.
        UnitError
            The unit is unknown.

        >>> import jinjiang as jj
        >>> target = jj.Target.relative("at_least", "gdp", 1, "%", measure="growth")
        >>> target.relative_to, target.value
        (('gdp', 1.0), None)
        """

    @staticmethod
    def set_elsewhere(
        setter: str, unit: Unit | str | None = "%", *, measure: str | None = None
    ) -> Target:
        """
        Set by another body; has no value until a revision gives one.

        Parameters
        ----------
        setter : who sets it
        unit : text or Unit; default %
        measure : as of a Target

        Raises
        ------
        TargetError
            The setter is empty, or measure and unit contradict each other.
        UnitError
            The unit is unknown.
        """

    def __copy__(self) -> Target: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Target: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        comparator: str,
        value: typing.SupportsFloat | typing.SupportsIndex,
        unit: Unit | str | None = "",
        *,
        measure: str | None = None,
        upper: typing.SupportsFloat | typing.SupportsIndex | None = None,
        direction: str | None = None,
        baseline: typing.SupportsFloat | typing.SupportsIndex | None = None,
        tolerance: typing.SupportsFloat | typing.SupportsIndex | None = None,
        due: datetime.date | str | None = None,
        profile: Profile | str | collections.abc.Mapping[str, typing.Any] | None = None,
        firmness: str = "committed",
        basis: str = "",
        base: str = "last_year",
    ) -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def describe(self, language: str = "en") -> str:
        """
        The figure in words.

        Parameters
        ----------
        language : zh or en (default)
        """

    def is_met(self, actual: typing.SupportsFloat | typing.SupportsIndex) -> bool:
        """
        Whether a reading meets it; docs/rules.md, section 5.

        Parameters
        ----------
        actual : number in `unit`

        Raises
        ------
        TargetError
            The target has no value of its own.
        """

    def progress(self, actual: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        How far a reading has come, 0 at the baseline value, 1 at the goal value, without bounds;
        docs/rules.md, section 6.

        Parameters
        ----------
        actual : number in `unit`

        Raises
        ------
        TargetError
            The target has no value of its own.
        """

    def with_measure(self, measure: str) -> Target:
        """
        The same target with another measure.

        Parameters
        ----------
        measure : as of a Target

        Raises
        ------
        TargetError
            The measure does not fit the unit or the value.
        """

    @property
    def base(self) -> str:
        """
        What a growth is measured against.
        """

    @property
    def baseline(self) -> float | None:
        """
        Baseline value 基期值, in `unit`.
        """

    @property
    def basis(self) -> str:
        """
        口径
        """

    @property
    def comparator(self) -> Comparator:
        """
        How the figure is to be read; docs/rules.md, section 1.
        """

    @property
    def direction(self) -> Direction:
        """
        As given, else by comparator and measure; docs/rules.md, section 2.
        """

    @property
    def due(self) -> datetime.date | None:
        """
        Its own, or None: the node's.
        """

    @property
    def firmness(self) -> Firmness:
        """
        Does not change a verdict.
        """

    @property
    def goal_value(self) -> float:
        """
        The number that decides: `about 6 %` is reached from 5.5 on.
        """

    @property
    def measure(self) -> Measure:
        """
        As given, else by the unit; docs/rules.md, section 3.
        """

    @property
    def profile(self) -> Profile:
        """
        As given, else by the measure; docs/rules.md, section 7.
        """

    @property
    def quantity(self) -> Quantity:
        """
        Value and unit.
        """

    @property
    def relative_to(self) -> tuple[str, float] | None:
        """
        The indicator it follows and the offset, or None.
        """

    @property
    def set_by(self) -> str:
        """
        Who sets it elsewhere, or empty.
        """

    @property
    def tolerance(self) -> float:
        """
        Of `about`, in `unit`; 0 for others.
        """

    @property
    def unit(self) -> Unit:
        """
        Of value, upper, baseline and tolerance.
        """

    @property
    def upper(self) -> float | None:
        """
        The second figure of between, in `unit`; otherwise None.
        """

    @property
    def value(self) -> float | None:
        """
        In `unit`; None when another indicator or another body gives it.
        """

    def _repr_html_(self) -> str:
        """
        A target in both languages, with the figures by which it is judged.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

class Policy:
    """
    Where the lines between the verdicts lie.
    """

    def __copy__(self) -> Policy: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Policy: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        ahead: typing.SupportsFloat | typing.SupportsIndex = 1.1,
        on_track: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        at_risk: typing.SupportsFloat | typing.SupportsIndex = 0.8,
        minimum_coverage: typing.SupportsFloat | typing.SupportsIndex = 0.5,
        missing: str = "exclude",
        stale_after: typing.SupportsInt | typing.SupportsIndex = 120,
    ) -> None:
        """
        Parameters
        ----------
        ahead, on_track, at_risk : paces from which a node is so, 0 < at_risk <= on_track <= ahead; below
            the last it is off track; docs/rules.md, section 8
        minimum_coverage : share of weight with data, 0 to 1, below which a goal reads no_data;
            docs/rules.md, section 12
        missing : what a part without data counts as: exclude, zero or expected; docs/rules.md, section 12
        stale_after : days after which a reading is marked stale, 0 to 73200; docs/rules.md, section 10

        Raises
        ------
        Error
            A figure is out of range, or the thresholds contradict each other.
        """

    def __repr__(self) -> str: ...
    @property
    def ahead(self) -> float:
        """
        Pace from which a node is ahead.
        """

    @property
    def at_risk(self) -> float:
        """
        Pace from which it is at risk.
        """

    @property
    def minimum_coverage(self) -> float:
        """
        Share of weight with data, 0 to 1, below which a goal reads no_data.
        """

    @property
    def missing(self) -> Missing:
        """
        What a part without data counts as.
        """

    @property
    def on_track(self) -> float:
        """
        Pace from which a node is on track.
        """

    @property
    def stale_after(self) -> int:
        """
        Days until a reading is stale.
        """

class Observation:
    """
    One reading of an indicator or a task.
    """

    def __copy__(self) -> Observation: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Observation: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        id: str,
        observed_on: datetime.date | str,
        value: typing.SupportsFloat | typing.SupportsIndex,
        *,
        unit: Unit | str | None = "",
        stage: str = "final",
        basis: str = "",
        known_on: datetime.date | str | None = None,
        span: str = "cumulative",
        source: str = "",
        note: str = "",
    ) -> None:
        """
        Parameters
        ----------
        id : of an indicator or a task, 1 to 256 bytes
        observed_on : date of the reading
        value : finite number in `unit`; of a task its progress, 0 to 1 or in %
        unit : text or Unit; default the target's
        stage : estimate 预计, provisional 初步 or final 最终 (default)
        basis : 口径; default empty, none named
        known_on : the day it became known, not before `observed_on`; default `observed_on`
        span : of a flow: cumulative 累计 from the start of the period (default), or per_period 当期
        source : where it was read; may be empty
        note : free text; may be empty

        Raises
        ------
        UnitError
            The unit is unknown. What else is wrong is said where the reading is added.
        """

    def __repr__(self) -> str: ...
    @property
    def basis(self) -> str:
        """
        口径
        """

    @property
    def id(self) -> str:
        """
        Of the indicator or task.
        """

    @property
    def known_on(self) -> datetime.date:
        """
        The day it became known.
        """

    @property
    def note(self) -> str:
        """
        Free text; may be empty.
        """

    @property
    def observed_on(self) -> datetime.date:
        """
        Date of the reading.
        """

    @property
    def source(self) -> str:
        """
        Where it was read; may be empty.
        """

    @property
    def span(self) -> Span:
        """
        Of a flow: from the start of the period, or of its own span only.
        """

    @property
    def stage(self) -> Stage:
        """
        How sure it is.
        """

    @property
    def unit(self) -> Unit:
        """
        As given; none: that of the target.
        """

    @property
    def value(self) -> float:
        """
        In `unit`; without one in that of the target; of a task 0 to 1.
        """

class Observations:
    """
    A set of readings. It grows; an evaluation keeps what it saw.

    >>> import jinjiang as jj
    >>> seen = jj.Observations()
    >>> seen.add("land.reuse", "2024-03-31", 1600, unit="亩")
    >>> len(seen)
    1
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    @staticmethod
    def from_bytes(data: bytes, name: str = "") -> Observations:
        """
        From a .jjx archive.

        Parameters
        ----------
        data : bytes, as `to_bytes` gives them
        name : of the archive, for messages; default none

        Raises
        ------
        FormatError
            It is damaged, of a newer version, holds something else, or is no archive.
        """

    def __arrow_c_array__(
        self, requested_schema: typing.Any = None
    ) -> tuple[typing_extensions.CapsuleType, typing_extensions.CapsuleType]:
        """
        All rows as one batch. A requested schema is only a wish and is passed over.
        """

    def __arrow_c_schema__(self) -> typing_extensions.CapsuleType:
        """
        The columns' names and types, for any library that speaks Arrow.
        """

    def __arrow_c_stream__(
        self, requested_schema: typing.Any = None
    ) -> typing_extensions.CapsuleType:
        """
        A stream of one batch. A requested schema is only a wish and is passed over.
        """

    def __copy__(self) -> Observations: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Observations: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> Observation:
        """
        The reading at a position, in order of insertion.
        """

    def __init__(self) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[Observation]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _table(self) -> Table:
        """
        The columns as a Table.
        """

    def add(
        self,
        id: str,
        observed_on: datetime.date | str,
        value: typing.SupportsFloat | typing.SupportsIndex,
        *,
        unit: Unit | str | None = "",
        stage: str = "final",
        basis: str = "",
        known_on: datetime.date | str | None = None,
        span: str = "cumulative",
        source: str = "",
        note: str = "",
    ) -> None:
        """
        Adds a reading.

        Parameters
        ----------
        id : of an indicator or a task, 1 to 256 bytes
        observed_on : date of the reading
        value : finite number in `unit`; of a task its progress, 0 to 1 or in %
        unit : text or Unit; default the target's
        stage : estimate 预计, provisional 初步 or final 最终 (default)
        basis : 口径; default empty, none named
        known_on : the day it became known, not before `observed_on`; default `observed_on`
        span : of a flow: cumulative 累计 from the start of the period (default), or per_period 当期
        source : where it was read; may be empty
        note : free text; may be empty

        Raises
        ------
        ObservationError
            The id or the value is out of range, or it is known before its date. Whether it fits its node
            is seen when a plan is evaluated.
        UnitError
            The unit is unknown.
        """

    def check(self) -> None:
        """
        Looks for readings that cannot both hold; docs/rules.md, section 10.

        Raises
        ------
        ObservationError
            There are two; names both.
        """

    def of(self, id: str) -> list[Observation]:
        """
        The readings of one node, by date.

        Parameters
        ----------
        id : of a node; an unknown id has no readings
        """

    def replacing(
        self,
        values: collections.abc.Mapping[str, typing.SupportsFloat | typing.SupportsIndex],
        *,
        on: datetime.date | str | None = None,
    ) -> Observations:
        """
        A copy in which some nodes read otherwise.

        Parameters
        ----------
        values : mapping of ids to numbers, each in the unit of the node's latest reading, else in the
            target's
        on : date of all of them; default for each node that of its latest reading

        Raises
        ------
        ObservationError
            A node has no reading to replace and `on` is not given, or a value is not finite.
        """

    def save(self, path: Sink, *, format: str | None = None) -> None:
        """
        Writes them to a path (- is standard output) or an open file.

        Parameters
        ----------
        path : a path, or an object with a method `write`
        format : csv, json or jjx; default by the name, JSON where there is none
        """

    def to_bytes(self) -> bytes:
        """
        As a .jjx archive; equal values give equal bytes.
        """

    def to_csv(self) -> str:
        """
        As CSV text.
        """

    def to_json(self) -> str:
        """
        As a JSON document.
        """

    @property
    def extensions(self) -> dict[str, typing.Any]:
        """
        Keys of your own, which begin with x-.
        """

    def to_pandas(self) -> typing.Any:
        """
        A pandas DataFrame of `to_dicts()`; needs pandas.

        Words are categories, dates datetime64, and numbers float64 with NaN for no value. Of links,
        veto is boolean and lag Int32, with NA.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a reading, in order of insertion.
        """

    def to_arrow(self) -> typing.Any:
        """
        A pyarrow Table; needs pyarrow. Numbers, dates, codes and texts are shared, not copied.
        """

    def to_polars(self) -> typing.Any:
        """
        A polars DataFrame; needs polars.
        """

    def to_numpy(
        self, columns: collections.abc.Iterable[str] | None = None
    ) -> dict[str, typing.Any]:
        """
        A dict of numpy arrays by column; needs numpy.

        Numbers are shared and read-only, with NaN for no value; dates are datetime64[D] with NaT; texts
        and words are objects, with None. Texts take nearly all of the time.

        Parameters
        ----------
        columns : which of them; default all
        """

    def _repr_html_(self) -> str:
        """
        The first readings as HTML.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

class Node:
    """
    A goal, indicator or task of a plan.
    """

    def __copy__(self) -> Node: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Node: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def target_on(self, day: datetime.date | str) -> Target | None:
        """
        The target in force at the end of a day; docs/rules.md, section 10.

        Parameters
        ----------
        day : date; before the first revision the target as first promised

        Returns
        -------
        None of goals, tasks and watched indicators
        """

    @property
    def children(self) -> NodeList:
        """
        The parts of a goal, in the author's order.
        """

    @property
    def due(self) -> datetime.date:
        """
        As given, of a task else from start and duration, else the end of the plan.
        """

    @property
    def duration(self) -> int | None:
        """
        Of a task, in days.
        """

    @property
    def extensions(self) -> dict[str, typing.Any]:
        """
        Keys of your own, which begin with x-.
        """

    @property
    def firmness(self) -> Firmness:
        """
        How firmly it was promised; of an indicator with a target, the target's.
        """

    @property
    def id(self) -> str:
        """
        Unique in the plan.
        """

    @property
    def kind(self) -> NodeKind:
        """
        goal, indicator or task
        """

    @property
    def lifecycle(self) -> Lifecycle:
        """
        How the work stands administratively; set by people.
        """

    @property
    def links(self) -> list[tuple[Node, float, bool]]:
        """
        Its links to goals: (goal, weight, veto).
        """

    @property
    def note(self) -> str:
        """
        Free text; may be empty.
        """

    @property
    def owner(self) -> str:
        """
        Lead unit 牵头单位.
        """

    @property
    def parents(self) -> NodeList:
        """
        The goals it is part of.
        """

    @property
    def plan(self) -> Plan:
        """
        The plan that it is a node of.
        """

    @property
    def predecessors(self) -> list[tuple[Node, DependencyType, int, str]]:
        """
        What it depends on: (node, type, lag in days, assumption).
        """

    @property
    def profile(self) -> Profile:
        """
        Of a task: the profile in force; linear when it has a start of its own, else at_due.
        """

    @property
    def progress(self) -> float | None:
        """
        Of a task: what is known without a dated observation.
        """

    @property
    def revisions(self) -> list[tuple[datetime.date, Target, str]]:
        """
        Revisions of the target: (effective date, target, reason).
        """

    @property
    def rule(self) -> str:
        """
        Of a goal: mean, worst, all or at_least k.
        """

    @property
    def source(self) -> dict[str, typing.Any] | None:
        """
        Document, section and span it was read from, or None.
        """

    @property
    def start(self) -> datetime.date:
        """
        As given, of a task else from due and duration, else the start of the plan.
        """

    @property
    def successors(self) -> list[tuple[Node, DependencyType, int, str]]:
        """
        What depends on it: (node, type, lag in days, assumption).
        """

    @property
    def supporting(self) -> list[str]:
        """
        Supporting units 配合单位.
        """

    @property
    def tags(self) -> list[str]:
        """
        Words of the author's own.
        """

    @property
    def target(self) -> Target | None:
        """
        The target as first promised, or None.
        """

    @property
    def title(self) -> str:
        """
        Short title; may be empty.
        """

    def _repr_html_(self) -> str:
        """
        What the plan says of a node.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

class NodeList:
    """
    A sequence of nodes: by number, slice or id.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __contains__(self, item: object, /) -> bool: ...
    def __copy__(self) -> NodeList: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> NodeList: ...
    def __eq__(self, other: object, /) -> bool: ...
    @typing.overload
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> Node:
        """
        The item at a position, counting from 0 (or back from -1).
        """

    @typing.overload
    def __getitem__(self, slice: slice) -> NodeList:
        """
        The items of a slice.
        """

    @typing.overload
    def __getitem__(self, id: str) -> Node:
        """
        The item with an id.
        """

    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[Node]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    @property
    def ids(self) -> list[str]:
        """
        The ids of the items.
        """

class Plan:
    """
    A work plan: an immutable value.

    `plan["id"]` is a node, `len(plan)` the number of nodes, iteration gives them in the author's order.
    """

    @staticmethod
    def from_bytes(data: bytes, name: str = "") -> Plan:
        """
        From a .jjx archive.

        Parameters
        ----------
        data : bytes, as `to_bytes` gives them
        name : of the archive, for messages; default none

        Raises
        ------
        FormatError
            It is damaged, of a newer version, holds something else, or is no archive.
        """

    @staticmethod
    def from_json(text: str, name: str = "") -> Plan:
        """
        From a JSON document.

        Parameters
        ----------
        text : as `to_json` gives it
        name : of the document, for messages; default none

        Raises
        ------
        FormatError
            It is not a plan; says line, column and JSON pointer.
        PlanError
            The plan contradicts itself; `problems` lists all of it.
        """

    def __arrow_c_array__(
        self, requested_schema: typing.Any = None
    ) -> tuple[typing_extensions.CapsuleType, typing_extensions.CapsuleType]:
        """
        All rows as one batch. A requested schema is only a wish and is passed over.
        """

    def __arrow_c_schema__(self) -> typing_extensions.CapsuleType:
        """
        The columns' names and types, for any library that speaks Arrow.
        """

    def __arrow_c_stream__(
        self, requested_schema: typing.Any = None
    ) -> typing_extensions.CapsuleType:
        """
        A stream of one batch. A requested schema is only a wish and is passed over.
        """

    def __contains__(self, item: object, /) -> bool: ...
    def __copy__(self) -> Plan: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Plan: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, id: str) -> Node:
        """
        The node with an id.

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[Node]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    def _table(self) -> Table:
        """
        The columns as a Table.
        """

    def apply(self, scenario: Scenario) -> Plan:
        """
        The plan as a scenario has it; this one is as it was. Changes of readings are passed over.

        Parameters
        ----------
        scenario : Scenario

        Raises
        ------
        Error
            A change does not fit the plan. Also its kind UnitError.
        PlanError
            The changed plan contradicts itself, such as by a cycle.
        UnknownIdError
            A change names a node that the plan does not have.
        """

    def bottlenecks(
        self, most: typing.SupportsInt | typing.SupportsIndex = 20
    ) -> list[tuple[Node, int, int]]:
        """
        Nodes on which most others rest: (node, how many rest on it, how many directly).

        Parameters
        ----------
        most : how many at the most; default 20
        """

    def carried_by(self, id: str) -> NodeList:
        """
        The nodes all of whose work passes through one.

        Parameters
        ----------
        id : of a node

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def carriers_of(self, id: str) -> NodeList:
        """
        The nodes that all the work towards one passes through, the nearest first.

        Parameters
        ----------
        id : of a node

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def check(self) -> CheckReport:
        """
        All that is found in it: problems and advice, each with a code, a node and a sentence.

        What the extension `x-silence` names is left out, on the plan or on a node.
        """

    def children(self, id: str) -> NodeList:
        """
        The parts of a goal, in the author's order.

        Parameters
        ----------
        id : of a node; indicators and tasks have none

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def evaluate(
        self,
        observations: Observations | None = None,
        as_of: datetime.date | str | None = None,
        *,
        policy: Policy | None = None,
        known_by: datetime.date | str | None = None,
        basis: str = "",
        ignore_unknown: bool = False,
        threads: typing.SupportsInt | typing.SupportsIndex = 1,
    ) -> Evaluation:
        """
        How the plan stands at the end of a day.

        Parameters
        ----------
        observations : Observations
        as_of : date; default the end of the plan
        policy : Policy; default the plan's
        known_by : only what was known by the end of this day
        basis : 口径 for targets that do not name one
        ignore_unknown : pass over observations of ids that the plan does not have
        threads : 0 for as many as the machine has; the result is the same

        Raises
        ------
        ObservationError
            Observations contradict each other, do not fit their node, or name unknown ids.

        >>> import jinjiang as jj
        >>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
        >>> draft.indicator("gdp", "经济增长", target="6%", measure="growth")
        >>> seen = jj.Observations()
        >>> seen.add("gdp", "2025-03-31", 6.1, basis="可比", known_on="2025-04-20")
        >>> plan = draft.build()
        >>> plan.evaluate(seen, "2025-06-30", basis="可比")["gdp"].status
        <Status.on_track: 'on_track'>
        >>> plan.evaluate(seen, "2025-06-30", known_by="2025-04-10")["gdp"].status
        <Status.no_data: 'no_data'>
        """

    def find(self, text: str) -> NodeList:
        """
        Nodes whose id or title holds a text, in the author's order.

        Parameters
        ----------
        text : case counts; every node holds the empty one
        """

    def find_path(self, *titles: str) -> Node | None:
        """
        The node reached from a root by these titles, or None.

        Parameters
        ----------
        *titles : of a root, of a part of it, and so on
        """

    def impact(
        self,
        id: str,
        *,
        observations: Observations | None = None,
        as_of: datetime.date | str | None = None,
        value: typing.SupportsFloat | typing.SupportsIndex | None = None,
        slip: typing.SupportsInt | typing.SupportsIndex | None = None,
        calendar: Calendar | str | None = None,
    ) -> Impact:
        """
        What becomes of the others when a node reads a value, or its work slips.

        Of a slip without observations and without a day, in all that the plan has to do.

        Parameters
        ----------
        id : of a node
        observations : Observations; default none
        as_of : date; default the end of the plan
        value, slip, calendar : as of `Evaluation.impact`

        Raises
        ------
        Error, ObservationError, UnknownIdError
            As of `Evaluation.impact` and `Plan.evaluate`.
        """

    def outline(self) -> list[tuple[Node, int, bool]]:
        """
        Depth first: (node, depth, whether it stood earlier under another goal).
        """

    def parents(self, id: str) -> NodeList:
        """
        The goals that a node is part of.

        Parameters
        ----------
        id : of a node

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def redundant_dependencies(self) -> list[tuple[Node, Node, DependencyType, int]]:
        """
        Dependencies whose ends are also joined by a part or a longer way: (successor, predecessor, type, lag in days). Types and lags are not looked at; `check` looks at them.
        """

    def save(self, path: Sink, *, format: str | None = None) -> None:
        """
        Writes it to a path (- is standard output) or an open file.

        Parameters
        ----------
        path : a path, or an object with a method `write`
        format : json or jjx, or a graph to look at, which cannot be loaded again: dot, mmd or graphml;
            default by the name, JSON where there is none
        """

    def schedule(
        self,
        observations: Observations | None = None,
        as_of: datetime.date | str | None = None,
        *,
        calendar: Calendar | str | None = None,
        finish: datetime.date | str | None = None,
        actuals: collections.abc.Mapping[str, collections.abc.Mapping[str, typing.Any]]
        | None = None,
        delays: collections.abc.Mapping[str, int] | None = None,
    ) -> Schedule:
        """
        When the work can and must be done: the critical path method.

        Parameters
        ----------
        observations : Observations; what has begun and what is finished
        as_of : status date; what is left begins on the next working day. Default with observations: the
            end of the plan
        calendar : a Calendar, china, weekdays or every day; the default is every day
        finish : date by which what has no due date of its own must be finished; default the earliest finish of the plan
        actuals : by id, mappings with some of start and finish (dates), progress (0 to 1) and remaining (days of the
            calendar); they go before what the observations say
        delays : by id, days of the calendar that a node comes later than it could, 0 to 73200

        Raises
        ------
        Error
            An actual contradicts itself, a delay is out of range, the calendar has another name, or dates
            lie outside the years 1 to 9999.
        ObservationError
            As of `Plan.evaluate`.
        UnknownIdError
            An actual or a delay names no node.

        >>> import jinjiang as jj
        >>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
        >>> draft.task("survey", "摸底", duration=10)
        >>> draft.task("clear", "腾退", duration=30, depends_on="survey")
        >>> s = draft.build().schedule()
        >>> s["clear"]
        <NodeSchedule clear: 2025-01-11 to 2025-02-09, float 0, critical>
        >>> s.critical_path().ids
        ['survey', 'clear']
        """

    def single_points_of_failure(
        self, most: typing.SupportsInt | typing.SupportsIndex = 20
    ) -> list[tuple[Node, int]]:
        """
        Nodes that all the work towards others passes through: (node, how many others).

        Those that carry most come first.

        Parameters
        ----------
        most : how many at the most; default 20
        """

    def to_bytes(self) -> bytes:
        """
        As a .jjx archive; equal values give equal bytes.
        """

    def to_dot(self, *, only: str | None = None, language: str | None = None) -> str:
        """
        As a picture for Graphviz (`dot -Tsvg`).

        Parameters
        ----------
        only : part or dependency; default both kinds of links
        language : of the words in it, zh or en; default the plan's
        """

    def to_graphml(self, *, only: str | None = None) -> str:
        """
        As GraphML, with the attributes of `to_dicts()`, for network tools.

        Parameters
        ----------
        only : part or dependency; default both kinds of links
        """

    def to_json(self) -> str:
        """
        As a JSON document; equal plans give equal texts.
        """

    def to_mermaid(self, *, only: str | None = None, language: str | None = None) -> str:
        """
        As a Mermaid flowchart, for Markdown.

        Parameters
        ----------
        only : part or dependency; default both kinds of links
        language : of the words in it, zh or en; default the plan's
        """

    @property
    def end(self) -> datetime.date:
        """
        Last day of the plan, which belongs to it.
        """

    @property
    def extensions(self) -> dict[str, typing.Any]:
        """
        Keys of your own, which begin with x-.
        """

    @property
    def goals(self) -> NodeList:
        """
        The goals, in the author's order.
        """

    @property
    def id(self) -> str:
        """
        Chosen by the author, 1 to 256 bytes.
        """

    @property
    def indicators(self) -> NodeList:
        """
        The indicators, in the author's order.
        """

    @property
    def issuer(self) -> str:
        """
        Who issued it; may be empty.
        """

    @property
    def language(self) -> Language:
        """
        Of reports and messages to readers.
        """

    @property
    def links(self) -> Table:
        """
        The links as a Table: parts of goals and dependencies.
        """

    @property
    def nodes(self) -> NodeList:
        """
        All nodes, in the author's order.
        """

    @property
    def policy(self) -> Policy:
        """
        Thresholds, least coverage, missing data and staleness.
        """

    @property
    def roots(self) -> NodeList:
        """
        Nodes that are part of no goal.
        """

    @property
    def source(self) -> dict[str, typing.Any] | None:
        """
        Document and section that the plan was read from, or None.
        """

    @property
    def start(self) -> datetime.date:
        """
        First day of the plan.
        """

    @property
    def tasks(self) -> NodeList:
        """
        The tasks, in the author's order.
        """

    @property
    def title(self) -> str:
        """
        Title; may be empty.
        """

    @property
    def units(self) -> UnitTable:
        """
        The standard units and the plan's own.
        """

    def to_pandas(self) -> typing.Any:
        """
        A pandas DataFrame of `to_dicts()`; needs pandas.

        Words are categories, dates datetime64, and numbers float64 with NaN for no value. Of links,
        veto is boolean and lag Int32, with NA.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a node, in the author's order: plain values that JSON and tables take.
        """

    def to_arrow(self) -> typing.Any:
        """
        A pyarrow Table; needs pyarrow. Numbers, dates, codes and texts are shared, not copied.
        """

    def to_polars(self) -> typing.Any:
        """
        A polars DataFrame; needs polars.
        """

    def to_numpy(
        self, columns: collections.abc.Iterable[str] | None = None
    ) -> dict[str, typing.Any]:
        """
        A dict of numpy arrays by column; needs numpy.

        Numbers are shared and read-only, with NaN for no value; dates are datetime64[D] with NaT; texts
        and words are objects, with None. Texts take nearly all of the time.

        Parameters
        ----------
        columns : which of them; default all
        """

    def to_networkx(self, *, only: str | None = None) -> typing.Any:
        """
        As a networkx.MultiDiGraph; needs networkx.

        An edge leads from what needs to what is needed: from a goal to its part, from a successor to
        its predecessor. Nodes go by id and have what `to_dicts()` says of them but for parents, which
        are edges, and for what is not given; dates are texts, so that networkx can write the graph as
        GraphML and JSON. The key of an edge is its kind: ``part`` (with weight, veto) or ``dependency``
        (with type, lag, assumption).

        Parameters
        ----------
        only : part or dependency; default both kinds of links
        """

    def to_table(
        self,
        observations: Observations | None = None,
        as_of: datetime.date | str | None = None,
        language: str = "zh",
    ) -> tasktable.TaskTable:
        """
        The plan as a table of tasks that `read_table` reads back; `lost` lists what it cannot hold.

        Parameters
        ----------
        observations : one column of readings for each of their days
        as_of : no readings after this day
        language : of the heads, zh or en

        >>> import jinjiang as jj
        >>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
        >>> draft.indicator("land", "盘活低效用地", target="7000亩", measure="increment")
        >>> draft.build().to_table().rows[0]["目标值"]
        '7000亩'
        """

    def _repr_html_(self) -> str:
        """
        The outline as HTML, to be folded and unfolded.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

    @property
    def plot(self) -> _plot.PlanPlots:
        """
        Pictures of the plan; they need matplotlib.
        """

    def what_if(
        self,
        observations: Observations | None,
        scenario: Scenario,
        as_of: datetime.date | str | None = None,
        **options: typing.Any,
    ) -> Evaluation:
        """
        How the plan would stand as a scenario has it.

        Parameters
        ----------
        observations : Observations, or None
        scenario : Scenario
        as_of : date; default the end of the plan
        **options : policy, known_by, basis, ignore_unknown and threads as of `Plan.evaluate`

        Raises
        ------
        Error, UnknownIdError
            As of `Plan.evaluate` and `Evaluation.what_if`.

        >>> import jinjiang as jj
        >>> draft = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31")
        >>> draft.indicator("land", "盘活低效用地", target="7000亩", measure="increment")
        >>> more = jj.Scenario().value("land", 1750)
        >>> draft.build().what_if(None, more, "2024-03-31")["land"].status
        <Status.on_track: 'on_track'>
        """

    def __str__(self) -> str:
        """
        A short outline: the first two levels.
        """

class PlanBuilder:
    """
    The compiled part of jinjiang.PlanBuilder.
    """

    @typing.overload
    def __init__(self, id: str, start: datetime.date | str, end: datetime.date | str) -> None: ...
    @typing.overload
    def __init__(self, plan: Plan) -> None: ...
    def __len__(self) -> int: ...
    def build(self) -> Plan: ...
    def depends_on(
        self,
        successor: str,
        predecessor: str,
        type: str,
        lag: typing.SupportsInt | typing.SupportsIndex,
        assumption: str,
    ) -> None: ...
    def goal(self, id: str, title: str, options: dict[str, typing.Any]) -> None: ...
    def heading(self, arg0: dict[str, typing.Any], /) -> None: ...
    def indicator(
        self, id: str, title: str, target: Target | None, options: dict[str, typing.Any]
    ) -> None: ...
    def lifecycle(self, id: str, lifecycle: str) -> None: ...
    def part_of(
        self, child: str, goal: str, weight: typing.SupportsFloat | typing.SupportsIndex, veto: bool
    ) -> None: ...
    def remove(self, id: str) -> None: ...
    def revise(
        self, id: str, effective: datetime.date | str, target: Target, reason: str
    ) -> None: ...
    def task(self, id: str, title: str, options: dict[str, typing.Any]) -> None: ...

class NodeResult:
    """
    The verdict on one node.
    """

    def __copy__(self) -> NodeResult: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> NodeResult: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def as_of(self) -> datetime.date:
        """
        The day of the evaluation.
        """

    @property
    def attainment(self) -> float | None:
        """
        完成率, 0 to 1; None without data. docs/rules.md, sections 6 and 12.
        """

    @property
    def basis(self) -> str:
        """
        口径 of the reading.
        """

    @property
    def coverage(self) -> float | None:
        """
        数据覆盖率, 0 to 1; None for a node that is left out of roll-ups. docs/rules.md, section 12.
        """

    @property
    def expected(self) -> float | None:
        """
        序时进度 on the date of the reading, 0 to 1. docs/rules.md, section 7.
        """

    @property
    def id(self) -> str:
        """
        Of the node.
        """

    @property
    def node(self) -> Node:
        """
        The node that it is on.
        """

    @property
    def observed_on(self) -> datetime.date | None:
        """
        Date of the reading, or None.
        """

    @property
    def pace(self) -> float | None:
        """
        进度比, progress / expected; None when nothing was expected. docs/rules.md, section 8.
        """

    @property
    def progress(self) -> float | None:
        """
        进度, unclamped; of a goal its attainment. docs/rules.md, section 6.
        """

    @property
    def revised_on(self) -> datetime.date | None:
        """
        When the target in force took effect, if it is a revision.
        """

    @property
    def stage(self) -> Stage | None:
        """
        How sure the reading is, or None.
        """

    @property
    def stale(self) -> bool:
        """
        Whether the reading is older than the policy's limit.
        """

    @property
    def status(self) -> Status:
        """
        The verdict; docs/rules.md, section 9.
        """

    @property
    def title(self) -> str:
        """
        Of the node.
        """

    @property
    def unit(self) -> Unit:
        """
        The target's unit; of a watched indicator the reading's own.
        """

    @property
    def value(self) -> float | None:
        """
        The reading, in `unit`.
        """

    def _repr_html_(self) -> str:
        """
        How a node stands: its light, its bar and its figures.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

class ResultList:
    """
    A sequence of results: by number, slice or id.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __contains__(self, item: object, /) -> bool: ...
    def __copy__(self) -> ResultList: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ResultList: ...
    def __eq__(self, other: object, /) -> bool: ...
    @typing.overload
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> NodeResult:
        """
        The item at a position, counting from 0 (or back from -1).
        """

    @typing.overload
    def __getitem__(self, slice: slice) -> ResultList:
        """
        The items of a slice.
        """

    @typing.overload
    def __getitem__(self, id: str) -> NodeResult:
        """
        The item with an id.
        """

    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[NodeResult]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    @property
    def ids(self) -> list[str]:
        """
        The ids of the items.
        """

    def _repr_html_(self) -> str:
        """
        Some results as HTML.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

class Explanation:
    """
    Why a node stands as it does; print it to read it.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __copy__(self) -> Explanation: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Explanation: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def to_text(self, language: str | None = None) -> str:
        """
        In words; docs/rules.md, section 14.

        Parameters
        ----------
        language : zh or en; default the plan's
        """

    @property
    def parts(self) -> list[tuple[NodeResult, float, float, bool]]:
        """
        Of a goal: (result, weight, share of the attainment, veto).
        """

    @property
    def result(self) -> NodeResult:
        """
        Of the explained node.
        """

    @property
    def terms(self) -> list[tuple[Node, float, float]]:
        """
        Of a goal: (leaf, share, shortfall), largest first; with `unfilled` they add up to 1 - attainment.
        """

    @property
    def unfilled(self) -> float:
        """
        Shortfall of places that no part fills.
        """

    def _repr_html_(self) -> str:
        """
        Why a node stands as it does: light and bar, of a goal its parts, and all in words.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

class OwnerSummary:
    """
    The leaves of one lead unit.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def attainment(self) -> float | None:
        """
        Mean over the leaves with data.
        """

    @property
    def behind(self) -> int:
        """
        How many are missed, off track, blocked or at risk.
        """

    @property
    def met(self) -> int:
        """
        How many of them are met or met early.
        """

    @property
    def no_data(self) -> int:
        """
        How many have no data.
        """

    @property
    def nodes(self) -> int:
        """
        Number of its indicators and tasks.
        """

    @property
    def owner(self) -> str:
        """
        Empty: of nobody.
        """

class Evaluation:
    """
    How a plan stands on a day; `now["id"]` is the result of a node.
    """

    @staticmethod
    def from_bytes(data: bytes, name: str = "") -> Evaluation:
        """
        From a .jjx archive.

        Parameters
        ----------
        data : bytes, as `to_bytes` gives them
        name : of the archive, for messages; default none

        Raises
        ------
        FormatError
            It is damaged, of a newer version, holds something else, or is no archive.
        """

    @staticmethod
    def from_json(text: str, plan: Plan) -> Evaluation:
        """
        From a JSON document and the plan that it evaluates.

        It is evaluated again: a document cannot say what its plan and observations do not.

        Parameters
        ----------
        text : as `to_json` gives it
        plan : the plan that was evaluated

        Raises
        ------
        FormatError
            It is no evaluation, or one of another plan.
        """

    def __arrow_c_array__(
        self, requested_schema: typing.Any = None
    ) -> tuple[typing_extensions.CapsuleType, typing_extensions.CapsuleType]:
        """
        All rows as one batch. A requested schema is only a wish and is passed over.
        """

    def __arrow_c_schema__(self) -> typing_extensions.CapsuleType:
        """
        The columns' names and types, for any library that speaks Arrow.
        """

    def __arrow_c_stream__(
        self, requested_schema: typing.Any = None
    ) -> typing_extensions.CapsuleType:
        """
        A stream of one batch. A requested schema is only a wish and is passed over.
        """

    def __contains__(self, item: object, /) -> bool: ...
    def __copy__(self) -> Evaluation: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Evaluation: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, id: str) -> NodeResult:
        """
        The result of a node.

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[NodeResult]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    def _table(self) -> Table:
        """
        The columns as a Table.
        """

    def behind(self) -> ResultList:
        """
        Leaves that need attention: missed, off track, blocked, at risk, worst first.
        """

    def by_owner(self) -> list[OwnerSummary]:
        """
        The leaves by lead unit.
        """

    def compare(self, other: Evaluation) -> Comparison:
        """
        What differs in another evaluation, which comes after this one.

        Parameters
        ----------
        other : Evaluation, also of another day or another plan; nodes are matched by id
        """

    def explain(self, id: str) -> Explanation:
        """
        Why a node stands as it does; docs/rules.md, section 14.

        Parameters
        ----------
        id : of a node

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def goal_seek(
        self,
        goal: str,
        leaf: str | None = None,
        *,
        costs: collections.abc.Mapping[str, typing.SupportsFloat | typing.SupportsIndex]
        | None = None,
        status: str = "on_track",
        attainment: typing.SupportsFloat | typing.SupportsIndex | None = None,
    ) -> GoalSeek:
        """
        What a leaf, or the cheapest set of leaves, must read for a goal to stand as it should.

        The goal, evaluated with the answer, reaches the aim to the bit. What is counted in whole things (个,
        户, 万户) is answered in whole numbers, unless the target or the reading of the leaf is a fraction.

        Parameters
        ----------
        goal : id of a node
        leaf : id of an indicator or a task beneath it
        costs : in place of a leaf, mapping of ids of leaves to what a unit more of each costs, 0 or more
        status : at_risk, on_track (default), ahead or met: this or better
        attainment : in place of the status, this or more, above 0 to 1

        Raises
        ------
        Error
            Both or neither of leaf and costs are given, a figure is out of range, the leaf does not lie
            beneath the goal, or nothing that it reads moves a goal.
        UnknownIdError
            Names the nearest ids.
        """

    def impact(
        self,
        id: str,
        *,
        value: typing.SupportsFloat | typing.SupportsIndex | None = None,
        slip: typing.SupportsInt | typing.SupportsIndex | None = None,
        calendar: Calendar | str | None = None,
    ) -> Impact:
        """
        What becomes of the others when a node reads a value, or its work slips.

        Parameters
        ----------
        id : of a node
        value : what it reads on the day of the evaluation, in the target's unit, of a task 0 to 1
        slip : in place of a value, days of the calendar by which its work comes later than it could, 0 to 73200
        calendar : as of `Plan.schedule`

        Raises
        ------
        Error
            Both or neither of value and slip are given, one is out of range, or the node reads no value.
        ObservationError
            The value does not fit the node.
        UnknownIdError
            Names the nearest ids.
        """

    def save(self, path: Sink, *, format: str | None = None) -> None:
        """
        Writes it to a path (- is standard output) or an open file.

        Parameters
        ----------
        path : a path, or an object with a method `write`
        format : json, which leaves out the plan, jjx, which holds it, or csv, the results alone; default
            by the name, JSON where there is none
        """

    def schedule(
        self,
        *,
        calendar: Calendar | str | None = None,
        finish: datetime.date | str | None = None,
        actuals: collections.abc.Mapping[str, collections.abc.Mapping[str, typing.Any]]
        | None = None,
        delays: collections.abc.Mapping[str, int] | None = None,
    ) -> Schedule:
        """
        When what is left can and must be done; the day of the evaluation is the status date.

        Parameters
        ----------
        calendar, finish, actuals, delays : as of `Plan.schedule`

        Raises
        ------
        Error, UnknownIdError
            As of `Plan.schedule`.
        """

    def sweep(
        self,
        leaf: str,
        start: typing.SupportsFloat | typing.SupportsIndex,
        stop: typing.SupportsFloat | typing.SupportsIndex,
        step: typing.SupportsFloat | typing.SupportsIndex,
        *,
        nodes: collections.abc.Sequence[str] = (),
    ) -> Sweep:
        """
        What becomes of goals while one leaf reads one value after the other.

        Parameters
        ----------
        leaf : id of an indicator or a task
        start, stop : values in the unit of its target, of a task 0 to 1; both included where the steps
            meet them
        step : from one value to the next, not 0; below 0 to go down
        nodes : ids to look at; default the leaf and all goals above it

        Raises
        ------
        Error
            The step leads away from the end, there are more than 100000 values, or nothing that the leaf
            reads moves a goal.
        UnknownIdError
            Names the nearest ids.
        """

    def to_bytes(self) -> bytes:
        """
        As a .jjx archive; equal values give equal bytes.
        """

    def to_csv(self) -> str:
        """
        As CSV text, one row a node in outline order.
        """

    def to_json(self) -> str:
        """
        As a JSON document.
        """

    def what_if(self, scenario: Scenario) -> Evaluation:
        """
        How the plan would stand on the same day as a scenario has it.

        Parameters
        ----------
        scenario : Scenario

        Raises
        ------
        Error
            A change does not fit the plan. Also its kinds: PlanError, UnitError, ObservationError.
        UnknownIdError
            A change names a node that the plan does not have.
        """

    @property
    def as_of(self) -> datetime.date:
        """
        The day at whose end the plan stands so.
        """

    @property
    def basis(self) -> str:
        """
        口径 for targets that do not name one; may be empty.
        """

    @property
    def known_by(self) -> datetime.date | None:
        """
        The day by whose end readings had to be known, or None.
        """

    @property
    def observations(self) -> Observations:
        """
        All that were given, also those that do not count.
        """

    @property
    def plan(self) -> Plan:
        """
        The plan that was evaluated.
        """

    @property
    def policy(self) -> Policy:
        """
        The plan's, or the one that was given in its place.
        """

    @property
    def results(self) -> ResultList:
        """
        All results in the author's order.
        """

    def to_pandas(self) -> typing.Any:
        """
        A pandas DataFrame of `to_dicts()`; needs pandas.

        Words are categories, dates datetime64, and numbers float64 with NaN for no value. Of links,
        veto is boolean and lag Int32, with NA.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a node, in the author's order; shares are 0 to 1.
        """

    def to_arrow(self) -> typing.Any:
        """
        A pyarrow Table; needs pyarrow. Numbers, dates, codes and texts are shared, not copied.
        """

    def to_polars(self) -> typing.Any:
        """
        A polars DataFrame; needs polars.
        """

    def to_numpy(
        self, columns: collections.abc.Iterable[str] | None = None
    ) -> dict[str, typing.Any]:
        """
        A dict of numpy arrays by column; needs numpy.

        Numbers are shared and read-only, with NaN for no value; dates are datetime64[D] with NaT; texts
        and words are objects, with None. Texts take nearly all of the time.

        Parameters
        ----------
        columns : which of them; default all
        """

    def _repr_html_(self) -> str:
        """
        The scoreboard as HTML: status in words and in light; big ones say what is left out.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

    @property
    def plot(self) -> _plot.EvaluationPlots:
        """
        Pictures of how the plan stands; they need matplotlib.
        """

    def report(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        language: str | None = None,
        title: str | None = None,
    ) -> str | None:
        """
        How a plan stands, as one page that needs no network and no script to be read.

        Parameters
        ----------
        path : the file to write, - is standard output; without one the page is returned
        language : zh or en; default the plan's
        title : default the plan's

        Raises
        ------
        OSError
            The file cannot be written; what was there before is still there.
        Error
            The language is another.

        >>> import jinjiang as jj
        >>> plan = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31").build()
        >>> plan.evaluate().report(language="en").count("<h1>")
        1
        """

class Change:
    """
    A node that stands otherwise than before.
    """

    def __copy__(self) -> Change: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Change: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def after(self) -> NodeResult:
        """
        How it stands after it.
        """

    @property
    def before(self) -> NodeResult:
        """
        How it stood before the call.
        """

    @property
    def id(self) -> str:
        """
        Of the node.
        """

    @property
    def node(self) -> Node:
        """
        The node that stands otherwise.
        """

    @property
    def title(self) -> str:
        """
        Of the node.
        """

class LiveEvaluation:
    """
    How a plan stands on a day while readings come in.

    At every moment it is, to the bit, what `plan.evaluate` gives over the readings so far; only what a
    reading changes is evaluated again.

    Parameters
    ----------
    plan : Plan
    observations : Observations; default none
    as_of : date; default the end of the plan
    policy, known_by, basis, ignore_unknown : as of `Plan.evaluate`

    Raises
    ------
    ObservationError
        As of `Plan.evaluate`.

    >>> import jinjiang as jj
    >>> draft = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31")
    >>> draft.goal("g", "拓展更大发展空间")
    >>> draft.indicator("land", "盘活用地", target="7000亩", measure="increment", part_of="g")
    >>> live = jj.LiveEvaluation(draft.build(), as_of="2024-06-30")
    >>> for change in live.observe("land", "2024-03-31", 1600):
    ...     print(change)
    <Change of land: no_data -> at_risk, attainment - -> 22.86 %>
    <Change of g: no_data -> at_risk, attainment - -> 22.86 %>
    >>> live["g"].status
    <Status.at_risk: 'at_risk'>
    """

    def __contains__(self, item: object, /) -> bool: ...
    def __getitem__(self, id: str) -> NodeResult:
        """
        The result of a node.

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def __init__(
        self,
        plan: Plan,
        observations: Observations | None = None,
        as_of: datetime.date | str | None = None,
        *,
        policy: Policy | None = None,
        known_by: datetime.date | str | None = None,
        basis: str = "",
        ignore_unknown: bool = False,
    ) -> None: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    def dry_run(
        self,
        id: str,
        observed_on: datetime.date | str,
        value: typing.SupportsFloat | typing.SupportsIndex,
        *,
        unit: Unit | str | None = "",
        stage: str = "final",
        basis: str = "",
        known_on: datetime.date | str | None = None,
        span: str = "cumulative",
        source: str = "",
        note: str = "",
    ) -> list[Change]:
        """
        What `observe` would change; changes nothing.

        Parameters
        ----------
        id : of an indicator or a task, 1 to 256 bytes
        observed_on : date of the reading
        value : finite number in `unit`; of a task its progress, 0 to 1 or in %
        unit : text or Unit; default the target's
        stage : estimate 预计, provisional 初步 or final 最终 (default)
        basis : 口径; default empty, none named
        known_on : the day it became known, not before `observed_on`; default `observed_on`
        span : of a flow: cumulative 累计 from the start of the period (default), or per_period 当期
        source : where it was read; may be empty
        note : free text; may be empty

        Returns
        -------
        a Change for each node that stands otherwise

        Raises
        ------
        UnknownObservationError
            The plan has no such node, and `ignore_unknown` was not given; an ObservationError and an
            UnknownIdError.
        ObservationError
            The reading does not fit its node or contradicts another; all is as it was.
        UnitError
            The unit is unknown.
        """

    def dry_run_all(self, observations: typing.Any) -> list[Change]:
        """
        What `observe_all` would change; changes nothing.

        Parameters
        ----------
        observations : Observations, or what `read_observations` takes

        Raises
        ------
        ObservationError
            As of `observe_all`.
        """

    def observe(
        self,
        id: str,
        observed_on: datetime.date | str,
        value: typing.SupportsFloat | typing.SupportsIndex,
        *,
        unit: Unit | str | None = "",
        stage: str = "final",
        basis: str = "",
        known_on: datetime.date | str | None = None,
        span: str = "cumulative",
        source: str = "",
        note: str = "",
    ) -> list[Change]:
        """
        Takes one reading in and gives what has changed: the leaf, then goals from the deepest up.

        Parameters
        ----------
        id : of an indicator or a task, 1 to 256 bytes
        observed_on : date of the reading
        value : finite number in `unit`; of a task its progress, 0 to 1 or in %
        unit : text or Unit; default the target's
        stage : estimate 预计, provisional 初步 or final 最终 (default)
        basis : 口径; default empty, none named
        known_on : the day it became known, not before `observed_on`; default `observed_on`
        span : of a flow: cumulative 累计 from the start of the period (default), or per_period 当期
        source : where it was read; may be empty
        note : free text; may be empty

        Returns
        -------
        a Change for each node that stands otherwise

        Raises
        ------
        UnknownObservationError
            The plan has no such node, and `ignore_unknown` was not given; an ObservationError and an
            UnknownIdError.
        ObservationError
            The reading does not fit its node or contradicts another; all is as it was.
        UnitError
            The unit is unknown.
        """

    def observe_all(self, observations: typing.Any) -> list[Change]:
        """
        Takes many readings in at once and gives what has changed.

        Parameters
        ----------
        observations : Observations, or what `read_observations` takes

        Raises
        ------
        FormatError
            They cannot be read.
        ObservationError
            Some do not fit their nodes, contradict others, or name unknown ids; all is as it was.
        """

    @property
    def as_of(self) -> datetime.date:
        """
        The day at whose end the plan stands so.
        """

    @property
    def basis(self) -> str:
        """
        口径 for targets that do not name one; may be empty.
        """

    @property
    def evaluation(self) -> Evaluation:
        """
        How the plan stands now, as a value that later readings do not change.
        """

    @property
    def known_by(self) -> datetime.date | None:
        """
        The day by whose end readings had to be known, or None.
        """

    @property
    def observations(self) -> Observations:
        """
        All readings so far. While you keep them, the next reading costs a copy of all.
        """

    @property
    def plan(self) -> Plan:
        """
        The plan that is followed.
        """

    @property
    def policy(self) -> Policy:
        """
        The plan's, or the one that was given in its place.
        """

class Calendar:
    """
    Working days 工作日: which days are worked on.

    >>> import jinjiang as jj
    >>> jj.Calendar.china().working_days("2024-10-01", "2024-10-13")
    5
    >>> five_days = jj.Calendar(weekend=["saturday", "sunday"], off=["2025-05-01"])
    >>> five_days.is_working("2025-05-01")
    False
    """

    @staticmethod
    def china() -> Calendar:
        """
        China's, 2024 to 2026; `sources` names the notices of the State Council.
        """

    @staticmethod
    def every_day() -> Calendar:
        """
        Every day is worked on; the default.
        """

    @staticmethod
    def weekdays() -> Calendar:
        """
        Monday to Friday.
        """

    def __copy__(self) -> Calendar: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Calendar: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(
        self,
        *,
        weekend: collections.abc.Sequence[str] = [],
        off: collections.abc.Sequence[datetime.date | str] = [],
        on: collections.abc.Sequence[datetime.date | str] = [],
        name: str = "",
        covered: tuple[datetime.date | str, datetime.date | str] | None = None,
        sources: collections.abc.Sequence[str] = [],
    ) -> None:
        """
        Parameters
        ----------
        weekend : 周末, days of the week that are free: monday to sunday
        off : 放假, further days that are free
        on : 调休上班, days of a weekend that are worked on
        name : for messages
        covered : (first, last) day for which `off` and `on` are complete; default always
        sources : where the days were published

        Raises
        ------
        Error
            No weekday is left to work on, a day is both off and on, or lies outside `covered`.
        """

    def __repr__(self) -> str: ...
    def covers(self, day: datetime.date | str) -> bool:
        """
        Whether the days off and on are known there; outside, the weekend alone decides.

        Parameters
        ----------
        day : date
        """

    def is_working(self, day: datetime.date | str) -> bool:
        """
        Whether a day is a working day.

        Parameters
        ----------
        day : date; outside `covered` the weekend alone decides
        """

    def working_days(self, first: datetime.date | str, last: datetime.date | str) -> int:
        """
        Working days from one day through another; 0 when the last lies before the first.

        Parameters
        ----------
        first, last : dates; both count
        """

    @property
    def covered(self) -> tuple[datetime.date, datetime.date] | None:
        """
        First and last day for which the days off and on are known; None: always.
        """

    @property
    def name(self) -> str:
        """
        For messages and displays; may be empty.
        """

    @property
    def off(self) -> list[datetime.date]:
        """
        Days off beside the weekend, by date.
        """

    @property
    def on(self) -> list[datetime.date]:
        """
        Days of the weekend that are worked on, by date.
        """

    @property
    def sources(self) -> list[str]:
        """
        The notices that say so.
        """

    @property
    def weekend(self) -> list[Weekday]:
        """
        Weekdays that are not worked on.
        """

    def to_dict(self) -> dict[str, typing.Any]:
        """
        As a dict that JSON takes: the form that `from_dict` and `load` read.
        """

    @staticmethod
    def from_dict(document: collections.abc.Mapping[str, typing.Any]) -> Calendar:
        """
        A calendar from a dict as in JSON.

        Parameters
        ----------
        document : ``weekend``: days of the week; ``off``, ``on``: dates, or spans such as
            ``2024-10-01/2024-10-07``; ``covered``: ``start`` and ``end``; ``name``; ``sources``. All
            of it may be left out.

        Raises
        ------
        Error
            A key is unknown, a value is of another kind, or the days contradict each other.
        """

    @staticmethod
    def load(source: Source) -> Calendar:
        """
        A calendar from a JSON file.

        Parameters
        ----------
        source : a path (``-`` is standard input), or an object with a method `read`

        Raises
        ------
        OSError
            The file cannot be read.
        FormatError
            It is not JSON, or no calendar.
        """

class NodeSchedule:
    """
    When a node can and must be worked on; dates include their day.
    """

    def __copy__(self) -> NodeSchedule: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> NodeSchedule: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def actual_finish(self) -> datetime.date | None:
        """
        实际完成.
        """

    @property
    def actual_start(self) -> datetime.date | None:
        """
        实际开始.
        """

    @property
    def driving(self) -> Node | None:
        """
        The node that decides its early start (of a goal its finish); None: dates do.
        """

    @property
    def duration(self) -> int:
        """
        工期, days of the calendar.
        """

    @property
    def duration_source(self) -> DurationSource:
        """
        dates, given, assumed (a milestone), actual, or parts of a goal.
        """

    @property
    def early_finish(self) -> datetime.date | None:
        """
        最早完成.
        """

    @property
    def early_start(self) -> datetime.date | None:
        """
        最早开始.
        """

    @property
    def free_float(self) -> int | None:
        """
        自由时差: how much later without making other work later.
        """

    @property
    def id(self) -> str:
        """
        Of the node.
        """

    @property
    def is_critical(self) -> bool:
        """
        Whether it has no float left.
        """

    @property
    def late_finish(self) -> datetime.date | None:
        """
        最迟完成.
        """

    @property
    def late_start(self) -> datetime.date | None:
        """
        最迟开始.
        """

    @property
    def node(self) -> Node:
        """
        The node that it is of.
        """

    @property
    def progress(self) -> float | None:
        """
        Of the duration, 0 to 1; None when it has not begun.
        """

    @property
    def remaining(self) -> int:
        """
        剩余工期, days of the calendar.
        """

    @property
    def state(self) -> WorkState:
        """
        not_begun, begun, finished, or left_out.
        """

    @property
    def title(self) -> str:
        """
        Of the node.
        """

    @property
    def total_float(self) -> int | None:
        """
        总时差, days of the calendar; below 0 a deadline cannot be kept.
        """

class ScheduleList:
    """
    A sequence of dates: by number, slice or id.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __contains__(self, item: object, /) -> bool: ...
    def __copy__(self) -> ScheduleList: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ScheduleList: ...
    def __eq__(self, other: object, /) -> bool: ...
    @typing.overload
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> NodeSchedule:
        """
        The item at a position, counting from 0 (or back from -1).
        """

    @typing.overload
    def __getitem__(self, slice: slice) -> ScheduleList:
        """
        The items of a slice.
        """

    @typing.overload
    def __getitem__(self, id: str) -> NodeSchedule:
        """
        The item with an id.
        """

    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[NodeSchedule]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    @property
    def ids(self) -> list[str]:
        """
        The ids of the items.
        """

class WorkPath:
    """
    A chain of nodes in the order of the work.
    """

    def __copy__(self) -> WorkPath: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> WorkPath: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def nodes(self) -> NodeList:
        """
        In the order of the work.
        """

    @property
    def slack(self) -> int:
        """
        Days by which it is shorter than the longest one.
        """

class ScheduleConflict:
    """
    A date that cannot be kept.
    """

    def __copy__(self) -> ScheduleConflict: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ScheduleConflict: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def to_text(self, language: str | None = None) -> str:
        """
        In words.

        Parameters
        ----------
        language : zh or en; default the plan's
        """

    @property
    def chain(self) -> NodeList:
        """
        What decides the early finish.
        """

    @property
    def days_late(self) -> int:
        """
        Days of the calendar.
        """

    @property
    def due(self) -> datetime.date:
        """
        The date to be kept.
        """

    @property
    def early_finish(self) -> datetime.date:
        """
        When it can be at the earliest.
        """

    @property
    def node(self) -> Node | None:
        """
        None: it is the finish that was asked for of the plan.
        """

class BlockedNode:
    """
    A leaf that cannot begin, and why.
    """

    def __copy__(self) -> BlockedNode: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> BlockedNode: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def to_text(self, language: str | None = None) -> str:
        """
        In words.

        Parameters
        ----------
        language : zh or en; default the plan's
        """

    @property
    def held_by(self) -> list[tuple[Node, DependencyType, int, Node]]:
        """
        (node, type, lag, what it holds: the leaf or a goal of it).
        """

    @property
    def id(self) -> str:
        """
        Of the node.
        """

    @property
    def node(self) -> Node:
        """
        What cannot begin.
        """

    @property
    def overdue(self) -> bool:
        """
        Whether it has a start of its own, and that day has come.
        """

    @property
    def root_causes(self) -> NodeList:
        """
        Unfinished leaves that it all comes down to.
        """

class Schedule:
    """
    When the work of a plan can and must be done; `s["id"]` is one node.
    """

    def __contains__(self, item: object, /) -> bool: ...
    def __copy__(self) -> Schedule: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Schedule: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, id: str) -> NodeSchedule:
        """
        The dates of a node.

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[NodeSchedule]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _ipython_key_completions_(self) -> list[str]: ...
    def blocked(self) -> list[BlockedNode]:
        """
        Leaves that cannot begin on the status date, with their root causes.
        """

    def conflicts(self) -> list[ScheduleConflict]:
        """
        Due dates that cannot be kept, the latest first; print one to read it.
        """

    def critical_path(self, to: str | None = None, *, by: str = "longest_path") -> NodeList:
        """
        The nodes that decide when the plan, or one node, is finished.

        Parameters
        ----------
        to : id of a node; default the whole plan
        by : longest_path (default), one chain in the order of the work, or zero_float, all nodes without
            float

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def is_critical(self, id: str, *, by: str = "zero_float") -> bool:
        """
        Whether a node is critical; docs/schedule.md, The rules.

        Parameters
        ----------
        id : of a node
        by : zero_float (default), it has no float left, or longest_path, it lies on the longest path

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def near_critical(
        self,
        within: typing.SupportsInt | typing.SupportsIndex,
        to: str | None = None,
        *,
        most: typing.SupportsInt | typing.SupportsIndex = 1000,
    ) -> list[WorkPath]:
        """
        All paths that are not much shorter than the longest, the longest first.

        Parameters
        ----------
        within : days of the calendar, from 0, by which a path may be shorter than the longest
        to : id of the node where they end; default the whole plan
        most : how many at the most, from 1; default 1000

        Raises
        ------
        Error
            `within` or `most` is out of range.
        UnknownIdError
            Names the nearest ids.
        """

    def notes(self, language: str | None = None) -> list[str]:
        """
        What the schedule assumes, a sentence each.

        Parameters
        ----------
        language : zh or en; default the plan's
        """

    def ready(self) -> NodeList:
        """
        Leaves that can begin on the next working day, the most pressing first.
        """

    def why_critical(self, id: str, language: str | None = None) -> str:
        """
        Why a node is critical, or what room it has, in words.

        Parameters
        ----------
        id : of a node
        language : zh or en; default the plan's

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    def why_not_critical(self, id: str, language: str | None = None) -> str:
        """
        Why a node is not critical, or that it is, in words.

        Parameters
        ----------
        id : of a node
        language : zh or en; default the plan's

        Raises
        ------
        UnknownIdError
            Names the nearest ids.
        """

    @property
    def as_of(self) -> datetime.date | None:
        """
        The status date, or None.
        """

    @property
    def calendar(self) -> Calendar:
        """
        Whose days durations, lags and floats count.
        """

    @property
    def finish(self) -> datetime.date:
        """
        The latest early finish.
        """

    @property
    def plan(self) -> Plan:
        """
        The plan that is scheduled.
        """

    @property
    def results(self) -> ScheduleList:
        """
        All nodes in the author's order.
        """

    def to_pandas(self) -> typing.Any:
        """
        As a pandas DataFrame of `to_dicts()`, dates as datetime64; needs pandas.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a node, in the author's order; dates are dates, floats days of the calendar.
        """

    def _repr_html_(self) -> str:
        """
        The outline with the dates of every node as HTML, and a bar of its days in the plan.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

    @property
    def plot(self) -> _plot.SchedulePlots:
        """
        Pictures of the schedule; they need matplotlib.
        """

    def __str__(self) -> str:
        """
        The table of a schedule, below what limits its use.
        """

class Scenario:
    """
    What if: a named set of changes over a plan and its readings, neither of which it touches.

    Every method adds a change and gives the scenario, so that they can be chained. A change that
    contradicts another one is refused with an Error, and the scenario is as it was. Whether a change
    fits the plan is seen when the scenario is applied; docs/whatif.md, Scenarios.

    Parameters
    ----------
    name : for displays; default none

    >>> import jinjiang as jj
    >>> jj.Scenario("more land").value("land.reuse", 7000).weight("land.reuse", "land", 2)
    <Scenario "more land": land.reuse: reads 7000; land.reuse: has weight 2 in land>
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __copy__(self) -> Scenario: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Scenario: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, name: str = "") -> None: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _add(
        self,
        kind: str,
        node: str,
        title: str,
        target: typing.Any,
        options: dict[str, typing.Any],
        position: typing.SupportsInt | typing.SupportsIndex | None,
    ) -> Scenario: ...
    def _calls(self) -> list[tuple[str, dict[str, typing.Any]]]: ...
    def depend(
        self,
        node: str,
        predecessor: str,
        type: str = "FS",
        lag: typing.SupportsInt | typing.SupportsIndex = 0,
        assumption: str = "",
    ) -> Scenario:
        """
        A node waits for another one; docs/schedule.md, The rules.

        Parameters
        ----------
        node : id of the node that waits
        predecessor : id of the other; where it waits for that one already, in another way
        type : FS (default), SS, FF or SF
        lag : days, may be negative; default 0
        assumption : why an analyst assumes it; may be empty

        Raises
        ------
        Error
            There is no such type, or it contradicts another change.
        """

    def describe(self, language: str = "en") -> list[str]:
        """
        The changes in words, in the order in which they were made.

        Parameters
        ----------
        language : zh or en (default)
        """

    def due(self, node: str, day: datetime.date | str | None) -> Scenario:
        """
        A node is due on this day; a task keeps its duration: a start that was given moves along.

        Parameters
        ----------
        node : id of a node
        day : date; None: with the plan

        Raises
        ------
        Error
            It contradicts another change.
        """

    def duration(
        self, node: str, days: typing.SupportsInt | typing.SupportsIndex | None
    ) -> Scenario:
        """
        A task takes so many days.

        Parameters
        ----------
        node : id of a task
        days : 1 to 73200; None: as if no duration were given

        Raises
        ------
        Error
            It contradicts another change.
        """

    def inverse(self, of: typing.Any) -> Scenario:
        """
        What takes it back: applied to the changed plan or evaluation it gives this one again.

        Parameters
        ----------
        of : the Plan before the change, or the Evaluation when readings are changed

        Raises
        ------
        Error
            Readings are changed and a plan is given, or a change does not fit the plan.
        PlanError
            The changed plan contradicts itself.
        UnknownIdError
            A change names a node that the plan does not have.
        """

    def lifecycle(self, node: str, lifecycle: str) -> Scenario:
        """
        The work on a node stands so; docs/rules.md, section 11.

        Parameters
        ----------
        node : id of a node
        lifecycle : draft, active, suspended, done or cancelled

        Raises
        ------
        Error
            There is no such word, or it contradicts another change.
        """

    def part(
        self,
        node: str,
        goal: str,
        weight: typing.SupportsFloat | typing.SupportsIndex = 1.0,
        veto: bool = False,
    ) -> Scenario:
        """
        A node becomes part of one more goal; docs/rules.md, sections 12 and 13.

        Parameters
        ----------
        node : id of a node that is no part of the goal yet
        goal : id of the goal
        weight : 1e-100 to 1e100; default 1
        veto : 一票否决; whether the goal is no better while the part is missed or off track

        Raises
        ------
        Error
            The weight is out of range, or it contradicts another change.
        """

    def readings(
        self, node: str, on: datetime.date | str, readings: collections.abc.Sequence[Observation]
    ) -> Scenario:
        """
        These are the readings of a node on a day, and no others.

        Parameters
        ----------
        node : id of an indicator or a task
        on : date
        readings : list of Observation, each of that node and day; an empty list takes all away

        Raises
        ------
        Error
            It contradicts another change.
        """

    def remove(self, node: str) -> Scenario:
        """
        A node is gone with all its links; parts that it alone held become roots.

        Parameters
        ----------
        node : id of a node

        Raises
        ------
        Error
            Another change says something else of it.
        """

    def start(self, node: str, day: datetime.date | str | None) -> Scenario:
        """
        A node starts on this day; a task keeps its duration.

        Parameters
        ----------
        node : id of a node
        day : date; None: with the plan

        Raises
        ------
        Error
            It contradicts another change.
        """

    def target(
        self,
        node: str,
        target: typing.Any,
        *,
        revisions: collections.abc.Sequence[tuple[datetime.date | str, Target, str]] = (),
    ) -> Scenario:
        """
        An indicator has this target from the beginning.

        A text such as ``"120个"`` words its figure: what it does not say stays as the target of the
        indicator has it, its measure, baseline value, profile, bound and unit too.

        Parameters
        ----------
        node : id of an indicator
        target : Target, the wording of one figure, or None: the indicator is watched and never judged
        revisions : (effective date, Target, reason) each; default none, those of the plan do not stay

        Raises
        ------
        Error
            It contradicts another change.
        FormatError
            The wording cannot be read.
        """

    def undepend(self, node: str, predecessor: str) -> Scenario:
        """
        A node no longer waits for another one.

        Parameters
        ----------
        node : id of the node that waits
        predecessor : id of the other

        Raises
        ------
        Error
            It contradicts another change.
        """

    def unpart(self, node: str, goal: str) -> Scenario:
        """
        A node is no longer part of a goal.

        Parameters
        ----------
        node : id of the part
        goal : id of the goal

        Raises
        ------
        Error
            It contradicts another change.
        """

    def value(
        self,
        node: str,
        value: typing.SupportsFloat | typing.SupportsIndex,
        on: datetime.date | str | None = None,
        *,
        unit: Unit | str | None = "",
    ) -> Scenario:
        """
        An indicator or a task reads so; an estimate on the basis of the target.

        Parameters
        ----------
        node : id of an indicator or a task
        value : finite number in `unit`, of a flow the total so far; of a task its progress, 0 to 1 or in %
        on : date; default the day of the evaluation, or the last day of which a reading counts
        unit : text or Unit; default the target's

        Raises
        ------
        Error
            The value is not finite, or contradicts another change.
        UnitError
            The unit is unknown.
        """

    def weight(
        self, node: str, goal: str, weight: typing.SupportsFloat | typing.SupportsIndex
    ) -> Scenario:
        """
        A part counts so much in its goal; docs/rules.md, section 12.

        Parameters
        ----------
        node : id of the part
        goal : id of the goal
        weight : 1e-100 to 1e100

        Raises
        ------
        Error
            The weight is out of range, or contradicts another change.
        """

    @property
    def name(self) -> str:
        """
        For displays; may be empty.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a change: the method that makes it, as ``change``, and its arguments as JSON has them.

        >>> import jinjiang as jj
        >>> jj.Scenario().value("land.reuse", 7000).due("park", "2024-06-30").to_dicts()
        [{'change': 'value', 'node': 'land.reuse', 'value': 7000.0}, {'change': 'due', 'node': 'park', 'day': '2024-06-30'}]
        """

    @classmethod
    def from_dicts(
        cls,
        rows: collections.abc.Iterable[collections.abc.Mapping[str, typing.Any]],
        name: str = "",
    ) -> Scenario:
        """
        A scenario from one mapping a change, as `to_dicts` gives them.

        Parameters
        ----------
        rows : each with ``change``, the method that makes it, and the arguments of that method
        name : for displays; default none

        Raises
        ------
        Error
            A change has no such name or arguments, or contradicts another; says which.

        >>> import jinjiang as jj
        >>> jj.Scenario.from_dicts([{"change": "value", "node": "land.reuse", "value": 7000}], "more")
        <Scenario "more": land.reuse: reads 7000>
        """

    def add_goal(
        self,
        node: str,
        title: str = "",
        *,
        position: int | None = None,
        rule: typing.Any = None,
        firmness: str | None = None,
        **keywords: typing.Any,
    ) -> Scenario:
        """
        A goal is there that was not.

        Parameters
        ----------
        node : id that the plan does not have
        title : default empty
        position : place among the nodes of the plan, from 0; default the last
        rule, firmness, **keywords : as of `PlanBuilder.goal`

        Raises
        ------
        Error
            A word cannot be read, the position is below 0, or another change says something else of
            the node.
        """

    def add_indicator(
        self,
        node: str,
        title: str = "",
        *,
        target: str | Target | None = None,
        position: int | None = None,
        measure: str | None = None,
        **keywords: typing.Any,
    ) -> Scenario:
        """
        An indicator is there that was not.

        Parameters
        ----------
        node : id that the plan does not have
        title : default empty
        target, measure, **keywords : as of `PlanBuilder.indicator`
        position : place among the nodes of the plan, from 0; default the last

        Raises
        ------
        FormatError
            The wording of the target cannot be read.
        Error
            As of `add_goal`.
        """

    def add_task(
        self,
        node: str,
        title: str = "",
        *,
        position: int | None = None,
        duration: int | None = None,
        progress: float | None = None,
        profile: typing.Any = None,
        firmness: str | None = None,
        **keywords: typing.Any,
    ) -> Scenario:
        """
        A task is there that was not.

        Parameters
        ----------
        node : id that the plan does not have
        title : default empty
        position : place among the nodes of the plan, from 0; default the last
        duration, progress, profile, firmness, **keywords : as of `PlanBuilder.task`

        Raises
        ------
        Error
            As of `add_goal`.
        """

class ScenarioResult:
    """
    What a scenario makes of one node.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __copy__(self) -> ScenarioResult: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ScenarioResult: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def attainment(self) -> float | None:
        """
        完成率, 0 to 1; None without data.
        """

    @property
    def coverage(self) -> float | None:
        """
        数据覆盖率, 0 to 1.
        """

    @property
    def expected(self) -> float | None:
        """
        序时进度, 0 to 1.
        """

    @property
    def pace(self) -> float | None:
        """
        进度比; None when nothing was expected.
        """

    @property
    def progress(self) -> float | None:
        """
        进度, unclamped; of a goal its attainment.
        """

    @property
    def status(self) -> Status:
        """
        The verdict; docs/rules.md, section 9.
        """

class ScenarioEvaluator:
    """
    Evaluates many scenarios over one evaluation.

    Changes of values, weights and plain targets are laid over it, and only what rests on them is judged
    again. One thread at a time.

    >>> import jinjiang as jj
    >>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
    >>> draft.goal("g", "更大发展空间")
    >>> draft.indicator("g.1", "盘活低效用地", target="7000亩", measure="increment", part_of="g")
    >>> now = draft.build().evaluate(as_of="2025-06-30")
    >>> evaluator = jj.ScenarioEvaluator(now)
    >>> [str(evaluator.result(jj.Scenario().value("g.1", v), "g").status) for v in (0, 2900, 4000)]
    ['off_track', 'at_risk', 'ahead']
    """

    def __init__(self, evaluation: Evaluation) -> None:
        """
        Parameters
        ----------
        evaluation : how the plan stands now
        """

    def __repr__(self) -> str: ...
    def evaluate(self, scenario: Scenario) -> Evaluation:
        """
        The whole evaluation, as `Evaluation.what_if` gives it.

        Parameters
        ----------
        scenario : Scenario

        Raises
        ------
        Error, UnknownIdError
            As of `result`.
        """

    def result(self, scenario: Scenario, id: str) -> ScenarioResult:
        """
        What a scenario makes of one node, to the bit as a whole evaluation says.

        Parameters
        ----------
        scenario : Scenario
        id : of a node of the plan as the scenario has it

        Raises
        ------
        Error
            A change does not fit the plan. Also its kinds PlanError, UnitError and ObservationError.
        UnknownIdError
            The changed plan has no such node, or a change names none.
        """

    def results(
        self, scenario: Scenario, ids: collections.abc.Sequence[str]
    ) -> dict[str, ScenarioResult]:
        """
        What a scenario makes of some nodes, by id.

        Parameters
        ----------
        scenario : Scenario
        ids : list of ids of nodes

        Raises
        ------
        Error, UnknownIdError
            As of `result`.
        """

    @property
    def now(self) -> Evaluation:
        """
        The evaluation that scenarios are held against.
        """

class NodeDifference:
    """
    A node that does not stand as before.
    """

    def __copy__(self) -> NodeDifference: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> NodeDifference: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def describe(self, language: str | None = None) -> str:
        """
        In a sentence.

        Parameters
        ----------
        language : zh or en; default that of the later plan
        """

    @property
    def after(self) -> NodeResult | None:
        """
        The result after; None: the node is gone.
        """

    @property
    def before(self) -> NodeResult | None:
        """
        The result before; None: the node was not there.
        """

    @property
    def causes(self) -> list[Cause]:
        """
        Why it stands otherwise: members of Cause.
        """

    @property
    def change(self) -> float | None:
        """
        Of the attainment; None without one before or after.
        """

    @property
    def id(self) -> str:
        """
        Of the node.
        """

    @property
    def movers(self) -> list[tuple[Node, float]]:
        """
        Of a goal: (leaf, what it makes of the change), largest first.
        """

    @property
    def node(self) -> Node:
        """
        As it is after, or as it was when it is gone.
        """

    @property
    def reweighted(self) -> float:
        """
        Of a goal: what counting the same results otherwise makes of the change.
        """

class DateShift:
    """
    A node that can be worked on at other dates.
    """

    def __copy__(self) -> DateShift: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> DateShift: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def days(self) -> int:
        """
        By which the finish moves.
        """

    @property
    def due(self) -> datetime.date:
        """
        To be kept: its due date as given, else the end of the plan.
        """

    @property
    def finish_after(self) -> datetime.date:
        """
        Early finish with it.
        """

    @property
    def finish_before(self) -> datetime.date:
        """
        Early finish without the change.
        """

    @property
    def late(self) -> bool:
        """
        Now it cannot.
        """

    @property
    def plan_days(self) -> float:
        """
        Days times the share of the plan that hangs on the node.
        """

    @property
    def start_after(self) -> datetime.date:
        """
        Early start with it.
        """

    @property
    def start_before(self) -> datetime.date:
        """
        Early start without the change.
        """

    @property
    def was_late(self) -> bool:
        """
        It could not be finished by then.
        """

class NodeImpact:
    """
    A node that a change reaches.
    """

    def __copy__(self) -> NodeImpact: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> NodeImpact: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def describe(self, language: str | None = None) -> str:
        """
        In a sentence.

        Parameters
        ----------
        language : zh or en; default that of the changed plan
        """

    @property
    def difference(self) -> NodeDifference | None:
        """
        Of its status or figures; None when they stay.
        """

    @property
    def effect(self) -> float:
        """
        Change of the mean attainment of the roots that comes through this node.
        """

    @property
    def id(self) -> str:
        """
        Of the node.
        """

    @property
    def node(self) -> Node:
        """
        Of the changed plan; of one that is gone, of the plan before.
        """

    @property
    def shift(self) -> DateShift | None:
        """
        Of its dates; None when they stay.
        """

class Impact:
    """
    What a change does, the largest effect first.
    """

    def __contains__(self, item: object, /) -> bool: ...
    def __copy__(self) -> Impact: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Impact: ...
    @typing.overload
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> NodeImpact:
        """
        The node at a rank, counting from 0.
        """

    @typing.overload
    def __getitem__(self, id: str) -> NodeImpact:
        """
        What becomes of a node.
        """

    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[NodeImpact]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    @property
    def comparison(self) -> Comparison:
        """
        The plan without and with the change.
        """

    @property
    def effect(self) -> float:
        """
        Change of the mean attainment of the roots that have data.
        """

    @property
    def schedule_after(self) -> Schedule | None:
        """
        The schedule with the change; None likewise.
        """

    @property
    def schedule_before(self) -> Schedule | None:
        """
        The schedule without the change; None where no node waits for another.
        """

    def to_pandas(self) -> typing.Any:
        """
        The nodes that a change reaches as a DataFrame of pandas, by rank: as `to_dicts`.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a node, in the order of rank: plain values.
        """

    def to_text(self, language: str | None = None) -> str:
        """
        The nodes that a change reaches, as a table: aligned for a terminal.

        Parameters
        ----------
        language : zh or en; default that of the changed plan
        """

    def __str__(self) -> str:
        """
        The nodes that a change reaches, as a table: aligned for a terminal.

        Parameters
        ----------
        language : zh or en; default that of the changed plan
        """

class Comparison:
    """
    What differs between two evaluations, node by node.
    """

    def __contains__(self, item: object, /) -> bool: ...
    def __copy__(self) -> Comparison: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Comparison: ...
    @typing.overload
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> NodeDifference:
        """
        The difference at a position, counting from 0 (or back from -1).
        """

    @typing.overload
    def __getitem__(self, id: str) -> NodeDifference:
        """
        The difference of a node.
        """

    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[NodeDifference]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    @property
    def after(self) -> Evaluation:
        """
        The later evaluation.
        """

    @property
    def before(self) -> Evaluation:
        """
        The earlier evaluation.
        """

    def to_pandas(self) -> typing.Any:
        """
        The nodes that differ as a DataFrame of pandas, a row each: the columns of `to_dicts`.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a node that differs: plain values, before and after.
        """

    def _repr_html_(self) -> str:
        """
        What differs, node by node: before, after, the change in points, and why.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

    def to_text(self, language: str | None = None) -> str:
        """
        The differences as a table: aligned for a terminal.

        Parameters
        ----------
        language : zh or en; default that of the later plan
        """

    def __str__(self) -> str:
        """
        The differences as a table: aligned for a terminal.

        Parameters
        ----------
        language : zh or en; default that of the later plan
        """

class Sweep:
    """
    What becomes of goals while one leaf reads one value after the other.
    """

    def __copy__(self) -> Sweep: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Sweep: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def results(self, id: str) -> list[ScenarioResult]:
        """
        Of one node, in the order of `values`.

        Parameters
        ----------
        id : of one of `nodes`

        Raises
        ------
        UnknownIdError
            Names the nearest of them.
        """

    @property
    def leaf(self) -> Node:
        """
        The indicator or task that is taken to read otherwise.
        """

    @property
    def nodes(self) -> NodeList:
        """
        The leaf and the goals above it, or those that were asked for.
        """

    @property
    def unit(self) -> Unit:
        """
        Of the values: of the target of the leaf; of a task none.
        """

    @property
    def values(self) -> list[float]:
        """
        That the leaf is taken to read, in order.
        """

    def to_pandas(self) -> typing.Any:
        """
        A row for each value and node as a DataFrame of pandas: the columns of `to_dicts`.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict for each value and node.
        """

    def to_text(self, language: str | None = None) -> str:
        """
        A row a value, a column a node: aligned for a terminal.

        Parameters
        ----------
        language : zh or en; default the plan's
        """

    def __str__(self) -> str:
        """
        A row a value, a column a node: aligned for a terminal.

        Parameters
        ----------
        language : zh or en; default the plan's
        """

class GoalSeek:
    """
    What leaves must reach for a goal; print it to read it.
    """

    def __copy__(self) -> GoalSeek: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> GoalSeek: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def scenario(self) -> Scenario:
        """
        The leaves as changes.
        """

    def to_text(self, language: str | None = None) -> str:
        """
        In words.

        Parameters
        ----------
        language : zh or en; default the plan's
        """

    @property
    def after(self) -> ScenarioResult:
        """
        The goal with the leaves so; when impossible the nearest.
        """

    @property
    def before(self) -> NodeResult:
        """
        How the goal stands now.
        """

    @property
    def cost(self) -> float:
        """
        Of all leaves together, in the unit of the costs.
        """

    @property
    def exact(self) -> bool:
        """
        Solved as a weighted mean, not by trial; no cheaper way exists.
        """

    @property
    def goal(self) -> Node:
        """
        The node that should stand otherwise.
        """

    @property
    def in_the_way(self) -> NodeList:
        """
        The nodes of the obstacle.
        """

    @property
    def leaves(self) -> list[tuple[Node, float | None, float, Unit, float]]:
        """
        (leaf, what it reads, what it must read, unit, cost); none when the goal stands so already. When impossible those that bring it nearer, at their targets.
        """

    @property
    def obstacle(self) -> Obstacle:
        """
        Why it is impossible.
        """

    @property
    def possible(self) -> bool:
        """
        Whether the aim can be reached by these leaves.
        """

    @property
    def value(self) -> float | None:
        """
        What the only leaf must read; None when it is out of reach, or not one leaf.
        """

    def to_pandas(self) -> typing.Any:
        """
        The leaves that must read otherwise as a DataFrame of pandas: the columns of `to_dicts`.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a leaf that must read otherwise; `possible` says whether that is enough.
        """

class Figure:
    """
    One figure of a sentence, as the words have it.
    """

    def __copy__(self) -> Figure: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Figure: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def target(self) -> Target:
        """
        As the target of an indicator.

        Raises
        ------
        TargetError
            The words contradict each other.
        """

    @property
    def base(self) -> str:
        """
        What a growth is measured against.
        """

    @property
    def baseline(self) -> float | None:
        """
        The figure before: 70 in 从70%提高到85%; otherwise None.
        """

    @property
    def basis(self) -> str:
        """
        口径
        """

    @property
    def comparator(self) -> Comparator:
        """
        How the figure is to be read.
        """

    @property
    def conditions(self) -> list[tuple[str, Comparator, float, Unit]]:
        """
        Words, comparator, value and unit of what is counted.
        """

    @property
    def direction(self) -> Direction:
        """
        Which way is better.
        """

    @property
    def doubts(self) -> list[tuple[str, str, list[str]]]:
        """
        Code, reason and alternatives of each.
        """

    @property
    def due_day(self) -> int | None:
        """
        As the words say, 1 to 31, or None: the month's last.
        """

    @property
    def due_month(self) -> int | None:
        """
        As the words say, 1 to 12, or None: 6月底前.
        """

    @property
    def due_year(self) -> int | None:
        """
        As the words say, or None: 到2026年.
        """

    @property
    def firmness(self) -> Firmness:
        """
        How firmly it is promised.
        """

    @property
    def is_approximate(self) -> bool:
        """
        近, 约, 余
        """

    @property
    def is_estimate(self) -> bool:
        """
        预计, 初步核算
        """

    @property
    def is_observed(self) -> bool:
        """
        Told as done.
        """

    @property
    def is_part(self) -> bool:
        """
        其中
        """

    @property
    def measure(self) -> Measure:
        """
        What kind of number it is.
        """

    @property
    def number(self) -> str:
        """
        The number with its unit.
        """

    @property
    def reference(self) -> tuple[str, bool, float] | None:
        """
        Words, whether others set it, and offset of what gives the value.
        """

    @property
    def rule(self) -> str:
        """
        The rule that decided.
        """

    @property
    def stage(self) -> ProjectStage:
        """
        How far a project is to come.
        """

    @property
    def subject(self) -> str:
        """
        What is measured.
        """

    @property
    def title(self) -> str:
        """
        Short, of verb and subject.
        """

    @property
    def unit(self) -> Unit:
        """
        As written: 5.6 of 万户; 八成 is 80 of %.
        """

    @property
    def upper(self) -> float | None:
        """
        Of a range its second figure, in `unit`; otherwise None.
        """

    @property
    def value(self) -> float:
        """
        In `unit`; not a number where `reference` gives it.
        """

    @property
    def words(self) -> str:
        """
        All words that bear on it.
        """

class FigureReading:
    """
    The numbers of a sentence.
    """

    def __copy__(self) -> FigureReading: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> FigureReading: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def figures(self) -> list[Figure]:
        """
        What is promised or reported, in the order of the numbers.
        """

    @property
    def traps(self) -> list[tuple[str, TrapKind]]:
        """
        Words and TrapKind of numbers that promise nothing.
        """

    @property
    def unread(self) -> list[str]:
        """
        Numbers for which no rule was found.
        """

class Block:
    """
    A heading, an item or a paragraph of a report.
    """

    def __copy__(self) -> Block: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Block: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def begin(self) -> int:
        """
        First byte of it in the report, in UTF-8.
        """

    @property
    def end(self) -> int:
        """
        One past its last byte in the report, in UTF-8.
        """

    @property
    def kind(self) -> BlockKind:
        """
        What it is: a heading, a paragraph, ...
        """

    @property
    def level(self) -> int:
        """
        Depth of a heading, from 1; of anything else 0.
        """

    @property
    def marker(self) -> str:
        """
        一、 （二） ❸ ●
        """

    @property
    def parent(self) -> Block | None:
        """
        The heading that it stands under.
        """

    @property
    def part(self) -> ReportPart:
        """
        What its part of the report is for.
        """

    @property
    def text(self) -> str:
        """
        Without marker and line breaks.
        """

class Passage:
    """
    Some words of a report and what they became.
    """

    def __copy__(self) -> Passage: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Passage: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def begin(self) -> int:
        """
        First byte of it in the report, in UTF-8.
        """

    @property
    def end(self) -> int:
        """
        One past their last byte in the report, in UTF-8.
        """

    @property
    def node(self) -> str:
        """
        Id in the draft.
        """

    @property
    def note(self) -> str:
        """
        What a person sees who points at them: a measure, a kind of trap, a title.
        """

    @property
    def outcome(self) -> Outcome:
        """
        What became of them.
        """

    @property
    def words(self) -> str:
        """
        The words themselves.
        """

class ReviewItem:
    """
    A place that a person should look at.
    """

    def __copy__(self) -> ReviewItem: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ReviewItem: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    @property
    def alternatives(self) -> list[str]:
        """
        What else it could mean, likeliest first.
        """

    @property
    def begin(self) -> int:
        """
        First byte of it in the report, in UTF-8.
        """

    @property
    def code(self) -> str:
        """
        Which kind of doubt: approximate, not_tied, ...
        """

    @property
    def end(self) -> int:
        """
        One past their last byte in the report, in UTF-8.
        """

    @property
    def node(self) -> str:
        """
        Id in the draft, or nothing.
        """

    @property
    def reason(self) -> str:
        """
        In Chinese.
        """

    @property
    def taken(self) -> str:
        """
        What it was read as.
        """

    @property
    def text(self) -> str:
        """
        The sentence.
        """

    @property
    def words(self) -> str:
        """
        The words that are doubtful.
        """

class ReportReading:
    """
    What was read of a report.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __copy__(self) -> ReportReading: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> ReportReading: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def html(self) -> str:
        """
        The report as a page of HTML that needs nothing from elsewhere: what became of its words, and the review list beside it.
        """

    def review_csv(self) -> str:
        """
        The review list as CSV text.
        """

    @property
    def coverage(self) -> dict[str, typing.Any]:
        """
        How many numbers in digits there are, where they went, and the share that was accounted for, 0 to 1.
        """

    @property
    def observations(self) -> Observations:
        """
        What the report tells of the year before.
        """

    @property
    def passages(self) -> list[Passage]:
        """
        What became of which words, in the order of the report; none overlaps.
        """

    @property
    def plan(self) -> Plan:
        """
        The draft as a plan.
        """

    @property
    def review(self) -> list[ReviewItem]:
        """
        Places that a person should look at, in the order of the report.
        """

    @property
    def text(self) -> str:
        """
        The report.
        """

    def _repr_html_(self) -> str:
        """
        The page in a frame of its own, so that its style stays inside.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

    @property
    def draft(self) -> builder.PlanBuilder:
        """
        A new PlanBuilder that holds all of the plan, to be corrected.
        """

    def review_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a place to look at, in the order of the report.
        """

    def review_frame(self) -> typing.Any:
        """
        A pandas DataFrame of the review list; needs pandas.
        """

    def save_html(self, path: str | os.PathLike[str]) -> None:
        """
        Write `html()` to a file.

        Parameters
        ----------
        path : a path; ``-`` is standard output

        Raises
        ------
        OSError
            The file cannot be written.
        """

class _TableBuffer:
    """
    Bytes of a column; read-only.
    """

    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...

class Table:
    """
    Columns of a plan, of observations or of an evaluation.

    Speaks the Arrow PyCapsule protocol: pyarrow, polars, DuckDB, nanoarrow and others take it as it is.
    """

    def __arrow_c_array__(
        self, requested_schema: typing.Any = None
    ) -> tuple[typing_extensions.CapsuleType, typing_extensions.CapsuleType]:
        """
        All rows as one batch. A requested schema is only a wish and is passed over.
        """

    def __arrow_c_schema__(self) -> typing_extensions.CapsuleType:
        """
        The columns' names and types, for any library that speaks Arrow.
        """

    def __arrow_c_stream__(
        self, requested_schema: typing.Any = None
    ) -> typing_extensions.CapsuleType:
        """
        A stream of one batch. A requested schema is only a wish and is passed over.
        """

    def __copy__(self) -> Table: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Table: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def _column(self, name: str) -> dict[str, typing.Any]:
        """
        The layout of a column.
        """

    @property
    def columns(self) -> list[str]:
        """
        The names of the columns.
        """

    @property
    def name(self) -> str:
        """
        What it is a table of.
        """

    def to_pandas(self) -> typing.Any:
        """
        A pandas DataFrame of `to_dicts()`; needs pandas.

        Words are categories, dates datetime64, and numbers float64 with NaN for no value. Of links,
        veto is boolean and lag Int32, with NA.
        """

    def to_dicts(self) -> list[dict[str, typing.Any]]:
        """
        One dict a row: plain values.
        """

    def to_arrow(self) -> typing.Any:
        """
        A pyarrow Table; needs pyarrow. Numbers, dates, codes and texts are shared, not copied.
        """

    def to_polars(self) -> typing.Any:
        """
        A polars DataFrame; needs polars.
        """

    def to_numpy(
        self, columns: collections.abc.Iterable[str] | None = None
    ) -> dict[str, typing.Any]:
        """
        A dict of numpy arrays by column; needs numpy.

        Numbers are shared and read-only, with NaN for no value; dates are datetime64[D] with NaT; texts
        and words are objects, with None. Texts take nearly all of the time.

        Parameters
        ----------
        columns : which of them; default all
        """

class Finding:
    """
    One thing that was found in a plan.
    """

    def __copy__(self) -> Finding: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> Finding: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def describe(self, language: str | None = None) -> str:
        """
        What was found, in a sentence.

        Parameters
        ----------
        language : zh or en; default the plan's
        """

    @property
    def code(self) -> str:
        """
        Which check found it, as in x-silence.
        """

    @property
    def hint(self) -> str:
        """
        What to do about it, in the language of the plan.
        """

    @property
    def message(self) -> str:
        """
        The finding in a sentence, in the language of the plan.
        """

    @property
    def node(self) -> Node | None:
        """
        The node it is about, or None when it is about the plan itself.
        """

    @property
    def others(self) -> NodeList:
        """
        The goal, sibling or predecessor it is about, first.
        """

    @property
    def severity(self) -> Severity:
        """
        problem or advice
        """

class CheckReport:
    """
    All that was found in a plan: a sequence of findings.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __copy__(self) -> CheckReport: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> CheckReport: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> Finding:
        """
        The finding at a position, counting from 0 (or back from -1).
        """

    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[Finding]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def of(self, code: str) -> list[Finding]:
        """
        The findings with a code.

        Parameters
        ----------
        code : such as indicator-without-owner

        Raises
        ------
        UnknownIdError
            No check has this code; names the nearest.
        """

    @property
    def advice(self) -> list[Finding]:
        """
        The findings that may be meant, and mostly are not.
        """

    @property
    def findings(self) -> list[Finding]:
        """
        In the author's order of their nodes, those about the plan first.
        """

    @property
    def plan(self) -> Plan:
        """
        The plan that was checked.
        """

    @property
    def problems(self) -> list[Finding]:
        """
        The findings by which the plan contradicts itself.
        """

    @property
    def silenced(self) -> int:
        """
        How many more there would be if the plan silenced none.
        """

    def _repr_html_(self) -> str:
        """
        What is told in words, as HTML.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

    def to_dicts(self, language: str | None = None) -> list[dict[str, typing.Any]]:
        """
        One dict a finding: plain values that JSON and tables take.

        Parameters
        ----------
        language : of the sentences, zh or en; default the plan's
        """

    def to_pandas(self, language: str | None = None) -> typing.Any:
        """
        The findings as a DataFrame of pandas, a row each: `to_dicts()`; needs pandas.

        Parameters
        ----------
        language : as of `to_dicts`
        """

    def to_text(self, language: str | None = None, *, most: int | None = 3) -> str:
        """
        The findings in words, problems first, those of one code together.

        Parameters
        ----------
        language : zh or en; default the plan's
        most : how many findings of a code are listed before the rest is counted; None lists all
        """

    def __str__(self) -> str:
        """
        The findings in words, as `to_text` has them.
        """

class NodeDiff:
    """
    A node that differs between two plans.
    """

    def __copy__(self) -> NodeDiff: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> NodeDiff: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __repr__(self) -> str: ...
    def fields(self, language: str | None = None) -> list[tuple[DiffKind, str, str, str]]:
        """
        What differs: (kind, field, before, after), in words.

        Parameters
        ----------
        language : zh or en; default the second plan's
        """

    @property
    def after(self) -> Node | None:
        """
        The node of the second plan, or None when it was removed.
        """

    @property
    def before(self) -> Node | None:
        """
        The node of the first plan, or None when it was added.
        """

    @property
    def id(self) -> str:
        """
        In the second plan, or in the first when it was removed.
        """

    @property
    def kinds(self) -> list[DiffKind]:
        """
        What became of it: added, removed, moved, reworded, retargeted, reowned, redated, relinked, reweighted, renumbered or changed.
        """

    @property
    def matched_by(self) -> MatchedBy | None:
        """
        How the two were found to be one: by id, title or likeness; None for one alone.
        """

    @property
    def node(self) -> Node:
        """
        As it is in the second plan, or as it was when it was removed.
        """

class PlanDiff:
    """
    How two plans differ: a sequence of the nodes that do.
    """

    __hash__: typing.ClassVar[None]  # type: ignore[assignment]

    def __bool__(self) -> bool: ...
    def __copy__(self) -> PlanDiff: ...
    def __deepcopy__(self, memo: dict[int, typing.Any]) -> PlanDiff: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, index: typing.SupportsInt | typing.SupportsIndex) -> NodeDiff:
        """
        The node at a position, counting from 0 (or back from -1).
        """

    def __init__(self, made_elsewhere: typing.Never, /) -> None: ...
    def __iter__(self) -> collections.abc.Iterator[NodeDiff]: ...
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __str__(self) -> str: ...
    def _plan_fields(self, language: str | None = None) -> list[tuple[DiffKind, str, str, str]]: ...
    def find_after(self, id: str) -> Node | None:
        """
        The node of the second plan that a node of the first became, or None.

        Parameters
        ----------
        id : of a node of the first plan

        Raises
        ------
        UnknownIdError
            The first plan has no such node; names the nearest ids.
        """

    def of(self, kind: str) -> list[NodeDiff]:
        """
        The nodes that differ in one way.

        Parameters
        ----------
        kind : a DiffKind or its word, such as retargeted

        Raises
        ------
        Error
            There is no such word.
        """

    def summary(self, language: str | None = None) -> str:
        """
        In one line.

        Parameters
        ----------
        language : zh or en; default the second plan's
        """

    def to_text(self, language: str | None = None) -> str:
        """
        In words, a line a difference, those of one kind together.

        Parameters
        ----------
        language : zh or en; default the second plan's
        """

    @property
    def added(self) -> NodeList:
        """
        Nodes of the second plan that the first does not have.
        """

    @property
    def after(self) -> Plan:
        """
        The plan that it became.
        """

    @property
    def before(self) -> Plan:
        """
        The plan that came first.
        """

    @property
    def plan_fields(self) -> list[tuple[DiffKind, str, str, str]]:
        """
        What differs in the heading, of no node: (kind, field, before, after).
        """

    @property
    def removed(self) -> NodeList:
        """
        Nodes of the first plan that the second does not have.
        """

    @property
    def reordered(self) -> bool:
        """
        Whether nodes that are in both come in another order.
        """

    @property
    def unchanged(self) -> int:
        """
        How many nodes are alike in both.
        """

    def _repr_html_(self) -> str:
        """
        What is told in words, as HTML.
        """

    def _repr_mimebundle_(
        self, include: typing.Any = None, exclude: typing.Any = None
    ) -> dict[str, str]:
        """
        What a notebook and a terminal show: text/plain and text/html.
        """

    def to_dicts(self, language: str | None = None) -> list[dict[str, typing.Any]]:
        """
        One dict a field that differs; of a node that was added or removed its goals and target.

        Parameters
        ----------
        language : of the words, zh or en; default the second plan's
        """

    def to_pandas(self, language: str | None = None) -> typing.Any:
        """
        What differs as a DataFrame of pandas, a row a field: `to_dicts()`; needs pandas.

        Parameters
        ----------
        language : as of `to_dicts`
        """

    def to_table(self, language: str | None = None) -> str:
        """
        A table of all that differs, nodes of one kind together: aligned for a terminal.

        Parameters
        ----------
        language : zh or en; default the second plan's
        """

def bytes_of_observations(observations: Observations, format: str) -> bytes: ...
def bytes_of_plan(plan: Plan, format: str) -> bytes: ...
def check(plan: Plan) -> CheckReport:
    """
    All that is found in a plan.
    """

def check_codes() -> list[tuple[str, Severity]]:
    """
    Every code with its severity.
    """

def check_hint(code: str, language: str) -> str:
    """
    What to do about what a check finds.
    """

def check_label(code: str, language: str) -> str:
    """
    What a check finds, in a few words.
    """

def collect_observations(
    source: Source, units: UnitTable | None = None
) -> tuple[Observations, list[int], list[tuple[int, str, typing.Any]]]:
    """
    Observations as load_observations gives them; of a CSV only the rows that can be read, the line of each, and the others as (line, reason, values).
    """

def column_hint(name: str) -> str:
    """
    The nearest columns of observations, for a message.
    """

def contradictions(observations: Observations) -> list[tuple[int, int, str]]:
    """
    Readings that contradict an earlier one: (place, earlier, why).
    """

def decode_report(data: bytes) -> str:
    """
    A report's bytes, UTF-8 or GB18030, as text.
    """

def diff(before: Plan, after: Plan) -> PlanDiff:
    """
    How two plans differ.
    """

def diff_label(kind: str, language: str) -> str:
    """
    The word that a reader sees for a kind of difference.
    """

def display_width(text: str) -> int:
    """
    Columns that a text takes in a terminal: two for a Chinese character.
    """

def field_label(field: str, language: str) -> str:
    """
    The word that a reader sees for a field of a plan.
    """

def find_cell_date(text: str) -> datetime.date | None:
    """
    The date in a cell of a table, or None.
    """

def find_cell_number(text: str) -> tuple[float, bool] | None:
    """
    The number in a cell of a table and whether a sign % follows it, or None.
    """

def format_of(bytes: bytes) -> str:
    """
    json, jjx or csv.
    """

def format_rounded(
    value: typing.SupportsFloat | typing.SupportsIndex,
    decimals: typing.SupportsInt | typing.SupportsIndex,
) -> str:
    """
    A number with at most so many decimals and no trailing zeros.
    """

def import_table(
    table: typing.Any,
    names: dict[str, str],
    units: UnitTable | None = None,
    *,
    collect: bool = False,
) -> tuple[Observations, list[int], list[tuple[int, str, typing.Any]], int]:
    """
    Observations, the row of each, rows that cannot be read as (row, reason, values), and how many there are.
    """

def kind_of_jjx(bytes: bytes, name: typing.Any) -> str:
    """
    plan, observations or evaluation.
    """

def label(status: str, language: str) -> str:
    """
    The word that a reader sees for a status, in zh or en.
    """

def load_evaluation(source: Source, plan: Plan | None = None) -> Evaluation:
    """
    An evaluation from a path, - or an open file.
    """

def load_observations(
    source: Source, units: UnitTable | None = None, plan: Plan | None = None
) -> Observations:
    """
    Observations from a path, - or an open file, in CSV, JSON or .jjx, of nodes of a plan if one is given.
    """

def load_plan(source: Source) -> Plan:
    """
    A plan from a path, - or an open file.
    """

def observations_from_bytes(
    bytes: bytes, name: typing.Any, units: UnitTable | None = None
) -> Observations: ...
def parse_date(day: datetime.date | str) -> datetime.date:
    """
    A date from a date or ISO text.
    """

def parse_observations(text: str, name: str = "", units: UnitTable | None = None) -> Observations:
    """
    Observations from CSV or JSON text.
    """

def parse_span(span: str) -> Span:
    """
    A Span from its name.
    """

def parse_stage(stage: str) -> Stage:
    """
    A Stage from its name.
    """

def parse_target(text: str, units: UnitTable | None = None) -> Target:
    """
    As Target.parse, with units of your own.

    Parameters
    ----------
    text : a figure with its unit and bound
    units : default the standard ones
    """

def plan_from_bytes(bytes: bytes, name: typing.Any) -> Plan: ...
def read_figures(
    sentence: str,
    units: UnitTable | None = None,
    is_review: bool = False,
    year: typing.SupportsInt | typing.SupportsIndex | None = None,
) -> FigureReading:
    """
    The figures of a sentence.
    """

def read_file(path: typing.Any) -> bytes:
    """
    The bytes of a file; - is standard input.
    """

def read_numeral(text: str) -> tuple[float, str, str, float] | None:
    """
    Value, kind, words and scale of the numeral that a text begins with.
    """

def read_outline(text: str) -> list[Block]:
    """
    The blocks of a report.
    """

def read_report(
    text: str,
    id: str = "report",
    document: str = "",
    year: typing.SupportsInt | typing.SupportsIndex | None = None,
    units: UnitTable | None = None,
) -> ReportReading:
    """
    Reads a report.
    """

def severity_label(severity: str, language: str) -> str:
    """
    The word that a reader sees for a severity.
    """

def texts(
    ends: _TableBuffer, bytes: _TableBuffer, count: typing.SupportsInt | typing.SupportsIndex
) -> list[str]:
    """
    The texts of a column of texts.
    """

def without(
    observations: Observations,
    places: collections.abc.Set[typing.SupportsInt | typing.SupportsIndex],
) -> Observations:
    """
    The readings but for those at some places.
    """

def write_file(path: typing.Any, bytes: bytes) -> None:
    """
    Writes a file: at every moment it is the old or the new.
    """

DATE_SPELLINGS: str
__version__: str
