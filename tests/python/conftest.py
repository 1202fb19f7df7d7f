# SPDX-License-Identifier: BSL-1.0
"""The example plan, its observations, and a small plan of our own."""

from pathlib import Path

import jinjiang as jj
import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no reason to fail.
settings.register_profile(
    "jinjiang", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("jinjiang")

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/jinjiang-2024"


@pytest.fixture(scope="session")
def plan():
    return jj.load(EXAMPLE / "plan.json")


@pytest.fixture(scope="session")
def seen(plan):
    return jj.read_observations(EXAMPLE / "observations.csv", units=plan.units)


@pytest.fixture(scope="session")
def now(plan, seen):
    return plan.evaluate(seen, as_of="2024-09-30")


@pytest.fixture
def draft():
    draft = jj.PlanBuilder("demo", title="示例", start="2025-01-01", end="2025-12-31")
    draft.goal("g", "更大发展空间")
    draft.indicator(
        "g.1", "盘活低效用地", target="7000亩", measure="increment", part_of="g", owner="自然资源局"
    )
    draft.task("g.2", "搭建在线监管平台", part_of="g", due="2025-06-30", depends_on=["g.1"])
    return draft


@pytest.fixture
def empty():
    """A draft of 2025 without nodes."""
    return jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31")
