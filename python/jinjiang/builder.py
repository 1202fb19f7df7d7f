# SPDX-License-Identifier: BSL-1.0
"""Drafts of plans."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Unpack

from . import _core
from ._arguments import explained, in_words
from ._errors import Error, TargetError
from ._node_keywords import NodeKeywords, given, in_json, options_of
from ._types import Day

_parse_target = explained(_core.parse_target, "PlanBuilder")


class PlanBuilder:
    """A plan in the making; everything is checked by `build()`.

    Parameters
    ----------
    id : text of 1 to 256 bytes, or a Plan to go on from, of which stays what is not given here
    title, issuer : text; default empty
    start, end : first and last day; needed, but of a Plan, which keeps its own
    language : ``zh`` (default) or ``en``, of reports
    policy : Policy; default as `Policy()` gives it
    units : UnitTable with units of your own; default the standard ones
    source : mapping with some of document, section, begin and end
    extensions : mapping of keys of your own, which begin with x-, and values that JSON has

    Raises
    ------
    Error
        The end lies before the start.
    TypeError
        Start or end is missing, or is given with a Plan.

    >>> import jinjiang as jj
    >>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
    >>> draft.goal("g", "更大发展空间")
    >>> draft.indicator("g.1", "盘活低效用地", target="7000亩", measure="increment", part_of="g")
    >>> draft.build()
    <Plan demo: 1 goals, 1 indicators, 0 tasks, 2025-01-01 to 2025-12-31>
    """

    def __init__(
        self,
        id: "str | _core.Plan",
        *,
        title: str | None = None,
        start: Day | None = None,
        end: Day | None = None,
        issuer: str | None = None,
        language: str | None = None,
        policy: "_core.Policy | None" = None,
        units: "_core.UnitTable | None" = None,
        source: Mapping[str, Any] | None = None,
        extensions: Mapping[str, Any] | None = None,
    ) -> None:
        self._targets: dict[str, _core.Target] = {}
        if isinstance(id, _core.Plan):
            self._targets = {
                node.id: node.revisions[-1][1] if node.revisions else node.target
                for node in id.indicators
                if node.target is not None
            }
            if start is not None or end is not None:
                raise TypeError("a draft that goes on from a plan has the plan's period")
            self._draft = _core.PlanBuilder(id)
            units = id.units if units is None else units
        elif start is None or end is None:
            raise TypeError(
                "a plan needs start and end, such as start='2025-01-01', end='2025-12-31'"
            )
        else:
            self._draft = _core.PlanBuilder(id, start, end)
        self._draft.heading(
            given(
                title=title,
                issuer=issuer,
                language=language,
                policy=policy,
                units=units,
                source=source,
                extensions=None if extensions is None else in_json(extensions),
            )
        )
        self._units = units

    def goal(
        self,
        id: str,
        title: str = "",
        *,
        rule: "str | tuple[str, int] | Mapping[str, int] | None" = None,
        firmness: str | None = None,
        **keywords: Unpack[NodeKeywords],
    ) -> None:
        """Add a goal: a node that is measured only through its parts.

        Parameters
        ----------
        id : unique in the plan, 1 to 256 bytes
        title : default empty
        rule : mean (default), worst, all, or ``{"at_least": k}``, also ``("at_least", k)``;
            docs/rules.md, section 12
        firmness : must, committed (default), stretch or exploratory
        **keywords : part_of, depends_on, owner, supporting, start, due, lifecycle, tags, source,
            note, extensions; see `NodeKeywords`

        Raises
        ------
        Error
            A word or a date cannot be read. What else is wrong is said by `build`.
        """
        with _placed(f"goal {id}"):
            self._draft.goal(id, title, options_of(keywords, rule=rule, firmness=firmness))

    def indicator(
        self,
        id: str,
        title: str = "",
        *,
        target: "str | _core.Target | None" = None,
        measure: str | None = None,
        **keywords: Unpack[NodeKeywords],
    ) -> None:
        """Add an indicator: a leaf with a number to reach.

        Parameters
        ----------
        id : unique in the plan, 1 to 256 bytes
        title : default empty
        target : Target, or the wording of one figure such as ``超600万平方米``; without one the
            indicator is watched and never judged
        measure : of the target, in place of its own
        **keywords : as in `goal`

        Raises
        ------
        FormatError
            The wording of the target cannot be read.
        TargetError
            The measure does not fit the target.
        Error
            As of `goal`.
        """
        with _placed(f"indicator {id}"):
            if isinstance(target, str):
                target = _parse_target(target, self._units)
            if target is not None and not isinstance(target, _core.Target):
                raise TypeError(
                    f"target: expected a Target or its wording, found {in_words(target)}"
                )
            self._draft.indicator(id, title, target, options_of(keywords, measure=measure))
            if target is not None:
                self._targets[id] = target.with_measure(measure) if measure else target

    def task(
        self,
        id: str,
        title: str = "",
        *,
        duration: int | None = None,
        progress: float | None = None,
        profile: "str | _core.Profile | Mapping[str, Any] | None" = None,
        firmness: str | None = None,
        stage: str | None = None,
        **keywords: Unpack[NodeKeywords],
    ) -> None:
        """Add a task: a leaf without a number.

        Parameters
        ----------
        id : unique in the plan, 1 to 256 bytes
        title : default empty
        duration : days, 1 to 73200; with one of start and due it gives the other
        progress : 0 to 1, what is known without a dated observation; default nothing
        profile : linear, hold, at_due, a Profile, or a mapping as in JSON; default linear with a
            start of its own, else at_due; docs/rules.md, section 7
        firmness : must, committed (default), stretch or exploratory
        stage : another spelling of lifecycle
        **keywords : as in `goal`

        Raises
        ------
        Error
            As of `goal`.
        """
        with _placed(f"task {id}"):
            if stage is not None and keywords.setdefault("lifecycle", stage) != stage:
                raise TypeError("lifecycle and stage mean the same; give one of them")
            options = options_of(
                keywords, duration=duration, progress=progress, profile=profile, firmness=firmness
            )
            self._draft.task(id, title, options)

    def part_of(self, child: str, goal: str, weight: float = 1, veto: bool = False) -> None:
        """Make a node part of one more goal.

        Parameters
        ----------
        child : id of the part; it may be added later
        goal : id of the goal; it may be added later
        weight : 1e-100 to 1e100; docs/rules.md, section 12
        veto : 一票否决; whether the goal is no better while the part is missed or off track;
            docs/rules.md, section 13
        """
        self._draft.part_of(child, goal, weight, veto)

    def depends_on(
        self, successor: str, predecessor: str, type: str = "FS", lag: int = 0, assumption: str = ""
    ) -> None:
        """Make a node depend on another.

        Parameters
        ----------
        successor : id of the node that waits; it may be added later
        predecessor : id of the node that it waits for; it may be added later
        type : FS, SS, FF or SF; docs/schedule.md, The rules
        lag : days, may be negative
        assumption : why an analyst assumes it; empty when the document states it

        Raises
        ------
        Error
            There is no such type.
        """
        self._draft.depends_on(successor, predecessor, type, lag, assumption)

    def revise(
        self, id: str, effective: Day, target: "str | _core.Target", reason: str = ""
    ) -> None:
        """Put another target in force from a date on.

        A target in words keeps the measure of the one before.

        Parameters
        ----------
        id : of an indicator with a target
        effective : date from which it is in force; two of one indicator do not share one
        target : Target, or the wording of one figure
        reason : why; may be empty

        Raises
        ------
        FormatError
            The wording cannot be read.
        TargetError
            The one before has more than words can say: a baseline value, a basis, a direction or a
            profile of its own, or a base of comparison.

        >>> import jinjiang as jj
        >>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
        >>> draft.indicator("land", "盘活低效用地", target="7000亩", measure="increment")
        >>> draft.revise("land", "2025-07-01", "6000亩", "年中调整")
        >>> land = draft.build()["land"]
        >>> land.target_on("2025-06-30"), land.target_on("2025-07-01")
        (Target(reach 7000 亩, increment), Target(reach 6000 亩, increment))
        """
        with _placed(f"revision of {id}"):
            if isinstance(target, str):
                promised = _parse_target(target, self._units)
                if id in self._targets:
                    promised = _like(self._targets[id], promised)
            else:
                promised = target
            self._draft.revise(id, effective, promised, reason)
            self._targets[id] = promised

    def lifecycle(self, id: str, lifecycle: str) -> None:
        """Set where the work on a node stands; docs/rules.md, section 11.

        Parameters
        ----------
        id : of a node of the draft
        lifecycle : draft, active, suspended, done or cancelled

        Raises
        ------
        UnknownIdError
            The draft has no such node.
        Error
            There is no such word.
        """
        self._draft.lifecycle(id, lifecycle)

    def remove(self, id: str) -> None:
        """Take a node and its links out of the draft.

        Parameters
        ----------
        id : of a node of the draft

        Raises
        ------
        UnknownIdError
            The draft has no such node.
        """
        self._draft.remove(id)
        self._targets.pop(id, None)

    def __len__(self) -> int:
        return len(self._draft)

    def build(self) -> "_core.Plan":
        """Make the plan; the draft may go on.

        Raises
        ------
        PlanError
            `problems` lists everything that is wrong.
        """
        return self._draft.build()

    def __repr__(self) -> str:
        return f"<PlanBuilder: {len(self)} nodes>"


@contextmanager
def _placed(place: str) -> Iterator[None]:
    """Puts the place before the words of an error."""
    try:
        yield
    except (TypeError, Error) as error:
        error.args = (f"{place}: {error}",)
        raise


def _like(before: "_core.Target", worded: "_core.Target") -> "_core.Target":
    """A target in words with the measure of the one before, if words can say all of that."""
    target = worded.with_measure(before.measure)
    names = ("baseline", "basis", "base", "direction", "profile")
    lost = [name for name in names if getattr(before, name) != getattr(target, name)]
    if lost:
        raise TargetError(
            f"words do not say the {' and '.join(lost)} of the target before, {before!r}; "
            "give a Target"
        )
    return target
