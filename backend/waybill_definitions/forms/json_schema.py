"""The JSON Schema (2020-12) of a form's answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waybill_definitions.document import Asked, GroupQuestion, words_in
from waybill_definitions.forms.form import Form


def form_json_schema(form: Form, language: str = "") -> dict[str, Any]:
    """The schema of `data`, in the order of the form, with titles in a language.

    An optional field is simply absent from ``required``: a form has no null to send. What a person
    types is cleaned before it is checked, so no pattern is given that the cleaned text alone fits;
    ``maxLength`` counts the cleaned text, and codes are listed as they are stored.
    """
    definition = form.definition
    schema: dict[str, Any] = _inline(form.model.model_json_schema())
    schema["title"] = words_in(definition.title, language, form.language)
    _describe(schema, definition.fields, language, form.language)
    return schema


def _inline(schema: dict[str, Any]) -> dict[str, Any]:
    """Without references, so that every reader of JSON Schema takes it."""
    definitions = schema.pop("$defs", {})

    def resolved(node: Any) -> Any:
        if isinstance(node, dict):
            if "$ref" in node:
                named = resolved(definitions[node["$ref"].rpartition("/")[2]])
                return {**named, **{k: v for k, v in node.items() if k != "$ref"}}
            return {key: resolved(part) for key, part in node.items()}
        return [resolved(part) for part in node] if isinstance(node, list) else node

    inlined: dict[str, Any] = resolved(schema)
    return inlined


def _describe(
    schema: dict[str, Any], questions: Mapping[str, Asked], language: str, fallback: str
) -> None:
    properties = schema["properties"]
    for key, question in questions.items():
        found = _without_null(properties[key])
        found["title"] = words_in(question.label, language, fallback) or key
        if question.help:
            found["description"] = words_in(question.help, language, fallback)
        if question.sensitive:
            found["writeOnly"] = True
        if isinstance(question, GroupQuestion):
            found["items"].pop("title", None)
            _describe(found["items"], question.fields, language, fallback)
        properties[key] = found
    needed = [key for key, question in questions.items() if is_always_needed(question)]
    if needed:
        schema["required"] = needed


def is_always_needed(question: Asked) -> bool:
    """Whether there is no set of answers without one to this question."""
    return question.required and question.show_if in ("", True)


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in schema.items() if key != "default"}
    options = [option for option in rest.get("anyOf", []) if option != {"type": "null"}]
    if len(options) != 1:
        return rest
    rest.pop("anyOf")
    return {**rest, **options[0]}
