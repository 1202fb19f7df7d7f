# SPDX-License-Identifier: BSL-1.0
"""The command `table`: a plan in, a table of tasks out."""

import argparse
import sys

from .. import _core, tasktable
from .._errors import Error, FormatError
from . import read


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command, but for the plan."""
    parser.add_argument("observations", metavar="OBSERVATIONS", nargs="?", help="CSV or JSON")
    parser.add_argument(
        "-o", "--output", required=True, metavar="TABLE", help="written here: .xlsx or .csv"
    )
    parser.add_argument("--as-of", metavar="DATE", help="no readings after this day")
    parser.add_argument("--lang", choices=("zh", "en"), help="of the heads (default: the plan's)")
    parser.add_argument("--lost", action="store_true", help="lists what the table cannot hold")


def table(arguments: argparse.Namespace) -> int:
    """The command."""
    plan = _core.load_plan(arguments.plan)
    seen = None
    if arguments.observations is not None:
        seen = _core.load_observations(arguments.observations, plan.units, plan)
    for name in filter(None, (arguments.plan, arguments.observations)):
        if read.file_at(name) == read.file_at(arguments.output):
            raise Error(f"-o: {arguments.output} is read by this command; name another file")
    language = arguments.lang or str(plan.language)
    try:
        as_of = None if arguments.as_of is None else _core.parse_date(arguments.as_of)
    except FormatError as error:
        raise Error(f"--as-of: {error}") from error
    made = tasktable.to_table(plan, seen, as_of, language)
    made.save(arguments.output)
    print(f"{len(made.rows)} rows; {len(made.lost)} things that the table cannot hold")
    for loss in made.lost if arguments.lost else ():
        sys.stdout.write(f"{loss.node or plan.id}: {loss.field}: {loss.message}\n")
    return 0
