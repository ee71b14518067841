"""The plan: from the rows of 文书 to one entry for each file that is to be written."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from awardgen.campaign import Scope
from awardgen.catalogue import documents as kinds
from awardgen.documents.compiled_row import CompiledRow
from awardgen.documents.context import LIST_NAMES, WINNERS
from awardgen.documents.file_names import UnsafePathError, path_key, safe_value
from awardgen.documents.filters import FILTERS
from awardgen.documents.item import is_item
from awardgen.documents.planned import Plan, PlannedDocument
from awardgen.documents.results import RESULT_NAMES
from awardgen.documents.samples import Samples
from awardgen.documents.subjects import Members, Subject, Subjects
from awardgen.documents.template_check import unknown_in
from awardgen.documents.templates import fault_findings
from awardgen.documents.withholding import Withholding
from awardgen.rendering import TemplateError, compile_condition, compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from awardgen.campaign import Campaign, DocumentRow, Evaluation
    from awardgen.documents.archive_rows import ArchiveRows
    from awardgen.documents.context import Contexts
    from awardgen.documents.item import Item
    from awardgen.documents.template_check import UnknownNames
    from awardgen.finding import Finding
    from awardgen.rendering import Examination, Template, TemplateFault


class Planner:
    """Plans the documents of one campaign.

    findings: of the tables and write-ups; those that withhold forbid the documents of their application.
    examinations: of the templates, usable or not, by 模板. unknown: range and template → the names that it asks for
    and does not get, as far as that is known; it is added to.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a plan is made of
        self,
        campaign: Campaign,
        evaluation: Evaluation,
        contexts: Contexts,
        templates: Mapping[str, Template],
        findings: Iterable[Finding],
        examinations: Mapping[str, Examination] | None = None,
        unknown: UnknownNames | None = None,
    ) -> None:
        self._campaign = campaign
        self._contexts = contexts
        self._templates = templates
        self._subjects = Subjects(campaign, evaluation, contexts)
        self._examinations = examinations or {}
        self._unknown = {} if unknown is None else unknown
        self._samples = Samples(campaign, contexts, made_up=True)
        self._withholding = Withholding(campaign, evaluation, findings)
        self._findings: list[Finding] = []
        self._planned: set[str] = set()
        self._slips: list[CompiledRow] = []
        self._of_archive: list[CompiledRow] = []
        self._taken: dict[str, tuple[DocumentRow, Subject]] = {}
        self._answers: dict[tuple[str, ...], bool] = {}

    def plan(self) -> Plan:
        """Plan every row; a row that is faulty is findings and nothing else."""
        # Without awards nothing else can be right, and that has its own finding.
        rows = self._campaign.documents if self._campaign.awards else ()
        documents = [document for row in rows for document in self._of_row(row)]
        return Plan(tuple(documents), tuple(self._findings), frozenset(self._planned))

    @property
    def slips(self) -> list[str]:
        """Return the rows of 文书, once they are planned, whose files only `check` can make."""
        return [each.row.name for each in self._slips]

    def plan_slips(self, problems: Mapping[str, Sequence[Item]]) -> Plan:
        """Plan, after the rest, what tells a group its problems. problems: by group."""
        told = len(self._findings)
        documents = []
        for compiled in self._slips:
            for group in self._campaign.groups:
                context = self._contexts.group(group, problems.get(group.name, ()))
                document = self._document(compiled, Subject(group.name, context, Members()))
                if document is not None:
                    documents.append(document)
        return Plan(tuple(documents), tuple(self._findings[told:]), frozenset())

    def plan_archive(self, rows: ArchiveRows) -> Plan:
        """Plan, after the rest, what tells of the archive. rows: what is archived."""
        told = len(self._findings)
        subject = Subject("", self._contexts.archive(rows), Members())
        documents = [self._document(compiled, subject) for compiled in self._of_archive]
        return Plan(tuple(filter(None, documents)), tuple(self._findings[told:]), frozenset())

    def _of_row(self, row: DocumentRow) -> Iterator[PlannedDocument]:
        compiled = self._compiled(row)
        if compiled is not None and compiled.tells_problems:
            self._slips.append(compiled)
            return
        if compiled is not None and row.scope is Scope.ARCHIVE:
            self._of_archive.append(compiled)
            return
        if compiled is None or self._is_too_early(compiled):
            return
        if row.scope is not Scope.APPLICATION or not self._lacks_a_sheet:
            self._planned.add(row.name)
        for subject in self._subjects.of_scope(row.scope):
            document = self._document(compiled, subject)
            if document is not None:
                yield document

    def _compiled(self, row: DocumentRow) -> CompiledRow | None:
        known = self._contexts.known_names(row.scope)
        template = self._checked_template(row)
        if not row.file_name:
            return None  # told of at its own cell
        column = "条件"
        try:
            condition = compile_condition(row.condition, FILTERS)
            faults = condition.check_names(known)
            if not faults:
                column = "文件名"
                pattern = compile_pattern(row.file_name, FILTERS, clean=safe_value)
                faults = pattern.check_names(known)
        except TemplateError as error:
            faults = error.faults
        if faults:
            self._report(row, column, faults)
            return None
        return CompiledRow(row, condition, pattern, template)

    def _checked_template(self, row: DocumentRow) -> Template | None:
        """Return a row's template where all that it asks for is there, whether a document would come to it or not."""
        template, examination = self._templates.get(row.template), self._examinations.get(row.template)
        title = f"{row.scope} {row.template}"
        if title not in self._unknown:
            self._unknown[title] = unknown_in(row, template, examination, self._contexts, self._samples)
        self._findings.extend(fault_findings(self._unknown[title], row.template))
        return None if self._unknown[title] else template

    def _is_too_early(self, compiled: CompiledRow) -> bool:
        """Whether the row needs a stage that is not reached: applications, or what comes of scores."""
        names = compiled.names
        needs_results = bool(names.intersection((WINNERS, *RESULT_NAMES)))
        by_application = compiled.row.scope in {Scope.GROUP, Scope.APPLICATION}
        needs_applications = by_application or needs_results or bool(names.intersection(LIST_NAMES))
        if compiled.row.scope is Scope.BLANK_FORM:
            return False
        if needs_applications and not self._campaign.applications:
            return True
        if self._lacks_a_sheet and needs_applications and compiled.row.scope is not Scope.APPLICATION:
            return True
        return needs_results and not self._has_results

    @cached_property
    def _has_results(self) -> bool:
        """Whether it can be said who wins: judges have scored, or the union has decided on everyone."""
        return bool(self._campaign.scores) or all(each.decision for each in self._campaign.applications)

    @cached_property
    def _lacks_a_sheet(self) -> bool:
        """Whether an award has no sheet yet, so that any list of applications would be a part of itself."""
        return not all(award.columns for award in self._campaign.awards)

    def _document(self, compiled: CompiledRow, subject: Subject) -> PlannedDocument | None:
        row = compiled.row
        column = "条件"
        try:
            is_open = self._withholding.leaves_open(subject, compiled.condition.names)
            if not is_open and not self._holds(compiled, subject):
                return None
            # What is wrong must be told, all the more where it withholds documents.
            forbidden = is_open or self._forbids(compiled, subject)
            column = "文件名"
            path = compiled.path.answer(subject.context, subject.notes)
        except TemplateError as error:
            self._report(row, column, error.faults, subject.applicant)
            return None
        except UnsafePathError as error:
            if not forbidden:  # an empty 编号 is told of at its own cell
                place = row.record.place(column)
                found = kinds.FILE_NAME_UNSAFE.at(place, str(error), applicant=subject.applicant)
                self._findings.append(found)
            return None
        if not forbidden and not self._takes(path, row, subject):
            return None
        return PlannedDocument(
            row,
            compiled.template,
            subject.key,
            subject.applicant,
            subject.context,
            path,
            withheld=forbidden,
            notes=subject.notes,
        )

    def _forbids(self, compiled: CompiledRow, subject: Subject) -> bool:
        if compiled.template is None:
            return True
        return not compiled.tells_problems and self._withholding.forbids(subject, compiled.names)

    def _holds(self, compiled: CompiledRow, subject: Subject) -> bool:
        """Whether a condition holds. One that asks of an award or a group alone has few answers."""
        condition = compiled.condition
        key = [condition.text]
        for name in condition.names:
            value = subject.context[name]
            if not (is_item(value) and value.identity):
                return bool(compiled.holds.answer(subject.context, subject.notes))
            key.append(value.identity)
        answer = self._answers.get(tuple(key))
        if answer is None:
            answer = self._answers[tuple(key)] = bool(compiled.holds.answer(subject.context, None))
        return answer

    def _takes(self, path: str, row: DocumentRow, subject: Subject) -> bool:
        """Claim a path; False and a finding where another document has it already."""
        first_row, first_subject = self._taken.setdefault(path_key(path), (row, subject))
        if first_subject is subject and first_row is row:
            return True
        self._findings.append(
            kinds.PATH_TAKEN.at(
                row.record.place("文件名"),
                f"{_title(row, subject)}与{_title(first_row, first_subject)}的文件名都是“{path}”。",
                applicant=subject.applicant,
                excerpt=path,
            )
        )
        return False

    def _report(
        self, row: DocumentRow, column: str, faults: Iterable[TemplateFault], applicant: str | None = None
    ) -> None:
        place = row.record.place(column)
        self._findings.extend(
            kinds.CONDITION_INVALID.at(
                place,
                f"文书“{row.name}”的{column}：{fault.message}",
                applicant=applicant,
                excerpt=fault.excerpt or None,
            )
            for fault in faults
        )


def _title(row: DocumentRow, subject: Subject) -> str:
    return f"{row.name}（{subject.key}）" if subject.key else row.name
