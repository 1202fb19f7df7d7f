// SPDX-License-Identifier: BSL-1.0
// Which period a reading covers and how sure it is are two questions.
// message: cannot convert|no viable conversion|cannot initialize

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::ReadingOptions options{.stage = jj::Span::cumulative};  // must not compile
}
