// SPDX-License-Identifier: BSL-1.0

// What differs between two plans, field by field and in words.

#include <functional>

#include <jinjiang/analysis/diff.hpp>

#include "support/catch.hpp"
#include "support/year_plan.hpp"

namespace {

using Lines = std::vector<std::string>;

/// `kind field: before | after` of a node.
Lines fields_of(const jj::PlanDiff& diff, std::string_view id) {
  Lines lines;
  for (const jj::NodeDiff& node : diff.nodes()) {
    if (node.node().id() != id) continue;
    for (const jj::FieldDiff& field : diff.fields(node, jj::Language::en)) {
      lines.push_back(std::string(jj::to_string(field.kind)) + " " + field.field + ": " +
                      field.before + " | " + field.after);
    }
  }
  return lines;
}

/// What differs in an indicator x from one target to another.
Lines between_targets(const jj::Target& before, const jj::Target& after) {
  return fields_of(jj::diff(year_plan().indicator("x", "X", before).build(),
                            year_plan().indicator("x", "X", after).build()),
                   "x");
}

/// What differs in a task x from some options to others.
Lines between_tasks(const jj::NodeOptions& before, const jj::NodeOptions& after) {
  auto a = year_plan();
  auto b = year_plan();
  for (auto* draft : {&a, &b}) draft->goal("g", "总").goal("h", "另").task("y", "Y").task("z", "Z");
  return fields_of(jj::diff(a.task("x", "X", before).build(), b.task("x", "X", after).build()),
                   "x");
}

}  // namespace

TEST_CASE("a plan does not differ from itself") {
  auto draft = year_plan();
  draft.goal("g", "总").task("a", "甲", {.part_of = {"g"}});
  const auto diff = jj::diff(draft.build(), draft.build());
  CHECK(diff.empty());
  CHECK(diff.unchanged() == 2);
  CHECK(jj::summary(diff, jj::Language::zh) == "plan → plan：没有差别");
  CHECK(jj::summary(diff, jj::Language::en) == "plan → plan: no difference");
}

TEST_CASE("nodes are added and removed") {
  const auto diff =
      jj::diff(year_plan().task("a", "甲").task("b", "乙").build(),
               year_plan().task("b", "乙").indicator("c", "丙", year_count()).build());
  REQUIRE(diff.nodes().size() == 2);
  CHECK(diff.nodes()[0].node().id() == "c");
  CHECK(diff.nodes()[0].is(jj::DiffKind::added));
  CHECK_FALSE(diff.nodes()[0].before);
  CHECK(diff.nodes()[1].node().id() == "a");
  CHECK(diff.nodes()[1].is(jj::DiffKind::removed));
  CHECK(diff.fields(diff.nodes()[0], jj::Language::en).empty());
  CHECK(jj::to_text(diff, jj::Language::zh) ==
        "plan → plan：新增 1 项，删去 1 项，未变 1 项\n新增\n  丙（c）：366 个\n删去\n  甲（a）\n");
}

TEST_CASE("a target differs by its figure, its baseline, its date") {
  CHECK(between_targets(jj::above(900, "家"), jj::above(1000, "家")) ==
        Lines{"retargeted target: above 900 家 | above 1000 家"});
  CHECK(between_targets(jj::above(900, "家"),
                        jj::above(900, "家", {.baseline = 800, .due = mid_year})) ==
        Lines{"retargeted baseline:  | 800 家", "retargeted profile: at_due | linear",
              "redated due:  | 2024-06-30"});
  CHECK(between_targets(jj::reach(6, "%"), jj::reach(6, "%", {.measure = jj::Measure::growth})) ==
        Lines{"retargeted measure: share | growth", "retargeted profile: at_due | hold"});
  CHECK(between_targets(jj::reach(6, "平方公里"), jj::reach(6, "平方公里")).empty());
}

TEST_CASE("a target that came or went") {
  const auto diff = jj::diff(year_plan().indicator("x", "X", std::nullopt).build(),
                             year_plan().indicator("x", "X", jj::at_most(5, "%")).build());
  CHECK(fields_of(diff, "x") == Lines{"retargeted target:  | at most 5 %"});
}

