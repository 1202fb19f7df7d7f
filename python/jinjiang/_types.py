# SPDX-License-Identifier: BSL-1.0
"""What signatures say of files and dates."""

import os
from datetime import date
from typing import Any, Protocol

Day = date | str


class Readable(Protocol):
    """An open file, or what reads like one."""

    def read(self) -> str | bytes: ...


class Writable(Protocol):
    """An open file, or what takes text or bytes like one."""

    def write(self, data: Any, /) -> object: ...


Source = str | os.PathLike[str] | Readable
Sink = str | os.PathLike[str] | Writable
