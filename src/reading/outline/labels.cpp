// SPDX-License-Identifier: BSL-1.0

#include <array>

#include "reading/outline/characters.hpp"
#include "reading/outline/tables.hpp"

namespace jinjiang::reading::detail {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array labels{"牵头单位"sv, "责任单位"sv, "配合单位"sv, "主办单位"sv, "协办单位"sv,
                            "主责单位"sv, "牵头部门"sv, "责任部门"sv, "配合部门"sv, "完成时限"sv,
                            "完成时间"sv, "责任领导"sv, "分管领导"sv, "牵头领导"sv, "责任人"sv};

std::size_t label_before(std::string_view text, std::size_t colon) noexcept {
  for (const std::string_view label : labels) {
    if (text.substr(0, colon).ends_with(label)) return label.size();
  }
  return 0;
}

/// Without the brackets, marks and spaces at its ends.
TextRange bare(std::string_view text, TextRange range) noexcept {
  const auto is_edge = [](char32_t c) {
    return is_space(c) || is_opening(c) || is_closing(c) || c == U'；' || c == U'，' || c == ';' ||
           c == U'。' || c == U'、' || c == ',';
  };
  while (!range.empty() && is_edge(code_point_at(text, range.begin).value)) {
    range.begin += code_point_at(text, range.begin).bytes;
  }
  while (!range.empty() && is_edge(code_point_before(text, range.end).value)) {
    range.end -= code_point_before(text, range.end).bytes;
  }
  return range;
}

}  // namespace

bool begins_with_label(std::string_view line) noexcept {
  for (const std::string_view label : labels) {
    if (!starts_with(line, label)) continue;
    const std::string_view rest = line.substr(label.size());
    return rest.starts_with("："sv) || rest.starts_with(':');
  }
  return false;
}

std::vector<TableCell> read_labels(std::string_view text) {
  struct Found {
    std::size_t begin = 0;
    std::size_t value = 0;
    TableColumn column = TableColumn::other;
  };
  std::vector<Found> found;
  for (const std::string_view colon : {"："sv, ":"sv}) {
    for (std::size_t at = text.find(colon); at != std::string_view::npos;
         at = text.find(colon, at + colon.size())) {
      const std::size_t bytes = label_before(text, at);
      if (bytes == 0) continue;
      const TableColumn column = column_of(text.substr(at - bytes, bytes));
      found.push_back({at - bytes, at + colon.size(), column});
    }
    if (!found.empty()) break;  // a line is written with colons of one width
  }
  std::vector<TableCell> cells;
  if (found.empty()) return cells;
  std::size_t task_end = found.front().begin;
  while (task_end > 0 && !is_closing(code_point_before(text, task_end).value) &&
         (is_opening(code_point_before(text, task_end).value) ||
          is_space(code_point_before(text, task_end).value))) {
    task_end -= code_point_before(text, task_end).bytes;
  }
  if (task_end > 0) cells.push_back({TableColumn::task, {0, task_end}});
  for (std::size_t k = 0; k < found.size(); ++k) {
    const std::size_t end = k + 1 < found.size() ? found[k + 1].begin : text.size();
    const TextRange value = bare(text, {found[k].value, end});
    if (!value.empty()) cells.push_back({found[k].column, value});
  }
  return cells;
}

}  // namespace jinjiang::reading::detail
