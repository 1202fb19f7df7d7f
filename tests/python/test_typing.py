# SPDX-License-Identifier: BSL-1.0
"""What a type checker sees is what is there."""

import subprocess
import sys
from enum import StrEnum
from importlib import resources
from pathlib import Path

import jinjiang as jj
import typed_sample

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def checked(*command, folder):
    """The output of a checker that looks at the installed package, from a folder of its own."""
    command = [sys.executable, "-m", *command]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_the_stub_is_what_the_compiled_module_gives():
    command = [sys.executable, ROOT / "python/stubs.py", "--print"]
    made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    kept = (ROOT / "python/jinjiang/_core.pyi").read_text(encoding="utf-8")
    assert made.stdout == kept, "run make stubs"


def test_the_stub_and_the_marker_are_installed():
    package = resources.files("jinjiang")
    assert (package / "py.typed").is_file()
    assert (package / "_core.pyi").is_file()


def test_nothing_in_the_stub_is_missing_from_the_module_nor_the_other_way_round(tmp_path):
    # Classes of pybind11 have its metaclass; functions of the package that are methods of a class
    # call their first argument by what it is.
    allowed = tmp_path / "allowed"
    allowed.write_text(
        "jinjiang\\._core\\.\\w+\n"
        "jinjiang\\._core\\.\\w+\\.(to_\\w+|report|_repr_html_|_repr_mimebundle_|plot|__str__|draft|review_\\w+|save_html)\n"
    )
    arguments = ("mypy.stubtest", "jinjiang._core", "--allowlist", str(allowed))
    status, output = checked(*arguments, "--ignore-unused-allowlist", folder=tmp_path)
    assert status == 0, output


def test_the_package_is_clean_under_strict_checking(tmp_path):
    status, output = checked("mypy", "--strict", "-p", "jinjiang", folder=tmp_path)
    assert status == 0, output


def test_a_program_that_uses_all_of_it_is_clean_under_strict_checking(tmp_path):
    sample = str(HERE / "typed_sample.py")
    status, output = checked("mypy", "--strict", sample, folder=tmp_path)
    assert status == 0, output


def test_mistakes_are_found_by_the_checker(tmp_path):
    program = tmp_path / "wrong.py"
    program.write_text(
        "import jinjiang as jj\n"
        "jj.Plan()\n"
        "jj.Profile.monthly('x')\n"
        "jj.load(3)\n"
        "jj.Policy(ahead='fast')\n"
        "jj.Status.on_trak\n"
        "jj.label(jj.Status.met)\n"
        "jj.PlanBuilder('p', start=2025)\n"
    )
    _, output = checked("mypy", "--strict", str(program), folder=tmp_path)
    found = {int(line.split(":")[1]) for line in output.splitlines() if ": error:" in line}
    assert found == {2, 3, 4, 5, 6, 7, 8}, output


def test_the_typed_program_runs(tmp_path):
    typed_sample.main(tmp_path)


def test_every_public_name_is_used_by_the_typed_program():
    text = (HERE / "typed_sample.py").read_text(encoding="utf-8")
    unused = [name for name in jj.__all__ if f"jj.{name}" not in text]
    assert unused == []


def annotation_of(cls, name):
    stub = (ROOT / "python/jinjiang/_core.pyi").read_text(encoding="utf-8")
    body = stub.partition(f"\nclass {cls}:\n")[2].partition("\nclass ")[0]
    return body.partition(f"def {name}(self) -> ")[2].partition(":")[0]


def words_of(thing):
    """The properties of an object that are members of enumerations."""
    for name, member in vars(type(thing)).items():
        if isinstance(member, property) and isinstance(value := getattr(thing, name), StrEnum):
            yield name, type(value).__name__


def test_properties_that_are_words_are_annotated_as_such(plan, now, seen):
    node = plan["land.reuse"]
    things = [plan, node, node.target, node.profile, plan.policy, seen[0], now["land.reuse"]]
    words = [(type(thing).__name__, *found) for thing in things for found in words_of(thing)]
    assert len(words) > 12
    wrong = [
        word for word in words if annotation_of(*word[:2]) not in (word[2], f"{word[2]} | None")
    ]
    assert wrong == []
