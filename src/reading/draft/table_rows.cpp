// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/table_rows.hpp"

#include <array>

#include "reading/draft/cell_date.hpp"
#include "reading/draft/clause_words.hpp"
#include "reading/draft/deadline.hpp"
#include "reading/draft/owners.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_title = 60;  ///< characters

/// 5.5%左右, 控制在2%以内, 完成14个: says of the words before it how much, where
/// 新增护理型床位180张 has a subject of its own.
bool goes_on_with_task(std::string_view task, std::string_view amount) {
  constexpr std::size_t longest_lead = 5 * 3;
  if (trailing(task, std::array{"。"sv, "；"sv, "！"sv, "："sv}) > 0) return false;
  const std::size_t digit = amount.find_first_of("0123456789");
  return digit == std::string_view::npos || digit <= longest_lead;
}

/// 学位建设 beside 新增学位1200个: what the next cell is about, and no task by itself.
bool is_name_of(std::string_view task, std::string_view content) {
  constexpr std::string_view digits = "0123456789";
  return opening_of(task).verb == 0 && task.find_first_of(digits) == std::string_view::npos &&
         opening_of(content).verb > 0;
}

/// 1.5 whose unit only the head of its column names.
bool is_bare_number(std::string_view amount) noexcept {
  return !amount.empty() && amount.find_first_not_of("0123456789.,-~ ") == std::string_view::npos;
}

bool is_empty_cell(std::string_view cell) noexcept {
  while (const std::size_t mark =
             leading(cell, std::array{"/"sv, "—"sv, "-"sv, "–"sv, "／"sv, " "sv, "无"sv}))
    cell.remove_prefix(mark);
  return cell.empty();
}

void put_date(Draft& draft, const Place& words, const CellDate& date, std::uint32_t first) {
  const std::uint32_t last = draft.nodes.size();
  const std::string id(first < last ? draft.nodes.id_of(first) : std::string_view());
  const auto note = [&](std::string_view code, std::string_view reason) {
    const std::string taken = date.due ? to_string(*date.due) : std::string();
    add_doubt(draft, words, {0, words.sentence.size()}, id,
              {std::string(code), std::string(reason), {}}, taken);
  };
  if (date.is_unread()) return note("due_unread", "写明的完成时限读不出日期，按计划期末算");
  if (!date.due) return;
  if (!draft.nodes.allows_due(*date.due))
    return note("due_passed", "写明的期限早于计划期，没有采用");
  draft.nodes.put_due(first, last, *date.due);
  if (date.is_corrected) note("no_such_day", "当月没有这一天，取当月最后一天");
}

}  // namespace

void RowReader::read(const TableRow& row) const {
  const std::uint32_t first = draft.nodes.size();
  TextRange task;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const TableCell& cell = row.cells[c];
    const TableCell* next = c + 1 < row.cells.size() ? &row.cells[c + 1] : nullptr;
    switch (cell.column) {
      case TableColumn::number:
        paint(cell.words, TrapKind::enumeration);
        break;
      case TableColumn::due:
        paint(cell.words, TrapKind::date);
        break;
      case TableColumn::told:
        read_told(cell);
        break;
      case TableColumn::amount:
        read_sentences(cell.words, {}, cell.year);
        break;
      case TableColumn::task:
        task = cell.words;
        if (next != nullptr && next->column == TableColumn::amount) {
          read_amount(cell.words, *next);
          ++c;
          break;
        }
        if (next != nullptr && next->column == TableColumn::other &&
            is_name_of(cell.words.of(text()), next->words.of(text()))) {
          read_sentences(next->words, cell.words, 0);
          ++c;
          break;
        }
        [[fallthrough]];
      case TableColumn::other: {
        // One beside the other they read as a sentence: 新增规上企业 | 350家以上.
        const bool is_beside = cell.column == TableColumn::task && next != nullptr &&
                               next->column == TableColumn::other &&
                               is_figure_alone(next->words.of(text()));
        if (is_beside) {
          Place place = place_of(joined(cell.words, next->words));
          read_sentence(place);
          ++c;
        } else {
          read_sentences(cell.words, {}, 0);
        }
        break;
      }
      case TableColumn::leader:
      case TableColumn::support:
      case TableColumn::person:
        break;
    }
  }
  // Below 工作任务 a task stands whatever its words; a row of one cell only parts the table.
  if (promises && first == draft.nodes.size() && !task.empty() && row.cells.size() > 1)
    add_task(task, task.of(text()));
  const std::uint32_t last = draft.nodes.size();
  for (const TableCell& cell : row.cells) {
    if (cell.column != TableColumn::due) continue;
    const CellDate date = read_cell_date(cell.words.of(text()), draft.nodes.year());
    put_date(draft, place_of(cell.words), date, first);
  }
  const Owners owners = owners_of(row, text());
  if (!owners.lead.empty() || !owners.supporting.empty())
    draft.nodes.put_in_charge(first, last, owners.lead, owners.supporting);
}

