# SPDX-License-Identifier: BSL-1.0
"""A page whose name ends in .zh says that it is in Chinese, for readers, browsers and hyphens."""

from typing import Any


def say_language(_app: Any, name: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
    if name.endswith(".zh"):
        context["language"] = "zh-CN"


def setup(app: Any) -> dict[str, bool]:
    app.connect("html-page-context", say_language)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
