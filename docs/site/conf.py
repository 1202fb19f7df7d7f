# SPDX-License-Identifier: BSL-1.0
"""Sphinx: how the site is made of the pages that build.py has laid out."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import jinjiang

project = "jinjiang"
author = "the jinjiang developers"
version = release = jinjiang.__version__
language = "en"

extensions = ["myst_parser", "formulas", "page_language", "quick_navigation", "search_words"]
source_suffix = {".md": "markdown", ".rst": "restructuredtext"}
root_doc = "index"
templates_path: list[str] = []

myst_heading_anchors = 4
myst_update_mathjax = False
myst_enable_extensions = ["attrs_inline", "deflist", "dollarmath"]
myst_fence_as_directive = ["math"]
# Pages that are not made by Sphinx: [text](site:notebooks/name.html).
myst_url_schemes = {"http": None, "https": None, "mailto": None, "site": "{{path}}"}

# Names in docstrings stand in single quotes; those that are documented become links.
default_role = "py:obj"
add_module_names = False
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
cpp_maximum_signature_line_length = 88
python_display_short_literal_types = True
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = f"jinjiang {release}"
html_static_path = [str(Path(__file__).resolve().parent / "static")]
html_css_files = ["jinjiang.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
# A summary is fetched, which a browser refuses of a file.
html_show_search_summary = False
html_search_language = "words"
html_math_renderer = "mathml"
html_domain_indices = False
html_last_updated_fmt = None
html_theme_options = {
    "navigation_with_keys": True,
    "light_css_variables": {"font-stack": "var(--jinjiang-font)"},
    "dark_css_variables": {"font-stack": "var(--jinjiang-font)"},
}
pygments_style = "default"
pygments_dark_style = "github-dark"
