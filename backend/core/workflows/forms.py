"""The form of a stored version: read, written and compared."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from core.errors import Conflict
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import FormDefinition
from waybill_definitions.forms import Form, form_prepare

_KEPT = 512
_of_versions: dict[uuid.UUID, tuple[list[Any], Form]] = {}


def form_of(version: WorkflowVersion) -> Form:
    """The form of a version, prepared once per process."""
    fields, form = _of_versions.get(version.pk, (None, None))
    # Mostly it is the very same list. A row that was read once more has an equal one.
    if form is None or (fields is not version.fields and fields != version.fields):
        form = form_prepare(_definition(version), version.tables)
        if len(_of_versions) >= _KEPT:
            _of_versions.clear()
        _of_versions[version.pk] = (version.fields, form)
    return form


def _definition(version: WorkflowVersion) -> FormDefinition:
    about = version.form or {
        "title": version.title,
        "intro": version.intro,
        "submit_label": version.submit_label,
    }
    return FormDefinition.model_validate({**about, "fields": _questions_by_key(version.fields)})


def _questions_by_key(listed: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {}
    for field in listed:
        question = {name: value for name, value in field.items() if name != "key"}
        if isinstance(question.get("fields"), list):
            question["fields"] = _questions_by_key(question["fields"])
        found[field["key"]] = question
    return found


def form_stored(definition: FormDefinition) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What a version keeps of a form: all but its questions, and these in the order of its pages.

    An array of JSON keeps its order, an object does not; so the questions of a group are one too.
    """
    dumped = definition.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    questions = dumped.pop("fields")
    order = [key for page in definition.pages for key in page.fields] or list(questions)
    return dumped, _questions_listed({key: questions[key] for key in order})


def _questions_listed(questions: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    listed = []
    for key, question in questions.items():
        stored = {"key": key, **question}
        if "fields" in question:
            stored["fields"] = _questions_listed(question["fields"])
        listed.append(stored)
    return listed


def fields_alike(version: WorkflowVersion, other: WorkflowVersion) -> set[str]:
    """The questions that two versions ask in the very same way."""
    asked = {field["key"]: field for field in other.fields}
    return {field["key"] for field in version.fields if asked.get(field["key"]) == field}


class FormClosed(Conflict):
    """The form takes nothing now; the detail is its own sentence about that."""

    code = "form_closed"
    title = "The form is not open"
