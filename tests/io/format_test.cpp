// SPDX-License-Identifier: BSL-1.0

// Which format a file is written in, and how the formats are told apart.

#include "io/documents.hpp"
#include "io/folder.hpp"

namespace {

using jj::io::FileFormat;

const jj::Observations& readings() {
  static const auto seen = jj::Observations{}.add("base", 2024y / 6 / 30, 1.5);
  return seen;
}
jj::Evaluation evaluation() { return jj::evaluate(full_plan(), readings(), 2024y / 8 / 1); }

template <class Call>
std::string said(const Call& call) {
  return refusal([&] { static_cast<void>(call()); });
}

}  // namespace

TEST_CASE("the end of a name says the format, and standard output is JSON") {
  CHECK(jj::io::format_of_name("a.csv.json") == FileFormat::json);
  CHECK(jj::io::format_of_name("folder.json/a.jjx") == FileFormat::jjx);
  CHECK(jj::io::format_of_name("a.csv") == FileFormat::csv);
  CHECK(jj::io::format_of_name("a.dot") == FileFormat::dot);
  CHECK(jj::io::format_of_name("a.mmd") == FileFormat::mermaid);
  CHECK(jj::io::format_of_name("a.graphml") == FileFormat::graphml);
  CHECK(jj::io::format_of_name("-") == FileFormat::json);
  CHECK(jj::io::format_of_name("A.JJX") == FileFormat::jjx);
  CHECK(jj::io::format_of_name("A.Csv") == FileFormat::csv);
}

TEST_CASE("a name that says no format is refused with those that do") {
  CHECK(said([] { return jj::io::format_of_name("plan.xml"); }) ==
        "the name \"plan.xml\" does not say the format; expected one that ends in .json, .jjx or, "
        "for observations, .csv, or, for a plan, .dot, .mmd or .graphml");
  CHECK(holds(said([] { return jj::io::format_of_name(""); }), "does not say the format"));
}

TEST_CASE("messages show bytes that are not UTF-8") {
  CHECK(said([] {
          return jj::io::format_of_name("caf\xe9.\xe6\x99\x8b\xe6\x99");
        }).starts_with("the name \"caf\\xe9.晋\\xe6\\x99\" does not say the format"));
  CHECK(holds(said([] { return jj::io::format_of_name(std::string(1000, '\x80')); }), "\\x80…\""));
}

TEST_CASE("contents say the format whatever the name") {
  CHECK(jj::io::format_of_content(jj::io::write_plan_jjx(full_plan())) == FileFormat::jjx);
  CHECK(jj::io::format_of_content(jj::io::write_plan_json(full_plan())) == FileFormat::json);
  CHECK(jj::io::format_of_content("\xEF\xBB\xBF \r\n{") == FileFormat::json);
  CHECK(jj::io::format_of_content("id,observed_on,value") == FileFormat::csv);
  CHECK(jj::io::format_of_content("") == FileFormat::csv);
}

TEST_CASE("a plan is saved as its name says and loaded as it is") {
  const Folder folder;
  for (const char* name : {"plan.json", "plan.jjx"}) {
    jj::io::save_plan(full_plan(), folder / name);
    fs::rename(folder / name, folder / "other");
    CHECK(jj::io::load_plan(folder / "other") == full_plan());
  }
  jj::io::save_plan(full_plan(), folder / "plan.jjx");
  CHECK(jj::io::is_jjx(jj::io::read_file(folder / "plan.jjx")));
}

TEST_CASE("a plan is not saved as CSV, and no file is made; of an evaluation the results are") {
  const Folder folder;
  CHECK(holds(said([&] { return jj::io::save_plan(full_plan(), folder / "p.csv"), 0; }),
              "a plan cannot be written as CSV; use .json, .jjx, .dot, .mmd or .graphml"));
  CHECK(folder.files() == 0);
  jj::io::save_evaluation(evaluation(), folder / "e.csv");
  CHECK(jj::io::read_file(folder / "e.csv") == jj::io::write_evaluation_csv(evaluation()));
}

TEST_CASE("a plan is saved as a graph, and nothing else is") {
  const Folder folder;
  jj::io::save_plan(full_plan(), folder / "p.dot");
  jj::io::save_plan(full_plan(), folder / "p.mmd");
  jj::io::save_plan(full_plan(), folder / "p.graphml");
  CHECK(jj::io::read_file(folder / "p.dot") == jj::io::write_dot(full_plan()));
  CHECK(jj::io::read_file(folder / "p.mmd") == jj::io::write_mermaid(full_plan()));
  CHECK(jj::io::read_file(folder / "p.graphml") == jj::io::write_graphml(full_plan()));
  for (const char* name : {"x.dot", "x.mmd", "x.graphml"}) {
    CHECK(said([&] { return jj::io::save_observations(readings(), folder / name), 0; }) ==
          "observations cannot be written as a graph; use .json, .jjx or .csv");
    CHECK(said([&] { return jj::io::save_evaluation(evaluation(), folder / name), 0; }) ==
          "an evaluation cannot be written as a graph; use .json, .jjx or .csv");
  }
  CHECK(folder.files() == 3);
}

