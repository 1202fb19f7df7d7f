# SPDX-License-Identifier: BSL-1.0
"""Bars that show how far long calls are: in a terminal and in a notebook, nowhere else.

The compiled long calls come here about ten times a second; loops in Python use `track`.
"""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Any, Literal, TypeVar

Listener = Callable[[str, float | None], object]
Show = Literal["auto", "off"] | Listener
Item = TypeVar("Item")

_FIRST_SHOWN = 0.5
"""Seconds: shorter calls show nothing."""
_REDRAWN = 0.1
_LEFT = 5.0
"""Seconds for which a loop that was not finished keeps others from showing their bars."""
_BAR_WIDTH = 24

_WORDS = {
    "read_file": ("读取文件", "reading the file"),
    "read_report": ("读取报告", "reading the report"),
    "read_reports": ("读取报告", "reading reports"),
    "read_table": ("读取表格", "reading the table"),
    "write_table": ("写出表格", "writing the table"),
    "check": ("检查计划", "checking the plan"),
    "sweep": ("逐值试算", "trying values"),
    "goal_seek": ("反推目标", "seeking the goal"),
}


class progress_bar:
    """What long calls show of how far they are, from here on or in a `with` block.

    Loading files, reading reports and tables, checks, sweeps and goal seeks show a bar when they
    take longer than half a second, on standard error when it is a terminal, and in a notebook.
    Otherwise they are silent. Ctrl-C ends them: plans, observations and files stand as before.

    Parameters
    ----------
    show : "auto", "off", or a function that is called with the name of the call (read_file,
        read_report, read_reports, read_table, write_table, check, sweep, goal_seek) and the share
        that is done, 0 to 1, or None when nobody knows; what it raises ends the call
    language : of the words beside the bar, zh or en

    The environment variable JINJIANG_PROGRESS_BAR=off is "off" from the start.

    >>> import jinjiang as jj
    >>> with jj.progress_bar("off"):
    ...     plan = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31").build()
    """

    def __init__(self, show: Show = "auto", *, language: str = "zh") -> None:
        if not callable(show) and show not in ("auto", "off"):
            raise ValueError(
                f'progress_bar: show: expected "auto", "off" or a function, found {show!r}'
            )
        if language not in ("zh", "en"):
            raise ValueError(f"progress_bar: language: expected zh or en, found {language!r}")
        self._before = (_state.show, _state.language)
        _state.show, _state.language = show, language

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        _state.show, _state.language = self._before


class _State:
    def __init__(self) -> None:
        is_off = os.environ.get("JINJIANG_PROGRESS_BAR", "").lower() in ("off", "0", "no", "false")
        self.show: Show = "off" if is_off else "auto"
        self.language = "zh"
        self.thread: int | None = None
        """That of the call whose bar is shown: of calls at the same time the first."""
        self.loop: _Bar | None = None
        self.call: _Bar | None = None
        self.is_telling = False

    def forget(self) -> None:
        """Nothing is under way: the threads of a parent process are not those of its child."""
        self.thread = self.loop = self.call = None
        self.is_telling = False

    def has_loop(self) -> bool:
        """Whether a loop shows its bar; one that was silent for long may have been left."""
        return self.loop is not None and time.monotonic() - self.loop.told < _LEFT


_state = _State()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_state.forget)


def tell(call: str, share: float | None) -> None:
    """A compiled call is so far."""
    if _state.is_telling or _state.has_loop() or not _is_ours():
        return
    if _state.call is None:
        _state.call = _Bar(call, gone=_REDRAWN)
        _state.thread = threading.get_ident()
    _tell(_state.call, share)


def end() -> None:
    """The compiled call is over."""
    if _state.call is None or _state.is_telling or not _is_ours():
        return
    bar, _state.call, _state.thread = _state.call, None, None
    bar.end()


def track(call: str, items: Iterable[Item], size: int) -> Iterator[Item]:
    """The items of a loop that may take long, with a bar; calls inside it have none."""
    if _state.has_loop() or _state.call is not None or _state.is_telling:
        yield from items
        return
    bar = _state.loop = _Bar(call)
    _state.thread = threading.get_ident()
    try:
        for done, item in enumerate(items):
            _tell(bar, done / size if size else None)
            yield item
    finally:
        if _state.loop is bar:
            _state.loop = _state.thread = None
        bar.end()


