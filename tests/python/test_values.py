# SPDX-License-Identifier: BSL-1.0
"""Objects are values: they compare, hash, copy, round-trip, and can be shared by threads."""

import copy
import inspect
import pickle
import subprocess
import sys
import threading

import jinjiang as jj
import numpy
import pytest


def test_equal_plans_are_equal_and_hash_alike(plan):
    again = jj.Plan.from_json(plan.to_json())
    assert again == plan and hash(again) == hash(plan)
    assert again.to_json() == plan.to_json()
    draft = jj.PlanBuilder(plan)
    draft.lifecycle("land.reuse", "suspended")
    assert draft.build() != plan


def test_evaluations_come_back_from_json(now):
    assert jj.Evaluation.from_json(now.to_json(), now.plan) == now


def test_copies_of_what_cannot_change_are_the_same(plan, now):
    assert copy.copy(plan) == copy.deepcopy(plan) == plan
    assert copy.deepcopy(now) == now


def test_values_compare_and_hash():
    pairs = [
        (jj.Target("reach", 7000, "亩"), jj.Target.parse("7000亩")),
        (jj.Quantity(15, "亩"), jj.Quantity(1, "公顷")),
        (jj.Unit("亩"), jj.Unit("亩")),
        (jj.Policy(), jj.Policy()),
        (jj.Profile("linear"), jj.Profile("linear")),
    ]
    for one, other in pairs:
        assert one == other and hash(one) == hash(other)
    assert jj.Target("reach", 7000, "亩") != jj.Target("above", 7000, "亩")
    assert jj.Quantity(1, "户") != jj.Quantity(1, "家")
    assert jj.Quantity(1, "万元") < jj.Quantity(1, "亿元")


@pytest.mark.parametrize(
    ("pick", "name"),
    [
        (lambda now: now.plan, "title"),
        (lambda now: now.plan["land"], "title"),
        (lambda now: now.plan["land.reuse"].target, "value"),
        (lambda now: now.plan["land.reuse"].target.quantity, "value"),
        (lambda now: now.plan["land.reuse"].target.unit, "symbol"),
        (lambda now: now.plan.policy, "ahead"),
        (lambda now: now, "as_of"),
        (lambda now: now["land"], "status"),
        (lambda now: now.explain("land"), "terms"),
        (lambda now: now.observations[0], "value"),
        (lambda now: now.plan, "brand_new"),
    ],
)
def test_what_cannot_change_refuses_to(now, pick, name):
    with pytest.raises(AttributeError):
        setattr(pick(now), name, None)


@pytest.mark.parametrize(
    "pick",
    [
        lambda now: now.plan["land"],
        lambda now: now.plan["land.reuse"].target,
        lambda now: now.plan["land.reuse"].target.quantity,
        lambda now: now.plan["land.reuse"].target.unit,
        lambda now: now.plan.policy,
        lambda now: now["land"],
        lambda now: now.observations[0],
        lambda now: jj.Profile("linear"),
    ],
    ids=["node", "target", "quantity", "unit", "policy", "result", "observation", "profile"],
)
def test_small_values_copy_too(now, pick):
    value = pick(now)
    assert copy.copy(value) == copy.deepcopy(value) == value


@pytest.mark.parametrize(
    "pick",
    [
        lambda now: now.plan.goals[:2],
        lambda now: now.behind(),
        lambda now: now.explain("land"),
        lambda now: now.by_owner(),
    ],
    ids=["nodes", "results", "explanation", "owners"],
)
def test_what_is_asked_twice_compares_equal(now, pick):
    assert pick(now) == pick(now)


def test_nodes_of_equal_plans_are_equal(plan):
    again = jj.Plan.from_json(plan.to_json())
    assert again["land.reuse"] == plan["land.reuse"]
    assert again["land.reuse"] != plan["land"]


def test_results_that_differ_are_not_equal(plan, seen):
    fresh = plan.evaluate(seen, as_of="2024-04-01")["land.reuse"]
    old = plan.evaluate(seen, as_of="2024-09-30")["land.reuse"]
    assert (fresh.stale, old.stale) == (False, True)
    assert fresh != old


def test_a_date_of_knowledge_that_is_the_default_makes_no_other_reading():
    one = jj.Observation("a", "2024-03-31", 1)
    other = jj.Observation("a", "2024-03-31", 1, known_on="2024-03-31")
    assert one.known_on == other.known_on
    assert one == other


