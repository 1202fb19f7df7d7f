// SPDX-License-Identifier: BSL-1.0
#include <jinjiang/reading/figures.hpp>

#include <cmath>
#include <utility>

#include "reading/figures/figure_reader.hpp"

namespace jinjiang::reading {

Target Figure::target() const {
  TargetOptions options;
  options.upper = upper;
  options.measure = measure;
  options.direction = direction;
  options.baseline = baseline;
  options.firmness = firmness;
  options.basis = basis;
  options.base = base;
  if (std::isnan(value)) {
    const std::string setter = "上级";
    if (reference && reference->is_order) return Target::set_elsewhere(setter, unit, options);
    throw TargetError("figure \"" + title +
                      "\" follows another series; build it with Target::relative");
  }
  return Target(comparator, value, unit, std::move(options));
}

FigureReading read_figures(std::string_view sentence, const FigureOptions& options) {
  const auto read_by = [&](FigureReader& reader) {
    reader.set_year(options.year);
    reader.read(sentence, options.is_review);
    return reader.take();
  };
  if (options.units != nullptr && options.units != &UnitTable::standard()) {
    FigureReader own(*options.units);
    return read_by(own);
  }
  static thread_local FigureReader reader;
  return read_by(reader);
}

}  // namespace jinjiang::reading
