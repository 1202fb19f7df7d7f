# SPDX-License-Identifier: BSL-1.0
"""How things look when they are printed or shown."""

import jinjiang as jj
from jinjiang._core import display_width
from jinjiang._display import evaluation_table, text_table


def test_everything_has_a_repr_on_one_line(plan, seen, now):
    things = [plan, plan["land"], plan["land.reuse"].target, plan.nodes, seen, seen[0], now]
    things += [now["land"], now.behind(), now.explain("land"), now.by_owner()[0], jj.Policy()]
    for thing in things:
        assert "\n" not in repr(thing)
    assert repr(plan["land.reuse"]) == '<indicator land.reuse "盘活低效用地": reach 7000 亩>'
    assert repr(plan.goals[:2]) == "NodeList(2: headline, work)"
    assert repr(now["land.reuse"]).startswith("<NodeResult land.reuse: at_risk, attainment 22.86 %")


def test_html_shows_every_status_in_words(now):
    page = now._repr_html_()
    assert 'class="light warn">略欠进度' in page
    assert page.count("<tr class=") == len(now)
    assert "盘活低效用地" in now.plan._repr_html_()
    assert "欠进度" in now.behind()._repr_html_()


def test_html_is_escaped():
    draft = jj.PlanBuilder("p", title="<b>&", start="2025-01-01", end="2025-12-31")
    draft.goal("<i>", "<script>alert(1)</script>")
    plan = draft.build()
    for page in (plan._repr_html_(), plan.evaluate()._repr_html_()):
        assert "<script>" not in page and "<i>" not in page and "<b>" not in page
        assert "&lt;script&gt;" in page


def test_a_chinese_character_takes_two_columns():
    table = text_table(("事项", "n"), [("ab", "1"), ("中文字", "22")], right=frozenset({1}))
    assert table.splitlines() == ["事项     n", "ab       1", "中文字  22"]
    assert display_width("中a１") == 5


def test_colour_comes_only_when_asked_for(now):
    assert "\x1b[33m略欠进度\x1b[0m" in evaluation_table(now, colour=True)
    assert "\x1b" not in evaluation_table(now)


def test_a_table_shows_as_many_levels_as_wanted(now):
    assert len(evaluation_table(now, depth=1).splitlines()) == 4  # heading and three roots
