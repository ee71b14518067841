"""A PDF beside each Word file: made when it is missing or its Word file changed, removed when that is gone, and never
written over what a person put there."""

import io
import json

import pikepdf
import pytest

from awardgen.errors import AwardgenError
from awardgen.paper.printing import print_documents, remove_out_of_date
from awardgen.paper.record import RECORD
from awardgen.progress import SILENT
from awardgen.publishing import PublishedDocument, Status
from awardgen.publishing.local_folder import LocalFolder
from awardgen.publishing.names import sha256_of


class Desk:
    """An output folder with Word files; office: the log of the stand-in for LibreOffice."""

    def __init__(self, top, office):
        self.top = top
        self._office = office
        self.words = {}
        self.sets = {}

    def write(self, path, words, of_set="通知及附件"):
        self.words[path] = words
        self.sets[path] = of_set
        target = self.top / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words)

    def take_away(self, path):
        (self.top / path).unlink()
        del self.sets[path]
        return self.words.pop(path)

    def documents(self, status=Status.UNCHANGED):
        return [
            PublishedDocument("文书", None, path, status, sha256_of(words.encode()))
            for path, words in self.words.items()
        ]

    def print(self, *only, force=False, status=Status.UNCHANGED, gone=()):
        documents = [each for each in self.documents(status) if not only or each.path in only]
        documents += [PublishedDocument("文书", None, path, Status.WITHHELD, None) for path in gone]
        self._office.write_text("")
        return print_documents(
            documents,
            self.sets,
            LocalFolder(str(self.top)),
            is_all=not only,
            force=force,
            jobs=1,
            progress=SILENT,
        )

    def converted(self):
        """Return the first word of each file that went to LibreOffice in the last run."""
        return self._office.read_text().split()

    def pages(self, path):
        with pikepdf.open(self.top / path) as pdf:
            return len(pdf.pages)

    def pdfs(self):
        return sorted(path.relative_to(self.top).as_posix() for path in self.top.rglob("*.pdf"))


@pytest.fixture
def desk(tmp_path, office):
    top = tmp_path / "output"
    top.mkdir()
    desk = Desk(top, office)
    desk.write("通知.docx", "notice pages=3")
    desk.write("附件1.docx", "annex pages=1")
    desk.write("申报表/甲.docx", "form pages=2", "申报表-标兵")
    return desk


def codes(paper):
    return [each.kind.code for each in paper.findings]


def test_each_word_file_has_its_pdf_beside_it_and_each_set_is_in_order(desk):
    paper = desk.print()
    assert desk.pdfs() == [
        "打印/申报表-标兵.pdf",
        "打印/通知及附件.pdf",
        "申报表/甲.pdf",
        "通知.pdf",
        "附件1.pdf",
    ]
    assert [each.pdf for each in paper.documents] == ["通知.pdf", "附件1.pdf", "申报表/甲.pdf"]
    assert [(each.path, each.pages, each.documents) for each in paper.sets] == [
        ("打印/通知及附件.pdf", 5, ("通知.docx", "附件1.docx")),
        ("打印/申报表-标兵.pdf", 2, ("申报表/甲.docx",)),
    ]
    assert desk.pages("打印/通知及附件.pdf") == 5
    assert (paper.built, codes(paper)) == (3, [])


def test_only_what_changed_is_made_again(desk):
    desk.print()
    before = {path: (desk.top / path).stat().st_mtime_ns for path in desk.pdfs()}
    desk.write("附件1.docx", "annex2 pages=4")
    paper = desk.print()
    assert desk.converted() == ["annex2"]
    touched = {path for path, time in before.items() if (desk.top / path).stat().st_mtime_ns != time}
    assert touched == {"附件1.pdf", "打印/通知及附件.pdf"}
    assert [each.status for each in paper.sets] == [Status.BUILT, Status.UNCHANGED]
    assert desk.pages("打印/通知及附件.pdf") == 8


def test_a_pdf_that_was_deleted_is_made_again(desk):
    desk.print()
    (desk.top / "通知.pdf").unlink()
    (desk.top / "打印/申报表-标兵.pdf").unlink()
    desk.print()
    assert desk.converted() == ["notice"]
    assert len(desk.pdfs()) == 5


