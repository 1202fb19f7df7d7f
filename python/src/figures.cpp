// SPDX-License-Identifier: BSL-1.0

// The figures of a sentence, numerals, and the outline of a report.

#include <memory>

#include <jinjiang/reading.hpp>

#include "bindings.hpp"

/// A sentence that was read.
struct BoundFigures {
  std::shared_ptr<const std::string> sentence;
  std::shared_ptr<const jj::reading::FigureReading> reading;
  std::shared_ptr<const jj::UnitTable> units;  ///< none: the standard ones
  bool is_review = false;
  std::optional<int> year;

  /// The same words read in the same way give the same figures.
  friend bool operator==(const BoundFigures& a, const BoundFigures& b) {
    const bool same_units =
        a.units == b.units || (a.units != nullptr && b.units != nullptr && *a.units == *b.units);
    return *a.sentence == *b.sentence && a.is_review == b.is_review && a.year == b.year &&
           same_units;
  }
};

/// One figure of it.
struct BoundFigure {
  BoundFigures of;
  std::size_t number = 0;

  [[nodiscard]] const jj::reading::Figure& figure() const { return of.reading->figures[number]; }
  [[nodiscard]] std::string_view words(jj::reading::TextRange range) const {
    return range.of(*of.sentence);
  }
};

/// A block of an outline.
struct BoundBlock {
  std::shared_ptr<const jj::reading::Outline> outline;
  std::size_t number = 0;

  [[nodiscard]] const jj::reading::Block& block() const { return outline->blocks[number]; }
};

