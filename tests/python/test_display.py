# SPDX-License-Identifier: BSL-1.0
"""How things look when they are printed or shown."""

from html.parser import HTMLParser
from itertools import pairwise

import jinjiang as jj
import pytest
from jinjiang._core import display_width
from jinjiang._display import evaluation_table, number, outline_text, percent, text_table
from jinjiang._display.words import figure, pace


def test_everything_has_a_repr_on_one_line(plan, seen, now):
    target = plan["land.reuse"].target
    things = [plan, plan["land"], target, plan.nodes, plan.goals[:0], seen, seen[0], now]
    things += [now["land"], now.behind(), now.explain("land"), now.by_owner()[0], jj.Policy()]
    things += [target.quantity, target.unit, jj.Profile("linear"), jj.PlanBuilder(plan)]
    for thing in things:
        assert "\n" not in repr(thing)
    assert repr(plan["land.reuse"]) == '<indicator land.reuse "盘活低效用地": reach 7000 亩>'
    assert repr(plan.goals[:2]) == "NodeList(2: headline, work)"
    assert repr(now["land.reuse"]).startswith("<NodeResult land.reuse: at_risk, attainment 22.86 %")


def test_a_text_with_line_breaks_does_not_break_a_repr(empty):
    empty.goal("g", "上\n下", owner="甲\n乙")
    empty.task("t", "x\ny", part_of="g", owner="甲\n乙")
    now = empty.build().evaluate()
    things = [now.plan, now.plan["g"], now["g"], now.explain("g"), now.by_owner()[0]]
    things.append(jj.Observation("t\nu", "2025-03-31", 1, basis="可\n比"))
    assert [repr(thing) for thing in things if "\n" in repr(thing)] == []


def test_a_title_with_control_characters_stays_on_its_line(empty):
    empty.goal("g", "上\n下")
    empty.task("t", "红\x1b[31m", part_of="g")
    plan = empty.build()
    for text in (evaluation_table(plan.evaluate()), outline_text(plan)):
        assert len(text.splitlines()) == 3
        assert "\x1b" not in text


def test_printing_a_plan_shows_two_levels(plan):
    lines = str(plan).splitlines()
    assert lines[0] == repr(plan)
    assert len(lines) == 2 + sum(depth < 2 for _, depth, _ in plan.outline())
    assert outline_text(plan, language="en", depth=1).split()[:4] == ["node", "id", "target", "due"]


def test_html_shows_every_status_in_words(now):
    page = now._repr_html_()
    assert 'class="light warn">略欠进度' in page
    assert page.count('class="row ') == len(now) + 1  # and the heading
    assert "盘活低效用地" in now.plan._repr_html_()
    assert "欠进度" in now.behind()._repr_html_()


def test_html_is_escaped():
    draft = jj.PlanBuilder("p", title="<b>&", start="2025-01-01", end="2025-12-31")
    draft.goal("<i>", "<script>alert(1)</script>")
    draft.task("t", '"$rows" & <u>', part_of="<i>", start="2025-01-01")
    now = draft.build().evaluate()
    for page in (now.plan._repr_html_(), now._repr_html_(), now.results._repr_html_()):
        assert "<script>" not in page and "<i>" not in page and "<b>" not in page
        assert "&lt;script&gt;" in page and "$rows" in page and "<u>" not in page


def test_a_unit_of_your_own_is_escaped_in_html():
    units = jj.UnitTable()
    units.add("<img>", "公斤", 1)
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31", units=units)
    draft.indicator("i", target=jj.Target("reach", 5, units["<img>"]))
    seen = jj.Observations()
    seen.add("i", "2025-03-31", 4)
    assert "<img>" not in draft.build().evaluate(seen)._repr_html_()


def test_html_of_nothing_is_an_empty_table(now):
    assert now.results[:0]._repr_html_().count('class="row ') == 1
    assert "达进度" in now.results[:1]._repr_html_()


def test_a_chinese_character_takes_two_columns():
    table = text_table(("事项", "n"), [("ab", "1"), ("中文字", "22")], right=frozenset({1}))
    assert table.splitlines() == ["事项     n", "ab       1", "中文字  22"]
    assert display_width("中a１") == 5


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("中文", 4), ("（）", 4), ("e\u0301", 1), ("👍", 2), ("6%左右", 6)],
)
def test_the_width_of_a_text_is_that_in_a_terminal(text, width):
    assert display_width(text) == width


def test_right_hand_columns_end_together(now):
    heading, *rows = (line for line in evaluation_table(now).splitlines() if line[0] != "※")
    end = display_width(heading[: heading.index("完成率") + 3])
    ends = [row for row in rows if "%" in row or "—" in row]
    assert len(rows) == len(now)
    assert all(prefix_of_width(row, end)[-1] in "%—" for row in ends)


def prefix_of_width(text, width):
    """The beginning of a text that takes so many columns."""
    return next(text[:i] for i in range(len(text) + 1) if display_width(text[:i]) >= width)


