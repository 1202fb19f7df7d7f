# SPDX-License-Identifier: BSL-1.0
"""The command `read`."""

import subprocess
import sys

import jinjiang as jj
import pandas
import pytest
from jinjiang.cli import main
from test_reading import REPORT


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_without_a_file_the_outline_is_printed(report, capsys):
    assert main(["read", str(report)]) == 0
    printed = capsys.readouterr().out
    assert "扩大有效投资" in printed and "places to check" in printed


def test_every_file_is_written(report, tmp_path, capsys):
    names = ("plan.json", "observations.csv", "review.csv", "reading.html")
    plan, seen, review, html = (str(tmp_path / name) for name in names)
    options = ["-o", plan, "--observations", seen, "--review", review, "--html", html]
    assert main(["read", str(report), *options]) == 0
    reading = jj.read_report(REPORT)
    assert jj.load(plan) == reading.plan
    assert jj.read_observations(seen) == reading.observations
    assert (tmp_path / "review.csv").read_text(encoding="utf-8-sig") == reading.review_csv()
    assert (tmp_path / "reading.html").read_text(encoding="utf-8") == reading.html()
    assert capsys.readouterr().out.splitlines()[0].startswith("2031: ")


def test_the_year_and_the_id_can_be_given(report, tmp_path):
    plan = tmp_path / "plan.json"
    assert main(["read", str(report), "-o", str(plan), "--year", "2033", "--id", "bay"]) == 0
    assert (jj.load(plan).id, jj.load(plan).start.year) == ("bay", 2033)


def test_standard_input_and_output():
    command = [sys.executable, "-m", "jinjiang", "read", "-", "-o", "-"]
    done = subprocess.run(command, input=REPORT.encode("gb18030"), capture_output=True)
    assert done.returncode == 0
    assert jj.Plan.from_json(done.stdout.decode()) == jj.read_report(REPORT).plan
    assert done.stderr.decode().startswith("2031: ")


def test_bytes_that_are_no_text_are_refused(tmp_path, capsys):
    path = tmp_path / "report.txt"
    path.write_bytes(b"\xe4\xbb\x8a\xff\xff\xff")
    assert main(["read", str(path)]) == 2
    line = capsys.readouterr().err
    assert line.startswith(f"jinjiang: {path}: ") and "byte" in line


def test_mistakes_are_told(report, capsys):
    assert main(["read", str(report), "--year", "0"]) == 2
    assert "--year: expected" in capsys.readouterr().err
    for year in ("二〇二六", "-1", "2026.0"):
        with pytest.raises(SystemExit):
            main(["read", str(report), f"--year={year}"])
        assert f"--year: expected a year such as 2026, found {year!r}" in capsys.readouterr().err
    assert main(["read", str(report), "-o", "-", "--html", "-"]) == 2
    assert "only one file" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["-o", "--observations", "--review", "--html"])
def test_no_output_goes_over_the_report(report, capsys, option):
    linked = report.with_name("report.json")
    linked.hardlink_to(report)
    for name in (report, linked, report.parent / "." / report.name):
        assert main(["read", str(report), option, str(name)]) == 2
        message = capsys.readouterr().err
        assert f"{option}: {name} is the report itself; name another file" in message
    assert report.read_text(encoding="utf-8") == REPORT


def test_no_output_goes_over_another(report, tmp_path, capsys):
    same = tmp_path / "same.json"
    assert main(["read", str(report), "-o", str(same), "--html", f"{tmp_path}/./same.json"]) == 2
    assert "--html: " in (message := capsys.readouterr().err)
    assert "is written by -o already; name another file" in message
    assert not same.exists()


def test_a_device_takes_several(report):
    assert main(["read", str(report), "--review", "/dev/null", "--html", "/dev/null"]) == 0


def test_tables_begin_with_the_mark_that_spreadsheets_look_for(report, tmp_path, capfd):
    review, seen = tmp_path / "review.csv", tmp_path / "seen.CSV"
    assert main(["read", str(report), "--review", str(review), "--observations", str(seen)]) == 0
    assert seen.read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert jj.read_observations(seen) == jj.read_report(REPORT).observations
    assert review.read_bytes().startswith(b"\xef\xbb\xbfline,")
    assert list(pandas.read_csv(review).columns) == list(jj.read_report(REPORT).review_frame())
    capfd.readouterr()
    assert main(["read", str(report), "--review", "-"]) == 0
    assert capfd.readouterr().out.startswith("line,")


def test_the_summary_says_how_to_see_what_is_to_be_checked(report, tmp_path, capsys):
    assert main(["read", str(report)]) == 0
    assert capsys.readouterr().out.endswith("places to check: see --review FILE or --html FILE\n")
    assert main(["read", str(report), "--review", str(tmp_path / "review.csv")]) == 0
    assert capsys.readouterr().out.endswith("places to check\n")


def test_what_is_wrong_with_an_option_names_it(report, capsys):
    assert main(["read", str(report), "--id", "\udcff"]) == 2
    assert capsys.readouterr().err.startswith("jinjiang: --id: expected UTF-8")
    assert main(["read", ""]) == 2
    assert capsys.readouterr().err == 'jinjiang: "": No such file or directory\n'
    assert main(["read", str(report), "-o", ""]) == 2
    assert 'the name ""' in capsys.readouterr().err


