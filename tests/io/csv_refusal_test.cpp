// SPDX-License-Identifier: BSL-1.0

// Every refusal of a table with its place and its words.

#include "io/documents.hpp"

namespace {

std::string row_refusal(const std::string& row) {
  return csv_refusal("id,observed_on,value,unit,stage,known_on\n" + row + "\n");
}

}  // namespace

TEST_CASE("an empty table is refused") {
  CHECK(csv_refusal("") ==
        "o.csv:1:1: the table is empty: expected a header such as id,observed_on,value");
  CHECK(csv_refusal("\n\n,,\n") ==
        "o.csv:1:1: the table is empty: expected a header such as id,observed_on,value");
}

TEST_CASE("a header without a column that is needed is refused") {
  CHECK(csv_refusal("id,observed_on\n") == "o.csv:1:1: the header has no column value (数值)");
  CHECK(csv_refusal("编号,数值\n") == "o.csv:1:1: the header has no column observed_on (日期)");
}

TEST_CASE("an unknown column is refused with the nearest known one") {
  CHECK(csv_refusal("id,observd_on,value\n") ==
        "o.csv:1:4 at observd_on: unknown column \"observd_on\"; nearest: \"observed_on\"; columns "
        "are id (编号), observed_on (日期), value (数值), unit (单位), stage (阶段), basis (口径), "
        "known_on (获知日期), span (计法), source (来源), note (备注)");
  CHECK(csv_refusal("编号,日期,数值,,\n")
            .starts_with("o.csv:1:10: column 4 has no name; columns are id"));
}

TEST_CASE("a column that comes twice is refused, also under another name") {
  CHECK(csv_refusal("id,value,id\n") == "o.csv:1:10 at id: the column id comes twice");
  CHECK(csv_refusal("id,value,编号\n") == "o.csv:1:10 at 编号: the column id comes twice");
}

TEST_CASE("a row with more fields than the header is refused") {
  CHECK(row_refusal("a,2024-01-01,1,,,,") ==
        "o.csv:2:19: the row has 7 fields but the header 6; decimals are written with a point, "
        "and a field that holds the separator stands in quotes");
}

TEST_CASE("a row without an id is refused") {
  CHECK(row_refusal(",2024-01-01,1") == "o.csv:2:1 at id: a row needs an id");
}

TEST_CASE("a number that is none is refused") {
  const std::string words = "expected a number without separators, such as 1600 or 5.6, found ";
  CHECK(row_refusal("a,2024-01-01,\"1,600\"") ==
        "o.csv:2:14 at value: " + words +
            "\"1,600\"; write 1600, or 1.600 if it is a decimal comma");
  CHECK(holds(row_refusal("a,2024-01-01,\"5,6\""), "\"5,6\"; a decimal comma? write 5.6"));
  CHECK(holds(row_refusal("a,2024-01-01,\"1,600,000.5\""), "\"; write 1600000.5"));
  CHECK(holds(csv_refusal("id;observed_on;value\na;2024-01-01;5,6"), "write 5.6"));
  CHECK(row_refusal("晋江,2024-01-01,5.6a") == "o.csv:2:15 at value: " + words + "\"5.6a\"");
  CHECK(holds(row_refusal("a,2024-01-01,%"), words + "\"%\""));
  CHECK(holds(row_refusal("a,2024-01-01,5%%"), words + "\"5%%\""));
  CHECK(row_refusal("a,2024-01-01,nan") == "o.csv:2:14 at value: " + words + "\"nan\"");
  CHECK(row_refusal("a,2024-01-01,inf") == "o.csv:2:14 at value: " + words + "\"inf\"");
  CHECK(row_refusal("a,2024-01-01,1e999") == "o.csv:2:14 at value: " + words + "\"1e999\"");
  CHECK(row_refusal("a,2024-01-01,+-1") == "o.csv:2:14 at value: " + words + "\"+-1\"");
  CHECK(holds(row_refusal("a,2024-01-01"), " at value: " + words + "\"\""));
}

TEST_CASE("a date that is none is refused with the spellings that are read") {
  const std::string words =
      "expected a date like 2024-06-30, 2024/6/30, 2024.6.30 or 2024年6月30日, found ";
  CHECK(row_refusal("a,30/6/2024,1") == "o.csv:2:3 at observed_on: " + words + "\"30/6/2024\"");
  CHECK(row_refusal("a,2024-01-01,1,,,2024-02-30") ==
        "o.csv:2:18 at known_on: " + words + "\"2024-02-30\"");
  for (const char* day : {"24/6/30", "2024/6-30", "2024/6/30 0:00", "2024年6月", "2024年6月30",
                          "20240630", "2024/13/1", "2024/6/031", "6月30日", "0000/1/1", ""}) {
    CHECK(holds(row_refusal("a," + std::string(day) + ",1"), " at observed_on: " + words));
  }
}

TEST_CASE("a value with % is refused where the unit says otherwise") {
  CHECK(row_refusal("a,2024-01-01,5.3%,亩") ==
        "o.csv:2:14 at value: the value \"5.3%\" says % but the column unit (单位) says \"亩\"; "
        "write the number alone, or % in the column 单位");
  CHECK(holds(row_refusal("a,2024-01-01,5.3%,百分点"), "says % but the column unit (单位)"));
}

