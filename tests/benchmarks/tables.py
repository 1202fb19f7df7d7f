# SPDX-License-Identifier: BSL-1.0
"""Prints the milliseconds of to_arrow() of a large evaluation, and of a table of the same values
made from Python lists.

python tests/benchmarks/tables.py [NODES]
"""

import json
import statistics
import sys
import time

import jinjiang as jj
import pyarrow


def make_evaluation(nodes: int) -> jj.Evaluation:
    """Ten parts a goal; every leaf is read once."""
    written, rows = [], []
    for i in range(nodes):
        node = {"id": f"node.{i}", "kind": "goal", "title": "拓展更大发展空间"}
        if i > 0:
            node["part_of"] = [f"node.{(i - 1) // 10}"]
        if i * 10 + 1 >= nodes:
            target = {"comparator": "reach", "value": 5000, "unit": "亩", "measure": "increment"}
            node.update(kind="indicator", title="盘活低效用地", target=target)
            rows.append((f"node.{i}", i % 2500))
        written.append(node)
    heading = {"format": "jinjiang-plan", "version": 1, "id": "large"}
    period = {"start": "2024-01-01", "end": "2024-12-31"}
    plan = jj.Plan.from_json(json.dumps({**heading, "period": period, "nodes": written}))
    ids, values = zip(*rows, strict=True)
    days = ["2024-06-30"] * len(rows)
    seen = jj.read_observations(pyarrow.table({"id": ids, "observed_on": days, "value": values}))
    return plan.evaluate(seen, as_of="2024-09-30")


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
    now = make_evaluation(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
    table = now.to_arrow()
    lists = {name: table[name].to_pylist() for name in table.column_names}
    print(milliseconds(21, now.to_arrow), milliseconds(1, lambda: pyarrow.table(lists)))


if __name__ == "__main__":
    main()
