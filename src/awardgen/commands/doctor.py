from __future__ import annotations

import click

from awardgen.commands.options import COULD_NOT_RUN, OK, format_option, print_json


@click.command(help="看看这台机器上做PDF和归档还缺什么（LibreOffice、字体），怎么装。")
@format_option
def doctor(form: str) -> int:
    """Say what is missing on this machine, and how to get it."""
    from awardgen.office.diagnosis import diagnose

    checks = diagnose()
    is_well = all(each.is_there for each in checks)
    if form == "json":
        from awardgen.report.jsonable import doctor_report

        print_json(doctor_report(checks))
    else:
        from awardgen.report.text import print_doctor

        print_doctor(checks)
    return OK if is_well else COULD_NOT_RUN
