"""The JSON Schema (2020-12) of a workflow's answers, for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waybill_definitions.document import (
    Asked,
    CalculatedQuestion,
    ChoiceQuestion,
    ChoicesQuestion,
    ConsentQuestion,
    DateQuestion,
    DecimalQuestion,
    FileQuestion,
    GroupQuestion,
    MoneyQuestion,
    PhoneQuestion,
    TimeQuestion,
    words_in,
)
from waybill_definitions.forms import FILE_KINDS, Form, form_json_schema

_MOST_LISTED = 30
"""Choices whose words are in a description; longer lists say too much there."""


def answers_schema(
    form: Form, example: Mapping[str, Any] | None = None, language: str = ""
) -> dict[str, Any]:
    """What a program should send as `data`: every answer in its one right form.

    Intake takes more spellings than this says: white space around texts, codes in any case, a
    decimal as a number, null or a blank text where there is no answer. What is computed is left
    out. ``example``: whose answers become the examples of their questions.
    """
    schema = form_json_schema(form, language)
    _describe(schema, form.definition.fields, example or {}, language, form.language)
    if example is not None:
        schema["examples"] = [dict(example)]
    return schema


def _describe(
    schema: dict[str, Any],
    questions: Mapping[str, Asked],
    example: Mapping[str, Any],
    language: str,
    fallback: str,
) -> None:
    properties = schema["properties"]
    for key, question in questions.items():
        if isinstance(question, CalculatedQuestion):
            del properties[key]
            continue
        found = properties[key]
        found.pop("x-places", None)
        if sentences := _sentences(question, language, fallback):
            found["description"] = " ".join(sentences)
        if key in example:
            found["examples"] = [example[key]]
        if isinstance(question, GroupQuestion):
            rows = example.get(key) or [{}]
            _describe(found["items"], question.fields, rows[0], language, fallback)


def _sentences(question: Asked, language: str, fallback: str) -> list[str]:
    def words(told: Any) -> str:
        return words_in(told, language, fallback)

    said = [words(question.label), words(question.help)]
    match question:
        case ConsentQuestion():
            said += [words(question.text), "Send true."]
        case ChoiceQuestion() | ChoicesQuestion():
            listed = question.choices[:_MOST_LISTED]
            said += ["; ".join(f"`{each.value}`: {words(each.label)}" for each in listed)]
            if (live := question.from_) is not None:
                said += [f"From the list `{live.list}` of the connection `{live.connection}`."]
        case FileQuestion():
            kinds = ", ".join(FILE_KINDS[kind].media_type for kind in question.accept)
            said += [
                f"Ids of uploaded files: {kinds}, at most {question.max_bytes:,} bytes each.",
            ]
        case PhoneQuestion():
            said += ["With its country code, such as +43 1 5131515."]
        case DecimalQuestion() | MoneyQuestion() | DateQuestion() | TimeQuestion():
            said += _limits(question.minimum, question.maximum)
    if question.show_if is False:
        said += ["Never asked: leave it out."]
    elif isinstance(question.show_if, str) and question.show_if:
        needed = "Needed" if question.required else "Taken"
        said += [f"{needed} only if `{question.show_if}`; else leave it out."]
    return [_sentence(each) for each in said if each]


def _limits(least: Any, most: Any) -> list[str]:
    if least is None and most is None:
        return []
    from_ = f"From {least}" if least is not None else ""
    to = f"to {most}" if most is not None else ""
    both = f"{from_} {to}".strip()
    return [both[0].upper() + both[1:]]


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", ":")) else f"{text}."