TEST_CASE("an id that the plan does not have is refused with its place") {
  const jj::Plan plan = full_plan();
  const std::string table = "id,observed_on,value\nwheat,2024-01-01,1\nwheet,2024-01-01,1\n";
  CHECK(csv_refusal(table) == "(accepted)");
  CHECK(csv_refusal(table, {.plan = &plan}) ==
        "o.csv:3:1 at id: no node \"wheet\"; nearest: \"wheat\"; correct it, or pass over such "
        "readings with ignore_unknown (--ignore-unknown on the command line)");
  const std::string json =
      readings_text(R"({"id": "wheet", "observed_on": "2024-01-01", "value": 1})");
  CHECK(readings_refusal(json) == "(accepted)");
  CHECK(readings_refusal(json, {.plan = &plan})
            .starts_with("o.json:2:8 at /readings/0/id: no node \"wheet\"; nearest: \"wheat\""));
}

TEST_CASE("many unknown ids cost no search each") {
  const jj::Plan plan = full_plan();
  std::string table = "id,observed_on,value\n";
  for (int i = 0; i < 30; ++i) table += "wheet,2024-01-01,1\n";
  CHECK(holds(csv_refusal(table, {.plan = &plan}), "30 problems"));
}

TEST_CASE("an unknown unit, stage or span is refused") {
  CHECK(row_refusal("a,2024-01-01,1,公倾") ==
        "o.csv:2:16 at unit: unknown unit \"公倾\"; nearest: \"公斤\", \"公里\", \"公顷\"; add "
        "your own to the plan's units");
  CHECK(row_refusal("a,2024-01-01,1,,终") ==
        "o.csv:2:17 at stage: expected estimate, provisional or final, found \"终\"");
  CHECK(csv_refusal("编号,日期,数值,计法\na,2024-01-01,1,月\n") ==
        "o.csv:2:16 at 计法: expected cumulative or per_period, found \"月\"");
}

TEST_CASE("a reading that was known before its date is refused") {
  CHECK(holds(row_refusal("a,2024-01-02,1,,,2024-01-01"),
              "it cannot be known on 2024-01-01, before its date"));
}

TEST_CASE("readings that contradict each other are refused with their line") {
  const std::string text = row_refusal("a,2024-01-01,1\nb,2024-01-01,1\na,2024-01-01,2");
  CHECK(holds(text, "observations of a on 2024-01-01 contradict each other: 1 and 2"));
  CHECK(text.starts_with("o.csv:4:1"));
}

TEST_CASE("several wrong rows are listed with their lines, counting those inside quoted fields") {
  CHECK(csv_refusal("id,observed_on,value,note\na,2024-01-01,x,\"1\n2\"\nb,2024-01-01,y,\n") ==
        "o.csv:2:14 at value: 2 problems:\n"
        "  o.csv:2:14 at value: expected a number without separators, such as 1600 or 5.6, found "
        "\"x\"\n"
        "  o.csv:4:14 at value: expected a number without separators, such as 1600 or 5.6, found "
        "\"y\"");
}

TEST_CASE("invalid UTF-8 is refused with its line") {
  CHECK(row_refusal("a,2024-01-01,1,\xff") ==
        "o.csv:2:1: byte 56 is not UTF-8; save the table as CSV in UTF-8");
  CHECK(holds(csv_refusal(std::string("\xFF\xFEi\0d\0", 6)), "o.csv:1:1: byte 0 is not UTF-8"));
}

TEST_CASE("a quote that is never closed is refused at the line where it was opened") {
  CHECK(row_refusal("a,2024-01-01,1\nb,2024-01-01,\"1\n\n") ==
        "o.csv:3:1: the quote of a field is never closed");
}

TEST_CASE("something after a closing quote is refused") {
  CHECK(row_refusal("\"a\"b,2024-01-01,1") ==
        "o.csv:2:1: expected a separator after the closing quote of a field; double quotes inside "
        "fields");
}

TEST_CASE("more rows or bytes than the reader was told to take are refused") {
  const std::string three =
      "id,observed_on,value\na,2024-01-01,1\nb,2024-01-01,1\nc,2024-01-01,1\n";
  CHECK(csv_refusal(three, {.most_nodes = 2}) == "o.csv:4:1: there are more than 2 rows");
  CHECK_NOTHROW(jj::io::read_observations_csv(three, {.most_nodes = 3}));
  CHECK(csv_refusal(three, {.most_bytes = 10}) ==
        "o.csv: the text has 66 bytes, at most 10 are read");
}

TEST_CASE("an unknown column of any name is told in a short, printable message") {
  const std::string long_name = csv_refusal("id," + std::string(100'000, 'x') + "\n");
  CHECK(holds(long_name, "unknown column \"xxx"));
  CHECK(long_name.size() < 1000);
  CHECK(holds(csv_refusal("id,a\x01z\n"), "o.csv:1:4 at \"a\\x01z\": unknown column \"a\\x01z\""));
}

TEST_CASE("a table in another encoding is refused with a guess which one it is") {
  // 编号,日期 in GBK
  CHECK(csv_refusal("\xB1\xE0\xBA\xC5,\xC8\xD5\xC6\xDA\n") ==
        "o.csv:1:1: byte 0 is not UTF-8; the file looks like GBK/GB18030; save the table as CSV in "
        "UTF-8");
  CHECK(csv_refusal("id,value\na,\xFF\xFF") ==
        "o.csv:2:1: byte 11 is not UTF-8; save the table as CSV in UTF-8");
  CHECK(holds(csv_refusal(std::string("\xFF\xFEi\0d\0", 6)), "looks like UTF-16"));
  CHECK(csv_refusal(std::string("id,val\0ue\n", 10)) ==
        "o.csv:1:1: byte 6 is NUL, which no table holds; save the table as CSV in UTF-8");
}

TEST_CASE("a first line sep= must name a separator") {
  CHECK(csv_refusal("sep=|\nid|value\n") ==
        "o.csv:1:1: sep= names a comma, a semicolon or a tab, found \"|\"");
}
