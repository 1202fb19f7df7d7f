# SPDX-License-Identifier: BSL-1.0
"""The command `check`: what is found in a plan."""

import argparse
import json
import sys

from .. import _core
from .._check import FEW, finding_dict, report_text, words
from .._errors import FormatError, PlanError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("plan", metavar="PLAN", help="plan file (JSON or .jjx)")
    parser.add_argument("--all", action="store_true", help="list every finding, not a few a code")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--lang", choices=("zh", "en"), help="language (default: the plan's)")


def check(arguments: argparse.Namespace) -> int:
    """The command: what keeps a file from being a plan, or what is found in the plan."""
    refusals: list[str] = []
    report = None
    try:
        report = _core.check(_core.load_plan(arguments.plan))
    except PlanError as error:
        refusals = [problem.message for problem in error.problems]
    except FormatError as error:
        if error.line is None:
            raise  # there is no text to find problems in
        lines = str(error).splitlines()
        refusals = [line.strip() for line in lines[1:]] or lines
    if arguments.json:
        found = [] if report is None else list(report)
        document = {
            "problems": refusals
            or [each.describe(arguments.lang) for each in found if each.severity == "problem"],
            "findings": [finding_dict(finding, arguments.lang) for finding in found],
            "silenced": 0 if report is None else report.silenced,
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
    elif report is None:
        print("\n".join(refusals))
    else:
        language = arguments.lang or str(report.plan.language)
        text = report_text(report, language, most=None if arguments.all else FEW)
        sys.stdout.write(text)
        if not arguments.all and text != report_text(report, language, most=None):
            print("\n" + words(language)["all"])
    return 1 if refusals or (report is not None and report.problems) else 0
