# SPDX-License-Identifier: BSL-1.0
"""Prints the milliseconds of a schedule of 100,000 tasks with 300,000 dependencies, and those of
the same passes over a graph of NetworkX, as JSON.

python tests/benchmarks/schedule.py [TASKS]
"""

import json
import random
import statistics
import sys
import time

import jinjiang as jj
import networkx as nx


def make_network(tasks: int) -> tuple[list[int], list[tuple[int, int, int]]]:
    """Durations, and links (predecessor, successor, lag) to some of the thousand before."""
    rng = random.Random(7)
    durations = [rng.randint(1, 20) for _ in range(tasks)]
    links = []
    for task in range(1, tasks):
        before = range(max(0, task - 1000), task)
        for other in rng.sample(before, min(3, len(before))):
            links.append((other, task, rng.choice((0, 0, 0, 4))))
    return durations, links


def make_plan(durations: list[int], links: list[tuple[int, int, int]]) -> jj.Plan:
    names = [f"t{i * 7919 % 1_000_003}" for i in range(len(durations))]
    nodes = [
        {"id": name, "kind": "task", "title": "", "duration": days, "depends_on": []}
        for name, days in zip(names, durations, strict=True)
    ]
    for before, after, lag in links:
        nodes[after]["depends_on"].append({"predecessor": names[before], "lag": lag})
    heading = {"format": "jinjiang-plan", "version": 1, "id": "network"}
    period = {"start": "2024-01-01", "end": "2024-12-31"}
    return jj.Plan.from_json(json.dumps({**heading, "period": period, "nodes": nodes}))


def make_graph(durations: list[int], links: list[tuple[int, int, int]]) -> nx.DiGraph:
    graph = nx.DiGraph()
    for i, days in enumerate(durations):
        graph.add_node(i, duration=days)
    graph.add_weighted_edges_from(links, weight="lag")
    return graph


def passes(graph: nx.DiGraph) -> tuple[dict[int, int], dict[int, int], int]:
    """Early and late starts, and the finish."""
    order = list(nx.topological_sort(graph))
    days = dict(graph.nodes(data="duration"))
    early = {}
    for node in order:
        waits = (early[u] + days[u] + lag for u, _, lag in graph.in_edges(node, data="lag"))
        early[node] = max(waits, default=0)
    finish = max(early[node] + days[node] for node in order)
    late = {}
    for node in reversed(order):
        waits = (late[v] - lag for _, v, lag in graph.out_edges(node, data="lag"))
        late[node] = min(waits, default=finish) - days[node]
    return early, late, finish


def milliseconds(times: int, action) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        result = action()
        taken.append(1e3 * (time.perf_counter() - begin))
        del result
    return statistics.median(taken)


def main() -> None:
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    durations, links = make_network(tasks)
    plan, graph = make_plan(durations, links), make_graph(durations, links)
    early, late, finish = passes(graph)
    made = plan.schedule()
    assert (made.finish - plan.start).days + 1 == finish
    for i in range(0, tasks, max(1, tasks // 1000)):
        dates = made.results[i] if tasks <= 1000 else made[f"t{i * 7919 % 1_000_003}"]
        assert (dates.early_start - plan.start).days == early[i]
        assert dates.total_float == late[i] - early[i]
    figures = {
        "schedule": (milliseconds(21, plan.schedule), milliseconds(3, lambda: passes(graph)))
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
