# SPDX-License-Identifier: BSL-1.0
"""The page: every part in its place, the style and the script within."""

from collections.abc import Callable

from .. import _core
from ._facts import Facts
from ._html import Html, joined, plain, short, tag, template, words
from ._lists import indicators, owners, tasks, unjudged
from ._method import method
from ._overview import areas, attention, data, heading_facts, standing, strip

_PARTS: dict[str, Callable[[Facts], Html]] = {
    "areas": areas,
    "attention": attention,
    "indicators": indicators,
    "owners": owners,
    "unjudged": unjudged,
    "tasks": tasks,
    "method": method,
}
_STYLES = ("style.css", "parts.css", "media.css")


def page(evaluation: "_core.Evaluation", language: str, title: str | None) -> str:
    """The report as one page that needs nothing else."""
    facts = Facts(evaluation, language, title)
    word, plan = facts.word, facts.plan
    script = template("script.js").template
    period = word["period"].format(start=plan.start.isoformat(), end=plan.end.isoformat())
    issuer = [tag("span", short(plan.issuer, facts.lang)), " · "] if plan.issuer else []
    return template("page.html").substitute(
        lang=word["lang"],
        hash=_hash(script),
        title=joined((plain(facts.title), " · ", evaluation.as_of.isoformat())),
        style="\n".join(template(name).template for name in _STYLES),
        skip=word["skip"],
        eyebrow=joined((*issuer, tag("span", period))),
        heading=words(facts.title, None if title else facts.lang),
        standing=joined((standing(facts),)),
        strip=strip(facts),
        data=joined((data(facts),)),
        facts=heading_facts(facts),
        contents=word["contents"],
        links=joined(
            tag("li", tag("a", word["sections"][name], href=f"#{name}")) for name in _PARTS
        ),
        sections=joined(_section(facts, name) for name in _PARTS),
        script=script,
    )


def _section(facts: Facts, name: str) -> Html:
    heading = tag("h2", facts.word["sections"][name], id=f"{name}-heading")
    content = _PARTS[name](facts)
    return tag("section", heading, content, id=name, aria_labelledby=f"{name}-heading")


def _hash(script: str) -> str:
    """By which the page lets its own script run and no other."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
