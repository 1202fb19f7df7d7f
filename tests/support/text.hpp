// SPDX-License-Identifier: BSL-1.0
#pragma once

// How the tests write dates and numbers, and how Catch2 prints enumerators of the library.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ostream>

#include <jinjiang/model.hpp>

#include "support/catch.hpp"

namespace jinjiang {

template <NamedEnum Enum>
std::ostream& operator<<(std::ostream& out, Enum value) {
  return out << to_string(value);
}
inline std::ostream& operator<<(std::ostream& out, Date date) { return out << to_string(date); }
inline std::ostream& operator<<(std::ostream& out, Unit unit) {
  return out << '"' << unit.symbol() << '"';
}
inline std::ostream& operator<<(std::ostream& out, const Quantity& quantity) {
  return out << to_string(quantity);
}

}  // namespace jinjiang

namespace jj = jinjiang;
using namespace std::chrono_literals;

/// Equal to within 1e-12, relative or absolute.
struct Near {
  double value;
  friend bool operator==(double actual, const Near& wanted) {
    return std::fabs(actual - wanted.value) <= 1e-12 * std::max(1.0, std::fabs(wanted.value));
  }
  friend std::ostream& operator<<(std::ostream& out, const Near& wanted) {
    return out << wanted.value << " +- 1e-12";
  }
};
inline Near near(double value) { return {value}; }
