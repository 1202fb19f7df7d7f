# SPDX-License-Identifier: BSL-1.0
"""Tables of seven towns that nobody lives in, each with habits of its own."""

import datetime as dt
from pathlib import Path

import jinjiang as jj
import openpyxl
from openpyxl.styles import Font

TABLES = Path(__file__).parent / "tables"


def said(reading):
    """Readings by node and day."""
    return {(o.id, o.observed_on.isoformat()): (o.value, str(o.unit)) for o in reading.observations}


def codes(reading):
    return [(problem.row, problem.column, problem.code) for problem in reading.problems]


def read(*rows, head=("序号", "工作任务", "目标值", "牵头单位", "完成时限", "进展"), **options):
    return jj.read_table([["某县2027年任务（截至9月底）"], head, *rows], **options)


def book_of(path, *rows, merged=(), sheet="任务"):
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for area in merged:
        page.merge_cells(area)
    book.save(path)
    return book


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


def binhai(path):
    """Headings beside their numbers, several targets in a cell, progress in sentences, signatures."""
    book = openpyxl.Workbook()
    page = book.active
    several = "1.实施技改项目50个；\n2.完成技改投资30亿元；\n3.新增专精特新企业12家"
    so_far = "1.实施技改项目42个；\n2.完成技改投资21.5亿元；\n3.新增专精特新企业9家"
    told = "完成投资3.2亿元，占年度计划的64%"
    for row in (
        ["附件1"],
        ["滨海县2027年重点任务分解表"],
        ["填报单位：县政府督查室", None, None, None, None, None, "截至2027年9月30日"],
        ["序号", "重点任务", "具体目标", "责任分工", None, "完成时限", "进展情况", "备注"],
        [None, None, None, "牵头单位", "责任单位"],
        ["一", "聚焦产业升级"],
        ["（一）", "壮大工业经济"],
        [
            1,
            "推进技改",
            several,
            "县工信局",
            "县财政局、县统计局\n各镇（街道）",
            "12月底前",
            so_far,
        ],
        [2, "规上工业增加值增长", "8%以上", "县工信局", None, "全年", "增长7.6%"],
        ["（二）", "扩大有效投资"],
        [3, "固定资产投资", "增长6%左右", "县发改局", "县统计局", "长期坚持", told],
        [4, "重点项目完成投资", "5亿元", "县发改局", None, "三季度", told],
        [],
        ["二", "改善民生"],
        [5, "新增学位", "3000个 ", "县教育局\n", None, 46630, "75%"],
        [6, "新建农村公路", "１２０公里", "县交通局", None, "2027年11月", "９８公里"],
        [7, "城镇新增就业", "12,000人", "县人社局", None, "全年", "10,500"],
        [8, "编制国土空间规划", "完成编制", "县自然资源局", None, "10月底前", "已完成"],
        ["备注：进展情况由牵头单位填报。"],
        ["填表人：张三", None, None, "审核人：李四"],
    ):
        page.append(row or [None])
    for area in ("A1:H1", "A2:H2", "A3:F3", "D4:E4", "B6:H6", "B7:H7", "B10:H10", "B14:H14"):
        page.merge_cells(area)
    for column in "ABCFGH":
        page.merge_cells(f"{column}4:{column}5")
    book.save(path)
    return path


def jiangkou(path):
    """Groups merged over rows, sums among them, formulas, and what a sheet hides."""
    book = openpyxl.Workbook()
    page = book.active
    heads = ["领域", "序号", "项目名称", "年度目标", "单位", "1-8月完成数", "完成率", "配合单位"]
    for row in (
        ["2027年度江口区民生实事项目进度表"],
        heads,
        ["教育", 1, "新增公办幼儿园学位", 1500, "个", 1200, 0.8],
        [None, 2, "新改扩建中小学", 12, "所", 7, "=F4/D4", "区住建局"],
        ["小计"],
        ["交通", 3, "家庭医生签约率", 0.75, "%", 0.71],
        [None, 4, "新增公共停车泊位", "≥2,500", "个", "１，８００", "#DIV/0!", "各街道"],
        [None, 5, "另一个项目", 10, "个", 0],
        ["合计", None, None, 4072.5, None, None, 0.7],
    ):
        page.append(row)
    for area in ("A1:H1", "A3:A4", "A6:A8"):
        page.merge_cells(area)
    for place in ("G3", "D6", "F6"):
        page[place].number_format = "0.0%"
    page.row_dimensions[6].hidden = True
    page.column_dimensions["H"].hidden = True
    for cell in page[8]:
        cell.font = Font(strike=True)
    book.save(path)
    return path


def qingyuan(path):
    """A sheet of explanations, a sheet for each area, heads once more on the second page."""
    book = openpyxl.Workbook()
    book.active.title = "说明"
    book.active.append(["本表一式两份"])
    heads = ["序号", "工作任务", "工作目标", "牵头单位", "责任人", "时间节点", "目前进展"]
    sheets = {
        "产业": [
            ["清源镇2027年产业任务清单"],
            heads,
            [1, "1.招引项目", "签约8个以上", "招商办", "赵六", "2027年6月30日", "已签约5个"],
            [2, "培育规上企业5家", "", "经发办", "", "9月", "正在推进"],
            ["清源镇2027年产业任务清单（续）"],
            heads,
            [
                3,
                "工业总产值",
                "突破100亿元",
                "经发办",
                "",
                "年内",
                "1-9月完成82.3亿元，同比增长9.1%",
            ],
        ],
        "乡村": [
            ["清源镇2027年乡村任务清单"],
            heads,
            [1, "粮食播种面积", "稳定在2.1万亩以上", "农业办", "", "10月", "2.15万亩"],
        ],
    }
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)
    return path
