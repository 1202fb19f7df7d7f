# SPDX-License-Identifier: BSL-1.0
"""Documents from one format to another: what comes in says what it is, the name of what goes out
says its format."""

import argparse
import re
import sys

from .. import _core
from .._errors import Error

_PICTURES = ("dot", "mmd")
_GRAPHS = ("dot", "graphml", "mmd")
#: What each kind of document can be written as.
FORMATS = {"plan": ("json", "jjx", *_GRAPHS), "observations": ("csv", "json", "jjx")}
#: All of them.
NAMES = ("json", "jjx", "csv", "dot", "graphml", "mmd")


def convert(arguments: argparse.Namespace) -> int:
    """The command `convert`."""
    content = _core.read_file(arguments.input)
    name = "<stdin>" if arguments.input == "-" else arguments.input
    kind = _kind_of(content, name)
    if kind not in FORMATS:
        raise Error(f"{name}: it is an {kind}; plans and observations are converted")
    form = arguments.to or _format_of_name(arguments.output)
    if form not in FORMATS[kind]:
        raise Error(
            f"{arguments.output}: {_ARTICLES[kind]} cannot be written as {form}; "
            f"use {_listed(FORMATS[kind])}"
        )
    _check_options(arguments, kind, form)
    if kind == "plan":
        written = _written_plan(_core.plan_from_bytes(content, name), form, arguments)
    else:
        units = _core.load_plan(arguments.plan).units if arguments.plan else None
        readings = _core.observations_from_bytes(content, name, units)
        written = _core.bytes_of_observations(readings, form)
    if arguments.output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
    else:
        _core.write_file(arguments.output, written)
    return 0


_ARTICLES = {"plan": "a plan", "observations": "observations"}


def _kind_of(content: bytes, name: str) -> str:
    form = _core.format_of(content)
    if form == "jjx":
        return _core.kind_of_jjx(content, name)
    if form == "csv":
        return "observations"
    found = re.search(rb'"format"\s*:\s*"jinjiang-(\w+)"', content)
    return found.group(1).decode() if found else "plan"  # whose reader says what is wrong


def _format_of_name(path: str) -> str:
    if path == "-":
        raise Error(
            f"--to: standard output has no name that says the format; give {_listed(NAMES)}"
        )
    ending = path.rpartition(".")[2].lower() if "." in path else ""
    if ending not in NAMES:
        raise Error(
            f"{path}: the name does not say the format; expected one that ends in "
            f"{_listed([f'.{name}' for name in NAMES])}, or --to FORMAT"
        )
    return ending


def _check_options(arguments: argparse.Namespace, kind: str, form: str) -> None:
    if arguments.only and form not in _GRAPHS:
        raise Error(f"--only: is for {_listed(_GRAPHS)}; {form} holds everything")
    if arguments.lang and form not in _PICTURES:
        raise Error(f"--lang: is for {_listed(_PICTURES)}; there are no words of ours in {form}")
    if arguments.plan and kind == "plan":
        raise Error("--plan: is for observations; a plan has its own units")


def _written_plan(plan: "_core.Plan", form: str, arguments: argparse.Namespace) -> bytes:
    if form == "graphml":
        return plan.to_graphml(only=arguments.only).encode()
    if form in _PICTURES:
        write = plan.to_dot if form == "dot" else plan.to_mermaid
        return write(only=arguments.only, language=arguments.lang).encode()
    return _core.bytes_of_plan(plan, form)


def _listed(words: "tuple[str, ...] | list[str]") -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
