# SPDX-License-Identifier: BSL-1.0
"""The reference of the C++ library, one page a header, from what Doxygen reads in the headers.

Doxygen says what is not documented; that is an error, as are its other warnings. Its XML is turned
into directives of Sphinx here, because pages of one header in the order of its author read as the
header does.
"""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from cpp_names import DETAIL, Names
from doxygen_text import Text, of_comment
from pages import ROOT

INCLUDE = ROOT / "include"
#: Of every enumeration: to_string and find_enum.
NAMES = INCLUDE / "jinjiang/detail/names.hpp"
LAYERS = ["model", "evaluation", "analysis", "io", "reading"]

INDEX = """\
C++ API
=======

.. code-block:: cpp

   #include <jinjiang/jinjiang.hpp>   // model, evaluation and analysis
   #include <jinjiang/io.hpp>         // readers and writers of files
   #include <jinjiang/reading.hpp>    // reading of reports

Everything is in the namespace ``jinjiang``; readers and writers are in ``jinjiang::io``, reading of
reports is in ``jinjiang::reading``. Names in a namespace ``detail`` may change from one version to
the next.

* **Values**: plans and evaluations are immutable, observations are copied when they are shared and
  changed; all are cheap to copy, and threads may share them.
* **Shares** (attainment, expected, coverage) are from 0 to 1; progress and pace have no bounds. What
  is missing is an empty ``std::optional``, never 0 or a NaN.
* **Dates** mean the whole day. Nothing reads the clock.
* **Errors** are exceptions derived from :cpp:class:`jinjiang::Error`; an unknown id is a
  :cpp:class:`jinjiang::UnknownIdError`. Our own bugs are assertions.
* Where a value comes from a formula, the formula is in :doc:`/docs/rules`.

"""


@dataclass(frozen=True)
class Entity:
    line: int
    element: Element

    @property
    def kind(self) -> str:
        return self.element.attrib["kind"]


def run_doxygen(folder: Path) -> Path:
    """The XML of the public headers; made only when one of them has changed."""
    folder.mkdir(parents=True, exist_ok=True)
    xml = folder / "xml"
    configuration = Path(__file__).with_name("Doxyfile")
    sources = [configuration, *INCLUDE.rglob("*.hpp")]
    stamp = folder / "stamp"
    newest = max(file.stat().st_mtime for file in sources)
    if stamp.exists() and stamp.stat().st_mtime > newest:
        return xml
    text = configuration.read_text(encoding="utf-8") + f"\nOUTPUT_DIRECTORY = {folder}\n"
    command = ["doxygen", "-"]
    done = subprocess.run(
        command, input=text, cwd=ROOT, capture_output=True, text=True, check=False
    )
    warnings = [line for line in done.stderr.splitlines() if line.strip() and not is_plain(line)]
    if done.returncode or warnings:
        raise SystemExit("\n".join(["docs: Doxygen warns; each is an error:", *warnings]))
    stamp.touch()
    return xml


#: What C++ asks of every iterator needs no words.
PLAIN = re.compile(
    r"=default \((?:friend|function)\)|detail::"
    r"|Member (?:\w+ \(typedef\)|Iterator\(|operator[*+]).* of class \S*Iterator is not documented"
)


def is_plain(warning: str) -> bool:
    """Whether an entity without words needs none: comparison of all members, or not for users."""
    return warning.endswith("is not documented.") and bool(PLAIN.search(warning))


def pages(folder: Path) -> dict[str, str]:
    xml = run_doxygen(folder)
    entities = Entities(xml)
    result, index = {}, [INDEX]
    for layer in ["", *LAYERS]:
        headers = sorted((INCLUDE / "jinjiang" / layer).glob("*.hpp"))
        headers += [NAMES] if layer == "model" else []
        documented = [header for header in headers if entities.of(name_of(header))]
        for header in documented:
            result[f"reference/cpp/{page_of(header)}.rst"] = entities.page(header)
        index += section(layer, documented)
    result["reference/cpp/index.rst"] = "\n".join(index)
    return result