def test_numbers_are_rounded_and_gaps_are_dashes():
    assert [percent(0.5), percent(1 / 3), percent(1), percent(None)] == [
        "50%",
        "33.3%",
        "100%",
        "—",
    ]
    assert [percent(share) for share in (0.9996, 0.00004, 1 - 1e-16, -0.0)] == [
        "99.96%",
        "0.004%",
        "100%",
        "0%",
    ]
    assert [pace(0.9496), pace(0.95), pace(1.0012), pace(None)] == ["0.9496", "0.95", "1", "—"]
    assert [pace(0.0016), pace(0)] == ["0.002", "0"]
    assert [figure(0.99995), figure(0.1 + 0.2), figure(16 / 3)] == ["0.99995", "0.3", "5.3333"]
    assert figure(7.2 - 2e-9 / 3) == "7.2" and figure(7.2 - 2e-5 / 3) == "7.19999333"
    assert [number(1.2345), number(2.0), number(None)] == ["1.23", "2", "—"]


def test_colour_comes_only_when_asked_for(now):
    assert "\x1b[33m略欠进度\x1b[0m" in evaluation_table(now, colour=True)
    assert "\x1b" not in evaluation_table(now)


def test_a_table_shows_as_many_levels_as_wanted(now):
    assert len(evaluation_table(now, depth=1).splitlines()) == 5  # heading, three roots, a mark


def test_observations_and_explanations_have_plain_html(seen, now):
    page = seen._repr_html_()
    assert page.count("<tr><td>") == min(len(seen), 100)
    assert "<th>日期 observed_on</th>" in page and "land.reuse" in page
    page = now.explain("land.reuse")._repr_html_()
    assert "<pre" in page and "进度 = 1 + (1600 - 7000)" in page
    assert "&gt;" in page or "≥" in page


def test_html_of_many_readings_shows_the_first_and_is_escaped():
    seen = jj.Observations()
    for i in range(101):
        seen.add(f"<{i}>", "2025-06-30", 1, source="<b>", basis="<i>")
    page = seen._repr_html_()
    assert "实际值 101 条 readings，列出前 100 条 the first 100" in page
    assert "&lt;99&gt;" in page and "&lt;100&gt;" not in page
    assert "<b>" not in page and "<i>" not in page


HOSTILE = "</script><script>alert(1)</script>\u202e&<b>$rows"


@pytest.fixture
def hostile():
    """A plan whose every text is an attack, and its evaluations before and after a change."""
    units = jj.UnitTable()
    units.add("<img>", "公斤", 1)
    draft = jj.PlanBuilder("p", title=HOSTILE, start="2025-01-01", end="2025-12-31", units=units)
    draft.goal("<g>", HOSTILE, note=HOSTILE, owner=HOSTILE)
    target = jj.Target("reach", 5, units["<img>"], measure="increment", basis="<basis>")
    draft.indicator("<i>", HOSTILE, target=target, part_of="<g>", owner=HOSTILE)
    draft.task("<t>", "长" * 1300, part_of="<g>", duration=10, depends_on="<i>")
    seen = jj.Observations()
    seen.add("<i>", "2025-03-31", 4, basis="<basis>", source=HOSTILE)
    return draft.build().evaluate(seen, as_of="2025-06-30")


def shown_things(now, goal, leaf):
    """One of everything that a notebook shows."""
    better = now.what_if(jj.Scenario("x").value(leaf, 5))
    things = [now.plan, now.plan[goal], now.plan[leaf], now.plan[leaf].target, now, now[leaf]]
    things += [now.explain(goal), now.explain(leaf), now.schedule(), now.compare(better)]
    return [*things, now.results, now.behind(), now.observations, now.plan.check()]


def test_everything_that_a_notebook_shows_is_escaped_isolated_and_cut(hostile):
    for thing in shown_things(hostile, "<g>", "<i>"):
        page = thing._repr_html_()
        body = page.split("</style>", 1)[1]
        for attack in ("<script", "</script", "<b>$", "<img", "<g>", "<i>", "<t>", "<basis>"):
            assert attack not in body, type(thing)
        if type(thing) not in (jj.CheckReport, jj.Explanation):
            assert "长" * 200 not in body
        for place in (i for i, letter in enumerate(body) if letter == "\u202e"):
            assert body.rfind("<bdi>", 0, place) > body.rfind("</bdi>", 0, place), type(thing)


