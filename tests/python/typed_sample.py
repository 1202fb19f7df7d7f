# SPDX-License-Identifier: BSL-1.0
"""A program that uses the whole public interface, as a type checker should take it.

It runs as well: what the stubs promise is what comes.
"""

import io
import pickle
from datetime import date
from pathlib import Path
from typing import Any, assert_type

import jinjiang as jj

ROW = {"id": "g.1", "observed_on": "2025-03-31", "value": 1600}


def drafted() -> jj.Plan:
    units = jj.UnitTable()
    units.add("畦", "bed", 1, denominator=1)
    assert_type(units["畦"], jj.Unit)
    assert_type(units.symbols, list[str])
    draft = jj.PlanBuilder(
        "demo",
        title="示例",
        start="2025-01-01",
        end=date(2025, 12, 31),
        language=jj.Language.zh,
        policy=jj.Policy(ahead=1.2, missing="zero", stale_after=90),
        units=units,
        source={"document": "示例"},
    )
    draft.goal("g", "更大发展空间", rule=(jj.RuleKind.at_least, 1), firmness=jj.Firmness.must)
    draft.indicator("g.1", "盘活低效用地", target="7000亩", measure="increment", part_of="g")
    draft.indicator(
        "g.2",
        "经济增长",
        target=jj.Target(jj.Comparator.at_least, 6, "%", measure=jj.Measure.growth),
        part_of=[("g", 2.0, True)],
        due="2025-12-31",
    )
    draft.task("g.3", "搭建平台", part_of={"goal": "g"}, depends_on=["g.1"], due=date(2025, 6, 30))
    draft.depends_on("g.3", "g.2", jj.DependencyType.SS, lag=3)
    draft.revise("g.1", "2025-07-01", "6000亩", "年中调整")
    draft.lifecycle("g.3", jj.Lifecycle.active)
    draft.remove("g.3")
    draft.task("g.3", "搭建平台", part_of="g", depends_on=[("g.1", "FS", 0, "")])
    assert_type(len(draft), int)
    return draft.build()


def values() -> None:
    assert_type(jj.Quantity(3, "亩") + jj.Quantity.parse("4亩"), jj.Quantity)
    assert_type(2 * jj.Quantity(3, jj.Unit("亩")).to("公顷"), jj.Quantity)
    assert_type(jj.Quantity(3, "亩") / jj.Quantity(4, "亩"), float)
    assert_type(jj.Quantity(3, "亩") / 2, jj.Quantity)
    monthly = jj.Profile.monthly([1, *[0] * 11])
    assert_type(monthly.kind, jj.ProfileKind)
    stepped = jj.Profile.milestones([("2025-06-30", 0.5), (date(2025, 12, 31), 1)])
    assert_type(stepped.expected("2025-06-30", date(2025, 1, 1), "2025-12-31"), float)
    target = jj.Target.parse("超600万平方米").with_measure("increment")
    assert_type(target.comparator, jj.Comparator)
    assert_type(target.direction, jj.Direction)
    assert_type(target.value, float | None)
    assert_type(target.profile, jj.Profile)
    assert_type(target.describe(jj.Language.en), str)
    assert_type(jj.Target.relative("at_least", "g.1").relative_to, tuple[str, float] | None)
    assert_type(jj.Target.set_elsewhere("市").set_by, str)
    assert_type(jj.Measure("count"), jj.Measure)
    assert_type(jj.label(jj.Status.met, "en"), str)


def outlined(plan: jj.Plan) -> None:
    node = plan["g.1"]
    assert_type(node.kind, jj.NodeKind)
    assert_type(node.plan, jj.Plan)
    assert_type(node.parents[0], jj.Node)
    assert_type(node.parents[:1], jj.NodeList)
    assert_type(plan.roots["g"].children.ids, list[str])
    assert_type(node.target_on("2025-08-01"), jj.Target | None)
    for effective, target, reason in node.revisions:
        assert_type((effective, target, reason), tuple[date, jj.Target, str])
    for successor, kind, lag, assumption in node.successors:
        assert_type(successor, jj.Node)
        assert_type(kind, jj.DependencyType)
        assert_type((lag, assumption), tuple[int, str])
    for goal, weight, veto in node.links:
        assert_type((goal, weight, veto), tuple[jj.Node, float, bool])
    for entry, depth, is_repeated in plan.outline():
        assert_type((entry.title, depth, is_repeated), tuple[str, int, bool])
    assert_type([each.lifecycle for each in plan], list[jj.Lifecycle])
    assert_type(plan.find_path("更大发展空间", "经济增长"), jj.Node | None)
    assert_type(plan.find("用地"), jj.NodeList)
    assert "g" in plan and node in plan and None not in plan
    assert_type(plan.links, jj.Table)
    assert_type(plan.links.columns, list[str])
    assert_type(plan.to_dot(only=jj.LinkKind.part) + plan.to_mermaid() + plan.to_graphml(), str)
    assert_type(plan.policy.missing, jj.Missing)
    assert_type(plan.extensions, dict[str, Any])


