"""What lies in output/ is never lost: written whole, kept where a person edited it, put away where it is wrong."""

import os
import shutil
from pathlib import Path

import pytest

from awardgen.campaign import DocumentRow, Record, Scope, SheetSource
from awardgen.documents import PlannedDocument
from awardgen.publishing import Publisher
from awardgen.publishing.journal import write_ahead
from awardgen.publishing.local_folder import LocalFolder
from awardgen.publishing.names import LAST_RUN, MANIFEST, STAGED_PREFIX, STAGED_SUFFIX, sha256_of
from awardgen.publishing.publisher import entry_for
from tests.publishing.documents import document, packed_anew

ROW = DocumentRow(
    Record({}, SheetSource("data/活动设置.xlsx", "文书", {}), 2),
    "证书",
    "证书.docx",
    Scope.APPLICATION,
    "",
    "",
)


ONE, TWO = document("一"), document("二")


def planned(path, key="BB-001", row=ROW):
    return PlannedDocument(row, None, key, key, {}, path, withheld=False)


def run(output, files, *, force=False):
    """Publish path → bytes as one whole run; return path → status and the publisher."""
    publisher = Publisher(str(output), force=force)
    published = [publisher.publish(planned(path, key=path), data) for path, data in files.items()]
    published += publisher.remove_vanished({"证书"}, {"证书"})
    publisher.finish()
    return {each.path: each.status.value for each in published}, publisher


def written(output, files, inputs=""):
    """Publish path → bytes as a run that has not come to its end."""
    publisher = Publisher(str(output))
    for path, data in files.items():
        publisher.publish(planned(path, key=path), data, inputs)
    return publisher


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

    def test_a_new_version_that_is_still_right_is_not_written_again(self, edited):
        run(edited, {"甲.docx": b"2"})
        before = (edited / "甲.新版.docx").stat()
        run(edited, {"甲.docx": b"2"})
        assert (edited / "甲.新版.docx").stat() == before

    def test_a_new_version_that_was_edited_too_is_put_away(self, edited):
        run(edited, {"甲.docx": b"2"})
        (edited / "甲.新版.docx").write_bytes(b"by hand too")
        run(edited, {"甲.docx": b"3"})
        assert (edited / "甲.新版.docx").read_bytes() == b"3"
        assert (edited / ".手改/甲.新版.docx").read_bytes() == b"by hand too"

    def test_a_new_version_goes_when_the_person_took_it(self, edited):
        run(edited, {"甲.docx": b"2"})
        (edited / "甲.新版.docx").replace(edited / "甲.docx")
        assert run(edited, {"甲.docx": b"2"})[0] == {"甲.docx": "unchanged"}
        assert run(edited, {"甲.docx": b"3"})[0] == {"甲.docx": "built"}

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


class TestSavedAgain:
    """A file that was only saved again, by Word or by a program for zip files, is nobody's work."""

    @pytest.fixture
    def built(self, tmp_path):
        run(tmp_path, {"甲.docx": ONE})
        return tmp_path

    def test_packed_anew_it_is_still_ours(self, built):
        anew = packed_anew(ONE, lambda xml: xml + b"\n")
        assert anew != ONE
        (built / "甲.docx").write_bytes(anew)
        assert run(built, {"甲.docx": ONE})[0] == {"甲.docx": "unchanged"}
        assert run(built, {"甲.docx": TWO})[0] == {"甲.docx": "built"}
        assert (built / "甲.docx").read_bytes() == TWO

    def test_with_its_xml_spelled_anew_it_is_still_ours(self, built):
        respelled = packed_anew(ONE, lambda xml: xml.replace(b"<w:b/>", b"<w:b></w:b>"))
        assert respelled != packed_anew(ONE)
        (built / "甲.docx").write_bytes(respelled)
        assert run(built, {"甲.docx": TWO})[0] == {"甲.docx": "built"}

    def test_with_words_own_marks_it_is_no_edit_while_nothing_else_changes(self, built):
        as_word = packed_anew(
            ONE, lambda xml: xml.replace(b"<w:p>", b'<w:p w:rsidR="00AB"><w:proofErr w:type="x"/>')
        )
        (built / "甲.docx").write_bytes(as_word)
        statuses, publisher = run(built, {"甲.docx": ONE})
        assert (statuses, codes(publisher)) == ({"甲.docx": "unchanged"}, [])
        assert (built / "甲.docx").read_bytes() == as_word

    def test_but_it_is_not_thrown_away_when_something_does(self, built):
        as_word = packed_anew(ONE, lambda xml: xml.replace(b"<w:p>", b'<w:p w:rsidR="00AB">'))
        (built / "甲.docx").write_bytes(as_word)
        assert run(built, {"甲.docx": TWO})[0] == {"甲.docx": "kept"}
        assert (built / "甲.docx").read_bytes() == as_word

    def test_one_word_more_is_an_edit(self, built):
        (built / "甲.docx").write_bytes(
            packed_anew(ONE, lambda xml: xml.replace("一".encode(), "一二".encode()))
        )
        assert run(built, {"甲.docx": ONE})[0] == {"甲.docx": "kept"}


