// SPDX-License-Identifier: BSL-1.0

#include "arguments.hpp"

#include <utility>

namespace {

/// The only key of a dict, or an empty text.
std::string only_key(const py::object& value) {
  if (!py::isinstance<py::dict>(value) || py::len(value) != 1) return {};
  const py::handle key = value.cast<py::dict>().begin()->first;
  return py::isinstance<py::str>(key) ? find_utf8(key).value_or("") : std::string();
}

std::vector<jj::Milestone> to_milestones(const py::object& steps) {
  constexpr std::string_view words =
      "a list such as [{\"date\": \"2024-06-30\", \"fraction\": 0.5}]";
  if (!py::isinstance<py::list>(steps) && !py::isinstance<py::tuple>(steps))
    refuse("profile: milestones", words, steps);
  std::vector<jj::Milestone> result;
  for (const py::handle step : steps) {
    if (!py::isinstance<py::dict>(step)) refuse("profile: milestones", words, steps);
    const auto entry = step.cast<py::dict>();
    if (entry.size() != 2 || !entry.contains("date") || !entry.contains("fraction"))
      refuse("profile: milestones", words, steps);
    result.push_back({cast_to<jj::Date>("profile: date", entry["date"]),
                      cast_to<double>("profile: fraction", entry["fraction"])});
  }
  return result;
}

}  // namespace

void refuse(std::string_view place, std::string_view expected, const py::handle& found) {
  const py::object words = py::module_::import("jinjiang._arguments").attr("in_words");
  throw py::type_error(std::string(place) + ": expected " + std::string(expected) + ", found " +
                       words(found).cast<std::string>());
}

jj::Unit to_unit(const py::object& unit) {
  if (unit.is_none()) return {};
  if (py::isinstance<jj::Unit>(unit)) return unit.cast<jj::Unit>();
  return jj::UnitTable::standard().at(
      cast_to<std::string>("unit", unit, "a text such as 亩 or a Unit"));
}

jj::Profile to_profile(const py::object& profile) {
  if (py::isinstance<jj::Profile>(profile)) return profile.cast<jj::Profile>();
  if (py::isinstance<py::str>(profile)) return cast_to<jj::ProfileKind>("profile", profile);
  const std::string key = only_key(profile);
  if (key == "monthly") {
    return jj::Profile::monthly(cast_to<std::vector<double>>("profile: monthly", profile["monthly"],
                                                             "a list of 12 numbers that sum to 1"));
  }
  if (key == "milestones") return jj::Profile::milestones(to_milestones(profile["milestones"]));
  refuse("profile",
         "linear, hold, at_due, a Profile, {\"monthly\": [12 shares]} or {\"milestones\": "
         "[{\"date\": \"2024-06-30\", \"fraction\": 0.5}]}",
         profile);
}

jj::Rule to_rule(const py::object& rule) {
  constexpr std::string_view words = "mean, worst, all or {\"at_least\": 3}";
  if (py::isinstance<py::str>(rule)) {
    const auto kind = cast_to<jj::RuleKind>("rule", rule, words);
    if (kind == jj::RuleKind::at_least) refuse("rule", words, rule);
    return {kind, 0};
  }
  if (only_key(rule) == "at_least") {
    return {jj::RuleKind::at_least, cast_to<std::uint32_t>("rule: at_least", rule["at_least"])};
  }
  const auto [kind, k] = cast_to<std::pair<jj::RuleKind, std::uint32_t>>("rule", rule, words);
  return {kind, k};
}

jj::Source to_source(const py::object& source) {
  constexpr std::string_view words = "a dict with document, section, begin or end";
  if (!py::isinstance<py::dict>(source)) refuse("source", words, source);
  jj::Source result;
  for (const auto& [key, value] : source.cast<py::dict>()) {
    const auto name = cast_to<std::string>("source", key, words);
    if (name == "document") {
      result.document = cast_to<std::string>("source: document", value);
    } else if (name == "section") {
      result.section = cast_to<std::string>("source: section", value);
    } else if (name == "begin") {
      result.begin = cast_to<decltype(result.begin)>("source: begin", value);
    } else if (name == "end") {
      result.end = cast_to<decltype(result.end)>("source: end", value);
    } else {
      throw py::type_error("source: unknown key " + jj::detail::in_quotes(name) +
                           "; its keys are " + "document, section, begin and end");
    }
  }
  return result;
}