def read() -> jj.Observations:
    seen = jj.read_observations([ROW])
    assert_type(seen, jj.Observations)
    taken, rejected = jj.read_observations([{**ROW, "value": "?"}], errors="collect")
    assert_type(rejected, list[jj.RejectedRow])
    assert_type((len(taken), rejected[0].line), tuple[int, int])
    seen.add("g.2", date(2025, 3, 31), 6.1, unit="%", stage="final", known_on="2025-04-20")
    seen.check()
    assert_type([reading.stage for reading in seen], list[jj.Stage])
    assert_type(seen[0].span, jj.Span)
    assert_type(seen.of("g.1"), list[jj.Observation])
    assert_type(seen.replacing({"g.1": 1700}, on="2025-03-31"), jj.Observations)
    assert_type(jj.Observation("g.1", "2025-03-31", 1, unit=jj.Unit("亩")).unit, jj.Unit)
    return seen


def evaluated(plan: jj.Plan, seen: jj.Observations) -> jj.Evaluation:
    now = plan.evaluate(seen, "2025-09-30", policy=jj.Policy(), known_by=date(2025, 9, 30))
    result = now["g.1"]
    assert_type(result.status, jj.Status)
    assert_type(result.stage, jj.Stage | None)
    assert_type(result.attainment, float | None)
    assert_type(now.behind(), jj.ResultList)
    assert_type(now.results[0].node, jj.Node)
    assert_type([each.id for each in now], list[str])
    assert_type(now.by_owner(), list[jj.OwnerSummary])
    explanation = now.explain("g")
    assert_type(explanation, jj.Explanation)
    assert_type(explanation.to_text("en"), str)
    for part, weight, share, veto in explanation.parts:
        assert_type((part, weight, share, veto), tuple[jj.NodeResult, float, float, bool])
    for leaf, share, shortfall in explanation.terms:
        assert_type((leaf, share, shortfall), tuple[jj.Node, float, float])
    return now


def followed(plan: jj.Plan, seen: jj.Observations) -> None:
    live = jj.LiveEvaluation(plan, seen, date(2025, 9, 30), known_by="2025-09-30")
    changes = live.observe("g.1", "2025-06-30", 2600, unit="亩", stage="final")
    assert_type(changes, list[jj.Change])
    assert_type(changes[0].before.status, jj.Status)
    assert_type(changes[0].after, jj.NodeResult)
    assert_type(live.dry_run("g.1", date(2025, 7, 31), 3000), list[jj.Change])
    assert_type(live.observe_all([{**ROW, "observed_on": "2025-08-31"}]), list[jj.Change])
    assert_type(live.evaluation, jj.Evaluation)
    assert_type(live["g"], jj.NodeResult)


def written(plan: jj.Plan, seen: jj.Observations, now: jj.Evaluation, folder: Path) -> None:
    plan.save(folder / "plan.json")
    seen.save(io.StringIO(), format="csv")
    jj.save(now, str(folder / "now.jjx"), format="jjx")
    with open(folder / "plan.json", encoding="utf-8") as file:
        assert_type(jj.load(file), jj.Plan)
    with open(folder / "now.jjx", "rb") as archive:
        assert_type(jj.load_evaluation(archive), jj.Evaluation)
    assert_type(jj.load_evaluation(folder / "now.jjx", plan), jj.Evaluation)
    assert_type(jj.Plan.from_json(plan.to_json()), jj.Plan)
    assert_type(jj.Plan.from_bytes(plan.to_bytes()), jj.Plan)
    assert_type(jj.Observations.from_bytes(seen.to_bytes()), jj.Observations)
    assert_type(jj.Evaluation.from_json(now.to_json(), plan), jj.Evaluation)
    assert_type(seen.to_csv() + seen.to_json() + now.to_csv(), str)
    assert pickle.loads(pickle.dumps(now)) == now


