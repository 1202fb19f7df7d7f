// SPDX-License-Identifier: BSL-1.0
// The labelled clauses (labelled/README.md), and how well the reader does on them.
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include <jinjiang/io.hpp>
#include <jinjiang/reading.hpp>

#include "support/catch.hpp"

namespace {

namespace jj = jinjiang;
namespace reading = jinjiang::reading;

struct Label {
  std::string number;
  std::string comparator;
  double value = 0;
  std::optional<double> upper;
  std::string unit;
  std::string measure;
  std::string direction;
  std::string firmness;
};
struct LabelledClause {
  std::string text;
  std::vector<Label> labels;
};

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> result(1);
  for (const char c : line) {
    if (c == '\t') {
      result.emplace_back();
    } else if (c != '\r') {
      result.back() += c;
    }
  }
  return result;
}

std::vector<LabelledClause> read_labels(const std::string& path) {
  std::ifstream file(path);
  REQUIRE(file.good());
  std::vector<LabelledClause> clauses;
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto cells = columns(line);
    if (cells.size() < 10) continue;
    if (clauses.empty() || clauses.back().text != cells[1]) clauses.push_back({cells[1], {}});
    if (cells[2] == "-") continue;
    Label label{cells[2], cells[3], std::strtod(cells[4].c_str(), nullptr), {}, cells[6], cells[7],
                cells[8], cells[9]};
    if (!cells[5].empty()) label.upper = std::strtod(cells[5].c_str(), nullptr);
    clauses.back().labels.push_back(label);
  }
  return clauses;
}

bool is_same_number(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return std::fabs(a - b) <= 1e-6 * std::max(1.0, std::fabs(b));
}

/// The value in the label's unit; whatever spelling the figure has.
bool is_same_amount(const reading::Figure& figure, const Label& label) {
  if (label.unit == "-") return is_same_number(figure.value, label.value);
  const auto unit = jj::UnitTable::standard().find(label.unit);
  if (!unit || !jj::is_convertible(figure.unit, *unit)) return false;
  if (std::isnan(label.value)) return std::isnan(figure.value);
  if (!is_same_number(jj::convert(figure.value, figure.unit, *unit), label.value)) return false;
  if (figure.upper.has_value() != label.upper.has_value()) return false;
  return !label.upper ||
         is_same_number(jj::convert(*figure.upper, figure.unit, *unit), *label.upper);
}

/// How many of the figures a column has right.
struct Score {
  std::size_t labels = 0;
  std::size_t found = 0;    // figures the reader gave
  std::size_t matched = 0;  // value, unit and comparator right
  std::size_t measure = 0;
  std::size_t direction = 0;
  std::size_t firmness = 0;
  std::size_t number = 0;

  [[nodiscard]] static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

Score score(const std::vector<LabelledClause>& clauses, std::ostream& misses) {
  Score total;
  for (const LabelledClause& clause : clauses) {
    const auto read = reading::read_figures(clause.text);
    std::vector<bool> taken(read.figures.size(), false);
    total.labels += clause.labels.size();
    total.found += read.figures.size();
    for (const Label& label : clause.labels) {
      const reading::Figure* match = nullptr;
      for (std::size_t i = 0; i < read.figures.size() && match == nullptr; ++i) {
        const auto& figure = read.figures[i];
        if (taken[i] || to_string(figure.comparator) != label.comparator ||
            !is_same_amount(figure, label))
          continue;
        match = &figure;
        taken[i] = true;
      }
      if (match == nullptr) {
        misses << "missed   " << clause.text << "  [" << label.number << "] " << label.comparator
               << " " << label.value << " " << label.unit << "\n";
        continue;
      }
      ++total.matched;
      const auto check = [&](std::size_t& count, const char* column, std::string_view read_as,
                             const std::string& expected) {
        if (read_as == expected) {
          ++count;
        } else {
          misses << column << "  " << clause.text << "  [" << label.number << "] " << read_as
                 << " is " << expected << "\n";
        }
      };
      check(total.measure, "measure", to_string(match->measure), label.measure);
      check(total.direction, "direction", to_string(match->direction), label.direction);
      check(total.firmness, "firmness", to_string(match->firmness), label.firmness);
      check(total.number, "number", match->number.of(clause.text), label.number);
    }
    for (std::size_t i = 0; i < read.figures.size(); ++i) {
      if (taken[i]) continue;
      const auto& figure = read.figures[i];
      misses << "too many " << clause.text << "  [" << figure.number.of(clause.text) << "] "
             << to_string(figure.comparator) << " " << figure.value << " " << figure.unit.symbol()
             << " (" << figure.rule << ")\n";
    }
  }
  return total;
}

/// Prints precision and recall with every miss, and requires what is promised in
/// docs/reading/figures.md.
void require_quality(const std::string& path) {
  std::ostringstream misses;
  const auto clauses = read_labels(path);
  const Score total = score(clauses, misses);
  const double precision = Score::share(total.matched, total.found);
  const double recall = Score::share(total.matched, total.labels);
  const double measure = Score::share(total.measure, total.matched);
  std::cout << path << ": " << clauses.size() << " clauses, " << total.labels << " figures\n"
            << misses.str() << "precision " << precision << ", recall " << recall << ", measure "
            << measure << ", direction " << Score::share(total.direction, total.matched)
            << ", firmness " << Score::share(total.firmness, total.matched) << ", number "
            << Score::share(total.number, total.matched) << "\n";
  CHECK(clauses.size() > 100);
  CHECK(precision >= 0.98);
  CHECK(recall >= 0.97);
  CHECK(measure >= 0.95);
}

}  // namespace

TEST_CASE("the labelled clauses are read as their labels say") {
  require_quality(JINJIANG_SOURCE_DIR "/tests/reading/labelled/clauses.tsv");
}

TEST_CASE("the clauses in another hand are read as their labels say") {
  require_quality(JINJIANG_SOURCE_DIR "/tests/reading/labelled/held_out.tsv");
}

TEST_CASE("the draft of every labelled clause is kept") {
  for (const char* name : {"clauses.tsv", "held_out.tsv"}) {
    const std::string folder = JINJIANG_SOURCE_DIR "/tests/reading/labelled/";
    for (const LabelledClause& clause : read_labels(folder + name)) {
      CAPTURE(clause.text);
      const jj::Plan plan =
          jj::read_report("2026年报告\n一、重点工作\n" + clause.text + "。\n").plan();
      REQUIRE(jj::io::read_plan_json(jj::io::write_plan_json(plan)) == plan);
    }
  }
}

TEST_CASE("clauses that JINJIANG_LABELLED names are read as their labels say") {
  if (const char* path = std::getenv("JINJIANG_LABELLED")) require_quality(path);
}