def section(layer: str, headers: list[Path]) -> Iterator[str]:
    if not headers:
        return
    title = layer.capitalize() if layer else "Version"
    title = {"Io": "Files", "Reading": "Reading reports"}.get(title, title)
    yield f"{title}\n{'-' * len(title)}\n"
    if layer:
        yield question(INCLUDE / "jinjiang" / f"{layer}.hpp")[0] + "\n"
    yield ".. toctree::\n   :maxdepth: 1\n"
    yield from (f"   {header.name} <{page_of(header)}>" for header in headers)
    yield ""


def name_of(header: Path) -> str:
    return header.relative_to(INCLUDE).as_posix()


def page_of(header: Path) -> str:
    return name_of(header).removeprefix("jinjiang/").removesuffix(".hpp").replace("/", "-")


def question(header: Path) -> list[str]:
    """The comment at the top of a header, by paragraphs: the question that it answers."""
    lines = header.read_text(encoding="utf-8").splitlines()
    paragraphs: list[str] = [""]
    for line in lines[lines.index("#pragma once") + 2 :]:
        if not line.startswith("//"):
            break
        words = line.removeprefix("//").strip()
        if words:
            paragraphs[-1] = f"{paragraphs[-1]} {of_comment(words)}".strip()
        else:
            paragraphs.append("")
    return paragraphs


class Entities:
    """What Doxygen found, by header and in the order of the author."""

    def __init__(self, xml: Path) -> None:
        self._xml = xml
        self._text = Text(Names(xml))
        self._by_header: dict[str, list[Entity]] = {}
        compounds = ElementTree.parse(xml / "index.xml").getroot().findall("compound")
        self._classes = {
            compound.findtext("name")
            for compound in compounds
            if compound.attrib["kind"] in ("class", "struct")
        }
        for compound in compounds:
            kind, name = compound.attrib["kind"], compound.findtext("name") or ""
            if DETAIL.search(name) or kind not in (
                "class",
                "struct",
                "namespace",
                "file",
                "concept",
            ):
                continue
            self._add(self._parsed(compound.attrib["refid"]), kind, name)

    def _parsed(self, id: str) -> Element:
        found = ElementTree.parse(self._xml / f"{id}.xml").getroot().find("compounddef")
        assert found is not None
        return found

    def _add(self, compound: Element, kind: str, name: str) -> None:
        if kind in ("class", "struct", "concept"):
            is_inner = name.rpartition("::")[0] in self._classes
            if name.startswith("jinjiang::") and "<" not in name and not is_inner:
                self._put(compound)
            return
        if kind == "file":
            members = [m for m in compound.iter("memberdef") if m.attrib["kind"] == "define"]
        else:
            members = list(compound.iter("memberdef")) if name.startswith("jinjiang") else []
        for member in members:
            self._put(member)

    def _put(self, element: Element) -> None:
        location = element.find("location")
        assert location is not None
        # A function is declared where it is documented, and defined elsewhere.
        file = location.attrib.get("declfile", location.attrib["file"])
        line = int(location.attrib.get("declline", location.attrib["line"]))
        self._by_header.setdefault(file, []).append(Entity(line, element))

    def of(self, header: str) -> list[Entity]:
        return sorted(self._by_header.get(header, []), key=lambda entity: entity.line)

    def page(self, header: Path) -> str:
        name = name_of(header)
        title = f"<{name}>"
        lines = [title, "=" * len(title), "", "\n\n".join(question(header)), ""]
        for entity in self.of(name):
            lines += self._entity(entity.element, scope="")
        return "\n".join(lines) + "\n"

    def _entity(self, element: Element, scope: str) -> Iterator[str]:
        if element.tag == "compounddef":
            yield from self._class(element, scope)
            return
        if element.attrib["prot"] not in ("public",):
            return
        yield from self._directive(*signature(element, scope))
        is_default = (element.findtext("argsstring") or "").endswith("=default")
        yield from indented(
            self._text.of(element) or ("Compares all members." if is_default else "")
        )
        for value in element.findall("enumvalue"):
            head = f"{value.findtext('name')} {value.findtext('initializer') or ''}".strip()
            yield from indented("\n".join(self._directive("enumerator", head)))
            yield from indented(self._text.of(value), 6)

    def _class(self, element: Element, scope: str) -> Iterator[str]:
        name = element.findtext("compoundname") or ""
        kind = element.attrib["kind"]
        bases = [base.text or "" for base in element.findall("basecompoundref")]
        bases = [base for base in bases if not DETAIL.search(base)]
        head = name.removeprefix(f"{scope}::") + (f" : public {', '.join(bases)}" if bases else "")
        parameters = template(element)
        yield from self._directive(kind, f"{parameters} {head}".strip())
        yield from indented(self._text.of(element))
        for member in self._members(element):
            yield from indented("\n".join(self._entity(member, name)))

    def _members(self, element: Element) -> list[Element]:
        is_iterator = (element.findtext("compoundname") or "").endswith("Iterator")
        members = [] if is_iterator else element.iter("memberdef")
        found = [member for member in members if is_shown(member)]
        for inner in element.findall("innerclass"):
            if inner.attrib["prot"] == "public":
                found.append(self._parsed(inner.attrib["refid"]))
        return sorted(found, key=_line)

    def _directive(self, kind: str, head: str) -> Iterator[str]:
        domain = "c" if kind == "macro" else "cpp"
        yield ""
        yield f".. {domain}:{kind}:: {head}"
        yield ""


