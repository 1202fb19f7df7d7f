// SPDX-License-Identifier: BSL-1.0

// Enumerations, as StrEnums: their members are their names.

#include <jinjiang/analysis.hpp>
#include <jinjiang/reading.hpp>

#include "bindings.hpp"

namespace {

template <jj::NamedEnum Enum>
void bind_enum(py::module_& module, const char* name, const char* doc) {
  py::object& type = enum_class<Enum>(name);
  type.attr("__doc__") = doc;
  module.attr(name) = type;
}

}  // namespace

void bind_enums(py::module_& module) {
  bind_enum<jj::Language>(module, "Language", "Of reports: zh or en.");
  bind_enum<jj::NodeKind>(module, "NodeKind",
                          "What a node is: goal 目标, indicator 指标, task 任务.");
  bind_enum<jj::Comparator>(module, "Comparator",
                            "How a figure is to be read: reach, at_least 以上, above 超, at_most "
                            "以内, below 低于, about 左右, between.");
  bind_enum<jj::Direction>(module, "Direction", "Which way is better: higher, lower, within.");
  bind_enum<jj::Measure>(
      module, "Measure",
      "What kind of number: level 存量, increment 新增, net_increment 净增, count "
      "数量, growth 增速, change 百分点变化, share 占比, rank 位次.");
  bind_enum<jj::Firmness>(
      module, "Firmness",
      "How firmly it was promised: must 确保, committed, stretch 力争, exploratory 探索.");
  bind_enum<jj::Lifecycle>(module, "Lifecycle",
                           "Where the work on a node stands administratively.");
  bind_enum<jj::ProfileKind>(module, "ProfileKind", "How much of the way is expected by a date.");
  bind_enum<jj::Stage>(module, "Stage",
                       "How sure an observation is: estimate 预计, provisional 初步, final 最终.");
  bind_enum<jj::Span>(module, "Span",
                      "Whether a reading of a flow is cumulative 累计 or per_period 当期.");
  bind_enum<jj::DependencyType>(module, "DependencyType",
                                "Finish-to-start and so on: FS, SS, FF, SF.");
  bind_enum<jj::LinkKind>(module, "LinkKind",
                          "What a link says: part 隶属 of a goal, or dependency 依赖.");
  bind_enum<jj::RuleKind>(module, "RuleKind",
                          "How a goal is made of its parts: mean, worst, at_least, all.");
  bind_enum<jj::Missing>(module, "Missing",
                         "What a part without data counts as: exclude, zero, expected.");
  bind_enum<jj::Status>(module, "Status", "The verdict on a node.");
  bind_enum<jj::DiffKind>(module, "DiffKind", "What became of a node from one plan to the other.");
  bind_enum<jj::MatchedBy>(module, "MatchedBy", "How a node of one plan was found in the other.");
  bind_enum<jj::Severity>(module, "Severity", "How much a finding weighs: problem or advice.");
  bind_enum<jj::reading::Outcome>(module, "Outcome", "What became of some words of a report.");
  bind_enum<jj::reading::TrapKind>(module, "TrapKind", "Numbers that promise nothing.");
  bind_enum<jj::reading::ProjectStage>(
      module, "ProjectStage",
      "How far a project is to come: signed_up 签约, landed 落地, started 开工, completed 竣工, "
      "in_operation 投产, at_capacity 达产.");
  bind_enum<jj::reading::ReportPart>(module, "ReportPart", "What a part of a report is for.");
  bind_enum<jj::reading::BlockKind>(module, "BlockKind", "What a block of a report is.");
  bind_enum<jj::Cause>(module, "Cause", "Why a node stands otherwise in another evaluation.");
  bind_enum<jj::Obstacle>(module, "Obstacle", "Why an aim of a goal seek is out of reach.");
  bind_enum<jj::Weekday>(module, "Weekday", "monday to sunday.");
  bind_enum<jj::Critical>(module, "Critical",
                          "What makes a node critical: zero_float or longest_path.");
  bind_enum<jj::WorkState>(module, "WorkState",
                           "How far work is: not_begun, begun, finished, left_out.");
  bind_enum<jj::DurationSource>(
      module, "DurationSource",
      "Where a duration comes from: dates, given, assumed, actual or parts.");
  module.def(
      "label",
      [](jj::Status status, jj::Language language) {
        return std::string(jj::label(status, language));
      },
      py::arg("status"), py::arg("language"),
      "The word that a reader sees for a status, in zh or en.");
}
