// SPDX-License-Identifier: BSL-1.0
#pragma once

// Readings of indicators and tasks. They grow; a copy is cheap, and an evaluation keeps the state
// it saw.

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/date.hpp>
#include <jinjiang/model/extensions.hpp>
#include <jinjiang/model/unit.hpp>
#include <jinjiang/model/vocabulary.hpp>

namespace jinjiang {

class Plan;

namespace detail {
struct ObservationLog;
struct ObservationBinding;
class ScenarioOverlay;
}  // namespace detail

/// What may be known of a reading beside its value.
struct ReadingOptions {
  Unit unit = {};                     ///< none: that of the target; of a task a fraction
  Stage stage = Stage::final;         ///< how sure it is
  std::string basis = {};             ///< 口径
  std::optional<Date> known_on = {};  ///< default: the date of the reading
  /// Of a flow: from the start of the period, or of its own span only.
  Span span = Span::cumulative;
  std::string source = {};  ///< where it was read
  std::string note = {};    ///< free text
};

/// One reading.
struct Observation {
  std::string id;               ///< of the indicator or task
  Date observed_on;             ///< date of the reading
  double value;                 ///< in `options.unit`; without one in that of the target
  ReadingOptions options = {};  ///< unit, stage, basis, span and what else is known

  /// Same node, date, value and options.
  friend bool operator==(const Observation& a, const Observation& b);
};

/// A set of readings; their order has no meaning.
class Observations {
 public:
  Observations();

  /// @throws ObservationError  the id is empty or malformed, or the value is not finite
  Observations& add(std::string_view id, Date observed_on, double value,
                    const ReadingOptions& options = {});
  /// Adds a reading that is put together; as above.
  Observations& add(const Observation& observation);

  /// Number of readings.
  [[nodiscard]] std::size_t size() const noexcept;
  /// Whether there is none.
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  /// Keys of your own, kept with the readings.
  [[nodiscard]] std::span<const Extension> extensions() const noexcept;
  /// @throws ObservationError  a key does not begin with x-, or comes twice
  Observations& extensions(Extensions extensions);

  /// In order of insertion.
  [[nodiscard]] Observation operator[](std::size_t i) const;
  /// The readings of one node, by date.
  [[nodiscard]] std::vector<Observation> of(std::string_view id) const;

  /// A copy in which some nodes read otherwise: on `on`, or without it on the date of their latest
  /// reading.
  /// @throws ObservationError  no date was given and a node has no reading
  [[nodiscard]] Observations replacing(std::span<const std::pair<std::string, double>> values,
                                       std::optional<Date> on = {}) const;

  /// Two readings that cannot both hold: the same node, date, basis, span and date of knowing with
  /// different values.
  /// @throws ObservationError  names both
  void check() const;

  /// Same readings, in whatever order, and same keys of your own.
  friend bool operator==(const Observations& a, const Observations& b);

  /// For the layers of the library.
  [[nodiscard]] const detail::ObservationLog& log() const noexcept { return *log_; }
  /// The readings as a plan's nodes see them, in the units of their targets; kept for the next
  /// evaluation.
  /// @throws ObservationError  two readings contradict each other
  [[nodiscard]] std::shared_ptr<const detail::ObservationBinding> bind(const Plan& plan) const;
  /// For those who append by themselves: a log that no copy shares, with what was kept for
  /// evaluations dropped.
  [[nodiscard]] detail::ObservationLog& own_log();

 private:
  friend class detail::ScenarioOverlay;
  std::shared_ptr<detail::ObservationLog> log_;
};

}  // namespace jinjiang

#if !defined(JINJIANG_COMPILED)
#include <jinjiang/model/detail/observations.ipp>
#endif