class TestRunsCutShort:
    """A run may end at any moment: between two files, or between telling of a file and writing it."""

    def told_of(self, output, path, data, *, and_written):
        """Do what a process does up to a moment before the end."""
        folder = LocalFolder(str(output))
        entry = entry_for(planned(path, key=path), "")._replace(sha256=sha256_of(data))
        write_ahead(folder, Publisher(str(output)).new_journal(), [(path, entry)])
        if and_written:
            folder.write(path, data)

    @pytest.mark.parametrize("and_written", [True, False])
    @pytest.mark.parametrize("before", [{}, {"甲.docx": b"1"}])
    def test_whatever_it_came_to_is_ours(self, tmp_path, before, and_written):
        run(tmp_path, before)
        self.told_of(tmp_path, "甲.docx", b"2", and_written=and_written)
        statuses, publisher = run(tmp_path, {"甲.docx": b"3"})
        assert (statuses, codes(publisher)) == ({"甲.docx": "built"}, [])
        assert (tmp_path / "甲.docx").read_bytes() == b"3"

    def test_what_a_person_made_of_it_since_is_not(self, tmp_path):
        self.told_of(tmp_path, "甲.docx", b"2", and_written=True)
        (tmp_path / "甲.docx").write_bytes(b"by hand")
        assert run(tmp_path, {"甲.docx": b"3"})[0] == {"甲.docx": "kept"}
        assert (tmp_path / "甲.docx").read_bytes() == b"by hand"

    def test_the_next_run_leaves_nothing_of_it(self, tmp_path):
        self.told_of(tmp_path, "甲.docx", b"1", and_written=True)
        staged = tmp_path / f"{STAGED_PREFIX}x1{STAGED_SUFFIX}"
        staged.write_bytes(b"half")
        run(tmp_path, {"甲.docx": b"1"})
        assert sorted(each.name for each in tmp_path.iterdir()) == [MANIFEST, "甲.docx"]

    def test_a_new_version_beside_an_edited_file_is_told_of_too(self, tmp_path):
        run(tmp_path, {"甲.docx": b"1"})
        (tmp_path / "甲.docx").write_bytes(b"by hand")
        Publisher(str(tmp_path)).publish(planned("甲.docx", key="甲.docx"), b"2")  # no manifest after it
        run(tmp_path, {"甲.docx": b"3"})
        assert (tmp_path / "甲.新版.docx").read_bytes() == b"3"
        assert not (tmp_path / ".手改").exists()

    def test_broken_off_it_keeps_what_it_did_not_come_to(self, tmp_path):
        run(tmp_path, {"甲.docx": b"1", "乙.docx": b"1"})
        publisher = Publisher(str(tmp_path))
        publisher.publish(planned("甲.docx", key="甲.docx"), b"2")
        publisher.break_off()
        assert run(tmp_path, {"甲.docx": b"2", "乙.docx": b"2"})[0] == {
            "甲.docx": "unchanged",
            "乙.docx": "built",
        }

    def test_broken_off_it_still_tells_of_what_others_were_writing(self, tmp_path):
        run(tmp_path, {"甲.docx": b"1"})
        publisher = Publisher(str(tmp_path))
        self.told_of(tmp_path, "甲.docx", b"2", and_written=False)
        publisher.break_off()
        (tmp_path / "甲.docx").write_bytes(b"2")
        assert run(tmp_path, {"甲.docx": b"3"})[0] == {"甲.docx": "built"}


