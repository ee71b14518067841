"""What was handed in: files, folders, zip files in zip files, with names as Chinese Windows writes them."""

import zipfile
from io import BytesIO

import pytest

from awardgen.collecting.sources import handed_in
from awardgen.errors import AwardgenError


def names(*paths):
    findings = []
    return [file.path.name for file in handed_in(paths, findings)], [each.kind.code for each in findings]


def zipped(files):
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return content.getvalue()


def with_gbk_names(data, *file_names):
    """Rename 1.docx, 2.docx … in a zip file the way Chinese Windows would have: in GBK, without saying so."""
    for index, name in enumerate(file_names, start=1):
        encoded = name.encode("gbk")
        placeholder = f"{index}".ljust(len(encoded), "x").encode()
        data = data.replace(placeholder, encoded)
    return data


def test_folders_are_gone_through_in_order_without_what_nobody_handed_in(tmp_path):
    for name in ("乙.docx", "甲/丙.docx", "~$乙.docx", ".DS_Store", "__MACOSX/乙.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    assert names(tmp_path) == (["乙.docx", "丙.docx"], [])


def test_zip_files_inside_zip_files_are_opened_with_their_gbk_names(tmp_path):
    encoded = "张三.docx".encode("gbk")
    inner = with_gbk_names(zipped({"1".ljust(len(encoded), "x"): b"form"}), "张三.docx")
    (tmp_path / "材料.zip").write_bytes(zipped({"饮食服务工会小组/内层.zip": inner}))
    findings = []
    (file,) = handed_in([tmp_path], findings)
    assert file.path.parts[-4:] == ("材料.zip", "饮食服务工会小组", "内层.zip", "张三.docx")
    assert (file.content, findings) == (b"form", [])


def test_what_is_nested_too_deep_is_a_finding(tmp_path):
    data = zipped({"表.docx": b""})
    for _ in range(4):
        data = zipped({"内.zip": data})
    (tmp_path / "外.zip").write_bytes(data)
    assert names(tmp_path) == ([], ["AW511"])


def test_a_damaged_zip_file_is_a_finding_and_the_others_are_read(tmp_path):
    (tmp_path / "坏.zip").write_bytes(b"PK\3\4 no more")
    (tmp_path / "好.docx").write_bytes(b"")
    assert names(tmp_path) == (["好.docx"], ["AW511"])


def test_a_path_inside_a_zip_file_leads_nowhere_else(tmp_path):
    (tmp_path / "坏.zip").write_bytes(zipped({"../../etc/表.docx": b""}))
    (file,) = handed_in([tmp_path], [])
    assert file.path.is_relative_to((tmp_path / "坏.zip").as_posix())


def test_a_path_that_does_not_exist_ends_the_job(tmp_path):
    with pytest.raises(AwardgenError, match="没有找到"):
        list(handed_in([tmp_path / "没有"], []))
