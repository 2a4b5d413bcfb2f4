"""From a version's field definitions to the model that validates and the schema that draws."""

from __future__ import annotations

import functools
import json
import uuid
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from core.workflows.definition import FormField
from core.workflows.forms.answer_types import field_type
from core.workflows.forms.files import KINDS
from core.workflows.models import WorkflowVersion

_WIDGETS = {"multiline": "textarea", "email": "email", "country": "select", "choice": "select"}

_MODELS_KEPT = 512
_of_versions: dict[uuid.UUID, tuple[list[Any], type[BaseModel]]] = {}
_sensitive_of_versions: dict[uuid.UUID, tuple[list[Any], frozenset[str]]] = {}


def form_model(version: WorkflowVersion) -> type[BaseModel]:
    """The Pydantic model of a submission's data; unknown fields are refused."""
    fields, model = _of_versions.get(version.pk, (None, None))
    # The very same list: nobody can have changed the version in between.
    if model is None or fields is not version.fields:
        model = _model(json.dumps(version.fields))
        if len(_of_versions) >= _MODELS_KEPT:
            _of_versions.clear()
        _of_versions[version.pk] = (version.fields, model)
    return model


def form_files(version: WorkflowVersion) -> dict[str, FormField]:
    """The questions that files answer, by key."""
    if not any(field.get("kind") == "file" for field in version.fields):
        return {}
    fields = [FormField.model_validate(field) for field in version.fields]
    return {field.key: field for field in fields if field.kind == "file"}


def form_json_schema(version: WorkflowVersion) -> dict[str, Any]:
    """JSON Schema 2020-12 of the data, in the order of the form.

    An optional field is simply absent from ``required``: a form has no null to send. What a person
    types is cleaned before it is checked, so no pattern is given that the cleaned text alone fits;
    ``maxLength`` counts the cleaned text, and codes are listed as they are stored.
    """
    schema = form_model(version).model_json_schema()
    schema["title"] = version.title
    schema["properties"] = {
        key: _without_null(value) for key, value in schema["properties"].items()
    }
    return schema


def sensitive_keys(version: WorkflowVersion) -> frozenset[str]:
    """The fields whose answers are sealed. Looked at for every submission, so kept by version."""
    fields, keys = _sensitive_of_versions.get(version.pk, (None, None))
    if keys is None or fields is not version.fields:
        keys = frozenset(field["key"] for field in version.fields if field.get("sensitive"))
        if len(_sensitive_of_versions) >= _MODELS_KEPT:
            _sensitive_of_versions.clear()
        _sensitive_of_versions[version.pk] = (version.fields, keys)
    return keys


def fields_alike(version: WorkflowVersion, other: WorkflowVersion) -> set[str]:
    """The questions that two versions ask in the very same way."""
    asked = {field["key"]: field for field in other.fields}
    return {field["key"] for field in version.fields if asked.get(field["key"]) == field}


def form_ui_schema(version: WorkflowVersion) -> dict[str, Any]:
    """react-jsonschema-form's uiSchema: order, widgets, and autocomplete hints."""
    fields = [FormField.model_validate(field) for field in version.fields]
    return {
        "ui:order": [field.key for field in fields],
        **{field.key: _hints(field) for field in fields},
    }


@functools.lru_cache(maxsize=_MODELS_KEPT)
def _model(definitions: str) -> type[BaseModel]:
    fields = [FormField.model_validate(field) for field in json.loads(definitions)]
    members: dict[str, Any] = {field.key: _member(field) for field in fields}
    return create_model("FormData", __config__=ConfigDict(extra="forbid"), **members)


def _member(field: FormField) -> tuple[Any, Any]:
    shown: dict[str, Any] = {"title": field.label, "description": field.help or None}
    if field.sensitive:
        shown["json_schema_extra"] = {"writeOnly": True}
    if field.required:
        return field_type(field), Field(**shown)
    return field_type(field), Field(default=None, **shown)


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    options = [option for option in schema.get("anyOf", []) if option != {"type": "null"}]
    if len(options) != 1:
        return schema
    rest = {key: value for key, value in schema.items() if key not in {"anyOf", "default"}}
    return {**options[0], **rest}


def _hints(field: FormField) -> dict[str, Any]:
    hints: dict[str, Any] = {}
    if field.kind in _WIDGETS:
        hints["ui:widget"] = _WIDGETS[field.kind]
    if field.kind == "phone":
        hints["ui:options"] = {"inputType": "tel"}
    if field.kind == "file":
        hints["ui:widget"] = "files"
        hints["ui:options"] = {
            "accept": [f".{end}" for kind in field.accept for end in KINDS[kind].extensions],
            "kinds": [KINDS[kind].label for kind in field.accept],
            "maxBytes": field.max_bytes,
        }
    if field.sensitive:
        # A browser must not remember it, whatever it would call the field.
        hints["ui:autocomplete"] = "off"
        if field.kind not in _WIDGETS or field.kind == "email":
            hints["ui:widget"] = "password"
    elif field.autocomplete:
        hints["ui:autocomplete"] = field.autocomplete
    return hints
