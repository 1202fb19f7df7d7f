// SPDX-License-Identifier: BSL-1.0

// Tables of which some rows cannot be read: the others are there, and each of those is said with
// its line, its reason and its fields.

#include "io/documents.hpp"

namespace {

const std::string header = "编号,日期,数值,单位,备注\n";

jj::io::CollectedObservations collected(const std::string& text,
                                        const jj::io::ReadOptions& options = {}) {
  return jj::io::collect_observations_csv(text, options);
}

/// The reason of the only row that is rejected, when the rows before and after it are read.
std::string reason(const std::string& row) {
  const auto found =
      collected(header + "before,2024-03-31,1,,\n" + row + "\nafter,2024-03-31,2,,\n");
  CHECK(found.observations.size() == 2);
  CHECK(found.lines == std::vector<std::size_t>{2, 4});
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected.front().line == 3);
  return found.rejected.front().reason;
}

}  // namespace

TEST_CASE("a table without a wrong row is collected as it is read") {
  const std::string text = header + "a,2024-03-31,1,亩,\n\nb,2024-06-30,2,亩,二\n";
  const auto found = collected("\xEF\xBB\xBF" + text);
  CHECK(found.observations == jj::io::read_observations_csv(text));
  CHECK(found.lines == std::vector<std::size_t>{2, 4});
  CHECK(found.header == std::vector<std::string>{"编号", "日期", "数值", "单位", "备注"});
  CHECK(found.rejected.empty());
}

TEST_CASE("the reason of a wrong row names its column as the table does") {
  CHECK(
      reason("b,2024-03-32,2,,") ==
      "column 日期: expected a date like 2024-06-30, 2024/6/30, 2024.6.30 or 2024年6月30日, found "
      "\"2024-03-32\"");
  CHECK(reason("b,2024-03-31,many,,").starts_with("column 数值: expected a number without"));
  CHECK(reason(",2024-03-31,2,,") == "column 编号: a row needs an id");
  CHECK(reason("b,2024-03-31,2,公倾,").starts_with("column 单位: "));
  CHECK(reason("b,2024-03-31,2,,,,").starts_with("the row has 7 fields but the header 5"));
}

TEST_CASE("a row whose quotes are wrong is rejected, and the next line is a row again") {
  CHECK(reason("\"b\"x,2024-03-31,2,,") ==
        "expected a separator after the closing quote of a field; double quotes inside fields");
  const auto found =
      collected(header + "a,2024-03-31,1,,\nb,2024-03-31,2,,\"two\nc,2024-03-31,3,,\n");
  CHECK(found.observations.size() == 1);
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected.front().line == 3);
  CHECK(found.rejected.front().reason == "the quote of a field is never closed");
  for (const char* row : {"\"b\"x", "\"b\"x\n", "\"b\"\"", "\""}) {
    CAPTURE(row);
    CHECK(collected(header + row).rejected.size() == 1);
  }
}

TEST_CASE("lines are counted in the text, with the lines inside fields") {
  const auto found =
      collected("sep=;\nid;observed_on;value;note\na;2024-03-31;1;\"two\nlines\"\nb;?;2;\n");
  CHECK(found.lines == std::vector<std::size_t>{3});
  REQUIRE(found.rejected.size() == 1);
  CHECK(found.rejected.front().line == 5);
  CHECK(found.rejected.front().fields == std::vector<std::string>{"b", "?", "2", ""});
}

TEST_CASE("every wrong row is there, also beyond those that a refusal lists") {
  std::string text = header;
  for (int i = 0; i < 100; ++i) text += "a,?,1,,\n";
  CHECK(collected(text).rejected.size() == 100);
}

TEST_CASE("readings that contradict each other are all there") {
  const auto found = collected(header + "a,2024-03-31,1,,\na,2024-03-31,2,,\n");
  CHECK(found.observations.size() == 2);
  CHECK(found.rejected.empty());
  CHECK(holds(refusal([&] { found.observations.check(); }), "contradict each other"));
}

TEST_CASE("what is wrong with the table as a whole is refused") {
  const auto refused = [](const std::string& text, jj::io::ReadOptions options = {}) {
    options.file = "o.csv";
    return refusal([&] { static_cast<void>(collected(text, options)); });
  };
  CHECK(refused("id,observed_on\n") == "o.csv:1:1: the header has no column value (数值)");
  CHECK(holds(refused("\"id"), "o.csv:1:1: the quote of a field is never closed"));
  CHECK(holds(refused("id\xFF"), "o.csv:1:1: byte 2 is not UTF-8"));
  CHECK(refused(header + "a,2024-03-31,1,,\n?\n", {.most_nodes = 1}) ==
        "o.csv:3:1: there are more than 1 rows");
}
