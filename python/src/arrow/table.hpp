// SPDX-License-Identifier: BSL-1.0
#pragma once

// Tables of columns as Arrow lays them out. A buffer is either shared with a plan, observations or
// an evaluation, which it keeps alive, or made for the table.

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <jinjiang/detail/names.hpp>
#include <jinjiang/evaluation.hpp>
#include <jinjiang/model.hpp>
#include <jinjiang/model/detail/columns.hpp>

/// What keeps the memory of a buffer: a plan, observations, an evaluation, or the buffer itself.
using Keeper = std::shared_ptr<const void>;

struct TableBuffer {
  const void* data = nullptr;
  std::size_t bytes = 0;
  Keeper keeper = {};
};

struct TableColumn;
using TableColumnPtr = std::shared_ptr<const TableColumn>;

struct TableColumn {
  std::string name;
  std::string format;  ///< as in the Arrow C data interface
  std::int64_t length = 0;
  std::int64_t nulls = 0;
  bool is_nullable = false;
  std::vector<TableBuffer> buffers = {};  ///< the first is the bitmap of what is present, if any
  std::vector<TableColumnPtr> children = {};
  TableColumnPtr dictionary = nullptr;
};

/// A table: a column of structures.
struct Table {
  std::string name;
  TableColumnPtr root;

  [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(root->length); }
};

// --- buffers

/// A column of somebody who is kept alive.
template <class Value>
[[nodiscard]] TableBuffer shared_buffer(const jinjiang::detail::Column<Value>& column,
                                        const Keeper& keeper) {
  return {column.data(), column.size() * sizeof(Value), keeper};
}

/// A column that was made for the table.
template <class Value>
[[nodiscard]] TableBuffer own_buffer(jinjiang::detail::Column<Value> column) {
  auto kept = std::make_shared<const jinjiang::detail::Column<Value>>(std::move(column));
  return {kept->data(), kept->size() * sizeof(Value), kept};
}

/// One bit a row: whether there is a value.
class Validity {
 public:
  explicit Validity(std::size_t rows) : rows_(rows), bits_((rows + 7) / 8) {}

  /// Writes rows from `first`, which is a multiple of 8, to `last`; threads may write rows apart.
  template <class IsPresent>
  void write(std::size_t first, std::size_t last, const IsPresent& is_present) {
    std::size_t row = first;
    for (; row + 8 <= last; row += 8) {
      unsigned byte = 0;
      for (unsigned i = 0; i < 8; ++i) byte |= (is_present(row + i) ? 1U : 0U) << i;
      bits_[row / 8] = static_cast<std::uint8_t>(byte);
    }
    if (row == last) return;
    unsigned byte = 0;
    for (unsigned i = 0; row + i < last; ++i) byte |= (is_present(row + i) ? 1U : 0U) << i;
    bits_[row / 8] = static_cast<std::uint8_t>(byte);
  }
  [[nodiscard]] std::int64_t nulls() const noexcept {
    std::size_t present = 0;
    std::size_t byte = 0;
    for (; byte + 8 <= bits_.size(); byte += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, bits_.data() + byte, 8);
      present += static_cast<std::size_t>(std::popcount(word));
    }
    for (; byte < bits_.size(); ++byte)
      present += static_cast<std::size_t>(std::popcount(bits_[byte]));
    return static_cast<std::int64_t>(rows_ - present);
  }
  [[nodiscard]] TableBuffer buffer() && { return own_buffer(std::move(bits_)); }

 private:
  std::size_t rows_;
  jinjiang::detail::Column<std::uint8_t> bits_;
};

template <class IsPresent>
[[nodiscard]] Validity validity_of(std::size_t rows, const IsPresent& is_present) {
  Validity validity(rows);
  validity.write(0, rows, is_present);
  return validity;
}

// --- columns

/// Numbers, days or codes: one buffer of `format`.
[[nodiscard]] TableColumn fixed_column(std::string name, std::string format, std::size_t rows,
                                       TableBuffer values);
/// The same where some rows have no value.
[[nodiscard]] TableColumn nullable(TableColumn column, Validity validity);
/// Doubles, where not-a-number is no value.
[[nodiscard]] TableColumn doubles_column(std::string name,
                                         const jinjiang::detail::Column<double>& values,
                                         const Keeper& keeper);
[[nodiscard]] TableColumn shared_texts(std::string name, const jinjiang::detail::TextColumn& texts,
                                       const Keeper& keeper);
[[nodiscard]] TableColumn own_texts(std::string name, jinjiang::detail::TextColumn texts);
/// Codes are numbers of `texts`.
[[nodiscard]] TableColumn with_dictionary(TableColumn codes, jinjiang::detail::TextColumn texts);
[[nodiscard]] jinjiang::detail::TextColumn texts_of(const jinjiang::detail::InternedTexts& texts);
[[nodiscard]] Table make_table(std::string name, std::size_t rows,
                               std::vector<TableColumn> columns);

/// Enumerators as codes with their names: the bytes of the column are the codes.
template <jinjiang::NamedEnum Enum>
[[nodiscard]] TableColumn words_column(std::string name, std::size_t rows, TableBuffer codes) {
  static_assert(sizeof(Enum) == 1 && jinjiang::EnumNames<Enum>::all.size() < 128);
  jinjiang::detail::TextColumn names;
  for (const std::string_view word : jinjiang::EnumNames<Enum>::all) names.add(word);
  return with_dictionary(fixed_column(std::move(name), "c", rows, std::move(codes)),
                         std::move(names));
}

/// Texts kept once each, in order of appearance.
class TextNumbers {
 public:
  [[nodiscard]] std::int32_t number_of(std::string_view text) {
    const auto [entry, is_new] =
        numbers_.try_emplace(std::string(text), static_cast<std::int32_t>(texts_.size()));
    if (is_new) texts_.add(text);
    return entry->second;
  }
  [[nodiscard]] jinjiang::detail::TextColumn texts() && { return std::move(texts_); }

 private:
  std::unordered_map<std::string, std::int32_t> numbers_;
  jinjiang::detail::TextColumn texts_;
};

// --- the tables

[[nodiscard]] Table nodes_table(const jinjiang::Plan& plan);
[[nodiscard]] Table links_table(const jinjiang::Plan& plan);
[[nodiscard]] Table observations_table(const jinjiang::Observations& observations);
[[nodiscard]] Table evaluation_table(const jinjiang::Evaluation& evaluation);

/// Days of nodes; the plan's where a node has none of its own.
[[nodiscard]] TableColumn days_of_nodes(std::string name,
                                        const jinjiang::detail::Column<std::int32_t>& days,
                                        jinjiang::Date otherwise, const Keeper& keeper);
