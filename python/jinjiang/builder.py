# SPDX-License-Identifier: BSL-1.0
"""Drafts of plans."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypedDict, Unpack

from . import _core
from ._arguments import explained, in_words
from ._errors import Error, TargetError
from ._types import Day

Link = str | tuple[Any, ...] | Mapping[str, Any]
Links = Link | Iterable[Link]

_parse_target = explained(_core.parse_target, "PlanBuilder")


class NodeKeywords(TypedDict, total=False):
    """Keywords of every node.

    Parameters
    ----------
    part_of : id of a goal, or several; each also ``(id, weight)``, ``(id, weight, veto)`` or
        a mapping with goal, weight and veto
    depends_on : id of a predecessor, or several; each also ``(id, type, lag, assumption)`` or
        a mapping with these keys; type FS, SS, FF or SF, lag in days
    owner : lead unit 牵头单位
    supporting : supporting units 配合单位
    start, due : default the plan's
    lifecycle : draft, active (default), suspended, done or cancelled
    tags : words of your own, one or several
    note : free text
    source : mapping with document, section, begin and end
    extensions : mapping of keys of your own, which begin with x-, and values that JSON has;
        ``{"x-silence": [...]}`` names findings of `Plan.check` that are meant
    """

    part_of: Links
    depends_on: Links
    owner: str
    supporting: str | Iterable[str]
    start: Day
    due: Day
    lifecycle: str
    tags: str | Iterable[str]
    source: Mapping[str, Any]
    note: str
    extensions: Mapping[str, Any]


class PlanBuilder:
    """A plan in the making; everything is checked by `build()`.

    Parameters
    ----------
    id : text, or a Plan to go on from
    title, issuer : text
    start, end : date, or text such as ``2025-01-01``
    language : ``zh`` or ``en``, of reports
    policy : Policy
    units : UnitTable with units of your own
    source : mapping with document and section
    extensions : mapping of keys of your own, which begin with x-

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
            _given(
                title=title,
                issuer=issuer,
                language=language,
                policy=policy,
                units=units,
                source=source,
                extensions=None if extensions is None else _in_json(extensions),
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
        rule : mean (default), worst, all, or ``{"at_least": k}``, also ``("at_least", k)``
        firmness : must, committed (default), stretch or exploratory
        keywords : part_of, depends_on, owner, supporting, start, due, lifecycle, tags, source,
            note; see `jinjiang.builder.NodeKeywords`
        """
        with _placed(f"goal {id}"):
            self._draft.goal(id, title, _options(keywords, rule=rule, firmness=firmness))

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
        target : Target, or the wording of one figure such as ``超600万平方米``; without one the
            indicator is watched and never judged
        measure : of the target, in place of its own
        keywords : as in `goal`

        Raises
        ------
        FormatError
            The wording of the target cannot be read.
        """
        with _placed(f"indicator {id}"):
            if isinstance(target, str):
                target = _parse_target(target, self._units)
            if target is not None and not isinstance(target, _core.Target):
                raise TypeError(
                    f"target: expected a Target or its wording, found {in_words(target)}"
                )
            self._draft.indicator(id, title, target, _options(keywords, measure=measure))
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
        duration : days; with one of start and due it gives the other
        progress : 0 to 1, what is known without a dated observation
        profile : linear, hold, at_due (default), a Profile, or a mapping as in JSON
        firmness : must, committed (default), stretch or exploratory
        stage : another spelling of lifecycle
        keywords : as in `goal`
        """
        with _placed(f"task {id}"):
            if stage is not None and keywords.setdefault("lifecycle", stage) != stage:
                raise TypeError("lifecycle and stage mean the same; give one of them")
            options = _options(
                keywords, duration=duration, progress=progress, profile=profile, firmness=firmness
            )
            self._draft.task(id, title, options)

    def part_of(self, child: str, goal: str, weight: float = 1, veto: bool = False) -> None:
        """Make a node part of one more goal, with a weight of 1e-100 to 1e100.

        With a veto 一票否决 the goal is no better while the part is missed or off track.
        """
        self._draft.part_of(child, goal, weight, veto)

    def depends_on(
        self, successor: str, predecessor: str, type: str = "FS", lag: int = 0, assumption: str = ""
    ) -> None:
        """Make a node depend on another.

        Parameters
        ----------
        type : FS, SS, FF or SF
        lag : days, may be negative
        assumption : why an analyst assumes it; empty when the document states it
        """
        self._draft.depends_on(successor, predecessor, type, lag, assumption)

    def revise(
        self, id: str, effective: Day, target: "str | _core.Target", reason: str = ""
    ) -> None:
        """Put another target in force from a date on.

        A target in words keeps the measure of the one before.

        Raises
        ------
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
        """Set where the work on a node stands.

        Raises
        ------
        UnknownIdError
        """
        self._draft.lifecycle(id, lifecycle)

    def remove(self, id: str) -> None:
        """Take a node and its links out of the draft.

        Raises
        ------
        UnknownIdError
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


def _given(**options: Any) -> dict[str, Any]:
    return {key: value for key, value in options.items() if value is not None}


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


def _options(keywords: NodeKeywords, **others: Any) -> dict[str, Any]:
    """The keywords of a node in the one form that the extension takes."""
    known = NodeKeywords.__annotations__
    for key in keywords:
        if key not in known:
            names = ", ".join([*others, *known])
            raise TypeError(f"unexpected keyword {key!r}; there are {names}")
    options = _given(**others, **keywords)
    if "part_of" in options:
        options["part_of"] = [_part(link) for link in _several("part_of", options["part_of"])]
    if "depends_on" in options:
        options["depends_on"] = [
            _dependency(link) for link in _several("depends_on", options["depends_on"])
        ]
    if "extensions" in options:
        options["extensions"] = _in_json(options["extensions"])
    for key in ("profile", "rule", "source"):
        if isinstance(options.get(key), Mapping):
            options[key] = dict(options[key])
    for key in ("supporting", "tags"):
        if key in options:
            options[key] = _texts(key, options[key])
    return options


def _in_json(extensions: Any) -> list[tuple[Any, str]]:
    if not isinstance(extensions, Mapping):
        raise TypeError(f"extensions: expected a mapping, found {in_words(extensions)}")
    import json

    # As the reader of files keeps them, so that a plan is equal to what is read of its file.
    writer = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        return [(key, writer.encode(value)) for key, value in extensions.items()]
    except (TypeError, ValueError) as error:
        raise TypeError(f"extensions: expected values that JSON has: {error}") from None


def _texts(name: str, value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, Iterable):
        raise TypeError(f"{name}: expected a text or texts, found {in_words(value)}")
    return list(value)


def _several(name: str, links: Links) -> list[Link]:
    if isinstance(links, (str, tuple, Mapping)):
        return [links]
    if not isinstance(links, Iterable):
        raise TypeError(f"{name}: cannot take {links!r}; give an id, a tuple or a mapping")
    return list(links)


def _filled(name: str, link: Link, defaults: tuple[Any, ...]) -> tuple[Any, ...]:
    """A link in full: what is left out of a text or tuple is the default."""
    parts = (link,) if isinstance(link, str) else tuple(link)
    if not 1 <= len(parts) <= len(defaults):
        raise TypeError(f"{name}: expected 1 to {len(defaults)} values, found {link!r}")
    return (*parts, *defaults[len(parts) :])


def _part(link: Link) -> tuple[Any, ...]:
    if isinstance(link, Mapping):
        _check_keys("part_of", link, ("goal", "weight", "veto"))
        return link["goal"], link.get("weight", 1.0), link.get("veto", False)
    return _filled("part_of", link, ("", 1.0, False))


def _dependency(link: Link) -> tuple[Any, ...]:
    if isinstance(link, Mapping):
        _check_keys("depends_on", link, ("predecessor", "type", "lag", "assumption"))
        defaults = {"type": "FS", "lag": 0, "assumption": ""}
        return (link["predecessor"], *(link.get(key, value) for key, value in defaults.items()))
    return _filled("depends_on", link, ("", "FS", 0, ""))


def _check_keys(name: str, link: Mapping[str, Any], known: tuple[str, ...]) -> None:
    unknown = [key for key in link if key not in known]
    if unknown or known[0] not in link:
        raise TypeError(f"{name}: expected a mapping with {', '.join(known)}, found {dict(link)!r}")
