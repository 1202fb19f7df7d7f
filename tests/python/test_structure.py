# SPDX-License-Identifier: BSL-1.0
"""Which few nodes carry a plan, held against NetworkX."""

import random

import jinjiang as jj
import networkx as nx
import pytest


def random_plan(seed):
    """Goals in goals, tasks in some of them, and dependencies on what came before."""
    choose = random.Random(seed)
    draft = jj.PlanBuilder("random", start="2025-01-01", end="2025-12-31")
    goals = [f"g{i}" for i in range(choose.randint(1, 6))]
    for i, goal in enumerate(goals):
        draft.goal(goal, goal, part_of=choose.sample(goals[:i], min(i, choose.randint(0, 2))))
    tasks = [f"t{i}" for i in range(choose.randint(2, 25))]
    for i, task in enumerate(tasks):
        draft.task(
            task,
            task,
            part_of=choose.sample(goals, min(len(goals), choose.randint(0, 2))),
            depends_on=choose.sample(tasks[:i], min(i, choose.randint(0, 3))),
        )
    return draft.build()


@pytest.fixture(params=range(60))
def case(request):
    plan = random_plan(request.param)
    return plan, nx.DiGraph(plan.to_networkx())


def test_carriers_are_the_dominators_of_networkx(case):
    plan, needs = case
    flow = needs.reverse()
    flow.add_edges_from(("entry", node) for node in needs if needs.out_degree(node) == 0)
    above = nx.immediate_dominators(flow, "entry")
    carried = dict.fromkeys(needs, 0)
    for node in needs:
        chain, at = [], above[node]
        while at != "entry":
            chain.append(at)
            carried[at] += 1
            at = above[at]
        assert plan.carriers_of(node).ids == chain
    points = {node.id: count for node, count in plan.single_points_of_failure(len(plan))}
    assert points == {node: count for node, count in carried.items() if count}
    assert all(len(plan.carried_by(node)) == count for node, count in points.items())


def test_dependents_are_the_ancestors_of_networkx(case):
    plan, needs = case
    found = {node.id: (count, direct) for node, count, direct in plan.bottlenecks(len(plan))}
    expected = {node: (len(nx.ancestors(needs, node)), needs.in_degree(node)) for node in needs}
    assert found == {node: counts for node, counts in expected.items() if counts[0]}


def test_redundant_dependencies_are_what_the_reduction_of_networkx_leaves_out(case):
    plan, needs = case
    reduced = nx.transitive_reduction(needs)
    expected = {
        (node.id, link[0].id)
        for node in plan
        for link in node.predecessors
        if not reduced.has_edge(node.id, link[0].id)
    }
    found = {(later.id, earlier.id) for later, earlier, *_ in plan.redundant_dependencies()}
    assert found == expected


def test_the_most_important_come_first(draft):
    draft.task("g.3", "验收", part_of="g", depends_on=[("g.2", "SS", 2, ""), "g.1"])
    plan = draft.build()
    # g.2 and g.3 wait for g.1, and g needs all three.
    assert [(node.id, count) for node, count in plan.single_points_of_failure()] == [("g.1", 3)]
    assert [(node.id, *counts) for node, *counts in plan.bottlenecks(2)] == [
        ("g.1", 3, 3),
        ("g.2", 2, 2),
    ]
    assert [(a.id, b.id, *rest) for a, b, *rest in plan.redundant_dependencies()] == [
        ("g.3", "g.1", jj.DependencyType.FS, 0)
    ]


def test_an_unknown_node_is_refused(plan):
    with pytest.raises(jj.UnknownIdError, match="land.reuse"):
        plan.carriers_of("land.reus")
    with pytest.raises(jj.UnknownIdError, match="land.reuse"):
        plan.carried_by("land.reus")
