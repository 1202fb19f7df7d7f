# SPDX-License-Identifier: BSL-1.0
"""The report that people read: how a plan stands, as one page of HTML."""

import os

from .. import _core
from .._errors import Error


def report(
    evaluation: "_core.Evaluation",
    path: "str | os.PathLike[str] | None" = None,
    *,
    language: str | None = None,
    title: str | None = None,
) -> str | None:
    """How a plan stands, as one page that needs no network and no script to be read.

    Parameters
    ----------
    path : the file to write, - is standard output; without one the page is returned
    language : zh or en; default the plan's
    title : default the plan's

    Raises
    ------
    OSError
        The file cannot be written; what was there before is still there.
    Error
        The language is another.

    >>> import jinjiang as jj
    >>> plan = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31").build()
    >>> plan.evaluate().report(language="en").count("<h1>")
    1
    """
    from ._page import page

    language = str(evaluation.plan.language) if language is None else language
    if language not in ("zh", "en"):
        raise Error(f'report: language: expected zh or en, found "{language}"')
    if title is not None and not isinstance(title, str):
        raise TypeError(f"report: title: expected a text, found {title!r}")
    text = page(evaluation, language, title)
    if path is None:
        return text
    _core.write_file(os.fspath(path), text.encode())
    return None
