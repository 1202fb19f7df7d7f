# SPDX-License-Identifier: BSL-1.0
"""The exceptions of the library; each is also the builtin that people expect."""

from typing import NamedTuple


class Error(ValueError):
    """Base of the errors on units, targets, plans, observations and formats."""


class UnitError(Error):
    """Quantities of different dimensions were mixed, or a unit is unknown."""


class TargetError(Error):
    """A target contradicts itself."""


class ObservationError(Error):
    """Observations contradict each other or do not fit the plan."""


class Problem(NamedTuple):
    """One thing that is wrong with a draft of a plan.

    Parameters
    ----------
    node : id of the node; empty for the plan itself
    field : part of the node, a JSON pointer below it: ``due``, ``part_of/0``; may be empty
    message : a whole sentence that names the node
    """

    node: str
    field: str
    message: str


class PlanError(Error):
    """A draft cannot become a plan; all that is wrong is listed.

    Parameters
    ----------
    problems : every problem, in the order of the draft
    """

    problems: tuple[Problem, ...] = ()


class FormatError(Error):
    """A text cannot be read; the message says where and why.

    Parameters
    ----------
    file : as given by the caller; empty when the text has no name
    line : from 1, or None
    column : in characters from 1, or None
    pointer : JSON pointer, or the name of a column; may be empty
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    pointer: str = ""


class UnknownIdError(KeyError):
    """No node has the id that was asked for; the message names the nearest."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class UnknownObservationError(ObservationError, UnknownIdError):
    """Observations are of ids that the plan does not have; the message names the nearest."""


class MissingPackageError(ImportError):
    """A method needs a package that is not installed; the message names the extra."""
