# SPDX-License-Identifier: BSL-1.0
"""A page printed to PDF by a Chromium that is already there."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from .. import _core
from .._errors import Error

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
#: Seconds that a page may take to print.
_PATIENCE = 300


def chromium() -> str | None:
    """The path of a browser that can print, or None."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def save_pdf(page: str, path: "str | os.PathLike[str]") -> None:
    """Print a page to a file.

    Raises
    ------
    Error
        There is no Chromium, or it did not print.
    OSError
        The file cannot be written.
    """
    browser = chromium()
    if browser is None:
        raise Error(
            "a PDF needs Chromium, Chrome or Edge, and none was found: install one, "
            "or open the HTML in any browser and print it"
        )
    with TemporaryDirectory(prefix="jinjiang-") as folder:
        source, printed = Path(folder, "report.html"), Path(folder, "report.pdf")
        try:
            source.write_text(page, encoding="utf-8")
        except OSError as error:  # a full disk does not say which
            raise OSError(error.errno, error.strerror, str(source)) from error
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={printed}",
            source.as_uri(),
        ]
        if getattr(os, "geteuid", lambda: 1)() == 0:  # its sandbox refuses to run as root
            command.insert(1, "--no-sandbox")
        try:
            done = subprocess.run(command, capture_output=True, timeout=_PATIENCE)
        except subprocess.TimeoutExpired as error:
            raise Error(f"{browser} did not print the page in {_PATIENCE} seconds") from error
        if not printed.is_file():
            raise Error(f"{browser} did not print the page (exit status {done.returncode})")
        _core.write_file(os.fspath(path), printed.read_bytes())
