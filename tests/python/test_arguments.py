# SPDX-License-Identifier: BSL-1.0
"""A call with wrong arguments is refused in one line: function, keyword, expected, found."""

import jinjiang as jj
import pytest
from jinjiang import _arguments, _core


def refusal_of(call, kind=TypeError):
    with pytest.raises(kind) as caught:
        call()
    text = str(caught.value)
    assert "\n" not in text and "jinjiang._core" not in text and "typing" not in text
    return text


@pytest.mark.parametrize(
    ("value", "found"),
    [("5", "'5'"), (None, "None"), ([1], "[1]"), (list(range(99)), "an object of list")],
)
def test_a_figure_must_be_a_number(value, found):
    seen = jj.Observations()
    words = f"value: expected a number, found {found}"
    assert refusal_of(lambda: seen.add("a", "2025-01-01", value)) == f"Observations.add: {words}"
    assert refusal_of(lambda: jj.Target("above", value, "家")) == f"Target: {words}"
    assert refusal_of(lambda: jj.Quantity(value, "家")) == f"Quantity: {words}"
    assert refusal_of(lambda: jj.Observation("a", "2025-01-01", value)) == f"Observation: {words}"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"observations": [{"id": "a"}]},
            "observations: expected Observations, as read_observations(...) gives them, "
            "found [{'id': 'a'}]",
        ),
        ({"threads": "2"}, "threads: expected a whole number, found '2'"),
        ({"threads": 1.5}, "threads: expected a whole number, found 1.5"),
        ({"basis": None}, "basis: expected a text, found None"),
        ({"ignore_unknown": "no"}, "ignore_unknown: expected True or False, found 'no'"),
        (
            {"policy": {"ahead": 2}},
            "policy: expected a Policy such as Policy(ahead=1.2), found {'ahead': 2}",
        ),
        (
            {"as_of": 20240930},
            "as_of: expected a date or a text such as '2024-06-30', found 20240930",
        ),
        (
            {"known_by": 5},
            "known_by: expected a date or a text such as '2024-06-30', found 5",
        ),
        (
            {"know_by": 5},
            "got an unexpected keyword argument 'know_by'; it takes observations, as_of, policy, "
            "known_by, basis, ignore_unknown, threads",
        ),
    ],
)
def test_an_evaluation_names_the_keyword_that_does_not_fit(plan, options, words):
    assert refusal_of(lambda: plan.evaluate(**options)) == f"Plan.evaluate: {words}"


def test_threads_are_not_below_zero(plan):
    assert refusal_of(lambda: plan.evaluate(threads=-1), jj.Error) == (
        "threads: expected 0 or more, found -1; 0 stands for as many as the machine has"
    )


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda plan, now: plan[5], "Plan[...]: id: expected a text, found 5"),
        (lambda plan, now: now[None], "Evaluation[...]: id: expected a text, found None"),
        (
            lambda plan, now: plan.nodes[None],
            "NodeList[...]: index: expected a whole number or a slice or a text, found None",
        ),
        (lambda plan, now: now.explain(5), "Evaluation.explain: id: expected a text, found 5"),
        (lambda plan, now: plan.find(5), "Plan.find: text: expected a text, found 5"),
        (lambda plan, now: plan.find_path(5), "Plan.find_path: title: expected a text, found 5"),
        (
            lambda plan, now: now.behind(5),
            "Evaluation.behind: too many positional arguments; it takes no arguments",
        ),
        (
            lambda plan, now: now.observations.replacing({"a": "x"}),
            "Observations.replacing: values: expected a mapping of ids to numbers such as "
            "{'land.reuse': 7000}, found {'a': 'x'}",
        ),
        (
            lambda plan, now: now.observations.replacing({"a": 1}, on=5),
            "Observations.replacing: on: expected a date or a text such as '2024-06-30', found 5",
        ),
        (
            lambda plan, now: jj.Evaluation.from_json("{}", 5),
            "Evaluation.from_json: plan: expected a Plan, as load(path) and PlanBuilder give it, "
            "found 5",
        ),
        (
            lambda plan, now: jj.Plan.from_bytes("x"),
            "Plan.from_bytes: data: expected bytes, found 'x'",
        ),
        (
            lambda plan, now: jj.Profile.monthly(["a"]),
            "Profile.monthly: shares: expected a list of numbers, found ['a']",
        ),
        (
            lambda plan, now: jj.Profile.milestones([("2024-06-30",)]),
            "Profile.milestones: steps: expected a list of pairs such as ('2024-06-30', 0.5), "
            "found [('2024-06-30',)]",
        ),
        (
            lambda plan, now: jj.UnitTable().add("担"),
            "UnitTable.add: missing a required argument: 'dimension'; it takes symbol, dimension, "
            "numerator, denominator",
        ),
        (lambda plan, now: jj.label("met", 5), "label: language: expected a text, found 5"),
        (
            lambda plan, now: jj.read_observations("x.csv", units=5),
            "read_observations: units: expected a UnitTable, such as the units of a plan, found 5",
        ),
        (
            lambda plan, now: jj.Quantity(1, "亩").to(5),
            "unit: expected a text such as 亩 or a Unit, found 5",
        ),
        (
            lambda plan, now: plan.find("\ud800"),
            r"Plan.find: text: expected a text, found '\ud800'",
        ),
    ],
)
def test_a_call_that_does_not_fit_says_so_in_one_line(plan, now, call, words):
    assert refusal_of(lambda: call(plan, now)) == words


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (
            lambda: jj.Policy(missing="none"),
            'Missing: expected exclude, zero or expected, found "none"',
        ),
        (lambda: jj.label("good", "zh"), "Status: expected met, met_early, ahead, .*, found"),
        (lambda: jj.label("met", "xx"), 'Language: expected zh or en, found "xx"'),
        (lambda: jj.Profile("weekly"), "ProfileKind: expected linear, hold, at_due"),
        (
            lambda: jj.Target("reach", 1, "个", measure="stock"),
            "Measure: expected level, increment",
        ),
        (lambda: jj.Target("reach", 1, "个", direction="up"), "Direction: expected higher, lower"),
        (
            lambda: jj.Target("reach", 1, "个", firmness="hard"),
            "Firmness: expected must, committed",
        ),
        (
            lambda: jj.Observation("a", "2025-01-01", 1, stage="终"),
            'Stage: expected estimate, provisional or final, found "终"',
        ),
        (
            lambda: jj.Observation("a", "2025-01-01", 1, span="month"),
            'Span: expected cumulative or per_period, found "month"',
        ),
    ],
)
def test_a_word_that_is_no_enumerator_is_refused_with_the_words_there_are(call, words):
    with pytest.raises(jj.Error, match=words):
        call()


