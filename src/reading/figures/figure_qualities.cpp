// SPDX-License-Identifier: BSL-1.0
// Numbers that say of what kind a thing is: how large one of them is, which of them are counted,
// and what each of them is paid.
#include <algorithm>

#include "reading/figures/figure_reader.hpp"
#include "reading/numerals/match.hpp"

namespace jinjiang::reading {

namespace {

/// What money is of itself: 3亿元资金 is a sum, 3亿元项目 a condition.
bool is_money_itself(std::string_view noun) {
  return holds_any(noun.substr(0, 60),
                   {"资金", "投资", "贷款", "债",   "补贴", "税",   "收入", "消费", "红利",
                    "信贷", "融资", "授信", "基金", "订单", "产值", "销售", "成本", "费",
                    "款",   "贸易", "额",   "奖",   "补助", "赔付", "预算", "营收", "利润"});
}

}  // namespace

/// 1200座剧院, 日处理8万吨的污水处理厂: how large one thing is.
bool FigureReader::is_size(const Phrase& phrase, const After& after) const {
  if (phrase.suffix || phrase.kind_of_unit == UnitKind::percent ||
      phrase.kind_of_unit == UnitKind::points || phrase.kind_of_unit == UnitKind::times)
    return false;
  const std::string_view noun = words(after.noun);
  const std::string& unit = phrase.unit.symbol();
  constexpr double many = 100;
  if (unit == "座" || unit == "席" || unit == "人") {
    if (phrase.value >= many &&
        holds_any(noun.substr(0, 36), {"剧院", "剧场", "影院", "体育馆", "体育场", "礼堂", "会堂",
                                       "球场", "音乐厅", "大厅", "报告厅", "演播厅", "会议厅"}))
      return true;
  }
  if (phrase.token > 0 && clause_.tokens[phrase.token - 1].word == Word::number && !noun.empty())
    return true;  // 1所54班小学
  if (starts_with_any(noun, {"床位的", "座位的", "学位的"})) return true;
  if (unit == "床" && starts_with_any(noun, {"医院", "综合医院"})) return true;
  if ((unit == "米" || unit == "公里") &&
      starts_with_any(noun, {"覆盖", "服务", "见", "范围", "半径"}))
    return true;  // 500米覆盖率, 500米范围内
  // 面积达300亩的公园: said of the park with 的, and of what it has.
  if (after.is_of && !noun.empty() && phrase.kind_of_unit == UnitKind::amount &&
      !holds_any(noun.substr(0, 12), {"目标", "任务", "台阶", "佳绩", "成绩", "好成", "水平"})) {
    const std::size_t number = phrase.token;
    std::size_t at = number;
    while (at > 0 && is_tight(clause_.tokens[at - 1].word)) --at;
    const std::string_view head = at > 0 ? words(clause_.tokens[at - 1]) : std::string_view();
    if (at < number &&
        std::ranges::any_of(
            Words{"面积", "全长", "总长", "长度", "库容", "装机", "容量", "高度", "里程"},
            [&](std::string_view noun_of_size) { return ends_with(head, noun_of_size); }))
      return true;
  }
  const Token* before = phrase.token > 0 ? &clause_.tokens[phrase.token - 1] : nullptr;
  const bool follows_verb =
      before != nullptr &&
      (before->word == Word::add || before->word == Word::net || before->word == Word::act ||
       before->word == Word::bound || before->word == Word::near || before->word == Word::reach);
  if (after.is_of && noun.empty() && phrase.kind_of_unit == UnitKind::amount)
    return !follows_verb;  // 总投资350亿元的28个项目
  if (!after.is_of || noun.empty()) {
    // 年产10万吨生产线
    if (before == nullptr || noun.empty()) return false;
    const std::string_view head = words(*before);
    return (head == "年产" || head.ends_with("日处理") || head.ends_with("日产") ||
            head.ends_with("年处理"));
  }
  // 1200床位的医院: what is said of it with 的 is a quality.
  if (phrase.kind_of_unit == UnitKind::things)
    return follows_verb ? before->word != Word::bound && phrase.value >= many &&
                              (unit == "床位" || unit == "张" || unit == "座" || unit == "床")
                        : true;
  return !follows_verb && !is_money_itself(noun);
}

/// 组建10亿元产业引导基金: a fund is founded, and so large is it; what it does with its money is
/// another matter. 发放贷款10亿元 is spent.
bool FigureReader::is_fund(const Phrase& phrase, const Before& before, const After& after) const {
  const std::string_view noun = words(after.noun);
  if (!phrase.unit.dimension().ends_with("元") || !holds_any(noun, {"基金", "资金池"}))
    return false;
  const std::string_view verb =
      before.says.verb ? words(before.says.verb->range()) : words(before.object);
  return std::ranges::any_of(
      Words{"组建", "设立", "成立", "新设", "搭建", "筹建", "创设", "发起", "运作", "运营"},
      [&](std::string_view founding) { return ends_with(verb, founding); });
}

/// 建设一个中心、两个基地: a formula of what a place is to be. It begins with 一个 and counts bare
/// names of positions; what is really built has a measure word or a name of its own.
bool FigureReader::is_formula(const Phrase& phrase, const Before& before) const {
  if (!phrase.is_chinese || clause_.phrases.size() < 2 || clause_.phrases.front().value != 1)
    return false;
  if (before.says.verb &&
      holds_any(words(before.says.verb->range()),
                {"新建", "建成", "改造", "开工", "竣工", "增设", "改建", "扩建"}))
    return false;
  constexpr double most = 10;
  constexpr std::size_t longest = 3 * 3;
  return std::ranges::all_of(clause_.phrases, [&](const Phrase& member) {
    if (!member.is_chinese || member.value >= most || member.suffix || member.unit.symbol() != "个")
      return false;
    const std::string_view noun = words(look_after(text_, clause_, member.token).noun);
    return !noun.empty() && noun.size() <= longest &&
           std::ranges::any_of(
               Words{"中心", "基地", "高地", "枢纽", "门户", "窗口", "走廊", "示范区", "先行区",
                     "核心", "平台", "目标", "格局", "支点", "引擎", "标杆", "样板",   "支撑",
                     "体系", "定位", "带",   "极",   "轴",   "圈",   "翼",   "组团",   "品牌"},
               [&](std::string_view position) { return ends_with(noun, position); });
  });
}

/// 全年三公经费不超过600万元: a bound from above that is said of the year is one of its sum. 年内
/// is a date as well, by which a count may come down, so that it must be said of an amount.
bool FigureReader::is_ceiling_of_year(const Figure& figure, const Phrase& phrase,
                                      const Before& before) const {
  const Predicate& says = before.says;
  const bool is_amount = phrase.kind_of_unit == UnitKind::amount;
  if (!is_amount && phrase.kind_of_unit != UnitKind::things) return false;
  const bool is_capped = says.movement && says.movement->word == Word::cap;
  const bool is_ceiling = figure.comparator == Comparator::at_most ||
                          figure.comparator == Comparator::below || is_capped;
  if (!is_ceiling || (says.movement && !is_capped) || says.is_stock || says.acts || says.is_total ||
      before.is_per || before.has)
    return false;
  const std::string_view unit = phrase.unit.symbol();
  if (holds_any(unit, {"/", "每"})) return false;  // of a rate there is no sum
  const std::string_view line = text_.substr(clause_.begin, phrase.number.begin - clause_.begin);
  if (holds_any(line, {"平均", "均"})) return false;
  const std::size_t year = line.find("全年");
  const bool is_of_year =
      (year != std::string_view::npos && !starts_with(line.substr(year), "全年龄")) ||
      line.find("本年") != std::string_view::npos;
  return is_of_year || (is_amount && line.find("年内") != std::string_view::npos);
}

/// 每人每月补助200元, 奖励高管5万元: what each is paid.
bool FigureReader::is_rate_paid(const Phrase& phrase, const Before& before) const {
  if (phrase.kind_of_unit != UnitKind::amount) return false;
  const std::string& unit = phrase.unit.symbol();
  const Predicate& says = before.says;
  const bool rises = says.movement && says.movement->word == Word::rise;
  if (before.pays && !rises) {
    const bool has_scale = unit.starts_with("亿") || unit.starts_with("千万");
    if (before.is_per || holds_any(words(before.tight), {"给予", "最高", "一次性"}) ||
        (!has_scale && !says.acts && !says.is_total))
      return true;
  }
  const std::size_t region = clause_.tokens[before.first].begin;
  const std::string_view line = text_.substr(region, phrase.number.begin - region);
  // 给予每家最高100万元, 单笔贷款最高300万元
  if (holds_any(words(before.tight), {"最高"}) &&
      (before.pays_someone || holds_any(line, {"单笔", "单户", "每户", "每家", "每人", "每个"})))
    return true;
  if (!phrase.unit.dimension().ends_with("元") || before.bound || says.movement || says.adds)
    return false;
  const bool is_yearly = words(before.per) == "每年" && says.acts;  // 每年安排3亿元
  if (before.is_per && !before.reaches && !says.is_stock && !is_yearly) return true;
  // 补贴标准分别为800元、600元: how much each of them gets.
  if (holds_any(line, {"补贴标准", "补助标准", "奖励标准", "奖补标准", "资助标准", "津贴标准"}) &&
      words(before.tight).find("达") == std::string_view::npos)
    return true;
  constexpr double most = 1e6;  // yuan: no sum for all of them
  const double yuan =
      phrase.value * phrase.unit.definition().numerator / phrase.unit.definition().denominator;
  const std::string_view who = words(before.object);
  return before.pays_someone && !says.acts && !says.is_total && !before.reaches && yuan <= most &&
         !who.ends_with("资金") && !who.ends_with("金额") && !who.ends_with("总额");
}

/// 全长18公里, 计划总投资60亿元: of the work that the sentence is about, where it counts no works.
bool FigureReader::is_one_of_work(std::size_t index, const Before& before) const {
  const Phrase& phrase = clause_.phrases[index];
  if (phrase.kind_of_unit == UnitKind::percent || phrase.kind_of_unit == UnitKind::points ||
      phrase.kind_of_unit == UnitKind::times || before.says.adds || before.says.is_strong)
    return false;
  const std::size_t end = before.tight.empty() ? phrase.whole.begin : before.tight.begin;
  const std::string_view line = text_.substr(clause_.begin, end - clause_.begin);
  // What most numbers are told by at once: the last character before them.
  constexpr Characters last_of_noun("长跨速地积模径向水理产量资额容机");
  constexpr std::size_t wide = 3;
  const bool may_end = line.size() > wide && last_of_noun.begin(line.substr(line.size() - wide));
  if (!may_end && line.find("后") == std::string_view::npos) return false;
  const auto ends = [&](Words nouns) {
    return std::ranges::any_of(nouns, [&](std::string_view noun) { return ends_with(line, noun); });
  };
  const bool is_make = ends({"全长", "主跨", "桥长", "时速", "占地", "占地面积", "用地面积", "跨径",
                             "双向", "日供水", "日处理", "日产", "单机容量"});
  const bool is_extent = ends(
      {"建设规模", "装机", "装机容量", "建筑面积", "总长", "总投资", "总投资额", "库容", "线路长"});
  const bool is_yield = line.find("后") != std::string_view::npos &&
                        holds_any(line, {"达产后", "建成后", "投产后", "满产后", "投用后"});
  if (!is_make && !is_extent && !is_yield) return false;
  // 新建道路12条、总长36公里: of all of them together.
  for (std::size_t i = 0; i < index; ++i) {
    const Phrase& other = clause_.phrases[i];
    if (other.kind_of_unit == UnitKind::things && other.value > 1 &&
        (other.use == Phrase::Use::open || other.use == Phrase::Use::figure))
      return false;
  }
  if (standing_.last_figure >= 0 && standing_.last_kind == UnitKind::things) return false;
  if (is_make || is_yield) return true;
  if (before.says.acts || before.says.movement) return false;
  // 大桥全长2公里、总投资9亿元: of the same bridge.
  if (index > 0 && clause_.phrases[index - 1].use == Phrase::Use::trap &&
      clause_.phrases[index - 1].kind_of_unit == UnitKind::amount &&
      !clause_.phrases[index - 1].suffix)
    return true;
  std::string_view work = words(before.object);
  for (const std::string_view noun :
       Words{"建设规模", "总建筑面积", "建筑面积", "总长", "概算总投资", "计划总投资", "总投资额",
             "总投资", "总库容", "库容", "总装机容量", "装机容量", "总装机", "装机"}) {
    if (!work.ends_with(noun)) continue;
    work.remove_suffix(noun.size());
    break;
  }
  if (work.empty()) return true;
  if (holds_any(work,
                {"重点", "重大", "一批", "全市", "全县", "全区", "全省", "各类", "在建", "签约"}))
    return false;
  return std::ranges::any_of(
      Words{"项目", "工程", "基地", "园", "中心", "厂",   "桥",   "馆",     "院",   "广场",
            "水库", "线",   "路",   "站", "港",   "大厦", "学校", "综合体", "枢纽", "高速"},
      [&](std::string_view noun) { return work.ends_with(noun); });
}

namespace {

/// Those of whom a condition is said.
bool is_bearer(std::string_view noun) {
  return starts_with_any(noun, {"企业", "项目", "村",   "镇",   "乡",     "单位", "园区",
                                "产业", "集群", "商户", "农户", "家庭",   "主体", "合作社",
                                "公司", "基地", "平台", "个人", "低收入", "困难", "贫困"});
}

}  // namespace

/// 年营收500万元以上、亩均税收15万元以上的企业: conditions that 、 joins are said of the same
/// things.
bool FigureReader::is_joined_condition(std::size_t index) const {
  const auto is_bound = [this](const Phrase& phrase) {
    const bool has_bound =
        phrase.suffix || (phrase.token > 0 && clause_.tokens[phrase.token - 1].word == Word::bound);
    return has_bound && phrase.use == Phrase::Use::open && phrase.kind_of_unit != UnitKind::percent;
  };
  const auto& phrases = clause_.phrases;
  std::size_t last = index;
  while (last + 1 < phrases.size() && is_bound(phrases[last])) {
    const std::size_t next = phrases[last].token + 1;
    const Word joint = clause_.tokens[next].word;
    if (joint != Word::pause && joint != Word::adverb) break;
    for (std::size_t at = next; at < phrases[last + 1].token; ++at) {
      const Token& token = clause_.tokens[at];
      if (token.word == Word::act || token.word == Word::add || token.word == Word::hedge)
        return false;
    }
    ++last;
  }
  if (last == index || !is_bound(phrases[last])) return false;
  const After after = look_after(text_, clause_, phrases[last].token);
  return after.is_of && is_bearer(words(after.noun));
}

/// 总投资10亿元以上的项目20个, 产值超亿元企业: which things, not how much.
bool FigureReader::is_condition(std::size_t index, const Before& before, const After& after) const {
  const Phrase& phrase = clause_.phrases[index];
  if (phrase.kind_of_unit == UnitKind::percent || phrase.kind_of_unit == UnitKind::points ||
      phrase.kind_of_unit == UnitKind::times)
    return false;
  // 其中5亿元以上35个: the noun was named before.
  if ((phrase.suffix || (before.bound && phrase.kind_of_unit == UnitKind::amount)) &&
      phrase.token + 1 < clause_.tokens.size() &&
      clause_.tokens[phrase.token + 1].word == Word::number) {
    const Phrase& next = clause_.phrases[clause_.tokens[phrase.token + 1].index];
    return next.kind_of_unit == UnitKind::things && next.ordinal == Phrase::Ordinal::none &&
           !(next.unit == phrase.unit);
  }
  if (is_joined_condition(index)) return true;
  const std::string_view noun = words(after.noun);
  if (noun.empty() || after.at_end) return false;
  // 拿出不少于2亿元支持技改: what the money is for stands behind it, and no thing that has it.
  const Token& behind = clause_.tokens[phrase.token + 1];
  if (!after.is_of && !phrase.is_scale_alone &&
      ((behind.word == Word::cause && !phrase.suffix) ||
       starts_with_any(noun, {"用于", "用来", "投入", "投向", "注入", "专项用于", "专门用于",
                              "重点支持", "支持", "扶持"})))
    return false;
  // 30户以上自然村: so many make a village.
  if (phrase.suffix && (phrase.unit.symbol() == "户" || phrase.unit.symbol() == "人") &&
      starts_with_any(noun, {"自然村", "村组", "村屯", "村寨", "村民小组", "行政村", "村落", "村庄",
                             "聚居点", "聚居区", "居民点", "集中安置", "小区", "连片"}))
    return true;
  const bool is_money = phrase.unit.dimension().ends_with("元");
  const bool has_bound = phrase.suffix.has_value() || before.bound.has_value();
  const bool has_bearer =
      is_bearer(noun) && (after.is_of || starts_with_any(noun, {"低收入", "困难", "贫困"}));
  if (is_money && has_bound && has_bearer) return true;
  if (has_bound || is_money) {
    // Another number counts what the noun names: only nouns may lie between.
    for (std::size_t at = phrase.token + 1; at < clause_.tokens.size(); ++at) {
      const Token& token = clause_.tokens[at];
      if (token.word == Word::number) {
        const Phrase& next = clause_.phrases[token.index];
        const std::string& unit = phrase.unit.symbol();
        const bool may_be_size = phrase.kind_of_unit == UnitKind::amount || unit == "人" ||
                                 unit == "户" || unit == "名" || unit == "张" || unit == "床" ||
                                 unit == "岁" || unit == "台" || unit == "头" || unit == "年";
        return may_be_size &&
               (next.kind_of_unit == UnitKind::things || next.kind_of_unit == UnitKind::percent);
      }
      if (token.word == Word::pause || token.word == Word::add || token.word == Word::hedge ||
          (token.word == Word::cause && !phrase.suffix) ||  // 3亿元支持20个村
          token.word == Word::rise || token.word == Word::fall || token.word == Word::date ||
          (token.word == Word::act && !token.is_nominal()))
        break;
    }
  }
  // 纳税超1000万元的企业给予奖励: what is paid is said of them later.
  if (!is_money || (!has_bearer && is_money_itself(noun))) return false;
  if (has_bound) return true;  // 产值超亿元企业
  if (!after.is_of) {          // 百亿元企业
    return phrase.is_scale_alone && before.says.is_empty() == false;
  }
  return !before.says.is_strong;
}

}  // namespace jinjiang::reading
