// SPDX-License-Identifier: BSL-1.0
#pragma once

// Python values as the library takes them. What is of another kind is refused with the place, what
// was expected there and what was found.

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "casters.hpp"

/// What can be given for a value of a type, in words.
template <class Value>
[[nodiscard]] constexpr std::string_view words_for() {
  if constexpr (std::is_same_v<Value, std::string>) {
    return "a text";
  } else if constexpr (std::is_same_v<Value, bool>) {
    return "True or False";
  } else if constexpr (std::is_integral_v<Value>) {
    return std::is_signed_v<Value> ? "a whole number" : "a whole number from 0 on";
  } else if constexpr (std::is_floating_point_v<Value>) {
    return "a number";
  } else if constexpr (std::is_same_v<Value, jj::Date>) {
    return "a date or a text such as 2024-06-30";
  } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
    return "texts";
  } else if constexpr (std::is_same_v<Value, std::vector<double>>) {
    return "numbers";
  } else if constexpr (std::is_same_v<Value, jj::Policy>) {
    return "a Policy";
  } else if constexpr (std::is_same_v<Value, jj::UnitTable>) {
    return "a UnitTable";
  } else if constexpr (jj::NamedEnum<Value>) {
    return "a word";
  } else {
    return words_for<typename Value::value_type>();
  }
}

/// @throws TypeError  always: at `place`, something of another kind was expected
[[noreturn]] void refuse(std::string_view place, std::string_view expected,
                         const py::handle& found);

template <class Value>
[[nodiscard]] Value cast_to(std::string_view place, const py::handle& value,
                            std::string_view expected = words_for<Value>()) {
  try {
    return value.cast<Value>();
  } catch (const py::cast_error&) {
    refuse(place, expected, value);
  }
}

/// A unit from a Unit or the text of one.
[[nodiscard]] jj::Unit to_unit(const py::object& unit);

/// What may be known of a reading beside its value.
[[nodiscard]] jj::ReadingOptions reading_options(const py::object& unit, jj::Stage stage,
                                                 std::string basis,
                                                 std::optional<jj::Date> known_on, jj::Span span,
                                                 std::string source, std::string note);

/// What may be given of a reading, in words: the parameters of all that take one.
inline constexpr const char* reading_parameters = R"(Parameters
----------
id : of an indicator or a task, 1 to 256 bytes
observed_on : date of the reading
value : finite number in `unit`; of a task its progress, 0 to 1 or in %
unit : text or Unit; default the target's
stage : estimate 预计, provisional 初步 or final 最终 (default)
basis : 口径; default empty, none named
known_on : the day it became known, not before `observed_on`; default `observed_on`
span : of a flow: cumulative 累计 from the start of the period (default), or per_period 当期
source : where it was read; may be empty
note : free text; may be empty
)";

/// A profile from a Profile, a word, or a dict as in JSON.
[[nodiscard]] jj::Profile to_profile(const py::object& profile);

/// A rule from a word, `("at_least", k)`, or a dict as in JSON.
[[nodiscard]] jj::Rule to_rule(const py::object& rule);

/// A source from a dict with some of document, section, begin and end.
[[nodiscard]] jj::Source to_source(const py::object& source);

/// The parts of a node from the keywords that jinjiang.PlanBuilder has brought into one form.
[[nodiscard]] jj::NodeOptions node_options(const py::dict& options);
