// SPDX-License-Identifier: BSL-1.0

// The builder behind jinjiang.PlanBuilder, which brings its keywords into one form.

#include "bindings.hpp"

namespace {

template <class Value>
void take(const py::dict& options, const char* key, Value& value) {
  if (options.contains(key)) value = cast_to<Value>(key, options[key]);
}

/// Pairs of a key and a JSON text, as jinjiang.PlanBuilder makes them.
jj::Extensions to_extensions(const py::object& pairs) {
  return cast_to<jj::Extensions>("extensions", pairs, "a mapping of keys x-... and values of JSON");
}

}  // namespace

/// From the keywords that jinjiang.PlanBuilder has brought into one form.
jj::NodeOptions node_options(const py::dict& options) {
  jj::NodeOptions result;
  take(options, "measure", result.measure);
  take(options, "owner", result.owner);
  take(options, "supporting", result.supporting);
  take(options, "start", result.start);
  take(options, "due", result.due);
  take(options, "duration", result.duration);
  take(options, "progress", result.progress);
  take(options, "lifecycle", result.lifecycle);
  take(options, "firmness", result.firmness);
  take(options, "tags", result.tags);
  take(options, "note", result.note);
  if (options.contains("extensions")) result.extensions = to_extensions(options["extensions"]);
  if (options.contains("profile")) result.profile = to_profile(options["profile"]);
  if (options.contains("rule")) result.rule = to_rule(options["rule"]);
  if (options.contains("source")) result.source = to_source(options["source"]);
  if (options.contains("part_of")) {
    for (const auto& link : options["part_of"]) {
      const auto [goal, weight, veto] = cast_to<std::tuple<std::string, double, bool>>(
          "part_of", link, "an id, a number above 0 and True or False");
      result.part_of.emplace_back(goal, weight, veto);
    }
  }
  if (options.contains("depends_on")) {
    for (const auto& link : options["depends_on"]) {
      const auto [id, type, lag, assumption] =
          cast_to<std::tuple<std::string, jj::DependencyType, int, std::string>>(
              "depends_on", link, "an id, FS, SS, FF or SF, days, and a text");
      result.depends_on.emplace_back(id, type, lag, assumption);
    }
  }
  return result;
}

void bind_builder(py::module_& module) {
  using Builder = jj::PlanBuilder;
  py::class_<Builder>(module, "PlanBuilder", "The compiled part of jinjiang.PlanBuilder.")
      .def(py::init([](std::string id, jj::Date start, jj::Date end) {
             return Builder(std::move(id), jj::Period{start, end});
           }),
           py::arg("id"), py::arg("start"), py::arg("end"))
      .def(py::init<const jj::Plan&>(), py::arg("plan"))
      .def("heading",
           [](Builder& self, const py::dict& options) {
             if (options.contains("title"))
               self.title(cast_to<std::string>("title", options["title"]));
             if (options.contains("issuer"))
               self.issuer(cast_to<std::string>("issuer", options["issuer"]));
             if (options.contains("language"))
               self.language(cast_to<jj::Language>("language", options["language"]));
             if (options.contains("policy"))
               self.policy(cast_to<jj::Policy>("policy", options["policy"]));
             if (options.contains("units"))
               self.units(cast_to<jj::UnitTable>("units", options["units"]));
             if (options.contains("source")) self.source(to_source(options["source"]));
             if (options.contains("extensions"))
               self.extensions(to_extensions(options["extensions"]));
           })
      .def(
          "goal",
          [](Builder& self, const std::string& id, const std::string& title,
             const py::dict& options) { self.goal(id, title, node_options(options)); },
          py::arg("id"), py::arg("title"), py::arg("options"))
      .def(
          "indicator",
          [](Builder& self, const std::string& id, const std::string& title,
             const std::optional<jj::Target>& target, const py::dict& options) {
            if (target) {
              self.indicator(id, title, *target, node_options(options));
            } else {
              self.indicator(id, title, std::nullopt, node_options(options));
            }
          },
          py::arg("id"), py::arg("title"), py::arg("target"), py::arg("options"))
      .def(
          "task",
          [](Builder& self, const std::string& id, const std::string& title,
             const py::dict& options) { self.task(id, title, node_options(options)); },
          py::arg("id"), py::arg("title"), py::arg("options"))
      .def(
          "part_of",
          [](Builder& self, const std::string& child, const std::string& goal, double weight,
             bool veto) { self.part_of(child, jj::PartOf(goal, weight, veto)); },
          py::arg("child"), py::arg("goal"), py::arg("weight"), py::arg("veto"))
      .def(
          "depends_on",
          [](Builder& self, const std::string& successor, const std::string& predecessor,
             jj::DependencyType type, int lag, const std::string& assumption) {
            self.depends_on(successor, jj::DependsOn(predecessor, type, lag, assumption));
          },
          py::arg("successor"), py::arg("predecessor"), py::arg("type"), py::arg("lag"),
          py::arg("assumption"))
      .def(
          "revise",
          [](Builder& self, const std::string& id, jj::Date effective, const jj::Target& target,
             std::string reason) {
            self.revise(id, {effective, target, std::move(reason)});
          },
          py::arg("id"), py::arg("effective"), py::arg("target"), py::arg("reason"))
      .def(
          "lifecycle",
          [](Builder& self, const std::string& id, jj::Lifecycle to) { self.lifecycle(id, to); },
          py::arg("id"), py::arg("lifecycle"))
      .def(
          "remove", [](Builder& self, const std::string& id) { self.remove(id); }, py::arg("id"))
      .def("__len__", &Builder::size)
      .def("build", [](const Builder& self) {
        const py::gil_scoped_release unlocked;
        return self.build();
      });
}