def test_an_edited_word_file_is_what_is_printed(desk):
    desk.print()
    (desk.top / "通知.docx").write_text("edited pages=2")
    desk.print(status=Status.KEPT)  # the sha256 that is told is of no account
    assert desk.converted() == ["edited"]
    assert desk.pages("通知.pdf") == 2


@pytest.mark.parametrize(
    "damage", [b"", b"{", b'{"schema_version": 1, "files": {"x": {"source": 1}}}', b"[]"]
)
def test_a_damaged_record_costs_time_and_nothing_else(desk, damage):
    desk.print()
    (desk.top / RECORD).write_bytes(damage)
    paper = desk.print()
    assert codes(paper) == []
    assert sorted(desk.converted()) == ["annex", "form", "notice"]
    assert desk.print().built == 0


def test_another_libreoffice_or_other_fonts_make_all_anew(desk, monkeypatch):
    desk.print()
    monkeypatch.setattr("awardgen.paper.printing.maker_digest", lambda: "other")
    desk.print()
    assert sorted(desk.converted()) == ["annex", "form", "notice"]


class TestAPdfThatAPersonPutThere:
    @pytest.fixture
    def scan(self):
        buffer = io.BytesIO()
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.docinfo["/Title"] = "签章件"
            pdf.save(buffer)
        return buffer.getvalue()

    def test_is_kept_and_printed_whatever_becomes_of_the_word_file(self, desk, scan):
        desk.print()
        (desk.top / "通知.pdf").write_bytes(scan)
        assert codes(desk.print()) == ["AW481"]
        desk.write("通知.docx", "notice2 pages=4")
        for _ in range(2):
            assert codes(desk.print()) == ["AW481"]
            assert (desk.top / "通知.pdf").read_bytes() == scan
        assert desk.converted() == []
        assert desk.pages("打印/通知及附件.pdf") == 3

    def test_was_there_before_the_first_run(self, desk, scan):
        (desk.top / "通知.pdf").write_bytes(scan)
        assert codes(desk.print()) == ["AW481"]
        assert (desk.top / "通知.pdf").read_bytes() == scan

    def test_is_replaced_when_that_is_asked_for_and_kept_aside(self, desk, scan):
        desk.print()
        (desk.top / "通知.pdf").write_bytes(scan)
        assert codes(desk.print(force=True)) == []
        assert desk.pages("通知.pdf") == 3
        assert (desk.top / ".手改/通知.pdf").read_bytes() == scan

    def test_stays_when_its_word_file_goes(self, desk, scan):
        desk.print()
        (desk.top / "通知.pdf").write_bytes(scan)
        desk.take_away("通知.docx")
        desk.print()
        assert (desk.top / "通知.pdf").read_bytes() == scan

    def test_takes_the_place_of_a_set(self, desk, scan):
        desk.print()
        (desk.top / "打印/通知及附件.pdf").write_bytes(scan)
        paper = desk.print()
        assert codes(paper) == ["AW481"]
        assert next((each.status, each.pages) for each in paper.sets) == (Status.KEPT, None)
        assert (desk.top / "打印/通知及附件.pdf").read_bytes() == scan

    def test_is_named_and_left_out_where_it_cannot_be_opened(self, desk):
        desk.print()
        (desk.top / "通知.pdf").write_bytes(b"no pdf")
        assert codes(desk.print()) == ["AW481", "AW480"]
        assert desk.pages("打印/通知及附件.pdf") == 1


def test_pdfs_and_sets_of_what_is_gone_are_removed(desk):
    desk.print()
    desk.take_away("申报表/甲.docx")
    desk.print()
    assert desk.pdfs() == ["打印/通知及附件.pdf", "通知.pdf", "附件1.pdf"]


def test_a_document_that_gives_no_pdf_is_named_and_its_old_one_removed(desk):
    desk.print()
    desk.write("通知.docx", "bad refuse")
    paper = desk.print()
    assert [(each.kind.code, each.place.file) for each in paper.findings] == [("AW480", "output/通知.docx")]
    assert not (desk.top / "通知.pdf").exists()
    assert desk.pages("打印/通知及附件.pdf") == 1
    assert [each.pdf for each in paper.documents] == [None, "附件1.pdf", "申报表/甲.pdf"]