class TestInputs:
    """A document whose inputs are those of its entry is not made again."""

    def test_with_the_same_inputs_it_is_unchanged(self, tmp_path):
        written(tmp_path, {"甲.docx": b"1"}, inputs="in")
        published = Publisher(str(tmp_path)).unchanged(planned("甲.docx"), "in")
        assert published is not None
        assert (published.status, published.sha256) == ("unchanged", sha256_of(b"1"))

    @pytest.mark.parametrize(("before", "now"), [("in", "other"), ("", "")])
    def test_with_others_or_unknown_ones_it_is_to_be_made(self, tmp_path, before, now):
        written(tmp_path, {"甲.docx": b"1"}, inputs=before)
        assert Publisher(str(tmp_path)).unchanged(planned("甲.docx"), now) is None

    def test_edited_by_hand_it_is_to_be_looked_at(self, tmp_path):
        written(tmp_path, {"甲.docx": b"1"}, inputs="in")
        (tmp_path / "甲.docx").write_bytes(b"by hand")
        publisher = Publisher(str(tmp_path))
        assert publisher.unchanged(planned("甲.docx"), "in") is None
        assert not publisher.may_write(planned("甲.docx"))


class TestRemembering:
    """What the last run found stands for a run in which nothing changed."""

    @pytest.fixture
    def remembered(self, tmp_path):
        publisher = written(tmp_path, {"甲.docx": b"1"})
        publisher.finish()
        publisher.remember("in", {"said": 1})
        return tmp_path

    def test_with_the_same_inputs_it_stands(self, remembered):
        publisher = Publisher(str(remembered))
        assert publisher.nothing_changed_since("in")
        assert publisher.last_report == {"said": 1}

    @pytest.mark.parametrize("inputs", ["", "other"])
    def test_with_others_it_does_not(self, remembered, inputs):
        assert not Publisher(str(remembered)).nothing_changed_since(inputs)

    def test_nor_when_a_file_is_gone_or_edited(self, remembered):
        (remembered / "甲.docx").write_bytes(b"2")
        assert not Publisher(str(remembered)).nothing_changed_since("in")
        (remembered / "甲.docx").unlink()
        assert not Publisher(str(remembered)).nothing_changed_since("in")

    def test_nor_when_everything_is_to_be_replaced(self, remembered):
        assert not Publisher(str(remembered), force=True).nothing_changed_since("in")

    def test_a_run_that_had_to_keep_a_file_does_not_stand_for_another(self, remembered):
        (remembered / "甲.docx").write_bytes(b"by hand")
        _, publisher = run(remembered, {"甲.docx": b"1"})
        publisher.remember("in", {})
        assert not Publisher(str(remembered)).nothing_changed_since("in")

    @pytest.mark.parametrize("damaged", [None, b"", b"{}"])
    def test_nor_without_the_manifest_that_it_left(self, remembered, damaged):
        (remembered / "甲.docx").write_bytes(b"by hand")
        (remembered / MANIFEST).unlink()
        if damaged is not None:
            (remembered / MANIFEST).write_bytes(damaged)
        assert not Publisher(str(remembered)).nothing_changed_since("in")

    def test_nor_after_a_run_that_could_not_say_what_it_found(self, remembered):
        publisher = Publisher(str(remembered))
        publisher.publish(planned("甲.docx"), b"2", "other")
        publisher.finish()  # and is ended before it remembers
        assert not Publisher(str(remembered)).nothing_changed_since("in")

    def test_nor_while_a_journal_is_left(self, remembered):
        write_ahead(
            LocalFolder(str(remembered)),
            Publisher(str(remembered)).new_journal(),
            [("乙.docx", entry_for(planned("乙.docx"), ""))],
        )
        assert not Publisher(str(remembered)).nothing_changed_since("in")

    def test_in_a_copy_of_the_folder_it_stands(self, remembered, tmp_path_factory):
        copy = tmp_path_factory.mktemp("copy") / "output"
        shutil.copytree(remembered, copy)
        assert Publisher(str(copy)).nothing_changed_since("in")

    def test_what_word_saved_again_is_never_taken_for_ours_by_its_stamp(self, tmp_path):
        run(tmp_path, {"甲.docx": ONE})
        as_word = packed_anew(ONE, lambda xml: xml.replace(b"<w:p>", b'<w:p w:rsidR="00AB">'))
        (tmp_path / "甲.docx").write_bytes(as_word)
        statuses, publisher = run(tmp_path, {"甲.docx": ONE})
        publisher.remember("in", {})
        assert statuses == {"甲.docx": "unchanged"}
        assert run(tmp_path, {"甲.docx": TWO})[0] == {"甲.docx": "kept"}
        assert (tmp_path / "甲.docx").read_bytes() == as_word

    def test_cut_off_at_any_byte_it_says_nothing(self, remembered):
        whole = (remembered / LAST_RUN).read_bytes()
        for length in range(len(whole)):
            (remembered / LAST_RUN).write_bytes(whole[:length])
            assert not Publisher(str(remembered)).nothing_changed_since("in")

    @pytest.mark.parametrize("files", ["", "[]", '{"path": ["甲.docx"]}', '{"path": 1, "size": 1}', "{"])
    def test_where_its_stamps_are_damaged_the_files_are_read(self, remembered, files):
        line, _, report, _ = (remembered / LAST_RUN).read_text(encoding="utf-8").split("\n")
        (remembered / LAST_RUN).write_text(f"{line}\n{files}\n{report}\n", encoding="utf-8")
        assert Publisher(str(remembered)).nothing_changed_since("in")
        for path in remembered.glob("*.docx"):
            path.write_bytes(TWO)
        assert not Publisher(str(remembered)).nothing_changed_since("in")