TEST_CASE("a name that says no format leaves the old file as it was") {
  const Folder folder;
  jj::io::write_file(folder / "plan.txt", "old");
  CHECK(holds(said([&] { return jj::io::save_plan(full_plan(), folder / "plan.txt"), 0; }),
              "does not say the format"));
  CHECK(jj::io::read_file(folder / "plan.txt") == "old");
}

TEST_CASE("observations are saved as their name says and loaded as they are") {
  const Folder folder;
  for (const char* name : {"o.json", "o.jjx", "o.csv"}) {
    jj::io::save_observations(readings(), folder / name);
    fs::rename(folder / name, folder / "other");
    CHECK(jj::io::load_observations(folder / "other") == readings());
  }
}

TEST_CASE("an evaluation is loaded from an archive by itself or with its plan") {
  const Folder folder;
  const std::string path = folder / "e.jjx";
  jj::io::save_evaluation(evaluation(), path);
  CHECK(jj::io::load_evaluation(path) == evaluation());
  CHECK(jj::io::load_evaluation(path, full_plan()) == evaluation());
}

TEST_CASE("an evaluation in JSON is loaded with its plan only") {
  const Folder folder;
  const std::string path = folder / "e.json";
  jj::io::save_evaluation(evaluation(), path);
  CHECK(jj::io::load_evaluation(path, full_plan()) == evaluation());
  CHECK(said([&] { return jj::io::load_evaluation(path); }) ==
        path + ": an evaluation in JSON does not hold its plan; load it with the plan");
  jj::io::save_observations(readings(), path);
  const std::string refused =
      path +
      ":1:12 at /format: these are observations; an evaluation is expected here; read them with "
      "read_observations";
  CHECK(said([&] { return jj::io::load_evaluation(path); }) == refused);
  CHECK(said([&] { return jj::io::load_evaluation(path, full_plan()); }) == refused);
}

TEST_CASE("an evaluation in an archive is refused for another plan, and the file is named") {
  const Folder folder;
  const std::string path = folder / "e.jjx";
  jj::io::save_evaluation(evaluation(), path);
  const jj::Plan other = jj::PlanBuilder(full_plan()).title("other").build();
  CHECK(said([&] { return jj::io::load_evaluation(path, other); }) ==
        path +
            ": it holds an evaluation of plan \"full\" as it was then, which is not the plan "
            "that was given");
}

TEST_CASE("an empty or foreign file named .jjx is said to be no archive") {
  const Folder folder;
  const std::string path = folder / GENERATE("x.jjx", "x.JJX");
  const auto refusals = [&] {
    return std::vector{said([&] { return jj::io::load_plan(path); }),
                       said([&] { return jj::io::load_observations(path); }),
                       said([&] { return jj::io::load_evaluation(path); }),
                       said([&] { return jj::io::load_evaluation(path, full_plan()); })};
  };
  jj::io::write_file(path, "");
  for (const std::string& refused : refusals())
    CHECK(refused == path + ": not a .jjx archive: there is nothing in it");
  jj::io::write_file(path, "PK\x03\x04 a zip");
  for (const std::string& refused : refusals())
    CHECK(refused == path + ": not a .jjx archive: it does not begin like one");
  jj::io::write_file(path, jj::io::write_plan_json(full_plan()));
  CHECK(jj::io::load_plan(path) == full_plan());
}

TEST_CASE("every refusal of an archive that is loaded names its file") {
  const Folder folder;
  const std::string path = folder / "wrong.jjx";
  jj::io::save_observations(readings(), path);
  CHECK(said([&] { return jj::io::load_plan(path); }) ==
        path +
            ": expected a plan, the archive holds observations; read them with read_observations");
  CHECK(said([&] { return jj::io::load_evaluation(path); }) ==
        path +
            ": expected an evaluation, the archive holds observations; read them with "
            "read_observations");
  jj::io::write_file(path, jj::io::read_file(path).substr(0, 40));
  CHECK(holds(said([&] { return jj::io::load_observations(path); }),
              path + ": the archive is cut short: "));
}
