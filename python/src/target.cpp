// SPDX-License-Identifier: BSL-1.0

// Targets, and the reading of their wordings.

#include <functional>

#include <pybind11/operators.h>

#include "bindings.hpp"

namespace {

jj::TargetOptions target_options(std::optional<jj::Measure> measure, std::optional<double> upper,
                                 std::optional<jj::Direction> direction,
                                 std::optional<double> baseline, std::optional<double> tolerance,
                                 std::optional<jj::Date> due, const py::object& profile,
                                 jj::Firmness firmness, std::string basis,
                                 const std::string& base) {
  jj::TargetOptions options{.upper = upper,
                            .measure = measure,
                            .direction = direction,
                            .baseline = baseline,
                            .tolerance = tolerance,
                            .due = due,
                            .profile = std::nullopt,
                            .firmness = firmness,
                            .basis = std::move(basis),
                            .base = jj::ComparisonBase::parse(base)};
  if (!profile.is_none()) options.profile = to_profile(profile);
  return options;
}

void bind_class(py::module_& module) {
  const py::kw_only keywords;
  py::class_<jj::Target> target(module, "Target", R"(What an indicator is to reach.

Parameters
----------
comparator : reach, at_least 以上, above 超, at_most 以内, below 低于, about 左右 or between
value : finite number in `unit`; of between the first figure
unit : text or Unit; default none
measure : level, increment, net_increment, count, growth, change, share or rank;
    default share for %, change for 百分点, otherwise level; docs/rules.md, section 3
upper : of between, and only there, the second figure, in `unit`
direction : higher, lower or within; default by comparator and measure; docs/rules.md, section 2
baseline : 基期值, in `unit`; default none
tolerance : of about, and only there, in `unit`, from 0; default half a percentage point for % and
    百分点, 5 for ‰, else 5 % of the value; docs/rules.md, section 5
due : date; default the node's
profile : linear, hold, at_due, a Profile, or a mapping as in JSON; default by the measure;
    docs/rules.md, section 7
firmness : must, committed (default), stretch or exploratory
basis : 口径 on which readings must be; default empty, any
base : of a growth, what it is measured against: last_year (default), previous_period,
    ``since 2020`` or ``annual 2021-2025``

Raises
------
TargetError
    It contradicts itself.
UnitError
    The unit is unknown.

>>> import jinjiang as jj
>>> target = jj.Target("above", 900, "家", measure="level", baseline=800, due="2024-12-31")
>>> target.goal_value, target.progress(855), target.is_met(900)
(900.0, 0.55, False))");
  bind_copies(target);
  target
      .def(py::init([](jj::Comparator comparator, double value, const py::object& unit,
                       std::optional<jj::Measure> measure, std::optional<double> upper,
                       std::optional<jj::Direction> direction, std::optional<double> baseline,
                       std::optional<double> tolerance, std::optional<jj::Date> due,
                       const py::object& profile, jj::Firmness firmness, std::string basis,
                       const std::string& base) {
             return jj::Target(comparator, value, to_unit(unit),
                               target_options(measure, upper, direction, baseline, tolerance, due,
                                              profile, firmness, std::move(basis), base));
           }),
           py::arg("comparator"), py::arg("value"), py::arg("unit") = "", keywords,
           py::arg("measure") = py::none(), py::arg("upper") = py::none(),
           py::arg("direction") = py::none(), py::arg("baseline") = py::none(),
           py::arg("tolerance") = py::none(), py::arg("due") = py::none(),
           py::arg("profile") = py::none(), py::arg("firmness") = "committed",
           py::arg("basis") = "", py::arg("base") = "last_year")
      .def_static(
          "parse", [](const std::string& text) { return jj::Target::parse(text); }, py::arg("text"),
          R"(Reads the wording of one figure; docs/wordings.md says what is read as what.

Parameters
----------
text : a figure with its unit and bound, such as 超600万平方米

Raises
------
FormatError
    It cannot be read without guessing; says why.

>>> import jinjiang as jj
>>> jj.Target.parse("超600万平方米")
Target(above 600 万平方米, level))")
      .def_static(
          "relative",
          [](jj::Comparator comparator, std::string indicator, double offset,
             const py::object& unit, std::optional<jj::Measure> measure) {
            return jj::Target::relative(comparator, {std::move(indicator), offset}, to_unit(unit),
                                        {.measure = measure});
          },
          py::arg("comparator"), py::arg("indicator"), py::arg("offset") = 0.0,
          py::arg("unit") = "%", keywords, py::arg("measure") = py::none(),
          R"(Follows another indicator's reading on the same date, plus an offset; docs/rules.md, section 10.

Parameters
----------
comparator : as of a Target, but for between
indicator : id of the other indicator
offset : finite number in `unit`; default 0
unit : text or Unit; default %
measure : as of a Target

Raises
------
TargetError
    It contradicts itself.
UnitError
    The unit is unknown.

>>> import jinjiang as jj
>>> target = jj.Target.relative("at_least", "gdp", 1, "%", measure="growth")
>>> target.relative_to, target.value
(('gdp', 1.0), None))")
      .def_static(
          "set_elsewhere",
          [](std::string setter, const py::object& unit, std::optional<jj::Measure> measure) {
            return jj::Target::set_elsewhere(std::move(setter), to_unit(unit),
                                             {.measure = measure});
          },
          py::arg("setter"), py::arg("unit") = "%", keywords, py::arg("measure") = py::none(),
          R"(Set by another body; has no value until a revision gives one.

Parameters
----------
setter : who sets it
unit : text or Unit; default %
measure : as of a Target

Raises
------
TargetError
    The setter is empty, or measure and unit contradict each other.
UnitError
    The unit is unknown.)")
      .def("with_measure", &jj::Target::with_measure, py::arg("measure"),
           R"(The same target with another measure.

Parameters
----------
measure : as of a Target

Raises
------
TargetError
    The measure does not fit the unit or the value.)")
      .def_property_readonly("comparator", &jj::Target::comparator,
                             "How the figure is to be read; docs/rules.md, section 1.")
      .def_property_readonly(
          "value",
          [](const jj::Target& self) {
            return self.has_value() ? std::optional(self.value()) : std::nullopt;
          },
          "In `unit`; None when another indicator or another body gives it.")
      .def_property_readonly("upper", &jj::Target::upper,
                             "The second figure of between, in `unit`; otherwise None.")
      .def_property_readonly("unit", &jj::Target::unit, "Of value, upper, baseline and tolerance.")
      .def_property_readonly("measure", &jj::Target::measure,
                             "As given, else by the unit; docs/rules.md, section 3.")
      .def_property_readonly("direction", &jj::Target::direction,
                             "As given, else by comparator and measure; docs/rules.md, section 2.")
      .def_property_readonly("baseline", &jj::Target::baseline, "Baseline value 基期值, in `unit`.")
      .def_property_readonly("tolerance", &jj::Target::tolerance,
                             "Of `about`, in `unit`; 0 for others.")
      .def_property_readonly("due", &jj::Target::due, "Its own, or None: the node's.")
      .def_property_readonly("profile", &jj::Target::profile,
                             "As given, else by the measure; docs/rules.md, section 7.")
      .def_property_readonly("firmness", &jj::Target::firmness, "Does not change a verdict.")
      .def_property_readonly("basis", &jj::Target::basis, "口径")
      .def_property_readonly(
          "base", [](const jj::Target& self) { return jj::to_string(self.base()); },
          "What a growth is measured against.")
      .def_property_readonly("set_by", &jj::Target::set_by, "Who sets it elsewhere, or empty.")
      .def_property_readonly(
          "relative_to",
          [](const jj::Target& self) -> py::object {
            if (!self.relative_to()) return py::none();
            return py::make_tuple(self.relative_to()->indicator, self.relative_to()->offset);
          },
          "The indicator it follows and the offset, or None.")
      .def_property_readonly("quantity", &jj::Target::quantity, "Value and unit.")
      .def_property_readonly(
          "goal_value", [](const jj::Target& self) { return jj::goal_value(self); },
          "The number that decides: `about 6 %` is reached from 5.5 on.")
      .def(
          "progress",
          [](const jj::Target& self, double actual) { return jj::progress(self, actual); },
          py::arg("actual"),
          R"(How far a reading has come, 0 at the baseline value, 1 at the goal value, without bounds;
docs/rules.md, section 6.

Parameters
----------
actual : number in `unit`

Raises
------
TargetError
    The target has no value of its own.)")
      .def(
          "is_met", [](const jj::Target& self, double actual) { return jj::is_met(self, actual); },
          py::arg("actual"), R"(Whether a reading meets it; docs/rules.md, section 5.

Parameters
----------
actual : number in `unit`

Raises
------
TargetError
    The target has no value of its own.)")
      .def(
          "describe",
          [](const jj::Target& self, jj::Language language) {
            return jj::describe(self, language);
          },
          py::arg("language") = "en", R"(The figure in words.

Parameters
----------
language : zh or en (default))")
      .def(py::self == py::self)
      .def("__hash__",
           [](const jj::Target& self) {  // equal targets may spell their unit in different ways
             return std::hash<double>{}(self.has_value() ? self.value() : 0) ^
                    std::hash<std::string>{}(self.unit().dimension());
           })
      .def("__str__", [](const jj::Target& self) { return jj::describe(self, jj::Language::en); })
      .def("__repr__", &repr_of);
}

void bind_parsing(py::module_& module) {
  module.def(
      "parse_target",
      [](const std::string& text, const jj::UnitTable* units) {
        return jj::Target::parse(text, units == nullptr ? jj::UnitTable::standard() : *units);
      },
      py::arg("text"), py::arg("units") = nullptr, R"(As Target.parse, with units of your own.

Parameters
----------
text : a figure with its unit and bound
units : default the standard ones)");
}

}  // namespace

std::string repr_of(const jj::Target& target) {
  return "Target(" + jj::describe(target, jj::Language::en) + ", " +
         std::string(jj::to_string(target.measure())) + ")";
}

void bind_target(py::module_& module) {
  bind_class(module);
  bind_parsing(module);
}
