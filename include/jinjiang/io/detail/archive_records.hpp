// SPDX-License-Identifier: BSL-1.0
#pragma once

// What an archive holds of the rarer things: one record each, without pointers. Numbers that may be
// infinite or missing travel as their bits, which archives of text cannot spoil.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/serialization/level.hpp>
#include <boost/serialization/nvp.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/tracking.hpp>
#include <boost/serialization/vector.hpp>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/io/detail/archive_column.hpp>

namespace jinjiang::io::detail {

using boost::serialization::make_nvp;

/// Whether an archive takes columns of numbers as they lie in memory.
template <class Archive>
concept TakesColumns =
    requires(Archive& archive, ArchiveColumn<double>& column) { archive.column(column); };

template <class Archive>
void member(Archive& archive, const char* name, double& value) {
  auto bits = std::bit_cast<std::uint64_t>(value);
  archive& make_nvp(name, bits);
  value = std::bit_cast<double>(bits);
}

/// Control characters as `\\01`, a backslash as `\\5c`: XML has no room for them.
[[nodiscard]] JINJIANG_EXPORT std::string to_printable(std::string_view text);
/// @throws FormatError  an escape is not complete
[[nodiscard]] JINJIANG_EXPORT std::string from_printable(std::string_view text);

template <class Archive>
void member(Archive& archive, const char* name, std::string& text) {
  if constexpr (TakesColumns<Archive>) {
    archive.text(text);
  } else {
    std::string printable = to_printable(text);
    archive& make_nvp(name, printable);
    if constexpr (Archive::is_loading::value) text = from_printable(printable);
  }
}

template <class Archive>
void member(Archive& archive, const char* name, ArchiveColumn<char>& column) {
  if constexpr (TakesColumns<Archive>) {
    archive.column(column);
  } else {
    std::string printable = to_printable(column.bytes());
    archive& make_nvp(name, printable);
    if constexpr (Archive::is_loading::value) {
      const std::string text = from_printable(printable);
      column.own().assign(text.begin(), text.end());
    }
  }
}

template <class Archive, class Number>
void member(Archive& archive, const char* name, ArchiveColumn<Number>& column) {
  if constexpr (TakesColumns<Archive>) {
    archive.column(column);
  } else if constexpr (std::is_same_v<Number, double>) {
    Column<double>& values = column.own();
    Column<std::uint64_t> bits(values.size());
    if (!values.empty()) std::memcpy(bits.data(), values.data(), values.size() * sizeof(double));
    archive& make_nvp(name, bits);
    values.resize(bits.size());
    if (!bits.empty()) std::memcpy(values.data(), bits.data(), bits.size() * sizeof(double));
  } else {
    archive& make_nvp(name, column.own());
  }
}

template <class Archive, class Value>
void member(Archive& archive, const char* name, Value& value) {
  archive& make_nvp(name, value);
}

/// Texts one after another.
struct TextTable {
  ArchiveColumn<std::uint32_t> sizes;
  ArchiveColumn<char> bytes;

  [[nodiscard]] std::size_t size() const noexcept { return sizes.size(); }
  void add(std::string_view text) {
    sizes.push_back(static_cast<std::uint32_t>(text.size()));
    jinjiang::detail::append(bytes.own(), text.data(), text.size());
  }
};

struct UnitRecord {
  std::string symbol;
  std::string dimension;
  double numerator = 1;
  double denominator = 1;
};

struct SourceRecord {
  std::string document;
  std::string section;
  std::uint64_t begin = not_given;
  std::uint64_t end = not_given;

