"""The OpenAPI document of one workflow: the general one's operations, with its own answers."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

from api.documents.general import general_document
from core.submissions.accept import answers_taken
from core.workflows.choices import LiveValues
from core.workflows.forms import form_of
from core.workflows.models import Workflow, WorkflowVersion
from core.workflows.own_api import answers_example, answers_schema
from waybill_definitions.forms import Form, countries

_SUBMIT = "/api/v1/workflows/{slug}/submissions"
_UPLOAD = "/api/v1/workflows/{slug}/uploads"
_REF = "#/components/schemas/"
_COUNTRIES = [code for code, _ in countries()]
_TOLD = {
    "202": "Saved; delivery follows. The same `Idempotency-Key` again gets the same answer.",
    "409": "A request with this `Idempotency-Key` is going on. Send it again in a moment.",
    "422": "Answers were refused: `errors` names each one. Or the `Idempotency-Key` came with "
    "another body before.",
    "429": "Too many requests. `Retry-After` says how many seconds to wait.",
}


def workflow_schema(version: WorkflowVersion, workflow: Workflow, language: str) -> dict[str, Any]:
    """The JSON Schema of the workflow's `data`, with an example that it takes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"/api/v1/workflows/{workflow.slug}/schema.json",
        **_answers(version, form_of(version), language),
    }


def workflow_document(
    version: WorkflowVersion, workflow: Workflow, language: str
) -> dict[str, Any]:
    """The document that clients of this one workflow are generated from."""
    form, general = form_of(version), general_document()
    answers = _answers(version, form, language)
    submit = _operation(general, _SUBMIT, f"submit_{_name(workflow)}")
    submit["summary"] = f"Submit to “{workflow.name}”. `202`: it is saved and will be delivered."
    submit["requestBody"]["content"]["application/json"]["schema"] = {"$ref": f"{_REF}Submission"}
    for status, words in _TOLD.items():
        submit["responses"][status]["description"] = words
    paths = {_SUBMIT.format(slug=workflow.slug): {"post": submit}}
    if form.files:
        upload = _operation(general, _UPLOAD, f"upload_{_name(workflow)}_file")
        field = upload["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
        field["field"] |= {"enum": sorted(form.files)}
        paths[_UPLOAD.format(slug=workflow.slug)] = {"post": upload}
    schemas = {
        "Answers": _with_countries_named(_without_titles(answers)),
        "Country": {"type": "string", "enum": _COUNTRIES, "description": "ISO 3166-1 alpha-2."},
        "Submission": _submission(answers),
    }
    if f'"{_REF}Country"' not in json.dumps(schemas["Answers"]):
        del schemas["Country"]
    return {
        "openapi": general["openapi"],
        "info": {
            "title": workflow.name,
            "version": str(version.number),
            "description": "What this workflow takes. Intake reads more spellings than this says: "
            "white space around texts, codes in any case, decimals as numbers. Version "
            f"{version.number} of `{workflow.slug}`; the whole API is at `/api/v1/openapi.json`.",
        },
        "servers": general["servers"],
        "paths": paths,
        "components": {
            "schemas": schemas | _needed(general, paths),
            "securitySchemes": _security(general, paths),
        },
    }


def _answers(version: WorkflowVersion, form: Form, language: str) -> dict[str, Any]:
    live = LiveValues(version.organization_id, reads=False)
    example = answers_example(form, live, lambda clean: answers_taken(version, clean))
    schema = answers_schema(form, example, form.language_for(language or None))
    schema["title"] = "Answers"
    return schema


def _without_titles(schema: dict[str, Any]) -> dict[str, Any]:
    """Without the titles of properties: generators name types by them, and labels may be alike."""
    properties = {
        key: _without_titles({name: part for name, part in each.items() if name != "title"})
        for key, each in schema.get("properties", {}).items()
    }
    found = {**schema, "properties": properties} if properties else dict(schema)
    if isinstance(found.get("items"), dict):
        found["items"] = _without_titles(found["items"])
    return found


def _with_countries_named(node: Any) -> Any:
    """Every list of all countries as a reference to one."""
    if isinstance(node, dict):
        if node.get("enum") == _COUNTRIES:
            rest = {name: part for name, part in node.items() if name not in ("enum", "type")}
            return {"$ref": f"{_REF}Country", **rest}
        return {name: _with_countries_named(part) for name, part in node.items()}
    return [_with_countries_named(part) for part in node] if isinstance(node, list) else node


def _submission(answers: dict[str, Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "title": "Submission",
        "type": "object",
        "properties": {"data": {"$ref": f"{_REF}Answers"}},
        "required": ["data"],
        "additionalProperties": False,
    }
    if "examples" in answers:
        schema["examples"] = [{"data": each} for each in answers["examples"]]
    return schema


def _operation(general: dict[str, Any], path: str, name: str) -> dict[str, Any]:
    """One operation of the whole API, for one workflow: its slug is in the path."""
    operation: dict[str, Any] = copy.deepcopy(general["paths"][path]["post"])
    operation["operationId"] = name
    operation["parameters"] = [each for each in operation["parameters"] if each["in"] != "path"]
    return operation


def _name(workflow: Workflow) -> str:
    return workflow.slug.replace("-", "_")


def _needed(general: dict[str, Any], part: Any) -> dict[str, Any]:
    """The schemas that a part refers to, and those that these refer to."""
    known = general["components"]["schemas"]
    found: dict[str, Any] = {}
    left = list(_references(part))
    while left:
        name = left.pop()
        if name in known and name not in found:
            found[name] = known[name]
            left += _references(known[name])
    return dict(sorted(found.items()))


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].removeprefix(_REF)
        for part in node.values():
            yield from _references(part)
    elif isinstance(node, list):
        for part in node:
            yield from _references(part)


def _security(general: dict[str, Any], paths: dict[str, Any]) -> dict[str, Any]:
    known = general["components"]["securitySchemes"]
    used = {
        name
        for path in paths.values()
        for operation in path.values()
        for way in operation.get("security", [])
        for name in way
    }
    return {name: scheme for name, scheme in known.items() if name in used}


def document_text(document: dict[str, Any]) -> str:
    """As it is served."""
    return json.dumps(document, ensure_ascii=False, indent=1)