class TestSeveral:
    @pytest.fixture
    def reports(self, tmp_path):
        paths = [tmp_path / f"{name}.txt" for name in ("甲县", "乙县", "丙县")]
        for path in paths:
            path.write_text(REPORT, encoding="utf-8")
        return [str(path) for path in paths]

    def test_each_goes_into_a_file_of_its_name(self, reports, tmp_path, capsys):
        table = tmp_path / "table.csv"
        table.write_text("序号,工作任务,目标值\n1,新增学位,3000个\n", encoding="utf-8")
        drafts, seen = str(tmp_path / "new/drafts"), str(tmp_path / "seen")
        options = ["-o", drafts, "--observations", seen, "--review", seen]
        assert main(["read", *reports, str(table), *options]) == 0
        reading = jj.read_report(REPORT, id="甲县")
        assert jj.load(f"{drafts}/甲县.json") == reading.plan
        assert jj.load(f"{drafts}/table.json").indicators[0].title == "新增学位"
        assert jj.read_observations(f"{seen}/乙县.observations.csv") == reading.observations
        names = sorted(path.name for path in (tmp_path / "seen").iterdir())
        assert len(names) == 8 and "丙县.review.csv" in names
        lines = capsys.readouterr().out.splitlines()
        assert [line.split(": ")[0] for line in lines] == [*reports, str(table)]
        assert "places to check" in lines[0]

    def test_one_that_cannot_be_read_stops_none_of_the_others(self, reports, tmp_path, capsys):
        (tmp_path / "乙县.txt").write_bytes(b"\xff\xff\xff")
        missing = str(tmp_path / "absent.txt")
        assert main(["read", missing, *reports, "-o", str(tmp_path / "drafts")]) == 2
        names = sorted(path.name for path in (tmp_path / "drafts").iterdir())
        assert names == ["丙县.json", "甲县.json"]
        error = capsys.readouterr().err.splitlines()
        assert error[0] == f"jinjiang: {missing}: No such file or directory"
        assert error[1].startswith(f"jinjiang: {reports[1]}: ")
        assert error[2] == "jinjiang: 2 of 4 could not be read or written, all others were"

    @pytest.mark.parametrize(
        ("inputs", "options"),
        [
            (("a.txt", "c.json"), ["-o", "in"]),
            (("a.txt", "d.html"), ["--html", "in"]),
            (("t.csv", "t.review.csv"), ["--review", "in"]),
            (("a.txt", "b.txt"), ["-o", "links"]),
        ],
    )
    def test_no_input_is_written_over(self, inputs, options, tmp_path, capsys, monkeypatch):
        monkeypatch.chdir(tmp_path)
        for folder in ("in", "links"):
            (tmp_path / folder).mkdir()
        (tmp_path / "links/a.json").symlink_to("../in/b.txt")
        for name in inputs:
            (tmp_path / "in" / name).write_text(REPORT, encoding="utf-8")
        assert main(["read", *(f"in/{name}" for name in inputs), *options]) == 2
        assert "which is read; name another folder" in capsys.readouterr().err
        for name in inputs:
            assert (tmp_path / "in" / name).read_text(encoding="utf-8") == REPORT

    def test_one_that_cannot_be_written_stops_none_of_the_others(self, reports, tmp_path, capsys):
        (tmp_path / "drafts/乙县.json").mkdir(parents=True)
        assert main(["read", *reports, "-o", str(tmp_path / "drafts")]) == 2
        assert (tmp_path / "drafts/丙县.json").is_file()
        error = capsys.readouterr().err.splitlines()
        assert error[-1] == "jinjiang: 1 of 3 could not be read or written, all others were"

    def test_an_interrupted_one_keeps_what_was_written(
        self, reports, tmp_path, capsys, monkeypatch
    ):
        read = jj.reading.read_report

        def interrupted(text, year, id):
            if id == "乙县":
                raise KeyboardInterrupt
            return read(text, year, id=id)

        monkeypatch.setattr(jj.reading, "read_report", interrupted)
        assert main(["read", *reports, "-o", str(tmp_path / "drafts")]) == 130
        assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["甲县.json"]
        said = "jinjiang: interrupted; 1 of 3 were read, what was written is whole\n"
        assert capsys.readouterr().err == said

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (["--id", "x"], "--id: is for one report; of several each plan has the name"),
            (["-"], "-: standard input is read alone"),
            (["-o", "-"], "-o: expected a folder for several reports, found -"),
            (["-o", "{report}"], "-o: expected a folder for several reports, found the file"),
            (["other/甲县.txt"], 'would both be written as "甲县"; rename one'),
        ],
    )
    def test_what_can_only_be_said_of_one_is_refused(self, reports, options, words, capsys):
        options = [option.format(report=reports[0]) for option in options]
        assert main(["read", *reports, *options]) == 2
        assert words in capsys.readouterr().err


def test_an_empty_report_is_refused(tmp_path, capsys):
    path = tmp_path / "empty.txt"
    path.write_text(" \n", encoding="utf-8")
    assert main(["read", str(path)]) == 2
    said = f"jinjiang: {path}: expected the text of a report, found nothing in it\n"
    assert capsys.readouterr().err == said


def test_a_command_that_is_interrupted_says_so(report, capsys, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(jj.reading, "read_report", interrupted)
    assert main(["read", str(report)]) == 130
    said = "jinjiang: interrupted; files are as they were before, or written whole\n"
    assert capsys.readouterr().err == said
