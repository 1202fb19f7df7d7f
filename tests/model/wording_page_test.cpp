// SPDX-License-Identifier: BSL-1.0

// Every row of the tables of docs/wordings.md.

#include <fstream>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/target.hpp>

#include "support/text.hpp"

namespace {

using Cells = std::vector<std::string>;

Cells cells_of(const std::string& line) {
  Cells cells;
  for (std::size_t begin = 1; begin < line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    cells.emplace_back(jj::detail::trimmed(std::string_view(line).substr(begin, end - begin)));
    begin = end + 1;
  }
  return cells;
}

/// The rows of all tables whose header begins with this word.
std::vector<Cells> rows_under(const std::string& first_column) {
  std::ifstream page(JINJIANG_SOURCE_DIR "/docs/wordings.md");
  std::vector<Cells> rows;
  bool is_inside = false;
  bool is_first = true;
  for (std::string line; std::getline(page, line);) {
    const bool is_row = line.starts_with("|");
    if (is_row && is_first) {
      is_inside = cells_of(line).front() == first_column;
    } else if (is_row && is_inside && !line.starts_with("|---")) {
      rows.push_back(cells_of(line));
    }
    is_first = !is_row;
  }
  return rows;
}

std::string value_of(const jj::Target& target) {
  std::string text = jj::detail::format_number(target.value());
  if (target.upper()) text += " to " + jj::detail::format_number(*target.upper());
  return text + " " + target.unit().symbol();
}

}  // namespace

TEST_CASE("every wording of the page is read as the page says") {
  const auto rows = rows_under("wording");
  CHECK(rows.size() > 90);
  for (const Cells& row : rows) {
    REQUIRE(row.size() == 5);
    CAPTURE(row[0]);
    const jj::Target target = jj::Target::parse(row[0]);
    CHECK(to_string(target.comparator()) == row[1]);
    CHECK(value_of(target) == row[2]);
    CHECK(to_string(target.measure()) == row[3]);
    CHECK(to_string(target.direction()) == row[4]);
  }
}

TEST_CASE("every quantity of the page is read as the page says") {
  const auto rows = rows_under("quantity");
  CHECK(rows.size() > 5);
  for (const Cells& row : rows) CHECK(to_string(jj::Quantity::parse(row.at(0))) == row.at(1));
}

TEST_CASE("every wording that the page calls refused is refused as the page says") {
  const auto rows = rows_under("refused");
  CHECK(rows.size() > 15);
  for (const Cells& row : rows) {
    CHECK(
        holds(message_of<jj::FormatError>([&] { (void)jj::Target::parse(row.at(0)); }), row.at(1)));
  }
}

TEST_CASE("the words of firmness, base and basis are kept") {
  CHECK(jj::Target::parse("确保增长6%").firmness() == jj::Firmness::must);
  CHECK(jj::Target::parse("力争突破100亿元").firmness() == jj::Firmness::stretch);
  CHECK(to_string(jj::Target::parse("较2020年增长5%").base()) == "since 2020");
  CHECK(to_string(jj::Target::parse("环比增长1%").base()) == "previous_period");
  CHECK(jj::Target::parse("同口径增长3%").basis() == "同口径");
}