def hide() -> None:
    """Takes the bar away, so that something can be printed; it comes back by itself."""
    if _state.loop is not None and _is_ours():
        _state.loop.hide()


def _is_ours() -> bool:
    return _state.thread in (None, threading.get_ident())


def _tell(bar: "_Bar", share: float | None) -> None:
    _state.is_telling = True
    try:
        bar.tell(share)
    finally:
        _state.is_telling = False


class _Bar:
    """One call, and what it shows."""

    def __init__(self, call: str, gone: float = 0) -> None:
        self._call = call
        self._begun = time.monotonic() - gone
        self._shown = self._begun
        self.told = time.monotonic()
        self._surface: _Terminal | _Notebook | None = None

    def tell(self, share: float | None) -> None:
        self.told = now = time.monotonic()
        if now - self._shown < _REDRAWN:
            return
        if callable(_state.show):
            _state.show(self._call, share)
        elif _state.show == "auto" and now - self._begun >= _FIRST_SHOWN:
            self._draw(share, now - self._begun)
        # A listener that is slow does not hold the call up all the time.
        self._shown = time.monotonic()

    def _draw(self, share: float | None, gone: float) -> None:
        self._surface = self._surface or _surface()
        if self._surface is not None:
            is_chinese = _state.language == "zh" and self._surface.has_chinese
            words = _WORDS[self._call][0 if is_chinese else 1]
            self._surface.draw(words, share, _time_in_words(gone, share, is_chinese))

    def hide(self) -> None:
        if isinstance(self._surface, _Terminal):
            self._surface.clear()

    def end(self) -> None:
        if self._surface is not None:
            self._surface.clear()


def _surface() -> "_Terminal | _Notebook | None":
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is not None and hasattr(shell, "kernel"):
        return _Notebook()
    return _Terminal(sys.stderr) if _is_terminal(sys.stderr) else None


def _is_terminal(stream: Any) -> bool:
    with contextlib.suppress(AttributeError, OSError, ValueError):  # none, no file, closed
        return stream.isatty() and os.environ.get("TERM") != "dumb"
    return False


def _time_in_words(gone: float, share: float | None, is_chinese: bool) -> str:
    """What is left, or when nobody knows, or not yet, what is gone."""
    if share is None or share < 0.02:
        return f"{gone:.0f} 秒" if is_chinese else f"{gone:.0f} s"
    left = max(1, round(gone * (1 - share) / share))
    return f"余 {left} 秒" if is_chinese else f"{left} s left"


class _Terminal:
    """A line that is written over, and gone in the end."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.has_chinese = "utf" in (getattr(stream, "encoding", "") or "").lower()

    def draw(self, words: str, share: float | None, time_in_words: str) -> None:
        done, left = "━┈" if self.has_chinese else "#."
        text = words
        if share is not None:
            filled = round(share * _BAR_WIDTH)
            text += f"  {done * filled}{left * (_BAR_WIDTH - filled)} {share:4.0%}"
        text += f"  {time_in_words}"
        # Control sequences of ECMA-48: to the first column, and clear to the end of the line.
        self._write(f"\r{text}\x1b[K" if _fits(text) else f"\r{words}\x1b[K")

    def clear(self) -> None:
        self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
            self._stream.flush()


def _fits(text: str) -> bool:
    import shutil

    from ._core import display_width

    return display_width(text) < shutil.get_terminal_size().columns


class _Notebook:
    """An output that is replaced, and empty in the end."""

    has_chinese = True

    def __init__(self) -> None:
        self._handle: Any = None

    def draw(self, words: str, share: float | None, time_in_words: str) -> None:
        value = "" if share is None else f' value="{share:.3f}"'
        text = time_in_words if share is None else f"{share:.0%}  {time_in_words}"
        html = f"<label>{words} <progress{value}></progress> {text}</label>"
        self._show({"text/plain": f"{words} {text}", "text/html": html})

    def clear(self) -> None:
        if self._handle is not None:
            self._show({"text/plain": "", "text/html": ""})

    def _show(self, data: dict[str, str]) -> None:
        from IPython.display import display

        if self._handle is None:
            show: Any = display
            self._handle = show(data, raw=True, display_id=True)
        else:
            self._handle.update(data, raw=True)
