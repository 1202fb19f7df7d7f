# SPDX-License-Identifier: BSL-1.0
"""The command `diff`: what changed from one plan to another."""

import argparse
import json
import sys

from .. import _core
from .._diff import diff_dicts, diff_table
from .._errors import Error


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("before", metavar="BEFORE", help="plan file (JSON or .jjx)")
    parser.add_argument("after", metavar="AFTER", help="the plan that it became")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--lang", choices=("zh", "en"), help="language (default: the plan's)")


def diff(arguments: argparse.Namespace) -> int:
    """The command; differences are no failure."""
    if arguments.before == "-" and arguments.after == "-":
        raise Error("the two plans cannot both come from standard input")
    before = _core.load_plan(arguments.before)
    found = _core.diff(before, _core.load_plan(arguments.after))
    if arguments.json:
        counts = {str(kind): len(found.of(kind)) for kind in _core.DiffKind}
        document = {
            "before": found.before.id,
            "after": found.after.id,
            "counts": {
                "heading": len(found.plan_fields),
                **counts,
                "unchanged": found.unchanged,
            },
            "reordered": found.reordered,
            "differences": diff_dicts(found, arguments.lang),
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return 0
    print(found.summary(arguments.lang))
    sys.stdout.write(diff_table(found, arguments.lang))
    return 0
