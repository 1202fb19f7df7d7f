# SPDX-License-Identifier: BSL-1.0
"""How the Jinjiang 2024 plan stands: the scoreboard, what needs attention, and why.

python examples/jinjiang-2024/scoreboard.py [--as-of 2024-09-30] [--output FOLDER]
"""

import argparse
from pathlib import Path

import jinjiang as jj
from jinjiang._display import evaluation_table

HERE = Path(__file__).resolve().parent


def main() -> None:
    arguments = parse_arguments()
    plan = jj.load(HERE / "plan.json")
    seen = jj.read_observations(HERE / "observations.csv", units=plan.units)
    now = plan.evaluate(seen, as_of=arguments.as_of)

    heading(f"{plan.title}  截至 {now.as_of}")
    print(
        f"{len(plan.goals)} 个目标，{len(plan.indicators)} 项指标，{len(plan.tasks)} 项任务，{len(seen)} 条实际值"
    )
    print(evaluation_table(now, depth=2))

    heading("有数据的指标")
    for result in now.results:
        if result.node.kind == "indicator" and result.attainment is not None:
            print(line(result))

    heading("需要关注（最差的在前）")
    for result in now.behind():
        print(now.explain(result.id))

    heading("年末一般公共预算收入：两种口径，两个结论")
    for basis in ("名义", "可比"):
        year_end = plan.evaluate(seen, as_of=plan.end, basis=basis)
        for node in ("headline.revenue-total", "headline.revenue-local"):
            print(f"{basis}  {line(year_end[node])}")

    if arguments.output:
        write_files(now, arguments.output)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--as-of", default="2024-09-30", help="the day, default 2024-09-30")
    parser.add_argument(
        "--output", type=Path, help="folder for the report, and the scoreboard as HTML and CSV"
    )
    return parser.parse_args()


def heading(text: str) -> None:
    print(f"\n{text}\n{'─' * 60}")


def line(result: jj.NodeResult) -> str:
    target = result.node.target.describe("zh")
    unit = result.unit.symbol
    return (
        f"{jj.label(result.status, 'zh')}  {result.title}：{result.value:g} {unit}"
        f"（目标 {target}，{result.observed_on}{'，' + result.basis if result.basis else ''}）"
    )


def write_files(now: jj.Evaluation, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "scoreboard.html"
    page.write_text(
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{now.plan.id}</title>'
        f"<body>{now._repr_html_()}</body></html>",
        encoding="utf-8",
    )
    table = folder / "evaluation.csv"
    table.write_text(
        now.to_csv(), encoding="utf-8-sig"
    )  # the mark tells spreadsheets that it is UTF-8
    report = folder / "report.html"
    now.report(report)
    print(f"\n网页：{page}\n表格：{table}\n报告：{report}")


if __name__ == "__main__":
    main()
