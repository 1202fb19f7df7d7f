# SPDX-License-Identifier: BSL-1.0
"""The Jinjiang 2024 plan holds what the document promises, in words of our own."""

import re
from pathlib import Path

import jinjiang as jj
import pytest

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "seed"
AREAS = ("industry", "demand", "land", "business", "city", "rural", "ecology", "livelihood")

#: Comparator, value and unit of the 73 figures, by area, sorted.
FIGURES = {
    "headline": ["about 6 %", "reach 10 %", "reach 5 %", "reach 6 %", "reach 6 %", "reach 7.2 %"],
    "industry": [
        "above 100 家", "above 200 家", "above 200 家", "above 400 亿元", "above 600 万平方米",
        "above 900 家", "at_least 10 家", "at_least 500 家", "reach 10 个", "reach 100 个",
        "reach 100 家", "reach 15 个", "reach 15 个", "reach 20 个", "reach 20 个", "reach 30 场",
        "reach 30 场", "reach 5 个", "reach 5 家", "reach 53 个", "reach 76 个",
    ],
    "demand": [
        "above 1700 亿元", "at_least 80 个", "reach 100 场", "reach 1217 个", "reach 200 个",
        "reach 350 个", "reach 350 家", "reach 5.6 万户",
    ],
    "land": ["reach 600 亩", "reach 7000 亩", "reach 800 亩"],
    "business": ["reach 137 个"],
    "city": [
        "reach 17 个", "reach 20 个", "reach 25 个", "reach 29 个", "reach 3 个", "reach 31 个",
    ],
    "rural": ["above 75 万元", "at_least 500 个", "reach 30 个", "reach 5800 亩", "reach 8 个"],
    "ecology": [
        "at_least 86 %", "reach 120 个", "reach 40 %", "reach 40 个", "reach 5000 亩",
        "reach 8 个", "reach 80 %",
    ],
    "livelihood": [
        "reach 1 万个", "reach 10 个", "reach 100 场", "reach 100 所", "reach 10000 户",
        "reach 1138 个", "reach 12 个", "reach 20 家", "reach 200 户", "reach 22 个",
        "reach 30 家", "reach 500 张", "reach 5000 套", "reach 60 %", "reach 600 户", "reach 9 个",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def plan():
    return jj.load(ROOT / "examples/jinjiang-2024/plan.json")


def leaves_below(goal):
    for child in goal.children:
        if child.kind == "goal":
            yield from leaves_below(child)
        else:
            yield child


def figure(node):
    return f"{node.target.comparator} {node.target.value:g} {node.target.unit}"


def digits_missing_in(text, values):
    """Values whose digits the text does not hold; 百, 万 before a measure word count as digits."""
    plain = (
        text.replace("百场", "100场").replace("百所", "100所").replace("万户家庭", "10000户家庭")
    )
    return [value for value in values if f"{value:g}" not in plain]


def copied_runs(text, words, length=25):
    """Texts that share a run of so many characters with another."""
    plain = re.sub(r"\s", "", text)
    return [
        word
        for word in words
        if any(word[i : i + length] in plain for i in range(len(word) - length + 1))
    ]


@pytest.mark.parametrize("area", FIGURES)
def test_the_figures_of_each_part_are_as_worded(plan, area):
    found = [figure(node) for node in leaves_below(plan[area]) if node.target is not None]
    assert sorted(found) == sorted(FIGURES[area])


def test_there_are_six_headline_figures_and_sixty_seven_more(plan):
    assert len(FIGURES["headline"]) == 6
    assert sum(len(FIGURES[area]) for area in AREAS) == 67
    assert sum(node.target is not None for node in plan.indicators) == 73


def test_there_are_eight_areas_and_twenty_sub_goals(plan):
    assert plan.children("work").ids == list(AREAS)
    assert sum(child.kind == "goal" for area in AREAS for child in plan.children(area)) == 20


def test_every_unnumbered_commitment_is_a_task(plan):
    assert 75 <= len(plan.tasks) <= 90


def test_every_node_names_its_section(plan):
    assert [node.id for node in plan if not (node.source or {}).get("section")] == []


def test_every_dependency_is_an_assumption_with_its_reason(plan):
    links = [link for node in plan for link in node.predecessors]
    assert len(links) >= 5
    assert [link for link in links if not link[3]] == []


def test_the_stock_of_businesses_and_the_new_ones_are_two_indicators(plan):
    new = [node for node in plan.find("经营主体") if node.target is not None]
    stock = [node for node in plan.find("经营主体") if node.target is None]
    assert [node.target.measure for node in new] == ["increment"]
    assert len(stock) == 1


def test_the_example_has_no_problems_and_all_its_observations_fit(plan):
    seen = jj.read_observations(ROOT / "examples/jinjiang-2024/observations.csv")
    assert len(plan.evaluate(seen, as_of="2024-12-31")) == len(plan)
    assert sum(reading.observed_on.year == 2023 for reading in seen) == 7


def test_the_document_holds_every_figure_and_none_of_our_titles_is_copied_from_it(plan):
    values = [node.target.value for node in plan.indicators if node.target is not None]
    titles = [node.title for node in plan]
    # A document of our own in place of the real one, where that is not at hand.
    text = " ".join(f"{value:g}" for value in values) + "举办一段很长的话，" * 5
    if SEED.exists():
        text = "".join(path.read_text(encoding="utf-8") for path in sorted(SEED.glob("*.txt")))
    assert digits_missing_in(text, values) == []
    assert copied_runs(text, titles) == []
    assert copied_runs(text, [text[:60].replace("\n", "").replace(" ", "")], 10) != []