def _line(element: Element) -> int:
    location = element.find("location")
    assert location is not None
    return int(location.attrib["line"])


def is_shown(member: Element) -> bool:
    """Whether a member is for users; what takes or gives something of detail is not."""
    words = f"{member.findtext('definition')}{member.findtext('argsstring')}"
    is_friend = member.attrib["kind"] == "friend" and "friend class" in words
    return member.attrib["prot"] == "public" and not is_friend and "detail::" not in words


def template(element: Element) -> str:
    found = element.find("templateparamlist")
    if found is None:
        return ""
    parameters = []
    for parameter in found.findall("param"):
        kind = "".join(parameter.find("type").itertext())  # type: ignore[union-attr]
        name = parameter.findtext("declname") or ""
        default = parameter.find("defval")
        words = f"{kind} {name}".strip()
        parameters.append(
            words + (f" = {''.join(default.itertext())}" if default is not None else "")
        )
    return f"template <{', '.join(parameters)}>"


def signature(member: Element, scope: str) -> tuple[str, str]:
    """The directive of a member and its declaration, as a reader would write it."""
    kind, name = member.attrib["kind"], member.findtext("name") or ""
    qualified = name if scope else (member.findtext("qualifiedname") or name)
    if kind == "define":
        return "macro", name
    if kind == "enum":
        base = "".join(member.find("type").itertext())  # type: ignore[union-attr]
        return "enum-class", qualified + (f" : {base}" if base else "")
    typed = member.find("type")
    of_type = clean("".join(typed.itertext()) if typed is not None else "")
    if kind == "typedef":
        return "type", f"{template(member)} {qualified} = {of_type}".strip()
    if kind == "variable":
        given = member.find("initializer")
        value = clean("".join(given.itertext())) if given is not None else ""
        short = value if len(value) <= 60 and "\n" not in value else ""
        return "member", f"{template(member)} {of_type} {qualified} {short}".strip()
    words = [template(member)]
    words += [word for word in ("explicit", "static") if member.attrib.get(word) == "yes"]
    arguments = re.sub(r"\s*=\s*(default|delete)$", "", clean(member.findtext("argsstring") or ""))
    return "function", " ".join(word for word in [*words, of_type, qualified + arguments] if word)


def clean(text: str) -> str:
    """Spaces as the headers have them: std::optional<double>, const Plan&."""
    text = re.sub(r"<\s+", "<", text)
    text = re.sub(r"\s+>", ">", text)
    text = re.sub(r"\s+([&*])", r"\1", text)
    text = re.sub(r"([&*])(?=\w)", r"\1 ", text)
    text = re.sub(r"(?<=[\w>)])=(?=[\w{\"'-])", " = ", text)
    return re.sub(r"\bfriend ", "", text).strip()


def indented(text: str, by: int = 3) -> Iterator[str]:
    for line in text.splitlines():
        yield " " * by + line if line else ""
    yield ""
