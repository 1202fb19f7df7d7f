# SPDX-License-Identifier: BSL-1.0
"""Runs the benchmarks, prints a table of figures and ratios, and writes it as JSON.

python tests/benchmarks/run.py BENCHMARKS RESULT.json
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NODES = 1_000_000
PLAIN_ARCHIVE = "boost binary archive of the nodes as a vector of structures"
PLAIN_SCENARIOS = "other observations and another evaluation for each"
PLAIN_GRAPH = "the same written plainly over boost::adjacency_list"


def main() -> None:
    program, result = sys.argv[1:3]
    means, notes = run_catch(program)
    rows = [
        row("evaluate_1m", means, 1e-6, "ms"),
        row("evaluate_1m", means, 1e-6, "ms", " 2 threads"),
        row("evaluate_250", means, 1e-3, "µs"),
        row("build_1m", means, 1 / NODES, "ns/node"),
        json_row(means, notes["load_json_1m_bytes"]),
        row("save_json_1m", means, 1e-6, "ms", against="boost::json::serialize of a tree"),
        row("load_jjx_1m", means, 1e-6, "ms", against=PLAIN_ARCHIVE),
        row("save_jjx_1m", means, 1e-6, "ms", against=PLAIN_ARCHIVE),
        size_row(notes),
        {"name": "bytes_per_node", "value": notes["bytes_per_node"], "unit": "bytes"},
        *report_rows(means, notes),
        row("scenarios_1000", means, 1e-6, "ms", against=PLAIN_SCENARIOS),
        row("scenarios_1000", means, 1e-6, "ms", " whole", against=PLAIN_SCENARIOS),
        row("schedule_100k", means, 1e-6, "ms", against="the same plainly, boost::adjacency_list"),
        schedule_row(),
        include_row(),
        import_row(),
        *table_rows(),
    ]
    for entry in rows:
        entry.setdefault("against", None)
        entry.setdefault("ratio", None)
        entry["value"] = round(entry["value"], 4)
    print(f"{'name':<24}{'value':>12}  {'unit':<9}{'ratio':>7}  against")
    for entry in rows:
        ratio = ratio_text(entry["ratio"])
        print(
            f"{entry['name']:<24}{entry['value']:>12.3f}  {entry['unit']:<9}{ratio:>7}  "
            f"{entry['against'] or ''}"
        )
    Path(result).write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"written to {result}")


def ratio_text(ratio: float | None) -> str:
    if not ratio:
        return ""
    return f"{ratio:.1f}x" if ratio >= 1 else f"{ratio:.2f}x"


def run_catch(program: str) -> tuple[dict[str, float], dict[str, float]]:
    """Mean times in ns, and the figures that the program prints on lines of its own."""
    with tempfile.NamedTemporaryFile(suffix=".xml") as report:
        command = [program, "-r", "xml", "-o", report.name, "--benchmark-samples", "20"]
        command += ["--benchmark-resamples", "1000"]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        means = {}
        for benchmark in ElementTree.parse(report.name).iter("BenchmarkResults"):
            mean = benchmark.find("mean")
            means[benchmark.get("name", "")] = float(mean.get("value"))  # type: ignore[union-attr]
    notes = {name: float(value) for name, value in re.findall(r"^@ (\S+) (\S+)$", ran.stdout, re.M)}
    return means, notes


def row(
    name: str,
    means: dict[str, float],
    factor: float,
    unit: str,
    way: str = "",
    against: str = PLAIN_GRAPH,
) -> dict[str, object]:
    ours, plain = means[name + way], means[f"{name} plain"]
    return {
        "name": (name + way).replace(" ", "_"),
        "value": ours * factor,
        "unit": unit,
        "against": against,
        "ratio": plain / ours,
    }


def size_row(notes: dict[str, float]) -> dict[str, object]:
    """Bytes of a .jjx archive as a share of those of the same plan in JSON."""
    return {
        "name": "jjx_bytes_of_json",
        "value": notes["jjx_bytes"] / notes["load_json_1m_bytes"],
        "unit": "of JSON",
        "against": PLAIN_ARCHIVE,
        "ratio": notes["jjx_bytes_plain"] / notes["jjx_bytes"],
    }


def json_row(means: dict[str, float], size: float) -> dict[str, object]:
    ours, plain = means["load_json_1m"], means["load_json_1m plain"]
    return {
        "name": "load_json_1m",
        "value": size / ours * 1e3,
        "unit": "MB/s",
        "against": "boost::json::parse into a tree, without making a plan",
        "ratio": plain / ours,
    }


def report_rows(means: dict[str, float], notes: dict[str, float]) -> list[dict[str, object]]:
    """Reading a report of ten megabytes, and how that grows with its size."""
    ours, plain = means["read_report_10mb"], means["read_report_10mb plain"]
    size, small = notes["report_bytes"], notes["report_bytes_small"]
    return [
        {
            "name": "read_report_10mb",
            "value": size / ours * 1e3,
            "unit": "MB/s",
            "against": "a plain scan for digits and a unit, which reads no meaning",
            "ratio": plain / ours,
        },
        {
            "name": "read_report_linearity",
            "value": (ours / size) / (means["read_report_1mb"] / small),
            "unit": "of 1 MB's",
            "against": "time for a byte of a report of 1 MB",
        },
        {"name": "read_report_memory", "value": notes["report_memory"], "unit": "bytes/B"},
    ]


def include_row() -> dict[str, object]:
    """Time to compile a file that includes the model, against one that includes <string>."""
    with tempfile.TemporaryDirectory() as folder:

        def compile_time(include: str) -> float:
            source = Path(folder) / "one.cpp"
            source.write_text(f"#include <{include}>\n", encoding="utf-8")
            command = ["g++", "-std=c++20", "-DJINJIANG_COMPILED", f"-I{ROOT / 'include'}"]
            command += ["-fsyntax-only", str(source)]
            return median_of(5, command)

        ours, plain = compile_time("jinjiang/model.hpp"), compile_time("string")
    return {
        "name": "include_model",
        "value": ours,
        "unit": "s",
        "against": "#include <string>",
        "ratio": plain / ours,
    }


def import_row() -> dict[str, object]:
    """Time to import the package, beyond that of starting Python."""
    start = median_of(7, [sys.executable, "-c", "pass"])
    ours = median_of(7, [sys.executable, "-c", "import jinjiang"])
    return {
        "name": "import_python",
        "value": 1e3 * (ours - start),
        "unit": "ms",
        "against": "python -c pass",
        "ratio": start / ours,
    }


TABLES = {
    "to_arrow": ("to_arrow_1m", "pyarrow.table of the same values in Python lists"),
    "to_numpy": ("to_numpy_1m", "numpy.array of the same values in Python lists"),
    "to_numpy_numbers": ("to_numpy_1m_numbers", "the same of status and six columns of numbers"),
    "to_pandas": ("to_pandas_1m", "pandas.DataFrame of to_dicts()"),
    "collect_csv": ("collect_csv_100k", "csv.DictReader and Observations.add row by row"),
}


def table_rows() -> list[dict[str, object]]:
    """Times to hand an evaluation of a million nodes to others, and to read a table of readings."""
    command = [sys.executable, str(ROOT / "tests/benchmarks/tables.py"), str(NODES)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    return [
        {"name": name, "value": ours, "unit": "ms", "against": against, "ratio": plain / ours}
        for key, (ours, plain) in json.loads(ran.stdout).items()
        for name, against in [TABLES[key]]
    ]


def schedule_row() -> dict[str, object]:
    """A schedule from Python, against the same passes over a graph of NetworkX."""
    command = [sys.executable, str(ROOT / "tests/benchmarks/schedule.py")]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    ours, plain = json.loads(ran.stdout)["schedule"]
    against = "the same passes over networkx.DiGraph"
    return {
        "name": "schedule_100k_python",
        "value": ours,
        "unit": "ms",
        "against": against,
        "ratio": plain / ours,
    }


def median_of(times: int, command: list[str]) -> float:
    """Median seconds of a command."""
    seconds = []
    for _ in range(times):
        begin = time.perf_counter()
        subprocess.run(command, check=True)
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


if __name__ == "__main__":
    main()
