// SPDX-License-Identifier: BSL-1.0

#include "io/documents.hpp"
#include "io/folder.hpp"

namespace {

std::string reading_of(const std::string& path) {
  return message_of<jj::FileError>([&] { static_cast<void>(jj::io::read_file(path)); });
}
std::string writing_to(const std::string& path) {
  return message_of<jj::FileError>([&] { jj::io::write_file(path, "new"); });
}
jj::Observations one_reading() { return jj::Observations{}.add("a", 2024y / 1 / 1, 1); }

}  // namespace

TEST_CASE("a file that does not exist is refused by name") {
  const Folder folder;
  CHECK(reading_of(folder / "none") == (folder / "none") + ": No such file or directory");
  CHECK_THROWS_AS(jj::io::load_plan(folder / "none"), jj::FileError);
  CHECK_THROWS_AS(jj::io::load_observations(folder / "none"), jj::FileError);
}

TEST_CASE("a folder is refused by name") {
  const Folder folder;
  CHECK(reading_of(folder / "") == (folder / "") + ": Is a directory");
  CHECK(holds(writing_to(folder / ""), "directory"));
}

TEST_CASE("bytes come back as they were written, also none and zeros") {
  const Folder folder;
  const std::string text =
      GENERATE(std::string(), std::string("a\0\r\n\xff", 5), std::string(200'000, 'x'));
  jj::io::write_file(folder / "f", text);
  CHECK(jj::io::read_file(folder / "f") == text);
}

TEST_CASE("writing takes the place of the old file and leaves nothing beside it") {
  const Folder folder;
  jj::io::write_file(folder / "f", "a long old text");
  jj::io::write_file(folder / "f", "new");
  CHECK(jj::io::read_file(folder / "f") == "new");
  CHECK(folder.files() == 1);
}

TEST_CASE("a target that is a folder stays, and nothing is left beside it") {
  const Folder folder;
  fs::create_directory(folder / "d");
  jj::io::write_file(folder / "d/inside", "old");
  CHECK(writing_to(folder / "d") == (folder / "d") + ": Is a directory");
  CHECK(jj::io::read_file(folder / "d/inside") == "old");
  CHECK(folder.files() == 1);
}

TEST_CASE("a file in a folder that does not exist is refused") {
  const Folder folder;
  CHECK(writing_to(folder / "none/f") == (folder / "none/f") + ": No such file or directory");
}

TEST_CASE("a plan is saved and loaded, and messages name the file") {
  const Folder folder;
  jj::io::save_plan(full_plan(), folder / "plan.json");
  CHECK(jj::io::load_plan(folder / "plan.json") == full_plan());
  jj::io::write_file(folder / "bad.json", "{");
  CHECK(refusal([&] {
          static_cast<void>(jj::io::load_plan(folder / "bad.json"));
        }).starts_with((folder / "bad.json") + ":1:2: "));
}

TEST_CASE("observations are saved as CSV or JSON by name and told apart by what they hold") {
  const Folder folder;
  jj::io::save_observations(one_reading(), folder / "o.csv");
  jj::io::save_observations(one_reading(), folder / "o.json");
  CHECK(jj::io::read_file(folder / "o.csv").starts_with("id,"));
  CHECK(jj::io::read_file(folder / "o.json").starts_with("{"));
  fs::rename(folder / "o.csv", folder / "swap");
  fs::rename(folder / "o.json", folder / "o.csv");
  CHECK(jj::io::load_observations(folder / "swap") == one_reading());
  CHECK(jj::io::load_observations(folder / "o.csv") == one_reading());
}

TEST_CASE("a byte order mark and white space do not hide JSON") {
  const Folder folder;
  jj::io::write_file(folder / "o",
                     "\xEF\xBB\xBF \n" + jj::io::write_observations_json(one_reading()));
  CHECK(jj::io::load_observations(folder / "o") == one_reading());
}

TEST_CASE("an empty file is refused as a table") {
  const Folder folder;
  jj::io::write_file(folder / "o", "");
  CHECK(holds(refusal([&] { static_cast<void>(jj::io::load_observations(folder / "o")); }),
              "the table is empty"));
}

TEST_CASE("units of a plan are known in observations of either kind of file") {
  const Folder folder;
  jj::UnitTable units = jj::UnitTable::standard();
  units.add("担", "公斤", 50);
  const jj::Observations all =
      jj::Observations{}.add("a", 2024y / 1 / 1, 1, {.unit = units.at("担")});
  const std::string path = folder / GENERATE("o.csv", "o.json");
  jj::io::save_observations(all, path);
  CHECK(refusal([&] { CHECK(jj::io::load_observations(path, units) == all); }) == "(accepted)");
}
