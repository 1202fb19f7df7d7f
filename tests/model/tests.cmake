# SPDX-License-Identifier: BSL-1.0
jinjiang_add_test(model
  model/builder_field_test.cpp
  model/builder_refusal_test.cpp
  model/builder_test.cpp
  model/date_test.cpp
  model/observations_test.cpp
  model/plan_test.cpp
  model/profile_test.cpp
  model/quantity_test.cpp
  model/target_test.cpp
  model/text_test.cpp
  model/unit_test.cpp
  model/wording_page_test.cpp
  model/wording_refusal_test.cpp
  model/wording_test.cpp
  model/yardstick_test.cpp
)
