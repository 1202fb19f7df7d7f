# SPDX-License-Identifier: BSL-1.0

jinjiang_add_test(reading
  reading/decode_test.cpp
  reading/outline_damage_test.cpp
  reading/outline_shape_test.cpp
  reading/outline_test.cpp
  reading/sentences_test.cpp
)
