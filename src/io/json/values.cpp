// SPDX-License-Identifier: BSL-1.0

#include "io/json/values.hpp"

#include <jinjiang/detail/text.hpp>

namespace jinjiang::io {

Source read_source(const JsonValue& value) {
  Source source;
  constexpr std::int64_t longest = std::int64_t{1} << 52U;
  value.for_each_member([&](JsonKey key, const JsonValue& part) {
    if (key == "document") {
      source.document = read_text(part);
    } else if (key == "section") {
      source.section = read_text(part);
    } else if (key == "begin") {
      source.begin = static_cast<std::uint64_t>(part.integer(0, longest));
    } else if (key == "end") {
      source.end = static_cast<std::uint64_t>(part.integer(0, longest));
    } else {
      part.refuse_key(key, "document section begin end");
    }
  });
  return source;
}

Policy read_policy(const JsonValue& value) {
  Policy policy;
  value.for_each_member([&](JsonKey key, const JsonValue& part) {
    if (key == "ahead") {
      policy.ahead = part.number();
    } else if (key == "on_track") {
      policy.on_track = part.number();
    } else if (key == "at_risk") {
      policy.at_risk = part.number();
    } else if (key == "minimum_coverage") {
      policy.minimum_coverage = part.number();
    } else if (key == "missing") {
      policy.missing = read_enum<Missing>(part);
    } else if (key == "stale_after") {
      policy.stale_after = static_cast<int>(part.integer(0, 366 * 200));
    } else {
      part.refuse_key(key, "ahead on_track at_risk minimum_coverage missing stale_after");
    }
  });
  if (const std::string problem = find_problem(policy); !problem.empty()) value.refuse(problem);
  return policy;
}

namespace {

std::vector<double> read_shares(const JsonValue& value) {
  std::vector<double> shares;
  value.for_each_element([&](const JsonValue& share) { shares.push_back(share.number()); });
  return shares;
}

std::vector<Milestone> read_milestones(const JsonValue& value) {
  std::vector<Milestone> steps;
  value.for_each_element([&](const JsonValue& element) {
    Milestone& step = steps.emplace_back();
    bool has_date = false;
    element.for_each_member([&](JsonKey key, const JsonValue& part) {
      if (key == "date") {
        step.date = read_date(part);
        has_date = true;
      } else if (key == "fraction") {
        step.fraction = part.number();
      } else {
        part.refuse_key(key, "date fraction");
      }
    });
    if (!has_date) element.refuse("a milestone needs a date");
  });
  return steps;
}

RelativeValue read_relative(const JsonValue& value) {
  RelativeValue relative;
  value.for_each_member([&](JsonKey key, const JsonValue& part) {
    if (key == "indicator") {
      relative.indicator = read_text(part);
    } else if (key == "offset") {
      relative.offset = part.number();
    } else {
      part.refuse_key(key, "indicator offset");
    }
  });
  return relative;
}

ComparisonBase read_base(const JsonValue& value) {
  try {
    return ComparisonBase::parse(value.text());
  } catch (const TargetError& error) {
    value.refuse(error.what());
  }
}

/// The parts of a target as they come.
struct TargetParts {
  std::optional<Comparator> comparator;
  std::optional<double> value;
  Unit unit;
  TargetOptions options;
  std::optional<RelativeValue> relative;
  std::string set_by;

  void take(JsonKey key, const JsonValue& part, const UnitTable& units) {
    if (key == "comparator") {
      comparator = read_enum<Comparator>(part);
    } else if (key == "value") {
      value = part.number();
    } else if (key == "unit") {
      unit = read_unit(part, units);
    } else if (key == "measure") {
      options.measure = read_enum<Measure>(part);
    } else if (key == "upper") {
      options.upper = part.number();
    } else if (key == "direction") {
      options.direction = read_enum<Direction>(part);
    } else if (key == "baseline") {
      options.baseline = part.number();
    } else if (key == "tolerance") {
      options.tolerance = part.number();
    } else if (key == "due") {
      options.due = read_date(part);
    } else if (key == "profile") {
      options.profile = read_profile(part);
    } else if (key == "firmness") {
      options.firmness = read_enum<Firmness>(part);
    } else if (key == "basis") {
      options.basis = read_text(part);
    } else if (key == "base") {
      options.base = read_base(part);
    } else if (key == "relative_to") {
      relative = read_relative(part);
    } else if (key == "set_by") {
      set_by = read_text(part);
    } else {
      part.refuse_key(
          key,
          "comparator value upper unit measure direction baseline tolerance due profile firmness "
          "basis base relative_to set_by");
    }
  }

