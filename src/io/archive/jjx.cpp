// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/io/jjx.hpp>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <jinjiang/io/detail/archive_tables.hpp>

#include "io/archive/jjx_archive.hpp"

namespace jinjiang::io {

namespace {

/// Like PNG's: shows at once when line ends or the eighth bit were lost on the way.
constexpr std::string_view magic = "\x89JJX\r\n\x1a\n";

/// The 32 bytes before the tables; numbers little-endian.
struct Envelope {
  std::uint32_t version = jjx_version;
  std::uint32_t kind = 0;
  std::uint64_t length = 0;    ///< bytes of the tables
  std::uint64_t checksum = 0;  ///< XXH3 of the three numbers above and the tables

  static constexpr std::size_t size = 32;
  static constexpr std::size_t numbers_size = 16;  ///< of version, kind and length
};

template <class Number>
void append(std::string& out, Number value) {
  value = little_endian(value);
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class Number>
Number number_at(std::string_view bytes, std::size_t position) {
  Number value = 0;
  std::memcpy(&value, bytes.data() + position, sizeof value);
  return little_endian(value);
}

/// The tables with the numbers of the envelope as seed, so that none can be changed alone.
std::uint64_t checksum_of(std::string_view numbers, std::string_view tables) {
  const std::uint64_t seed = XXH3_64bits(numbers.data(), numbers.size());
  return XXH3_64bits_withSeed(tables.data(), tables.size(), seed);
}

const char* name_of(JjxKind kind) {
  switch (kind) {
    case JjxKind::plan:
      return "a plan";
    case JjxKind::observations:
      return "observations";
    case JjxKind::evaluation:
      break;
  }
  return "an evaluation";
}

/// What to do with it instead.
const char* reader_of(JjxKind kind) {
  switch (kind) {
    case JjxKind::plan:
      return "load it as a plan";
    case JjxKind::observations:
      return "read them with read_observations";
    case JjxKind::evaluation:
      break;
  }
  return "load it with load_evaluation";
}

[[noreturn]] void refuse(const ReadOptions& options, const std::string& what) {
  throw FormatError({options.file, 0, 0, {}}, what);
}

/// The tables of an archive of which everything in the envelope holds.
std::string_view opened(std::string_view bytes, const ReadOptions& options, JjxKind& kind) {
  if (bytes.size() > options.most_bytes) {
    refuse(options, "the archive has " + std::to_string(bytes.size()) + " bytes, at most " +
                        std::to_string(options.most_bytes) + " are read");
  }
  if (bytes.empty()) refuse(options, "not a .jjx archive: there is nothing in it");
  if (!bytes.starts_with(magic)) {
    refuse(options, is_jjx(bytes) ? "the archive is damaged: its first bytes were changed, as by a "
                                    "transfer in text mode; fetch it again in binary mode"
                                  : "not a .jjx archive: it does not begin like one");
  }
  if (bytes.size() < Envelope::size)
    refuse(options, "the archive is cut short: it ends in its envelope");
  const auto version = number_at<std::uint32_t>(bytes, magic.size());
  if (version == 0) refuse(options, "the archive is damaged: there is no version 0 of the format");
  if (version > jjx_version) {
    refuse(options, "this is version " + std::to_string(version) +
                        " of the .jjx format; this library reads up to version " +
                        std::to_string(jjx_version) + ": use a newer one");
  }
  const auto length = number_at<std::uint64_t>(bytes, magic.size() + 8);
  const std::string_view tables = bytes.substr(Envelope::size);
  if (length > tables.size()) {
    refuse(options, "the archive is cut short: " + std::to_string(length) +
                        " bytes of tables were written, " + std::to_string(tables.size()) +
                        " are here; fetch it again");
  }
  if (length < tables.size())
    refuse(options, "the archive is damaged: there are bytes after its end");
  const auto checksum = number_at<std::uint64_t>(bytes, magic.size() + Envelope::numbers_size);
  if (checksum_of(bytes.substr(magic.size(), Envelope::numbers_size), tables) != checksum)
    refuse(options, "the archive is damaged: its checksum is another; fetch it again");
  const auto number = number_at<std::uint32_t>(bytes, magic.size() + 4);
  if (number > static_cast<std::uint32_t>(JjxKind::evaluation))
    refuse(options, "the archive holds something unknown (kind " + std::to_string(number) + ")");
  kind = static_cast<JjxKind>(number);
  return tables;
}

template <class Tables>
Tables read_tables(std::string_view bytes, const ReadOptions& options, JjxKind wanted) {
  JjxKind kind{};
  const std::string_view content = opened(bytes, options, kind);
  if (kind != wanted) {
    refuse(options, std::string("expected ") + name_of(wanted) + ", the archive holds " +
                        name_of(kind) + "; " + reader_of(kind));
  }
  JjxReader reader(content, options.file);
  Tables tables;
  serialize(reader, tables, 0U);
  reader.finish();
  return tables;
}

/// Errors of the tables get the file's name.
template <class Call>
auto placed(const ReadOptions& options, const Call& call) {
  try {
    return call();
  } catch (const FormatError& error) {
    if (!error.place().file.empty() || options.file.empty()) throw;
    throw FormatError({options.file, 0, 0, {}}, error.what());
  } catch (const PlanError& error) {
    if (options.file.empty()) throw;
    std::vector<Problem> problems = error.problems();
    for (Problem& problem : problems) problem.message = options.file + ": " + problem.message;
    throw PlanError(std::move(problems));
  }
}

void limit_nodes(std::size_t size, const ReadOptions& options, const char* what) {
  if (size <= options.most_nodes) return;
  refuse(options, "there are more than " + std::to_string(options.most_nodes) + " " + what);
}

std::size_t likely_size(const detail::PlanTables& plan) noexcept {
  constexpr std::size_t bytes_a_node = 90;  // beside its texts
  return plan.nodes.texts.size() + bytes_a_node * plan.nodes.kinds.size();
}

std::size_t likely_size(const detail::ObservationTables& observations) noexcept {
  constexpr std::size_t bytes_a_reading = 40;
  return observations.ids.bytes.size() + bytes_a_reading * observations.series.size();
}

std::size_t likely_size(const detail::EvaluationTables& evaluation) noexcept {
  return likely_size(evaluation.plan) + likely_size(evaluation.observations);
}

template <class Tables>
std::string written(const Tables& tables, JjxKind kind) {
  std::string out;
  out.reserve(Envelope::size + likely_size(tables));
  out = magic;
  out.resize(Envelope::size);
  JjxWriter writer(out);
  serialize(writer, const_cast<Tables&>(tables), 0U);  // NOLINT: writes nothing to it
  std::string numbers;
  append(numbers, jjx_version);
  append(numbers, static_cast<std::uint32_t>(kind));
  append(numbers, static_cast<std::uint64_t>(out.size() - Envelope::size));
  const std::uint64_t checksum = checksum_of(numbers, std::string_view(out).substr(Envelope::size));
  append(numbers, checksum);
  out.replace(magic.size(), numbers.size(), numbers);
  return out;
}

}  // namespace

bool is_jjx(std::string_view bytes) noexcept {
  return bytes.size() >= 4 && bytes.substr(1, 3) == "JJX";
}

JjxKind kind_of_jjx(std::string_view bytes, const ReadOptions& options) {
  JjxKind kind{};
  static_cast<void>(opened(bytes, options, kind));
  return kind;
}

Plan read_plan_jjx(std::string_view bytes, const ReadOptions& options) {
  return placed(options, [&] {
    auto tables = read_tables<detail::PlanTables>(bytes, options, JjxKind::plan);
    limit_nodes(tables.nodes.kinds.size(), options, "nodes");
    return detail::plan_of(std::move(tables));
  });
}

Observations read_observations_jjx(std::string_view bytes, const ReadOptions& options) {
  return placed(options, [&] {
    const auto tables =
        read_tables<detail::ObservationTables>(bytes, options, JjxKind::observations);
    limit_nodes(tables.series.size(), options, "readings");
    return detail::observations_of(tables);
  });
}

Evaluation read_evaluation_jjx(std::string_view bytes, const ReadOptions& options) {
  return placed(options, [&] {
    auto tables = read_tables<detail::EvaluationTables>(bytes, options, JjxKind::evaluation);
    limit_nodes(tables.plan.nodes.kinds.size(), options, "nodes");
    limit_nodes(tables.observations.series.size(), options, "readings");
    return detail::evaluation_of(std::move(tables));
  });
}

std::string write_plan_jjx(const Plan& plan) {
  return written(detail::tables_of(plan), JjxKind::plan);
}

std::string write_observations_jjx(const Observations& observations) {
  return written(detail::tables_of(observations), JjxKind::observations);
}

std::string write_evaluation_jjx(const Evaluation& evaluation) {
  return written(detail::tables_of(evaluation), JjxKind::evaluation);
}

}  // namespace jinjiang::io
