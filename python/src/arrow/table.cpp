// SPDX-License-Identifier: BSL-1.0

#include "arrow/table.hpp"

#include <algorithm>

using jinjiang::detail::Column;
using jinjiang::detail::InternedTexts;
using jinjiang::detail::TextColumn;

TableColumn fixed_column(std::string name, std::string format, std::size_t rows,
                         TableBuffer values) {
  return {.name = std::move(name),
          .format = std::move(format),
          .length = static_cast<std::int64_t>(rows),
          .buffers = {{}, std::move(values)}};
}

TableColumn nullable(TableColumn column, Validity validity) {
  column.is_nullable = true;
  column.nulls = validity.nulls();
  if (column.nulls > 0) column.buffers.front() = std::move(validity).buffer();
  return column;
}

TableColumn doubles_column(std::string name, const Column<double>& values, const Keeper& keeper) {
  return nullable(
      fixed_column(std::move(name), "g", values.size(), shared_buffer(values, keeper)),
      validity_of(values.size(), [&](std::size_t row) { return values[row] == values[row]; }));
}

TableColumn shared_texts(std::string name, const TextColumn& texts, const Keeper& keeper) {
  return {.name = std::move(name),
          .format = "U",
          .length = static_cast<std::int64_t>(texts.size()),
          .buffers = {
              {}, shared_buffer(texts.offsets(), keeper), shared_buffer(texts.bytes(), keeper)}};
}

TableColumn own_texts(std::string name, TextColumn texts) {
  const auto kept = std::make_shared<const TextColumn>(std::move(texts));
  return shared_texts(std::move(name), *kept, kept);
}

TableColumn with_dictionary(TableColumn codes, TextColumn texts) {
  codes.dictionary = std::make_shared<const TableColumn>(own_texts("", std::move(texts)));
  return codes;
}

TextColumn texts_of(const InternedTexts& texts) {
  TextColumn column;
  for (std::uint32_t i = 0; i < texts.size(); ++i) column.add(texts[i]);
  return column;
}

Table make_table(std::string name, std::size_t rows, std::vector<TableColumn> columns) {
  TableColumn root{
      .name = "", .format = "+s", .length = static_cast<std::int64_t>(rows), .buffers = {{}}};
  for (TableColumn& column : columns)
    root.children.push_back(std::make_shared<const TableColumn>(std::move(column)));
  return {std::move(name), std::make_shared<const TableColumn>(std::move(root))};
}

TableColumn days_of_nodes(std::string name, const Column<std::int32_t>& days,
                          jinjiang::Date otherwise, const Keeper& keeper) {
  using jinjiang::detail::no_day;
  if (std::find(days.begin(), days.end(), no_day) == days.end())
    return fixed_column(std::move(name), "tdD", days.size(), shared_buffer(days, keeper));
  Column<std::int32_t> filled(days.size());
  std::replace_copy(days.begin(), days.end(), filled.begin(), no_day, otherwise.days_since_epoch());
  return fixed_column(std::move(name), "tdD", days.size(), own_buffer(std::move(filled)));
}
