# SPDX-License-Identifier: BSL-1.0
"""What is found in a plan, as text and as rows."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from . import _core, _display
from ._arguments import in_words
from ._errors import Error

#: How many findings of a code are listed before the rest is counted.
FEW = 3

_WORDS = {
    "zh": {
        "problems": "{} 个问题",
        "advice": "{} 条建议",
        "silenced": "另有 {} 条已被计划压下",
        "nothing": "没有问题",
        "more": "……另有 {} 项",
        "all": "--all 列出全部",
        "hint": "→ {}",
    },
    "en": {
        "problems": "{} problems",
        "advice": "{} pieces of advice",
        "silenced": "{} more silenced by the plan",
        "nothing": "no problems",
        "more": "… and {} more",
        "all": "--all lists all of them",
        "hint": "→ {}",
    },
}


def words(language: str) -> dict[str, str]:
    """What a report says beside its findings."""
    if language not in _WORDS:
        raise Error(f"language: expected zh or en, found {in_words(language)}")
    return _WORDS[language]


def report_dicts(report: "_core.CheckReport", language: str | None = None) -> list[dict[str, Any]]:
    """One dict a finding: plain values that JSON and tables take.

    Parameters
    ----------
    language : of the sentences, zh or en; default the plan's
    """
    return [finding_dict(finding, language) for finding in report]


def finding_dict(finding: "_core.Finding", language: str | None = None) -> dict[str, Any]:
    """A finding as plain values."""
    node = finding.node
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "node": None if node is None else node.id,
        "title": None if node is None else node.title,
        "others": finding.others.ids,
        "message": finding.describe(language),
    }


def report_frame(report: "_core.CheckReport", language: str | None = None) -> Any:
    """The findings as a DataFrame of pandas, a row each: `to_dicts()`; needs pandas.

    Parameters
    ----------
    language : as of `to_dicts`
    """
    from ._arrow import package

    pandas = package("pandas", "to_pandas", "pandas")
    columns = ["code", "severity", "node", "title", "others", "message"]
    return pandas.DataFrame(report_dicts(report, language), columns=columns)


def report_text(
    report: "_core.CheckReport", language: str | None = None, *, most: int | None = FEW
) -> str:
    """The findings in words, problems first, those of one code together.

    Parameters
    ----------
    language : zh or en; default the plan's
    most : how many findings of a code are listed before the rest is counted; None lists all
    """
    language = language or str(report.plan.language)
    return "".join(f"{line}\n" for line in _lines(report, language, most))


def report_str(report: "_core.CheckReport") -> str:
    """The findings in words, as `to_text` has them."""
    return report_text(report).removesuffix("\n")


def _lines(report: "_core.CheckReport", language: str, most: int | None) -> Iterator[str]:
    say = words(language)
    yield _summary(report, language)
    order = {code: place for place, (code, _) in enumerate(_core.check_codes())}
    for findings in (report.problems, report.advice):
        by_code = sorted(findings, key=lambda finding: order[finding.code])
        for code, group in groupby(by_code, key=lambda finding: finding.code):
            items = list(group)
            label = _core.check_label(code, language)
            severity = _core.severity_label(items[0].severity, language)
            yield ""
            yield f"{severity} {code} · {label} · {len(items)}"
            shown = items if most is None or len(items) <= most + 1 else items[:most]
            for finding in shown:
                yield f"  {finding.describe(language)}".translate(_display._ONE_LINE)
            if len(shown) < len(items):
                yield "  " + say["more"].format(len(items) - len(shown))
            yield "  " + say["hint"].format(_core.check_hint(code, language))


def _summary(report: "_core.CheckReport", language: str) -> str:
    say = words(language)
    problems, advice = len(report.problems), len(report.advice)
    parts = [say["problems"].format(problems) if problems else say["nothing"]]
    if advice:
        parts.append(say["advice"].format(advice))
    if report.silenced:
        parts.append(say["silenced"].format(report.silenced))
    joint, colon = ("，", "：") if language == "zh" else (", ", ": ")
    return (report.plan.title or report.plan.id) + colon + joint.join(parts)
