// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io.hpp>

#include "files.hpp"
#include "watched_call.hpp"

namespace {

BoundSequence<BoundResult> bound_results(const jj::Evaluation& evaluation,
                                         const std::vector<jj::NodeResult>& results) {
  BoundSequence<BoundResult> sequence;
  for (const jj::NodeResult& result : results) sequence.items.push_back({evaluation, result});
  return sequence;
}

void bind_evaluate() {
  auto plan = py::reinterpret_borrow<py::class_<jj::Plan>>(py::type::of<jj::Plan>());
  plan.def(
      "evaluate",
      [](const jj::Plan& self, const jj::Observations* observations, std::optional<jj::Date> as_of,
         std::optional<jj::Policy> policy, std::optional<jj::Date> known_by, std::string basis,
         bool ignore_unknown, int threads) {
        if (threads < 0) {
          throw jj::Error("threads: expected 0 or more, found " + std::to_string(threads) +
                          "; 0 stands for as many as the machine has");
        }
        const jj::Observations seen = observations == nullptr ? jj::Observations{} : *observations;
        const py::gil_scoped_release unlocked;
        return jj::evaluate(self, seen, as_of.value_or(self.period().end()),
                            {.policy = policy,
                             .known_by = known_by,
                             .basis = std::move(basis),
                             .ignore_unknown = ignore_unknown,
                             .threads = static_cast<unsigned>(threads)});
      },
      py::arg("observations") = nullptr, py::arg("as_of") = py::none(), py::kw_only(),
      py::arg("policy") = py::none(), py::arg("known_by") = py::none(), py::arg("basis") = "",
      py::arg("ignore_unknown") = false, py::arg("threads") = 1,
      R"(How the plan stands at the end of a day.

Parameters
----------
observations : Observations
as_of : date; default the end of the plan
policy : Policy; default the plan's
known_by : only what was known by the end of this day
basis : 口径 for targets that do not name one
ignore_unknown : pass over observations of ids that the plan does not have
threads : 0 for as many as the machine has; the result is the same

Raises
------
ObservationError
    Observations contradict each other, do not fit their node, or name unknown ids.

>>> import jinjiang as jj
>>> draft = jj.PlanBuilder("demo", start="2025-01-01", end="2025-12-31")
>>> draft.indicator("gdp", "经济增长", target="6%", measure="growth")
>>> seen = jj.Observations()
>>> seen.add("gdp", "2025-03-31", 6.1, basis="可比", known_on="2025-04-20")
>>> plan = draft.build()
>>> plan.evaluate(seen, "2025-06-30", basis="可比")["gdp"].status
<Status.on_track: 'on_track'>
>>> plan.evaluate(seen, "2025-06-30", known_by="2025-04-10")["gdp"].status
<Status.no_data: 'no_data'>)");
}

std::string repr_of(const jj::Evaluation& self) {
  std::array<std::size_t, jj::EnumNames<jj::Status>::all.size()> counts{};
  for (const jj::NodeResult& result : self.results()) {
    if (result.node.kind() != jj::NodeKind::goal) ++counts[static_cast<std::size_t>(result.status)];
  }
  std::string text =
      "<Evaluation of " + self.plan().id() + " as of " + jj::to_string(self.as_of()) + ":";
  bool is_first = true;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    text += (is_first ? " " : ", ") + std::to_string(counts[i]) + " " +
            std::string(jj::label(static_cast<jj::Status>(i), jj::Language::en));
    is_first = false;
  }
  return text + ">";
}

}  // namespace

void bind_loading(py::module_& module) {
  module.def(
      "load_evaluation",
      [](const py::object& source, const std::optional<jj::Plan>& plan) {
        const Contents contents = contents_of(source);
        const jj::io::ReadOptions options{.file = contents.name};
        return watched([&] {
          return plan ? jj::io::read_evaluation(contents.bytes, *plan, options)
                      : jj::io::read_evaluation(contents.bytes, options);
        });
      },
      py::arg("source"), py::arg("plan") = py::none(),
      "An evaluation from a path, - or an open file.");
}

