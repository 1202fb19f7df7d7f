# SPDX-License-Identifier: BSL-1.0
"""Government work reports, read into drafts of plans."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from . import _core, _display
from ._arguments import explained, in_words
from ._arrow import package
from ._errors import FormatError
from ._progress_bar import track
from ._types import Readable
from .builder import PlanBuilder

if TYPE_CHECKING:
    from pathlib import Path

_REVIEW_COLUMNS = (
    "line",
    "begin",
    "end",
    "node",
    "code",
    "words",
    "text",
    "taken",
    "alternatives",
    "reason",
)

_LONGEST_ID = 256
"""Bytes in UTF-8, as plans have it."""

_read_report = explained(_core.read_report, "read_report")
_read_figures = explained(_core.read_figures, "read_figures")

Report = str | bytes | os.PathLike[str] | Readable


def read_report(
    report: Report,
    year: int | None = None,
    *,
    id: str = "report",
    document: str = "",
    units: "_core.UnitTable | None" = None,
) -> "_core.ReportReading":
    """Read a government work report, a newspaper's summary of one, or a table of tasks.

    Headings become goals, figures indicators, other commitments tasks; what is told of the year
    before becomes observations. Whatever the text, there is a plan; what is doubtful in it is in
    `review`.

    Parameters
    ----------
    report : the text, its bytes (UTF-8 or GB18030), a Path, or an open file
    year : of the plan; default as the report says
    id : of the plan
    document : what sources call the report; default its title
    units : default the standard ones

    Raises
    ------
    FormatError
        Bytes are neither UTF-8 nor GB18030, or a text holds half of a pair of surrogates; names
        the place.
    OSError
        The file cannot be read.

    >>> import jinjiang as jj
    >>> reading = jj.read_report("2025年工作安排\\n一、扩大投资\\n新增规上企业30家以上。")
    >>> [(node.id, node.title) for node in reading.plan.indicators]
    [('1.1.1', '新增规上企业')]
    """
    return _read_report(_text_of(report), id, document, year, units)


def read_reports(
    paths: Iterable[str | os.PathLike[str]],
    year: int | None = None,
    *,
    units: "_core.UnitTable | None" = None,
) -> "Iterator[tuple[Path, _core.ReportReading]]":
    """Read many reports, one after another, each into a plan whose id is the name of its file.

    A report that cannot be read stops none of the others: at the end one ExceptionGroup names them
    all. What the loop has taken stays when Ctrl-C ends it. A bar shows how many are read.

    Parameters
    ----------
    paths : of the files, such as `sorted(Path("reports").glob("*.txt"))`
    year, units : as for read_report

    Yields
    ------
    the path and its ReportReading

    Raises
    ------
    ExceptionGroup
        Of the FormatError or OSError of each file that could not be read, when all others are.

    >>> import jinjiang as jj
    >>> {path.name: len(reading.plan) for path, reading in jj.read_reports([])}
    {}
    """
    from pathlib import Path

    if isinstance(paths, (str, bytes, os.PathLike)):
        raise TypeError(
            f"read_reports: paths: expected a list of paths, found {in_words(paths)}; "
            "for one report there is read_report(Path(...))"
        )
    return _read_each([Path(os.fsdecode(path)) for path in paths], year, units)


def id_of_file(path: "str | os.PathLike[str]") -> str:
    """The name of a file without its ending, as far as an id can hold it; or report."""
    stem = os.path.splitext(os.path.basename(os.fsdecode(path)))[0]
    held = stem.encode("utf-8", errors="replace")[:_LONGEST_ID].decode(errors="ignore")
    return "".join(c if c.isprintable() else " " for c in held).strip() or "report"


def _read_each(
    paths: "list[Path]", year: int | None, units: "_core.UnitTable | None"
) -> "Iterator[tuple[Path, _core.ReportReading]]":
    failed: list[Exception] = []
    for path in track("read_reports", paths, len(paths)):
        try:
            reading = read_report(path, year, id=id_of_file(path), units=units)
        except (FormatError, OSError) as error:
            failed.append(error)
            continue
        yield path, reading
    if failed:
        count = f"{len(failed)} of {len(paths)} reports could not be read, all others were"
        raise ExceptionGroup(count, failed)


def _text_of(report: Report) -> str:
    if isinstance(report, os.PathLike):
        path = os.fspath(report)
        try:
            return _core.decode_report(_core.read_file(path))
        except FormatError as error:
            raise FormatError(f"{os.fsdecode(path)}: {error}") from None
    content = report.read() if hasattr(report, "read") else report
    if isinstance(content, (bytes, bytearray)):
        return _core.decode_report(bytes(content))
    expected = "a text, bytes, a Path or an open file"
    return _checked_text("read_report: report", content, expected)


def _checked_text(place: str, text: Any, expected: str = "a text") -> str:
    """The text, when UTF-8 can hold it; bytes are none, since their encoding is unknown."""
    if not isinstance(text, str):
        raise TypeError(f"{place}: expected {expected}, found {in_words(text)}")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        half = f"U+{ord(text[error.start]):04X}"
        raise FormatError(
            f"{place}: character {error.start} ({half}) is half of a pair of surrogates, which no "
            "text in UTF-8 has; read the file again without errors='surrogateescape'"
        ) from None
    return text


def read_figures(
    sentence: str,
    *,
    units: "_core.UnitTable | None" = None,
    is_review: bool = False,
    year: int | None = None,
) -> "_core.FigureReading":
    """Read the figures of a sentence: what is promised or reported, and the numbers that are none.

    Parameters
    ----------
    sentence : text
    units : default the standard ones
    is_review : whether the sentence tells what was done; default it tells what is planned
    year : of the plan, from which 三年内 and 明年 are counted; default unknown

    Raises
    ------
    FormatError
        The sentence holds half of a pair of surrogates; names the place.

    >>> import jinjiang as jj
    >>> figure = jj.read_figures("力争高中升学率达60%。").figures[0]
    >>> figure.number, figure.firmness
    ('60%', <Firmness.stretch: 'stretch'>)
    """
    sentence = _checked_text("read_figures: sentence", sentence)
    return _read_figures(sentence, units, is_review, year)


def read_numeral(text: str) -> tuple[float, str, str, float] | None:
    """Read the numeral that a text begins with: value, kind, its words and its scale; or None.

    The kind is number, share (八成), factor (三倍) or unknown (数十).

    Parameters
    ----------
    text : what stands after the numeral is passed over

    >>> import jinjiang as jj
    >>> jj.read_numeral("5.6万户")
    (56000.0, 'number', '5.6万', 10000.0)
    """
    return _core.read_numeral(_checked_text("read_numeral: text", text))


def read_outline(text: str) -> "list[_core.Block]":
    """Read the headings, items and paragraphs of a report, broken lines joined.

    Parameters
    ----------
    text : of the report

    Raises
    ------
    FormatError
        It holds half of a pair of surrogates; names the place.
    """
    return _core.read_outline(_checked_text("read_outline: text", text))


def draft(reading: "_core.ReportReading") -> PlanBuilder:
    """A new PlanBuilder that holds all of the plan, to be corrected."""
    return PlanBuilder(reading.plan)


def review_dicts(reading: "_core.ReportReading") -> list[dict[str, Any]]:
    """One dict a place to look at, in the order of the report."""
    text = reading.text.encode()
    line, counted = 1, 0
    rows: list[dict[str, Any]] = []
    for item in reading.review:
        if item.begin < counted:
            line, counted = 1, 0
        line += text.count(b"\n", counted, item.begin)
        counted = item.begin
        row = {column: getattr(item, column) for column in _REVIEW_COLUMNS[1:]}
        rows.append({"line": line, **row})
    return rows


def review_frame(reading: "_core.ReportReading") -> Any:
    """A pandas DataFrame of the review list; needs pandas."""
    pandas = package("pandas", "to_pandas", "pandas")
    frame = pandas.DataFrame(review_dicts(reading), columns=list(_REVIEW_COLUMNS))
    return frame.astype({"code": "category"})


def save_html(reading: "_core.ReportReading", path: "str | os.PathLike[str]") -> None:
    """Write `html()` to a file.

    Parameters
    ----------
    path : a path; ``-`` is standard output

    Raises
    ------
    OSError
        The file cannot be written.
    """
    _core.write_file(os.fspath(path), reading.html().encode())


def display(reading: "_core.ReportReading") -> str:
    """The page in a frame of its own, so that its style stays inside."""
    plan, seen, open_places = reading.plan, len(reading.observations), len(reading.review)
    if str(plan.language) == "zh":
        found = f"{_display.plan_size(plan)}；{seen} 个实际值，{open_places} 处待核对"
    else:
        found = f"{_display.plan_size(plan)}; observations: {seen}, to review: {open_places}"
    return _display.framed(reading.html(), found)
