# SPDX-License-Identifier: BSL-1.0
"""Runs the notebooks beside it and writes each as a page of HTML that needs no network.

python examples/notebooks/render.py TARGET
"""

import argparse
import html
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from string import Template

import matplotlib.font_manager  # noqa: F401  builds its cache, of which a kernel would warn
import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from pygments.formatters import HtmlFormatter

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent
#: Seconds that a cell may take before it is given up.
PATIENCE = 120


def notebooks(examples: Path = EXAMPLES) -> list[Path]:
    """The notebooks, in the order in which they are meant to be read."""
    return sorted((examples / "notebooks").glob("*.ipynb"))


def execute(path: Path, folder: Path | None = None) -> nbformat.NotebookNode:
    """Run a notebook by this interpreter, as if it had been opened in the folder; default its own.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        A cell fails; shows the cell and its traceback.
    """
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as settings:
        # Without folders to search, the kernel is that of this interpreter and of no other.
        kernels = KernelSpecManager(kernel_dirs=[])
        kernel = AsyncKernelManager(
            kernel_name="python3",
            kernel_spec_manager=kernels,
            transport="ipc",
            connection_file=str(Path(settings) / "kernel.json"),
        )
        environment = os.environ | {
            "IPYTHONDIR": settings,
            "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        }
        place = {"metadata": {"path": str(folder or path.parent)}}
        client = NotebookClient(notebook, km=kernel, timeout=PATIENCE, resources=place)
        client.execute(env=environment, cleanup_kc=True)
    return notebook


def page(notebook: nbformat.NotebookNode) -> str:
    """An executed notebook as one page of HTML, light or dark as the reader's system is."""
    exporter = HTMLExporter(
        template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True
    )
    body, _ = exporter.from_notebook_node(notebook)
    # What leads to another notebook leads to its page.
    body = re.sub(r'(href="[\w./-]+)\.ipynb"', r'\1.html"', body)
    frame = Template((HERE / "page.html").read_text(encoding="utf-8"))
    return frame.substitute(
        title=html.escape(notebook.metadata["title"]),
        light=HtmlFormatter(style="default").get_style_defs(".highlight"),
        dark=HtmlFormatter(style="github-dark").get_style_defs(".highlight"),
        body=body,
    )


def render(target: Path | str) -> list[Path]:
    """Run every notebook in a copy of the examples, write the pages into a folder, return them."""
    target = Path(target)
    target.mkdir(parents=True, exist_ok=True)
    pages = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(EXAMPLES, Path(folder) / "examples"))
        for path in notebooks(copy):
            pages.append(target / f"{path.stem}.html")
            pages[-1].write_text(page(execute(path)), encoding="utf-8")
    return pages


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", type=Path, metavar="TARGET", help="folder for the pages")
    for path in render(parser.parse_args().target):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
