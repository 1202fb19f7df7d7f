# SPDX-License-Identifier: BSL-1.0
"""The formulas of docs/schedule.md, worked out here link by link, give what the library gives."""

import datetime
import random

import jinjiang as jj
import pytest

START = datetime.date(2025, 1, 1)


def plan_by_chance(seed):
    """Durations, own starts and due dates (None: none), links {(before, after): (type, lag)}."""
    chance = random.Random(seed)
    size = chance.randint(2, 7)
    days = [chance.randint(1, 9) for _ in range(size)]
    starts = [chance.choice([None, None, chance.randint(0, 30)]) for _ in range(size)]
    dues = [
        chance.randint(5, 60) if start is None and chance.random() < 0.4 else None
        for start in starts
    ]
    links = {
        (earlier, later): (chance.choice(["FS", "SS", "FF", "SF"]), chance.randint(-2, 4))
        for later in range(size)
        for earlier in range(later)
        if chance.random() < 0.4
    }
    return days, starts, dues, links


def by_the_formulas(days, starts, dues, links):
    """ES, EF, LS, LF, total and free float of every task."""
    tasks = range(len(days))
    early_start, early_finish = [0] * len(days), [0] * len(days)
    for task in tasks:
        bounds = [0, starts[task] or 0]
        for (before, after), (kind, lag) in links.items():
            if after == task:
                end = early_finish[before] if kind[0] == "F" else early_start[before]
                bounds.append(end + lag - (days[task] if kind[1] == "F" else 0))
        early_start[task] = max(bounds)
        early_finish[task] = early_start[task] + days[task]
    late_start, late_finish = [0] * len(days), [0] * len(days)
    free = [0] * len(days)
    end = max(early_finish)
    for task in reversed(tasks):
        bounds, rooms = [end if dues[task] is None else dues[task]], []
        for (before, after), (kind, lag) in links.items():
            if before == task:
                late = late_finish[after] if kind[1] == "F" else late_start[after]
                bounds.append(late - lag + (days[task] if kind[0] == "S" else 0))
                early = early_finish[after] if kind[1] == "F" else early_start[after]
                own = early_finish[task] if kind[0] == "F" else early_start[task]
                rooms.append(early - lag - own)
        late_finish[task] = min(bounds)
        late_start[task] = late_finish[task] - days[task]
        free[task] = max(0, min([late_finish[task] - early_finish[task], *rooms]))
    total = [late - early for late, early in zip(late_finish, early_finish, strict=True)]
    return list(zip(early_start, early_finish, late_start, late_finish, total, free, strict=True))


def by_the_library(days, starts, dues, links):
    draft = jj.PlanBuilder("p", start=START, end="2025-12-31")
    for task, duration in enumerate(days):
        own = starts[task]
        dates = {} if own is None else {"start": START + datetime.timedelta(own)}
        if dues[task] is not None:
            dates["due"] = START + datetime.timedelta(dues[task] - 1)
        draft.task(str(task), duration=duration, **dates)
    for (before, after), (kind, lag) in links.items():
        draft.depends_on(str(after), str(before), kind, lag)
    found = [draft.build().schedule()[str(task)] for task in range(len(days))]
    return [
        (
            (each.early_start - START).days,
            (each.early_finish - START).days + 1,
            (each.late_start - START).days,
            (each.late_finish - START).days + 1,
            each.total_float,
            each.free_float,
        )
        for each in found
    ]


@pytest.mark.parametrize("seed", range(100))
def test_dates_and_floats_follow_the_formulas(seed):
    plan = plan_by_chance(seed)
    assert by_the_library(*plan) == by_the_formulas(*plan)
