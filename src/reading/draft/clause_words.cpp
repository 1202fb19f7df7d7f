// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>

#include <jinjiang/detail/text.hpp>

#include "reading/draft/clause_words.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t character = 3;  ///< bytes of a Chinese one

/// Verbs that open a clause and hardly ever stand as nouns.
constexpr auto strong_verbs = std::to_array<std::string_view>(
    {"推进", "推动", "加快", "加强", "加大", "建成", "实施", "完成", "开展", "举办", "打造", "创建",
     "争创", "引进", "引育", "深化", "优化", "完善", "健全", "提升", "提高", "扩大", "拓展", "促进",
     "落实", "组建", "设立", "出台", "启动", "探索", "争取", "力争", "确保", "强化", "巩固", "新建",
     "新增", "净增", "招引", "盘活", "解决", "搭建", "构建", "提速", "擦亮", "办好", "做好", "做强",
     "做优", "做大", "抓好", "抓实", "用好", "管好", "建好", "建强", "守牢", "守住", "筑牢", "打好",
     "打赢", "制定", "修订", "印发", "推行", "推广", "推出", "鼓励", "引导", "防范", "化解", "消除",
     "淘汰", "压减", "降低", "减少", "弘扬", "开办", "开通", "开设", "建立", "成立", "承接", "承办",
     "发放", "重塑", "再造", "集聚", "奋力", "聚力", "贯彻", "举行", "召开", "跻身", "冲刺", "进入",
     "迈入", "达到", "实现", "形成", "释放", "激发", "激活", "增强", "增加", "增进", "延伸", "融入",
     "对标", "谋划", "选派", "选树", "兑现", "筹集", "增设", "增配", "配备", "配建", "补齐", "补强",
     "畅通", "打通", "贯通", "整合", "摸清", "排查", "查处", "实行", "施行", "试行", "扶持", "评选",
     "申报", "组织", "组团", "参加", "编制", "培育", "整治", "务必", "投用", "稳定", "保持", "开工",
     "竣工", "签约", "落地", "布局", "支持", "保障", "升级", "更新"});

/// Verbs that are as often nouns.
constexpr auto weak_verbs = std::to_array<std::string_view>(
    {"建设", "发展", "改造", "扩建", "改建", "运营", "运行", "投产",       "开放", "参与", "突破",
     "攻坚", "规范", "严格", "严厉", "严打", "打击", "处置", "清理",       "关停", "控制", "维护",
     "保护", "修复", "修缮", "传承", "挖掘", "开发", "开行", "布设",       "部署", "统筹", "协同",
     "协调", "对接", "服务", "培训", "招聘", "帮扶", "救助", "资助",       "学习", "宣传", "征集",
     "收储", "供应", "出让", "植树", "绿化", "疏浚", "清淤", "研发",       "攻关", "转化", "孵化",
     "认定", "入选", "获评", "通过", "提质", "衔接", "融合", "储备",       "策划", "表彰", "奖励",
     "设置", "配置", "监测", "监管", "整改", "执行", "治理", "常态化开展", "强健", "改善", "满足",
     "关爱", "关心", "坚守", "提供", "办理", "办成", "修建", "改革",       "创新", "引领", "带动",
     "拉动", "赋能", "做实", "做精", "做细", "抓牢", "抓紧", "抓细",       "走好", "讲好", "唱响",
     "叫响", "创优", "创成", "争当", "争先", "勇当", "当好", "发挥",       "发行", "发动", "动员",
     "管控", "严控", "严管", "严查", "严守", "严防", "稳住", "稳步提高"});

/// What may stand before the verb of a clause.
constexpr WordList adverbs(std::to_array<std::string_view>(
    {"全面",   "深入", "持续",     "大力", "积极",   "有序",     "稳步",   "扎实",   "着力",
     "进一步", "不断", "切实",     "全力", "常态化", "高效",     "有效",   "有力",   "有节奏",
     "分类",   "分批", "多维",     "纵深", "率先",   "继续",     "逐步",   "坚决",   "重点",
     "充分",   "科学", "合理",     "精准", "主动",   "牢牢",     "需要",   "必须",   "同步",
     "同时",   "年内", "今年",     "全年", "高质量", "高水平",   "高标准", "大幅",   "依法",
     "一体",   "集中", "优先",     "尽快", "提前",   "因地制宜", "年底前", "上半年", "下半年",
     "大胆",   "用心", "用情用力", "聚力", "再",     "要",       "将",     "并",     "还",
     "也",     "地",   "新",       "更好"}));

