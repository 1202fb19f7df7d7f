# SPDX-License-Identifier: BSL-1.0
"""A pile of reports in one loop."""

import os

import jinjiang as jj
import pytest
from jinjiang import _progress_bar
from test_progress_bar import report


class TestReadReports:
    def write(self, folder, **texts):
        paths = []
        for name, text in texts.items():
            path = folder / f"{name}.txt"
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
            paths.append(path)
        return paths

    def test_reads_each_into_a_plan_with_the_name_of_its_file(self, tmp_path):
        paths = self.write(tmp_path, 甲县=report(1), 乙县=report(2))
        found = dict(jj.read_reports(map(str, paths), 2026))
        assert list(found) == paths
        assert [reading.plan.id for reading in found.values()] == ["甲县", "乙县"]
        assert [len(reading.plan.indicators) for reading in found.values()] == [2, 4]
        assert {reading.plan.start.year for reading in found.values()} == {2026}

    def test_one_that_cannot_be_read_stops_none_of_the_others(self, tmp_path):
        paths = self.write(tmp_path, a=report(1), b=b"\xff\xff\xff", c=report(1))
        paths.insert(0, tmp_path / "absent.txt")
        found = []
        with pytest.raises(ExceptionGroup, match="2 of 4 reports could not be read") as caught:
            for path, _ in jj.read_reports(paths):
                found.append(path.name)
        assert found == ["a.txt", "c.txt"]
        absent, broken = caught.value.exceptions
        assert isinstance(absent, FileNotFoundError) and "absent.txt" in str(absent)
        assert isinstance(broken, jj.FormatError) and "b.txt" in str(broken)

    def test_an_interrupted_loop_keeps_what_it_took(self, tmp_path):
        paths = self.write(tmp_path, a=report(1), b=report(1))
        found = {}

        def loop():
            for path, reading in jj.read_reports(paths):
                found[path.name] = reading
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            loop()
        assert list(found) == ["a.txt"]
        assert _progress_bar._state.loop is None

    def test_names_that_no_id_can_hold_stop_nothing(self, tmp_path):
        names = ["new\nline.txt", "b" * 250 + ".txt", " .txt"]
        for name in names:
            (tmp_path / name).write_text(report(1), encoding="utf-8")
        with open(os.fsencode(tmp_path) + b"/\xff.txt", "w", encoding="utf-8") as file:
            file.write(report(1))
        found = jj.read_reports(sorted(tmp_path.iterdir()))
        ids = {reading.plan.id for _, reading in found}
        assert ids == {"new line", "b" * 250, "report", "?"}

    def test_one_path_is_refused(self, tmp_path):
        with pytest.raises(TypeError, match=r"expected a list of paths, found .*read_report"):
            jj.read_reports(str(tmp_path / "a.txt"))