def test_what_equals_a_text_hashes_like_it():
    assert jj.Unit("亩") == "亩" and hash(jj.Unit("亩")) == hash("亩")
    assert {"亩": 1}[jj.Unit("亩")] == 1
    assert {"met": 1}[jj.Status.met] == 1


def test_values_work_as_keys(plan, now):
    again = jj.Plan.from_json(plan.to_json())
    assert len({plan, again}) == 1
    assert len({plan["land"], plan.nodes["land"]}) == 1
    assert len({now["land"], now.results["land"]}) == 1
    assert len({jj.Target.parse("7000亩"), jj.Target("reach", 7000, "亩")}) == 1


def test_observations_grow_and_so_do_not_hash():
    seen = jj.Observations()
    seen.add("a", "2024-03-31", 1)
    copied = copy.deepcopy(seen)
    seen.add("a", "2024-06-30", 2)
    assert (len(copied), len(seen)) == (1, 2)
    assert copied != seen
    with pytest.raises(TypeError, match="unhashable"):
        hash(seen)


ENUMS = [
    jj.Comparator, jj.DependencyType, jj.Direction, jj.Firmness, jj.Language, jj.Lifecycle,
    jj.Measure, jj.Missing, jj.NodeKind, jj.ProfileKind, jj.RuleKind, jj.Span, jj.Stage, jj.Status,
]  # fmt: skip


@pytest.mark.parametrize("enum", ENUMS, ids=lambda enum: enum.__name__)
def test_enumerators_are_texts(enum):
    assert issubclass(enum, str)
    assert [str(member) for member in enum] == [member.value for member in enum]
    assert all(enum(str(member)) is member for member in enum)
    assert pickle.loads(pickle.dumps(list(enum))) == list(enum)


def test_every_status_has_a_word_in_both_languages():
    zh = [jj.label(status, "zh") for status in jj.Status]
    en = [jj.label(status, "en") for status in jj.Status]
    assert zh == [
        "已完成", "提前完成", "超进度", "达进度", "略欠进度", "欠进度", "未完成", "推进中", "未到期",
        "无数据", "受阻", "已取消", "不可比",
    ]  # fmt: skip
    assert len(set(en)) == 13 and all(word.isascii() for word in en)


def public_methods():
    for name in jj.__all__:
        value = getattr(jj, name)
        if inspect.isclass(value):
            for member, method in vars(value).items():
                if not member.startswith("_") and callable(method):
                    yield f"{name}.{member}", method


def test_every_public_name_and_method_is_documented():
    names = [name for name in jj.__all__ if name != "__version__"]
    assert [name for name in names if not inspect.getdoc(getattr(jj, name))] == []
    methods = dict(public_methods())
    assert len(methods) > 40
    assert [name for name, method in methods.items() if not inspect.getdoc(method)] == []


def test_all_names_are_there_and_sorted():
    assert jj.__all__ == sorted(jj.__all__)
    assert [name for name in jj.__all__ if not hasattr(jj, name)] == []


def test_importing_needs_nothing_but_the_extension():
    code = (
        "import sys, jinjiang; "
        "print(sorted({'numpy', 'pandas', 'polars', 'pyarrow', 'json'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_threads_share_a_plan_and_agree(plan, seen, now):
    start = threading.Barrier(2)
    results = []

    def work():
        start.wait()
        results.extend(plan.evaluate(seen, as_of="2024-09-30") for _ in range(50))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 100
    assert all(result == now for result in results)


def test_a_table_of_units_says_what_is_its_own():
    units = jj.UnitTable()
    assert repr(units) == f"<UnitTable: {len(units.symbols)} units>"
    units.add("担", "公斤", 50)
    assert repr(units) == f"<UnitTable: {len(units.symbols)} units, 1 of your own: 担>"


@pytest.mark.parametrize(
    "day",
    [
        "2024-09-30",
        "2024/9/30",
        "2024.9.30",
        "2024年9月30日",
        numpy.datetime64("2024-09-30"),
        numpy.datetime64("2024-09-30T13:00", "ns"),
    ],
    ids=str,
)
def test_days_are_given_as_tables_give_them(plan, seen, now, day):
    assert plan.evaluate(seen, as_of=day) == now
    row = {"id": "a", "observed_on": day, "value": 1}
    [reading] = jj.read_observations([row])
    assert str(reading.observed_on) == "2024-09-30"


def test_no_day_is_none_of_them(plan, seen):
    with pytest.raises(TypeError, match="as_of: expected a date or a text"):
        plan.evaluate(seen, as_of=numpy.datetime64("NaT"))
