"""The templates that the rows of 文书 name, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgen.campaign import Scope
from awardgen.catalogue import documents
from awardgen.documents.filters import FILTERS
from awardgen.errors import reason
from awardgen.finding import Place
from awardgen.layout import TEMPLATES_FOLDER
from awardgen.rendering import FaultKind, Readings, Template, TemplateError, examine, with_properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from awardgen.campaign import DocumentRow
    from awardgen.finding import Finding, Kind
    from awardgen.rendering import Examination, TemplateFault

_KINDS: Mapping[FaultKind, Kind] = {
    FaultKind.UNKNOWN_NAME: documents.NAME_UNKNOWN,
    FaultKind.SYNTAX: documents.TEMPLATE_SYNTAX,
    FaultKind.UNKNOWN_FILTER: documents.TEMPLATE_SYNTAX,
    FaultKind.STRUCTURE: documents.TEMPLATE_SYNTAX,
    FaultKind.SANDBOX: documents.TEMPLATE_FORBIDDEN,
    FaultKind.VALUE: documents.TEMPLATE_FAILED,
    FaultKind.UNPRINTABLE: documents.TEMPLATE_FAILED,
    FaultKind.STRAY: documents.BRACKET_ALONE,
    FaultKind.UNFILLED: documents.TAG_NOT_FILLED,
    FaultKind.DAMAGED: documents.TEMPLATE_UNREADABLE,
    FaultKind.FOREIGN: documents.TEMPLATE_REACHES_OUT,
    FaultKind.EMBEDDED: documents.TEMPLATE_CARRIES_FILES,
}


FORM_PROPERTY, NUMBER_PROPERTY = "awardgen.表", "awardgen.编号"
"""What a document of one application tells unseen: the 简称 of its award, and its 编号, empty on a blank form."""
_OF_ONE_APPLICATION = frozenset((Scope.APPLICATION, Scope.BLANK_FORM))
_PROPERTIES = {FORM_PROPERTY: "{{ 奖项.简称 }}", NUMBER_PROPERTY: "{{ 编号 }}"}


@dataclass(frozen=True, slots=True)
class Templates:
    """The usable templates by the name in 模板, what their files hold, and what is wrong with them.

    examinations: of every template that could be read, usable or not.
    """

    usable: Mapping[str, Template]
    data: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    examinations: Mapping[str, Examination]


def load_templates(campaign_folder: Path, rows: Iterable[DocumentRow]) -> Templates:
    """Read each template once. What cannot be read or parsed is findings, and no document is made of it."""
    usable: dict[str, Template] = {}
    data: dict[str, bytes] = {}
    examinations: dict[str, Examination] = {}
    findings: list[Finding] = []
    seen: set[str] = set()
    rows = list(rows)
    of_others = {row.template for row in rows if row.scope not in _OF_ONE_APPLICATION}
    for row in rows:
        if not row.template or row.template in seen:
            continue
        seen.add(row.template)
        try:
            data[row.template] = _bytes(campaign_folder, row)
            readings = Readings()
            examination = examinations[row.template] = examine(data[row.template], FILTERS, readings)
            findings.extend(fault_findings([*examination.faults, *examination.notes], row.template))
            if examination.is_foreign:
                continue
            if row.template not in of_others:
                data[row.template] = with_properties(data[row.template], _PROPERTIES)
            usable[row.template] = Template(data[row.template], filters=FILTERS, readings=readings)
        except FileNotFoundError as error:
            findings.append(
                documents.TEMPLATE_UNREADABLE.at(row.record.place("模板"), str(error), excerpt=row.template)
            )
        except OSError as error:
            message = f"读不出来（{reason(error)}），文件可能正被别的程序占用。"
            findings.append(documents.TEMPLATE_UNREADABLE.at(template_place(row.template), message))
        except TemplateError as error:
            if not examination.faults:
                findings.extend(fault_findings(error.faults, row.template))
    return Templates(usable, data, tuple(findings), examinations)


def template_place(name: str) -> Place:
    """Return where a template's findings stand."""
    return Place(f"{TEMPLATES_FOLDER}/{name}")


def fault_findings(
    faults: Iterable[TemplateFault], template: str, applicant: str | None = None
) -> Iterator[Finding]:
    """Turn the faults of a template into findings at the template."""
    for fault in faults:
        yield _kind_of(fault).at(
            template_place(template),
            f"{where(fault)}：{fault.message}",
            applicant=applicant,
            start=fault.start,
            end=fault.end,
            excerpt=fault.excerpt or None,
        )


def where(fault: TemplateFault) -> str:
    """Return the place of a fault as one counts in Word: 正文表格1第2行第3格第1段."""
    return f"{fault.part}{fault.place}"


def _kind_of(fault: TemplateFault) -> Kind:
    return _KINDS[fault.kind]


def _bytes(campaign_folder: Path, row: DocumentRow) -> bytes:
    folder = (campaign_folder / TEMPLATES_FOLDER).resolve()
    path = (folder / row.template).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        message = f"templates/文件夹中没有“{row.template}”。"
        raise FileNotFoundError(message)
    return path.read_bytes()
