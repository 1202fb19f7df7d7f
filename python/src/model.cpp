// SPDX-License-Identifier: BSL-1.0

// Units, quantities, profiles, policies.

#include <functional>

#include <pybind11/operators.h>

#include <jinjiang/detail/text.hpp>

#include "bindings.hpp"

namespace {

void bind_units(py::module_& module) {
  py::class_<jj::Unit> unit_type(
      module, "Unit",
      "A unit: a measure word or physical unit with its numeral scale.\n\n"
      ">>> import jinjiang as jj\n>>> jj.Unit(\"万亩\").dimension\n'平方米'");
  bind_copies(unit_type);
  unit_type
      .def(py::init([](const std::string& text) { return jj::UnitTable::standard().at(text); }),
           py::arg("text"),
           R"(Reads a unit such as 亩, 万平方米, 元/月.

Parameters
----------
text : a unit of the standard table, also with 百, 千, 万 or 亿 before it; empty: none

Raises
------
UnitError
    The unit is unknown; names the nearest.)")
      .def_property_readonly("symbol", &jj::Unit::symbol, "As written in figures.")
      .def_property_readonly("dimension", &jj::Unit::dimension,
                             "Units of one dimension convert into each other.")
      .def("__str__", &jj::Unit::symbol)
      .def("__repr__", [](jj::Unit self) { return "Unit(" + self.symbol() + ")"; })
      .def(
          "__eq__", [](jj::Unit self, jj::Unit other) { return self == other; }, py::is_operator())
      .def(
          "__eq__", [](jj::Unit self, const std::string& other) { return self.symbol() == other; },
          py::is_operator())
      .def("__hash__", [](jj::Unit self) { return py::hash(py::str(self.canonical_symbol())); });

  py::class_<jj::UnitTable>(module, "UnitTable",
                            "The units that a plan's figures may name. A new one is a copy of the "
                            "standard table; add your own to it.")
      .def(py::init([] { return jj::UnitTable::standard(); }))
      .def("add", &jj::UnitTable::add, py::arg("symbol"), py::arg("dimension"),
           py::arg("numerator") = 1.0, py::arg("denominator") = 1.0,
           R"(Adds a unit worth numerator / denominator of its dimension's base unit.

Parameters
----------
symbol : as written in figures, 1 to 64 bytes; 百, 千, 万 and 亿 before it are read too
dimension : what converts into each other has the same, such as 平方米; up to 128 bytes
numerator, denominator : factor to the base unit, 1e-100 to 1e100; default 1

Raises
------
UnitError
    The symbol is empty, too long, or would be read as something else after a number, or the
    factor is no finite number above 0.

>>> import jinjiang as jj
>>> units = jj.UnitTable()
>>> units.add("标准亩", "平方米", 600)
>>> units["万标准亩"]
Unit(万标准亩))")
      .def(
          "__getitem__",
          [](const jj::UnitTable& self, const std::string& text) { return self.at(text); },
          py::arg("text"),
          "The unit that a text names.\n\nRaises\n------\nUnitError\n    The unit is unknown; "
          "names "
          "the nearest.")
      .def("__contains__", [](const jj::UnitTable& self,
                              const std::string& text) { return self.find(text).has_value(); })
      .def("__contains__", [](const jj::UnitTable&, const py::object&) { return false; })
      .def(py::self == py::self)
      .def_property_readonly(
          "symbols",
          [](const jj::UnitTable& self) {
            std::vector<std::string> symbols;
            for (const auto symbol : self.symbols()) symbols.emplace_back(symbol);
            return symbols;
          },
          "The base units, without numeral scales.")
      .def("__repr__", [](const jj::UnitTable& self) {
        const auto own = self.difference(jj::UnitTable::standard());
        std::string text = "<UnitTable: " + std::to_string(self.symbols().size()) + " units";
        if (!own.empty()) text += ", " + std::to_string(own.size()) + " of your own:";
        constexpr std::size_t most = 8;
        for (std::size_t i = 0; i < own.size() && i < most; ++i)
          text += (i == 0 ? " " : ", ") + own[i].symbol;
        return text + (own.size() > most ? ", …>" : ">");
      });

  py::class_<jj::Quantity> quantity_type(
      module, "Quantity",
      "So much of something; converts inside its dimension.\n\n"
      ">>> import jinjiang as jj\n>>> jj.Quantity(7000, \"亩\").to(\"公顷\")\n"
      "Quantity(466.67 公顷)");
  bind_copies(quantity_type);
  quantity_type
      .def(py::init([](double value, const py::object& unit) {
             return jj::Quantity(value, to_unit(unit));
           }),
           py::arg("value"), py::arg("unit"),
           R"(Parameters
----------
value : finite number in `unit`
unit : text or Unit

Raises
------
UnitError
    The unit is unknown or the value not finite.)")
      .def_static(
          "parse", [](const std::string& text) { return jj::Quantity::parse(text); },
          py::arg("text"),
          R"(Reads 5.6万户, 1,217个, 百场.

Parameters
----------
text : a number and a unit, without a bound such as 超

Raises
------
FormatError
    It cannot be read; says why.)")
      .def_property_readonly("value", &jj::Quantity::value, "The number, in `unit`.")
      .def_property_readonly("unit", &jj::Quantity::unit, "Of the value.")
      .def(
          "to",
          [](const jj::Quantity& self, const py::object& unit) { return self.to(to_unit(unit)); },
          py::arg("unit"),
          R"(The same quantity in another unit; docs/rules.md, section 4.

Parameters
----------
unit : text or Unit, of the same dimension

Raises
------
UnitError
    The unit is unknown or of another dimension.)")
      .def("__str__", [](const jj::Quantity& self) { return jj::to_string(self); })
      .def("__repr__",
           [](const jj::Quantity& self) {
             return "Quantity(" + jj::detail::format_rounded(self.value(), 2) + " " +
                    self.unit().symbol() + ")";
           })
      .def(-py::self)
      .def(py::self + py::self)
      .def(py::self - py::self)
      .def(py::self * double())
      .def(double() * py::self)
      .def(py::self / double())
      .def(py::self / py::self)
      .def(py::self == py::self)
      .def(py::self < py::self)
      .def(py::self <= py::self)
      .def(py::self > py::self)
      .def(py::self >= py::self)
      .def("__hash__", [](const jj::Quantity& self) {
        const jj::UnitDefinition& unit = self.unit().definition();
        return std::hash<double>{}(static_cast<double>(
                   static_cast<float>(self.value() * unit.numerator / unit.denominator))) ^
               std::hash<std::string>{}(unit.dimension);
      });
}

void bind_profile(py::module_& module) {
  py::class_<jj::Profile> profile_type(module, "Profile",
                                       "How much of the way is expected by each date.");
  bind_copies(profile_type);
  profile_type
      .def(py::init<jj::ProfileKind>(), py::arg("kind"), R"(Parameters
----------
kind : linear, hold or at_due; for others there are `monthly` and `milestones`

Raises
------
TargetError
    The kind is monthly or milestones, which need figures.)")
      .def_static("monthly", &jj::Profile::monthly, py::arg("shares"),
                  R"(Expects a share of the way in each month; docs/rules.md, section 7.

Parameters
----------
shares : 12 numbers from 0 that sum to 1 (within 1e-9), the first for the month of the start

Raises
------
TargetError
    They are not 12, one is below 0, or their sum is not 1.

>>> import jinjiang as jj
>>> quarters = jj.Profile.monthly([0, 0, 0.25] * 4)
>>> quarters.expected("2025-06-30", start="2025-01-01", due="2025-12-31")
0.5)")
      .def_static(
          "milestones",
          [](const std::vector<std::pair<jj::Date, double>>& steps) {
            std::vector<jj::Milestone> milestones;
            for (const auto& [date, fraction] : steps) milestones.push_back({date, fraction});
            return jj::Profile::milestones(std::move(milestones));
          },
          py::arg("steps"),
          R"(Expects a fraction of the way from each date on; docs/rules.md, section 7.

Parameters
----------
steps : pairs of date and fraction; dates ascend, fractions are from 0 to 1 and do not fall

Raises
------
TargetError
    There are none, a fraction is out of range, or dates or fractions do not ascend.

>>> import jinjiang as jj
>>> steps = jj.Profile.milestones([("2025-03-31", 0.2), ("2025-09-30", 1)])
>>> steps.expected("2025-06-30", start="2025-01-01", due="2025-12-31")
0.2)")
      .def_property_readonly("kind", &jj::Profile::kind,
                             "linear, hold, at_due, monthly or milestones.")
      .def_property_readonly("shares", &jj::Profile::shares, "Twelve of a monthly profile.")
      .def("expected", &jj::Profile::expected, py::arg("day"), py::arg("start"), py::arg("due"),
           R"(Share expected by the end of a day, 0 to 1; docs/rules.md, section 7.

Parameters
----------
day : date; before `start` the share is 0, from `due` on 1
start, due : first and last date of the way; both count)")
      .def(py::self == py::self)
      .def("__hash__",
           [](const jj::Profile& self) { return std::hash<int>{}(static_cast<int>(self.kind())); })
      .def("__str__",
           [](const jj::Profile& self) { return std::string(jj::to_string(self.kind())); })
      .def("__repr__", [](const jj::Profile& self) {
        return "Profile(" + std::string(jj::to_string(self.kind())) + ")";
      });
}

void bind_policy(py::module_& module) {
  py::class_<jj::Policy> policy_type(module, "Policy", "Where the lines between the verdicts lie.");
  bind_copies(policy_type);
  policy_type
      .def(py::init([](double ahead, double on_track, double at_risk, double minimum_coverage,
                       jj::Missing missing, int stale_after) {
             const jj::Policy policy{ahead,   on_track,   at_risk, minimum_coverage,
                                     missing, stale_after};
             if (const std::string problem = jj::find_problem(policy); !problem.empty())
               throw jj::Error(problem);
             return policy;
           }),
           py::kw_only(), py::arg("ahead") = 1.10, py::arg("on_track") = 0.95,
           py::arg("at_risk") = 0.80, py::arg("minimum_coverage") = 0.5,
           py::arg("missing") = "exclude", py::arg("stale_after") = 120,
           R"(Parameters
----------
ahead, on_track, at_risk : paces from which a node is so, 0 < at_risk <= on_track <= ahead; below
    the last it is off track; docs/rules.md, section 8
minimum_coverage : share of weight with data, 0 to 1, below which a goal reads no_data;
    docs/rules.md, section 12
missing : what a part without data counts as: exclude, zero or expected; docs/rules.md, section 12
stale_after : days after which a reading is marked stale, 0 to 73200; docs/rules.md, section 10

Raises
------
Error
    A figure is out of range, or the thresholds contradict each other.)")
      .def_readonly("ahead", &jj::Policy::ahead, "Pace from which a node is ahead.")
      .def_readonly("on_track", &jj::Policy::on_track, "Pace from which a node is on track.")
      .def_readonly("at_risk", &jj::Policy::at_risk, "Pace from which it is at risk.")
      .def_readonly("minimum_coverage", &jj::Policy::minimum_coverage,
                    "Share of weight with data, 0 to 1, below which a goal reads no_data.")
      .def_readonly("missing", &jj::Policy::missing, "What a part without data counts as.")
      .def_readonly("stale_after", &jj::Policy::stale_after, "Days until a reading is stale.")
      .def(py::self == py::self)
      .def("__hash__",
           [](const jj::Policy& self) {
             return std::hash<double>{}(self.ahead + 3 * self.on_track);
           })
      .def("__repr__", [](const jj::Policy& self) {
        using jj::detail::format_number;
        return "Policy(ahead=" + format_number(self.ahead) +
               ", on_track=" + format_number(self.on_track) +
               ", at_risk=" + format_number(self.at_risk) +
               ", minimum_coverage=" + format_number(self.minimum_coverage) +
               ", missing=" + std::string(jj::to_string(self.missing)) +
               ", stale_after=" + std::to_string(self.stale_after) + ")";
      });
}

}  // namespace

void bind_model(py::module_& module) {
  bind_enums(module);
  bind_units(module);
  bind_profile(module);
  bind_target(module);
  bind_policy(module);
}
