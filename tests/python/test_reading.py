# SPDX-License-Identifier: BSL-1.0
"""Reports in, drafts of plans out."""

import io
import re
from datetime import date

import jinjiang as jj
import pandas
import pytest

REPORT = """海湾市2031年政府工作报告
一、2030年工作回顾
预计地区生产总值增长5.5%。新增规上企业40家，城镇化率达到71%。
二、2031年主要预期目标
地区生产总值增长6%左右，居民收入与经济增长同步。
三、2031年重点工作
（一）扩大有效投资
实施120个重点项目，完成年度投资超300亿元。（市发改局牵头，市财政局配合）
签约项目50个以上；组建产业引导基金、设立招商服务中心。
（二）办好民生实事
新增托育位600个、养老床位300张。力争高中入学率达95%。
6月底前完成12个老旧小区改造。探索社区养老“时间银行”。
培育近200家示范企业。推进“百日攻坚”行动。
"""


@pytest.fixture(scope="module")
def reading():
    return jj.read_report(REPORT)


def by_title(reading, words):
    found = [node for node in reading.plan.nodes if words in node.title]
    assert len(found) == 1, [node.title for node in reading.plan.nodes]
    return found[0]


def test_the_year_is_the_reports(reading):
    assert (reading.plan.start, reading.plan.end) == (date(2031, 1, 1), date(2031, 12, 31))
    assert reading.plan.title == "海湾市2031年政府工作报告"
    assert jj.read_report(REPORT, 2032).plan.start.year == 2032


def test_headings_become_goals(reading):
    titles = [goal.title for goal in reading.plan.goals]
    assert titles[:1] == ["主要预期目标"]
    assert "扩大有效投资" in titles and "办好民生实事" in titles
    investment = by_title(reading, "扩大有效投资")
    assert {child.kind for child in investment.children} == {"indicator", "task"}


def test_figures_become_indicators(reading):
    spending = next(n for n in reading.plan.indicators if n.target and n.target.unit == "亿元")
    assert repr(spending.target) == "Target(above 300 亿元, increment)"
    beds = next(n for n in reading.plan.indicators if n.target and n.target.unit == "张")
    assert (beds.target.value, beds.target.measure) == (300, "increment")


def test_a_node_says_where_it_was_said(reading):
    beds = next(n for n in reading.plan.indicators if n.target and n.target.unit == "张")
    words = reading.text.encode()[beds.source["begin"] : beds.source["end"]].decode()
    assert "养老床位" in words and "300张" in words
    assert beds.source["document"] == "海湾市2031年政府工作报告"
    assert "办好民生实事" in beds.source["section"]


def test_commitments_without_figures_become_tasks(reading):
    titles = [task.title for task in reading.plan.tasks]
    assert "组建产业引导基金" in titles and "设立招商服务中心" in titles
    assert by_title(reading, "时间银行").firmness == "exploratory"
    assert by_title(reading, "百日攻坚").kind == "task"


def test_a_bracket_puts_somebody_in_charge(reading):
    charged = [node for node in reading.plan.nodes if node.owner]
    assert {node.owner for node in charged} == {"市发改局"}
    assert len(charged) == 2
    assert charged[0].supporting == ["市财政局"]


def test_a_deadline_is_kept(reading):
    estates = next(n for n in reading.plan.indicators if n.target and n.target.value == 12)
    assert estates.due == date(2031, 6, 30)


def test_a_relative_target_follows_the_indicator(reading):
    income = by_title(reading, "居民收入")
    gdp = reading.plan["t.1"]
    assert income.target.relative_to == (gdp.id, 0.0)


def test_what_is_told_is_observed(reading):
    gdp = reading.observations.of("t.1")
    assert [(r.observed_on, r.value, r.stage) for r in gdp] == [
        (date(2030, 12, 31), 5.5, "estimate")
    ]
    watched = [node for node in reading.plan["r"].children]
    assert [node.target for node in watched] == [None, None]
    assert {r.id for r in reading.observations} == {"t.1", *(node.id for node in watched)}
    reading.plan.evaluate(reading.observations)


def test_what_is_doubtful_is_listed(reading):
    codes = {item.code for item in reading.review}
    assert {"not_tied", "approximate"} <= codes
    near = next(item for item in reading.review if item.code == "approximate")
    assert "200家" in near.words and near.node in reading.plan
    frame = reading.review_frame()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame["code"]) == [item.code for item in reading.review]
    assert reading.review_csv().startswith("line,begin,end,node,code,")


def test_every_number_is_accounted_for(reading):
    coverage = reading.coverage
    assert coverage["share"] == 1
    kinds = ("in_nodes", "in_observations", "in_traps")
    assert coverage["digits"] == sum(coverage[kind] for kind in kinds)


def test_passages_do_not_overlap(reading):
    ends = [0, *(passage.end for passage in reading.passages)]
    assert all(p.begin >= end for p, end in zip(reading.passages, ends, strict=False))
    assert {passage.outcome for passage in reading.passages} >= {
        jj.Outcome.goal,
        jj.Outcome.indicator,
        jj.Outcome.task,
        jj.Outcome.observation,
        jj.Outcome.trap,
    }


def test_the_page_needs_nothing_from_elsewhere(reading, tmp_path):
    page = reading.html()
    assert "http" not in page and "<script" not in page
    assert re.sub(r"<a class=\"doubt\".*?</a>|<[^>]+>", "", page).count("养老床位300张") >= 1
    numbers = re.findall(r'id="p(\d+)"', page)
    assert numbers == [str(i + 1) for i in range(len(reading.review))]
    reading.save_html(tmp_path / "reading.html")
    assert (tmp_path / "reading.html").read_text(encoding="utf-8") == page
    shown = reading._repr_html_()
    assert "<iframe" in shown
    # Links to parts of the page lead into the frame, not to the notebook around it.
    assert "&lt;base href=&quot;about:srcdoc&quot;&gt;" in shown


