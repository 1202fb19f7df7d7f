# SPDX-License-Identifier: BSL-1.0
"""What the tests of reports share: a reader of pages, and plans that are hard to show."""

from html.parser import HTMLParser

import jinjiang as jj

VOID = {"meta", "input", "br"}
HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "\u202egnol dna thgir\u202c \u2066open",
    "$title ${hash} %s {n} &amp; \x01\x1b[31m",
    "长" * 1300,
)


class Page(HTMLParser):
    """A page read as a browser would: tags that match, ids, addresses, rows of tables."""

    def __init__(self, text):
        super().__init__()
        self.text, self.open, self.wrong = text, [], []
        self.ids, self.links, self.addresses, self.handlers = [], [], [], []
        self.scripts, self.lang, self.words = 0, None, []
        self.rows, self.table = {}, None
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids += [given["id"]] if "id" in given else []
        self.handlers += [name for name in given if name.startswith("on")]
        for name in ("href", "src", "action", "data", "srcset", "poster", "xlink:href"):
            if name in given:
                (self.links if given[name].startswith("#") else self.addresses).append(given[name])
        self.scripts += tag == "script"
        self.lang = given["lang"] if tag == "html" else self.lang
        if tag == "table":
            self.table = self.rows.setdefault(given["id"], [])
        elif tag == "tr":
            self.table.append([])
        elif tag in ("td", "th"):
            self.table[-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("script", "style"):
            self.words.append(data)
        if self.table and {"td", "th"} & set(self.open):
            self.table[-1][-1] += data

    @property
    def said(self):
        """Everything that is there to be read."""
        return "".join(self.words)


def hostile():
    """An evaluation of a plan whose every text wants to be something else."""
    draft = jj.PlanBuilder(
        "<p>",
        title=HOSTILE[0],
        issuer=HOSTILE[1],
        start="2025-01-01",
        end="2025-12-31",
        source={"document": HOSTILE[3]},
    )
    seen = jj.Observations()
    for i, text in enumerate(HOSTILE):
        draft.goal(f"g{i}", text)
        draft.indicator(
            f"<i{i}>", text, target="7000亩", measure="increment", part_of=f"g{i}", owner=text
        )
        draft.task(f"t{i}", text, part_of=f"g{i}", due="2025-03-31", owner=text)
        seen.add(f"<i{i}>", "2025-06-30", 100 * i, source=text, basis="")
    draft.indicator("s", "减排", target=jj.Target.set_elsewhere("<b>省政府</b>"))
    return draft.build().evaluate(seen, as_of="2025-06-30")


def many(count):
    """An evaluation of so many indicators, a few of each status, with lead units and tasks."""
    draft = jj.PlanBuilder("many", title="千项指标", start="2025-01-01", end="2025-12-31")
    seen = jj.Observations()
    for i in range(count):
        if i % 50 == 0:
            draft.goal(f"g{i // 50}", f"领域{i // 50}")
        draft.indicator(
            f"i{i}",
            f"指标{i}",
            target="1000个",
            measure="increment",
            part_of=f"g{i // 50}",
            owner=f"单位{i % 17}",
        )
        if i % 5:
            seen.add(f"i{i}", "2025-06-30", 120 * (i % 9), source=f"月报{i % 6}")
    draft.task("first", "前期工作", start="2025-01-01", due="2025-06-01", progress=0.5)
    draft.task("then", "主体工程", start="2025-03-01", due="2025-12-31", depends_on="first")
    return draft.build().evaluate(seen, as_of="2025-06-30")
