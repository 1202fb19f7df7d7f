// SPDX-License-Identifier: BSL-1.0

#include "io/known_ids.hpp"

#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::io {

std::string KnownIds::find_problem(std::string_view id) {
  if (plan_ == nullptr || plan_->contains(id)) return {};
  constexpr int most_shown = 20;  // the search for near ids takes milliseconds
  if (++refused_ > most_shown) return "no node " + detail::in_quotes(id);
  return detail::unknown_id(plan_->data(), id) +
         "; correct it, or pass over such readings with ignore_unknown (--ignore-unknown on the "
         "command line)";
}

}  // namespace jinjiang::io