void bind_evaluation(py::module_& module) {
  bind_results(module);
  py::class_<jj::Evaluation> type(
      module, "Evaluation", R"(How a plan stands on a day; `now["id"]` is the result of a node.)");
  refuse_construction(type, "evaluate a plan, as in plan.evaluate(observations, \"2024-09-30\")");
  type.def_property_readonly("plan", &jj::Evaluation::plan, "The plan that was evaluated.")
      .def_property_readonly("observations", &jj::Evaluation::observations,
                             "All that were given, also those that do not count.")
      .def_property_readonly("as_of", &jj::Evaluation::as_of,
                             "The day at whose end the plan stands so.")
      .def_property_readonly("policy", &jj::Evaluation::policy,
                             "The plan's, or the one that was given in its place.")
      .def_property_readonly("known_by", &jj::Evaluation::known_by,
                             "The day by whose end readings had to be known, or None.")
      .def_property_readonly("basis", &jj::Evaluation::basis,
                             "口径 for targets that do not name one; may be empty.")
      .def_property_readonly(
          "results", [](const jj::Evaluation& self) { return bound_results(self, self.results()); },
          "All results in the author's order.")
      .def("__len__", &jj::Evaluation::size)
      .def(
          "__getitem__",
          [](const jj::Evaluation& self, const std::string& id) {
            return BoundResult{self, self[id]};
          },
          py::arg("id"),
          "The result of a node.\n\nRaises\n------\nUnknownIdError\n    Names the nearest ids.")
      .def("__contains__", [](const jj::Evaluation& self,
                              const std::string& id) { return self.plan().contains(id); })
      .def("__contains__", [](const jj::Evaluation&, const py::object&) { return false; })
      .def("__iter__",
           [](const jj::Evaluation& self) {
             return py::iter(py::cast(bound_results(self, self.results())));
           })
      .def("_ipython_key_completions_",
           [](const py::object& self) {
             return self.attr("plan").attr("_ipython_key_completions_")();
           })
      .def(
          "behind", [](const jj::Evaluation& self) { return bound_results(self, self.behind()); },
          "Leaves that need attention: missed, off track, blocked, at risk, worst first.")
      .def("by_owner", &jj::Evaluation::by_owner, "The leaves by lead unit.")
      .def(
          "explain",
          [](const jj::Evaluation& self, const std::string& id) { return jj::explain(self, id); },
          py::arg("id"),
          R"(Why a node stands as it does; docs/rules.md, section 14.

Parameters
----------
id : of a node

Raises
------
UnknownIdError
    Names the nearest ids.)")
      .def(
          "to_json",
          [](const jj::Evaluation& self) {
            const py::gil_scoped_release unlocked;
            return jj::io::write_evaluation_json(self);
          },
          "As a JSON document.")
      .def_static(
          "from_json",
          [](const std::string& text, const jj::Plan& plan) {
            const py::gil_scoped_release unlocked;
            return jj::io::read_evaluation_json(text, plan);
          },
          py::arg("text"), py::arg("plan"), R"(From a JSON document and the plan that it evaluates.

It is evaluated again: a document cannot say what its plan and observations do not.

Parameters
----------
text : as `to_json` gives it
plan : the plan that was evaluated

Raises
------
FormatError
    It is no evaluation, or one of another plan.)")
      .def(
          "save",
          [](const jj::Evaluation& self, const py::object& path,
             std::optional<std::string> format) {
            save_to(path, format,
                    [&](auto chosen) { return jj::io::write_evaluation(self, chosen); });
          },
          py::arg("path"), py::kw_only(), py::arg("format") = py::none(),
          R"(Writes it to a path (- is standard output) or an open file.

Parameters
----------
path : a path, or an object with a method `write`
format : json, which leaves out the plan, jjx, which holds it, or csv, the results alone; default
    by the name, JSON where there is none)")
      .def(
          "to_csv",
          [](const jj::Evaluation& self) {
            const py::gil_scoped_release unlocked;
            return jj::io::write_evaluation_csv(self);
          },
          "As CSV text, one row a node in outline order.")
      .def(
          "__eq__", [](const jj::Evaluation& a, const jj::Evaluation& b) { return a == b; },
          py::is_operator())
      .def("__hash__",
           [](const jj::Evaluation& self) {
             return std::hash<std::string>{}(self.plan().id()) ^
                    static_cast<std::size_t>(self.as_of().days_since_epoch());
           })
      .def("__copy__", [](const jj::Evaluation& self) { return self; })
      .def(
          "__deepcopy__", [](const jj::Evaluation& self, const py::dict&) { return self; },
          py::arg("memo"))
      .def("__repr__", [](const jj::Evaluation& self) { return repr_of(self); });
  bind_evaluate();
  bind_loading(module);
}
