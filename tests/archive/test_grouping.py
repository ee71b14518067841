from awardgen.archive.grouping import faulty_rows, group_documents
from awardgen.campaign import Scope
from tests.archive.items import document, row

ONE, OTHER = object(), object()  # an application is told by its key alone


def grouped(*documents):
    return [[str(each.output) for each in group] for group in group_documents(documents)]


def test_the_notice_and_its_annexes_are_one_item():
    blank = document("空表", Scope.BLANK_FORM, "附件2-示范岗申报表.docx", "示范岗", annex_of="通知.docx")
    assert grouped(
        document("评选细则", output="附件1-评选细则.docx", annex_of="通知.docx"),
        document("通知"),
        blank,
        document("表彰名单"),
    ) == [["通知.docx", "附件1-评选细则.docx", "附件2-示范岗申报表.docx"], ["表彰名单.docx"]]


def test_an_application_and_its_write_up_are_one_item():
    form = document("申报表", Scope.APPLICATION, "申报表/SF-1.docx", "SF-1", ONE)
    other = document("申报表", Scope.APPLICATION, "申报表/SF-2.docx", "SF-2", OTHER)
    write_up = document("事迹材料", Scope.APPLICATION, "事迹材料/SF-1.docx", "SF-1", ONE)
    assert grouped(form, other, write_up) == [
        ["申报表/SF-1.docx", "事迹材料/SF-1.docx"],
        ["申报表/SF-2.docx"],
    ]


def test_each_group_s_list_is_an_item():
    lists = [document("名单", Scope.GROUP, f"名单/{each}.docx", each) for each in ("甲", "乙")]
    assert grouped(*lists) == [["名单/甲.docx"], ["名单/乙.docx"]]


def test_an_annex_of_what_is_not_archived_stands_alone():
    assert grouped(document("评选细则", output="附件1-评选细则.docx", annex_of="通知.docx")) == [
        ["附件1-评选细则.docx"]
    ]


def test_the_column_decides_what_goes_with_what():
    assert grouped(
        document("评分汇总表", archived_with="表彰决定"),
        document("表彰决定"),
        document("工作照", archived_with="不归档"),
    ) == [["表彰决定.docx", "评分汇总表.docx"]]


def test_a_row_that_names_no_other_is_told():
    rows = [
        row("通知"),
        row("细则", archived_with="通知"),
        row("名单", archived_with="通告"),
        row("照", archived_with="不归档"),
    ]
    (found,) = faulty_rows(rows)
    assert (found.kind.code, found.place.cell, found.excerpt) == ("AW612", "F2", "通告")
