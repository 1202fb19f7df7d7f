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
from .html import (
    bundle,
    evaluation_html,
    framed,
    observations_html,
    plan_html,
    report_html,
    results_html,
)
from .scenario import impact_html, sweep_html
from .text import evaluation_table, outline_text, plan_text, text_table
from .words import ONE_LINE as _ONE_LINE
from .words import held, is_apart, lacking, light, number, percent, result_cells, wanted

__all__ = [
    "_ONE_LINE",
    "bundle",
    "comparison_html",
    "evaluation_html",
    "evaluation_table",
    "explanation_html",
    "framed",
    "held",
    "impact_html",
    "is_apart",
    "lacking",
    "light",
    "node_html",
    "number",
    "observations_html",
    "outline_text",
    "percent",
    "plan_html",
    "plan_text",
    "report_html",
    "result_cells",
    "result_html",
    "results_html",
    "sweep_html",
    "table_reading_html",
    "target_html",
    "text_table",
    "wanted",
]
