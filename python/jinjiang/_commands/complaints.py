# SPDX-License-Identifier: BSL-1.0
"""What the command line says when something is wrong."""

import sys

INTERRUPTED = 130
"""The exit status of a command that Ctrl-C ended: 128 and the number of SIGINT, as shells count."""


def complain(what: str) -> None:
    """On standard error; bytes of arguments that are not UTF-8 show as ``\\xNN``."""
    raw = what.encode(errors="surrogateescape")
    print(f"jinjiang: {raw.decode(errors='backslashreplace')}", file=sys.stderr)


def is_of_output(error: OSError) -> bool:
    """Whether it was our own output that could not be written."""
    return error.filename is None


def in_one_sentence(error: Exception) -> str:
    """What an error says; of a file, which and why."""
    if not isinstance(error, OSError):
        return str(error)
    place = "standard output" if is_of_output(error) else error.filename or '""'
    return f"{place}: {error.strerror or error}"