constexpr WordList cheering_verbs(std::to_array<std::string_view>(
    {"奋力", "谱写", "开创", "书写", "续写", "弘扬", "凝聚", "汇聚", "建强", "锻造",
     "践行", "扛牢", "肩负", "巩固", "推动", "推进", "促进", "实现", "加快", "聚力"}));
constexpr WordList ideals(std::to_array<std::string_view>(
    {"篇章", "局面", "奋进力量", "强大力量", "磅礴力量", "精神", "战斗堡垒", "征程", "答卷", "伟业",
     "辉煌", "使命", "初心", "纵深发展", "高质量发展", "年成果", "新跨越", "新突破"}));
constexpr auto heads_of_columns = std::to_array<std::string_view>(
    {"序号", "目标任务", "工作任务", "重点任务", "责任单位", "牵头单位", "配合单位", "责任部门",
     "责任人", "完成时限", "完成时间", "备注"});
constexpr WordList signs_of_dates(std::to_array<std::string_view>(
    {"0",  "1",      "2",      "3",      "4",      "5",  "6",  "7",    "8",
     "9",  "年",     "月",     "日",     "底",     "末", "前", "上半", "下半",
     "第", "一季度", "二季度", "三季度", "四季度", "全", " "}));

/// How far a project is to come.
constexpr WordList stages(std::to_array<std::string_view>(
    {"开工",   "动工", "竣工", "完工", "封顶", "投产", "投用",     "投运", "试产",
     "试运行", "达产", "签约", "落地", "通车", "通水", "开业",     "运营", "营业",
     "开园",   "开馆", "交付", "交房", "启用", "建成", "投入使用", "合龙", "贯通",
     "下闸",   "蓄水", "并网", "通航", "通气", "通电", "试运营"}));
/// What raises something; of which there is more or less, but no count.
constexpr WordList raising_verbs(
    std::to_array<std::string_view>({"提升", "提高", "增强", "激发", "释放", "激活", "满足", "改善",
                                     "增进", "强化", "巩固", "扩大", "集聚", "形成"}));
constexpr WordList qualities(std::to_array<std::string_view>(
    {"感",   "力",   "度",     "率",     "水平",   "能级", "质量", "品质", "效益",
     "效能", "动能", "信心",   "形象",   "环境",   "面貌", "氛围", "功能", "需求",
     "需要", "福祉", "素质",   "素养",   "意识",   "韧性", "成色", "底色", "底气",
     "优势", "层次", "积极性", "创造性", "主动性", "生活"}));
/// How things come along by themselves.
constexpr WordList movements(std::to_array<std::string_view>(
    {"发展", "升级", "增收", "致富", "就业", "增长", "繁荣", "提升", "转型", "见效", "增效", "跃升",
     "共赢", "向好", "走深走实", "振兴", "富裕"}));

constexpr WordList numbers(std::to_array<std::string_view>({"一", "二", "三", "四", "五", "六",
                                                            "七", "八", "九", "十"}));

/// All verbs by their first two characters; of those the strong ones and the longest come first.
class VerbTable {
 public:
  struct Verb {
    std::uint64_t key = 0;
    std::string_view text;
    bool is_strong = false;
  };

  consteval VerbTable() {
    std::size_t count = 0;
    for (const std::string_view verb : strong_verbs) verbs_[count++] = {key_of(verb), verb, true};
    for (const std::string_view verb : weak_verbs) verbs_[count++] = {key_of(verb), verb, false};
    std::sort(verbs_.begin(), verbs_.end(), [](const Verb& a, const Verb& b) {
      if (a.key != b.key)
        return bucket_of(a.key) != bucket_of(b.key) ? bucket_of(a.key) < bucket_of(b.key)
                                                    : a.key < b.key;
      return a.is_strong != b.is_strong ? a.is_strong : a.text.size() > b.text.size();
    });
    for (const Verb& verb : verbs_) ++ends_[bucket_of(verb.key)];
    for (std::size_t i = 1; i < buckets; ++i)
      ends_[i] = static_cast<std::uint16_t>(ends_[i] + ends_[i - 1]);
  }

