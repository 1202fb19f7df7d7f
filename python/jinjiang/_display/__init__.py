# SPDX-License-Identifier: BSL-1.0
"""How plans and evaluations look: aligned text for terminals, HTML for notebooks."""

from .details import (
    comparison_html,
    explanation_html,
    node_html,
    result_html,
    table_reading_html,
    target_html,
)
from .footnotes import MARK, ceiling, has_own_pace, marked_pace, pace_rule, pace_terms
from .html import (
    bundle,
    evaluation_html,
    framed,
    observations_html,
    plan_html,
    plan_size,
    report_html,
    results_html,
)
from .scenario import impact_html, sweep_html
from .text import evaluation_table, outline_text, plan_text, text_table
from .words import ONE_LINE as _ONE_LINE
from .words import (
    held,
    is_apart,
    lacking,
    light,
    number,
    pace,
    percent,
    result_cells,
    status_counts,
    target_of,
    wanted,
)

__all__ = [
    "MARK",
    "_ONE_LINE",
    "bundle",
    "ceiling",
    "comparison_html",
    "evaluation_html",
    "evaluation_table",
    "explanation_html",
    "framed",
    "has_own_pace",
    "held",
    "impact_html",
    "is_apart",
    "lacking",
    "light",
    "marked_pace",
    "node_html",
    "number",
    "observations_html",
    "outline_text",
    "pace",
    "pace_rule",
    "pace_terms",
    "percent",
    "plan_html",
    "plan_size",
    "plan_text",
    "report_html",
    "result_cells",
    "result_html",
    "results_html",
    "status_counts",
    "sweep_html",
    "table_reading_html",
    "target_html",
    "target_of",
    "text_table",
    "wanted",
]