TEST_CASE("a revision is another target") {
  auto draft = year_plan();
  draft.indicator("x", "X", year_count());
  const jj::Plan before = draft.build();
  draft.revise("x", {mid_year, jj::reach(300, "个", {.measure = jj::Measure::count}), "年中"});
  CHECK(fields_of(jj::diff(before, draft.build()), "x") ==
        Lines{"retargeted revisions:  | 2024-06-30 reach 300 个 (年中)"});
}

TEST_CASE("a target that follows an indicator follows it under another id") {
  const auto plan = [](const char* id, const char* title) {
    return year_plan()
        .indicator(id, title, jj::reach(5, "%", {.measure = jj::Measure::growth}))
        .indicator(
            "x", "X",
            jj::Target::relative(jj::Comparator::above, {id, 1}, jj::UnitTable::standard().at("%"),
                                 {.measure = jj::Measure::growth}))
        .build();
  };
  CHECK(fields_of(jj::diff(plan("a", "农民收入"), plan("b", "农民收入")), "x").empty());
  CHECK_FALSE(fields_of(jj::diff(plan("a", "农民收入"), plan("b", "城镇就业")), "x").empty());
}

TEST_CASE("goals, weights and vetoes of a node differ") {
  CHECK(between_tasks({.part_of = {"g"}}, {.part_of = {"h"}}) == Lines{"moved part_of: 总 | 另"});
  CHECK(between_tasks({}, {.part_of = {"h"}}) == Lines{"moved part_of:  | 另"});
  CHECK(between_tasks({.part_of = {"g"}}, {.part_of = {{"g", 2}}}) ==
        Lines{"reweighted part_of: 总 1 | 总 2"});
  CHECK(between_tasks({.part_of = {"g"}}, {.part_of = {{"g", 1, true}, "h"}}) ==
        Lines{"reweighted part_of: 总 1 | 总 1 veto", "moved part_of: 总 | 总, 另"});
}

TEST_CASE("owners, dates and dependencies differ") {
  CHECK(
      between_tasks({.owner = "住建局"}, {.owner = "发改局", .supporting = {"财政局", "国土局"}}) ==
      Lines{"reowned owner: 住建局 | 发改局", "reowned supporting:  | 财政局, 国土局"});
  CHECK(between_tasks({.due = mid_year}, {.due = mid_year + 1}) ==
        Lines{"redated due: 2024-06-30 | 2024-07-01"});
  // The default is no date of its own; a start makes the profile linear.
  CHECK(between_tasks({}, {.start = mid_year, .duration = 2}) ==
        Lines{"redated start:  | 2024-06-30", "redated duration:  | 2",
              "changed profile: at_due | linear"});
  // The same dates, but the due date is given as well.
  CHECK(between_tasks({.start = mid_year, .duration = 2},
                      {.start = mid_year, .due = mid_year + 1, .duration = 2}) ==
        Lines{"redated due:  | 2024-07-01"});
  CHECK(between_tasks({.depends_on = {"y", "z"}},
                      {.depends_on = {{"y", jj::DependencyType::SS, 3, "假定"}, "z"}}) ==
        Lines{"relinked depends_on: y FS | y SS+3 (假定)"});
}

TEST_CASE("what has no kind of its own is a change") {
  CHECK(
      between_tasks(
          {.progress = 0.5, .lifecycle = jj::Lifecycle::active, .tags = {"a"}},
          {.progress = 0.75, .lifecycle = jj::Lifecycle::done, .tags = {"a", "b"}, .note = "注"}) ==
      Lines{"changed lifecycle: active | done", "changed progress: 0.5 | 0.75",
            "changed tags: a | a, b", "changed note:  | 注"});
  const auto diff =
      jj::diff(year_plan().task("x", "X").build(), year_plan().goal("x", "X").build());
  CHECK(fields_of(diff, "x") == Lines{"changed kind: task | goal"});
}

