"""What LibreOffice prints with the pinned fonts: the right ones, every character, PDF/A-1b, the same each time."""

import hashlib
import shutil
import subprocess

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from awardgen.office import convert_to_pdf
from awardgen.office.process import Patience
from tests import pdf_a
from tests.campaign_folder import REPOSITORY

pytestmark = [pytest.mark.office, pytest.mark.fonts]

RARE = "堃喆祎珺玥頔㛃"
STAND_INS = {
    "仿宋_GB2312": "FandolFang-Regular",
    "FangSong": "FandolFang-Regular",
    "华文仿宋": "FandolFang-Regular",
    "楷体_GB2312": "FandolKai-Regular",
    "KaiTi": "FandolKai-Regular",
    "黑体": "FandolHei-Regular",
    "SimHei": "FandolHei-Regular",
    "宋体": "FandolSong-Regular",
    "SimSun": "FandolSong-Regular",
    "方正小标宋简体": "FandolSong-Bold",
    "方正小标宋_GBK": "FandolSong-Bold",
    "FZXiaoBiaoSong-B05S": "FandolSong-Bold",
    "没有这种字体": "FandolSong-Regular",
}


def written(path, font, text, size=16):
    document = docx.Document()
    run = document.add_paragraph().add_run(text)
    run.font.name, run.font.size = font, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    document.save(path)
    return path


def fonts_in(path):
    with pikepdf.open(path) as pdf:
        found = (each for each in pdf.objects if isinstance(each, pikepdf.Dictionary))
        descriptors = [each for each in found if each.get("/Type") == pikepdf.Name.FontDescriptor]
        return {str(each.FontName).partition("+")[2] for each in descriptors}


def picture(path):
    command = [shutil.which("pdftoppm"), "-r", "60", "-gray", "-f", "1", "-l", "1", path]
    return hashlib.sha256(subprocess.run(command, check=True, capture_output=True).stdout).hexdigest()


def test_each_font_of_official_documents_has_its_stand_in(tmp_path):
    files = {
        written(tmp_path / f"{index}.docx", font, "通知"): stand_in
        for index, (font, stand_in) in enumerate(STAND_INS.items())
    }
    made = convert_to_pdf(list(files), tmp_path).made
    assert {source.stem: fonts_in(made[source]) for source in files} == {
        source.stem: {stand_in} for source, stand_in in files.items()
    }


@pytest.mark.poppler
def test_no_rare_character_is_a_box(tmp_path):
    # A character that no font has is a box, whatever it is: all of them look alike.
    characters = [*RARE, "\u0378", " "]
    files = {
        (font, each): written(tmp_path / f"{font}-{ord(each):x}.docx", font, each)
        for font in ("仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体", "Times New Roman")
        for each in characters
    }
    made = convert_to_pdf(list(files.values()), tmp_path).made
    pictures = {}
    for (font, _), file in files.items():
        pictures.setdefault(font, set()).add(picture(made[file]))
    assert {font: len(found) for font, found in pictures.items()} == dict.fromkeys(pictures, len(characters))


@pytest.mark.pdf_a
def test_pdf_a_is_valid_with_every_font_and_rare_characters(tmp_path):
    document = docx.Document()
    for font in (*STAND_INS, "Times New Roman", "Calibri", "Arial", "Courier New"):
        for bold in (False, True):
            run = document.add_paragraph().add_run(f"{font} 张三{RARE} 2010 ABC ☑□✓○〇①㎡“引”——𠮷")
            run.font.name, run.bold = font, bold
            run._element.rPr.rFonts.set(qn("w:eastAsia"), font)
    path = tmp_path / "字体.docx"
    document.save(path)
    made = convert_to_pdf([path], tmp_path, as_archive=True).made
    assert pdf_a.violations(made[path]) == []


def test_the_same_word_file_gives_the_same_bytes(tmp_path):
    templates = sorted((REPOSITORY / "templates").glob("*.docx"))[:3]
    pdfs = []
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        made = convert_to_pdf(templates, tmp_path / name, as_archive=True, jobs=1).made
        pdfs.append([path.read_bytes() for path in made.values()])
    assert pdfs[0] == pdfs[1]
    assert len(pdfs[0]) == len(templates)


def test_a_damaged_file_among_good_ones_is_named(tmp_path):
    good = [written(tmp_path / f"{name}.docx", "宋体", name) for name in ("甲", "乙")]
    damaged = tmp_path / "坏.docx"
    damaged.write_bytes(good[0].read_bytes()[:2000])
    text = tmp_path / "其实是文本.docx"
    text.write_text("不是Word文件", encoding="utf-8")
    conversion = convert_to_pdf([good[0], damaged, text, good[1]], tmp_path)
    assert list(conversion.made) == good
    assert list(conversion.failed) == [damaged, text]


def test_neither_the_users_language_nor_a_chinese_path_matters(tmp_path, monkeypatch):
    folder = tmp_path / "张三 的文件"
    folder.mkdir()
    source = written(folder / "通知.docx", "仿宋_GB2312", "2010年9月15日")
    before = convert_to_pdf([source], tmp_path).made[source].read_bytes()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    monkeypatch.setenv("LC_ALL", "C")
    patience = Patience(start=60, file=30)
    assert convert_to_pdf([source], folder, patience=patience).made[source].read_bytes() == before
