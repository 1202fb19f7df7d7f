# SPDX-License-Identifier: BSL-1.0
"""Tables of four towns that nobody lives in, each with habits of its own."""

import datetime as dt
from pathlib import Path

import openpyxl

TABLES = Path(__file__).parent / "tables"


def haiwan(path):
    """A merged title, heads of two rows, merged headings, fractions as percentages, a note."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "任务"
    for row in (
        ["海湾镇2027年重点工作任务分解表（截至2027年6月30日）"],
        ["序号", "重点工作", "年度目标", "责任单位", None, "完成时限", "进展情况", "备注"],
        [None, None, None, "牵头", "配合"],
        ["一、扩大有效投资"],
        [
            1,
            "固定资产投资（亿元）",
            "≥3500",
            "发改办",
            "财政所、统计站",
            dt.datetime(2027, 12, 31),
            1820.5,
        ],
        [2, "培育示范企业", "350家以上", "工信办", None, "第二季度", "已培育210家", "含续建"],
        [None, "编制综合交通规划", "形成送审稿", "交通办", None, 46568, "正常推进"],
        ["二、改善民生"],
        [3, "城乡居民医保参保率", 0.95, "医保站", "各村（社区）", "全年", 0.93],
        [4, "建设口袋公园", "３个", "城建办", None, "11月底前", "已完成"],
        [4, "搭建监管平台", None, "城建办", None, "长期坚持", "未启动"],
        ["注：进展由各牵头单位填报"],
    ):
        page.append(row)
    for area in ("A1:H1", "D2:E2", "A4:H4", "A8:H8", "A12:H12"):
        page.merge_cells(area)
    for column in "ABCFGH":
        page.merge_cells(f"{column}2:{column}3")
    for place in ("C9", "G9"):
        page[place].number_format = "0%"
    book.save(path)
    return path


def jiangbei(path):
    """Numbers and groups merged over their rows, a column of units, last year's readings."""
    book = openpyxl.Workbook()
    page = book.active
    for row in (
        ["填报单位：江北街道", None, None, None, None, None, None, "2026年"],
        [
            "编号",
            "重点工作",
            "工作内容",
            "计量单位",
            "计划数",
            "主责部门",
            "时间节点",
            "1-6月完成",
            "上年实绩",
        ],
        [1, "招商引资", "签约项目", "个", 50, "招商办", "2026-12-31", 28, 41],
        [None, None, "新增规上企业", "家", 12, "经发办", "2026.11", 5, 9],
        [2, "乡村振兴", "建设高标准农田", "亩", 5800, "农业办", "6月底", 3000],
        [None, None, "推进宅基地改革试点", None, None, "农业办、自然资源所", "三季度"],
        ["合计"],
    ):
        page.append(row)
    for area in ("A3:A4", "B3:B4", "A5:A6", "B5:B6"):
        page.merge_cells(area)
    book.save(path)
    return path
