# SPDX-License-Identifier: BSL-1.0
"""What the notebooks say, by their titles: cells with the words that stand in them, prose and outputs.

A figure in prose stands here beside the output that it is taken from.
"""

FACTS = {
    "晋江这一年": [
        ("load", "31 goals, 79 indicators, 84 tasks"),
        ("readings-text", "31 个目标，79 项指标，84 项任务"),
        ("readings", "Observations: 22 readings"),
        ("readings-text", "共 22 条，其中 7 条是 2023 年年底的数"),
        ("readings", "headline.revenue-local 2024-12-31 6.8 % estimate 可比 2025-01-17"),
        (
            "three-days",
            "2024-06-30 2024-09-30 2024-12-31 已完成 0 0 7 提前完成 0 4 0 超进度 3 3 0 "
            "略欠进度 1 1 0 欠进度 0 1 0 未完成 0 0 3 推进中 1 1 0 未到期 93 93 0 "
            "无数据 59 54 145 不可比 6 6 8",
        ),
        ("three-days-read", "**无数据** 6 月底 59 项，到年底 145 项"),
        ("three-days-read", "**未完成** 年底 3 项"),
        ("september", "八方面工作 work 无数据 68.5% 49.9% 1.11 覆盖率 3.7%"),
        ("behind", "欠进度 1 略欠进度 1 事项"),
        ("behind", "欠进度 50% 74.9% 0.67 300 户 600 户 2024-09-30"),
        ("why-text", "完成一半，而时间已过去 74.9%"),
        ("why-land", "进度 = 1 + (1600 - 7000) / 7000 = 0.2286"),
        ("why-land", "（线性，91/366 天）= 0.2486，进度比 = 0.2286 / 0.2486 = 0.9193"),
        ("why-land", "达进度 ≥ 0.95"),
        ("why-land-read", "1600 亩占 7000 亩的 22.9%"),
        ("why-land-read", "91/366 天，24.9%。进度比 0.9193，不到 0.95"),
        ("why-livelihood", "完成率 87.5%，序时进度 74.86%，进度比 1.1688，数据覆盖率 15.08%"),
        ("why-livelihood", "覆盖率 15.08% 低于 50%，不作判断"),
        ("why-livelihood-read", "完成率 87.5%，看上去很好，但覆盖率只有 15.08%"),
        ("bases", "名义 6% 1.7% 未完成 可比 6% 8.4% 已完成"),
        ("bases", "名义 5% 1.3% 未完成 可比 5% 6.8% 已完成"),
        ("bases-read", "名义增速 1.7% 和 1.3%，两项都未完成；可比增速 8.4% 和 6.8%，两项都完成"),
        ("report", "['jinjiang-2024-09-30.html']"),
        ("answer", "163 项指标和任务中，4 项提前完成，3 项超进度，2 项落后"),
        ("answer", "54 项该有数而没有数，93 项还没到要求进度的时候"),
    ],
    "从一篇报告到一份核对过的计划": [
        ("text", "培育近40家“专精特新”企业。（县工信局牵头）"),
        ("reading", "ReportReading: 6 goals, 18 indicators, 6 tasks, 5 observations, 2 to review"),
        ("coverage-text", "6 个目标、18 项指标、6 项任务、5 条读数"),
        ("coverage", "'digits': 30"),
        ("coverage", "'in_nodes': 16"),
        ("coverage", "'in_observations': 5"),
        ("coverage", "'in_traps': 9"),
        ("coverage", "'share': 1.0"),
        ("coverage-read", "30 处阿拉伯数字全有去向（share 是 1）：16 处进了指标和任务，5 处是去年的读数，9 处不是承诺"),
        ("one-sentence", "不是数： “百日攻坚” name"),
        ("draft", "居民人均可支配收入增长 t.4 指标 不低于 t.1"),
        ("draft", "组建产业引导基金 1.1.7 任务 县发改局 2025-09-30"),
        ("draft-read", "读成“不低于 t.1”"),
        ("draft-read", "两项任务都得到了 9 月 30 日这个到期日"),
        ("review", "0 4 r.1 not_tied 6个 新建口袋公园"),
        ("review", "1 12 1.1.5 approximate 40家 ≈ 40家"),
        ("check", "1 个问题，7 条建议，另有 3 条已被计划压下"),
        ("check", "到期日 2025-08-31，但它等待的县城至港区快速路建成通车（1.2.3）最早到 2025-10-31"),
        ("check-read", "1 个问题：新校区 8 月 31 日要投入使用，快速路却到 10 月 31 日才通车"),
        ("check-again", "没有问题，7 条建议，另有 3 条已被计划压下"),
        ("check-again", "指标没有牵头单位 · 5"),
        ("check-again-read", "剩下 7 条建议，要么是真没有材料（5 项预期目标"),
        ("check-again-read", "另有 3 条在计划里写明"),
        (
            "diff",
            "新增 1 项，删去 1 项，改写 2 项，调整目标 2 项，调整日期 1 项，调整依赖 1 项，"
            "其他变化 3 项，未变 22 项",
        ),
        ("keep", "True"),
        ("answer", "30 处数字没有漏读；真正要人来定的是 2 处"),
        ("answer", "改了 7 项：其中 1 项删去，6 项改写"),
    ],
}

PICTURES = {
    "从一篇报告到一份核对过的计划": ["neighbourhood"],
    "晋江这一年": ["picture-indicators", "picture-history"],
}
