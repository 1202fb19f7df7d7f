# SPDX-License-Identifier: BSL-1.0
"""How far long calls are: bars in terminals and notebooks, silence elsewhere, and Ctrl-C."""

import io
import json
import os
import pty
import re
import subprocess
import sys
import threading

import jinjiang as jj
import pytest
from jinjiang import _progress_bar

LINE = "新增规上企业{}家以上，盘活低效用地7000亩。\n"


def report(lines):
    return "2025年工作安排\n一、扩大投资\n" + "".join(LINE.format(i) for i in range(lines))


def told_of(call):
    """What a listener is told of a call that is made larger until it lasts."""
    for size in (2**power for power in range(12, 24)):
        told = []
        with jj.progress_bar(lambda name, share, told=told: told.append((name, share))):
            call(size)
        if told:
            return told
    raise AssertionError("no size lasted a tenth of a second")


def check_shares(told, name):
    assert {call for call, _ in told} == {name}
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[0] >= 0 and shares[-1] <= 1


def test_a_report_tells_how_far_it_is():
    check_shares(told_of(lambda size: jj.read_report(report(size))), "read_report")


def test_a_file_of_readings_tells_how_far_it_is():
    def call(size):
        rows = "".join(f"i{row},2025-06-30,{row}\n" for row in range(size))
        seen = jj.read_observations(io.StringIO("编号,日期,数值\n" + rows))
        assert len(seen) == size

    check_shares(told_of(call), "read_file")


def test_a_plan_tells_how_far_it_is(draft):
    document = json.loads(draft.build().to_json())
    node = document["nodes"][1]

    def call(size):
        more = [{**node, "id": f"more{i}"} for i in range(size)]
        text = json.dumps({**document, "nodes": document["nodes"] + more})
        assert len(jj.Plan.from_json(text)) == 3 + size

    check_shares(told_of(call), "read_file")


def test_a_sweep_tells_how_far_it_is(now):
    nodes = [node.id for node in now.plan.nodes]
    told = told_of(lambda size: now.sweep("land.reuse", 1, min(size, 90_000), 1, nodes=nodes))
    check_shares(told, "sweep")


def test_tables_tell_how_far_they_are(draft, monkeypatch):
    monkeypatch.setattr(_progress_bar, "_REDRAWN", 0)
    told = []
    plan = draft.build()
    with jj.progress_bar(lambda name, share: told.append((name, round(share, 3)))):
        rows = plan.to_table().rows
        assert len(jj.read_table(rows).plan) == len(plan)
    expected = [("write_table", 0), ("write_table", 0.333), ("write_table", 0.667)]
    assert told == expected + [(name.replace("write", "read"), share) for name, share in expected]


def test_what_the_listener_raises_ends_the_call():
    class Enough(Exception):
        pass

    def listener(call, share):
        raise Enough(call)

    def call(size):
        with jj.progress_bar(listener):
            jj.read_report(report(size))

    with pytest.raises(Enough, match="read_report"):
        told_of(call)
    assert _progress_bar._state.call is None
    assert len(jj.read_report(report(1)).plan.indicators) == 2


def test_a_listener_may_make_calls_of_its_own():
    inner = []

    def call(size):
        def listener(name, share):
            inner.append(len(jj.read_report(report(3)).plan))

        with jj.progress_bar(listener):
            jj.read_report(report(size))

    size = 2**12
    while not inner:
        call(size)
        size *= 2
    assert set(inner) == {8}


def test_a_signal_at_the_end_of_a_call_is_not_lost(monkeypatch):
    ended = []
    end = _progress_bar.end

    def interrupted():
        ended.append(len(ended))
        if len(ended) == 1:
            raise KeyboardInterrupt
        end()

    monkeypatch.setattr(_progress_bar, "end", interrupted)
    with pytest.raises(KeyboardInterrupt):
        told_of(lambda size: jj.read_report(report(size)))
    assert ended == [0, 1]
    assert _progress_bar._state.call is None


