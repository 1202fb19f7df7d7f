# SPDX-License-Identifier: BSL-1.0
"""The command `report`: how a plan stands, as a page that people read."""

import argparse
import os
import sys

from .. import _core
from .._errors import Error
from ..report._facts import Facts
from ..report._overview import standing
from ..report._page import page
from ..report._pdf import save_pdf
from .read import file_at


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command, beside those of an evaluation."""
    parser.add_argument("-o", "--output", metavar="HTML", help="writes the page here; - prints it")
    parser.add_argument(
        "--pdf", metavar="PDF", help="writes it here as a PDF; - prints that; needs Chromium"
    )
    parser.add_argument("--title", metavar="TITLE", help="default: the plan's")


def check_outputs(arguments: argparse.Namespace) -> None:
    """Refuses to write nothing, or over what is read or written by the other option."""
    outputs = {"-o": arguments.output, "--pdf": arguments.pdf}
    if not any(outputs.values()):
        raise Error("name the page to write: -o report.html (- prints it), or --pdf report.pdf")
    if arguments.output == arguments.pdf == "-":
        raise Error("-o and --pdf: only one of them can print; name a file for the other")
    taken = {
        file_at(name): name
        for name in (arguments.plan, arguments.observations)
        if name != "-" and os.path.exists(name)
    }
    for option, name in outputs.items():
        if name is None or name == "-":
            continue
        file = file_at(name)
        if file is not None and file in taken:
            raise Error(f"{option}: {name} is read or written already; name another file")
        taken[file] = name


def report(arguments: argparse.Namespace, evaluation: "_core.Evaluation") -> int:
    """The command."""
    language = arguments.lang or str(evaluation.plan.language)
    text = page(evaluation, language, arguments.title)
    out = sys.stderr if "-" in (arguments.output, arguments.pdf) else sys.stdout
    if arguments.output is not None:
        _core.write_file(arguments.output, text.encode())
    print(standing(Facts(evaluation, language, None)), file=out)
    # Said before the PDF is tried: without a browser the page is there all the same.
    if arguments.output not in (None, "-"):
        print(arguments.output, file=out, flush=True)
    if arguments.pdf is not None:
        save_pdf(text, arguments.pdf)
        if arguments.pdf != "-":
            print(arguments.pdf, file=out)
    return 0
