# SPDX-License-Identifier: BSL-1.0
"""Readings in the encodings in which spreadsheets save them."""

import io

import jinjiang as jj
import pytest

CHINESE = "编号,日期,数值,单位,来源\nland,2025-03-31,1600,亩,统计局\nair,2025/3/31,95.5%,,环保局\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_a_file_of_a_chinese_spreadsheet_is_read_whatever_its_encoding(encoding, tmp_path):
    path = tmp_path / "seen.csv"
    path.write_bytes(CHINESE.encode(encoding))
    seen = jj.read_observations(path)
    assert seen == jj.read_observations(io.StringIO(CHINESE))
    assert [reading.source for reading in seen] == ["统计局", "环保局"]
    assert jj.read_observations(path, errors="collect")[0] == seen
    assert jj.read_observations(io.BytesIO(CHINESE.encode(encoding))) == seen


@pytest.mark.parametrize(
    "data",
    [CHINESE.encode()[:-4] + b"\xff\n", b"id,observed_on,value\n\xff\xff\xff,2025-03-31,1\n"],
)
def test_a_file_that_is_broken_is_not_taken_for_another_encoding(data, tmp_path):
    path = tmp_path / "seen.csv"
    path.write_bytes(data)
    with pytest.raises(jj.FormatError, match="not UTF-8"):
        jj.read_observations(path)
