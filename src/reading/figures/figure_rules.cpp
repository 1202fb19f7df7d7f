// SPDX-License-Identifier: BSL-1.0
// What a number means: its bound, its measure and the way that is better, by the words around it.
#include <algorithm>
#include <cmath>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// Money that is obtained, not earned.
bool is_funding(std::string_view noun) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"资金", "投资", "债券", "贷款", "补助", "国债"},
      [noun](std::string_view word) { return noun.ends_with(word); });
}

}  // namespace

void FigureReader::read_number(Phrase& phrase) {
  Before before = befores_[static_cast<std::size_t>(&phrase - clause_.phrases.data())];
  const After after = look_after(text_, clause_, phrase.token);
  if (take_offset(phrase, before) || take_comparison(phrase, before)) return;
  Figure figure;
  figure.number = phrase.number;
  figure.unit = phrase.unit;
  figure.value = phrase.value;
  figure.upper = phrase.upper;
  inherit(before, phrase, figure.doubts);
  set_comparator(figure, phrase, before);
  set_measure(figure, phrase, before, after);
  set_direction(figure, &phrase, before);
  if (phrase.is_unit_guessed) {
    doubt(figure, "unit_guessed", "数字后没有量词，单位是推测的",
          {figure.unit.symbol().empty() ? "个" : figure.unit.symbol(), "家", "人"});
  }
  if (phrase.is_grouped)
    doubt(figure, "digits_grouped", "数字中的逗号、空格按千位分隔读", {"分隔前后是两个数"});
  phrase.use = Phrase::Use::figure;
  standing_.last_kind = phrase.kind_of_unit;
  finish(figure, before, after);
}

/// 新增甲5家、乙6家: what is left out is as before.
void FigureReader::inherit(Before& before, const Phrase& phrase, std::vector<Doubt>& doubts) {
  const Predicate& last = standing_.last;
  Predicate& says = before.says;
  if (phrase.ordinal != Phrase::Ordinal::none || standing_.last_figure < 0) return;
  const bool in_list = before.after_pause;
  const bool is_alone = before.object.empty() && before.actor.empty() && before.bound;
  const bool goes_on = !in_list && (before.after_part || standing_.was_adjacent ||
                                    (standing_.had_figure && is_alone));
  if (!in_list && !goes_on) return;
  // 建成3座，在建5座，规划7座: each says how far it is by itself.
  const std::string_view own = words(before.object);
  if (own == "在建" || own == "规划" || own == "拟建" || own == "储备" || own == "未开工") return;
  if (before.is_bare && in_list) {  // 分别增长5%、6%
    const bool lower = says.is_lower;
    const std::optional<Token> verb = says.verb;
    says = last;
    says.is_lower = says.is_lower || lower;
    if (verb) says.verb = verb;
    return;
  }
  const bool is_rate =
      phrase.kind_of_unit == UnitKind::percent || phrase.kind_of_unit == UnitKind::points;
  if (is_rate) {
    if (says.is_share || says.is_growth || says.movement || !last.is_growth ||
        standing_.last_kind != phrase.kind_of_unit)
      return;
    // 增长8%，力争达到10%
    const bool is_second_bound = before.object.empty() && before.actor.empty() &&
                                 standing_.hedge.begin >= clause_.begin && !standing_.hedge.empty();
    if (!is_second_bound && (before.reaches || (!in_list && !before.after_part))) return;
    says.is_growth = true;
    says.falls = last.falls;
    says.movement = last.movement;
    return;
  }
  const bool has_own =
      says.movement || says.adds || says.nets || says.acts || says.causes || says.is_total;
  // 力争26亿元，确保22亿元: two bounds of one thing.
  const bool is_lone = before.object.empty() && before.actor.empty();
  if (has_own || before.has || before.is_per || (before.reaches && !is_lone)) return;
  if (standing_.last_kind != phrase.kind_of_unit && !in_list) return;
  if (!in_list && !before.after_part && !is_lone) {
    const bool is_level = says.is_stock || says.is_amount || before.bound || before.reaches;
    if (is_level || !(last.adds || last.acts || last.nets)) return;
  }
  if (says.is_stock && !before.after_part) return;
  // 实施项目20个、总投资50亿元: an amount is not carried out as a thing is.
  const bool is_sum = words(before.object).ends_with("总投资") || !is_funding(words(before.object));
  if (says.is_amount && is_sum && phrase.kind_of_unit == UnitKind::amount && !last.is_strong &&
      !last.adds && !last.nets)
    return;
  if (says.is_amount && before.bound && !last.is_strong && !last.adds) return;
  if (last.adds || last.nets || last.acts || last.is_total) {
    says.adds = last.adds;
    says.nets = last.nets;
    says.acts = last.acts;
    says.is_strong = last.is_strong;
    says.is_total = last.is_total;
    says.stage = last.stage;
    if (!says.verb) says.verb = last.verb;
    if (!in_list) doubts.push_back({"verb_inherited", "本句没有动词，沿用前一句的动词", {"存量"}});
  } else if (last.movement && !(standing_.last_kind == UnitKind::percent && before.bound) &&
             (is_lone || in_list) && !before.reaches &&
             (is_lone || last.movement->word == Word::rise || last.movement->word == Word::fall)) {
    says.movement = last.movement;
  }
}

