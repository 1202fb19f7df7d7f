// SPDX-License-Identifier: BSL-1.0
#include <jinjiang/reading/figures.hpp>

#include <cmath>

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
  return Target(comparator, value, unit, options);
}

FigureReading read_figures(std::string_view sentence, const FigureOptions& options) {
  if (options.units != nullptr && options.units != &UnitTable::standard()) {
    FigureReader reader(*options.units);
    reader.set_year(options.year);
    return reader.read(sentence, options.is_review);
  }
  static thread_local FigureReader reader;
  reader.set_year(options.year);
  return reader.read(sentence, options.is_review);
}

}  // namespace jinjiang::reading
