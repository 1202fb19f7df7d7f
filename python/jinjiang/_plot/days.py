# SPDX-License-Identifier: BSL-1.0
"""The same readings on other days."""

from datetime import date

from .. import _core


def evaluated_on(evaluation: "_core.Evaluation", day: date) -> "_core.Evaluation":
    """How the plan stood on a day, judged as the evaluation judges."""
    return evaluation.plan.evaluate(
        evaluation.observations,
        day,
        policy=evaluation.policy,
        known_by=evaluation.known_by,
        basis=evaluation.basis,
        ignore_unknown=True,
    )
