// SPDX-License-Identifier: BSL-1.0
#pragma once

// Outlines as short texts, so that a test shows what it expects.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/reading/outline.hpp>
#include <jinjiang/reading/report.hpp>

#include "support/text.hpp"

namespace reading = jinjiang::reading;

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::filesystem::path source_folder() { return JINJIANG_SOURCE_DIR; }

/// One of the reports in tests/reading/data.
inline std::string report_text(const std::string& name) {
  return file_text(source_folder() / "tests/reading/data" / name);
}
inline const reading::Outline& outline_of(const std::string& name) {
  static std::vector<std::pair<std::string, reading::Outline>> read;
  for (const auto& [known, outline] : read) {
    if (known == name) return outline;
  }
  return read.emplace_back(name, reading::read_outline(report_text(name))).second;
}

inline std::vector<reading::Block> blocks_of(std::string_view report) {
  return reading::read_outline(report).blocks;
}

/// `❶ 做强载体` of each heading of a level, in order.
inline std::vector<std::string> headings(const reading::Outline& outline, int level) {
  std::vector<std::string> texts;
  for (const reading::Block& block : outline.blocks) {
    if (block.kind != reading::BlockKind::heading || block.level != level) continue;
    texts.push_back(block.marker.empty() ? block.text : block.marker + " " + block.text);
  }
  return texts;
}

/// The texts of one kind, in order.
inline std::vector<std::string> texts(const std::vector<reading::Block>& blocks,
                                      reading::BlockKind kind) {
  std::vector<std::string> all;
  for (const reading::Block& block : blocks) {
    if (block.kind == kind) all.push_back(block.text);
  }
  return all;
}

/// The texts of a part that are no headings, in order.
inline std::vector<std::string> texts(const reading::Outline& outline, reading::ReportPart part) {
  std::vector<std::string> all;
  for (const reading::Block& block : outline.blocks) {
    const bool is_text =
        block.kind == reading::BlockKind::item || block.kind == reading::BlockKind::paragraph;
    if (is_text && block.part == part) all.push_back(block.text);
  }
  return all;
}

/// The block whose text begins so.
inline const reading::Block& block_at(const reading::Outline& outline, std::string_view begin) {
  for (const reading::Block& block : outline.blocks) {
    if (block.text.starts_with(begin)) return block;
  }
  FAIL("no block begins with " << begin);
  return outline.blocks.front();
}

/// `一、 工作 > （一） 工业`: the headings above a block.
inline std::string path_of(const reading::Outline& outline, std::string_view begin) {
  std::string path;
  for (auto i = block_at(outline, begin).parent; i >= 0;) {
    const reading::Block& heading = outline.blocks[static_cast<std::size_t>(i)];
    const std::string name = heading.marker + (heading.marker.empty() ? "" : " ") + heading.text;
    path = path.empty() ? name : name + " > " + path;
    i = heading.parent;
  }
  return path;
}

/// Where a text stands under a heading: `heading: item, item`.
inline std::vector<std::string> items_under(const reading::Outline& outline,
                                            std::string_view heading) {
  const auto* parent = &block_at(outline, heading);
  std::vector<std::string> all;
  for (const reading::Block& block : outline.blocks) {
    const bool is_item = block.kind == reading::BlockKind::item && block.parent >= 0;
    if (is_item && &outline.blocks[static_cast<std::size_t>(block.parent)] == parent) {
      all.push_back(block.text);
    }
  }
  return all;
}

using Texts = std::vector<std::string>;
