"""Every code that an answer can be refused with has a sentence, in every language."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest
from pydantic import EmailStr, Field, TypeAdapter, ValidationError
from pydantic_core._pydantic_core import list_all_errors

from core.errors import Conflict, Forbidden
from core.told import told_in
from waybill_definitions.languages import (
    languages,
    problem_in,
    refusal_in,
    refusal_name,
    sentence_in,
    words_in,
)

BACKEND = Path(__file__).parents[3]
RAISING = ("waybill_definitions/forms", "waybill_definitions/text")
"""Where answers are judged. A new code there wants a sentence in `languages/files`."""

NEVER = {
    *("no_such_attribute", "json_invalid", "json_type", "needs_python_object", "recursion_loop"),
    *("frozen_field", "frozen_instance", "invalid_key", "get_attribute_error", "none_required"),
    *("string_not_ascii", "iterable_type", "iteration_error", "mapping_type"),
    *("tuple_type", "set_type", "set_item_not_hashable", "frozen_set_type", "bytes_type"),
    *("bytes_too_short", "bytes_too_long", "bytes_invalid_encoding", "assertion_error"),
    *("date_past", "date_future", "datetime_past", "datetime_future", "time_delta_type"),
    *("time_delta_parsing", "is_instance_of", "is_subclass_of", "callable_type", "enum"),
    *("union_tag_invalid", "union_tag_not_found", "arguments_type", "missing_argument"),
    *("unexpected_keyword_argument", "missing_keyword_only_argument", "url_too_long"),
    *("unexpected_positional_argument", "missing_positional_only_argument", "dataclass_type"),
    *("multiple_argument_values", "dataclass_exact_type", "default_factory_not_called"),
    *("complex_type", "complex_str_parsing", "missing_sentinel_error", "value_error"),
    *("counter_type", "deque_type", "ellipsis_error", "fraction_parsing", "fraction_type"),
    *("frozen_dict_type", "named_tuple_type", "ordered_dict_type", "recursion_depth_exceeded"),
}
"""Pydantic's codes for what answers, which come as JSON, are never read into."""

PYDANTIC: dict[str, Any] = {error["type"]: error for error in list_all_errors()}


def our_codes() -> Iterator[str]:
    """The codes of every `PydanticCustomError` in the rooms that judge answers."""
    for room in RAISING:
        for path in (BACKEND / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = getattr(getattr(node, "func", None), "id", None)
                if isinstance(node, ast.Call) and name == "PydanticCustomError":
                    code = node.args[0]
                    if isinstance(code, ast.Constant):
                        yield str(code.value)


@pytest.mark.parametrize("tag", sorted(languages()))
def test_every_code_of_ours_has_a_sentence(tag: str) -> None:
    codes = set(our_codes())
    assert {"needed", "phone_invalid", "email_alone"} <= codes
    lacking = {code for code in codes if not _has_sentence(code, tag)}
    assert lacking == set(), "add them to waybill_definitions/languages: words.py, and every file"


@pytest.mark.parametrize("tag", sorted(languages()))
def test_every_code_of_pydantic_has_a_sentence(tag: str) -> None:
    lacking = {code for code in PYDANTIC.keys() - NEVER if not _has_sentence(code, tag)}
    assert lacking == set()


def test_codes_that_are_left_out_are_codes() -> None:
    assert PYDANTIC.keys() >= NEVER


@pytest.mark.parametrize("tag", sorted(languages()))
@pytest.mark.parametrize("code", sorted(PYDANTIC.keys() - NEVER))
def test_a_sentence_is_filled_in_from_the_context(code: str, tag: str) -> None:
    error = PYDANTIC[code]
    told = refusal_in({"type": code, "ctx": error.get("example_context"), "msg": "?"}, tag)
    assert told != "?"
    assert "{" not in told


@pytest.mark.parametrize(
    ("kind", "answer", "tag", "told"),
    [
        (Annotated[str, Field(min_length=1)], "", "de", "Diese Angabe wird benötigt."),
        (Annotated[str, Field(min_length=2)], "a", "de", "Geben Sie mindestens 2 Zeichen ein."),
        (Annotated[str, Field(max_length=1)], "ab", "fr", "Saisissez au plus 1 caractère."),
        (
            *(Annotated[str, Field(max_length=12_000)], "a" * 12_001),
            *("es", "Use como máximo 12.000 caracteres."),
        ),
        (
            *(Annotated[int, Field(le=1_000_000)], 2_000_000),
            *("de", "Der Wert darf höchstens 1.000.000 betragen."),
        ),
        (Annotated[Decimal, Field(ge=Decimal("12.50"))], 1, "fr", "Saisissez 12,50 ou plus."),
        (
            *(Annotated[date, Field(ge=date(2026, 11, 28))], "2026-11-27"),
            *("es", "Como muy pronto: 28 de noviembre de 2026."),
        ),
        (EmailStr, "ada", "de", "Geben Sie eine E-Mail-Adresse wie name@example.com ein."),
        (list[int], {}, "en", "Give a list here."),
    ],
)
def test_refusals_are_told_as_people_write(kind: Any, answer: Any, tag: str, told: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(answer)
    (item,) = refused.value.errors()
    assert refusal_in(item, tag) == told


def test_limits_that_come_as_text_are_written_as_the_language_does() -> None:
    most = {"type": "most", "ctx": {"most": "1234.50"}, "msg": "Give 1234.50 or less."}
    assert refusal_in(most, "de") == "Der Wert darf höchstens 1.234,50 betragen."
    day = {"type": "date_least", "ctx": {"limit": "2026-12-01"}, "msg": ""}
    assert refusal_in(day, "fr") == "Au plus tôt\u00a0: 1 décembre 2026."


def test_a_code_that_nobody_knows_is_said_as_it_was_raised() -> None:
    item = {"type": "moon_phase", "msg": "Give a phase of the moon.", "ctx": {}}
    assert refusal_in(item, "de") == "Give a phase of the moon."
    assert refusal_in({"type": "value_error", "msg": "Value error, too round"}, "de") == "too round"


def test_a_sentence_whose_context_is_missing_is_said_as_it_was_raised() -> None:
    assert refusal_in({"type": "least", "msg": "Give 3 or more."}, "de") == "Give 3 or more."


def test_nothing_in_a_value_is_filled_in_again() -> None:
    told = sentence_in("file_kind", "en", {"kinds": "{kinds} {size}"})
    assert told == "This kind of file is not taken. Possible are {kinds} {size}."


def test_a_form_is_refused_in_the_language_of_its_visitor() -> None:
    with pytest.raises(Forbidden) as refused, told_in("de"):
        raise Forbidden("Wait 1 s.", code="too_quick", values={"count": 1})
    assert refused.value.detail == problem_in("too_quick", "de", {"count": 1})
    assert "Warten Sie 1 Sekunde und" in refused.value.detail


def test_a_problem_without_a_sentence_stays_as_it_is() -> None:
    with pytest.raises(Conflict, match=r"^As it is\.$"), told_in("de"):
        raise Conflict("As it is.")


def _has_sentence(code: str, tag: str) -> bool:
    name = refusal_name(code, {})
    return name is not None and name in type(words_in(tag).form.refusals).model_fields