  static constexpr std::uint64_t not_given = static_cast<std::uint64_t>(-1);
};

struct ProfileRecord {
  std::uint8_t kind = 0;
  ArchiveColumn<double> shares;       ///< of months
  ArchiveColumn<std::int32_t> dates;  ///< of milestones
  ArchiveColumn<double> fractions;
};

/// A target with all that it may have.
struct TargetRecord {
  std::uint8_t comparator = 0;
  std::uint8_t measure = 0;
  std::uint8_t direction = 0;
  std::uint8_t firmness = 0;
  std::uint16_t unit = 0;
  double value = 0;
  double upper = 0;  ///< not a number where not given, like the next two
  double baseline = 0;
  double tolerance = 0;
  std::int32_t due = 0;
  ProfileRecord profile;
  std::string basis;
  std::string base;
  std::string set_by;
  std::string relative_to;
  double offset = 0;
};

struct RevisionRecord {
  std::uint32_t node = 0;
  std::int32_t effective = 0;
  TargetRecord target;
  std::string reason;
};

struct TaskRecord {
  std::uint32_t node = 0;
  double progress = 0;         ///< not a number where not given
  std::int32_t duration = -1;  ///< -1: not given
  std::uint32_t profile = 0;   ///< 1 + its index; 0: not given
};

struct RuleRecord {
  std::uint32_t node = 0;
  std::uint8_t kind = 0;
  std::uint32_t k = 0;
};

struct TextRecord {
  std::uint32_t node = 0;
  std::string text;
};

struct ExtensionRecord {
  std::uint32_t node = 0;
  std::string key;
  std::string json;
};

struct PolicyRecord {
  double ahead = 0;
  double on_track = 0;
  double at_risk = 0;
  double minimum_coverage = 0;
  std::uint8_t missing = 0;
  std::int32_t stale_after = 0;
};

template <class Archive>
void serialize(Archive& archive, TextTable& texts, unsigned) {
  member(archive, "sizes", texts.sizes);
  member(archive, "bytes", texts.bytes);
}

template <class Archive>
void serialize(Archive& archive, UnitRecord& unit, unsigned) {
  member(archive, "symbol", unit.symbol);
  member(archive, "dimension", unit.dimension);
  member(archive, "numerator", unit.numerator);
  member(archive, "denominator", unit.denominator);
}

template <class Archive>
void serialize(Archive& archive, SourceRecord& source, unsigned) {
  member(archive, "document", source.document);
  member(archive, "section", source.section);
  member(archive, "begin", source.begin);
  member(archive, "end", source.end);
}

template <class Archive>
void serialize(Archive& archive, ProfileRecord& profile, unsigned) {
  member(archive, "kind", profile.kind);
  member(archive, "shares", profile.shares);
  member(archive, "dates", profile.dates);
  member(archive, "fractions", profile.fractions);
}

template <class Archive>
void serialize(Archive& archive, TargetRecord& target, unsigned) {
  member(archive, "comparator", target.comparator);
  member(archive, "measure", target.measure);
  member(archive, "direction", target.direction);
  member(archive, "firmness", target.firmness);
  member(archive, "unit", target.unit);
  member(archive, "value", target.value);
  member(archive, "upper", target.upper);
  member(archive, "baseline", target.baseline);
  member(archive, "tolerance", target.tolerance);
  member(archive, "due", target.due);
  member(archive, "profile", target.profile);
  member(archive, "basis", target.basis);
  member(archive, "base", target.base);
  member(archive, "set_by", target.set_by);
  member(archive, "relative_to", target.relative_to);
  member(archive, "offset", target.offset);
}

template <class Archive>
void serialize(Archive& archive, RevisionRecord& revision, unsigned) {
  member(archive, "node", revision.node);
  member(archive, "effective", revision.effective);
  member(archive, "target", revision.target);
  member(archive, "reason", revision.reason);
}

template <class Archive>
void serialize(Archive& archive, TaskRecord& task, unsigned) {
  member(archive, "node", task.node);
  member(archive, "progress", task.progress);
  member(archive, "duration", task.duration);
  member(archive, "profile", task.profile);
}

template <class Archive>
void serialize(Archive& archive, RuleRecord& rule, unsigned) {
  member(archive, "node", rule.node);
  member(archive, "kind", rule.kind);
  member(archive, "k", rule.k);
}

template <class Archive>
void serialize(Archive& archive, TextRecord& record, unsigned) {
  member(archive, "node", record.node);
  member(archive, "text", record.text);
}

template <class Archive>
void serialize(Archive& archive, ExtensionRecord& extension, unsigned) {
  member(archive, "node", extension.node);
  member(archive, "key", extension.key);
  member(archive, "json", extension.json);
}

template <class Archive>
void serialize(Archive& archive, PolicyRecord& policy, unsigned) {
  member(archive, "ahead", policy.ahead);
  member(archive, "on_track", policy.on_track);
  member(archive, "at_risk", policy.at_risk);
  member(archive, "minimum_coverage", policy.minimum_coverage);
  member(archive, "missing", policy.missing);
  member(archive, "stale_after", policy.stale_after);
}

}  // namespace jinjiang::io::detail
