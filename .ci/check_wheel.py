# SPDX-License-Identifier: BSL-1.0
"""Checks an installed wheel: it holds all its parts and needs nothing but Python and libstdc++.

python -I .ci/check_wheel.py WHEEL
"""

import subprocess
import sys
import zipfile
from pathlib import Path

#: What every Linux has, as the policies of manylinux list it.
SYSTEM = (
    "ld-linux",
    "linux-vdso.",
    "libc.",
    "libgcc_s.",
    "libm.",
    "libpthread.",
    "libstdc++.",
    "libdl.",
    "librt.",
)


def needed_libraries(extension: str) -> set[str]:
    """The names of the shared libraries that the loader finds for the extension."""
    found = subprocess.run(["ldd", extension], capture_output=True, text=True, check=True).stdout
    return {Path(line.split()[0]).name for line in found.splitlines()}


def main(wheel: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("py.typed", "_core.pyi", "templates/style.css"):
        assert f"jinjiang/{part}" in names, f"{part} is not in the wheel"
    assert sum(".so" in name for name in names) == 1, "the extension is not the only library"

    import jinjiang as jj

    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31")
    draft.indicator("a", target="7000亩", measure="increment")
    plan = draft.build()
    assert jj.Plan.from_bytes(plan.to_bytes()) == plan
    assert jj.Plan.from_json(plan.to_json()) == plan
    assert plan.evaluate()["a"].status == "no_data"

    needed = needed_libraries(jj._core.__file__)
    foreign = sorted(name for name in needed if not name.startswith(SYSTEM))
    assert not foreign, f"libraries from elsewhere are needed: {', '.join(foreign)}"
    packages = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names)
    assert packages <= {"__main__", "jinjiang", "_distutils_hack"}, f"imported: {packages}"
    print(f"wheel: {Path(jj.__file__).parent} needs {', '.join(sorted(needed))}")


main(sys.argv[1])