TEST_CASE("a predecessor with another id is no other dependency") {
  const auto plan = [](const char* id) {
    return year_plan().task(id, "甲").task("x", "X", {.depends_on = {jj::DependsOn(id)}}).build();
  };
  const auto diff = jj::diff(plan("a"), plan("b"));
  CHECK(fields_of(diff, "x").empty());
  CHECK(fields_of(diff, "b") == Lines{"renumbered id: a | b"});
}

TEST_CASE("the heading differs") {
  auto after = year_plan();
  after.title("新").issuer("市政府").language(jj::Language::en).policy({.stale_after = 30});
  const auto diff = jj::diff(year_plan().build(), after.build());
  CHECK_FALSE(diff.empty());
  std::string fields;
  for (const jj::FieldDiff& field : diff.plan_fields(jj::Language::en)) fields += field.field + " ";
  CHECK(fields == "title issuer language policy ");
}

TEST_CASE("a heading that differs is counted and shown") {
  auto before = year_plan();
  auto after = year_plan();
  for (auto* draft : {&before, &after}) draft->title("旧").task("a", "甲").task("b", "乙");
  after.title("新").policy({.missing = jj::Missing::zero});
  const auto diff = jj::diff(before.build(), after.build());
  CHECK(diff.unchanged() == 2);
  CHECK(diff.count(jj::DiffKind::changed) == 0);
  CHECK(jj::to_text(diff, jj::Language::zh) ==
        "旧 → 新：计划抬头变化 2 项，未变 2 项\n计划抬头\n  标题 旧 → 新\n"
        "  评价规则 1.1 0.95 0.8 0.5 不计入 120 → 1.1 0.95 0.8 0.5 按零计 120\n");
  after.policy({});
  CHECK(jj::summary(jj::diff(before.build(), after.build()), jj::Language::en) ==
        "旧 → 新: 1 change of the heading, 2 unchanged");
}

TEST_CASE("the same quantity in another unit is no other target") {
  const jj::TargetOptions count{.measure = jj::Measure::count, .baseline = 20};
  const jj::TargetOptions hundreds{.measure = jj::Measure::count, .baseline = 0.2};
  CHECK(between_targets(jj::reach(100, "个", count), jj::reach(1, "百个", hundreds)) ==
        Lines{"reworded target: reach 100 个 | reach 1 百个"});
  CHECK(between_targets(jj::about(8000, "亩"), jj::about(0.8, "万亩")) ==
        Lines{"reworded target: about 8000 亩 | about 0.8 万亩"});
  CHECK(between_targets(jj::reach(10000, "户"), jj::reach(2, "万户")) ==
        Lines{"retargeted target: reach 10000 户 | reach 2 万户"});
  CHECK(between_targets(jj::reach(100, "个"), jj::reach(1, "百个", {.basis = "同口径"})) ==
        Lines{"retargeted basis:  | 同口径"});
  CHECK(between_targets(jj::about(100, "个", {.tolerance = 5}), jj::about(1, "百个")) ==
        Lines{"reworded target: about 100 个 | about 1 百个"});
  CHECK(between_targets(jj::about(100, "个"), jj::about(120, "个")) ==
        Lines{"retargeted target: about 100 个 | about 120 个"});
  const auto set_in = [](const char* unit) {
    return jj::Target::set_elsewhere("省", jj::UnitTable::standard().at(unit));
  };
  CHECK(between_targets(set_in("个"), set_in("百个")) == Lines{"reworded target: 个 | 百个"});
  auto before = year_plan();
  auto after = year_plan();
  before.indicator("x", "X", jj::reach(50, "个")).revise("x", {mid_year, jj::reach(100, "个"), ""});
  after.indicator("x", "X", jj::reach(50, "个")).revise("x", {mid_year, jj::reach(1, "百个"), ""});
  CHECK(fields_of(jj::diff(before.build(), after.build()), "x") ==
        Lines{"reworded revisions: 2024-06-30 reach 100 个 | 2024-06-30 reach 1 百个"});
}

