// SPDX-License-Identifier: BSL-1.0

// What is found in a plan.

#include <memory>

#include <jinjiang/analysis.hpp>

#include "bindings.hpp"
#include "watched_call.hpp"

struct BoundReport {
  std::shared_ptr<const jj::CheckReport> report;
};

/// A finding with its report.
struct BoundFinding {
  std::shared_ptr<const jj::CheckReport> report;
  std::size_t index;

  [[nodiscard]] const jj::Finding& finding() const { return report->findings()[index]; }
  [[nodiscard]] std::string message() const {
    return jj::describe(finding(), report->plan().language());
  }
  [[nodiscard]] std::string_view id() const {
    return finding().node ? finding().node->id() : std::string_view{};
  }
  friend bool operator==(const BoundFinding& a, const BoundFinding& b) {
    return a.finding().code == b.finding().code && a.id() == b.id() && a.message() == b.message();
  }
};

namespace {

using Language = std::optional<jj::Language>;

std::vector<BoundFinding> findings_of(const BoundReport& self) {
  std::vector<BoundFinding> findings;
  findings.reserve(self.report->findings().size());
  for (std::size_t i = 0; i < self.report->findings().size(); ++i)
    findings.push_back({self.report, i});
  return findings;
}

std::vector<BoundFinding> findings_with(const BoundReport& self, jj::Severity severity) {
  std::vector<BoundFinding> findings = findings_of(self);
  std::erase_if(findings, [severity](const BoundFinding& each) {
    return each.finding().severity() != severity;
  });
  return findings;
}

BoundFinding finding_at(const BoundReport& self, py::ssize_t i) {
  const auto size = static_cast<py::ssize_t>(self.report->findings().size());
  if (i < -size || i >= size) {
    throw py::index_error("index " + std::to_string(i) + " is out of range: there are " +
                          std::to_string(size) + " findings");
  }
  return {self.report, static_cast<std::size_t>(i < 0 ? i + size : i)};
}

jj::CheckCode code_named(const std::string& name) {
  if (const auto code = jj::find_enum<jj::CheckCode>(name)) return *code;
  const auto& names = jj::EnumNames<jj::CheckCode>::all;
  throw jj::UnknownIdError("no check " + jj::detail::in_quotes(name) +
                           jj::detail::nearest_hint(jj::detail::nearest(name, names)));
}

void bind_finding(py::module_& module) {
  py::class_<BoundFinding> type(module, "Finding", "One thing that was found in a plan.");
  refuse_construction(type, "plan.check() gives them");
  bind_copies(type);
  const auto language = [](const BoundFinding& self, Language wanted) {
    return wanted.value_or(self.report->plan().language());
  };
  type.def_property_readonly(
          "code",
          [](const BoundFinding& self) { return std::string(jj::to_string(self.finding().code)); },
          "Which check found it, as in x-silence.")
      .def_property_readonly(
          "severity", [](const BoundFinding& self) { return self.finding().severity(); },
          "problem or advice")
      .def_property_readonly(
          "node",
          [](const BoundFinding& self) -> py::object {
            if (!self.finding().node) return py::none();
            return py::cast(BoundNode{self.report->plan(), *self.finding().node});
          },
          "The node it is about, or None when it is about the plan itself.")
      .def_property_readonly(
          "others",
          [](const BoundFinding& self) {
            return BoundSequence<BoundNode>{
                bound_nodes(self.report->plan(), self.finding().others)};
          },
          "The goal, sibling or predecessor it is about, first.")
      .def_property_readonly("message", &BoundFinding::message,
                             "The finding in a sentence, in the language of the plan.")
      .def_property_readonly(
          "hint",
          [language](const BoundFinding& self) {
            return std::string(jj::hint(self.finding().code, language(self, {})));
          },
          "What to do about it, in the language of the plan.")
      .def(
          "describe",
          [language](const BoundFinding& self, Language wanted) {
            return jj::describe(self.finding(), language(self, wanted));
          },
          py::arg("language") = py::none(), R"(What was found, in a sentence.

Parameters
----------
language : zh or en; default the plan's)")
      .def(
          "__eq__", [](const BoundFinding& a, const BoundFinding& b) { return a == b; },
          py::is_operator())
      .def("__hash__",
           [](const BoundFinding& self) {
             return std::hash<std::string_view>{}(self.id()) ^
                    static_cast<std::size_t>(self.finding().code);
           })
      .def("__repr__",
           [](const BoundFinding& self) {
             return "<Finding " + std::string(jj::to_string(self.finding().severity())) + " " +
                    std::string(jj::to_string(self.finding().code)) + ": " + self.message() + ">";
           })
      .def("__reduce__", [](const BoundFinding& self) {
        return py::make_tuple(py::module_::import("operator").attr("getitem"),
                              py::make_tuple(BoundReport{self.report}, self.index));
      });
}

void bind_report(py::module_& module) {
  py::class_<BoundReport> type(module, "CheckReport",
                               "All that was found in a plan: a sequence of findings.");
  refuse_construction(type, "plan.check() gives it");
  bind_copies(type);
  type.def_property_readonly(
          "plan", [](const BoundReport& self) { return self.report->plan(); },
          "The plan that was checked.")
      .def_property_readonly("findings", &findings_of,
                             "In the author's order of their nodes, those about the plan first.")
      .def_property_readonly(
          "problems",
          [](const BoundReport& self) { return findings_with(self, jj::Severity::problem); },
          "The findings by which the plan contradicts itself.")
      .def_property_readonly(
          "advice",
          [](const BoundReport& self) { return findings_with(self, jj::Severity::advice); },
          "The findings that may be meant, and mostly are not.")
      .def_property_readonly(
          "silenced", [](const BoundReport& self) { return self.report->silenced(); },
          "How many more there would be if the plan silenced none.")
      .def(
          "of",
          [](const BoundReport& self, const std::string& code) {
            std::vector<BoundFinding> findings = findings_of(self);
            std::erase_if(findings, [wanted = code_named(code)](const BoundFinding& each) {
              return each.finding().code != wanted;
            });
            return findings;
          },
          py::arg("code"),
          R"(The findings with a code.

Parameters
----------
code : such as indicator-without-owner

Raises
------
UnknownIdError
    No check has this code; names the nearest.)")
      .def("__len__", [](const BoundReport& self) { return self.report->findings().size(); })
      .def("__getitem__", &finding_at, py::arg("index"),
           "The finding at a position, counting from 0 (or back from -1).")
      .def("__iter__",
           [](const py::object& self) {
             return py::reinterpret_steal<py::iterator>(PySeqIter_New(self.ptr()));
           })
      .def(
          "__eq__",
          [](const BoundReport& a, const BoundReport& b) {
            return a.report == b.report || a.report->plan() == b.report->plan();
          },
          py::is_operator())
      .def("__repr__",
           [](const BoundReport& self) {
             const std::size_t problems = self.report->problems();
             return "<CheckReport " + self.report->plan().id() + ": " + std::to_string(problems) +
                    " problems, " + std::to_string(self.report->findings().size() - problems) +
                    " pieces of advice, " + std::to_string(self.report->silenced()) + " silenced>";
           })
      .def("__reduce__",
           [](const BoundReport& self) {
             return py::make_tuple(py::module_::import("jinjiang._core").attr("check"),
                                   py::make_tuple(self.report->plan()));
           })
      .attr("__hash__") = py::none();
}

}  // namespace

void bind_check(py::module_& module) {
  bind_finding(module);
  bind_report(module);
  module.def(
      "check",
      [](const jj::Plan& plan) {
        return watched(
            [&] { return BoundReport{std::make_shared<const jj::CheckReport>(jj::check(plan))}; });
      },
      py::arg("plan"), "All that is found in a plan.");
  module.def(
      "check_codes",
      [] {
        std::vector<std::tuple<std::string, jj::Severity>> codes;
        for (std::size_t i = 0; i < jj::EnumNames<jj::CheckCode>::all.size(); ++i) {
          const auto code = static_cast<jj::CheckCode>(i);
          codes.emplace_back(jj::to_string(code), jj::severity_of(code));
        }
        return codes;
      },
      "Every code with its severity.");
  module.def(
      "check_label",
      [](const std::string& code, jj::Language language) {
        return std::string(jj::label(code_named(code), language));
      },
      py::arg("code"), py::arg("language"), "What a check finds, in a few words.");
  module.def(
      "severity_label",
      [](jj::Severity severity, jj::Language language) {
        return std::string(jj::label(severity, language));
      },
      py::arg("severity"), py::arg("language"), "The word that a reader sees for a severity.");
  module.def(
      "check_hint",
      [](const std::string& code, jj::Language language) {
        return std::string(jj::hint(code_named(code), language));
      },
      py::arg("code"), py::arg("language"), "What to do about what a check finds.");
  const py::object plan = py::type::of<jj::Plan>();
  plan.attr("check") = py::cpp_function(
      [](const jj::Plan& self) {
        return watched(
            [&] { return BoundReport{std::make_shared<const jj::CheckReport>(jj::check(self))}; });
      },
      py::name("check"), py::is_method(plan),
      "All that is found in it: problems and advice, each with a code, a node and a sentence.\n\n"
      "What the extension `x-silence` names is left out, on the plan or on a node.");
}
