# SPDX-License-Identifier: BSL-1.0
"""Government work reports, read into drafts of plans."""

import os
from typing import Any

from . import _core, _display
from ._arguments import in_words
from ._arrow import package
from ._types import Readable
from .builder import PlanBuilder

_REVIEW_COLUMNS = (
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
        Bytes are neither UTF-8 nor GB18030; names the byte.
    OSError
        The file cannot be read.

    >>> import jinjiang as jj
    >>> reading = jj.read_report("2025年工作安排\\n一、扩大投资\\n新增规上企业30家以上。")
    >>> [(node.id, node.title) for node in reading.plan.indicators]
    [('1.1.1', '新增规上企业')]
    """
    return _core.read_report(_text_of(report), id, document, year, units)


def _text_of(report: Report) -> str:
    if isinstance(report, str):
        return report
    if isinstance(report, os.PathLike):
        return _core.decode_report(_core.read_file(os.fspath(report)))
    if hasattr(report, "read"):
        return _text_of(report.read())
    if isinstance(report, (bytes, bytearray)):
        return _core.decode_report(bytes(report))
    raise TypeError(
        "read_report: report: expected a text, bytes, a Path or an open file, "
        f"found {in_words(report)}"
    )


def read_figures(
    sentence: str, *, units: "_core.UnitTable | None" = None, is_review: bool = False
) -> "_core.FigureReading":
    """Read the figures of a sentence: what is promised or reported, and the numbers that are none.

    Parameters
    ----------
    units : default the standard ones
    is_review : the sentence tells what was done

    >>> import jinjiang as jj
    >>> figure = jj.read_figures("力争高中升学率达60%。").figures[0]
    >>> figure.number, figure.firmness
    ('60%', <Firmness.stretch: 'stretch'>)
    """
    return _core.read_figures(sentence, units, is_review)


def read_numeral(text: str) -> tuple[float, str, str, float] | None:
    """Read the numeral that a text begins with: value, kind, its words and its scale; or None.

    The kind is number, share (八成), factor (三倍) or unknown (数十).

    >>> import jinjiang as jj
    >>> jj.read_numeral("5.6万户")
    (56000.0, 'number', '5.6万', 10000.0)
    """
    return _core.read_numeral(text)


def read_outline(text: str) -> "list[_core.Block]":
    """Read the headings, items and paragraphs of a report, broken lines joined."""
    return _core.read_outline(text)


def draft(reading: "_core.ReportReading") -> PlanBuilder:
    """A new PlanBuilder that holds all of the plan, to be corrected."""
    return PlanBuilder(reading.plan)


def review_dicts(reading: "_core.ReportReading") -> list[dict[str, Any]]:
    """One dict a place to look at, in the order of the report."""
    return [
        {column: getattr(item, column) for column in _REVIEW_COLUMNS} for item in reading.review
    ]


def review_frame(reading: "_core.ReportReading") -> Any:
    """A pandas DataFrame of the review list; needs pandas."""
    pandas = package("pandas", "to_pandas", "pandas")
    frame = pandas.DataFrame(review_dicts(reading), columns=list(_REVIEW_COLUMNS))
    return frame.astype({"code": "category"})


def save_html(reading: "_core.ReportReading", path: "str | os.PathLike[str]") -> None:
    """Write `html()` to a file; - is standard output."""
    _core.write_file(os.fspath(path), reading.html().encode())


def display(reading: "_core.ReportReading") -> str:
    """The page in a frame of its own, so that its style stays inside."""
    return _display.framed(reading.html(), repr(reading)[1:-1])
