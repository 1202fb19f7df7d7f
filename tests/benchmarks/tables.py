# SPDX-License-Identifier: BSL-1.0
"""Prints the milliseconds of tables of a large evaluation and of reading a table with wrong rows,
each with those of a plain way to the same, as JSON.

python tests/benchmarks/tables.py [NODES]
"""

import csv
import io
import json
import statistics
import sys
import time
from collections.abc import Iterable

import jinjiang as jj
import numpy
import pandas
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


def make_csv(rows: int) -> str:
    """One row in a hundred has a date that is none."""
    lines = ["id,observed_on,value,unit"]
    for i in range(rows):
        lines.append(f"node.{i},{'?' if i % 100 == 0 else '2024-06-30'},{i % 2500},亩")
    return "\n".join(lines) + "\n"


def collect_plainly(text: str) -> tuple[jj.Observations, list[jj.RejectedRow]]:
    """Row by row with the reader of Python."""
    seen, rejected = jj.Observations(), []
    for number, row in enumerate(csv.DictReader(io.StringIO(text)), 2):
        try:
            seen.add(row["id"], row["observed_on"], float(row["value"]), unit=row["unit"])
        except ValueError as error:
            rejected.append(jj.RejectedRow(number, str(error), row))
    return seen, rejected


def main() -> None:
    nodes = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    now = make_evaluation(nodes)
    text = make_csv(nodes // 10)
    numbers = ("status", "attainment", "progress", "expected", "pace", "coverage", "value")

    def collect() -> object:
        return jj.read_observations(io.StringIO(text), errors="collect")

    # Before the lists, whose many objects would slow down what follows.
    ours = {
        "to_arrow": milliseconds(21, now.to_arrow),
        "to_numpy": milliseconds(9, now.to_numpy),
        "to_numpy_numbers": milliseconds(9, lambda: now.to_numpy(numbers)),
        "to_pandas": milliseconds(5, now.to_pandas),
        "collect_csv": milliseconds(5, collect),
    }
    table = now.to_arrow()
    lists = {name: table[name].to_pylist() for name in table.column_names}

    def arrays(names: Iterable[str]) -> object:
        return {name: numpy.array(lists[name]) for name in names}

    plain = {
        "to_arrow": milliseconds(5, lambda: pyarrow.table(lists)),
        "to_numpy": milliseconds(5, lambda: arrays(lists)),
        "to_numpy_numbers": milliseconds(5, lambda: arrays(numbers)),
        "to_pandas": milliseconds(3, lambda: pandas.DataFrame(now.to_dicts())),
        "collect_csv": milliseconds(5, lambda: collect_plainly(text)),
    }
    print(json.dumps({name: (ours[name], plain[name]) for name in ours}))


if __name__ == "__main__":
    main()
