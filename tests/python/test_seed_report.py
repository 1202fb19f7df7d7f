# SPDX-License-Identifier: BSL-1.0
"""The report that the example plan was made from by hand, read by the library.

Its text is no part of the repository: the tests run where it lies beside it.
"""

from collections import Counter
from pathlib import Path

import jinjiang as jj
import pytest

FOLDER = Path(__file__).resolve().parents[3] / "shared/seed"
SEED = sorted(FOLDER.glob("*.txt"))

pytestmark = pytest.mark.skipif(not SEED, reason="the report is not at hand")


@pytest.fixture(scope="module")
def reading():
    return jj.read_report(SEED[0])


def promised(nodes):
    """What each indicator promises, as often as it does."""
    return Counter(
        (str(node.target.comparator), node.target.value, str(node.target.unit), node.target.measure)
        for node in nodes
        if node.target is not None
    )


def test_every_figure_is_that_of_the_plan_made_by_hand(reading, plan):
    by_hand = promised(plan.indicators)
    assert sum(by_hand.values()) == 73
    assert promised(reading.plan.indicators) == by_hand


def test_titles_share_words_with_those_made_by_hand(reading, plan):
    words = {}
    for node in reading.plan.indicators:
        if node.target is not None:
            span = reading.text.encode()[node.source["begin"] : node.source["end"]].decode()
            words.setdefault((node.target.value, str(node.target.unit)), []).append(span)
    for node in plan.indicators:
        if node.target is None:
            continue
        spans = words[node.target.value, str(node.target.unit)]
        pairs = {node.title[i : i + 2] for i in range(len(node.title) - 1)}
        assert any(pair in span for pair in pairs for span in spans), node.title


def test_what_is_told_of_2023_is_observed(reading):
    told = Counter(
        (r.observed_on.year, r.value, str(r.unit), str(r.stage)) for r in reading.observations
    )
    assert told == Counter(
        {
            (2023, 6.5, "%", "estimate"): 1,
            (2023, 4.0, "位", "final"): 1,
            (2023, 3.0, "位", "final"): 2,
            (2023, 31.0, "万户", "final"): 1,
            (2023, 100.0, "家", "final"): 1,
            (2023, 55.0, "项", "final"): 1,
        }
    )
    (gdp,) = (r for r in reading.observations if r.value == 6.5)
    assert reading.plan[gdp.id].target.value == 6.0


def test_the_areas_and_their_parts_are_goals(reading, plan):
    by_hand = [node.title for node in plan["work"].children]
    titles = {goal.title: goal for goal in reading.plan.goals}
    areas = [goal for area in by_hand for title, goal in titles.items() if title.startswith(area)]
    assert len(areas) == len(by_hand) == 8
    parts = sum(child.kind == "goal" for area in areas for child in area.children)
    assert parts == 20


def test_no_name_is_read_as_a_figure(reading):
    numbers = [p.words for p in reading.passages if p.outcome in ("indicator", "observation")]
    names = (
        "1+6",
        "一三一三七",
        "百日",
        "两项试点",
        "三年",
        "十年",
        "二期",
        "R1",
        "三级",
        "75周年",
    )
    assert [(n, w) for n in names for w in numbers if n in w] == []


def test_every_number_is_accounted_for(reading):
    assert reading.coverage["share"] == 1
