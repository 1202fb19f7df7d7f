// SPDX-License-Identifier: BSL-1.0
#pragma once

// In what two evaluations differ, node by node, in words that a failed test can show.

#include <cmath>
#include <functional>
#include <string>

#include "support/plain_evaluation.hpp"

using Figure = std::optional<double>;

inline bool is_same(const Figure& a, const Figure& b) { return a == b; }
inline bool is_near(const Figure& a, const Figure& b) {
  return a.has_value() == b.has_value() &&
         (!a || std::fabs(*a - *b) <= 1e-12 * std::max(1.0, std::fabs(*b)));
}

inline std::string difference(const char* what, const Figure& a, const Figure& b,
                              const std::function<bool(const Figure&, const Figure&)>& equal) {
  if (equal(a, b)) return {};
  const auto text = [](const Figure& figure) {
    return figure ? std::to_string(*figure) : std::string("none");
  };
  return std::string(" ") + what + " " + text(a) + " and " + text(b);
}

inline std::string difference(jj::Status a, jj::Status b) {
  if (a == b) return {};
  return " " + std::string(to_string(a)) + " and " + std::string(to_string(b));
}

/// Between the results of one node.
inline std::string difference(const jj::NodeResult& a, const jj::NodeResult& b,
                              const std::function<bool(const Figure&, const Figure&)>& equal) {
  return difference(a.status, b.status) +
         difference("attainment", a.attainment, b.attainment, equal) +
         difference("progress", a.progress, b.progress, equal) +
         difference("expected", a.expected, b.expected, equal) +
         difference("pace", a.pace, b.pace, equal) +
         difference("coverage", a.coverage, b.coverage, equal) +
         difference("value", a.value, b.value, equal);
}

/// Between two evaluations, for the nodes of the first; `name` gives their ids in the second.
inline std::string differences(
    const jj::Evaluation& a, const jj::Evaluation& b,
    const std::function<bool(const Figure&, const Figure&)>& equal,
    const std::function<std::string(const std::string&)>& name = [](const std::string& id) {
      return id;
    }) {
  std::string text;
  for (const jj::Node node : a.plan().nodes()) {
    const std::string id(node.id());
    const std::string found = difference(a[id], b[name(id)], equal);
    if (!found.empty()) text += id + ":" + found + "\n";
  }
  return text;
}

/// Between the library's result and the plain one. What the definitions leave open is passed over.
inline std::string difference(const jj::NodeResult& a, const plain::Result& b,
                              bool assumes_expected) {
  const bool is_goal = a.node.kind() == jj::NodeKind::goal;
  if (b.is_open && is_goal && assumes_expected) return {};
  const bool by_pace = b.status == jj::Status::under_way || b.status == jj::Status::ahead ||
                       b.status == jj::Status::on_track || b.status == jj::Status::at_risk ||
                       b.status == jj::Status::off_track;
  std::string text = difference("attainment", a.attainment, b.attainment, is_near) +
                     difference("progress", a.progress, b.progress, is_near) +
                     difference("coverage", a.coverage, b.coverage, is_near);
  const bool is_left_out_goal = is_goal && !b.coverage;
  if (!(b.is_open && by_pace) && !is_left_out_goal) text += difference(a.status, b.status);
  if (b.attainment && !is_goal) text += difference("value", a.value, b.value, is_near);
  if (b.is_open) return text;
  return text + difference("expected", a.expected, b.expected, is_near) +
         difference("pace", a.pace, b.pace, is_near);
}
