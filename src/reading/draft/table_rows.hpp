// SPDX-License-Identifier: BSL-1.0
#pragma once

// The rows of a table of tasks: the task with how much of it, what there was of it before, who
// does it and by when.

#include <functional>

#include "reading/draft/draft.hpp"

namespace jinjiang::reading {

/// How what a row says is read where it stands in the report.
struct RowReader {
  Draft& draft;
  std::size_t block = 0;  ///< its index
  bool promises = false;  ///< stands in a part of work or of targets
  /// Of words of the block: the goal, the section and the horizon that they stand under.
  std::function<Place(TextRange)> place_of;
  /// Reads a sentence as its part says.
  std::function<void(const Place&)> read_sentence;

  void read(const TableRow& row) const;

 private:
  [[nodiscard]] std::string_view text() const { return draft.outline.blocks[block].text; }
  void read_sentences(TextRange words, TextRange label, int year) const;
  void read_amount(TextRange task, const TableCell& amount) const;
  void read_told(const TableCell& cell) const;
  void add_task(TextRange words, std::string_view title) const;
  void note(TextRange words, std::string_view reason) const;
  void note_unread(TextRange number) const;
  void paint(TextRange words, TrapKind kind) const;
};

/// By when a bracket says that the nodes from one number on are due.
void put_bracket_due(Draft& draft, const Place& bracket, std::uint32_t first);

}  // namespace jinjiang::reading
