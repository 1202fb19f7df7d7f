# SPDX-License-Identifier: BSL-1.0
"""A shared library shows jinjiang's names only, and all that its headers declare.

check_exports.py libjinjiang.so libjinjiang.a include/jinjiang
"""

import re
import subprocess
import sys
from pathlib import Path

OURS = re.compile(r"(?:(?:typeinfo|typeinfo name|vtable) for )?jinjiang::")
ERRORS = ["Error", "FileError", "FormatError", "ObservationError", "PlanError"]
ERRORS += ["TargetError", "UnitError", "UnknownIdError"]


def defined_in(*arguments):
    listing = subprocess.run(
        ["nm", "-C", "--defined-only", *arguments], check=True, capture_output=True, text=True
    ).stdout
    lines = (re.match(r"[0-9a-f]+ (\w) (.+)", line) for line in listing.splitlines())
    return {match[2]: match[1] for match in lines if match}


def is_declared(name, headers):
    """Whether the headers know the function and every type of ours that it names."""
    function = re.match(r"jinjiang::(?:\w+::)*(\w+)(?:\[abi:cxx11\])?\(", name)
    types = re.findall(r"jinjiang::(?:[a-z]\w*::)*([A-Z]\w+)", name)
    known = all(re.search(rf"(?:class|struct)(?: JINJIANG_EXPORT)? {t}\b", headers) for t in types)
    return bool(function and known and re.search(rf"\b{function[1]}\(", headers))


def main():
    shared, static, headers = sys.argv[1:]
    exported = defined_in("-D", shared)
    wrong = [f"not ours: {name}" for name in exported if not OURS.match(name)]
    wrong += [
        f"not exported, so it cannot be caught: {error}"
        for error in ERRORS
        if f"typeinfo for jinjiang::{error}" not in exported
    ]
    text = " ".join(path.read_text(encoding="utf-8") for path in Path(headers).rglob("*.hpp"))
    wrong += [
        f"declared in a header and not exported: {name}"
        for name, kind in defined_in(static).items()
        if kind == "T" and name not in exported and is_declared(name, text)
    ]
    print(f"{len(exported)} names exported")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
