// SPDX-License-Identifier: BSL-1.0

#include "io/documents.hpp"
#include "io/random_document.hpp"

namespace {

jj::Observations read(const std::string& text) { return jj::io::read_observations_csv(text); }

jj::Observations two_readings() {
  jj::Observations all;
  all.add("a", 2024y / 3 / 31, 1600, {.unit = jj::UnitTable::standard().at("亩")});
  all.add("b", 2024y / 6 / 30, 5.5,
          {.stage = jj::Stage::estimate,
           .known_on = 2024y / 7 / 1,
           .span = jj::Span::per_period,
           .note = "n"});
  return all;
}
const std::string comma_text =
    "id,observed_on,value,unit,stage,known_on,span,note\n"
    "a,2024-03-31,1600,亩,,,,\n"
    "b,2024-06-30,5.5,,estimate,2024-07-01,per_period,n\n";

std::string replaced(std::string text, char from, const std::string& to) {
  for (std::size_t i = 0; (i = text.find(from, i)) != std::string::npos; i += to.size())
    text.replace(i, 1, to);
  return text;
}
jj::Observations with_note(const std::string& note) {
  return jj::Observations{}.add("a", 2024y / 1 / 1, 1, {.note = note});
}
std::string note_in(const std::string& field) {
  return read("id,observed_on,value,note\na,2024-01-01,1," + field + "\n")[0].options.note;
}
std::string last_field(const std::string& note) {
  const std::string text = jj::io::write_observations_csv(with_note(note));
  return text.substr(text.find("cumulative,,") + 12);
}

}  // namespace

TEST_CASE("comma, semicolon and tab are told apart by the header") {
  CHECK(read(comma_text) == two_readings());
  CHECK(read(replaced(comma_text, ',', ";")) == two_readings());
  CHECK(read(replaced(comma_text, ',', "\t")) == two_readings());
}

TEST_CASE("a byte order mark, CRLF, CR and empty lines are passed over") {
  CHECK(read("\xEF\xBB\xBF" + comma_text) == two_readings());
  CHECK(read(replaced(comma_text, '\n', "\r\n")) == two_readings());
  CHECK(read(replaced(comma_text, '\n', "\r")) == two_readings());
  CHECK(read(replaced(comma_text, '\n', "\n\n")) == two_readings());
  CHECK(read("\n" + comma_text + ",,,,,,,\n") == two_readings());
  CHECK(read(comma_text.substr(0, comma_text.size() - 1)) == two_readings());
}

TEST_CASE("header, stage and span may be in Chinese, columns in any order") {
  CHECK(read("备注,计法,获知日期,阶段,单位,数值,日期,编号\n"
             ",累计,,最终,亩,1600,2024-03-31,a\n"
             "n,当期,2024-07-01,预计,,+5.5,2024-06-30,b\n") == two_readings());
  CHECK(read("指标编号,观测日期,实际值,口径,来源\na,2024-01-01,1,可比,公报\n")[0].options.basis ==
        "可比");
  CHECK(read("编号,日期,数值,阶段\na,2024-01-01,1,初步\n")[0].options.stage ==
        jj::Stage::provisional);
}

TEST_CASE("spaces around a plain field do not matter") {
  CHECK(read(" id ,observed_on,value\n a ,2024-01-01 ,\u3000 1\n") ==
        jj::Observations{}.add("a", 2024y / 1 / 1, 1));
}

TEST_CASE("a quoted field holds separators, doubled quotes and line breaks") {
  CHECK(note_in("\"a,b;c\td\"") == "a,b;c\td");
  CHECK(note_in("\"say \"\"yes\"\"\"") == "say \"yes\"");
  CHECK(note_in("\"one\ntwo\r\nthree\"") == "one\ntwo\r\nthree");
  CHECK(note_in("\"\"") == "");
}

TEST_CASE("a table with a header only holds no readings") {
  CHECK(read("id,observed_on,value\n").empty());
}

TEST_CASE("fields missing at the end of a row are empty") {
  CHECK(read("id,observed_on,value,unit,note\na,2024-01-01,1\n") ==
        jj::Observations{}.add("a", 2024y / 1 / 1, 1));
}

TEST_CASE("units of a plan may be named") {
  jj::UnitTable units = jj::UnitTable::standard();
  units.add("担", "公斤", 50);
  const jj::Observations read =
      jj::io::read_observations_csv("id,observed_on,value,unit\na,2024-01-01,1,万担\n", {}, units);
  CHECK(read[0].options.unit == units.at("万担"));
}

TEST_CASE("readings read back equal from CSV and save to the same bytes") {
  CHECK(reloaded_csv(two_readings()) == two_readings());
  CHECK(reloaded_csv({}) == jj::Observations{});
}

TEST_CASE("random readings read back equal from CSV") {
  const auto seed = GENERATE(range(1U, 21U));
  const jj::Observations all = random_observations(seed, 30);
  CHECK(reloaded_csv(all) == all);
}

TEST_CASE("the example of Jinjiang 2024 reads back equal from CSV and JSON") {
  const jj::Observations all =
      jj::io::load_observations(JINJIANG_SOURCE_DIR "/examples/jinjiang-2024/observations.csv");
  CHECK(all.size() == 22);
  CHECK(reloaded_csv(all) == all);
  CHECK(reloaded_json(all) == all);
}

