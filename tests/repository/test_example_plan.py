# SPDX-License-Identifier: BSL-1.0
"""The Jinjiang 2024 plan holds what the document promises, in words of our own."""

import re
from pathlib import Path

import jinjiang as jj
import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/jinjiang-2024"
SEED = ROOT.parent / "shared" / "seed"
AREAS = ("industry", "demand", "land", "business", "city", "rural", "ecology", "livelihood")

#: Id, comparator, value and unit of the 73 figures, read off the document by hand.
FIGURES = """
headline.gdp about 6 %
headline.revenue-total reach 6 %
headline.revenue-local reach 5 %
headline.industry reach 7.2 %
headline.investment reach 10 %
headline.income reach 6 %
industry.tradition.digital reach 100 个
industry.tradition.cloud at_least 500 家
industry.tradition.high-tech above 900 家
industry.tradition.specialised above 100 家
industry.tradition.strategic above 200 家
industry.tradition.little-giants above 200 家
industry.tradition.design-agencies at_least 10 家
industry.tradition.energy-saving reach 20 个
industry.tradition.green-factories reach 5 家
industry.emerging.it-production reach 15 个
industry.emerging.it-chain reach 20 个
industry.emerging.equipment reach 15 个
industry.emerging.equipment-parks reach 5 个
industry.services.funds above 400 亿元
industry.services.contests reach 30 场
industry.services.shows reach 30 场
industry.innovation.talent-teams reach 10 个
industry.carriers.space above 600 万平方米
industry.carriers.tenants reach 100 家
industry.carriers.projects reach 76 个
industry.carriers.standard-parks reach 53 个
demand.relief.entities reach 5.6 万户
demand.relief.above-scale reach 350 家
demand.investment.contracts reach 200 个
demand.investment.expansion reach 350 个
demand.investment.key-projects reach 1217 个
demand.investment.key-spending above 1700 亿元
demand.markets.exhibitions at_least 80 个
demand.markets.order-fairs reach 100 场
land.collective reach 800 亩
land.reclamation reach 600 亩
land.reuse reach 7000 亩
business.entity-projects reach 137 个
city.planning.special reach 29 个
city.districts.new-districts reach 31 个
city.transport.black-spots reach 20 个
city.management.renewal reach 17 个
city.management.old-estates reach 25 个
city.management.communities reach 3 个
rural.farmland reach 5800 亩
rural.income-projects reach 30 个
rural.village-income above 75 万元
rural.projects at_least 500 个
rural.housing reach 8 个
ecology.water.sewage at_least 86 %
ecology.water.projects reach 120 个
ecology.water.black-water reach 80 %
ecology.mines.restored reach 40 %
ecology.air.projects reach 40 个
ecology.air.trees reach 5000 亩
ecology.air.parks reach 8 个
livelihood.security.rental-housing reach 5000 套
livelihood.security.nursery-places reach 1138 个
livelihood.security.care-beds reach 500 张
livelihood.security.canteens reach 12 个
livelihood.security.families reach 200 户
livelihood.security.accessible-homes reach 600 户
livelihood.education.places reach 1 万个
livelihood.education.enrolment reach 60 %
livelihood.education.parent-classes reach 100 所
livelihood.education.canteens reach 10 个
livelihood.health.projects reach 22 个
livelihood.health.clinics reach 20 家
livelihood.health.tcm-rooms reach 30 家
livelihood.culture.conservation reach 9 个
livelihood.culture.shows reach 100 场
livelihood.safety.gas reach 10000 户
"""

#: What the document writes in words.
IN_WORDS = {"100 场": "百场", "100 所": "百所", "10000 户": "万户", "1 万户": "万户"}

#: 1+6, 一三一三七, 123, 九十九溪, R1线, 三级, 三年, 百日, 十年, 两项试点, 四个倍增, 二期: names, not figures.
NAMES = {
    "(1, '线')", "(3, '级')", "(3, '年')", "(100, '日')", "(10, '年')", "(2, '项')", "(4, '个')",
    "(2, '期')", "(6, '个')", "(99, '溪')", "(75, '周年')",
}  # fmt: skip
NEVER = {2, 4, 7, 18, 99, 123, 13137}


@pytest.fixture(scope="module")
def plan():
    return jj.load(EXAMPLE / "plan.json")


@pytest.fixture(scope="module")
def figures():
    """(id, comparator, value, unit) of every row of the table."""
    rows = [line.split() for line in FIGURES.strip().splitlines()]
    return [(id, comparator, float(value), unit) for id, comparator, value, unit in rows]


