# SPDX-License-Identifier: BSL-1.0
"""Pictures: their amounts, titles, fonts, and what is said where something is not there."""

import subprocess
import sys

import jinjiang as jj
import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")
from jinjiang._plot import canvas, words  # noqa: E402
from matplotlib import font_manager, pyplot  # noqa: E402


@pytest.mark.parametrize(
    ("value", "unit", "chinese", "english"),
    [
        (56000, "户", "5.6万户", "56,000 户"),
        (12000, "万元", "1.2亿元", "120 million 元"),
        (1700, "亿元", "1700亿元", "170 billion 元"),
        (5.25, "%", "5.25%", "5.25%"),
        (-23456, "亩", "-2.3456万亩", "-23,456 亩"),
        (9999, "户", "9999户", "9999 户"),
        (10001, "户", "1.0001万户", "10,001 户"),
        (99995000, "元", "9999.5万元", "99.995 million 元"),
        (99999999, "户", "9999.9999万户", "99.999999 million 户"),
        (9999.9999, "亿元", "9999.9999亿元", "999.99999 billion 元"),
        (9999, "亩", "9999亩", "9999 亩"),
        (0, "个", "0个", "0 个"),
        (2e13, "元", "20万亿元", "20,000 billion 元"),
    ],
)
def test_amounts_are_in_the_unit_that_people_use(value, unit, chinese, english):
    assert words.amount(value, unit, "zh") == chinese
    assert words.amount(value, unit, "en") == english


def test_titles_are_shortened_and_never_mathematics():
    assert words.short("盘活低效用地", 8) == "盘活低…"
    assert words.short("盘活低效用地", 12) == "盘活低效用地"
    assert words.short("a$b$\n\x1b\u202e", 20) == r"a\$b\$"
    assert words.wrapped("盘活低效用地和厂房", 8, 2) == "盘活低效\n用地和…"


def test_levels_and_languages_that_are_none_are_refused(now):
    for draw in (now.plot.outline, now.plot.shortfall, now.plot.slope):
        for depth in (0, "x", True):
            with pytest.raises(
                ValueError, match=f"depth: expected 1 or more levels, found {depth!r}"
            ):
                draw(depth=depth)
        with pytest.raises(ValueError, match='language: expected zh or en, found "fr"'):
            draw(language="fr")
    assert pyplot.get_fignums() == []


def test_each_status_has_a_look_of_its_own():
    assert set(words.LOOKS) == {str(status) for status in jj.Status}
    assert len({look.colour + look.hatch for look in words.LOOKS.values()}) == len(words.LOOKS)


def test_without_a_chinese_font_one_warning_says_how_to_get_one(now, monkeypatch):
    known = [name for name in font_manager.get_font_names() if name not in canvas.CHINESE]
    monkeypatch.setattr(font_manager, "get_font_names", lambda: known)
    with pytest.warns(UserWarning, match="fonts-noto-cjk") as caught:
        now.plot.shortfall().figure.canvas.draw()
    pyplot.close("all")
    assert len(caught) == 1
    assert caught[0].filename == __file__


WITHOUT = """
import sys
sys.modules["matplotlib"] = None
import jinjiang as jj
draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31")
draft.goal("g")
draft.indicator("a", target="5个", part_of="g")
plan = draft.build()
now = plan.evaluate()
draws = [now.plot.outline, now.plot.indicators, lambda: now.plot.history("a"), now.plot.shortfall, now.plot.slope]
draws += [plan.schedule().plot.timeline, lambda: plan.plot.neighbourhood("a")]
for draw in draws:
    try:
        draw()
    except jj.MissingPackageError as error:
        print(error)
"""


def test_without_matplotlib_the_extra_is_named():
    done = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True)
    message = "plot needs matplotlib: install it with  pip install 'jinjiang[plot]'"
    assert done.stdout.splitlines() == [message] * 7, done.stderr


def test_what_draws_says_what_it_can_draw(plan, now):
    assert repr(plan.plot).endswith(": neighbourhood>")
    assert repr(now.plot).endswith(": outline, indicators, history, shortfall, slope>")
    assert repr(plan.schedule().plot).endswith(": timeline>")