TEST_CASE("a text that a spreadsheet would run is written behind a quote sign") {
  CHECK(last_field("=1+1") == "\"'=1+1\"\n");
  CHECK(last_field("+1") == "\"'+1\"\n");
  CHECK(last_field("@SUM(A1)") == "\"'@SUM(A1)\"\n");
  CHECK(last_field("-1+cmd|'/C calc'!A0").starts_with("\"'-1"));
  CHECK(last_field("＝1+1") == "\"'＝1+1\"\n");
  CHECK(last_field("＋1") == "\"'＋1\"\n");
  CHECK(last_field("－1") == "\"'－1\"\n");
  CHECK(last_field("＠SUM(A1)") == "\"'＠SUM(A1)\"\n");
  CHECK(last_field("a=1") == "a=1\n");
  CHECK(last_field("，1") == "，1\n");
}

TEST_CASE("a text that begins like a formula reads back as it was") {
  const char* const note = GENERATE("=1+1", "+1", "@a", "-a", "'", "'=1", "''=1", "＝1", "'＠a");
  CAPTURE(note);
  CHECK(jj::io::read_observations_csv(jj::io::write_observations_csv(with_note(note))) ==
        with_note(note));
}

TEST_CASE("an id that begins like a formula reads back as it was") {
  const jj::Observations all = jj::Observations{}.add("=a", 2024y / 1 / 1, 1);
  CHECK(jj::io::read_observations_csv(jj::io::write_observations_csv(all)) == all);
}

TEST_CASE("spaces and line breaks at the ends of a text read back as they were") {
  const char* const note = GENERATE(" a", "a ", "a\n", "\u3000a");
  CAPTURE(note);
  CHECK(jj::io::read_observations_csv(jj::io::write_observations_csv(with_note(note))) ==
        with_note(note));
}

TEST_CASE("an evaluation is written with one row a node in the order of the outline") {
  const jj::Plan plan =
      jj::PlanBuilder("p", {2024y / 1 / 1, 2024y / 12 / 31})
          .goal("g", "目标,一")
          .indicator("i", "=指标", jj::reach(366, "个", {.measure = jj::Measure::count}),
                     {.part_of = {{"g"}}, .owner = "甲局"})
          .build();
  // 30 June is day 182 of 366; 183 of 366 done: pace 183 / 182, on track.
  const jj::Evaluation evaluation =
      jj::evaluate(plan, jj::Observations{}.add("i", 2024y / 6 / 30, 183), 2024y / 6 / 30);
  const std::string text = jj::io::write_evaluation_csv(evaluation);
  CHECK(text.starts_with(
      "id,kind,title,parent,owner,due,status,attainment,progress,expected,pace,coverage,value,unit,"
      "observed_on,stage,basis,stale\ng,goal,\"目标,一\",,,2024-12-31,on_track,0.5,"));
  CHECK(holds(text, "\ni,indicator,\"'=指标\",g,甲局,2024-12-31,on_track,0.5,0.5,"));
  CHECK(holds(text, ",1,183,个,2024-06-30,final,,false\n"));
}

TEST_CASE("a first line sep= names the separator and is no row") {
  for (const std::string sign : {";", ",", "\t"}) {
    const std::string row = "a" + sign + "2024-06-30" + sign + "5.6\r\n";
    const std::string text =
        "sep=" + sign + "\r\nid" + sign + "observed_on" + sign + "value\r\n" + row;
    const auto seen = jj::io::read_observations_csv(text);
    REQUIRE(seen.size() == 1);
    CHECK(seen[0].value == 5.6);
  }
  CHECK(holds(csv_refusal("sep=;\nid;observed_on;value\na;2024-06-30;x"), "o.csv:3:14 at value"));
}

TEST_CASE("dates are read as spreadsheets save them and people type them") {
  for (const std::string day : {"2025-06-30", "2025/6/30", "2025-6-30", "2025.6.30", "2025/06/30",
                                "2025年6月30日", "２０２５／６／３０", "２０２５年６月３０日"}) {
    CAPTURE(day);
    const auto seen = jj::io::read_observations_csv("编号,日期,数值,获知日期\na," + day +
                                                    ",1,\nb,2025-01-01,1," + day);
    CHECK(seen[0].observed_on == jj::Date(2025y / 6 / 30));
    CHECK(seen[1].options.known_on == jj::Date(2025y / 6 / 30));
  }
}

TEST_CASE("values are read in full width, and with % where the unit agrees") {
  const auto seen = jj::io::read_observations_csv(
      "编号,日期,数值,单位\na,2025-06-30,５．３,亩\nb,2025-06-30,5.3%,\nc,2025-06-30,－５．３％,"
      "％\n"
      "d,2025-06-30,−7,\n");
  CHECK(seen[0].value == 5.3);
  CHECK(seen[0].options.unit.symbol() == "亩");
  CHECK(seen[1].value == 5.3);
  CHECK(seen[1].options.unit.symbol() == "%");
  CHECK(seen[2].value == -5.3);
  CHECK(seen[2].options.unit.symbol() == "%");
  CHECK(seen[3].value == -7);
}
