// SPDX-License-Identifier: BSL-1.0

// Reports that were read.

#include <memory>

#include <jinjiang/reading.hpp>

#include "bindings.hpp"
#include "watched_call.hpp"

/// A reading with its plan and the call that made it.
struct BoundReading {
  std::shared_ptr<const jj::ReportReading> reading;
  jj::Plan plan;
  jj::ReportOptions options;
};

struct BoundPassage {
  jj::reading::Passage passage;
  std::string words;
};

struct BoundReviewItem {
  jj::reading::ReviewItem item;
  std::string words;
};

namespace {

BoundReading read_report(const std::string& text, const jj::ReportOptions& options) {
  return watched([&] {
    BoundReading result{
        std::make_shared<const jj::ReportReading>(jj::read_report(text, options)), {}, options};
    result.options.units = nullptr;
    result.plan = result.reading->plan();
    return result;
  });
}

jj::ReportOptions options_of(std::string id, std::string document, std::optional<int> year,
                             const jj::UnitTable* units = nullptr) {
  return {.id = std::move(id), .document = std::move(document), .year = year, .units = units};
}

py::object function(const char* name) { return py::module_::import("jinjiang._core").attr(name); }

std::string words_in(const jj::ReportReading& reading, jj::reading::TextRange range) {
  return std::string(range.of(reading.text));
}

void bind_passage(py::module_& module) {
  py::class_<BoundPassage> type(module, "Passage", "Some words of a report and what they became.");
  refuse_construction(type, "the passages of a ReportReading are some");
  bind_copies(type);
  type.def_readonly("words", &BoundPassage::words, "The words themselves.")
      .def_property_readonly(
          "begin", [](const BoundPassage& self) { return self.passage.words.begin; },
          "First byte of it in the report, in UTF-8.")
      .def_property_readonly(
          "end", [](const BoundPassage& self) { return self.passage.words.end; },
          "One past their last byte in the report, in UTF-8.")
      .def_property_readonly(
          "outcome", [](const BoundPassage& self) { return self.passage.outcome; },
          "What became of them.")
      .def_property_readonly(
          "node", [](const BoundPassage& self) { return self.passage.node; }, "Id in the draft.")
      .def_property_readonly(
          "note", [](const BoundPassage& self) { return self.passage.note; },
          "What a person sees who points at them: a measure, a kind of trap, a title.")
      .def(
          "__eq__",
          [](const BoundPassage& a, const BoundPassage& b) {
            return a.passage.words == b.passage.words && a.passage.outcome == b.passage.outcome &&
                   a.passage.node == b.passage.node && a.passage.note == b.passage.note &&
                   a.words == b.words;
          },
          py::is_operator())
      .def("__hash__",
           [](const BoundPassage& self) {
             return std::hash<std::size_t>{}(self.passage.words.begin);
           })
      .def("__repr__",
           [](const BoundPassage& self) {
             return "<Passage " + std::string(jj::to_string(self.passage.outcome)) + ": " +
                    jj::detail::shortened(self.words) + ">";
           })
      .def("__reduce__", [](const BoundPassage& self) {
        const jj::reading::Passage& passage = self.passage;
        return py::make_tuple(
            function("_passage"),
            py::make_tuple(passage.words.begin, passage.words.end, passage.outcome, passage.node,
                           passage.note, self.words));
      });
  module.def("_passage", [](std::size_t begin, std::size_t end, jj::reading::Outcome outcome,
                            std::string node, std::string note, std::string words) {
    return BoundPassage{{{begin, end}, outcome, std::move(node), std::move(note)},
                        std::move(words)};
  });
}

void bind_review_item(py::module_& module) {
  using jj::reading::ReviewItem;
  py::class_<BoundReviewItem> type(module, "ReviewItem", "A place that a person should look at.");
  refuse_construction(type, "the review of a ReportReading is a list of them");
  bind_copies(type);
  const auto text = [&type](const char* name, std::string ReviewItem::*member, const char* doc) {
    type.def_property_readonly(
        name, [member](const BoundReviewItem& self) { return self.item.*member; }, doc);
  };
  type.def_readonly("words", &BoundReviewItem::words, "The words that are doubtful.")
      .def_property_readonly(
          "begin", [](const BoundReviewItem& self) { return self.item.words.begin; },
          "First byte of it in the report, in UTF-8.")
      .def_property_readonly(
          "end", [](const BoundReviewItem& self) { return self.item.words.end; },
          "One past their last byte in the report, in UTF-8.");
  text("node", &ReviewItem::node, "Id in the draft, or nothing.");
  text("code", &ReviewItem::code, "Which kind of doubt: approximate, not_tied, ...");
  text("text", &ReviewItem::text, "The sentence.");
  text("taken", &ReviewItem::taken, "What it was read as.");
  text("reason", &ReviewItem::reason, "In Chinese.");
  type.def_property_readonly(
          "alternatives", [](const BoundReviewItem& self) { return self.item.alternatives; },
          "What else it could mean, likeliest first.")
      .def(
          "__eq__",
          [](const BoundReviewItem& a, const BoundReviewItem& b) {
            const ReviewItem& x = a.item;
            const ReviewItem& y = b.item;
            return x.words == y.words && x.node == y.node && x.code == y.code && x.text == y.text &&
                   x.taken == y.taken && x.reason == y.reason && x.alternatives == y.alternatives;
          },
          py::is_operator())
      .def("__hash__",
           [](const BoundReviewItem& self) { return std::hash<std::string>{}(self.item.text); })
      .def("__repr__",
           [](const BoundReviewItem& self) {
             return "<ReviewItem " + self.item.code + ": " + jj::detail::shortened(self.words) +
                    ">";
           })
      .def("__reduce__", [](const BoundReviewItem& self) {
        const ReviewItem& item = self.item;
        return py::make_tuple(
            function("_review_item"),
            py::make_tuple(item.words.begin, item.words.end, item.node, item.code, item.text,
                           item.taken, item.alternatives, item.reason, self.words));
      });
  module.def("_review_item",
             [](std::size_t begin, std::size_t end, std::string node, std::string code,
                std::string sentence, std::string taken, std::vector<std::string> alternatives,
                std::string reason, std::string words) {
               return BoundReviewItem{{{begin, end},
                                       std::move(node),
                                       std::move(code),
                                       std::move(sentence),
                                       std::move(taken),
                                       std::move(alternatives),
                                       std::move(reason)},
                                      std::move(words)};
             });
}

py::dict coverage_of(const BoundReading& self) {
  const jj::reading::DigitCoverage& coverage = self.reading->coverage;
  py::dict result;
  result["digits"] = coverage.digits;
  result["in_nodes"] = coverage.in_nodes;
  result["in_observations"] = coverage.in_observations;
  result["in_traps"] = coverage.in_traps;
  result["share"] = coverage.share();
  return result;
}

void bind_report_reading(py::module_& module) {
  py::class_<BoundReading> type(module, "ReportReading", "What was read of a report.");
  refuse_construction(type, "read_report(report) gives it");
  bind_copies(type);
  type.def_property_readonly(
          "text", [](const BoundReading& self) { return self.reading->text; }, "The report.")
      .def_readonly("plan", &BoundReading::plan, "The draft as a plan.")
      .def_property_readonly(
          "observations", [](const BoundReading& self) { return self.reading->observations; },
          "What the report tells of the year before.")
      .def_property_readonly(
          "review",
          [](const BoundReading& self) {
            std::vector<BoundReviewItem> items;
            for (const jj::reading::ReviewItem& item : self.reading->review)
              items.push_back({item, words_in(*self.reading, item.words)});
            return items;
          },
          "Places that a person should look at, in the order of the report.")
      .def_property_readonly(
          "passages",
          [](const BoundReading& self) {
            std::vector<BoundPassage> passages;
            for (const jj::reading::Passage& passage : self.reading->passages)
              passages.push_back({passage, words_in(*self.reading, passage.words)});
            return passages;
          },
          "What became of which words, in the order of the report; none overlaps.")
      .def_property_readonly("coverage", &coverage_of,
                             "How many numbers in digits there are, where they went, and the share "
                             "that was accounted for, 0 to 1.")
      .def(
          "html",
          [](const BoundReading& self) {
            const py::gil_scoped_release unlocked;
            return jj::reading::to_html(*self.reading);
          },
          "The report as a page of HTML that needs nothing from elsewhere: what became of its "
          "words, and the review list beside it.")
      .def(
          "review_csv",
          [](const BoundReading& self) { return jj::reading::review_to_csv(*self.reading); },
          "The review list as CSV text.")
      .def(
          "__eq__",
          [](const BoundReading& a, const BoundReading& b) {
            return a.reading == b.reading ||
                   (a.reading->text == b.reading->text && a.plan == b.plan &&
                    a.reading->observations == b.reading->observations);
          },
          py::is_operator())
      .def("__repr__",
           [](const BoundReading& self) {
             return "<ReportReading: " + std::to_string(self.plan.goals().size()) + " goals, " +
                    std::to_string(self.plan.indicators().size()) + " indicators, " +
                    std::to_string(self.plan.tasks().size()) + " tasks, " +
                    std::to_string(self.reading->observations.size()) + " observations, " +
                    std::to_string(self.reading->review.size()) + " to review>";
           })
      .def("__reduce__",
           [](const BoundReading& self) {
             const jj::ReportOptions& options = self.options;
             return py::make_tuple(function("read_report"),
                                   py::make_tuple(self.reading->text, options.id, options.document,
                                                  options.year, self.plan.units()));
           })
      .attr("__hash__") = py::none();
}

}  // namespace

void bind_reading(py::module_& module) {
  bind_passage(module);
  bind_review_item(module);
  bind_report_reading(module);
  module.def(
      "read_report",
      [](const std::string& text, std::string id, std::string document, std::optional<int> year,
         const jj::UnitTable* units) {
        return read_report(text, options_of(std::move(id), std::move(document), year, units));
      },
      py::arg("text"), py::arg("id") = "report", py::arg("document") = "",
      py::arg("year") = py::none(), py::arg("units") = nullptr, "Reads a report.");
  module.def(
      "decode_report",
      [](const py::bytes& data) { return jj::reading::decode_report(std::string_view(data)); },
      py::arg("data"), "A report's bytes, UTF-8 or GB18030, as text.");
}
