// SPDX-License-Identifier: BSL-1.0

// Results of evaluations, and why they are so.

#include <functional>

#include <jinjiang/detail/text.hpp>

#include "bindings.hpp"

namespace {

std::string repr_of(const BoundResult& self) {
  const jj::NodeResult& result = self.result;
  const auto share = [](const std::optional<double>& value) {
    return value ? jj::detail::format_rounded(100 * *value, 2) + " %" : std::string("-");
  };
  std::string text = std::string(result.node.id()) + ": " +
                     std::string(jj::to_string(result.status)) + ", attainment " +
                     share(result.attainment);
  if (result.pace) text += ", pace " + jj::detail::format_rounded(*result.pace, 4);
  if (result.is_stale) text += ", stale";
  return "<NodeResult " + text + ">";
}

void bind_result(py::module_& module) {
  py::class_<BoundResult> type(module, "NodeResult", "The verdict on one node.");
  refuse_construction(type, "take it from an evaluation, as in now[\"land.reuse\"]");
  bind_copies(type);
  type.def_property_readonly(
          "node",
          [](const BoundResult& self) {
            return BoundNode{self.evaluation.plan(), self.result.node};
          },
          "The node that it is on.")
      .def_property_readonly(
          "id", [](const BoundResult& self) { return self.id(); }, "Of the node.")
      .def_property_readonly(
          "title", [](const BoundResult& self) { return self.result.node.title(); }, "Of the node.")
      .def_property_readonly(
          "as_of", [](const BoundResult& self) { return self.evaluation.as_of(); },
          "The day of the evaluation.")
      .def_property_readonly(
          "status", [](const BoundResult& self) { return self.result.status; },
          "The verdict; docs/rules.md, section 9.")
      .def_property_readonly(
          "attainment", [](const BoundResult& self) { return self.result.attainment; },
          "完成率, 0 to 1; None without data. docs/rules.md, sections 6 and 12.")
      .def_property_readonly(
          "progress", [](const BoundResult& self) { return self.result.progress; },
          "进度, unclamped; of a goal its attainment. docs/rules.md, section 6.")
      .def_property_readonly(
          "expected", [](const BoundResult& self) { return self.result.expected; },
          "序时进度 on the date of the reading, 0 to 1. docs/rules.md, section 7.")
      .def_property_readonly(
          "pace", [](const BoundResult& self) { return self.result.pace; },
          "进度比, progress / expected; None when nothing was expected. docs/rules.md, section 8.")
      .def_property_readonly(
          "coverage", [](const BoundResult& self) { return self.result.coverage; },
          "数据覆盖率, 0 to 1; None for a node that is left out of roll-ups. docs/rules.md, "
          "section 12.")
      .def_property_readonly(
          "value", [](const BoundResult& self) { return self.result.value; },
          "The reading, in `unit`.")
      .def_property_readonly(
          "unit", [](const BoundResult& self) { return self.result.unit; },
          "The target's unit; of a watched indicator the reading's own.")
      .def_property_readonly(
          "observed_on", [](const BoundResult& self) { return self.result.observed_on; },
          "Date of the reading, or None.")
      .def_property_readonly(
          "stage", [](const BoundResult& self) { return self.result.stage; },
          "How sure the reading is, or None.")
      .def_property_readonly(
          "basis", [](const BoundResult& self) { return self.result.basis; },
          "口径 of the reading.")
      .def_property_readonly(
          "stale", [](const BoundResult& self) { return self.result.is_stale; },
          "Whether the reading is older than the policy's limit.")
      .def_property_readonly(
          "revised_on", [](const BoundResult& self) { return self.result.revised_on; },
          "When the target in force took effect, if it is a revision.")
      .def(
          "__eq__", [](const BoundResult& a, const BoundResult& b) { return a == b; },
          py::is_operator())
      .def("__hash__",
           [](const BoundResult& self) { return std::hash<std::string_view>{}(self.id()); })
      .def("__repr__", [](const BoundResult& self) { return repr_of(self); });
}

void bind_explanation(py::module_& module) {
  using jj::Explanation;
  py::class_<Explanation> type(module, "Explanation",
                               "Why a node stands as it does; print it to read it.");
  refuse_construction(type, "ask an evaluation, as in now.explain(\"land.reuse\")");
  bind_copies(type);
  type.def(
      "__eq__",
      [](const Explanation& a, const Explanation& b) {
        return a.result.node.id() == b.result.node.id() && a.evaluation == b.evaluation;
      },
      py::is_operator());
  type.attr("__hash__") = py::none();
  type.def_property_readonly(
          "result",
          [](const Explanation& self) {
            return BoundResult{self.evaluation, self.result};
          },
          "Of the explained node.")
      .def_property_readonly(
          "parts",
          [](const Explanation& self) {
            py::list parts;
            for (const jj::ExplainedPart& part : self.parts) {
              parts.append(py::make_tuple(BoundResult{self.evaluation, part.result}, part.weight,
                                          part.share, part.is_veto));
            }
            return parts;
          },
          "Of a goal: (result, weight, share of the attainment, veto).")
      .def_property_readonly(
          "terms",
          [](const Explanation& self) {
            py::list terms;
            for (const jj::ShortfallTerm& term : self.terms) {
              terms.append(py::make_tuple(BoundNode{self.evaluation.plan(), term.node}, term.share,
                                          term.shortfall));
            }
            return terms;
          },
          "Of a goal: (leaf, share, shortfall), largest first; with `unfilled` they add up to 1 - "
          "attainment.")
      .def_readonly("unfilled", &Explanation::unfilled, "Shortfall of places that no part fills.")
      .def(
          "to_text",
          [](const Explanation& self, std::optional<jj::Language> language) {
            return jj::to_text(self, language.value_or(self.evaluation.plan().language()));
          },
          py::arg("language") = py::none(), R"(In words; docs/rules.md, section 14.

Parameters
----------
language : zh or en; default the plan's)")
      .def("__str__",
           [](const Explanation& self) {
             return jj::to_text(self, self.evaluation.plan().language());
           })
      .def("__repr__", [](const Explanation& self) {
        return "<Explanation of " + std::string(self.result.node.id()) + ": " +
               std::string(jj::to_string(self.result.status)) + ", " +
               std::to_string(self.terms.size()) + " terms>";
      });
  py::class_<jj::OwnerSummary> summary(module, "OwnerSummary", "The leaves of one lead unit.");
  refuse_construction(summary, "ask an evaluation, as in now.by_owner()");
  summary.def_readonly("owner", &jj::OwnerSummary::owner, "Empty: of nobody.")
      .def_readonly("nodes", &jj::OwnerSummary::nodes, "Number of its indicators and tasks.")
      .def_readonly("met", &jj::OwnerSummary::met, "How many of them are met or met early.")
      .def_readonly("behind", &jj::OwnerSummary::behind,
                    "How many are missed, off track, blocked or at risk.")
      .def_readonly("no_data", &jj::OwnerSummary::no_data, "How many have no data.")
      .def_readonly("attainment", &jj::OwnerSummary::attainment, "Mean over the leaves with data.")
      .def(
          "__eq__",
          [](const jj::OwnerSummary& a, const jj::OwnerSummary& b) {
            return a.owner == b.owner && a.nodes == b.nodes && a.met == b.met &&
                   a.behind == b.behind && a.no_data == b.no_data && a.attainment == b.attainment;
          },
          py::is_operator())
      .def("__repr__", [](const jj::OwnerSummary& self) {
        return "<OwnerSummary " + jj::detail::in_quotes(self.owner) + ": " +
               std::to_string(self.nodes) + " nodes, " + std::to_string(self.met) + " met, " +
               std::to_string(self.behind) + " behind>";
      });
}

}  // namespace

void bind_results(py::module_& module) {
  bind_result(module);
  bind_sequence<BoundResult>(module, "ResultList", "A sequence of results: by number, slice or id.",
                             "take it from an evaluation, as in now.results");
  bind_explanation(module);
}