namespace {

using jj::reading::Figure;

BoundFigures read_figures(std::string sentence, const jj::UnitTable* units, bool is_review,
                          std::optional<int> year) {
  BoundFigures result;
  result.is_review = is_review;
  result.year = year;
  if (units != nullptr) result.units = std::make_shared<const jj::UnitTable>(*units);
  result.reading = std::make_shared<jj::reading::FigureReading>(
      jj::reading::read_figures(sentence, {.units = units, .is_review = is_review, .year = year}));
  result.sentence = std::make_shared<std::string>(std::move(sentence));
  return result;
}

py::object units_of(const BoundFigures& self) {
  return self.units == nullptr ? py::object(py::none()) : py::cast(*self.units);
}

std::string_view name_of(jj::reading::NumeralKind kind) {
  constexpr std::array<std::string_view, 4> names{"number", "share", "factor", "unknown"};
  return names[static_cast<std::size_t>(kind)];
}

/// A property that is a value of the figure.
template <auto member>
auto value_of(const BoundFigure& self) {
  return self.figure().*member;
}
/// A property that is some of the words.
template <jj::reading::TextRange Figure::*range>
std::string words_of(const BoundFigure& self) {
  return std::string(self.words(self.figure().*range));
}

py::object reference_of(const BoundFigure& self) {
  const auto& reference = self.figure().reference;
  if (!reference) return py::none();
  return py::make_tuple(self.words(reference->words), reference->is_order, reference->offset);
}

py::list doubts_of(const BoundFigure& self) {
  py::list doubts;
  for (const jj::reading::Doubt& doubt : self.figure().doubts)
    doubts.append(py::make_tuple(doubt.code, doubt.reason, doubt.alternatives));
  return doubts;
}

py::list conditions_of(const BoundFigure& self) {
  py::list conditions;
  for (const jj::reading::Condition& condition : self.figure().conditions) {
    conditions.append(py::make_tuple(self.words(condition.words), condition.comparator,
                                     condition.value, condition.unit));
  }
  return conditions;
}

void bind_figure(py::module_& module) {
  py::class_<BoundFigure> type(module, "Figure", "One figure of a sentence, as the words have it.");
  refuse_construction(type, "read_figures(sentence) gives figures");
  bind_copies(type);
  type.def_property_readonly("words", &words_of<&Figure::words>, "All words that bear on it.")
      .def_property_readonly("number", &words_of<&Figure::number>, "The number with its unit.")
      .def_property_readonly("subject", &words_of<&Figure::subject>, "What is measured.")
      .def_property_readonly("title", &value_of<&Figure::title>, "Short, of verb and subject.")
      .def_property_readonly("comparator", &value_of<&Figure::comparator>,
                             "How the figure is to be read.")
      .def_property_readonly("value", &value_of<&Figure::value>,
                             "In `unit`; not a number where `reference` gives it.")
      .def_property_readonly("upper", &value_of<&Figure::upper>,
                             "Of a range its second figure, in `unit`; otherwise None.")
      .def_property_readonly("unit", &value_of<&Figure::unit>,
                             "As written: 5.6 of 万户; 八成 is 80 of %.")
      .def_property_readonly("measure", &value_of<&Figure::measure>, "What kind of number it is.")
      .def_property_readonly("direction", &value_of<&Figure::direction>, "Which way is better.")
      .def_property_readonly("firmness", &value_of<&Figure::firmness>, "How firmly it is promised.")
      .def_property_readonly("basis", &value_of<&Figure::basis>, "口径")
      .def_property_readonly(
          "base", [](const BoundFigure& self) { return jj::to_string(self.figure().base); },
          "What a growth is measured against.")
      .def_property_readonly("baseline", &value_of<&Figure::baseline>,
                             "The figure before: 70 in 从70%提高到85%; otherwise None.")
      .def_property_readonly("reference", &reference_of,
                             "Words, whether others set it, and offset of what gives the value.")
      .def_property_readonly("stage", &value_of<&Figure::stage>, "How far a project is to come.")
      .def_property_readonly("conditions", &conditions_of,
                             "Words, comparator, value and unit of what is counted.")
      .def_property_readonly("due_year", &value_of<&Figure::due_year>,
                             "As the words say, or None: 到2026年.")
      .def_property_readonly("due_month", &value_of<&Figure::due_month>,
                             "As the words say, 1 to 12, or None: 6月底前.")
      .def_property_readonly("due_day", &value_of<&Figure::due_day>,
                             "As the words say, 1 to 31, or None: the month's last.")
      .def_property_readonly("is_approximate", &value_of<&Figure::is_approximate>, "近, 约, 余")
      .def_property_readonly("is_observed", &value_of<&Figure::is_observed>, "Told as done.")
      .def_property_readonly("is_estimate", &value_of<&Figure::is_estimate>, "预计, 初步核算")
      .def_property_readonly("is_part", &value_of<&Figure::is_part>, "其中")
      .def_property_readonly("rule", &value_of<&Figure::rule>, "The rule that decided.")
      .def_property_readonly("doubts", &doubts_of, "Code, reason and alternatives of each.")
      .def(
          "target", [](const BoundFigure& self) { return self.figure().target(); },
          R"(As the target of an indicator.

Raises
------
TargetError
    The words contradict each other.)")
      .def("__repr__",
           [](const BoundFigure& self) {
             return "<Figure " + std::string(self.words(self.figure().number)) + ": " +
                    self.figure().title + ">";
           })
      .def("__reduce__",
           [](const BoundFigure& self) {
             return py::make_tuple(py::module_::import("jinjiang._core").attr("_figure"),
                                   py::make_tuple(*self.of.sentence, self.of.is_review, self.number,
                                                  units_of(self.of), self.of.year));
           })
      .def(
          "__eq__",
          [](const BoundFigure& a, const BoundFigure& b) {
            return a.number == b.number && a.of == b.of;
          },
          py::is_operator())
      .def("__hash__", [](const BoundFigure& self) {
        return std::hash<std::string>{}(*self.of.sentence) + self.number;
      });
  module.def("_figure", [](std::string sentence, bool is_review, std::size_t number,
                           const jj::UnitTable* units, std::optional<int> year) {
    BoundFigures of = read_figures(std::move(sentence), units, is_review, year);
    if (number >= of.reading->figures.size()) throw py::index_error("no such figure");
    return BoundFigure{std::move(of), number};
  });
}

void bind_figure_reading(py::module_& module) {
  py::class_<BoundFigures> type(module, "FigureReading", "The numbers of a sentence.");
  refuse_construction(type, "read_figures(sentence) gives it");
  bind_copies(type);
  type.def_property_readonly(
          "figures",
          [](const BoundFigures& self) {
            std::vector<BoundFigure> figures;
            for (std::size_t i = 0; i < self.reading->figures.size(); ++i)
              figures.push_back({self, i});
            return figures;
          },
          "What is promised or reported, in the order of the numbers.")
      .def_property_readonly(
          "traps",
          [](const BoundFigures& self) {
            py::list traps;
            for (const jj::reading::Trap& trap : self.reading->traps)
              traps.append(py::make_tuple(trap.words.of(*self.sentence), trap.kind));
            return traps;
          },
          "Words and TrapKind of numbers that promise nothing.")
      .def_property_readonly(
          "unread",
          [](const BoundFigures& self) {
            std::vector<std::string> words;
            for (const jj::reading::TextRange range : self.reading->unread)
              words.emplace_back(range.of(*self.sentence));
            return words;
          },
          "Numbers for which no rule was found.")
      .def("__repr__",
           [](const BoundFigures& self) {
             return "<FigureReading: " + std::to_string(self.reading->figures.size()) +
                    " figures, " + std::to_string(self.reading->traps.size()) + " traps, " +
                    std::to_string(self.reading->unread.size()) + " unread>";
           })
      .def("__reduce__",
           [](const BoundFigures& self) {
             return py::make_tuple(
                 py::module_::import("jinjiang._core").attr("read_figures"),
                 py::make_tuple(*self.sentence, units_of(self), self.is_review, self.year));
           })
      .def(
          "__eq__", [](const BoundFigures& a, const BoundFigures& b) { return a == b; },
          py::is_operator())
      .def("__hash__",
           [](const BoundFigures& self) { return std::hash<std::string>{}(*self.sentence); });
}

/// What Python sees of a block, and of the headings that it stands under, outermost first.
py::tuple chain_of(const BoundBlock& self) {
  py::list chain;
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(self.number); at >= 0;) {
    const jj::reading::Block& block = self.outline->blocks[static_cast<std::size_t>(at)];
    chain.insert(0, py::make_tuple(block.kind, block.part, block.level, block.source.begin,
                                   block.source.end, block.marker, block.text));
    at = block.parent;
  }
  return py::tuple(chain);
}