def tabled(plan: jj.Plan, seen: jj.Observations, now: jj.Evaluation) -> None:
    for table in (plan, seen, now, plan.links):
        assert_type(table.to_dicts(), list[dict[str, Any]])
        assert_type(table.to_numpy(), dict[str, Any])
        frames = (table.to_pandas(), table.to_arrow(), table.to_polars())
        assert len({len(frame) for frame in frames}) == 1
        table.__arrow_c_schema__()
        table.__arrow_c_stream__()
        table.__arrow_c_array__(None)
    assert_type(plan.to_networkx(only="part"), Any)
    assert_type(plan._repr_html_() + now.explain("g")._repr_html_(), str)
    assert_type(plan["g"]._repr_mimebundle_(), dict[str, str])


def drawn(plan: jj.Plan, now: jj.Evaluation) -> None:
    axes = [
        now.plot.outline(),
        now.plot.indicators(most=5),
        now.plot.shortfall(language="en"),
        now.plot.slope("2024-06-30"),
    ]
    axes += [plan.schedule().plot.timeline(), plan.plot.neighbourhood("g", steps=2)]
    axes[0].set_title("地图")


def analysed(plan: jj.Plan) -> None:
    found: jj.CheckReport = plan.check()
    assert_type(found.problems, list[jj.Finding])
    assert_type(found.of("task-without-owner"), list[jj.Finding])
    assert_type(found[0].severity, jj.Severity)
    assert_type(found[0].node, jj.Node | None)
    assert_type(found[0].others, jj.NodeList)
    assert_type(found[0].describe("en") + found[0].code + found[0].hint, str)
    assert_type(found.to_text("en", most=None), str)
    assert_type(found.to_dicts(), list[dict[str, Any]])
    draft = jj.PlanBuilder(plan)
    draft.remove("g.3")
    changes: jj.PlanDiff = jj.diff(plan, draft.build())
    assert_type(changes.removed, jj.NodeList)
    assert_type(changes.of(jj.DiffKind.removed), list[jj.NodeDiff])
    assert_type(changes[0].node, jj.Node)
    assert_type(changes[0].matched_by, jj.MatchedBy | None)
    assert_type(changes[0].fields("zh"), list[tuple[jj.DiffKind, str, str, str]])
    assert_type(changes.find_after("g.1"), jj.Node | None)
    assert_type(changes.to_table("en") + changes.to_text() + changes.summary(), str)
    assert_type(plan.single_points_of_failure(3), list[tuple[jj.Node, int]])
    assert_type(plan.bottlenecks(most=3), list[tuple[jj.Node, int, int]])
    assert_type(plan.carriers_of("g.1"), jj.NodeList)
    assert_type(
        plan.redundant_dependencies(), list[tuple[jj.Node, jj.Node, jj.DependencyType, int]]
    )


def supposed(plan: jj.Plan, now: jj.Evaluation) -> None:
    scenario = jj.Scenario("more").value("g.1", 7000).due("g.1", "2025-11-30")
    assert_type(scenario, jj.Scenario)
    then = now.what_if(scenario)
    assert_type(then, jj.Evaluation)
    assert_type(plan.apply(jj.Scenario().remove("g.3")), jj.Plan)
    found: jj.Comparison = now.compare(then)
    causes: list[jj.Cause] = [cause for difference in found for cause in difference.causes]
    difference: jj.NodeDifference = found[0]
    assert_type(difference.movers, list[tuple[jj.Node, float]])
    result: jj.ScenarioResult = jj.ScenarioEvaluator(now).result(scenario, "g")
    assert_type(result.pace, float | None)
    sought: jj.GoalSeek = now.goal_seek("g", "g.1")
    assert_type(sought.obstacle, jj.Obstacle)
    sweep: jj.Sweep = now.sweep("g.1", 0, 10, 5)
    assert_type(sweep.to_text("en"), str)
    impact: jj.Impact = plan.impact("g.1", slip=3)
    reached: jj.NodeImpact = impact[0]
    shift: jj.DateShift | None = reached.shift
    assert len(causes) > 0 and shift is not None and shift.days == 3