void FigureReader::set_comparator(Figure& figure, const Phrase& phrase, const Before& before) {
  std::optional<Comparator> leading;
  if (before.bound) leading = static_cast<Comparator>(before.bound->value);
  if (phrase.upper) {
    figure.comparator = Comparator::between;
    if (leading || phrase.suffix)
      doubt(figure, "bound_of_range", "区间前后还有界限词，按区间读", {"只取下限"});
  } else if (phrase.suffix) {
    figure.comparator = *phrase.suffix;
    if (leading && *leading != *phrase.suffix && *leading != Comparator::about) {
      doubt(figure, "two_bounds", "数字前后各有一个界限词，按后一个读", {to_string(*leading)});
    }
  } else if (leading) {
    figure.comparator = *leading;
  } else if (before.is_near || phrase.is_vague) {
    figure.comparator = Comparator::about;
  } else if (phrase.kind == NumeralKind::unknown) {
    figure.comparator = Comparator::at_least;
  } else if (before.floor) {
    figure.comparator = *before.floor;
  }
  constexpr std::string_view top = "前";
  if (phrase.kind_of_unit == UnitKind::percent && !phrase.suffix && !leading &&
      ends_with(text_.substr(0, phrase.number.begin), top)) {  // 全国前10%
    figure.comparator = Comparator::at_most;
    doubt(figure, "top_share", "“前百分之几”是位次的占比", {"占比"});
  }
  if (phrase.ordinal == Phrase::Ordinal::top && !phrase.suffix)
    figure.comparator = Comparator::at_most;
  if (before.is_near || phrase.is_vague || phrase.kind == NumeralKind::unknown) {
    figure.is_approximate = true;
    doubt(figure, "approximate", "近、约、余、多、上百等只给出大概的数", {"左右", "不低于"});
  }
}

void FigureReader::set_measure(Figure& figure, const Phrase& phrase, const Before& before,
                               const After& after) {
  const Predicate& says = before.says;
  if (phrase.ordinal != Phrase::Ordinal::none) {
    figure.measure = Measure::rank;
    figure.rule = "rank";
    return;
  }
  switch (phrase.kind_of_unit) {
    case UnitKind::points:
      figure.measure = Measure::change;
      figure.rule = "change";
      if ((says.movement && says.movement->word == Word::fall) || says.falls) turn_downward(figure);
      return;
    case UnitKind::percent:
      set_growth(figure, phrase, before);
      // 以不低于10%的增速: the noun stands behind.
      if (after.is_of && starts_with_any(words(after.noun), {"增速", "增幅", "速度", "年均增速"})) {
        figure.measure = Measure::growth;
        figure.rule = "growth";
      }
      return;
    case UnitKind::times:
      if (phrase.kind == NumeralKind::factor) {  // 翻一番
        figure.measure = Measure::growth;
        figure.rule = "doubling";
        return;
      }
      if (says.movement &&
          (says.movement->word == Word::rise || says.movement->word == Word::fall) &&
          !before.reaches && !before.arrives) {
        figure.value *= 100;
        if (figure.upper) *figure.upper *= 100;
        figure.unit = units_.percent();
        figure.measure = Measure::growth;
        figure.rule = "times_growth";
        doubt(figure, "growth_by_times", "增长几倍按增长百分之几百读，也有人按几倍读",
              {"是原来的倍数"});
        return;
      }
      figure.measure = Measure::level;
      figure.rule = "times_level";
      return;
    default:
      return set_quantity_measure(figure, phrase, before, after);
  }
}