  /// The verb that a text begins with, or nullptr.
  [[nodiscard]] const Verb* find(std::string_view text) const noexcept {
    if (text.size() < key_bytes) return nullptr;
    const std::uint64_t key = key_of(text);
    const std::size_t bucket = bucket_of(key);
    for (std::size_t i = bucket > 0 ? ends_[bucket - 1] : 0; i < ends_[bucket]; ++i) {
      if (verbs_[i].key == key && text.starts_with(verbs_[i].text)) return &verbs_[i];
    }
    return nullptr;
  }

 private:
  static constexpr std::size_t key_bytes = 2 * character;
  static constexpr std::size_t buckets = 1024;

  static constexpr std::uint64_t key_of(std::string_view text) noexcept {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < key_bytes; ++i)
      key = key << 8U | static_cast<unsigned char>(text[i]);
    return key;
  }
  static constexpr std::size_t bucket_of(std::uint64_t key) noexcept {
    return key * 0x9e3779b97f4a7c15U >> 54U;
  }

  std::array<Verb, strong_verbs.size() + weak_verbs.size()> verbs_;
  std::array<std::uint16_t, buckets> ends_{};
};
constexpr VerbTable verb_table;

/// 一是, 第一，
std::size_t enumeration(std::string_view text) noexcept {
  std::size_t bytes = text.starts_with("第"sv) ? character : 0;
  const bool is_ordinal = bytes > 0;
  const std::size_t number = leading(text.substr(bytes), numbers);
  if (number == 0) return 0;
  bytes += number;
  const std::string_view rest = text.substr(bytes);
  if (rest.starts_with("是"sv) || (is_ordinal && rest.starts_with("，"sv)))
    return bytes + character;
  return 0;
}

/// 一季度, 三季度末, 六月底前
std::size_t leading_part_of_year(std::string_view text) noexcept {
  std::size_t at = leading(text, numbers);
  if (at == 0 && !text.empty() && text.front() >= '1' && text.front() <= '4') at = 1;
  if (at == 0) return 0;
  at += leading(text.substr(at), numbers);  // 十一月
  const std::size_t part = leading(text.substr(at), std::array{"季度"sv, "月"sv});
  if (part == 0) return 0;
  at += part;
  while (const std::size_t limit =
             leading(text.substr(at),
                     std::array{"底"sv, "末"sv, "前"sv, "内"sv, "上旬"sv, "中旬"sv, "，"sv}))
    at += limit;
  return at;
}

/// 6月底前, 到2026年, 一季度
std::size_t leading_date(std::string_view text) noexcept {
  std::size_t at = leading(text, std::array{"到"sv, "在"sv});
  if (const std::size_t part = leading_part_of_year(text.substr(at))) return at + part;
  const std::size_t digits = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == digits) return 0;
  while (const std::size_t word = leading(
             text.substr(at), std::array{"年"sv, "月"sv, "日"sv, "底"sv, "末"sv, "前"sv, "，"sv})) {
    at += word;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  }
  return at == digits ? 0 : at;
}

}  // namespace

Opening opening_of(std::string_view clause) noexcept {
  Opening opening;
  constexpr int most_words = 4;
  for (int words = 0; words < most_words; ++words) {
    const std::string_view rest = clause.substr(opening.words);
    if (rest.empty()) break;
    if (const std::size_t date = leading_date(rest)) {
      opening.words += date;
      continue;
    }
    if (const std::size_t mark = enumeration(rest)) {
      opening.words += mark;
      continue;
    }
    if (const VerbTable::Verb* verb = verb_table.find(rest)) {
      opening.verb = verb->text.size();
      opening.is_strong = verb->is_strong;
      return opening;
    }
    const std::size_t adverb = rest.front() == ' ' ? 1 : leading(rest, adverbs);
    if (adverb == 0) break;
    opening.words += adverb;
  }
  return opening;
}

Firmness firmness_of(std::string_view commitment) noexcept {
  const Opening opening = opening_of(commitment);
  return firmness_of(commitment, commitment.substr(opening.words, opening.verb));
}