def test_ctrl_c_ends_a_call_and_leaves_all_as_it_was(tmp_path):
    """A signal during the call ends it there, not behind it."""
    script = tmp_path / "script.py"
    script.write_text(
        f"""
import io, os, signal, sys, threading, time
import jinjiang as jj
plan = jj.load({str(plan_path())!r})
before = plan.to_json()
for power in range(12, 23):
    text = "编号,日期,数值\\n" + "i,2025-06-30,1\\n" * 2**power
    returned = False
    timer = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))
    try:
        timer.start()
        jj.read_observations(io.StringIO(text))
        returned = True
        timer.join()
        time.sleep(1)
    except KeyboardInterrupt:
        if not returned:
            assert plan.to_json() == before
            assert len(jj.read_observations(io.StringIO("编号,日期,数值\\ni,2025-06-30,1\\n"))) == 1
            sys.exit("ended within")
""",
        encoding="utf-8",
    )
    run = subprocess.run([sys.executable, script], capture_output=True, text=True)
    assert run.stderr.strip() == "ended within"


def plan_path():
    from conftest import EXAMPLE

    return EXAMPLE / "plan.json"


def shown(code, **environment):
    """What a script writes to a terminal as its standard error, and what to standard output."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **environment},
    )
    os.close(theirs)
    out = b""
    while True:
        try:
            block = os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if not block:
            break
        out += block
    os.close(ours)
    output, _ = run.communicate()
    assert run.returncode == 0, out
    return out.decode(), output.decode()


LOOP = """
import jinjiang as jj
from jinjiang import _progress_bar
_progress_bar._FIRST_SHOWN = _progress_bar._REDRAWN = 0
for i in _progress_bar.track("read_reports", range(4), 4):
    pass
print("done")
"""


def untimed(text):
    """The text of a bar whatever time it took."""
    return re.sub(r"\d+ (秒|s)\b", r"n \1", re.sub("\x1b.*", "", text))


def test_a_terminal_shows_a_bar_that_goes_away():
    error, output = shown(LOOP)
    assert output == "done\n"
    drawn = error.split("\r")
    assert [untimed(text) for text in drawn[1:5]] == [
        "读取报告  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈   0%  n 秒",
        "读取报告  ━━━━━━┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  25%  余 n 秒",
        "读取报告  ━━━━━━━━━━━━┈┈┈┈┈┈┈┈┈┈┈┈  50%  余 n 秒",
        "读取报告  ━━━━━━━━━━━━━━━━━━┈┈┈┈┈┈  75%  余 n 秒",
    ]
    assert drawn[5:] == ["\x1b[K"]


def test_a_bar_makes_way_for_what_is_printed():
    code = LOOP.replace("    pass", "    _progress_bar.hide()\n    print('x', file=sys.stderr)")
    error, _ = shown("import sys" + code)
    assert error.count("\r\x1b[Kx\r\n") == 4


def test_a_terminal_without_chinese_shows_english():
    error, _ = shown(LOOP, PYTHONIOENCODING="ascii")
    assert "reading reports  ############............  50%  n s left" in " ".join(
        map(untimed, error.split("\r"))
    )


@pytest.mark.parametrize(
    "environment", [{"JINJIANG_PROGRESS_BAR": "off"}, {"TERM": "dumb"}], ids=["off", "dumb"]
)
def test_a_terminal_shows_nothing_when_it_should_not(environment):
    assert shown(LOOP, **environment) == ("", "done\n")


def test_what_is_no_terminal_shows_nothing():
    run = subprocess.run([sys.executable, "-c", LOOP], capture_output=True, text=True)
    assert (run.stdout, run.stderr) == ("done\n", "")


class Kernel:
    """What IPython has in a notebook, as far as it is used here."""

    kernel = object()

    def __init__(self):
        self.outputs = []

    def get_ipython(self):
        return self

    def display(self, data, raw, display_id):
        assert raw and display_id
        self.outputs.append(data)
        return self

    def update(self, data, raw):
        self.outputs.append(data)


def test_a_notebook_shows_a_bar_that_goes_away(monkeypatch):
    kernel = Kernel()
    monkeypatch.setitem(sys.modules, "IPython", kernel)
    monkeypatch.setitem(sys.modules, "IPython.display", kernel)
    monkeypatch.setattr(_progress_bar, "_FIRST_SHOWN", 0)
    monkeypatch.setattr(_progress_bar, "_REDRAWN", 0)
    with jj.progress_bar(language="en"):
        for _ in _progress_bar.track("read_reports", range(2), 2):
            pass
    assert [untimed(data["text/plain"]) for data in kernel.outputs] == [
        "reading reports 0%  n s",
        "reading reports 50%  n s left",
        "",
    ]
    assert '<progress value="0.500"></progress> 50%' in kernel.outputs[1]["text/html"]


def test_short_loops_tell_nothing():
    told = []
    with jj.progress_bar(lambda name, share: told.append(name)):
        for _ in range(20):
            list(jj.read_reports([]))
            list(_progress_bar.track("read_table", range(3), 3))
    assert told == []


def test_a_loop_that_was_left_keeps_no_other_from_telling(monkeypatch):
    monkeypatch.setattr(_progress_bar, "_LEFT", 0)
    left = _progress_bar.track("read_reports", range(3), 3)
    next(left)
    assert {name for name, _ in told_of(lambda size: jj.read_report(report(size)))} == {
        "read_report"
    }
    left.close()
    assert _progress_bar._state.loop is None


def test_the_child_of_a_process_knows_nothing_of_its_parents_calls():
    code = """
