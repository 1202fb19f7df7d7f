// SPDX-License-Identifier: BSL-1.0
// Verbs of activity: what they govern is done, and adds up over the period.
#include <jinjiang/reading/figures.hpp>

#include "reading/lexicon.hpp"

namespace jinjiang::reading {

namespace {

constexpr std::uint8_t of(ProjectStage stage) { return static_cast<std::uint8_t>(stage); }
constexpr std::uint8_t nominal = WordEntry::nominal;
constexpr std::uint8_t strong = WordEntry::strong;

constexpr WordGroup groups[] = {
    {Word::act, of(ProjectStage::signed_up), 0, "签约 新签约 签订 签署 签下 签约引进 新签"},
    {Word::act, of(ProjectStage::landed), 0, "落地 落户 新落地 落地建设 推动落地 签约落地 入驻 新落户"},
    {Word::act, of(ProjectStage::started), 0,
     "开工 动工 新开工 开工建设 启动建设 开工改造 开工实施 新开工建设 启动开工 续建 复工"},
    {Word::act, of(ProjectStage::completed), 0,
     "竣工 建成 完工 建成使用 新建成 落成 基本建成 竣工验收 交付 交房 建成并 封顶 主体完工 高标准建成 全面建成"},
    {Word::act, of(ProjectStage::in_operation), 0,
     "投产 投用 建成投用 投入使用 投入运营 竣工投产 建成投产 开通 通车 开业 投运 新投产 并网 "
     "建成通车 投入运行 开放 启用 开办 新开通 新开业 落地投产"},
    {Word::act, of(ProjectStage::at_capacity), 0, "达产 达效 达产达效 投产达效 投产达产"},
    {Word::act, 0, strong,
     "完成 全面完成 顺利完成 提前完成 预计完成 超额完成 累计完成 共完成 已完成 完成了"},
    {Word::act, 0, 0,
     "实施 举办 引进 引育 培育 打造 发放 组织 开展 新建 改建 扩建 新改建 改扩建 迁建 "
     "新改扩建 招引 招聘 招录 招收 录用 选派 选聘 选树 评选 评定 认定 入选 入围 获评 承办 "
     "策划 谋划 储备 盘活 化解 消除 清理 拆除 腾退 腾出 收储 出让 回收 清退 关停 淘汰 关闭 "
     "取缔 修缮 修建 修造 建造 兴建 筹建 筹集 筹措 募集 争取到 争取上级 兑现 拨付 投放 "
     "投入 下达 安排使用 减免 清欠 追缴 追回 挽回 查处 侦破 破获 抓获 查办 审结 办结 受理 办理 "
     "调解 抽检 巡查 督查 走访 慰问 资助 "
     "转移 就业帮扶 征集 征收 征迁 开设 开行 开辟 增开 加装 安装 架设 铺设 敷设 布设 布局 设立 "
     "设置 配备 配置 购置 升级 提质 疏浚 清淤 "
     " 栽植 补植 营造 抚育 放流 增殖放流 复种 收获 推出 "
     "推送 发布 出台 制定 制订 编制 修订 制修订 建立 组建 成立 搭建 创办 创作 创排 排演 演出 放映 "
     " 征订 出版 捐赠 资助 奖励扶持 攻克 突破关键 获批 获得 获取 立项 "
     "实现投产 推进建设 推进实施 加快建设 规划建设 布局建设 提升建设 提升打造 归集 接入 联通 "
     "打通 贯通 畅通 拓宽 硬化 亮化 美化 建设改造 改造建设 建设完善 建设提升 新建改造 新建改建 新建续建 "
     "新改造 完善提升 创成 建好 办好 办成 抓好 做好 跟踪 挖掘 培优 "
     "培强 做强 做大 壮大 扶强 遴选 选育 育成 选拔 输送 吸纳 输出 承接 洽谈 签发 核发 颁发 "
     " 救治 诊疗 免费 供给 提供 投保 承保 赔付 放贷 授信 新增贷 "
     "化债 偿还 压实 整饬 消化 去除 迁移 搬迁 转产 数改 "
     " 新建设 启动实施 推进 启动 启动创建 滚动实施 全面实施 精准实施 组织实施 重点推进 统筹推进 "
     "加速推进 协同推进 梯次推进 压茬推进 抓实 保护修复 开发利用 改造升级 "
     " 整治修复 修复治理 新辟 新植 划定 建档 签收 腾挪 出栏 出口 "
     " 开采 引入 引流 扩种 增种 增植 增绿 增补 补充 补齐 恢复 修葺 亮相 登陆 派出 走出 下派 组团参加 参加 参展 "
     "解决 化解处置 消纳 置换 减税 降费 退税 让利 减负 为企减负 直达 撬动投入 "
     " 巡讲 评出 打掉 铲除 清除 收缴 查封 缴获 回迁 安居 新改 修编 "
     "培育壮大 引进培育 培育引进 孵化培育 招引落地 引进落地 优选 做实 引进 稳步推进 扎实推进 加快推进 有序推进 全力推进 大力推进 吸引 惠及 改建扩建 深入推进 纵深推进 持续推进 抓好抓实 铺开 立起 列入 纳入 评为 打响 拿下 揭牌 授牌 入库 入企 入库 上新"},
    // Also nouns: 基础设施建设.
    {Word::act, 0, nominal, "建设 改造 服务 培训 治理 整治 修复 开发 生产 销售 设计 检查 监测 转化 更新 申请 申报 采购 研发 落实 救助 接待 供应 保护修缮 维修 维护 养护 绿化 造林 植树造林 植树 检测 安置 处置 整合 对接 转型 技改 升级改造 改造提升 提升改造 整治提升 综合治理 招商 宣传 宣讲 推介 养殖 捕捞 减税降费 更新改造 提质改造 盘活利用 扶持 帮扶 创建 播种 种植 扩大 优化 深化 拓展 推广 完善 发行 孵化 培养 巡演 展演 排查 整改 授权 流转 复垦 体检 筛查 接种"},
};

} // namespace

std::span<const WordGroup> verbs() noexcept { return groups; }

} // namespace jinjiang::reading