def test_what_a_report_says_is_escaped():
    page = jj.read_report("<script>alert(1)</script>\n一、推进<b>30个</b>项目").html()
    assert "<script" not in page and "<b>" not in page


def test_the_draft_can_be_corrected(reading):
    draft = reading.draft
    assert len(draft) == len(reading.plan)
    draft.remove(reading.plan.tasks[0].id)
    assert len(draft.build()) == len(reading.plan) - 1


def test_reports_come_as_text_bytes_paths_and_files(reading, tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT.encode("gb18030"))
    for report in (REPORT.encode(), REPORT.encode("gb18030"), path, io.StringIO(REPORT)):
        assert jj.read_report(report) == reading
    with path.open("rb") as file:
        assert jj.read_report(file) == reading


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(jj.FormatError, match="byte"):
        jj.read_report(b"\xff\xff\xff\x00")
    with pytest.raises(TypeError, match="expected a text, bytes, a Path or an open file"):
        jj.read_report(3)
    with pytest.raises(jj.Error, match="year: expected a year from 2 to 9999, found 0"):
        jj.read_report(REPORT, 0)


def test_an_empty_report_is_an_empty_plan():
    reading = jj.read_report("")
    assert len(reading.plan) == 0 and len(reading.observations) == 0
    assert reading.coverage["share"] == 1
    assert reading.html()


def test_a_year_that_nobody_names_is_to_be_checked():
    reading = jj.read_report("一、抓投资\n签约项目30个。")
    assert reading.plan.start.year == 2000
    assert reading.review[0].code == "year_unknown"


def test_a_table_of_tasks_is_read_by_its_columns():
    rows = [
        "2031年重点任务分解表",
        "序号\t工作任务\t目标值\t牵头单位\t配合单位\t完成时限",
        "1\t新增规上企业\t40家以上\t市工信局\t市统计局、各镇街\t12月底前",
        "2\t建设市民中心\t\t市住建局\t\t2031年6月底前",
    ]
    plan = jj.read_report("\n".join(rows)).plan
    (companies,) = plan.indicators
    assert (companies.target.comparator, companies.target.value) == ("at_least", 40)
    assert (companies.owner, companies.supporting) == ("市工信局", ["市统计局", "各镇街"])
    (centre,) = plan.tasks
    assert (centre.owner, centre.due) == ("市住建局", date(2031, 6, 30))


def test_a_sentence_by_itself():
    found = jj.read_figures("推进“百日攻坚”，签约项目50个以上。")
    (figure,) = found.figures
    assert (figure.comparator, figure.value, figure.unit) == ("at_least", 50, "个")
    assert figure.target().measure == "count"
    assert found.unread == []
    assert jj.read_numeral("建设") is None


def test_an_outline_by_itself():
    blocks = jj.read_outline(REPORT)
    assert blocks[0].kind == jj.BlockKind.title
    assert any(block.part == jj.ReportPart.review for block in blocks)
    child = next(block for block in blocks if block.text.startswith("扩大"))
    assert child.kind == "heading" and child.parent.kind == "heading"


def test_wrong_arguments_are_named():
    for call, message in (
        (lambda: jj.read_report(None), "read_report: report: expected a text, bytes, a Path"),
        (lambda: jj.read_report(REPORT, "2031"), "read_report: year: expected a whole number"),
        (lambda: jj.read_report(REPORT, 2031.0), "read_report: year: expected a whole number"),
        (lambda: jj.read_report(REPORT, id=5), "read_report: id: expected a text, found 5"),
        (lambda: jj.read_report(REPORT, units={}), "read_report: units: expected a UnitTable"),
        (lambda: jj.read_figures(None), "read_figures: sentence: expected a text, found None"),
        (lambda: jj.read_figures(b"x"), "read_figures: sentence: expected a text, found b'x'"),
        (lambda: jj.read_figures("", year="x"), "read_figures: year: expected"),
        (lambda: jj.read_figures("", units=5), "read_figures: units: expected a UnitTable"),
        (lambda: jj.read_outline(b"x"), "read_outline: text: expected a text, found b'x'"),
        (lambda: jj.read_numeral(5), "read_numeral: text: expected a text, found 5"),
    ):
        with pytest.raises(TypeError) as caught:
            call()
        assert str(caught.value).startswith(message)


def test_a_text_that_utf_8_cannot_hold_is_refused_with_its_place():
    text = "新增\ud8005家"
    for call in (jj.read_report, jj.read_figures, jj.read_outline, jj.read_numeral):
        with pytest.raises(jj.FormatError, match=r"character 2 \(U\+D800\) is half of a pair"):
            call(text)


def test_a_file_that_is_no_text_is_named(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xff\xff")
    with pytest.raises(jj.FormatError, match=f"^{re.escape(str(path))}: the report is not UTF-8"):
        jj.read_report(path)


def test_a_file_is_asked_once_for_its_text():
    class Endless:
        def read(self):
            return self

    with pytest.raises(TypeError, match="expected a text, bytes"):
        jj.read_report(Endless())


def test_the_columns_of_the_review_list_are_those_of_its_csv(reading):
    table = pandas.read_csv(io.StringIO(reading.review_csv()), keep_default_na=False)
    frame = reading.review_frame()
    assert list(table.columns) == list(frame.columns)
    for column in ("line", "begin", "end", "node", "code", "words"):
        assert list(table[column]) == list(frame[column])
    assert [REPORT.splitlines()[row.line - 1].count(row.words) > 0 for row in frame.itertuples()]
