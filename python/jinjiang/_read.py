# SPDX-License-Identifier: BSL-1.0
"""The command `read`: a report in, the draft of a plan out."""

import argparse
import sys

from . import _core, _display, reading
from ._errors import Error, FormatError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("report", metavar="REPORT", help="text in UTF-8 or GB18030")
    parser.add_argument("-o", "--plan", dest="output", metavar="PLAN", help="writes the plan here")
    parser.add_argument("--observations", metavar="FILE", help="writes what is told of last year")
    parser.add_argument("--review", metavar="CSV", help="writes the places to check")
    parser.add_argument("--html", metavar="HTML", help="writes the text with what became of it")
    parser.add_argument("--year", type=int, metavar="YEAR", help="default: as the report says")
    parser.add_argument("--id", default="report", help="of the plan (default: report)")


def read(arguments: argparse.Namespace) -> int:
    """The command."""
    outputs = (arguments.output, arguments.observations, arguments.review, arguments.html)
    if sum(name == "-" for name in outputs) > 1:
        raise Error("only one file can go to standard output")
    result = _read(arguments)
    if arguments.output:
        result.plan.save(arguments.output)
    if arguments.observations:
        result.observations.save(arguments.observations)
    if arguments.review:
        _core.write_file(arguments.review, result.review_csv().encode())
    if arguments.html:
        result.save_html(arguments.html)
    if not any(outputs):
        print(result.plan.title or result.plan.id)
        sys.stdout.write(_display.outline_text(result.plan))
    print(_summary(result), file=sys.stderr if "-" in outputs else sys.stdout)
    return 0


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
