# SPDX-License-Identifier: BSL-1.0
"""Descriptions in Doxygen's XML, as reStructuredText."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import rules_links
from cpp_names import Names

BLOCKS = {
    "itemizedlist",
    "orderedlist",
    "verbatim",
    "programlisting",
    "parameterlist",
    "simplesect",
}
SPECIAL = re.compile(r"([*`|\\]|_(?=\W|$))")


class Text:
    """Turns descriptions into text, with links to what is documented."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def of(self, element: Element) -> str:
        """The brief and the detailed description of an entity or a group of fields."""
        parts: list[str] = []
        for name in ("briefdescription", "detaileddescription"):
            described = element.find(name)
            if described is not None:
                parts += self._blocks(described)
        return rules_links.with_links("\n\n".join(part for part in parts if part.strip()))

    def _blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag == "para":
                yield from self._paragraph(child)
            elif child.tag in BLOCKS:
                yield self._block(child)

    def _paragraph(self, para: Element) -> Iterator[str]:
        words = escaped(para.text or "")
        for child in para:
            if child.tag in BLOCKS:
                yield words.strip()
                yield self._block(child)
                words = ""
            else:
                words += self._inline(child)
            words += escaped(child.tail or "")
        yield words.strip()

    def _block(self, element: Element) -> str:
        if element.tag == "parameterlist":
            return "\n".join(self._fields(element))
        if element.tag == "simplesect":
            return self._section(element)
        if element.tag in ("itemizedlist", "orderedlist"):
            mark = "* " if element.tag == "itemizedlist" else "#. "
            items = [" ".join(self._blocks(item)) for item in element.findall("listitem")]
            return "\n".join(mark + item for item in items)
        code = "".join(_code(element)).strip("\n")
        return "::\n\n" + "\n".join(f"   {line}" for line in code.splitlines())

    def _fields(self, element: Element) -> Iterator[str]:
        role = {"param": "param", "exception": "throws", "templateparam": "tparam"}[
            element.attrib["kind"]
        ]
        for item in element.findall("parameteritem"):
            described = item.find("parameterdescription")
            words = " ".join(self._blocks(described)) if described is not None else ""
            for name in item.iter("parametername"):
                yield f":{role} {''.join(name.itertext())}: {words}"

    def _section(self, element: Element) -> str:
        title = element.find("title")
        words = " ".join(self._blocks(element)).strip()
        if element.attrib["kind"] == "return":
            return f":returns: {words}"
        if title is not None:
            head, _, rest = "".join(title.itertext()).strip().partition(" ")
            return f"*{head}.* {escaped(rest)} {words}".strip()
        return words

    def _inline(self, element: Element) -> str:
        text = "".join(element.itertext())
        if element.tag == "ref":
            return self._names.link(element.attrib["refid"], text)
        if element.tag == "computeroutput":
            return self._code_or_link(element, text)
        if element.tag == "ulink":
            return f"`{text} <{element.attrib['url']}>`__"
        if element.tag in ("bold", "emphasis"):
            mark = "**" if element.tag == "bold" else "*"
            return f"{mark}{text}{mark}"
        return {"ndash": "–", "mdash": "—", "linebreak": "\n"}.get(element.tag, escaped(text))

    def _code_or_link(self, element: Element, text: str) -> str:
        ref = element.find("ref")
        if ref is not None and "".join(ref.itertext()) == text:
            return self._names.link(ref.attrib["refid"], text)
        return f"``{text}``"


def _code(element: Element) -> Iterator[str]:
    if element.tag != "programlisting":
        yield "".join(element.itertext())
        return
    for line in element.findall("codeline"):
        yield "".join(" " if node.tag == "sp" else node.text or "" for node in line.iter()) + "\n"


def of_comment(text: str) -> str:
    """A line of an ordinary comment, where code stands between single quotes that lean."""
    parts = text.split("`")
    return "".join(f"``{part}``" if odd % 2 else escaped(part) for odd, part in enumerate(parts))


def escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
