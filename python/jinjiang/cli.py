# SPDX-License-Identifier: BSL-1.0
"""The command line: check, diff, show, evaluate, report, explain, whatif, impact, table, …

Exit status 0 when all is well, 1 when `check` finds problems, 2 for errors, which go to standard
error as ``jinjiang: FILE:LINE:COL: what is wrong``.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from . import (
    _core,
    _display,
)
from ._commands import check as _check_command
from ._commands import convert as _convert_command
from ._commands import diff as _diff_command
from ._commands import read as _read_command
from ._commands import report as _report_command
from ._commands import schedule as _schedule_command
from ._commands import table as _table_command
from ._commands import whatif as _whatif_command
from ._commands.complaints import INTERRUPTED, complain, in_one_sentence, is_of_output
from ._errors import Error, FormatError, MissingPackageError, UnknownIdError


def _levels(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected 1 or more levels, found {text!r}")
    return int(text)


def _day(option: str, text: str | None) -> Any:
    """The date that an option gives, or None without one."""
    try:
        return None if text is None else _core.parse_date(text)
    except FormatError as error:
        raise Error(f"{option}: {error}") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jinjiang", description="Work plans that can be checked. `-` reads standard input."
    )
    parser.add_argument("--version", action="version", version=f"jinjiang {_core.__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, words: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words, description=words)
        sub.add_argument("plan", metavar="PLAN", help="plan file (JSON)")
        return sub

    def evaluating(name: str, words: str) -> argparse.ArgumentParser:
        sub = command(name, words)
        number = "?" if name == "impact" else None
        sub.add_argument(
            "observations", metavar="OBSERVATIONS", nargs=number, help="observations (CSV or JSON)"
        )
        if name in ("explain", "impact"):
            sub.add_argument("id", metavar="ID", help="the node that is asked about")
        sub.add_argument(
            "--as-of", metavar="DATE", help="end of this day (default: the plan's end)"
        )
        sub.add_argument("--known-by", metavar="DATE", help="only what was known by this day")
        sub.add_argument("--basis", default="", help="口径 for targets that do not name one")
        sub.add_argument(
            "--ignore-unknown", action="store_true", help="pass over observations of unknown ids"
        )
        sub.add_argument(
            "--lang", "--language", choices=("zh", "en"), help="language (default: the plan's)"
        )
        return sub

    words = "problems of a plan and advice; exit status 1 when there are problems"
    _check_command.add_arguments(commands.add_parser("check", help=words, description=words))

    words = "what changed from one plan to another"
    _diff_command.add_arguments(commands.add_parser("diff", help=words, description=words))

    show = command("show", "the outline of a plan")
    show.add_argument("--depth", type=_levels, metavar="N", help="only the first N levels")
    show.add_argument("--lang", choices=("zh", "en"), help="language (default: the plan's)")
    show.add_argument("--json", action="store_true", help="the plan as JSON")

    evaluate = evaluating("evaluate", "how a plan stands")
    evaluate.add_argument(
        "--depth", type=_levels, metavar="N", help="only the first N levels of the table"
    )
    form = evaluate.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--csv", action="store_true", help="as CSV")

    _report_command.add_arguments(evaluating("report", "how a plan stands, as a page to read"))
    evaluating("explain", "why a node stands as it does")

    words = "when the work can and must be done"
    _schedule_command.add_arguments(command("schedule", words))
    whatif = evaluating("whatif", "how a plan would stand with other values, targets, dates, …")
    _whatif_command.add_whatif_arguments(whatif)
    impact = evaluating("impact", "what one node's value or slip does to the others")
    _whatif_command.add_impact_arguments(impact)

    words = "a plan or observations in another format"
    convert = commands.add_parser("convert", help=words, description=words)
    convert.add_argument("input", metavar="IN", help="plan or observations (JSON, .jjx, CSV)")
    convert.add_argument("output", metavar="OUT", help="its name says the format; - prints")
    formats = ", ".join(_convert_command.NAMES)
    convert.add_argument("--to", metavar="FORMAT", choices=_convert_command.NAMES, help=formats)
    convert.add_argument(
        "--only", choices=tuple(_core.LinkKind), help="of a graph, one kind of links"
    )
    convert.add_argument("--lang", choices=("zh", "en"), help="of a picture (default: the plan's)")
    convert.add_argument("--plan", metavar="PLAN", help="whose units the observations use")

    words = "a plan as the table of tasks that offices keep"
    _table_command.add_arguments(command("table", words))

    words = "the draft of a plan from a government work report or a table of tasks"
    _read_command.add_arguments(commands.add_parser("read", help=words, description=words))
    return parser


def _show(arguments: argparse.Namespace) -> int:
    plan = _core.load_plan(arguments.plan)
    if arguments.json and arguments.depth:
        raise Error("--depth is for the outline: --json holds every node; leave it out")
    if arguments.json:
        sys.stdout.write(plan.to_json())
        return 0
    print(plan.title or plan.id)
    sys.stdout.write(_display.outline_text(plan, language=arguments.lang, depth=arguments.depth))
    return 0


def _evaluation(arguments: argparse.Namespace) -> "_core.Evaluation":
    if arguments.command == "evaluate" and arguments.depth and (arguments.json or arguments.csv):
        raise Error("--depth is for the table: --json and --csv hold every node; leave it out")
    if arguments.plan == "-" and arguments.observations == "-":
        raise Error("the plan and the observations cannot both come from standard input")
    as_of = _day("--as-of", arguments.as_of)
    known_by = _day("--known-by", arguments.known_by)
    plan = _core.load_plan(arguments.plan)
    observations = _core.load_observations(
        arguments.observations, plan.units, None if arguments.ignore_unknown else plan
    )
    if arguments.basis:
        _note_unknown_basis(arguments.basis, plan, observations)
    return plan.evaluate(
        observations,
        as_of,
        known_by=known_by,
        basis=arguments.basis,
        ignore_unknown=arguments.ignore_unknown,
    )


def _note_unknown_basis(basis: str, plan: "_core.Plan", observations: "_core.Observations") -> None:
    """Says on standard error that nothing is on a basis, and which ones there are."""
    targets = [node.target for node in plan.nodes]
    targets += [target for node in plan.nodes for _, target, *_ in node.revisions]
    known = {target.basis for target in targets if target is not None}
    known.update(reading.basis for reading in observations)
    known.discard("")
    if basis in known:
        return
    there = ", ".join(f'"{name}"' for name in sorted(known))
    print(
        f'jinjiang: note: no target and no reading is on the basis "{basis}"; '
        + (f"there are {there}" if there else "none names a basis"),
        file=sys.stderr,
    )


def _evaluate(arguments: argparse.Namespace) -> int:
    evaluation = _evaluation(arguments)
    if arguments.json:
        sys.stdout.write(evaluation.to_json())
    elif arguments.csv:
        sys.stdout.write(evaluation.to_csv())
    else:
        language = arguments.lang or str(evaluation.plan.language)
        words = "截至" if language == "zh" else "as of"
        print(
            f"{evaluation.plan.title or evaluation.plan.id}  {words} {evaluation.as_of.isoformat()}"
        )
        sys.stdout.write(
            _display.evaluation_table(
                evaluation, language=language, depth=arguments.depth, colour=_wants_colour()
            )
        )
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    evaluation = _evaluation(arguments)
    sys.stdout.write(evaluation.explain(arguments.id).to_text(arguments.lang))
    return 0


def _report(arguments: argparse.Namespace) -> int:
    _report_command.check_outputs(arguments)
    return _report_command.report(arguments, _evaluation(arguments))


def _whatif(arguments: argparse.Namespace) -> int:
    return _whatif_command.whatif(arguments, _evaluation(arguments))


def _impact(arguments: argparse.Namespace) -> int:
    if arguments.observations is None:
        return _whatif_command.impact(arguments, _core.load_plan(arguments.plan), None)
    evaluation = _evaluation(arguments)
    return _whatif_command.impact(arguments, evaluation.plan, evaluation)


def _wants_colour() -> bool:
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _discard_output() -> None:
    """What is still buffered would fail once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_COMMANDS: dict[str, Any] = {
    "check": _check_command.check,
    "diff": _diff_command.diff,
    "show": _show,
    "evaluate": _evaluate,
    "report": _report,
    "explain": _explain,
    "whatif": _whatif,
    "impact": _impact,
    "convert": _convert_command.convert,
    "read": _read_command.read,
    "schedule": _schedule_command.schedule,
    "table": _table_command.table,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    if sys.stdout is None:  # closed before we began: nobody wants to read us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _parser().parse_args(argv)
    for option in ("id", "as_of", "known_by", "basis", "to", "finish"):
        text = getattr(arguments, option, None) or ""
        if text != text.encode(errors="ignore").decode():
            is_node = option == "id" and arguments.command in ("explain", "impact")
            name = "ID" if is_node else "--" + option.replace("_", "-")
            complain(f'{name}: expected UTF-8, found "{text}"')
            return 2
    try:
        status: int = _COMMANDS[arguments.command](arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has enough; nothing more may be written, not even at exit.
        _discard_output()
        return 0
    except OSError as error:
        complain(in_one_sentence(error))
        if is_of_output(error):
            _discard_output()
        return 2
    except KeyboardInterrupt:
        complain("interrupted; files are as they were before, or written whole")
        return INTERRUPTED
    except (Error, UnknownIdError, MissingPackageError) as error:
        complain(str(error))
        return 2
    return status


if __name__ == "__main__":
    sys.exit(main())
