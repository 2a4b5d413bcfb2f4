"""From what was sent to a draft: validated data, its subject, its sensitive answers sealed."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from core.errors import FieldError, Unprocessable
from core.ids import short_code, uuid7_text
from core.submissions.accept.command import Acceptance
from core.submissions.models import Source, Submission, SubmissionState
from core.submissions.sensitive import answers_redact_in_logs, answers_seal
from core.submissions.uploads import uploads_describe
from core.tracing import trace_current
from core.workflows.compile import CompiledVersion, Foreseen, step_title, version_compiled
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import words_in
from waybill_definitions.expressions import MappingFailed
from waybill_definitions.forms import Form, Live
from waybill_definitions.languages import problem_in

_LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """What is stored of a submission. ``data``: as it is stored, sensitive answers sealed."""

    id: str
    reference: str
    subject: str
    data: dict[str, Any]
    language: str


def redact_in_logs(version: WorkflowVersion, asked: Acceptance) -> None:
    """Keep the sensitive answers of every item out of what this request logs from now on."""
    names = form_of(version).sensitive
    if names:
        answers = {name: [item.data.get(name) for item in asked.items] for name in names}
        answers_redact_in_logs(version, answers)


def data_check(
    version: WorkflowVersion,
    data: dict[str, Any],
    kept: Mapping[str, Any] | None = None,
    language: str = "",
    live: Live | None = None,
) -> dict[str, Any]:
    """The data as the version's model cleans it. Raises Unprocessable naming each field.

    ``kept``: answers that were accepted before. Where they come again they stay as they are,
    though their kind of answer may be judged otherwise by now. ``live``: as in `Form.check`.
    """
    return answers_clean(form_of(version), data, kept, language, live)


def answers_clean(
    form: Form,
    data: dict[str, Any],
    kept: Mapping[str, Any] | None = None,
    language: str = "",
    live: Live | None = None,
) -> dict[str, Any]:
    """The answers as a form cleans them. Raises as `data_check`."""
    language = language or form.language
    checked = form.check(data, kept=kept, language=language, live=live)
    if checked.faults:
        raise Unprocessable(
            problem_in("answers", language), errors=faults_told(form, checked.faults, language)
        )
    return checked.answers


def faults_told(form: Form, faults: Sequence[ErrorDetails], language: str) -> list[FieldError]:
    """Each fault at its field of the body, in the words of a language."""
    return [
        FieldError(".".join(["data", *map(str, fault["loc"])]), form.words(fault, language))
        for fault in faults
    ]


def files_check(
    version: WorkflowVersion, clean: dict[str, Any], *, in_batch: bool, language: str
) -> dict[str, Any]:
    """Checked data with what is known of its files. Raises Unprocessable for those refused."""
    files = form_of(version).files
    if in_batch and any(clean.get(key) for key in files):
        raise Unprocessable("Submissions with files are sent one at a time, not in a batch.")
    return uploads_describe(version, clean, language) if files else clean


def deliverable_check(
    version: WorkflowVersion, clean: dict[str, Any], draft: Draft, source: Source
) -> None:
    """Raise Unprocessable when a step would refuse these answers for certain.

    What can be known to fail is refused at the door, at the question it comes from. Where that may
    be one of several, it is refused as a whole and they are named.
    """
    context = {
        "input": clean,
        "steps": {},
        "submission": {
            "id": draft.id,
            "reference": draft.reference,
            "language": draft.language,
        },
    }
    compiled = version_compiled(version.organization_id, version.pk)
    steps_take(compiled, form_of(version), context, source)


def steps_take(
    compiled: CompiledVersion, form: Form, context: Mapping[str, Any], source: Source
) -> None:
    """Raise Unprocessable as `deliverable_check`.

    ``context``: as expressions see it, without steps. ``source``: who is told, in whose words.
    """
    language = context["submission"]["language"]
    faults = compiled.foresee(context)
    if faults:
        raise Unprocessable(
            problem_in("undeliverable", language),
            errors=[_fault_told(fault, form, language, source) for fault in faults],
        )


def answers_taken(version: WorkflowVersion, clean: Mapping[str, Any]) -> bool:
    """Whether no step would refuse these cleaned answers for certain."""
    names = {"id": uuid7_text(), "reference": f"WB-{short_code(10)}", "language": ""}
    context = {"input": clean, "steps": {}, "submission": names}
    return not version_compiled(version.organization_id, version.pk).foresee(context)


def _fault_told(fault: Foreseen, form: Form, language: str, source: Source) -> FieldError:
    read = {path[1] for path in fault.reads if path[0] == "input" and len(path) > 1}
    questions = [key for key in form.questions if key in read]
    words = fault.words(language, to_visitor=source == Source.FORM)
    told = f"{step_title(fault.step.step, language)}: {words}"
    if len(questions) == 1:
        return FieldError(f"data.{questions[0]}", told)
    labels = [words_in(form.questions[key].label, language, form.language) for key in questions]
    return FieldError("data", ": ".join(filter(None, [", ".join(labels), told])))


def draft_make(version: WorkflowVersion, clean: dict[str, Any], language: str) -> Draft:
    """A draft of checked data, with an id and a reference of its own. Raises KeyMissing."""
    submission_id = uuid7_text()
    return Draft(
        id=submission_id,
        reference=f"WB-{short_code(10)}",
        subject=subject_of(version, clean),
        data=answers_seal(version, submission_id, clean),
        language=language,
    )


def submission_of(
    draft: Draft, version: WorkflowVersion, source: Source, request_id: str
) -> Submission:
    """The submission and its state that a draft becomes, for those who go on with the rows."""
    trace = trace_current()
    submission = Submission(
        id=uuid.UUID(draft.id),
        organization_id=version.organization_id,
        workflow_id=version.workflow_id,
        version=version,
        reference=draft.reference,
        subject=draft.subject,
        source=source,
        language=draft.language,
        data=draft.data,
        request_id=request_id,
        trace=trace.to_bytes() if trace else None,
    )
    submission.state = SubmissionState(
        submission=submission, organization_id=version.organization_id
    )
    return submission


def submission_make(
    version: WorkflowVersion,
    clean: dict[str, Any],
    source: Source,
    request_id: str,
    language: str,
) -> Submission:
    """A submission of checked data, not yet written. Raises KeyMissing."""
    return submission_of(draft_make(version, clean, language), version, source, request_id)


def subject_of(version: WorkflowVersion, data: dict[str, Any]) -> str:
    """What a submission is called in lists; empty when the version's expression cannot tell."""
    try:
        named = version_compiled(version.organization_id, version.pk).subject
        return named.compute({"input": data})[:_LONGEST_SUBJECT] if named else ""
    except MappingFailed:
        return ""
