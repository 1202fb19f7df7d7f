# SPDX-License-Identifier: BSL-1.0
"""An object whose __init__ never ran is refused with words; it does not bring Python down."""

import subprocess
import sys

import jinjiang as jj
import pytest
from jinjiang import _core

CLASSES = sorted(
    name
    for name, value in vars(_core).items()
    if isinstance(value, type) and value.__module__ == "jinjiang._core"
)
TOUCH_EVERYTHING = """
import contextlib, inspect, sys
from jinjiang import _core

cls = getattr(_core, sys.argv[1])
refusal = f"{cls.__name__}: the object is empty"


class Mute(cls):
    def __init__(self):
        pass


for empty in (cls.__new__(cls), Mute.__new__(Mute)):
    for name in dir(cls):
        member = inspect.getattr_static(cls, name)
        if isinstance(member, property):
            try:
                getattr(empty, name)
                print(f"{name}: no error")
            except TypeError as error:
                print("refused" if refusal in str(error) else f"{name}: {error}")
    for call in (repr, str, len, hash, iter, list, lambda x: x == x, lambda x: x["a"], bool):
        with contextlib.suppress(TypeError):
            call(empty)
    for name in ("to_json", "to_csv", "to_dicts", "to_pandas", "_repr_html_", "build", "check"):
        if hasattr(cls, name):
            try:
                getattr(empty, name)()
                print(f"{name}: no error")
            except TypeError as error:
                print("refused" if refusal in str(error) else f"{name}: {error}")
    try:
        repr(empty)
        print("repr: no error" if "__repr__" in vars(cls) else "refused")
    except TypeError as error:
        print("refused" if refusal in str(error) else f"repr: {error}")
try:
    Mute()
    print("Mute: no error")
except TypeError as error:
    print("refused" if "__init__" in str(error) else f"Mute: {error}")
"""


def test_there_are_classes():
    assert len(CLASSES) >= 25
    assert {"Plan", "Node", "Target", "Unit", "PlanBuilder", "ResultList"} <= set(CLASSES)


@pytest.mark.parametrize("name", CLASSES)
def test_an_empty_object_is_refused_wherever_it_is_touched(name):
    done = subprocess.run(
        [sys.executable, "-c", TOUCH_EVERYTHING, name], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) >= 3
    assert [line for line in lines if line != "refused"] == []


def test_an_empty_object_is_refused_as_an_argument(draft):
    empty = jj.Observations.__new__(jj.Observations)
    with pytest.raises(TypeError, match="Observations: the object is empty"):
        draft.build().evaluate(empty)
    with pytest.raises(TypeError, match="Unit: the object is empty"):
        jj.Quantity(1, jj.Unit.__new__(jj.Unit))
    with pytest.raises(TypeError, match="Target: the object is empty"):
        draft.indicator("i", target=jj.Target.__new__(jj.Target))
    with pytest.raises(TypeError, match="Quantity: the object is empty"):
        jj.Quantity(1, "亩") + jj.Quantity.__new__(jj.Quantity)
    with pytest.raises(TypeError, match="Node: the object is empty"):
        jj.Node.__new__(jj.Node) in draft.build().nodes  # noqa: B015


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("Plan", r"jinjiang\.load"),
        ("Node", "from a plan"),
        ("NodeList", "plan.nodes"),
        ("Evaluation", "evaluate a plan"),
        ("NodeResult", "from an evaluation"),
        ("ResultList", "now.results"),
        ("Explanation", "now.explain"),
        ("OwnerSummary", "now.by_owner"),
        ("ReportReading", "read_report"),
        ("Figure", "read_figures"),
        ("Block", "read_outline"),
    ],
)
def test_a_class_that_is_not_made_by_hand_says_where_its_objects_come_from(name, origin):
    for arguments in ((), (1, 2)):
        with pytest.raises(TypeError, match=f"^{name}: cannot be made by hand; .*{origin}"):
            getattr(jj, name)(*arguments)


def test_a_subclass_may_add_to_a_constructor():
    class Land(jj.Quantity):
        def __init__(self, value):
            super().__init__(value, "亩")

    assert Land(7000).to("公顷").value == pytest.approx(466.67, abs=0.01)