class Tags(HTMLParser):
    """Counts what is open and what was closed that was not."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, attributes):
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_everything_that_is_shown_is_well_formed_html(now, hostile):
    for thing in shown_things(now, "land", "land.reuse") + shown_things(hostile, "<g>", "<i>"):
        tags = Tags()
        tags.feed(thing._repr_html_())
        assert (tags.open, tags.wrong) == ([], []), type(thing)


def test_a_bundle_has_text_and_html(now):
    for thing in shown_things(now, "land", "land.reuse"):
        bundle = thing._repr_mimebundle_()
        assert list(bundle) == ["text/plain", "text/html"]
        assert bundle["text/html"] == thing._repr_html_()
        assert bundle["text/plain"].count("\n") <= 40
    assert list(now._repr_mimebundle_(include={"text/plain"})) == ["text/plain"]
    assert list(now._repr_mimebundle_(exclude={"text/plain"})) == ["text/html"]
    assert now.plan.check()._repr_mimebundle_()["text/plain"].endswith(" more lines")


def test_an_outline_folds_and_its_bars_say_what_they_show(now):
    page = now._repr_html_()
    outline = now.plan.outline()
    goals = sum(a[1] < b[1] for a, b in pairwise(outline))
    assert page.count("<details") == page.count("</details>") == goals
    assert page.count("<details open>") == 3  # the roots, for there are many rows
    assert 'aria-label="完成率 22.9%，序时进度 24.9%"><i class="warn" style="width:22.9%">' in page
    assert '<b style="left:24.9%"></b>' in page
    assert '<span class="light warn">略欠进度 1</span>' in page


def test_displays_follow_the_theme_of_the_notebook_and_of_the_system(now):
    for thing in shown_things(now, "land", "land.reuse"):
        page = thing._repr_html_()
        assert "prefers-color-scheme:dark" in page
        for name in ('[data-jp-theme-light="false"]', ".vscode-dark", '[theme="dark"]'):
            assert name in page and name.replace("dark", "light").replace("false", "true") in page


def test_where_too_little_is_known_a_bar_is_hatched_and_says_so(now):
    page = now["work"]._repr_html_()
    assert "序时进度 49.9%，覆盖率不足，不作判断" in page and '<i class="mute unsure"' in page
    assert ' unsure"' not in now["land.reuse"]._repr_html_()


def test_a_node_a_target_and_a_result_show_their_facts(plan, now):
    page = plan["land.reuse"]._repr_html_()
    assert "<th>隶属</th><td><bdi>以要素挖潜为关键</bdi> <code><bdi>land</bdi></code>" in page
    assert "<th>目标</th><td><bdi>7000 亩</bdi></td>" in page
    page = plan["headline.gdp"].target._repr_html_()
    assert "<th>goal_value</th><td><bdi>5.5 %</bdi></td>" in page
    page = now["land.reuse"]._repr_html_()
    assert '<span class="light warn">略欠进度</span>' in page and "2024-03-31 陈旧 初步" in page


def test_an_explanation_of_a_goal_lists_its_parts_and_a_comparison_both_sides(now):
    page = now.explain("livelihood")._repr_html_()
    assert page.count("<code><bdi>livelihood.") == 5 and "<pre" in page
    after = now.what_if(jj.Scenario().value("land.reuse", 7000))
    page = now.compare(after)._repr_html_()
    assert "略欠进度</span></td>" in page and "提前完成</span></td>" in page
    assert "+77.14 个百分点" in page
    assert "没有变化" in now.compare(now)._repr_html_()


def test_a_schedule_shows_the_days_of_each_node_as_a_bar(draft):
    page = draft.build().schedule()._repr_html_()
    assert page.count('class="bar span"') == 3 and "最早完成" in page


def test_of_a_big_plan_the_first_levels_and_the_worst_are_shown(empty):
    seen = jj.Observations()
    for i in range(10):
        empty.goal(f"g{i}", f"目标{i}")
        for j in range(60):
            empty.indicator(f"g{i}.{j}", target="100个", measure="count", part_of=f"g{i}")
            seen.add(f"g{i}.{j}", "2025-06-30", j)
    now = empty.build().evaluate(seen, as_of="2025-06-30")
    page = now._repr_html_()
    assert "共 610 行，只列出前 1 层的 10 行，其余 600 行未列出" in page
    assert "未列出的事项中最需要关注的 50 项（共 480 项）" in page
    assert page.count('class="row ') == 2 + 10 + 50
    assert "其余 600 行未列出" in now.plan._repr_html_()
    assert "其余 600 行未列出" in now.plan.schedule()._repr_html_()
    assert "另有 110 行未列出" in now.results._repr_html_()


def test_what_would_be_is_shown_in_a_notebook(now):
    page = now.sweep("land.reuse", 1600, 7000, 2700)._repr_html_()
    assert "<th>实际值（亩）</th><th>盘活低效用地</th>" in page
    assert page.count('class="light good">提前完成</span>') == 1 and "22.9%</td>" in page
    page = now.impact("land.reuse", value=7000)._repr_html_()
    assert 'class="title">影响 3 项</div>' in page
    assert "<th>对计划的影响</th>" in page and "实际值 1600 亩 → 7000 亩" in page
    page = now.plan.impact("land.reuse", slip=30)._repr_html_()
    assert "<th>对计划的影响</th>" not in page
    gas = "livelihood.safety.gas"
    assert "没有变化" in now.impact(gas, value=now[gas].value)._repr_html_()
    page = now.goal_seek(
        "livelihood.security", "livelihood.security.accessible-homes"
    )._repr_html_()
    assert "社会保障（livelihood.security）无法达进度：数据不足" in page