/// A block of such a chain, in an outline that holds nothing else.
BoundBlock block_of(const py::tuple& chain) {
  auto outline = std::make_shared<jj::reading::Outline>();
  for (const py::handle fields : chain) {
    const auto field = fields.cast<py::tuple>();
    jj::reading::Block block;
    block.kind = field[0].cast<jj::reading::BlockKind>();
    block.part = field[1].cast<jj::reading::ReportPart>();
    block.level = field[2].cast<int>();
    block.parent = static_cast<std::ptrdiff_t>(outline->blocks.size()) - 1;
    block.source = {field[3].cast<std::size_t>(), field[4].cast<std::size_t>()};
    block.marker = field[5].cast<std::string>();
    block.text = field[6].cast<std::string>();
    outline->blocks.push_back(std::move(block));
  }
  if (outline->blocks.empty()) throw py::index_error("no such block");
  const std::size_t last = outline->blocks.size() - 1;
  return {std::move(outline), last};
}

void bind_block(py::module_& module) {
  py::class_<BoundBlock> type(module, "Block", "A heading, an item or a paragraph of a report.");
  refuse_construction(type, "read_outline(text) gives blocks");
  bind_copies(type);
  type.def_property_readonly(
          "kind", [](const BoundBlock& self) { return self.block().kind; },
          "What it is: a heading, a paragraph, ...")
      .def_property_readonly(
          "part", [](const BoundBlock& self) { return self.block().part; },
          "What its part of the report is for.")
      .def_property_readonly(
          "level", [](const BoundBlock& self) { return self.block().level; },
          "Depth of a heading, from 1; of anything else 0.")
      .def_property_readonly(
          "parent",
          [](const BoundBlock& self) -> std::optional<BoundBlock> {
            if (self.block().parent < 0) return std::nullopt;
            return BoundBlock{self.outline, static_cast<std::size_t>(self.block().parent)};
          },
          "The heading that it stands under.")
      .def_property_readonly(
          "marker", [](const BoundBlock& self) { return self.block().marker; }, "一、 （二） ❸ ●")
      .def_property_readonly(
          "text", [](const BoundBlock& self) { return self.block().text; },
          "Without marker and line breaks.")
      .def_property_readonly(
          "begin", [](const BoundBlock& self) { return self.block().source.begin; },
          "First byte of it in the report, in UTF-8.")
      .def_property_readonly(
          "end", [](const BoundBlock& self) { return self.block().source.end; },
          "One past its last byte in the report, in UTF-8.")
      .def(
          "__eq__",
          [](const BoundBlock& a, const BoundBlock& b) { return chain_of(a).equal(chain_of(b)); },
          py::is_operator())
      .def("__hash__",
           [](const BoundBlock& self) { return std::hash<std::string>{}(self.block().text); })
      .def("__repr__",
           [](const BoundBlock& self) {
             const jj::reading::Block& block = self.block();
             return "<Block " + std::string(jj::to_string(block.kind)) + ", " +
                    std::string(jj::to_string(block.part)) + ": " +
                    jj::detail::shortened(block.text) + ">";
           })
      .def("__reduce__", [](const BoundBlock& self) {
        return py::make_tuple(py::module_::import("jinjiang._core").attr("_block"),
                              py::make_tuple(chain_of(self)));
      });
  module.def("_block", &block_of);
}

}  // namespace

void bind_figures(py::module_& module) {
  bind_figure(module);
  bind_figure_reading(module);
  bind_block(module);
  module.def("read_figures", &read_figures, py::arg("sentence"), py::arg("units") = nullptr,
             py::arg("is_review") = false, py::arg("year") = py::none(),
             "The figures of a sentence.");
  module.def(
      "read_numeral",
      [](const std::string& text) -> py::object {
        const auto numeral = jj::reading::read_numeral(text);
        if (!numeral) return py::none();
        return py::make_tuple(numeral->value, name_of(numeral->kind),
                              text.substr(0, numeral->bytes), numeral->scale);
      },
      py::arg("text"), "Value, kind, words and scale of the numeral that a text begins with.");
  module.def(
      "read_outline",
      [](const std::string& text) {
        const auto outline =
            std::make_shared<const jj::reading::Outline>(jj::reading::read_outline(text));
        std::vector<BoundBlock> blocks;
        for (std::size_t i = 0; i < outline->blocks.size(); ++i) blocks.push_back({outline, i});
        return blocks;
      },
      py::arg("text"), "The blocks of a report.");
}