/// % is a growth where the nearest word that measures says so, else a share.
void FigureReader::set_growth(Figure& figure, const Phrase& phrase, const Before& before) {
  const Predicate& says = before.says;
  const bool is_to = says.movement &&
                     (says.movement->word == Word::rise_to || says.movement->word == Word::fall_to);
  const bool moves =
      says.movement && (says.movement->word == Word::rise || says.movement->word == Word::fall);
  const bool arrives_at = before.arrives && says.movement;  // 提高入学率到95%
  if (says.is_growth && !is_to &&
      !(arrives_at && moves && !says.movement->is_lower() && before.tight.empty())) {
    if (arrives_at && moves) {
      figure.measure = Measure::share;
      figure.rule = "share";
      return;
    }
    figure.measure = Measure::growth;
    figure.rule = "growth";
    // 空气综合指数改善3%: what is bad gets less.
    const bool betters =
        moves && words(*says.movement) == "改善" &&
        (says.is_lower || holds_any(words(before.object), {"浓度", "空气", "PM", "指数"}));
    if (says.falls || betters || (moves && says.movement->word == Word::fall))
      turn_downward(figure);
    return;
  }
  if (says.is_growth && is_to) {  // 增速提高到6%
    figure.measure = Measure::growth;
    figure.rule = "growth_level";
    if (says.falls) {  // 降幅收窄至3%以内: a fall that is to be a smaller one
      turn_downward(figure);
      figure.direction = Direction::higher;
      figure.rule = "fall_narrowed";
    }
    return;
  }
  figure.measure = Measure::share;
  figure.rule = "share";
  static_cast<void>(phrase);
}

