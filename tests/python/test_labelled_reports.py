# SPDX-License-Identifier: BSL-1.0
"""Whole reports by another hand, held against the figures that their author says they hold."""

import csv
import math
from collections import Counter
from pathlib import Path

import jinjiang as jj
import pytest

REPORTS = Path(__file__).resolve().parents[1] / "reading" / "reports"
UNITS = jj.UnitTable()


def figure(value, unit):
    """What is equal for equal amounts: 2 万个 and 20000 个, 5 ‰ and 0.5 %."""
    if value is None or math.isnan(value):
        return "relative"
    base = UNITS[unit].dimension
    return (float(f"{jj.Quantity(value, unit).to(base).value:.9g}"), base)


def labels(name):
    with open(REPORTS / f"{name}.key.tsv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def promised(reading):
    targets = [node.target for node in reading.plan.nodes if node.kind == "indicator"]
    return Counter(
        (str(target.comparator), figure(target.value, target.unit.symbol))
        for target in targets
        if target is not None
    )


@pytest.mark.parametrize("name", ["prefecture", "summary"])
def test_the_figures_of_a_whole_report_are_found(name):
    reading = jj.read_report((REPORTS / f"{name}.txt").read_text(encoding="utf-8"))
    found = promised(reading)
    wanted = Counter(
        (row["comparator"], figure(float(row["value"]), row["unit"]))
        for row in labels(name)
        if row["pattern"] != "review"
    )
    right = (found & wanted).total()
    print(name, "missed", dict(wanted - found), "too many", dict(found - wanted))
    assert wanted.total() > 80
    assert right / wanted.total() >= 0.97
    assert right / found.total() >= 0.98


@pytest.mark.parametrize("name", ["prefecture", "summary"])
def test_what_is_told_of_last_year_is_observed(name):
    reading = jj.read_report((REPORTS / f"{name}.txt").read_text(encoding="utf-8"))
    told = [row for row in labels(name) if row["pattern"] == "review"]
    with_value = [row for row in told if not math.isnan(float(row["value"]))]
    assert len(reading.observations) >= 0.95 * len(with_value)
    assert reading.coverage["share"] > 0.99
