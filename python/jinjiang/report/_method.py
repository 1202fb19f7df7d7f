# SPDX-License-Identifier: BSL-1.0
"""The last part: by what rules and numbers the plan was judged."""

from .. import _core
from .._display import number, percent
from ._cells import Row, status_mark, table
from ._facts import Facts
from ._html import Html, joined, tag, template


def method(facts: Facts) -> Html:
    """The policy with its numbers, the formulas, what every status means, the version."""
    policy, word = facts.evaluation.policy, facts.word
    numbers = {
        "ahead": number(policy.ahead, 4),
        "on_track": number(policy.on_track, 4),
        "at_risk": number(policy.at_risk, 4),
        "least": percent(policy.minimum_coverage),
        "missing": word["missing"][str(policy.missing)],
        "stale_after": policy.stale_after,
    }
    prose = template(f"method_{facts.language}.html").substitute(numbers)
    columns = [(word["columns"]["status"], ""), (word["columns"]["meaning"], "wide")]
    rows: list[Row] = [
        ({}, (status_mark(facts, str(status)), word["meanings"][str(status)].format(**numbers)))
        for status in _core.Status
    ]
    version = tag("p", word["version"].format(version=_core.__version__), class_="note")
    title = word["sections"]["method"]
    return joined((Html(prose), table("method", title, columns, rows, is_sortable=False), version))