def report(folder: Path) -> None:
    with jj.progress_bar("off", language="en"):
        for path, each in jj.read_reports(list[str](), 2025):
            assert_type((path, each), tuple[Path, jj.ReportReading])
    jj.progress_bar()
    reading = jj.read_report("2025年重点工作\n一、扩大投资\n签约近30个项目。", 2025, id="r")
    assert_type(reading, jj.ReportReading)
    assert_type(reading.plan, jj.Plan)
    assert_type(reading.draft, jj.PlanBuilder)
    assert_type(reading.observations, jj.Observations)
    items: list[jj.ReviewItem] = reading.review
    assert_type(items[0].alternatives, list[str])
    passages: list[jj.Passage] = reading.passages
    assert_type(passages[0].outcome, jj.Outcome)
    assert_type(reading.coverage["share"], Any)
    reading.save_html(folder / "reading.html")
    found: jj.FigureReading = jj.read_figures("签约近30个项目。")
    figure: jj.Figure = found.figures[0]
    assert_type(figure.stage, jj.ProjectStage)
    assert_type(figure.target(), jj.Target)
    traps: list[tuple[str, jj.TrapKind]] = found.traps
    assert_type(jj.read_numeral("三十"), tuple[float, str, str, float] | None)
    blocks: list[jj.Block] = jj.read_outline(reading.text)
    assert_type(blocks[0].kind, jj.BlockKind)
    assert_type(blocks[0].part, jj.ReportPart)
    assert len(traps) == 0


def task_table(plan: jj.Plan, folder: Path) -> None:
    table = plan.to_table(jj.Observations(), as_of="2025-06-30", language="en")
    assert_type(table, jj.TaskTable)
    assert_type(table.rows, list[dict[str, Any]])
    losses: tuple[jj.TableLoss, ...] = table.lost
    reading = jj.read_table(table.save(folder / "table.csv"), mapping={"A": "number"}, id="r")
    assert_type(reading, jj.TableReading)
    assert_type(reading.draft, jj.PlanBuilder)
    problems: tuple[jj.TableProblem, ...] = reading.problems
    assert len(losses) > 0 and len(problems) == 0


def scheduled(plan: jj.Plan) -> None:
    calendar = jj.Calendar(weekend=["saturday", "sunday"], off=["2025-05-01"])
    assert_type(calendar.working_days("2025-01-01", date(2025, 1, 31)), int)
    assert_type(jj.Calendar.from_dict(calendar.to_dict()), jj.Calendar)
    made: jj.Schedule = plan.schedule(as_of="2025-03-31", calendar=calendar)
    dates: jj.NodeSchedule = made[plan.nodes[0].id]
    assert_type(dates.early_start, date | None)
    assert_type(dates.total_float, int | None)
    assert_type(dates.state, jj.WorkState)
    assert_type(dates.duration_source, jj.DurationSource)
    assert_type(calendar.weekend, list[jj.Weekday])
    results: jj.ScheduleList = made.results
    assert_type(results[0].is_critical, bool)
    assert_type(made.critical_path(by=jj.Critical.zero_float), jj.NodeList)
    paths: list[jj.WorkPath] = made.near_critical(5)
    assert_type(paths[0].slack, int)
    assert_type(made.conflicts(), list[jj.ScheduleConflict])
    assert_type(made.blocked(), list[jj.BlockedNode])
    assert_type(made.why_critical(dates.id, "en"), str)


def refused() -> None:
    try:
        jj.PlanBuilder("x", start="2025-01-01", end="2025-12-31").task("t", part_of="g")
        jj.load("no-such-file.json")
    except jj.PlanError as error:
        assert_type(error.problems, tuple[jj.Problem, ...])
    except jj.FormatError as error:
        assert_type(error.line, int | None)
    except (jj.UnitError, jj.TargetError, jj.ObservationError, jj.Error) as error:
        assert_type(str(error), str)
    except (jj.UnknownObservationError, jj.UnknownIdError, jj.MissingPackageError, OSError):
        assert_type(jj.__version__, str)


def main(folder: Path) -> None:
    plan = drafted()
    values()
    outlined(plan)
    scheduled(plan)
    seen = read()
    now = evaluated(plan, seen)
    written(plan, seen, now, folder)
    tabled(plan, seen, now)
    drawn(plan, now)
    analysed(plan)
    supposed(plan, now)
    report(folder)
    task_table(plan, folder)
    refused()
