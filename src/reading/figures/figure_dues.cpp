// SPDX-License-Identifier: BSL-1.0
// By when: dates and terms hold for the figures behind them, until the next.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

/// 今年 and 全年 are dates of their own: what was to be done by another is no longer meant.
void FigureReader::reset_due() {
  standing_.due_year.reset();
  standing_.due_month.reset();
  standing_.due_day.reset();
  standing_.due_is_next = false;
  standing_.due_is_term = false;
  standing_.due_is_vague = false;
  standing_.due_is_quarter = false;
  standing_.span.reset();
  left_ = {};
}

/// 明年6月底前. In a report of December it may be the year that is planned, so it is to be checked.
void FigureReader::stand_next_year() {
  if (!year_ || is_review_) return;
  standing_.due_year = *year_ + 1;
  standing_.due_is_next = true;
  standing_.due_is_used = false;
}

/// 全年, 年内
void FigureReader::stand_due(std::size_t index) {
  const Token& token = clause_.tokens[index];
  constexpr std::size_t two_characters = 6;
  if (token.end - token.begin != two_characters) return;
  if (!starts_with_any(words(token), {"全年", "年内", "当年", "本年"})) return;
  // 已开工8个，全年竣工20个: the year is not over.
  if (standing_.is_so_far && !is_governed(index)) {
    standing_.is_observed = standing_.is_so_far = false;
  }
  if (!standing_.due_year && !standing_.due_month) return;
  // 完成全年任务的60% speaks of the task.
  if (is_governed(index) ||
      starts_with_any(text_.substr(token.end), {"的", "任务", "目标", "计划", "投资", "预算"}))
    return;
  end_due();
}

/// 全年, 年度计划: of the year, whatever part of it was named before.
void FigureReader::end_due() {
  if (standing_.due_is_used) return reset_due();
  standing_.due_month.reset();
  standing_.due_day.reset();
}

/// 自3月起, 3月1日起施行: when something begins is no day by which it is done. 对标2035年远景目标:
/// a year that is looked at.
bool FigureReader::is_start_or_yardstick(std::size_t index) const {
  const Token& token = clause_.tokens[index];
  const std::string_view rest = text_.substr(token.end);
  if (ends_with(words(token), "起") || starts_with_any(rest, {"起", "开始"})) return true;
  if (starts_with_any(rest, {"规划", "远景", "发展规划"}) &&
      clause_.dates[token.index].year.has_value() &&
      !(index > 0 && clause_.tokens[index - 1].word == Word::when))
    return true;
  return index > 0 && ends_with_any(words(clause_.tokens[index - 1]),
                                    {"对标", "对照", "锚定", "瞄准", "着眼", "面向", "聚焦"});
}

/// 到2028年底、2030年底，…分别达到60%、63%: as many dates as figures, each its own.
void FigureReader::put_dates_in_row(std::size_t index) {
  const auto& tokens = clause_.tokens;
  const bool goes_on =
      index > 1 && tokens[index - 1].word == Word::pause && tokens[index - 2].word == Word::date;
  if (!goes_on) dates_in_row_.clear();
  dates_in_row_.push_back(clause_.dates[tokens[index].index]);
}

/// 改造危桥6座，9月底前完工: a clause that says of what was counted only how far it comes and when.
void FigureReader::share_due_of_stage(std::size_t first_figure) {
  if (first_figure != out_.figures.size() || sentence_figures_ >= first_figure) return;
  if (!clause_.phrases.empty() || !standing_.due_month || standing_.is_observed) return;
  bool has_date = false;
  bool has_stage = false;
  for (const Token& token : clause_.tokens) {
    has_date = has_date || token.word == Word::date;
    // 3月底前全部开工: with the beginning nothing is done.
    if (token.word == Word::act && token.value > 0 &&
        token.value <= static_cast<std::uint8_t>(ProjectStage::started))
      return;
    has_stage = has_stage ||
                (token.word == Word::act && (token.value > 0 || ends_with(words(token), "完成")));
    const bool is_small =
        (token.word == Word::text || token.word == Word::plain) &&
        ends_with_any(words(token), {"使用", "运营", "完毕", "到位", "对外", "免费"});
    if (!is_leading(token.word) && token.word != Word::act && token.word != Word::post && !is_small)
      return;
  }
  if (!has_date || !has_stage) return;
  for (std::size_t i = sentence_figures_; i < first_figure; ++i) {
    Figure& figure = out_.figures[i];
    const bool is_shared = std::ranges::find(due_of_stage_, i) != due_of_stage_.end();
    const bool has_own = (figure.due_year || figure.due_month) && !is_shared;
    if (figure.is_observed || has_own || !is_flow(figure.measure)) continue;
    if (!is_shared) due_of_stage_.push_back(i);
    figure.due_year = standing_.due_year;
    figure.due_month = standing_.due_month;
    figure.due_day = standing_.due_day;
  }
}

/// 6月底前开工建设滨海路，新增事项20项: the day of a clause that does something of its own, and
/// counts nothing, is not that of the next.
void FigureReader::end_own_due() {
  if (!clause_.phrases.empty() || clause_.stop != Clause::Stop::comma) return;
  bool has_date = false;
  bool has_deed = false;
  bool has_object = false;
  for (const Token& token : clause_.tokens) {
    if (token.word == Word::date) {
      const DateMention& date = clause_.dates[token.index];
      if (!date.month || date.year) return;
      has_date = true;
      continue;
    }
    if (!has_date) continue;
    has_deed = has_deed || token.word == Word::act;
    constexpr std::size_t least = 6;
    has_object =
        has_object || (has_deed && token.word != Word::act && token.end - token.begin >= least);
  }
  if (!has_date || !has_object) return;
  standing_.due_month.reset();
  standing_.due_day.reset();
}

