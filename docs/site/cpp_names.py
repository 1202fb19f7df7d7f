# SPDX-License-Identifier: BSL-1.0
"""What Doxygen calls by an id, and how Sphinx calls it."""

import re
from pathlib import Path
from xml.etree import ElementTree

DETAIL = re.compile(r"(?:^|::)detail(?:::|$)")


class Names:
    """Qualified names of documented entities by Doxygen's ids."""

    def __init__(self, folder: Path) -> None:
        self._names: dict[str, str] = {}
        index = ElementTree.parse(folder / "index.xml").getroot()
        for compound in index.findall("compound"):
            name = compound.findtext("name") or ""
            is_scope = compound.attrib["kind"] in ("class", "struct", "namespace")
            if is_scope:
                self._names[compound.attrib["refid"]] = name
            for member in compound.findall("member"):
                inner = member.findtext("name") or ""
                full = f"{name}::{inner}" if is_scope else inner
                self._names.setdefault(member.attrib["refid"], full)

    def link(self, id: str, text: str) -> str:
        """A link, or code where there is nothing to link to."""
        name = self._names.get(id, "")
        if not name.startswith("jinjiang::") or DETAIL.search(name) or "<" in name:
            return f"``{text}``"
        return f":cpp:any:`{text} <{name}>`"