class TestAChoiceOfDocuments:
    def test_makes_no_set_that_is_not_complete(self, desk):
        desk.print("通知.docx")
        assert desk.pdfs() == ["通知.pdf"]

    def test_renews_the_set_that_it_is_part_of(self, desk):
        desk.print()
        desk.write("附件1.docx", "annex2 pages=4")
        desk.print("附件1.docx")
        assert desk.pages("打印/通知及附件.pdf") == 8
        assert desk.pages("打印/申报表-标兵.pdf") == 2


class TestARunThatIsCutShort:
    def test_leaves_nothing_that_is_taken_for_a_persons_work(self, desk, monkeypatch):
        desk.print()
        desk.write("通知.docx", "notice2 pages=4")
        desk.write("附件1.docx", "annex2 pages=2")
        write = LocalFolder.write

        def break_off(folder, path, data):
            if path == "附件1.pdf":
                raise KeyboardInterrupt
            return write(folder, path, data)

        with monkeypatch.context() as patch:
            patch.setattr(LocalFolder, "write", break_off)
            with pytest.raises(KeyboardInterrupt):
                desk.print()
        paper = desk.print()
        assert codes(paper) == []
        assert (desk.pages("通知.pdf"), desk.pages("附件1.pdf")) == (4, 2)
        assert desk.pages("打印/通知及附件.pdf") == 6

    def test_that_was_the_first_does_so_too(self, desk, monkeypatch):
        write = LocalFolder.write

        def break_off(folder, path, data):
            if path == "附件1.pdf":
                raise KeyboardInterrupt
            return write(folder, path, data)

        with monkeypatch.context() as patch:
            patch.setattr(LocalFolder, "write", break_off)
            with pytest.raises(KeyboardInterrupt):
                desk.print()
        assert codes(desk.print()) == []
        assert len(desk.pdfs()) == 5


def test_a_pdf_that_cannot_be_written_is_told_and_tried_again(desk, monkeypatch):
    desk.print()
    desk.write("通知.docx", "notice2 pages=4")
    write = LocalFolder.write

    def refuse(folder, path, data):
        if path == "通知.pdf":
            raise PermissionError(13, "open elsewhere")
        return write(folder, path, data)

    with monkeypatch.context() as patch:
        patch.setattr(LocalFolder, "write", refuse)
        assert codes(desk.print()) == ["AW408"]
    assert codes(desk.print()) == []
    assert desk.pages("通知.pdf") == 4


def test_a_full_disk_ends_the_job_in_chinese(desk, monkeypatch):
    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr("awardgen.paper.shelf.write_record", full)
    with pytest.raises(AwardgenError, match="磁盘已满"):
        desk.print()


class TestABuildWithoutPdfs:
    def remove(self, desk, **given):
        folder = LocalFolder(str(desk.top))
        return [each.message for each in remove_out_of_date(desk.documents(), folder, is_all=True, **given)]

    def test_removes_what_does_not_hold_any_more(self, desk):
        desk.print()
        desk.write("通知.docx", "notice2 pages=4")
        assert self.remove(desk) == ["1份文书的PDF已过时，已连同含有它们的打印文件一起删去。"]
        assert desk.pdfs() == ["打印/申报表-标兵.pdf", "申报表/甲.pdf", "附件1.pdf"]
        assert self.remove(desk) == []

    def test_removes_nothing_that_holds_or_is_not_ours(self, desk):
        desk.print()
        (desk.top / "附件1.pdf").write_bytes(b"a scan")
        desk.write("附件1.docx", "annex2 pages=4")
        pdfs = desk.pdfs()
        assert self.remove(desk) == []
        assert desk.pdfs() == pdfs

    def test_knows_nothing_of_pdfs_where_none_were_ever_made(self, desk):
        assert self.remove(desk) == []
        assert not (desk.top / RECORD).exists()


def test_the_record_is_json_a_line_a_file(desk):
    desk.print()
    content = json.loads((desk.top / RECORD).read_text())
    assert content["schema_version"] == 1
    assert set(content["files"]) == set(desk.pdfs())
