// SPDX-License-Identifier: BSL-1.0
#include <jinjiang/reading/figures.hpp>

namespace jinjiang::reading {

Target Figure::target() const { return Target(comparator, value, unit); }
FigureReading read_figures(std::string_view, const FigureOptions&) { return {}; }

}  // namespace jinjiang::reading