class TestRemoving:
    def test_what_no_row_asks_for_is_removed_with_its_empty_folder(self, tmp_path):
        run(tmp_path, {"证书/甲.docx": b"1", "乙.docx": b"2"})
        assert run(tmp_path, {"乙.docx": b"2"})[0] == {"乙.docx": "unchanged", "证书/甲.docx": "removed"}
        assert not (tmp_path / "证书").exists()

    def test_a_name_that_is_only_spelled_otherwise_costs_no_file_where_that_is_no_difference(self, tmp_path):
        run(tmp_path, {"bb-1.docx": b"1"})
        (tmp_path / "bb-1.docx").rename(tmp_path / "BB-1.docx")
        os.link(tmp_path / "BB-1.docx", tmp_path / "bb-1.docx")  # as on Windows: two names, one file
        assert run(tmp_path, {"BB-1.docx": b"1"})[0] == {"BB-1.docx": "unchanged"}
        assert (tmp_path / "BB-1.docx").exists()

    def test_a_row_that_could_not_be_planned_keeps_its_files(self, tmp_path):
        run(tmp_path, {"甲.docx": b"1"})
        publisher = Publisher(str(tmp_path))
        assert publisher.remove_vanished(planned_rows=set(), known_rows={"证书"}) == []
        publisher.finish()
        assert (tmp_path / "甲.docx").exists()
        assert run(tmp_path, {"甲.docx": b"1"})[0] == {"甲.docx": "unchanged"}


class TestWithholding:
    def test_the_old_file_is_put_away(self, tmp_path):
        run(tmp_path, {"证书/甲.docx": b"1"})
        publisher = Publisher(str(tmp_path))
        published = publisher.withhold(planned("证书/.docx", key="证书/甲.docx"))
        assert published.status == "withheld"
        assert codes(publisher) == ["AW410"]
        assert (tmp_path / ".作废/证书/甲.docx").read_bytes() == b"1"
        assert not (tmp_path / "证书").exists()

    def test_what_was_put_away_before_is_not_overwritten(self, tmp_path):
        for content in (b"1", b"2"):
            run(tmp_path, {"甲.docx": content})
            publisher = Publisher(str(tmp_path))
            publisher.withhold(planned("甲.docx", key="甲.docx"))
            publisher.finish()
        assert (tmp_path / ".作废/甲.docx").read_bytes() == b"1"
        assert (tmp_path / ".作废/甲（2）.docx").read_bytes() == b"2"


class TestFilesInUse:
    @pytest.fixture
    def held(self, tmp_path, monkeypatch):
        """Hold 甲.docx open as Word does: it can be read, not replaced."""
        run(tmp_path, {"甲.docx": b"1", "乙.docx": b"1"})
        replace = os.replace

        def refusing(staged, target):
            if Path(target).name == "甲.docx":
                raise PermissionError(13, "Permission denied")
            return replace(staged, target)

        monkeypatch.setattr(os, "replace", refusing)
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
