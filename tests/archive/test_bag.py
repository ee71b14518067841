import shutil
import subprocess
import zipfile

import bagit
import pytest

from awardgen.archive.bag import make_bag
from awardgen.archive.zip_file import zip_folder

INFO = {"Bagging-Date": "2011-07-01", "Source-Organization": "后勤集团工会", "Bag-Software-Agent": "awardgen"}


@pytest.fixture
def bag(tmp_path):
    def made(name="包"):
        folder = tmp_path / name
        (folder / "件" / "0001").mkdir(parents=True)
        (folder / "件" / "0001" / "通知 一.txt").write_bytes(b"one")
        (folder / "归档信息.json").write_bytes(b"{}")
        make_bag(folder, INFO, {"说明.txt": "怎样校验".encode()})
        return folder

    return made


def test_bagit_py_finds_it_valid(bag):
    folder = bag()
    checked = bagit.Bag(str(folder))
    assert checked.validate()
    assert checked.version_info == (1, 0)
    assert checked.info["Payload-Oxum"] == "5.2"
    assert {*checked.entries} >= {"data/归档信息.json", "data/件/0001/通知 一.txt", "说明.txt"}


SHA256SUM = shutil.which("sha256sum")


@pytest.mark.skipif(SHA256SUM is None, reason="sha256sum is not installed")
@pytest.mark.parametrize("manifest", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_sha256sum_can_check_it(bag, manifest):
    checked = subprocess.run(
        [SHA256SUM, "--strict", "-c", manifest], cwd=bag(), capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr


def test_the_same_files_give_the_same_bag(bag):
    one, other = ({path.name: path.read_bytes() for path in bag(name).rglob("*.txt")} for name in "甲乙")
    assert one == other


def test_the_same_bag_gives_the_same_zip_of_one_folder(bag, tmp_path):
    for name in "甲乙":
        zip_folder(bag(name), tmp_path / f"{name}.zip", "归档包")
    assert (tmp_path / "甲.zip").read_bytes() == (tmp_path / "乙.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "甲.zip") as archive:
        assert archive.testzip() is None
        assert {name.partition("/")[0] for name in archive.namelist()} == {"归档包"}
