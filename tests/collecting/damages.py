"""What happens to a form between the office and its return; each takes the blank form and returns it filled in."""

import random
from copy import deepcopy

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

VALUES = {
    "岗位名称": "北门门卫岗",
    "岗位总人数": "3",
    "岗位人员姓名": "赵堃、钱祎、孙头",
    "主要事迹": "2010年9月迎新。\n2011年3月巡查，夜里也在。",
    "基层工会小组意见": "同意推荐。",
    "集团工会审批意见": "同意。",
}
DATES = {"基层工会小组意见": "2011年6月3日", "集团工会审批意见": "2011年6月20日（章）"}
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'

DAMAGES = []


def damage(function):
    DAMAGES.append(function)
    return function


def filled(form, without=()):
    """Type everything into its cell."""
    form.fill(**{label: text for label, text in VALUES.items() if label not in without})
    for label, day in DATES.items():
        if label not in without:
            form.date(label, day)
    return form


def paragraph(text):
    made = parse_xml(f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve"/></w:r></w:p>')
    made.find(f".//{qn('w:t')}").text = text
    return made


def text_box():
    inner = "<v:shape><v:textbox><w:txbxContent/></v:textbox></v:shape>"
    return parse_xml(f"<w:r {nsdecls('w')} {VML}><w:pict>{inner}</w:pict></w:r>")


def emptied(cell):
    for each in cell.findall(qn("w:p")):
        cell.remove(each)
    return cell


def cells_of(row):
    return row.findall(qn("w:tc"))


def rearranged(row, order):
    cells = cells_of(row)
    for cell in cells:
        row.remove(cell)
    for index in order:
        row.append(cells[index])


def rewritten(form, label, text):
    """Write a cell of the office's opinion anew, its own date line gone."""
    form.value_cell(label).text = text
    return form


@damage
def typed_into_cells(form):
    return filled(form)


@damage
def runs_cut_up(form):
    for run in [
        run
        for row in filled(form).table.rows
        for cell in row.cells
        for p in cell.paragraphs
        for run in p.runs
    ]:
        if len(run.text) > 2 and "\n" not in run.text:
            rest = deepcopy(run._r)
            run._r.addnext(rest)
            rest.find(qn("w:t")).text, run.text = run.text[1:], run.text[:1]
    return form


@damage
def typed_right_behind_the_label(form):
    filled(form, without=("岗位名称", "岗位人员姓名"))
    for label in ("岗位名称", "岗位人员姓名"):
        form.label_cell(label).paragraphs[0].add_run(VALUES[label])
    return form


@damage
def typed_behind_a_colon(form):
    filled(form, without=("岗位名称",)).label_cell("岗位名称").paragraphs[0].add_run("：北门门卫岗")
    return form


@damage
def typed_below_the_label_in_its_cell(form):
    filled(form, without=("岗位名称", "岗位总人数", "主要事迹"))
    for label in ("岗位名称", "岗位总人数", "主要事迹"):
        cell = form.label_cell(label)
        for line in VALUES[label].split("\n"):
            cell.add_paragraph(line)
    return form


@damage
def two_values_in_one_line(form):
    row = filled(form, without=("岗位名称", "岗位总人数")).table.rows[0]._tr
    for cell in cells_of(row)[1:]:
        row.remove(cell)
    emptied(cells_of(row)[0]).append(paragraph("岗位名称：北门门卫岗    岗位总人数: 3"))
    return form


@damage
def labels_and_values_in_one_column(form):
    for row in form.table.rows:
        labels, values = cells_of(row._tr)[::2], cells_of(row._tr)[1::2]
        for label, value in zip(labels, values, strict=True):
            key = "".join("".join(each.text or "" for each in label.iter(qn("w:t"))).split())
            row._tr.remove(value)
            emptied(label)
            for line in [*f"{key}：{VALUES[key]}".split("\n"), *([DATES[key]] if key in DATES else [])]:
                label.append(paragraph(line))
    return form


@damage
def rows_shuffled(form):
    rows = [row._tr for row in filled(form).table.rows]
    random.Random(3).shuffle(rows)  # noqa: S311 - any order, the same each time
    for row in rows:
        form.table._tbl.append(row)
    return form


@damage
def pairs_swapped(form):
    rearranged(filled(form).table.rows[0]._tr, (2, 3, 0, 1))
    return form


@damage
def each_row_from_right_to_left(form):
    for row in filled(form).table.rows:
        rearranged(row._tr, reversed(range(len(cells_of(row._tr)))))
    return form


@damage
def labels_in_one_row_and_values_in_the_next(form):
    labels = ("岗位名称", "岗位总人数", "岗位人员姓名")
    filled(form)
    made = form.document.add_table(2, 3)
    for column, label in enumerate(labels):
        made.cell(0, column).text, made.cell(1, column).text = label, VALUES[label]
    for row in [row._tr for row in form.table.rows][:2]:
        form.table._tbl.remove(row)
    for row in reversed(made._tbl.findall(qn("w:tr"))):
        form.table._tbl.insert(2, row)
    made._tbl.getparent().remove(made._tbl)
    return form


@damage
def a_value_cell_unmerged(form):
    row = filled(form).table.rows[1]._tr
    cell = cells_of(row)[1]
    cell.find(qn("w:tcPr")).find(qn("w:gridSpan")).set(qn("w:val"), "1")
    for _ in range(2):
        added = OxmlElement("w:tc")
        added.append(paragraph(""))
        cell.addnext(added)
    return form


@damage
def the_story_over_two_rows(form):
    upper = filled(form, without=("主要事迹",)).table.rows[2]._tr
    lower = deepcopy(upper)
    upper.addnext(lower)
    for row, kind, line in zip(
        (upper, lower), ("restart", "continue"), VALUES["主要事迹"].split("\n"), strict=True
    ):
        merge = OxmlElement("w:vMerge")
        merge.set(qn("w:val"), kind)
        cells_of(row)[0].find(qn("w:tcPr")).append(merge)
        cells_of(row)[1].append(paragraph(line))
    emptied(cells_of(lower)[0]).append(paragraph(""))
    return form


@damage
def the_table_cut_in_two(form):
    rows = [row._tr for row in filled(form).table.rows]
    below = deepcopy(form.table._tbl)
    for row in below.findall(qn("w:tr"))[:4]:
        below.remove(row)
    for row in rows[4:]:
        form.table._tbl.remove(row)
    form.table._tbl.addnext(below)
    form.table._tbl.addnext(paragraph(""))
    return form


@damage
def a_table_inside_the_story(form):
    cell = filled(form, without=("主要事迹",)).value_cell("主要事迹")
    inner = cell.add_table(2, 1)
    for each, line in zip(inner.column_cells(0), VALUES["主要事迹"].split("\n"), strict=True):
        each.text = line
    cell.add_paragraph()
    return form


@damage
def pasted_into_a_mail(form):
    filled(form).without_marks()
    mail = form.document.add_table(3, 1)
    mail.cell(0, 0).text = "张处：您好，现将我组的申报表交上，请查收。"
    mail.cell(1, 0).paragraphs[0].text = "后勤集团优质服务示范岗申报表"
    mail.cell(1, 0)._tc.insert(2, form.table._tbl)
    mail.cell(2, 0).text = "李四 电话87654321"
    return form.without_title()


@damage
def without_its_table(form):
    form.table._tbl.getparent().remove(form.table._tbl)
    lines = []
    for label, text in VALUES.items():
        lines += [*f"{label}：{text}".split("\n"), *([DATES[label]] if label in DATES else [])]
    return form.with_story_below(*lines)


@damage
def without_title_and_marks(form):
    return filled(form).without_marks().without_title()


@damage
def the_story_below_the_table(form):
    filled(form, without=("主要事迹",)).fill(主要事迹="（见附页）")
    return form.with_story_below("北门门卫岗主要事迹", *VALUES["主要事迹"].split("\n"))


@damage
def the_story_above_the_table(form):
    filled(form, without=("主要事迹",))
    for line in ("主要事迹", *VALUES["主要事迹"].split("\n")):
        form.table._tbl.addprevious(paragraph(line))
    return form


@damage
def a_row_in_a_content_control(form):
    row = filled(form).table.rows[1]._tr
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    row.addprevious(control)
    control.find(qn("w:sdtContent")).append(row)
    return form


@damage
def paragraphs_in_content_controls(form):
    filled(form)
    for label in VALUES:
        form.in_content_control(label)
    return form


@damage
def changes_tracked(form):
    filled(form, without=("岗位名称",)).fill(岗位名称="北门")
    return form.tracked("岗位名称", "门卫岗", "大门")


@damage
def a_value_in_a_text_box(form):
    place = filled(form, without=("岗位名称",)).value_cell("岗位名称").paragraphs[0]._p
    box = text_box()
    box.find(f".//{qn('w:txbxContent')}").append(paragraph("北门门卫岗"))
    place.append(box)
    return form


@damage
def the_form_in_a_text_box(form):
    table = filled(form).table._tbl
    box = text_box()
    holder = OxmlElement("w:p")
    holder.append(box)
    table.addprevious(holder)
    content = box.find(f".//{qn('w:txbxContent')}")
    content.append(table)
    content.append(OxmlElement("w:p"))
    return form


@damage
def blank_paragraphs_everywhere(form):
    filled(form)
    for label in VALUES:
        form.with_blank_paragraphs(label)
    return form


@damage
def the_date_below_the_forms_own(form):
    filled(form, without=DATES)
    for label, day in DATES.items():
        form.fill(**{label: VALUES[label]}).value_cell(label).add_paragraph(day)
    return form


@damage
def the_opinion_below_its_date(form):
    label = "基层工会小组意见"
    filled(form, without=(label,)).date(label, DATES[label]).value_cell(label).add_paragraph(VALUES[label])
    return form


@damage
def opinion_and_date_in_one_line(form):
    return rewritten(
        filled(form, without=("基层工会小组意见",)), "基层工会小组意见", "同意推荐。    2011年6月3日"
    )


@damage
def the_groups_stamp_above_the_date(form):
    text = "同意推荐。\n物业服务工会小组（盖章）\n2011 年 6 月 3 日"
    return rewritten(filled(form, without=("基层工会小组意见",)), "基层工会小组意见", text)


@damage
def the_stamp_below_a_short_date(form):
    text = "同意推荐。\n2011.6.3\n（物业服务工会小组章）"
    return rewritten(filled(form, without=("基层工会小组意见",)), "基层工会小组意见", text)


@damage
def the_date_in_chinese(form):
    text = "同意推荐。\n二○一一年六月三日（公章）"
    return rewritten(filled(form, without=("基层工会小组意见",)), "基层工会小组意见", text)


@damage
def a_label_spaced_out(form):
    filled(form).label_cell("岗位名称").paragraphs[0].runs[0].text = "岗 位\n名　称："
    return form


@damage
def a_label_with_a_note(form):
    filled(form).label_cell("岗位名称").paragraphs[0].add_run("（填全称）")
    return form


@damage
def a_label_by_its_other_name(form):
    filled(form).label_cell("岗位名称").paragraphs[0].runs[0].text = "申报岗位"
    return form