@pytest.mark.parametrize("method", ["goal", "indicator", "task"])
@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"owner": 5}, "owner: expected a text, found 5"),
        ({"tags": 5}, "tags: expected a text or texts, found 5"),
        ({"supporting": [5]}, "supporting: expected texts, found [5]"),
        ({"due": 5}, "due: expected a date or a text such as 2024-06-30, found 5"),
        (
            {"part_of": [("g", "x")]},
            "part_of: expected an id, a number above 0 and True or False, found ('g', 'x', False)",
        ),
        (
            {"source": {"page": 5}},
            'source: unknown key "page"; its keys are document, section, begin and end',
        ),
        ({"source": 5}, "source: expected a dict with document, section, begin or end, found 5"),
    ],
)
def test_a_keyword_of_a_node_is_named_with_the_node(empty, method, options, words):
    assert refusal_of(lambda: getattr(empty, method)("n", **options)) == f"{method} n: {words}"


def test_a_word_or_date_of_a_node_is_named_with_the_node(empty):
    with pytest.raises(jj.Error, match="^task n: Lifecycle: expected draft, active, suspended"):
        empty.task("n", lifecycle="open")
    with pytest.raises(jj.FormatError, match="^goal n: expected a date like 2024-06-30"):
        empty.goal("n", due="2025")
    assert len(empty) == 0


def test_a_draft_names_what_does_not_fit(empty):
    assert refusal_of(lambda: empty.remove(5)) == "PlanBuilder.remove: id: expected a text, found 5"
    assert refusal_of(lambda: empty.depends_on("a", "b", lag="x")) == (
        "PlanBuilder.depends_on: lag: expected a whole number, found 'x'"
    )
    assert refusal_of(lambda: jj.PlanBuilder("p", start="2025-01-01", end=5)) == (
        "PlanBuilder: end: expected a date or a text such as '2024-06-30', found 5"
    )


def test_none_stands_for_a_default(plan):
    assert plan.evaluate(None, None) == plan.evaluate()
    words = "Plan.evaluate: as_of: expected a date or a text such as '2024-06-30', found 5"
    assert refusal_of(lambda: plan.evaluate(None, 5)) == words


def is_known(kind):
    """Whether messages have words for it; what is an object or a dict is judged where it is read."""
    name = kind.removesuffix(" | None").removeprefix("jinjiang._core.")
    return name in _arguments._KINDS or name in ("object", "dict") or hasattr(_core, name)


def test_the_signature_of_every_public_function_can_be_read():
    count = 0
    for cls in vars(_core).values():
        if isinstance(cls, type) and cls.__module__ == "jinjiang._core":
            for name in vars(cls):
                wrapped = getattr(getattr(cls, name), "__wrapped__", None)
                if wrapped is not None:
                    count += 1
                    for signature in _arguments._signatures(wrapped.__doc__):
                        kinds = {p.annotation for p in signature.parameters.values()}
                        assert [kind for kind in kinds if not is_known(kind)] == []
    assert count > 50


def test_every_public_function_is_explained():
    for name, cls in vars(_core).items():
        if isinstance(cls, type) and cls.__module__ == "jinjiang._core":
            kinds = {key: type(member).__name__ for key, member in vars(cls).items()}
            raw = [key for key, kind in kinds.items() if kind == "instancemethod" and key[0] != "_"]
            assert (name, raw) == (name, [])


def test_what_is_of_another_kind_is_not_in_it(plan, now):
    for thing in (plan, now, plan.nodes, now.results, jj.UnitTable()):
        assert 5 not in thing
        assert None not in thing


def test_what_is_given_by_keyword_is_named_with_its_value():
    words = "Observations.add: unit is given by keyword: unit='户'"
    assert refusal_of(lambda: jj.Observations().add("a", "2025-06-30", 5, "户")).startswith(words)
    words = "Observations.add: unit and stage are given by keyword: unit='户', stage='final'"
    call = lambda: jj.Observations().add("a", "2025-06-30", 5, "户", "final")  # noqa: E731
    assert refusal_of(call).startswith(words)


def test_a_date_that_is_none_is_named_with_its_argument(plan):
    words = '^Plan.evaluate: as_of: expected a date like 2024-06-30, found "30/06/2025"$'
    with pytest.raises(jj.FormatError, match=words):
        plan.evaluate(as_of="30/06/2025")
    with pytest.raises(jj.FormatError, match="^Plan.evaluate: known_by: expected a date"):
        plan.evaluate(None, "2025-06-30", known_by="2025-6-31")
    with pytest.raises(jj.FormatError, match="^Observations.add: observed_on: expected a date"):
        jj.Observations().add("a", "2025-02-30", 5)
