# SPDX-License-Identifier: BSL-1.0
"""The command `read`: a report or a table of tasks in, the draft of a plan out."""

import argparse
import os
import re
import stat
import sys
from typing import TypeAlias

from .. import _core, _display, reading, tasktable
from .._errors import Error, FormatError
from .._progress_bar import hide, track
from ..tasktable.grid import OTHER_BOOKS
from .complaints import INTERRUPTED, complain, in_one_sentence

_Reading: TypeAlias = "_core.ReportReading | tasktable.TableReading"

_ENDINGS = {
    "-o": ".json",
    "--observations": ".observations.csv",
    "--review": ".review.csv",
    "--html": ".html",
}
_TABLES = (".csv", ".tsv", ".xlsx", ".xlsm", *OTHER_BOOKS)


def _year(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        raise argparse.ArgumentTypeError(f"expected a year such as 2026, found {text!r}")
    return int(text)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "reports",
        metavar="REPORT",
        nargs="+",
        help="text in UTF-8 or GB18030; a table as .xlsx or .csv; of several, the files that are "
        "written go into folders",
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
    parser.add_argument("--id", help="of the plan (default: report; of several their names)")


def read(arguments: argparse.Namespace) -> int:
    """The command."""
    options = {
        "-o": arguments.output,
        "--observations": arguments.observations,
        "--review": arguments.review,
        "--html": arguments.html,
    }
    outputs = {option: name for option, name in options.items() if name is not None}
    if len(arguments.reports) > 1:
        return _read_each(arguments, outputs)
    report = arguments.reports[0]
    _check_outputs(report, outputs)
    result = _load(arguments, report, arguments.id or "report")
    _save(result, outputs)
    if not outputs:
        print(result.plan.title or result.plan.id)
        sys.stdout.write(_display.outline_text(result.plan))
    stream = sys.stderr if "-" in outputs.values() else sys.stdout
    print(_summary(result, outputs), file=stream)
    return 0


def _read_each(arguments: argparse.Namespace, folders: dict[str, str]) -> int:
    """The command for several: each is written as soon as it is read, and stops none of the others."""
    _check_folders(arguments, folders)
    reports = arguments.reports
    failed = done = 0
    try:
        for report in track("read_reports", reports, len(reports)):
            stem = _stem(report)
            names = {
                option: os.path.join(folder, stem + _ENDINGS[option])
                for option, folder in folders.items()
            }
            try:
                result = _load(arguments, report, reading.id_of_file(report))
                _save(result, names)
            except (Error, OSError) as error:
                hide()
                complain(in_one_sentence(error))
                failed += 1
                continue
            hide()
            print(
                f"{report}: " + _summary(result, {"--review": ""}).replace("\n", "; "), flush=True
            )
            done += 1
    except KeyboardInterrupt:
        complain(f"interrupted; {done} of {len(reports)} were read, what was written is whole")
        return INTERRUPTED
    if failed:
        complain(f"{failed} of {len(reports)} could not be read or written, all others were")
    return 2 if failed else 0


def _stem(report: str) -> str:
    return os.path.splitext(os.path.basename(report))[0].strip() or "report"


def _check_folders(arguments: argparse.Namespace, folders: dict[str, str]) -> None:
    """Makes the folders for several reports; refuses what can only be said of one."""
    if arguments.id is not None:
        raise Error("--id: is for one report; of several each plan has the name of its file")
    if "-" in arguments.reports:
        raise Error("-: standard input is read alone; name one report, or several files")
    stems: dict[str, str] = {}
    for report in arguments.reports:
        other = stems.setdefault(_stem(report), report)
        if other is not report:
            name = _stem(report)
            raise Error(f'{other} and {report} would both be written as "{name}"; rename one')
    inputs = {file_at(report): report for report in arguments.reports}
    for option, folder in folders.items():
        if folder == "-":
            raise Error(f"{option}: expected a folder for several reports, found -")
        try:
            os.makedirs(folder, exist_ok=True)
        except FileExistsError:
            raise Error(
                f"{option}: expected a folder for several reports, found the file {folder}"
            ) from None
        for stem in stems:
            output = os.path.join(folder, stem + _ENDINGS[option])
            if (read := inputs.get(file_at(output))) is not None:
                raise Error(f"{option}: {output} is {read}, which is read; name another folder")


def _load(arguments: argparse.Namespace, report: str, id: str) -> _Reading:
    if report.lower().endswith(_TABLES):
        return _load_table(arguments, report, id)
    for option in ("sheet", "column", "as_of"):
        if getattr(arguments, option):
            raise Error(f"--{option.replace('_', '-')}: is for tables; {report} is none")
    name = "<stdin>" if report == "-" else report
    try:
        text = _core.decode_report(_core.read_file(report))
        if not text.strip():
            raise Error(f"{name}: expected the text of a report, found nothing in it")
        return reading.read_report(text, arguments.year, id=id)
    except FormatError as error:
        raise Error(f"{name}: {error}") from error
    except Error as error:
        raise Error(str(error).replace("year:", "--year:", 1)) from error


def _load_table(arguments: argparse.Namespace, table: str, id: str) -> "tasktable.TableReading":
    if arguments.html is not None:
        raise Error("--html: is for reports; --review lists what was not understood of a table")
    try:
        day = None if arguments.as_of is None else _core.parse_date(arguments.as_of)
    except FormatError as error:
        raise Error(f"--as-of: {error}") from error
    sheets = "*" if arguments.sheet == ["*"] else arguments.sheet
    try:
        return tasktable.read_table(
            table,
            sheet=sheets[0] if sheets and len(sheets) == 1 else sheets,
            mapping=_mapping(arguments.column),
            year=arguments.year,
            as_of=day,
            id=id,
        )
    except (Error, ValueError) as error:
        words = str(error).replace("read_table: year:", "--year:")
        raise Error(re.sub("^mapping:", "--column:", words)) from error


def _save(result: _Reading, outputs: dict[str, str]) -> None:
    if "-o" in outputs:
        result.plan.save(outputs["-o"])
    if "--observations" in outputs:
        _write_observations(outputs["--observations"], result.observations)
    if isinstance(result, tasktable.TableReading):
        if "--review" in outputs:
            _write_table(outputs["--review"], result.problems_csv())
        return
    if "--review" in outputs:
        _write_table(outputs["--review"], result.review_csv())
    if "--html" in outputs:
        result.save_html(outputs["--html"])


def _summary(result: _Reading, outputs: dict[str, str]) -> str:
    """What was read; what is to be checked, where no file has it."""
    if isinstance(result, tasktable.TableReading):
        problems = [] if "--review" in outputs else [problem.words for problem in result.problems]
        return "\n".join([str(result)[1:-1], *problems])
    plan, coverage = result.plan, result.coverage
    words = [
        f"{plan.start.year}: {len(plan.indicators)} indicators, {len(plan.tasks)} tasks, "
        f"{len(plan.goals)} goals, {len(result.observations)} readings",
        f"{coverage['share']:.1%} of {coverage['digits']} numbers in digits accounted for",
        f"{len(result.review)} places to check",
    ]
    where = ": see --review FILE or --html FILE"
    is_there = not result.review or outputs.keys() & {"--review", "--html"}
    return "\n".join(words) + ("" if is_there else where)


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
