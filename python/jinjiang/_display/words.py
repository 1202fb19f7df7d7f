# SPDX-License-Identifier: BSL-1.0
"""Words and numbers of tables: lights, percentages, what is shown of a result."""

from .. import _core

#: Status to the class that colours it; the word is always there too.
_LIGHTS = {
    "met": "good",
    "met_early": "good",
    "ahead": "good",
    "on_track": "good",
    "at_risk": "warn",
    "off_track": "bad",
    "missed": "bad",
    "blocked": "bad",
}
#: Line breaks and other control characters would tear a row apart.
ONE_LINE = dict.fromkeys([*range(32), 127], " ")
#: Embeddings, overrides and isolates: they turn the text that follows.
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
HEADINGS = {
    "zh": ("事项", "状态", "完成率", "序时进度", "进度比", "实际值", "目标", "观测日期", "覆盖率"),
    "en": (
        "node",
        "status",
        "attainment",
        "expected",
        "pace",
        "value",
        "target",
        "observed",
        "coverage",
    ),
}


def light(status: str) -> str:
    """good, warn, bad or mute."""
    return _LIGHTS.get(status, "mute")


def percent(share: float | None) -> str:
    """A share as a percentage with one decimal; a dash for nothing."""
    return "—" if share is None else f"{_core.format_rounded(100 * share, 1)}%"


def number(value: float | None, decimals: int = 2) -> str:
    """A number with at most so many decimals; a dash for nothing."""
    return "—" if value is None else _core.format_rounded(value, decimals)


def result_cells(result: "_core.NodeResult", language: str) -> tuple[str, ...]:
    """What a table shows of a result, after the title."""
    node = result.node
    target = node.target_on(result.as_of) if node.kind == "indicator" else None
    seen = "" if result.observed_on is None else result.observed_on.isoformat()
    if result.stale:
        seen += " 陈旧" if language == "zh" else " stale"
    value = number(result.value, 4) if node.kind == "indicator" else ""
    unit = result.unit.symbol
    if unit and result.value is not None:
        value += ("" if unit == "%" else " ") + unit
    return (
        _core.label(result.status, language),
        percent(result.attainment),
        percent(result.expected),
        number(result.pace),
        "" if value == "—" else value,
        target.describe(language) if target else "",
        seen,
        percent(result.coverage) if node.kind == "goal" else "",
    )
