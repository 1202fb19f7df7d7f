// SPDX-License-Identifier: BSL-1.0
#pragma once

// What can be wrong: one exception type for each thing a caller may want to catch.

#include <cstddef>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <jinjiang/detail/config.hpp>

namespace jinjiang {

/// Base of the errors on units, targets, plans, observations and formats; what() is a whole
/// sentence with the place, the rule and the value.
class JINJIANG_EXPORT Error : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

/// Quantities of different dimensions were mixed, or a unit is unknown.
class JINJIANG_EXPORT UnitError : public Error {
 public:
  using Error::Error;
};

/// A target contradicts itself.
class JINJIANG_EXPORT TargetError : public Error {
 public:
  using Error::Error;
};

/// Observations contradict each other or do not fit the plan.
class JINJIANG_EXPORT ObservationError : public Error {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);  ///< of no reading

  /// For a reading of those that were given, or of none.
  explicit ObservationError(const std::string& what, std::size_t reading = none)
      : Error(what), reading_(reading) {}

  /// Which reading it is about, counting from 0 in order of insertion; `none` when it is not one.
  [[nodiscard]] std::size_t reading() const noexcept { return reading_; }

 private:
  std::size_t reading_;
};

/// Observations are of ids that the plan does not have. In Python it is also an UnknownIdError.
class JINJIANG_EXPORT UnknownObservationError : public ObservationError {
 public:
  /// As of the error that it is.
  using ObservationError::ObservationError;
};

/// No node has the id that was asked for.
class JINJIANG_EXPORT UnknownIdError : public std::out_of_range {
 public:
  using std::out_of_range::out_of_range;
};

/// One thing that is wrong with a draft of a plan.
struct Problem {
  std::string node;  ///< id of the node; empty for the plan itself
  std::string
      field;  ///< part of the node, a JSON pointer below it: `due`, `part_of/0`; may be empty
  std::string message;       ///< a whole sentence that names the node
  std::size_t index = none;  ///< which node of the draft, counting from 0 in order of insertion

  static constexpr std::size_t none = static_cast<std::size_t>(-1);  ///< of no node
};

/// A draft cannot become a plan; all its problems are listed.
class JINJIANG_EXPORT PlanError : public Error {
 public:
  /// what() tells the first 20 of them.
  explicit PlanError(std::vector<Problem> problems)
      : Error(describe(problems)), problems_(std::move(problems)) {}

  /// All of them, in the order of the draft.
  [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

 private:
  static std::string describe(const std::vector<Problem>& problems) {
    constexpr std::size_t most = 20;
    if (problems.size() == 1) return problems.front().message;
    std::string text = std::to_string(problems.size()) + " problems:";
    for (std::size_t i = 0; i < problems.size() && i < most; ++i)
      text += "\n  " + problems[i].message;
    if (problems.size() > most)
      text += "\n  … and " + std::to_string(problems.size() - most) + " more";
    return text;
  }

  std::vector<Problem> problems_;
};

/// Where in a text something is wrong.
struct Place {
  std::string file;        ///< as given by the caller; empty when the text has no name
  std::size_t line = 0;    ///< from 1; 0 when unknown
  std::size_t column = 0;  ///< in characters, from 1
  std::string pointer;     ///< JSON pointer, or the name of a column

  /// `plan.json:41:17 at /nodes/3/due`
  [[nodiscard]] std::string to_string() const {
    std::string text = file;
    if (line > 0)
      text += (text.empty() ? "line " : ":") + std::to_string(line) + ":" + std::to_string(column);
    if (!pointer.empty()) text += (text.empty() ? "at " : " at ") + pointer;
    return text;
  }
};

/// A text cannot be read.
class JINJIANG_EXPORT FormatError : public Error {
 public:
  /// what() begins with the place.
  FormatError(Place place, const std::string& what)
      : Error(place.to_string() + (place.to_string().empty() ? "" : ": ") + what),
        place_(std::move(place)) {}

  /// Where the text is wrong.
  [[nodiscard]] const Place& place() const noexcept { return place_; }

 private:
  Place place_;
};

/// A file cannot be read or written; code() has the system's reason.
class JINJIANG_EXPORT FileError : public std::system_error {
 public:
  /// A path, and the number that the system gives as the reason.
  FileError(const std::string& path, int reason)
      : std::system_error(reason, std::generic_category(), path), path_(path) {}

  /// As given by the caller.
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  std::string path_;
};

}  // namespace jinjiang
