// SPDX-License-Identifier: BSL-1.0

// The pages of docs/checks are those of the codes.

#include <filesystem>
#include <fstream>
#include <iterator>

#include "check/findings.hpp"

namespace {

const std::filesystem::path folder = std::filesystem::path(JINJIANG_SOURCE_DIR) / "docs/checks";

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("every code has a page with its label, severity and hint, and the index names it") {
  const std::string index = text_of(folder / "README.md");
  for (std::size_t i = 0; i < jj::EnumNames<jj::CheckCode>::all.size(); ++i) {
    const auto code = static_cast<jj::CheckCode>(i);
    const std::string name(jj::to_string(code));
    INFO(name);
    const std::string page = text_of(folder / (name + ".md"));
    CHECK(page.starts_with("# " + name + "\n"));
    CHECK(holds(page, jj::label(code, jj::Language::zh)));
    CHECK(holds(page, jj::label(code, jj::Language::en)));
    CHECK(holds(page, jj::to_string(jj::severity_of(code))));
    CHECK(holds(page, jj::hint(code, jj::Language::zh)));
    CHECK(holds(index, "](" + name + ".md)"));
  }
}

TEST_CASE("every page is of a code") {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().stem().string();
    INFO(name);
    CHECK((name == "README" || jj::find_enum<jj::CheckCode>(name)));
  }
}