  [[nodiscard]] Target build(const JsonValue& place) {
    if ((value ? 1 : 0) + (relative ? 1 : 0) + (set_by.empty() ? 0 : 1) != 1) {
      place.refuse("a target needs one of value, relative_to and set_by");
    }
    if (!set_by.empty()) {
      if (comparator) place.refuse("a target that is set elsewhere has no comparator yet");
      return Target::set_elsewhere(std::move(set_by), unit, std::move(options));
    }
    if (!comparator) place.refuse("a target needs a comparator: " + list_names<Comparator>());
    if (relative)
      return Target::relative(*comparator, std::move(*relative), unit, std::move(options));
    return Target(*comparator, *value, unit, std::move(options));
  }
};

}  // namespace

Profile read_profile(const JsonValue& value) {
  try {
    if (value.is(JsonType::string)) return Profile(read_enum<ProfileKind>(value));
    std::optional<Profile> profile;
    value.for_each_member([&](JsonKey key, const JsonValue& part) {
      if (profile) part.refuse("a profile is monthly or milestones, not both");
      if (key == "monthly") {
        profile = Profile::monthly(read_shares(part));
      } else if (key == "milestones") {
        profile = Profile::milestones(read_milestones(part));
      } else {
        part.refuse_key(key, "monthly milestones");
      }
    });
    if (profile) return *profile;
  } catch (const TargetError& error) {
    value.refuse(error.what());
  }
  value.refuse("a profile needs its figures: monthly or milestones");
}

Target read_target(const JsonValue& value, const UnitTable& units) {
  TargetParts parts;
  try {
    value.for_each_member(
        [&](JsonKey key, const JsonValue& part) { parts.take(key, part, units); });
    return parts.build(value);
  } catch (const TargetError& error) {
    value.refuse(error.what());
  }
}

bool FormatCheck::take(JsonKey key, const JsonValue& value) {
  if (key == "format") {
    if (value.text() != format_) value.refuse_kind(detail::in_quotes(format_));
    has_format_ = true;
    return true;
  }
  if (key != "version") return false;
  const std::int64_t version = value.integer(1, 1'000'000);
  if (version > json_version) {
    value.refuse("this is version " + std::to_string(version) +
                 " of the format; this library reads up to version " +
                 std::to_string(json_version) + ": use a newer one");
  }
  return true;
}

void FormatCheck::refuse_other(JsonKey key, const JsonValue& value) const {
  if (key != "format" || !value.is(JsonType::string) || value.text() == format_) return;
  const std::string_view found = value.text();
  const std::string_view expected = format_ == "jinjiang-plan" ? "a plan is expected here"
                                    : format_ == "jinjiang-evaluation"
                                        ? "an evaluation is expected here"
                                        : "observations are expected here";
  const auto refuse = [&](std::string_view what, std::string_view instead) {
    value.refuse(std::string(what) + "; " + std::string(expected) + "; " + std::string(instead));
  };
  if (found == "jinjiang-plan") refuse("this is a plan", "load it as a plan");
  if (found == "jinjiang-observations")
    refuse("these are observations", "read them with read_observations");
  if (found == "jinjiang-evaluation")
    refuse("this is an evaluation", "load it with load_evaluation");
}

void FormatCheck::finish(const JsonDocument& document) const {
  if (has_format_) return;
  throw FormatError(
      document.beginning(),
      "the document does not say what it is: expected \"format\": " + detail::in_quotes(format_));
}

std::string_view checked_text(std::string_view text, const ReadOptions& options) {
  if (text.size() > options.most_bytes) {
    throw FormatError({options.file, 0, 0, ""},
                      "the text has " + std::to_string(text.size()) + " bytes, at most " +
                          std::to_string(options.most_bytes) + " are read");
  }
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  return text;
}

void FormatErrors::add(const FormatError& error) {
  constexpr std::size_t most = 20;
  ++count_;
  if (errors_.size() < most) errors_.push_back(error);
}

void FormatErrors::add_all(const FormatErrors& others) {
  for (const FormatError& error : others.errors_) add(error);
  count_ += others.count_ - others.errors_.size();
}

void FormatErrors::finish() const {
  if (errors_.empty()) return;
  if (count_ == 1) throw FormatError(errors_.front());
  const Place& place = errors_.front().place();
  std::string text = std::to_string(count_) + " problems:";
  for (const FormatError& error : errors_) text += "\n  " + std::string(error.what());
  if (count_ > errors_.size())
    text += "\n  … and " + std::to_string(count_ - errors_.size()) + " more";
  throw FormatError(place, text);
}

}  // namespace jinjiang::io