void RowReader::read_sentences(TextRange words, TextRange label, int year) const {
  const int of_plan = draft.nodes.year();
  if (year != 0 && year < of_plan) return note(words, "这一栏是以前年度的目标，不是本年的");
  for (const TextRange sentence : sentences(words.of(text()))) {
    Place place = place_of({words.begin + sentence.begin, words.begin + sentence.end});
    place.label = label;
    if (year > of_plan) place.horizon = Horizon{std::nullopt, year};
    read_sentence(place);
  }
}

void RowReader::read_amount(TextRange task, const TableCell& amount) const {
  const std::string_view words = amount.words.of(text());
  const std::uint32_t first = draft.nodes.size();
  const TextRange both = joined(task, amount.words);
  if (is_empty_cell(words)) return read_sentences(task, {}, 0);
  if (is_bare_number(words)) {
    read_sentences(task, {}, 0);
    return note_unread(amount.words);
  }
  if (!goes_on_with_task(task.of(text()), words))
    return read_sentences(amount.words, task, amount.year);
  if (!draft.figures.read(both.of(text()), false).figures.empty())
    read_sentences(both, {}, amount.year);
  if (!promises || first < draft.nodes.size()) return;
  // 综合管廊 | 主体完工, and 编制规划 | 形成送审稿, where the task has a verb of its own.
  std::string title = short_title(task.of(text()), longest_title);
  if (!title.ends_with(words)) {
    if (opening_of(title).verb > 0) title += "：";
    append_title(title, words, longest_title);
  }
  add_task(both, title);
}

void RowReader::read_told(const TableCell& cell) const {
  const int before = draft.nodes.year() - 1;
  if (cell.year == before || cell.year == year_before) {
    for (const TextRange sentence : sentences(cell.words.of(text())))
      reading::read_told(
          draft, place_of({cell.words.begin + sentence.begin, cell.words.begin + sentence.end}));
    return;
  }
  note(cell.words, "栏目没有写明是上一年的实绩，没有当作实际值");
}

void RowReader::add_task(TextRange words, std::string_view title) const {
  constexpr std::size_t least = 2 * 3;
  const std::string short_one = short_title(title, longest_title);
  if (short_one.size() < least) return;
  const Place place = place_of(words);
  const FigureReading& found = draft.figures.read(place.text(), false);
  PassagePainter painter(draft, place, found);
  reading::add_task(draft, place, {0, words.size()}, short_one, firmness_of(place.text()));
  painter.words({0, words.size()}, Outcome::task, draft.nodes.id_of(draft.nodes.size() - 1),
                short_one);
  painter.rest();
}

void RowReader::note_unread(TextRange number) const {
  const Place place = place_of(number);
  add_doubt(draft, place, {0, number.size()}, {}, {"unread", "这个数没有计量单位", {}},
            place.text());
  draft.passages.push_back(
      {draft.outline.blocks[block].in_source(number), Outcome::unread, {}, {}});
}

void RowReader::note(TextRange words, std::string_view reason) const {
  const Place place = place_of(words);
  add_doubt(draft, place, {0, words.size()}, {}, {"column_unread", std::string(reason), {}}, {});
  PassagePainter(draft, place, draft.figures.read(place.text(), true)).rest();
}

void put_bracket_due(Draft& draft, const Place& bracket, std::uint32_t first) {
  const int year = draft.nodes.year();
  if (const auto date = read_bracket_date(bracket.text(), year))
    return put_date(draft, bracket, *date, first);
  if (const auto due = find_deadline(bracket.text(), year))
    put_date(draft, bracket, {.due = due}, first);
}

void RowReader::paint(TextRange words, TrapKind kind) const {
  draft.passages.push_back({draft.outline.blocks[block].in_source(words),
                            Outcome::trap,
                            {},
                            std::string(to_string(kind))});
}

}  // namespace jinjiang::reading