def document():
    """The document where it is at hand, else one of our own that promises the same."""
    if SEED.exists():
        return "".join(path.read_text(encoding="utf-8") for path in sorted(SEED.glob("*.txt")))
    lines = [line.split() for line in FIGURES.strip().splitlines()]
    return "".join(f"本年要做到 {value}{unit}。\n" for _, _, value, unit in lines)


def squeezed(text):
    return re.sub(r"\s", "", text)


def missing_in(text, figures):
    """Figures of which the text holds neither the digits with their unit nor the words."""
    plain = squeezed(text)
    missing = []
    for id, _, value, unit in figures:
        worded = IN_WORDS.get(f"{value:g} {unit}", "\0")
        digits = rf"(?<![\d.]){re.escape(f'{value:g}{unit}')}"
        if worded not in plain and not re.search(digits, plain):
            missing.append(id)
    return missing


def copied_from(text, words, length=25):
    """Texts that share a run of so many characters with another one."""
    plain = squeezed(text)
    return [
        word
        for word in map(squeezed, words)
        if any(word[i : i + length] in plain for i in range(len(word) - length + 1))
    ]


def test_the_seventy_three_figures_are_those_of_the_document(plan, figures):
    found = [
        (node.id, str(node.target.comparator), node.target.value, node.target.unit.symbol)
        for node in plan.indicators
        if node.target is not None
    ]
    assert sorted(found) == sorted(figures)


def test_there_are_six_headline_figures_and_sixty_seven_in_the_areas(plan):
    judged = [node for node in plan.indicators if node.target is not None]
    areas = [node.id.split(".")[0] for node in judged]
    assert len(judged) == 73
    assert areas.count("headline") == len(plan.children("headline")) == 6
    assert sum(area in AREAS for area in areas) == 67


def test_every_figure_lies_beneath_the_goal_that_its_id_names(plan):
    astray = [
        node.id
        for node in plan
        if "." in node.id and node.parents.ids != [node.id.rpartition(".")[0]]
    ]
    assert astray == []


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


def test_names_are_not_figures(plan):
    targets = [node.target for node in plan.indicators if node.target is not None]
    assert {f"({t.value:g}, '{t.unit.symbol}')" for t in targets} & NAMES == set()
    assert {t.value for t in targets} & NEVER == set()
    assert {t.upper for t in targets} == {None}
    assert plan["city.transport.rail"].kind == "task"


def test_the_stock_of_businesses_and_the_new_ones_are_two_indicators(plan):
    new = [node for node in plan.find("经营主体") if node.target is not None]
    stock = [node for node in plan.find("经营主体") if node.target is None]
    assert [node.target.measure for node in new] == ["increment"]
    assert len(stock) == 1


def test_what_was_achieved_in_2023_is_watched_and_never_judged(plan):
    scores = plan.children("scorecard")
    assert len(scores) == 6
    assert [node.id for node in scores if node.target is not None] == []


def test_all_observations_fit_and_none_is_of_an_unknown_node(plan):
    seen = jj.read_observations(EXAMPLE / "observations.csv", units=plan.units)
    assert len(plan.evaluate(seen, as_of="2024-12-31")) == len(plan)
    assert sum(reading.observed_on.year == 2023 for reading in seen) == 7


def test_the_document_holds_every_figure(figures):
    assert missing_in(document(), figures) == []


def test_a_document_that_lacks_a_figure_is_found_out(figures):
    text = "盘活低效用地 7000 亩，农田15800亩，百场演出，增长 7.2%。"
    rows = [
        row for row in figures if row[0] in ("land.reuse", "rural.farmland", "headline.industry")
    ]
    assert missing_in(text, rows) == ["rural.farmland"]
    assert missing_in(text, [("shows", "reach", 100.0, "场")]) == []
    assert missing_in("", figures) == [row[0] for row in figures]


def test_no_title_and_no_note_is_copied_from_the_document(plan):
    reasons = [link[3] for node in plan for link in node.predecessors]
    words = [node.title for node in plan] + [node.note for node in plan] + reasons
    assert copied_from(document(), [plan.title, *words]) == []


def test_a_copied_run_is_found_across_line_breaks():
    text = "我们将认真做好各项工作，\n让每一位居民都能在家门口办成事。"
    assert copied_from(text, ["认真做好各项工作，让每一位居民都能在家门口办成事"], 24) != []
    assert copied_from(text, ["认真做好各项工作"], 24) == []
    assert copied_from(text, ["认真做好各项工作"], 8) != []
