# SPDX-License-Identifier: BSL-1.0
"""What `import jinjiang` brings in, and how long it takes."""

import subprocess
import sys

HEAVY = ("duckdb", "networkx", "numpy", "pandas", "polars", "pyarrow", "matplotlib", "IPython")


def output_of(program):
    command = [sys.executable, "-W", "error", "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_no_library_of_tables_is_imported():
    program = f"import jinjiang, sys; print([m for m in {HEAVY} if m in sys.modules])"
    assert output_of(program) == "[]"


def test_no_library_of_tables_is_imported_to_evaluate_and_write():
    program = (
        "import jinjiang as jj, sys\n"
        "draft = jj.PlanBuilder('p', start='2025-01-01', end='2025-12-31')\n"
        "draft.indicator('a', target='7000亩', measure='increment')\n"
        "seen = jj.read_observations([{'id': 'a', 'observed_on': '2025-03-31', 'value': 1}])\n"
        "now = draft.build().evaluate(seen)\n"
        "now.to_dicts(), now.to_csv(), now.to_json(), now._repr_html_()\n"
        f"print([m for m in {HEAVY} if m in sys.modules])"
    )
    assert output_of(program) == "[]"


def test_importing_takes_less_than_a_tenth_of_a_second():
    program = (
        "import time; begin = time.process_time(); import jinjiang\n"
        "print(time.process_time() - begin)"
    )
    # The best of three, in the processor's time: a busy machine is no reason to fail.
    assert min(float(output_of(program)) for _ in range(3)) < 0.1
