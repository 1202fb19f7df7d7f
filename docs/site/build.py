# SPDX-License-Identifier: BSL-1.0
"""Builds the documentation, as `make docs` does: build/docs/site/index.html.

Everything that the site is made of is laid out in build/docs/source: the pages of the repository,
and the references, which are made anew from the package, the headers and the schemas. Files that
have not changed are left alone, so a second run is quick. Warnings of Doxygen and of Sphinx, links
that lead nowhere, and anything that a browser would fetch from elsewhere, are errors.
"""

import hashlib
import shutil
import subprocess
import sys

import check_site
import command_line
import cpp_reference
import navigation
import pages
import python_reference
import schema_pages
from pages import ROOT

BUILD = ROOT / "build/docs"
SOURCE = BUILD / "source"
SITE = BUILD / "site"
NOTEBOOKS = BUILD / "notebooks"


def laid_out() -> pages.Layout:
    layout = pages.Layout()
    layout.lay_out()
    layout.texts["docs/decisions/index.md"] = pages.decisions()
    layout.texts |= schema_pages.pages()
    layout.copies.update(schema_pages.SCHEMAS.glob("*.json"))
    layout.texts |= command_line.pages()
    layout.texts |= python_reference.pages()
    layout.texts |= cpp_reference.pages(BUILD / "doxygen")
    navigation.with_toctrees(layout.texts)
    return layout


def write(layout: pages.Layout) -> None:
    """Writes what has changed, and removes what is no longer there."""
    wanted = {SOURCE / place: text.encode() for place, text in layout.texts.items()}
    wanted |= {SOURCE / file.relative_to(ROOT): file.read_bytes() for file in layout.copies}
    for file in SOURCE.rglob("*"):
        if file.is_file() and file not in wanted:
            file.unlink()
    for file, content in wanted.items():
        if not file.exists() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def forget_what_other_scripts_made() -> None:
    """Sphinx keeps what it has made of a page; it does not see that these scripts have changed."""
    scripts = sorted(file for file in (ROOT / "docs/site").rglob("*") if file.suffix != ".pyc")
    content = b"".join(file.read_bytes() for file in scripts if file.is_file())
    now, stamp = hashlib.sha256(content).hexdigest(), BUILD / "scripts"
    if not stamp.exists() or stamp.read_text() != now:
        for folder in (BUILD / "doctrees", BUILD / "doxygen", SITE):
            shutil.rmtree(folder, ignore_errors=True)
        BUILD.mkdir(parents=True, exist_ok=True)
        stamp.write_text(now)


def main() -> None:
    forget_what_other_scripts_made()
    write(laid_out())
    options = ["-b", "html", "-q", "-W", "--keep-going", "-j", "auto"]
    folders = ["-c", ROOT / "docs/site", "-d", BUILD / "doctrees", SOURCE, SITE]
    command = [sys.executable, "-m", "sphinx", *options, *map(str, folders)]
    if subprocess.run(command, check=False).returncode:
        # Sphinx warns of a page only when it reads it: the next run must read all of them.
        shutil.rmtree(BUILD / "doctrees", ignore_errors=True)
        raise SystemExit("docs: the warnings above are errors")
    if NOTEBOOKS.exists():
        shutil.copytree(NOTEBOOKS, SITE / "notebooks", dirs_exist_ok=True)
    check_site.check(SITE)
    print(f"documentation: {(SITE / 'index.html').relative_to(ROOT)}")


if __name__ == "__main__":
    main()