Firmness firmness_of(std::string_view commitment, std::string_view verb) noexcept {
  const auto has = [commitment](std::string_view word) { return holds(commitment, word); };
  if (verb == "确保"sv || verb == "务必"sv) return Firmness::must;
  if (verb == "探索"sv) return Firmness::exploratory;
  const bool strives = has("争"sv) && (has("力争"sv) || has("争取"sv) || has("争创"sv));
  const bool is_bold = strives || has("冲刺"sv) || has("跻身"sv);
  return is_bold ? Firmness::stretch : Firmness::committed;
}

bool is_outcome(std::string_view clause) noexcept {
  constexpr std::size_t longest = 150;
  clause = clause.substr(0, longest);
  std::size_t end = clause.size();
  for (const std::string_view mark : {"，"sv, "；"sv, "。"sv, "、"sv, "！"sv})
    end = std::min(end, clause.find(mark));
  clause = clause.substr(0, end);
  const Opening opening = opening_of(clause);
  if (opening.verb == 0 || clause.find_first_of("0123456789"sv) != std::string_view::npos)
    return false;
  const std::string_view verb = clause.substr(opening.words, opening.verb);
  if (verb == "促进"sv) return true;
  const std::string_view object = clause.substr(opening.words + opening.verb);
  if (verb == "推动"sv || verb == "带动"sv || verb == "引领"sv || verb == "赋能"sv)
    return trailing(object, movements) > 0;
  return leading(verb, raising_verbs) == verb.size() && trailing(object, qualities) > 0;
}

bool tells_stage(std::string_view clause) noexcept {
  constexpr std::size_t least = 2 * character;
  const std::size_t stage = trailing(clause, stages);
  return stage > 0 && clause.size() >= stage + least && opening_of(clause).verb == 0;
}

bool is_rhetoric(std::string_view commitment) noexcept {
  while (const std::size_t adverb = leading(commitment, adverbs)) commitment.remove_prefix(adverb);
  return leading(commitment, cheering_verbs) > 0 && trailing(commitment, ideals) > 0;
}

bool is_cell_alone(std::string_view words) noexcept {
  constexpr std::size_t longest = 45;
  if (words.empty() || words.size() > longest) return false;
  for (const std::string_view head : heads_of_columns) {
    if (words == head) return true;
  }
  while (const std::size_t sign = leading(words, signs_of_dates)) words.remove_prefix(sign);
  if (words.empty()) return true;
  return opening_of(words).verb == 0 &&
         trailing(words, std::array{"局"sv, "委"sv, "办"sv, "街道"sv, "委员会"sv, "办公室"sv,
                                    "镇政府"sv, "县政府"sv, "区政府"sv, "市政府"sv}) > 0;
}

bool ends_in_stage(std::string_view words) noexcept { return trailing(words, stages) > 0; }

bool begins_with_stage(std::string_view words) noexcept {
  const std::size_t stage = leading(words, stages);
  return stage > 0 && leading(words.substr(stage), std::array{"的"sv, "里程"sv, "率"sv}) == 0;
}

bool is_verb_alone(std::string_view words) noexcept {
  if (words.empty()) return false;
  while (!words.empty()) {
    const Opening opening = opening_of(words);
    if (opening.verb == 0) return false;
    words.remove_prefix(opening.words + opening.verb);
  }
  return true;
}

std::string_view without_outcome(std::string_view text) noexcept {
  for (std::size_t comma = text.find("，"sv); comma != std::string_view::npos;
       comma = text.find("，"sv, comma + character)) {
    if (is_outcome(text.substr(comma + character))) return text.substr(0, comma);
  }
  return text;
}

std::string_view without_purpose(std::string_view text) noexcept {
  const std::size_t comma = find_in(text, "，"sv);
  if (comma == std::string_view::npos) return text;
  const std::string_view rest = text.substr(comma + character);
  const bool is_purpose = leading(rest, std::array{"让"sv, "使"sv, "为"sv}) > 0;
  return is_purpose ? text.substr(0, comma) : text;
}

bool is_figure_alone(std::string_view cell) noexcept {
  constexpr std::size_t longest = 60;
  const std::size_t digit = cell.find_first_of("0123456789");
  return cell.size() <= longest && digit <= 4 * 3 && opening_of(cell).verb == 0;
}

}  // namespace jinjiang::reading
