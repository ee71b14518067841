from awardgen.workbook import BASICS, manual_tables
from awardgen.workbook.manual import WORKBOOKS


def test_the_manual_names_every_sheet_column_and_setting():
    manual = manual_tables()
    for workbook in WORKBOOKS:
        for sheet in workbook.sheets:
            assert f"工作表“{sheet.name}”" in manual
            assert all(f"| {column.header} |" in manual for column in sheet.columns)
    assert all(f"| {setting.header} |" in manual for setting in BASICS.settings)


def test_every_column_and_setting_says_what_it_is_for():
    for workbook in WORKBOOKS:
        for sheet in workbook.sheets:
            assert sheet.help
            assert all(column.help for column in (*sheet.columns, *sheet.settings))