void FigureReader::set_quantity_measure(Figure& figure, const Phrase& phrase, const Before& before,
                                        const After& after) {
  const Predicate& says = before.says;
  const bool is_things =
      phrase.kind_of_unit == UnitKind::things || phrase.kind_of_unit == UnitKind::none;
  const auto as_activity = [&](const char* rule) {
    figure.measure = is_things ? Measure::count : Measure::increment;
    figure.rule = rule;
    figure.stage = says.stage;
  };
  const auto as = [&](Measure measure, const char* rule) {
    figure.measure = measure;
    figure.rule = rule;
  };
  if (says.adds) return as(Measure::increment, "increment");
  if (says.nets) return as(Measure::net_increment, "net_increment");
  if (phrase.kind_of_unit == UnitKind::duration && says.is_limit && !says.movement)
    return as(Measure::level, "level");  // 每周开放时间不少于56小时
  const std::string& unit = figure.unit.symbol();
  if (unit == "位" && is_things) {
    // 排名前移两位
    const std::string_view head = phrase.token > 0 ? words(clause_.tokens[phrase.token - 1]) : "";
    const bool moves = head.ends_with("移") || head.ends_with("进位") || head.ends_with("进") ||
                       head.ends_with("升") || head.ends_with("提高");
    const std::string_view line = text_.substr(clause_.begin, phrase.number.begin - clause_.begin);
    if (moves && after.noun.empty() &&
        (head.ends_with("移") || line.find("位") != std::string_view::npos ||
         line.find("名") != std::string_view::npos)) {
      doubt(figure, "rank_change", "位次前移的名次数，不是名次本身", {"名次"});
      return as(Measure::net_increment, "rank_change");
    }
  }
  const Word movement = says.movement ? says.movement->word : Word::text;
  if (is_ceiling_of_year(figure, phrase, before)) return as(Measure::increment, "year_ceiling");
  if (movement == Word::rise_to || movement == Word::fall_to || movement == Word::cap ||
      (before.arrives && (movement == Word::rise || movement == Word::fall)))
    return as(Measure::level, "level_to");
  if (movement == Word::keep) return as(Measure::level, "level_kept");
  if (movement == Word::rise || movement == Word::fall) {
    const bool is_activity = says.movement->is_also_act() && is_things && !after.noun.empty();
    const bool does_it_to = says.movement->is_also_act() && !before.object.empty();
    // 新开工项目同比减少11个: against a base it is the balance, whatever is done to them.
    const bool is_compared = before.base && !before.tight.empty();
    if (is_compared) {
      as(Measure::net_increment, "net_change");
      if (movement == Word::fall) turn_downward(figure);
      return;
    }
    if (is_activity || does_it_to || says.acts) {
      if (says.is_total) return as(Measure::level, "level_total");
      return as_activity("activity");
    }
    as(Measure::net_increment, "net_change");
    if (movement == Word::fall) {
      turn_downward(figure);
      doubt(figure, "fall_by_amount", "减少的数量没有说明基数，按净减少读", {"减至该数"});
    }
    return;
  }
  if (says.is_total) return as(Measure::level, "level_total");
  if (says.acts) {
    if (before.reaches && !before.is_listed && !says.is_strong) {
      as(Measure::level, "level_reached");
      doubt(figure, "measure_guessed", "动词后用“达”，按达到的总量读", {"本期完成的数量"});
      return;
    }
    if (says.is_tally && !says.is_strong) return as(Measure::level, "level_stock");
    return as_activity("activity");
  }
  const bool is_project_verb = after.verb && after.verb->word == Word::act &&
                               !after.verb->is_nominal() && !says.is_stock && !says.is_amount;
  if (after.verb && !before.reaches && !before.bound &&
      (before.object.empty() || says.causes || is_project_verb)) {
    figure.stage = after.verb->word == Word::act ? static_cast<ProjectStage>(after.verb->value)
                                                 : ProjectStage::none;
    figure.measure = is_things ? Measure::count : Measure::increment;
    figure.rule = "activity_after";
    return;
  }
  if (says.causes && before.object.empty() && is_things && !before.bound && !before.reaches &&
      !after.noun.empty())  // 支持20个县
    return as_activity("activity");
  const bool gets_money = says.is_amount && phrase.kind_of_unit == UnitKind::amount &&
                          !before.reaches && !before.bound && is_funding(words(before.object));
  if (before.tries && gets_money) return as_activity("activity");
  // 年度投资420亿元, 到位资金26亿元: the noun itself says that it flows.
  const std::string_view measured = words(before.object);
  if (phrase.kind_of_unit == UnitKind::amount &&
      (ends_with(measured, "到位资金") || ends_with(measured, "年度投资") ||
       ends_with(measured, "年度计划投资") || ends_with(measured, "当年投资")))
    return as_activity("flow_noun");
  // 支持企业“小升规”150家: what is quoted is what they are helped to do.
  const bool is_quoted = phrase.token > 0 && after.noun.empty() &&
                         clause_.tokens[phrase.token - 1].word == Word::name &&
                         ends_with(measured, "”");
  if (is_quoted && is_things && (says.causes || before.after_pause)) return as_activity("activity");
  const bool names_level = says.is_stock || says.is_amount || before.reaches;
  if (before.tries && !names_level && (!before.bound || before.object.empty())) {
    doubt(figure, "measure_guessed", "“争创”“争取”之外没有动词，按争取到的数量读", {"存量"});
    return as_activity("activity");
  }
  if (before.works && !says.causes && !names_level && is_things) return as_activity("activity");
  if (says.is_event && is_things) return as_activity("event");
  if (before.object.empty() && before.actor.empty() && !after.noun.empty() && !before.reaches &&
      !before.bound && is_things && !says.causes && !says.verb && !before.is_per) {
    as_activity("things");
    doubt(figure, "measure_guessed", "数字前没有动词，按办理的数量读", {"存量"});
    return;
  }
  // Projects are carried out, not kept: 重点项目20个.
  const std::string_view object = words(before.object);
  const bool is_work =
      object.ends_with("项目") || object.ends_with("工程") || object.ends_with("活动");
  const bool is_named_work = phrase.token > 0 && !after.noun.empty() &&
                             clause_.tokens[phrase.token - 1].word == Word::name;
  const bool is_counted = is_work && words(before.object).ends_with("项目") && !says.movement;
  if (is_things && (is_work || is_named_work) && !before.reaches && !before.has &&
      (!before.bound || is_counted)) {  // 民生项目不少于18个
    as_activity("things");
    doubt(figure, "measure_guessed", "没有动词，按办理的数量读", {"存量"});
    return;
  }
  as(Measure::level, says.is_stock ? "level_stock" : before.reaches ? "level_reached" : "level");
  if (!says.is_stock && !before.reaches && !before.bound && !says.is_amount && !says.is_limit &&
      !before.has)
    doubt(figure, "measure_guessed", "没有动词说明是存量还是增量，按存量读", {"本期完成的数量"});
  else if (says.is_yearly && !says.is_stock && !standing_.is_observed &&
           phrase.kind_of_unit == UnitKind::amount)
    doubt(figure, "measure_guessed", "产值、收入、投资等是一年累计的数，没有写明，按总量读",
          {"本年累计的数量"});
}

}  // namespace jinjiang::reading
