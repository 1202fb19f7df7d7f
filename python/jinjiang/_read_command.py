# SPDX-License-Identifier: BSL-1.0
"""The command `read`: a report or a table of tasks in, the draft of a plan out."""

import argparse
import os
import re
import stat
import sys

from . import _core, _display, reading, tasktable
from ._errors import Error, FormatError
from .tasktable.grid import OTHER_BOOKS

_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", *OTHER_BOOKS)


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"expected a year such as 2026, found {text!r}")
    return int(text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "report", metavar="REPORT", help="text in UTF-8 or GB18030; a table as .xlsx or .csv"
    )
    parser.add_argument("-o", "--plan", dest="output", metavar="PLAN", help="writes the plan here")
    parser.add_argument("--observations", metavar="FILE", help="writes what is told of last year")
    parser.add_argument("--review", metavar="CSV", help="writes the places to check")
    parser.add_argument("--html", metavar="HTML", help="writes the text with what became of it")
    parser.add_argument("--year", type=_year, metavar="YEAR", help="default: as the report says")
    parser.add_argument(
        "--sheet",
        action="append",
        metavar="NAME",
        help="of a table, also several; * for all (default: the first with heads)",
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEAD=ROLE",
        help="what a column of a table is: title, target, owner, due, actual ...",
    )
    parser.add_argument("--as-of", metavar="DATE", help="of a table's readings without a day")
    parser.add_argument("--id", default="report", help="of the plan (default: report)")


def read(arguments: argparse.Namespace) -> int:
    """The command."""
    options = {
        "-o": arguments.output,
        "--observations": arguments.observations,
        "--review": arguments.review,
        "--html": arguments.html,
    }
    outputs = {option: name for option, name in options.items() if name is not None}
    _check_outputs(arguments.report, outputs)
    if arguments.report.lower().endswith(_TABLES):
        return _read_table(arguments, outputs)
    for option in ("sheet", "column", "as_of"):
        if getattr(arguments, option):
            raise Error(f"--{option.replace('_', '-')}: is for tables; {arguments.report} is none")
    result = _read(arguments)
    if arguments.output is not None:
        result.plan.save(arguments.output)
    _write_observations(arguments.observations, result.observations)
    if arguments.review is not None:
        _write_table(arguments.review, result.review_csv())
    if arguments.html is not None:
        result.save_html(arguments.html)
    if not outputs:
        print(result.plan.title or result.plan.id)
        sys.stdout.write(_display.outline_text(result.plan))
    summary = _summary(result)
    if result.review and not outputs.keys() & {"--review", "--html"}:
        summary += ": see --review FILE or --html FILE"
    print(summary, file=sys.stderr if "-" in outputs.values() else sys.stdout)
    return 0


def _read_table(arguments: argparse.Namespace, outputs: dict[str, str]) -> int:
    """The command for a table."""
    if arguments.html is not None:
        raise Error("--html: is for reports; --review lists what was not understood of a table")
    try:
        day = None if arguments.as_of is None else _core.parse_date(arguments.as_of)
    except FormatError as error:
        raise Error(f"--as-of: {error}") from error
    sheets = "*" if arguments.sheet == ["*"] else arguments.sheet
    try:
        result = tasktable.read_table(
            arguments.report,
            sheet=sheets[0] if sheets and len(sheets) == 1 else sheets,
            mapping=_mapping(arguments.column),
            year=arguments.year,
            as_of=day,
            id=arguments.id,
        )
    except (Error, ValueError) as error:
        words = str(error).replace("read_table: year:", "--year:")
        raise Error(re.sub("^mapping:", "--column:", words)) from error
    if arguments.output is not None:
        result.plan.save(arguments.output)
    _write_observations(arguments.observations, result.observations)
    if arguments.review is not None:
        _write_table(arguments.review, result.problems_csv())
    if not outputs:
        print(result.plan.title or result.plan.id)
        sys.stdout.write(_display.outline_text(result.plan))
    stream = sys.stderr if "-" in outputs.values() else sys.stdout
    print(str(result)[1:-1], file=stream)
    if arguments.review is None:
        for problem in result.problems:
            print(problem.words, file=stream)
    return 0


def _mapping(columns: list[str]) -> dict[str, str]:
    """Heads to roles, of HEAD=ROLE."""
    mapping = {}
    for column in columns:
        head, mark, role = column.rpartition("=")
        if not mark:
            raise Error(f'--column: expected HEAD=ROLE such as 干什么=title, found "{column}"')
        mapping[head] = role
    return mapping


def _write_observations(name: str | None, observations: "_core.Observations") -> None:
    if name is not None and name.lower().endswith(".csv"):
        _write_table(name, observations.to_csv())
    elif name is not None:
        observations.save(name)


def _write_table(name: str, csv: str) -> None:
    """Writes CSV with the mark without which spreadsheets take it for the system's encoding."""
    mark = "" if name == "-" else "\ufeff"
    _core.write_file(name, (mark + csv).encode())


def _check_outputs(report: str, outputs: dict[str, str]) -> None:
    """Refuses to write over the report, or over what another option writes."""
    if list(outputs.values()).count("-") > 1:
        raise Error("only one file can go to standard output")
    written: dict[object, str] = {} if report == "-" else {file_at(report): ""}
    for option, name in outputs.items():
        file = None if name == "-" else file_at(name)
        if file is None:
            continue
        if file in written:
            other = f"written by {written[file]} already" if written[file] else "the report itself"
            raise Error(f"{option}: {name} is {other}; name another file")
        written[file] = option


def file_at(name: str) -> object:
    """The same for every name of one file; None for what is none, such as /dev/null."""
    try:
        found = os.stat(name)
    except OSError:
        return os.path.realpath(name)
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _read(arguments: argparse.Namespace) -> "_core.ReportReading":
    name = "<stdin>" if arguments.report == "-" else arguments.report
    try:
        text = _core.decode_report(_core.read_file(arguments.report))
        return reading.read_report(text, arguments.year, id=arguments.id)
    except FormatError as error:
        raise Error(f"{name}: {error}") from error
    except Error as error:
        raise Error(str(error).replace("year:", "--year:", 1)) from error


def _summary(result: "_core.ReportReading") -> str:
    plan, coverage = result.plan, result.coverage
    words = [
        f"{plan.start.year}: {len(plan.indicators)} indicators, {len(plan.tasks)} tasks, "
        f"{len(plan.goals)} goals, {len(result.observations)} readings",
        f"{coverage['share']:.1%} of {coverage['digits']} numbers in digits accounted for",
        f"{len(result.review)} places to check",
    ]
    return "\n".join(words)
