// SPDX-License-Identifier: BSL-1.0
#pragma once

// Public holidays and make-up working days of China, as announced each year by the General Office
// of the State Council (国务院办公厅关于…年部分节假日安排的通知):
//   2024: 国办发明电〔2023〕7号, 2023-10-25
//   2025: 国办发明电〔2024〕12号, 2024-11-12
//   2026: 国办发明电〔2025〕7号, 2025-11-04
// Days of a holiday that fall on a weekend are listed as well, as the notices do.

#include <array>
#include <string_view>

namespace jinjiang::detail {

/// From a day through another, written as month and day.
struct ChinaHoliday {
  int year;
  unsigned first_month;
  unsigned first_day;
  unsigned last_month;
  unsigned last_day;
};

struct ChinaWorkday {
  int year;
  unsigned month;
  unsigned day;
};

inline constexpr std::array china_notices{
    std::string_view("国办发明电〔2023〕7号"),
    std::string_view("国办发明电〔2024〕12号"),
    std::string_view("国办发明电〔2025〕7号"),
};

inline constexpr std::array china_holidays{
    ChinaHoliday{2024, 1, 1, 1, 1},    // 元旦
    ChinaHoliday{2024, 2, 10, 2, 17},  // 春节
    ChinaHoliday{2024, 4, 4, 4, 6},    // 清明节
    ChinaHoliday{2024, 5, 1, 5, 5},    // 劳动节
    ChinaHoliday{2024, 6, 10, 6, 10},  // 端午节
    ChinaHoliday{2024, 9, 15, 9, 17},  // 中秋节
    ChinaHoliday{2024, 10, 1, 10, 7},  // 国庆节
    ChinaHoliday{2025, 1, 1, 1, 1},    // 元旦
    ChinaHoliday{2025, 1, 28, 2, 4},   // 春节
    ChinaHoliday{2025, 4, 4, 4, 6},    // 清明节
    ChinaHoliday{2025, 5, 1, 5, 5},    // 劳动节
    ChinaHoliday{2025, 5, 31, 6, 2},   // 端午节
    ChinaHoliday{2025, 10, 1, 10, 8},  // 国庆节、中秋节
    ChinaHoliday{2026, 1, 1, 1, 3},    // 元旦
    ChinaHoliday{2026, 2, 15, 2, 23},  // 春节
    ChinaHoliday{2026, 4, 4, 4, 6},    // 清明节
    ChinaHoliday{2026, 5, 1, 5, 5},    // 劳动节
    ChinaHoliday{2026, 6, 19, 6, 21},  // 端午节
    ChinaHoliday{2026, 9, 25, 9, 27},  // 中秋节
    ChinaHoliday{2026, 10, 1, 10, 7},  // 国庆节
};

inline constexpr std::array china_workdays{
    ChinaWorkday{2024, 2, 4},   ChinaWorkday{2024, 2, 18},  ChinaWorkday{2024, 4, 7},
    ChinaWorkday{2024, 4, 28},  ChinaWorkday{2024, 5, 11},  ChinaWorkday{2024, 9, 14},
    ChinaWorkday{2024, 9, 29},  ChinaWorkday{2024, 10, 12}, ChinaWorkday{2025, 1, 26},
    ChinaWorkday{2025, 2, 8},   ChinaWorkday{2025, 4, 27},  ChinaWorkday{2025, 9, 28},
    ChinaWorkday{2025, 10, 11}, ChinaWorkday{2026, 1, 4},   ChinaWorkday{2026, 2, 14},
    ChinaWorkday{2026, 2, 28},  ChinaWorkday{2026, 5, 9},   ChinaWorkday{2026, 9, 20},
    ChinaWorkday{2026, 10, 10},
};

}  // namespace jinjiang::detail