TEST_CASE("Chinese differences are in the words of the glossary") {
  using Options = jj::NodeOptions;
  auto before = year_plan();
  auto after = year_plan();
  before.task("x", "X").goal("y", "Y").task("z", "Z").goal("g", "G").task("w", "W",
                                                                          {.depends_on = {"z"}});
  after.goal("x", "X").goal("y", "Y", Options{.rule = {jj::RuleKind::at_least, 2}});
  after.task("z", "Z", Options{.lifecycle = jj::Lifecycle::done, .firmness = jj::Firmness::must});
  after.goal("g", "G", Options{.rule = {jj::RuleKind::worst}});
  after.task("w", "W", {.depends_on = {{"z", jj::DependencyType::FF, 2, "设想"}}});
  const jj::TargetOptions flow{.measure = jj::Measure::count};
  const jj::TargetOptions other{.measure = jj::Measure::increment,
                                .direction = jj::Direction::lower,
                                .profile = jj::Profile(jj::ProfileKind::at_due),
                                .base = {jj::ComparisonBase::Kind::since, 2020}};
  before.indicator("t", "T", jj::reach(5, "个", flow));
  after.indicator("t", "T", jj::reach(5, "个", other));
  const std::string text = jj::to_text(jj::diff(before.build(), after.build()), jj::Language::zh);
  for (const char* words :
       {"节点类型 任务 → 目标", "汇总方式 加权平均 → 至少完成 2 项", "办理状态 办理中 → 已办结",
        "力度 承诺 → 确保", "汇总方式 加权平均 → 取最差的一项",
        "依赖 z 完成-开始 → z 完成-完成+2（设想）", "计量方式 数量 → 新增",
        "方向 越高越好 → 越低越好", "进度计划 线性 → 到期才要求", "比较基期 同比 → 较2020年"}) {
    CHECK(holds(text, words));
  }
}

TEST_CASE("titles that were exchanged are said to be") {
  const auto diff = jj::diff(year_plan().task("a", "建设东环路").task("b", "建设西环路").build(),
                             year_plan().task("a", "建设西环路").task("b", "建设东环路").build());
  CHECK(jj::to_text(diff, jj::Language::zh) ==
        "plan → plan：改写 2 项\n改写\n"
        "  建设西环路（a）：标题 建设东环路 → 建设西环路（与 b 互换）\n"
        "  建设东环路（b）：标题 建设西环路 → 建设东环路（与 a 互换）\n");
  CHECK(holds(jj::to_text(diff, jj::Language::en), "→ 建设西环路 (exchanged with b)\n"));
}

TEST_CASE("another order is a difference") {
  const auto diff = jj::diff(year_plan().task("a", "甲").task("b", "乙").build(),
                             year_plan().task("b", "乙").task("a", "甲").build());
  CHECK(diff.is_reordered());
  CHECK_FALSE(diff.empty());
  CHECK(diff.nodes().empty());
  CHECK(jj::summary(diff, jj::Language::zh) == "plan → plan：未变 2 项，次序有变");
}

TEST_CASE("a node with several differences is told under each kind") {
  auto before = year_plan();
  auto after = year_plan();
  before.task("x", "旧", {.owner = "甲局"});
  after.task("x", "新", {.owner = "乙局", .due = mid_year});
  const auto diff = jj::diff(before.build(), after.build());
  CHECK(jj::to_text(diff, jj::Language::zh) ==
        "plan → plan：改写 1 项，调整分工 1 项，调整日期 1 项\n"
        "改写\n  新（x）：标题 旧 → 新\n"
        "调整分工\n  新（x）：牵头单位 甲局 → 乙局\n"
        "调整日期\n  新（x）：到期日 无 → 2024-06-30\n");
  CHECK(holds(jj::to_text(diff, jj::Language::en), "redated\n  新 (x): due none → 2024-06-30\n"));
}

TEST_CASE("another spelling of a unit is no difference, and a tag with a comma is no two tags") {
  CHECK(between_targets(jj::reach(6, "平方公里"), jj::reach(6, "平方千米")).empty());
  CHECK(between_tasks({.tags = {"a, b"}}, {.tags = {"a", "b"}}) ==
        Lines{"changed tags: a, b | a, b"});
}
