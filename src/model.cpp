// SPDX-License-Identifier: BSL-1.0

// The compiled form of the model: the bodies that header-only users get inline.

#include <jinjiang/detail/column.ipp>
#include <jinjiang/detail/text.ipp>
#include <jinjiang/model/detail/builder.ipp>
#include <jinjiang/model/detail/call_monitor.ipp>
#include <jinjiang/model/detail/date.ipp>
#include <jinjiang/model/detail/observations.ipp>
#include <jinjiang/model/detail/plan.ipp>
#include <jinjiang/model/detail/policy.ipp>
#include <jinjiang/model/detail/profile.ipp>
#include <jinjiang/model/detail/quantity.ipp>
#include <jinjiang/model/detail/standard_units.ipp>
#include <jinjiang/model/detail/target.ipp>
#include <jinjiang/model/detail/target_words.ipp>
#include <jinjiang/model/detail/unit.ipp>
#include <jinjiang/model/detail/wording.ipp>
#include <jinjiang/model/detail/yardstick.ipp>
