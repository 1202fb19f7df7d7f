# SPDX-License-Identifier: BSL-1.0
"""The command line as a page: each command with its arguments, from what `--help` says."""

import argparse

from jinjiang import cli

INTRODUCTION = """# Command line

`jinjiang COMMAND …`, or `python -m jinjiang COMMAND …`. A file `-` is standard input. Results go
to standard output, errors to standard error as `jinjiang: FILE:LINE:COL …`.

| exit status | when |
|---|---|
| 0 | done |
| 1 | `check` found problems |
| 2 | the call or a file is wrong; nothing was written |

"""


def pages() -> dict[str, str]:
    parser = cli._parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    parts = [INTRODUCTION]
    parts += [section(name, command) for name, command in commands.choices.items()]
    return {"reference/command-line.md": "\n".join(parts)}


def section(name: str, command: argparse.ArgumentParser) -> str:
    usage = " ".join(usage_of(command).split())
    lines = [f"## {name}", "", sentence(command.description or ""), ""]
    lines += ["```text", wrapped(usage), "```", ""]
    lines += ["| argument | meaning |", "|---|---|"]
    for action in command._actions:
        if not isinstance(action, argparse._HelpAction):
            lines.append(f"| {spelling(action)} | {cell(meaning(action))} |")
    return "\n".join([*lines, ""])


def usage_of(command: argparse.ArgumentParser) -> str:
    return command.format_usage().removeprefix("usage: ").replace("[-h] ", "")


def wrapped(usage: str, width: int = 88) -> str:
    """The usage over several lines, broken between arguments."""
    lines, depth, word = [""], 0, ""
    for letter in usage + " ":
        depth += (letter in "[{(") - (letter in "]})")
        if letter != " " or depth:
            word += letter
            continue
        if len(lines[-1]) + len(word) > width:
            lines.append("   ")
        lines[-1] += f" {word}" if lines[-1] else word
        word = ""
    return "\n".join(lines)


def spelling(action: argparse.Action) -> str:
    value = value_of(action)
    if not action.option_strings:
        return f"`{value}`"
    names = ", ".join(f"`{name}`" for name in action.option_strings)
    return names if action.nargs == 0 else f"{names} `{value}`"


def value_of(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar.replace("|", "\\|")
    if action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return action.dest.upper()


def meaning(action: argparse.Action) -> str:
    words = action.help or ""
    if action.nargs == "?":
        words += " (may be left out)"
    if action.choices and action.metavar:
        words += f": {', '.join(map(str, action.choices))}"
    return words


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "…")) else ".")


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")
