# SPDX-License-Identifier: BSL-1.0
"""Pictures of plans, evaluations and schedules, by matplotlib: what `.plot` gives.

matplotlib is imported when the first picture is drawn. Nothing is shown and no setting is left
changed: every method draws on the axes that it is given, or on new ones, and returns them.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .. import _core

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.axes import Axes


class EvaluationPlots:
    """Pictures of how a plan stands; `language` is zh or en, default that of the plan.

    Parameters
    ----------
    evaluation : what they are of
    """

    def __init__(self, evaluation: "_core.Evaluation") -> None:
        len(evaluation)  # one that was made empty is refused here
        self._evaluation = evaluation

    def __repr__(self) -> str:
        return f"<pictures of {self._evaluation!r}: outline, indicators, history, shortfall, slope>"

    def outline(
        self, ax: "Axes | None" = None, *, depth: int = 3, language: str | None = None
    ) -> "Axes":
        """The plan from the left to the right, each node as tall as the leaves beneath it.

        Parameters
        ----------
        ax : axes to draw on; default new ones
        depth : how many levels
        language : zh or en; default the plan's

        Raises
        ------
        MissingPackageError
            matplotlib is not installed.
        """
        from .outline import draw

        axes: Axes = draw(self._evaluation, ax, depth, language)
        return axes

    def indicators(
        self,
        ids: Iterable[str] | None = None,
        ax: "Axes | None" = None,
        *,
        goal: str | None = None,
        most: int = 30,
        language: str | None = None,
    ) -> "Axes":
        """How far each indicator has come on its way to the target, the worst first.

        Parameters
        ----------
        ids : which indicators; default all
        ax : axes to draw on; default new ones
        goal : in place of ids, all indicators beneath this goal
        most : how many rows, fewer where they could not be read
        language : zh or en; default the plan's

        Raises
        ------
        UnknownIdError
            An id is not of the plan.
        ValueError
            An id is of no indicator, or there are both ids and a goal.
        MissingPackageError
            matplotlib is not installed.
        """
        from .indicators import draw

        axes: Axes = draw(self._evaluation, ids, ax, goal, most, language)
        return axes

    def history(self, id: str, ax: "Axes | None" = None, *, language: str | None = None) -> "Axes":
        """The readings of one indicator, its target with revisions, and what was expected.

        Parameters
        ----------
        id : of an indicator
        ax : axes to draw on; default new ones
        language : zh or en; default the plan's

        Raises
        ------
        UnknownIdError
            The id is not of the plan.
        ValueError
            It is not the id of an indicator.
        MissingPackageError
            matplotlib is not installed.
        """
        from .history import draw

        axes: Axes = draw(self._evaluation, id, ax, language)
        return axes

    def shortfall(
        self,
        ax: "Axes | None" = None,
        *,
        depth: int = 3,
        most: int = 30,
        language: str | None = None,
    ) -> "Axes":
        """What each goal has attained, what it lacks to what was expected, and what is to come.

        Parameters
        ----------
        ax : axes to draw on; default new ones
        depth : goals of how many levels
        most : how many rows, fewer where they could not be read
        language : zh or en; default the plan's

        Raises
        ------
        MissingPackageError
            matplotlib is not installed.
        """
        from .shortfall import draw

        axes: Axes = draw(self._evaluation, ax, depth, most, language)
        return axes

    def slope(
        self,
        dates: "Iterable[date | str] | None" = None,
        ax: "Axes | None" = None,
        *,
        depth: int = 2,
        most: int = 12,
        language: str | None = None,
    ) -> "Axes":
        """How the shortfall of goals, 1 - attainment, went from day to day, a line for each goal.

        Each earlier day is evaluated anew, with the same readings, policy and basis.

        Parameters
        ----------
        dates : days before that of the evaluation; default the ends of the last four quarters
        ax : axes to draw on; default new ones
        depth : goals of how many levels
        most : how many lines, fewer where they could not be read
        language : zh or en; default the plan's

        Raises
        ------
        ValueError
            A day is not before that of the evaluation, or no day.
        MissingPackageError
            matplotlib is not installed.
        """
        from .slope import draw

        axes: Axes = draw(self._evaluation, dates, ax, depth, most, language)
        return axes


class SchedulePlots:
    """Pictures of a schedule; `language` is zh or en, default that of the plan.

    Parameters
    ----------
    schedule : what they are of
    """

    def __init__(self, schedule: "_core.Schedule") -> None:
        len(schedule)
        self._schedule = schedule

    def __repr__(self) -> str:
        return f"<pictures of {self._schedule!r}: timeline>"

    def timeline(
        self,
        ax: "Axes | None" = None,
        *,
        ids: Iterable[str] | None = None,
        most: int = 40,
        language: str | None = None,
    ) -> "Axes":
        """A Gantt chart: early dates, floats, dependencies, the critical path, the status date.

        Parameters
        ----------
        ax : axes to draw on; default new ones
        ids : which nodes; default those of which more than the title is known, or else all
        most : how many rows, fewer where they could not be read
        language : zh or en; default the plan's

        Raises
        ------
        UnknownIdError
            An id is not of the plan.
        MissingPackageError
            matplotlib is not installed.
        """
        from .timeline import draw

        axes: Axes = draw(self._schedule, ax, ids, most, language)
        return axes


class PlanPlots:
    """Pictures of a plan; `language` is zh or en, default that of the plan.

    Parameters
    ----------
    plan : what they are of
    """

    def __init__(self, plan: "_core.Plan") -> None:
        len(plan)
        self._plan = plan

    def __repr__(self) -> str:
        return f"<pictures of {self._plan!r}: neighbourhood>"

    def neighbourhood(
        self,
        id: str,
        steps: int = 1,
        ax: "Axes | None" = None,
        *,
        most: int = 40,
        language: str | None = None,
    ) -> "Axes":
        """What a node needs, to its left, and what needs it, to its right.

        Parameters
        ----------
        id : of any node
        steps : how many links from the node
        ax : axes to draw on; default new ones
        most : how many nodes, the nearest first
        language : zh or en; default the plan's

        Raises
        ------
        UnknownIdError
            The id is not of the plan.
        MissingPackageError
            matplotlib is not installed.
        """
        from .neighbourhood import draw

        axes: Axes = draw(self._plan, id, steps, ax, most, language)
        return axes


def of_evaluation(evaluation: "_core.Evaluation") -> EvaluationPlots:
    """Pictures of how the plan stands; they need matplotlib."""
    return EvaluationPlots(evaluation)


def of_schedule(schedule: "_core.Schedule") -> SchedulePlots:
    """Pictures of the schedule; they need matplotlib."""
    return SchedulePlots(schedule)


def of_plan(plan: "_core.Plan") -> PlanPlots:
    """Pictures of the plan; they need matplotlib."""
    return PlanPlots(plan)