import os, sys, threading
from jinjiang import _progress_bar
left = _progress_bar.track("read_reports", range(3), 3)
thread = threading.Thread(target=next, args=[left])
thread.start(); thread.join()
assert _progress_bar._state.loop is not None
if os.fork() == 0:
    os._exit(0 if _progress_bar._state.loop is None and _progress_bar._state.thread is None else 1)
sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_loop_has_one_bar_and_calls_inside_it_none(monkeypatch):
    monkeypatch.setattr(_progress_bar, "_REDRAWN", 0)
    told = []

    def call(size):
        told.clear()
        with jj.progress_bar(lambda name, share: told.append((name, share))):
            for _ in _progress_bar.track("read_reports", range(2), 2):
                jj.read_report(report(size))

    size = 2**12
    while len(told) < 2:
        call(size)
        size *= 2
    assert told == [("read_reports", 0), ("read_reports", 0.5)]


def test_calls_of_other_threads_are_not_mixed_in(monkeypatch):
    monkeypatch.setattr(_progress_bar, "_REDRAWN", 0)
    names = set()

    def other():
        list(_progress_bar.track("read_table", range(3), 3))

    with jj.progress_bar(lambda name, share: names.add(name)):
        for _ in _progress_bar.track("read_reports", range(2), 2):
            thread = threading.Thread(target=other)
            thread.start()
            thread.join()
    assert names == {"read_reports"}


def test_settings_come_back():
    with jj.progress_bar("off"), jj.progress_bar(language="en"):
        assert (_progress_bar._state.show, _progress_bar._state.language) == ("auto", "en")
    assert (_progress_bar._state.show, _progress_bar._state.language) == ("auto", "zh")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"show": "on"}, 'show: expected "auto", "off" or a function, found \'on\''),
        ({"language": "fr"}, "language: expected zh or en, found 'fr'"),
    ],
)
def test_a_setting_that_is_none_is_refused(arguments, words):
    with pytest.raises(ValueError, match=words):
        jj.progress_bar(**arguments)
    assert _progress_bar._state.show == "auto"
