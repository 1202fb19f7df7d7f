// SPDX-License-Identifier: BSL-1.0
// The words, by what they do. A word stands where its work is; a longer word shields its
// characters: 签约率 is no 签约.
#include <jinjiang/model/target.hpp>
#include <jinjiang/reading/figures.hpp>

#include "reading/figures/lexicon.hpp"

namespace jinjiang::reading {

namespace {

constexpr std::uint8_t of(auto enumerator) { return static_cast<std::uint8_t>(enumerator); }
constexpr std::uint8_t lower = WordEntry::lower_is_better;
constexpr std::uint8_t strong = WordEntry::strong;
constexpr std::uint8_t also_act = WordEntry::also_act;
constexpr std::uint8_t flows = WordEntry::flows;

constexpr WordGroup groups[] = {
    // Bounds, 民法典 第1259条.
    {Word::bound, of(Comparator::at_least), 0,
     "不低于 不少于 不小于 不得低于 不得少于 不得小于 至少 最少 最低 不亚于 ≥ >= 不下 不下于 "
     "高于等于"},
    {Word::bound, of(Comparator::above), 0,
     "均超 均超过 均突破 超 超过 突破 高于 多于 大于 高出 超出 跨过 跨越 迈过 站上 越过 逾 > ＞ "
     "冲破 迈上 跨上 跃上 登上 攀上 迈入 破 过 均破 均过 首破"},
    {Word::bound, of(Comparator::at_most), 0,
     "不超过 不高于 不多于 不大于 不得超过 不得高于 不得多于 至多 最多 最高 最长 不超 不突破 "
     "不突破限额 不超限额 不超过限额 ≤ <= "
     "不逾 不得突破 不再突破 不能突破 不可突破 不许突破 不会突破 绝不突破 决不突破 严禁突破 不得超 "
     "不得超出 不再超过 不能超过 不可超过 不允许超过 不超出 严禁超过 不破"},
    {Word::bound, of(Comparator::below), 0, "低于 少于 小于 不满 不到 不足 短于 < ＜ 未满 未达"},
    {Word::near, 0, 0, "约 大约 约为 近 接近 将近 约达 大概 约合 达近"},
    {Word::reach, 0, 0,
     "达到 达 为 是 共 可达 已达 均达到 均达 达到了 实现了 目标为 数为 共计 合计 "
     "总计 计 在 完成率达 到达 分别为 于 建成后达 占 只有 仅 仅为 设为 调整为 上调为 上调至 "
     "上调到"},
    // Having is a level.
    {Word::reach, 1, 0, "有 已有 仅有 还有 尚有 仍有 共有 拥有 现有 建有 设有 拥有各类"},
    // Movements, and levels to come to.
    {Word::rise, 0, 0,
     "均增长 均提高 增长 提高 上升 增加 上涨 增 升 涨 增产 增收 上调 递增 增多 回升 增幅达 "
     "高增长 扩大 "
     "增值 多增 多收 快速增长"},
    {Word::rise, 0, also_act, "提速 提升 扩容 扩增 优化提升 改善"},
    {Word::fall, 0, lower,
     "下降 降低 减少 压减 缩短 压缩 精简 削减 下调 缩减 降 减 缩小 下滑 回落 调减 调低 压降 减量 "
     "再压减 再压缩 收窄 少增 “双下降” “双降” “三下降”"},
    // Verb and object in one; a fall where a number follows.
    {Word::fall, 0, static_cast<std::uint8_t>(lower | WordEntry::nominal),
     "减亏 减损 减支 减耗 减碳 减污 减债 降耗 降本 降费 降碳 降损 少亏"},
    {Word::rise_to, 0, 0,
     "净增到 净增至 增长到 增加到 提高到 提升到 提高至 提升至 增长至 增加至 上升到 上升至 增至 "
     "升至 扩大到 "
     "扩大至 "
     "扩展到 扩展至 提至 提到 增到 升到 攀升至 攀升到 跃升至 跃升到 跃升为 延长到 延长至 发展到 "
     "壮大到 增长为 提升为 拓展到 拓展至 扩增至 扩容至 涨到 涨至 恢复到 恢复至"},
    {Word::fall_to, 0, lower,
     "压至 压到 下降到 降低到 下降至 降低至 减少到 减少至 压减到 压减至 降到 降至 减至 减到 缩短到 "
     "缩短至 "
     "压缩到 压缩至 压减为 压缩为 缩短为 精简到 精简至 精简为 下调至 下调到 下调为 降为 减为 "
     "减少为 回落到 回落至 控制到 压降至 压降到 收窄至 缩小到 缩小至 缩减至 缩减到"},
    {Word::keep, 0, 0,
     "保持在 稳定在 维持在 保持 稳定 维持 稳定保持在 始终保持在 守住 稳固在 巩固在 常年保持在 "
     "继续保持在 位于 处于 保持到"},
    {Word::cap, 0, lower, "控制在 控制 严控在 严格控制在 限制在 管控在 压控在"},
    // 新增 is a flow, whatever follows; 净增 the balance.
    {Word::add, 0, strong,
     "新增 新增加 新添 增添 新增设 增设 新增补充 再增 再增加 再新增 新登记 新设立 新设 新办 "
     "净新增"},
    {Word::net, 0, strong, "净增 净增加 净增长 净流入"},
    // Without activity of their own.
    {Word::cause, 0, 0,
     "推动 带动 促进 实现 支持 引导 帮助 助力 促使 促成 撬动 拉动 鼓励 保障 力促 拉升 覆盖 "
     " 让 使 助推 推动实现 带领 "},
    {Word::hedge, of(Firmness::must), 0, "确保 务必 必须 务求 坚决 保证 一定要 确保实现"},
    {Word::hedge, of(Firmness::must), strong, "底线 底线目标 保底 力保 保底实现 力保实现"},
    {Word::hedge, of(Firmness::stretch), also_act, "争创 争取 争当 申创 申报创建"},
    {Word::hedge, of(Firmness::stretch), 0,
     "奋斗目标 冲刺目标 争取目标 挑战目标 力争 冲刺 跻身 冲击 力求 努力实现 奋力实现 力争实现 "
     "奋力冲刺 争取实现"},
    {Word::hedge, of(Firmness::exploratory), 0, "探索"},
    // What counted things come to do.
    {Word::post, 0, 0,
     "入市 上市 挂牌 过会 报会 达标 升规 上规 纳统 入统 上云 就业 脱贫 摘帽 增资 扩产 转型升级 "
     "通过 达效 "
     "参与 开播 上架 上新 入园 入规 入学 在线 联网 通气 通水 通电 受益 创业 返乡"},
    // What a growth is held against.
    {Word::base, of(ComparisonBase::Kind::last_year), 0,
     "同比 比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期 与上年相比 "
     "与去年相比 比前一年 较前一年 按年 比上一年 较上一年 较同期 比同期 同比去年"},
    {Word::base, of(ComparisonBase::Kind::previous_period), 0,
     "环比 比上月 较上月 比上季度 较上季度 比上个月 较上个月"},
    {Word::versus, 0, 0, "比 较 相比 对比"},
    {Word::annual, 0, 0, "年均 平均每年 年平均 每年平均 年均复合"},
    {Word::basis, 0, 0,
     "同口径 可比口径 按可比口径 可比价 按可比价 按可比价格 按可比价格计算 可比价格 不变价 "
     "按不变价 "
     "实际增长率 名义 剔除因素 考核口径 全口径 扣除价格因素 扣除价格因素后 剔除价格因素"},
    {Word::adjusted, 0, 0, "扣除 剔除"},
    // What is measured, where it decides the measure.
    {Word::share_noun, 0, 0,
     "支出进度 执行进度 完成进度 投资进度 自然增长率 出生率 率 占比 比重 比例 覆盖面 强度 比率 "
     "入学率 入园率 普及率 覆盖率 达标率 "
     "占有率 合格率 满意度 "
     "参保率 优良率 利用率 城镇化率 就业率 巩固率 升学率 安全感 健康素养水平 转化率 知晓率 通过率 "
     "完成率 贡献率 化率 自给率 份额 贡献度 森林覆盖率 签约率 开工率 投产率 建成率 竣工率 落地率 "
     "完工率 普惠率 投用率 培训率 改造率 开放率 办结率 处理率 供应率 入住率 推广率 升级率 上线率 "
     "使用率 接种率 参与率 "
     "引进率 服务率 治理率 修复率 整改率 收集率 回收率 处置率 上云率 达产率 开业率 完成度 生产率 "
     "劳动生产率 创建率 提升率 保护率 供给率 上学率 培育率 建设率"},
    {Word::share_noun, 0, lower,
     "失业率 登记失业率 城镇登记失业率 漏损率 亏损面 空置率 负债率 债务率 不良率 不良贷款率 残留率 "
     "死亡率 发病率 "
     "个人负担比例 "
     "自付占比 自付比例 自付率 返贫率 逾期率 投诉率 撂荒率 发案率 差错率 病死率 感染率 流失率 "
     "杠杆率 费率 税率 利率 亡人率 赤字率 退货率 辍学率 资产负债率 近视率 破损率 恩格尔系数"},
    {Word::growth_noun, 0, 0, "增长目标 增长预期 增长预期目标 增速 增幅 涨幅 增长率 增长速度 增势"},
    {Word::growth_noun, 1, lower, "降幅 跌幅 下降率 下降幅度"},
    {Word::stock_noun, 1, 0,
     "总数 总量 保有量 人均 总户数 总人数 户数 数量 拥有量 户均 村均 亩均 总规模 保有 总资产 "
     "总市值 总面积 总里程 总产能 规模 "
     "个数 家数 总人口 常住人口 存栏 存栏量 蓄积量 余额 寿命 均值"},
    {Word::stock_noun, 0, 0,
     "存量 装机容量 装机规模 里程 库容 市值 密度 覆盖人口 容量 能力 年产能 产能 资产 户籍人口 人口 "
     "播种面积 保护面积 种植面积 耕地面积"},
    {Word::stock_noun, 0, lower,
     "浓度 均值浓度 年均浓度 平均浓度 债务余额 债务 能耗总量 用水总量 碳排放总量 缺口"},
    {Word::amount_noun, 0, flows,
     "地区生产总值 生产总值 固定资产投资 固投 出栏 出栏量 产量 产值 收入 增加值 总产值 总收入 营收 "
     "营业收入 销售额 交易额 成交额 零售额 零售总额 总值 税收 利润 投资额 流量 发电量 供电量 "
     "客流量 客运量 货运量 投资 进出口 出口 消费 GDP 财政收入 吞吐量 业务量 支出 总产量"},
    {Word::amount_noun, 0, 0,
     "总额 总投资 贷款 存款 预算 指数 得分 评分 积分 系数 标准 面积 人数 价值 企业数"},
    {Word::amount_noun, 0, lower,
     "比值 城乡收入比 收入倍差 倍差 居民消费价格 消费价格 物价 CPI 价格 能耗 用水量 开采量 取水量 "
     "水耗 "
     "排放 排放量 碳排放 "
     "死亡人数 "
     "亡人 死亡 事故 起数 发案数 发案 案件 PM2.5 PM10 细颗粒物 "
     "成本 信访量 投诉量 逾期 价格总水平 用药 "
     "用地规模上限 伤亡 受伤人数 纠纷 积案 进京访 集体访 越级访 重复访 非访 填埋量 碳排放强度 "
     "能耗强度 排放强度 用水强度 "
     "发案量 立案数 能源强度"},
    {Word::amount_noun, 0, lower | flows,
     "“三公”经费 三公经费 “三公” 三公 一般性支出 公用经费 会议费 费用 总费用 能源消耗 能源消费 "
     "煤炭消费 运行经费 行政经费 水资源消耗 化肥使用量 农药使用量 非生产性支出 非刚性支出 "
     "非重点支出"},
    {Word::event_noun, 0, 0,
     "演出 活动 展会 赛事 培训班 宣讲 比赛 演练 讲座 招聘会 对接会 推介会 展览 宣传 巡演 论坛 "
     "演唱会 宣讲会 订货会 专场 赛演 惠民演出 再就业 个转企 小升规"},
    {Word::limit_noun, 0, lower,
     "时限 办理时间 审批时间 停电时间 开办时间 通关时间 时间 时长 周期 工期 办结时限 办理时限 期限 "
     "响应时间 时延 等候时间 用时 耗时 候诊时间 审批时限"},
    {Word::limit_noun, 0, 0, "年限 天数 小时数 优良天数 学时 课时数 日数"},
    {Word::pay, 0, 0,
     "补助 奖励 补贴 奖补 资助 给予 救助 一次性补贴 一次性奖励 一次性补助 减免 返还 收取 缴纳 征收 "
     "罚款 处罚 补偿 慰问金 津贴"},
    // How the figures of a sentence hang together.
    {Word::part, 0, 0, "其中"},
    {Word::respectively, 0, 0, "分别"},
    {Word::each, 0, 0, "各 均 都"},
    {Word::etcetera, 0, 0, "等"},
    {Word::of, 0, 0, "的"},
    {Word::from, 0, 0, "从 由"},
    {Word::total, 0, 0, "累计 总共 历年累计"},
    // When.
    {Word::past, 0, 0,
     "去年 上年 已 已经 五年来 过去 以来 一年来 过去五年 过去一年 上一年 回顾 三年来 四年来 十年来 "
     "同期 先后 截至 截止"},
    {Word::future, 0, 0, "今年 明年 将 要 计划 今后 未来 预期目标 主要目标 主要预期目标 本年度"},
    {Word::estimate, 0, 0,
     "预计 预计数 初步核算 初步统计 初步测算 快报 预估 据快报统计 据统计 初步预计 据测算"},
    {Word::prospect, 0, 0, "有望 可望"},
    {Word::adverb, 0, 0,
     "较年初 比年初 首批 第一批 第二批 第三批 在实际工作中 实际工作中 在工作中 日均 月均 周均 "
     "平均每天 平均每周 平均每月 "
     "每年新 全年 再 共 年内 本年 又 全市 全县 全区 "
     "全省 全镇 全乡 全村 全州 全旗 全街道 新 每 稳步 持续 大力 着力 全面 全力 加快 深入 "
     "积极 稳妥 有序 力 进一步 不断 总体 平均 基本 全部 一次性 同时 并 且 和 及 与 以及 或 还 逐步 "
     "实际 "
     "预算 按 按照 在 以 总 达成 左右 内 一批 不少 年 当年 比例 总体上 依法 集中 重点 继续 "
     "扎实 "
     "至今 也 就 只 首次 预期 目标 历史性 合计"},
    {Word::when, 0, 0, "到 至"},
    {Word::due, 12, 0,
     "年底前 年底 年末 年末前 年底之前 年内 年底以前 岁末 今年底 今年底前 今年年底前 今年年底 "
     "年终"},
    {Word::due, 12, 0, "下半年 四季度 四季度末 四季度前 第四季度 第四季度末"},
    {Word::due, 9, 0, "前三季度末 第三季度 第三季度末"},
    {Word::due, 6, 0, "上半年 年中 年中前 上半年前 半年内 第二季度 第二季度末"},
    {Word::due, 3, 0, "第一季度 第一季度末 首季度"},
    {Word::due, 0, 0,
     "汛期前 主汛期前 入汛前 春节前 国庆前 国庆节前 入冬前 “五一”前 “十一”前 供暖季前 开学前"},
    {Word::plan_term, 15, 0, "“十二五” 十二五"},
    {Word::plan_term, 20, 0, "“十三五” 十三五"},
    {Word::plan_term, 25, 0, "“十四五” 十四五"},
    {Word::plan_term, 30, 0, "“十五五” 十五五"},
    {Word::plan_term, 35, 0, "“十六五” 十六五"},
    // Figures without digits.
    {Word::whole, of(WholeFigure::growth_above_zero), 0, "正增长"},
    {Word::whole, of(WholeFigure::growth_zero), 0, "零增长 不增长"},
    {Word::whole, of(WholeFigure::growth_below_zero), lower, "负增长"},
    {Word::whole, of(WholeFigure::growth_two_digits), 0,
     "两位数增长 双位数增长 增长两位数 两位数的增长 两位数以上增长 两位数以上的增长 增长两位数以上 "
     "两位数增速 双位数增速 两位数左右增长 两位数增长率 双位数增长率 两位数增幅 双位数增幅 两位数 "
     "双位数 "
     "两位数以上 双位数以上"},
    {Word::whole, of(WholeFigure::unchanged), 0, "持平"},
    {Word::whole, of(WholeFigure::full_coverage), 0, "全覆盖 全域覆盖"},
    {Word::whole, of(WholeFigure::cleared), lower,
     "为零 降为零 动态清零 清零 归零 动态归零 清仓见底 零发生 零事故 零新增 零死亡 零伤亡 零发案"},
    {Word::whole, of(WholeFigure::doubled), 0, "倍增"},
    {Word::whole, of(WholeFigure::halved), lower, "减半"},
    {Word::whole, of(WholeFigure::over_half), 0, "过半"},
    {Word::whole, of(WholeFigure::in_step), 0, "同步"},
    {Word::whole, of(WholeFigure::never_less), 0, "只增不减 只升不降"},
    {Word::whole, of(WholeFigure::never_more), lower, "只减不增 只降不升"},
    {Word::whole, of(WholeFigure::first_place), 0, "首位 榜首 第一位 头名"},
    {Word::reference, of(Comparator::above), 0, "快于 跑赢 好于 优于 超序时进度 超序时 领先"},
    {Word::reference, of(Comparator::below), 0, "慢于"},
    {Word::place, 0, 0,
     "居全国 居全省 居全市 居全区 居全县 居世界 居全球 列全国 列全省 列全市 列世界 列全球 居设区市 "
     "居同类 居东部 居中部 居西部 居九地市 居 列 位居 位列 稳居 名列 跃居 排名 排 排在 排位 保持 "
     "居于 升至 跃升至 前移至 前移到 进入 跻身 挺进 入围 "
     "晋升 升到 位次 进位至 名次 跃升到 上升到 上升至 提升至 提升到 冲进 迈进 蝉联 保全 重返 晋级 "
     "冲刺 获 荣获 夺得 位于 升为 继续保持 始终保持"},
};

}  // namespace

std::span<const WordGroup> bearing_words() noexcept { return groups; }

}  // namespace jinjiang::reading