/// 38个项目确保上半年开工: the stage behind what is counted has the day.
void FigureReader::take_due_behind(std::size_t first_figure) {
  if (out_.figures.size() != first_figure + 1 || !standing_.due_month) return;
  Figure& figure = out_.figures.back();
  if (figure.is_observed || figure.due_year || figure.due_month) return;
  const auto& tokens = clause_.tokens;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const Token& stage = tokens[i];
    const Token& date = tokens[i - 1];
    if (stage.word != Word::act || stage.value == 0 || date.word != Word::date) continue;
    if (date.begin < figure.number.end || !clause_.dates[date.index].month) continue;
    figure.due_year = standing_.due_year;
    figure.due_month = standing_.due_month;
    figure.due_day = standing_.due_day;
    return;
  }
}

void FigureReader::doubt_due(Figure& figure) {
  if (figure.is_observed) return;
  if (standing_.due_is_vague)
    doubt(figure, "vague_due", "“汛期前”“春节前”等没有写明是哪一天，没有采用", {"写明的日期"});
  if (standing_.due_is_quarter)
    doubt(figure, "quarter_before", "“几季度前”按该季度末读", {"上一季度末"});
}

void FigureReader::stand_date(std::size_t index) {
  const Token& token = clause_.tokens[index];
  const DateMention& date = clause_.dates[token.index];
  if (date.is_term) return stand_term(index, date);
  if (is_start_or_yardstick(index)) return;
  const Token* before = index > 0 ? &clause_.tokens[index - 1] : nullptr;
  if (index + 1 < clause_.tokens.size() && clause_.tokens[index + 1].word == Word::past) return;
  if (before != nullptr && (before->word == Word::versus || before->word == Word::from)) return;
  if (date.through) standing_.span = date;
  if (date.year) {
    standing_.due_year = date.through.value_or(*date.year);
    standing_.due_month = date.month;
    standing_.due_day = date.day;
    standing_.due_is_next = false;
    standing_.due_is_term = false;
    stand_year(index, *standing_.due_year);
    // Said before any figure, it is said of all that ； joins.
    if (out_.figures.empty() && standing_.due_year > year_.value_or(*standing_.due_year))
      left_ = {date.through ? date.year : std::nullopt, standing_.due_year};
  } else if (date.month) {
    if (standing_.due_is_used) reset_due();
    // 已开工8个，年内竣工20个
    if (standing_.is_so_far && starts_with_any(words(token), {"年内", "年底", "年末"}))
      standing_.is_observed = standing_.is_so_far = false;
    // 今年底: of this year, whatever was told before. 去年底 is told.
    const bool is_told = before != nullptr && before->word == Word::past;
    if (!is_told && !is_review_ && !standing_.is_estimate && words(token).starts_with("今年"))
      standing_.is_observed = false;
    standing_.due_month = date.month;
    standing_.due_day = date.day;
  } else {
    standing_.due_is_vague = ends_with(words(token), "前");
    return;
  }
  standing_.due_is_vague = false;
  standing_.due_is_quarter = ends_with_any(words(token), {"季度前", "季度之前"});
  put_dates_in_row(index);
  standing_.due_is_used = false;
}

/// 三年内, 用两年时间, 今后五年: by when, counted from the year of the plan.
void FigureReader::stand_term(std::size_t index, const DateMention& date) {
  if (date.years < 2 || standing_.is_observed) return;
  const Token& token = clause_.tokens[index];
  const Token* before = index > 0 ? &clause_.tokens[index - 1] : nullptr;
  const bool comes = before != nullptr && before->word == Word::future &&
                     starts_with_any(words(*before), {"今后", "未来"});
  const bool takes = before != nullptr && before->word == Word::text &&
                     ends_with_any(words(*before), {"用", "利用", "通过", "分"});
  const bool is_within = words(token).ends_with("内");
  if (!comes && !takes && !is_within) return;
  standing_.due_is_term = !comes;
  standing_.due_is_used = false;
  standing_.due_is_next = false;
  standing_.due_month.reset();
  standing_.due_day.reset();
  standing_.due_year.reset();
  if (!year_) return;
  standing_.due_year = *year_ + date.years - 1;
  standing_.span = DateMention{.year = year_, .through = standing_.due_year};
  if (comes && out_.figures.empty()) left_ = {year_, standing_.due_year};
}

/// 年均: a rate of many years, not this year's, where it is said which.
void FigureReader::set_annual_base(Figure& figure) {
  std::optional<int> from;
  std::optional<int> through;
  if (standing_.span) {
    from = standing_.span->year;
    through = standing_.span->through;
  } else if (year_ && standing_.due_year > year_) {  // 到2030年，…年均增长6%
    from = year_;
    through = standing_.due_year;
  }
  if (from && through) {
    figure.base = {ComparisonBase::Kind::annual, *from, *through};
    return;
  }
  // A rate of every year is one of this year too.
  doubt(figure, "span_unknown", "年均没有说明起止年份，按当年比上年读", {"多年平均"});
}

}  // namespace jinjiang::reading
