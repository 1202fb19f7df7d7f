// SPDX-License-Identifier: BSL-1.0

// Archives as bytes, and pickling: what is large by its archive, what is small by its parts, and
// what belongs to a plan or an evaluation by its owner and id.

#include <pybind11/stl.h>

#include "files.hpp"

namespace {

/// Gives a class the method __reduce__: (function, arguments) that make the object again.
template <class Class, class Reduce>
void bind_reduce(const Reduce& reduce) {
  const py::object type = py::type::of<Class>();
  type.attr("__reduce__") = py::cpp_function(reduce, py::name("__reduce__"), py::is_method(type),
                                             "What pickle keeps. Unpickle only what you trust.");
}

/// A function of the module, which pickle finds again by its name.
py::object call_of(const char* function) {
  return py::module_::import("jinjiang._core").attr(function);
}

template <class Class, class Write, class Read>
void bind_bytes(py::module_& module, const char* function, const Write& write, const Read& read) {
  const auto from_bytes = [read](const py::bytes& data, const std::string& name) {
    const std::string_view bytes = data;
    const py::gil_scoped_release unlocked;
    return read(bytes, jj::io::ReadOptions{.file = name});
  };
  auto type = py::reinterpret_borrow<py::class_<Class>>(py::type::of<Class>());
  type.def(
      "to_bytes",
      [write](const Class& self) {
        std::string bytes;
        {
          const py::gil_scoped_release unlocked;
          bytes = write(self);
        }
        return py::bytes(bytes);
      },
      "As a .jjx archive; equal values give equal bytes.");
  type.def_static("from_bytes", from_bytes, py::arg("data"), py::arg("name") = "",
                  R"(From a .jjx archive.

Parameters
----------
data : bytes, as `to_bytes` gives them
name : of the archive, for messages; default none

Raises
------
FormatError
    It is damaged, of a newer version, holds something else, or is no archive.)");
  module.def(function, from_bytes, py::arg("data"), py::arg("name") = "");
  const std::string name = function;
  bind_reduce<Class>([name](const py::object& self) {
    return py::make_tuple(call_of(name.c_str()), py::make_tuple(self.attr("to_bytes")()));
  });
}

void bind_units(py::module_& module) {
  module.def(
      "_unit",
      [](std::string symbol, std::string dimension, double numerator, double denominator) {
        if (symbol.empty()) return jj::Unit{};
        return jj::Unit({std::move(symbol), std::move(dimension), numerator, denominator});
      },
      py::arg("symbol"), py::arg("dimension"), py::arg("numerator"), py::arg("denominator"));
  bind_reduce<jj::Unit>([](jj::Unit self) {
    const jj::UnitDefinition& unit = self.definition();
    return py::make_tuple(call_of("_unit"), py::make_tuple(unit.symbol, unit.dimension,
                                                           unit.numerator, unit.denominator));
  });
  module.def(
      "_unit_table",
      [](const std::vector<std::tuple<std::string, std::string, double, double>>& own) {
        jj::UnitTable units = jj::UnitTable::standard();
        for (const auto& [symbol, dimension, numerator, denominator] : own)
          units.add(symbol, dimension, numerator, denominator);
        return units;
      },
      py::arg("own"));
  bind_reduce<jj::UnitTable>([](const jj::UnitTable& self) {
    py::list own;
    for (const auto& unit : self.difference(jj::UnitTable::standard())) {
      own.append(py::make_tuple(unit.symbol, unit.dimension, unit.numerator, unit.denominator));
    }
    return py::make_tuple(call_of("_unit_table"), py::make_tuple(own));
  });
  bind_reduce<jj::Quantity>([](const jj::Quantity& self) {
    return py::make_tuple(py::type::of<jj::Quantity>(), py::make_tuple(self.value(), self.unit()));
  });
}

void bind_profiles(py::module_& module) {
  using Steps = std::vector<std::pair<jj::Date, double>>;
  module.def("_profile",
             [](jj::ProfileKind kind, const std::vector<double>& shares, const Steps& steps) {
               if (kind == jj::ProfileKind::monthly) return jj::Profile::monthly(shares);
               if (kind != jj::ProfileKind::milestones) return jj::Profile(kind);
               std::vector<jj::Milestone> milestones;
               for (const auto& [date, fraction] : steps) milestones.push_back({date, fraction});
               return jj::Profile::milestones(std::move(milestones));
             });
  bind_reduce<jj::Profile>([](const jj::Profile& self) {
    Steps steps;
    for (const jj::Milestone& step : self.steps()) steps.emplace_back(step.date, step.fraction);
    return py::make_tuple(call_of("_profile"), py::make_tuple(self.kind(), self.shares(), steps));
  });
}

using Numbers = std::tuple<double, std::optional<double>, std::optional<double>,
                           std::optional<double>>;  ///< value, upper, baseline, tolerance
using Words = std::tuple<jj::Comparator, jj::Measure, jj::Direction, jj::Firmness>;
using Texts = std::tuple<std::string, std::string, std::string>;  ///< basis, base, set_by

void bind_targets(py::module_& module) {
  module.def("_target",
             [](const Words& words, const Numbers& numbers, jj::Unit unit, const Texts& texts,
                std::optional<jj::Date> due, const jj::Profile& profile,
                std::optional<std::pair<std::string, double>> relative_to) {
               const auto& [comparator, measure, direction, firmness] = words;
               const auto& [value, upper, baseline, tolerance] = numbers;
               const auto& [basis, base, set_by] = texts;
               jj::TargetOptions options{.upper = upper,
                                         .measure = measure,
                                         .direction = direction,
                                         .baseline = baseline,
                                         .tolerance = tolerance,
                                         .due = due,
                                         .profile = profile,
                                         .firmness = firmness,
                                         .basis = basis,
                                         .base = jj::ComparisonBase::parse(base)};
               if (!set_by.empty())
                 return jj::Target::set_elsewhere(set_by, unit, std::move(options));
               if (!relative_to) return jj::Target(comparator, value, unit, std::move(options));
               return jj::Target::relative(comparator, {relative_to->first, relative_to->second},
                                           unit, std::move(options));
             });
  bind_reduce<jj::Target>([](const jj::Target& self) {
    const jj::TargetOptions& options = self.options();
    std::optional<std::pair<std::string, double>> relative_to;
    if (self.relative_to())
      relative_to.emplace(self.relative_to()->indicator, self.relative_to()->offset);
    return py::make_tuple(
        call_of("_target"),
        py::make_tuple(Words(self.comparator(), self.measure(), self.direction(), self.firmness()),
                       Numbers(self.value(), options.upper, options.baseline, options.tolerance),
                       self.unit(), Texts(self.basis(), jj::to_string(self.base()), self.set_by()),
                       self.due(), self.profile(), relative_to));
  });
}

void bind_policies(py::module_& module) {
  module.def("_policy", [](double ahead, double on_track, double at_risk, double minimum_coverage,
                           jj::Missing missing, int stale_after) {
    const jj::Policy policy{ahead, on_track, at_risk, minimum_coverage, missing, stale_after};
    if (const std::string problem = jj::find_problem(policy); !problem.empty())
      throw jj::Error(problem);
    return policy;
  });
  bind_reduce<jj::Policy>([](const jj::Policy& self) {
    return py::make_tuple(call_of("_policy"),
                          py::make_tuple(self.ahead, self.on_track, self.at_risk,
                                         self.minimum_coverage, self.missing, self.stale_after));
  });
}

void bind_observation(py::module_& module) {
  module.def("_observation",
             [](std::string id, jj::Date observed_on, double value, jj::Unit unit, jj::Stage stage,
                std::string basis, std::optional<jj::Date> known_on, jj::Span span,
                std::string source, std::string note) {
               return jj::Observation{std::move(id),
                                      observed_on,
                                      value,
                                      {.unit = unit,
                                       .stage = stage,
                                       .basis = std::move(basis),
                                       .known_on = known_on,
                                       .span = span,
                                       .source = std::move(source),
                                       .note = std::move(note)}};
             });
  bind_reduce<jj::Observation>([](const jj::Observation& self) {
    const jj::ReadingOptions& options = self.options;
    return py::make_tuple(call_of("_observation"),
                          py::make_tuple(self.id, self.observed_on, self.value, options.unit,
                                         options.stage, options.basis, options.known_on,
                                         options.span, options.source, options.note));
  });
}

const jj::Plan& owner_of(const BoundNode& item) { return item.plan; }
const jj::Evaluation& owner_of(const BoundResult& item) { return item.evaluation; }

/// Runs of items of one owner: the owner once, and their ids.
template <class Item>
void bind_items(py::module_& module, const char* function) {
  using Owner = std::decay_t<decltype(owner_of(std::declval<const Item&>()))>;
  module.def(function, [](const std::vector<std::pair<Owner, std::vector<std::string>>>& runs) {
    BoundSequence<Item> result;
    for (const auto& [owner, ids] : runs) {
      for (const std::string& id : ids) result.items.push_back({owner, owner[id]});
    }
    return result;
  });
  const std::string name = function;
  bind_reduce<BoundSequence<Item>>([name](const BoundSequence<Item>& self) {
    std::vector<std::pair<Owner, std::vector<std::string>>> runs;
    for (const Item& item : self.items) {
      const Owner& owner = owner_of(item);
      if (runs.empty() || &runs.back().first.data() != &owner.data()) runs.push_back({owner, {}});
      runs.back().second.emplace_back(id_of(item));
    }
    return py::make_tuple(call_of(name.c_str()), py::make_tuple(runs));
  });
}

void bind_views(py::module_& module) {
  const py::object item = py::module_::import("operator").attr("getitem");
  bind_reduce<BoundNode>([item](const BoundNode& self) {
    return py::make_tuple(item, py::make_tuple(self.plan, self.node.id()));
  });
  bind_reduce<BoundResult>([item](const BoundResult& self) {
    return py::make_tuple(item, py::make_tuple(self.evaluation, self.id()));
  });
  bind_items<BoundNode>(module, "_node_list");
  bind_items<BoundResult>(module, "_result_list");
  module.def("_explanation", [](const jj::Evaluation& evaluation, const std::string& id) {
    return jj::explain(evaluation, id);
  });
  bind_reduce<jj::Explanation>([](const jj::Explanation& self) {
    return py::make_tuple(call_of("_explanation"),
                          py::make_tuple(self.evaluation, self.result.node.id()));
  });
  module.def("_owner_summary",
             [](std::string owner, std::size_t nodes, std::size_t met, std::size_t behind,
                std::size_t no_data, std::optional<double> attainment) {
               return jj::OwnerSummary{std::move(owner), nodes, met, behind, no_data, attainment};
             });
  bind_reduce<jj::OwnerSummary>([](const jj::OwnerSummary& self) {
    return py::make_tuple(call_of("_owner_summary"),
                          py::make_tuple(self.owner, self.nodes, self.met, self.behind,
                                         self.no_data, self.attainment));
  });
}

}  // namespace

void bind_pickling(py::module_& module) {
  bind_bytes<jj::Plan>(module, "_plan", &jj::io::write_plan_jjx, &jj::io::read_plan_jjx);
  bind_bytes<jj::Observations>(module, "_observations", &jj::io::write_observations_jjx,
                               &jj::io::read_observations_jjx);
  bind_bytes<jj::Evaluation>(module, "_evaluation", &jj::io::write_evaluation_jjx,
                             &jj::io::read_evaluation_jjx);
  bind_units(module);
  bind_profiles(module);
  bind_targets(module);
  bind_policies(module);
  bind_observation(module);
  bind_views(module);
}
