"""What lies in output/ is never lost: written whole, kept where a person edited it, put away where it is wrong."""

from pathlib import Path, PurePosixPath

import pytest

from awardgen.campaign import DocumentRow, Record, Scope, SheetSource
from awardgen.documents import PlannedDocument
from awardgen.publishing import Publisher

ROW = DocumentRow(
    Record({}, SheetSource("data/活动设置.xlsx", "文书", {}), 2),
    "证书",
    "证书.docx",
    Scope.APPLICATION,
    "",
    "",
)


def planned(path, key="BB-001", row=ROW):
    return PlannedDocument(row, None, key, key, {}, PurePosixPath(path), withheld=False)


def run(output, files, *, force=False):
    """Publish path → bytes as one whole run; return path → status and the publisher."""
    publisher = Publisher(output, force=force)
    published = [publisher.publish(planned(path, key=path), data) for path, data in files.items()]
    published += publisher.remove_vanished({"证书"}, {"证书"})
    publisher.finish()
    return {each.path: each.status.value for each in published}, publisher


def codes(publisher):
    return [finding.kind.code for finding in publisher.findings]


def test_a_document_is_built_and_then_unchanged(tmp_path):
    assert run(tmp_path, {"证书/甲.docx": b"1"})[0] == {"证书/甲.docx": "built"}
    assert (tmp_path / "证书/甲.docx").read_bytes() == b"1"
    assert run(tmp_path, {"证书/甲.docx": b"1"})[0] == {"证书/甲.docx": "unchanged"}


def test_a_document_of_ours_is_replaced(tmp_path):
    run(tmp_path, {"甲.docx": b"1"})
    assert run(tmp_path, {"甲.docx": b"2"})[0] == {"甲.docx": "built"}
    assert (tmp_path / "甲.docx").read_bytes() == b"2"


class TestEditedByHand:
    @pytest.fixture
    def edited(self, tmp_path):
        run(tmp_path, {"甲.docx": b"1"})
        (tmp_path / "甲.docx").write_bytes(b"by hand")
        return tmp_path

    def test_it_is_kept_and_told(self, edited):
        statuses, publisher = run(edited, {"甲.docx": b"1"})
        assert statuses == {"甲.docx": "kept"}
        assert codes(publisher) == ["AW409"]
        assert (edited / "甲.docx").read_bytes() == b"by hand"
        assert not (edited / "甲.新版.docx").exists()

    def test_a_new_version_is_laid_beside_it(self, edited):
        run(edited, {"甲.docx": b"2"})
        assert (edited / "甲.docx").read_bytes() == b"by hand"
        assert (edited / "甲.新版.docx").read_bytes() == b"2"

    def test_the_new_version_stays_through_the_next_run(self, edited):
        run(edited, {"甲.docx": b"2"})
        assert run(edited, {"甲.docx": b"2"})[0] == {"甲.docx": "kept"}
        assert (edited / "甲.新版.docx").exists()

    def test_force_replaces_it_and_keeps_the_old(self, edited):
        assert run(edited, {"甲.docx": b"2"}, force=True)[0] == {"甲.docx": "built"}
        assert (edited / "甲.docx").read_bytes() == b"2"
        assert (edited / ".手改/甲.docx").read_bytes() == b"by hand"

    def test_one_whose_row_is_gone_is_kept(self, edited):
        statuses, publisher = run(edited, {})
        assert statuses == {"甲.docx": "kept"}
        assert codes(publisher) == ["AW409"]
        assert (edited / "甲.docx").exists()

    def test_a_file_that_awardgen_never_wrote_is_not_overwritten(self, tmp_path):
        (tmp_path / "甲.docx").write_bytes(b"theirs")
        assert run(tmp_path, {"甲.docx": b"1"})[0] == {"甲.docx": "kept"}
        assert (tmp_path / "甲.docx").read_bytes() == b"theirs"


class TestRemoving:
    def test_what_no_row_asks_for_is_removed_with_its_empty_folder(self, tmp_path):
        run(tmp_path, {"证书/甲.docx": b"1", "乙.docx": b"2"})
        assert run(tmp_path, {"乙.docx": b"2"})[0] == {"乙.docx": "unchanged", "证书/甲.docx": "removed"}
        assert not (tmp_path / "证书").exists()

    def test_a_row_that_could_not_be_planned_keeps_its_files(self, tmp_path):
        run(tmp_path, {"甲.docx": b"1"})
        publisher = Publisher(tmp_path)
        assert publisher.remove_vanished(planned_rows=set(), known_rows={"证书"}) == []
        publisher.finish()
        assert (tmp_path / "甲.docx").exists()
        assert run(tmp_path, {"甲.docx": b"1"})[0] == {"甲.docx": "unchanged"}


class TestWithholding:
    def test_the_old_file_is_put_away(self, tmp_path):
        run(tmp_path, {"证书/甲.docx": b"1"})
        publisher = Publisher(tmp_path)
        published = publisher.withhold(planned("证书/.docx", key="证书/甲.docx"))
        assert published.status == "withheld"
        assert codes(publisher) == ["AW410"]
        assert (tmp_path / ".作废/证书/甲.docx").read_bytes() == b"1"
        assert not (tmp_path / "证书").exists()

    def test_what_was_put_away_before_is_not_overwritten(self, tmp_path):
        for content in (b"1", b"2"):
            run(tmp_path, {"甲.docx": content})
            publisher = Publisher(tmp_path)
            publisher.withhold(planned("甲.docx", key="甲.docx"))
            publisher.finish()
        assert (tmp_path / ".作废/甲.docx").read_bytes() == b"1"
        assert (tmp_path / ".作废/甲（2）.docx").read_bytes() == b"2"


class TestFilesInUse:
    @pytest.fixture
    def held(self, tmp_path, monkeypatch):
        """Hold 甲.docx open as Word does: it can be read, not replaced."""
        run(tmp_path, {"甲.docx": b"1", "乙.docx": b"1"})
        replace = Path.replace

        def refusing(self, target):
            if Path(target).name == "甲.docx":
                raise PermissionError(13, "Permission denied")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", refusing)
        return tmp_path

    def test_it_is_a_finding_and_the_rest_are_written(self, held):
        statuses, publisher = run(held, {"甲.docx": b"2", "乙.docx": b"2"})
        assert statuses == {"甲.docx": "kept", "乙.docx": "built"}
        assert codes(publisher) == ["AW408"]
        assert (held / "甲.docx").read_bytes() == b"1"

    def test_no_staged_file_is_left(self, held):
        run(held, {"甲.docx": b"2", "乙.docx": b"2"})
        assert sorted(each.name for each in held.iterdir()) == [".manifest.json", "乙.docx", "甲.docx"]

    def test_the_next_run_finishes_the_job(self, held, monkeypatch):
        run(held, {"甲.docx": b"2", "乙.docx": b"2"})
        monkeypatch.undo()
        assert run(held, {"甲.docx": b"2", "乙.docx": b"2"})[0] == {
            "甲.docx": "built",
            "乙.docx": "unchanged",
        }


def test_a_linked_folder_does_not_lead_out_of_output(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    output = tmp_path / "output"
    output.mkdir()
    (output / "证书").symlink_to(elsewhere, target_is_directory=True)
    statuses, publisher = run(output, {"证书/甲.docx": b"1"})
    assert statuses == {"证书/甲.docx": "kept"}
    assert codes(publisher) == ["AW408"]
    assert list(elsewhere.iterdir()) == []
