// SPDX-License-Identifier: BSL-1.0
#pragma once

// The cells of a column that came over the Arrow C data interface: texts, numbers and days,
// whatever the layout they come in.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "arrow/abi.hpp"

enum class CellKind { none, text, whole, natural, real, decimal, boolean, day, other };

class ArrowCells {
 public:
  explicit ArrowCells(const ArrowSchema& schema);

  /// The cells of a batch; `array` stays with the caller and outlives their use.
  void bind(const ArrowArray& array);

  [[nodiscard]] CellKind kind() const noexcept { return dictionary_ ? dictionary_->kind() : kind_; }
  /// The type in words: `float64`, or the letters of the interface.
  [[nodiscard]] const std::string& type_name() const noexcept {
    return dictionary_ ? dictionary_->type_name() : type_name_;
  }
  /// Why days cannot be told from these cells, or empty.
  [[nodiscard]] const std::string& objection() const noexcept { return objection_; }

  [[nodiscard]] bool is_null(std::int64_t row) const;
  [[nodiscard]] std::string_view text(std::int64_t row) const;
  [[nodiscard]] double number(std::int64_t row) const;
  /// Days since 1970-01-01.
  [[nodiscard]] std::int64_t day(std::int64_t row) const;
  /// As one would write it, for messages.
  [[nodiscard]] std::string shown(std::int64_t row) const;

 private:
  [[nodiscard]] std::int64_t whole(std::int64_t place) const;
  [[nodiscard]] std::string decimal_digits(std::int64_t place) const;
  /// @throws FormatError  the dictionary has no such word
  [[nodiscard]] std::int64_t code(std::int64_t row) const;
  void read_format(std::string_view format);
  void read_timestamp(std::string_view format);
  void read_decimal(std::string_view format);
  template <class Value>
  [[nodiscard]] Value at(std::size_t buffer, std::int64_t place) const noexcept;

  std::string format_;
  std::string type_name_;
  std::string objection_;
  CellKind kind_ = CellKind::other;
  std::int64_t ticks_a_day_ = 1;
  int scale_ = 0;                  ///< of decimals
  std::size_t decimal_words_ = 0;  ///< 32 bits each
  std::unique_ptr<ArrowCells> dictionary_;
  const ArrowArray* array_ = nullptr;
};
