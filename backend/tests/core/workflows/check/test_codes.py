"""Faults have codes, so that the console can tell them in the language of its reader."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from core.accounts.models import Organization
from core.workflows.versions import definition_faults
from tests.core.workflows.check.mistakes import DEFINITION, MISTAKES
from waybill_definitions.document import Fault
from waybill_definitions.document.reading import document_read
from waybill_definitions.expressions import Member, Record, Scope, Text
from waybill_definitions.expressions.compiling import ExpressionRefused, expression_compile
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.refusals import refusal_words

FORM = "workflow: a\nname: A\nform: {title: A, fields: {a: {kind: text, label: A}}}\n"
STEPS = "steps: {b: {use: erp/x}}\n"
OTHERS = [
    FORM.replace("kind: text, ", "") + STEPS,
    FORM + "steps: {}\n",
    FORM + STEPS.replace("erp/x", "erp/x, retry: {base_seconds: 0}"),
    FORM + STEPS.replace("erp/x", "erp/x, retry: {factor: x}"),
]
"""Mistakes that the guide leaves out, since others there are like them."""
ASKED = FORM.replace("label: A", "label: A, …") + STEPS
GROUP = "kind: group, label: A, fields: {b: {kind: text, label: B, sensitive: true}}"
DEEP: Any = "x"
for _ in range(40):
    DEEP = [DEEP]
WRONG = [
    "",
    "x" * 1_100_000,
    "- a",
    "a: \0",
    "a: [" + "0, " * 21_000 + "]",
    ASKED.replace("…", "min_length: 5, max_length: 2"),
    ASKED.replace("…", "pattern: 'a]'"),
    ASKED.replace("kind: text, label: A, …", GROUP),
    ASKED.replace("text, label: A, …", "time, label: A, minimum: '25:00'"),
    FORM + STEPS.replace("erp/x", "mail/email.send, when: '${{ 1 / 0 == 1 }}'"),
    FORM + STEPS.replace("erp/x", f"mail/email.send, with: {{text: {DEEP}}}"),
    FORM.replace("kind: text, label: A", "kind: text, label: A, show_if: '${{ true }} x'") + STEPS,
]
EXPRESSIONS = {
    "'\0'": FaultCode.CHARACTER_FORBIDDEN,
    "input.a.optMap(x, x)" * 5: FaultCode.USED_TOO_OFTEN,
    "steps.b.c + 'x'": FaultCode.MAY_BE_SKIPPED,
    "decimal.add('x', '1')": FaultCode.VALUE_UNUSABLE,
    "input.a.matches(input.a)": FaultCode.PATTERN_NOT_WRITTEN,
    "b'x'": FaultCode.NOT_SENDABLE,
    "uint(1)": FaultCode.NOT_AVAILABLE,
    "1u": FaultCode.UNSIGNED_NUMBER,
    "{true: 1}": FaultCode.OBJECT_KEY,
    "google.protobuf.Struct{}": FaultCode.OBJECT_FORM,
    "has(input)": FaultCode.HAS_NEEDS_FIELD,
    "[1].map(1, 2)": FaultCode.MACRO_NEEDS_NAME,
    "1.map(x, x)": FaultCode.NOT_A_LIST,
    "upper()": FaultCode.ARGUMENT_COUNT,
    "input['a']": FaultCode.BRACKETS_FORBIDDEN,
    "true ? 1 : 'a'": FaultCode.BRANCHES_DIFFER,
    "input.a)": FaultCode.MISPLACED,
    "input.a..b": FaultCode.EXPRESSION_UNREADABLE,
    "'a": FaultCode.QUOTE_OPEN,
    "(1": FaultCode.PART_MISSING,
    "input.a # 1": FaultCode.CHARACTER_UNREADABLE,
    "99999999999999999999": FaultCode.EXPRESSION_REFUSED,
}


def codes(faults: Iterable[Fault]) -> set[FaultCode]:
    return {each.message.code for each in faults if isinstance(each.message, Coded)}


def expression_codes(expression: str) -> list[FaultCode]:
    """The codes of an expression after a step that may be skipped."""
    form = Record({"a": Member(Text())})
    step = Member(Record({"c": Member(Text())}), optional=True)
    with pytest.raises(ExpressionRefused) as refused:
        expression_compile(Scope(form, {"b": step}), expression)
    return [message.code for _, message in refused.value.faults]


@pytest.mark.parametrize(("expression", "code"), EXPRESSIONS.items())
def test_a_fault_of_an_expression_has_a_code(expression: str, code: FaultCode) -> None:
    assert expression_codes(expression)[0] == code


def test_what_only_the_checker_can_say_is_kept_with_its_place() -> None:
    with pytest.raises(ExpressionRefused) as refused:
        expression_compile(Scope.untyped(), "1 + 99999999999999999999")
    (_, message) = refused.value.faults[0]
    assert message.params["at"] == 5
    assert str(message.params["detail"]) in message


def test_every_code_is_given(organization: Organization) -> None:
    less = refusal_words({"type": "less_than", "ctx": {"lt": 5}})
    given = {less.code} if isinstance(less, Coded) else set()
    for document in OTHERS:
        given |= codes(document_read(document).faults)
    changed = [DEFINITION.replace(each.old, each.written) for each in MISTAKES]
    for written in [*WRONG, *changed]:
        given |= codes(definition_faults(organization=organization, document=written))
    assert set(FaultCode) - given - set(EXPRESSIONS.values()) == set()


def test_a_code_comes_with_what_its_sentence_names(organization: Organization) -> None:
    document = FORM + STEPS.replace("erp/x", "erp/x, needs: [c]")
    faults = definition_faults(organization=organization, document=document)
    told = {fault.at: fault.message for fault in faults}["steps.b.needs[0]"]
    assert isinstance(told, Coded)
    assert (told, told.code, told.params) == (
        "there is no step `c`",
        FaultCode.NO_STEP,
        {"step": "c"},
    )
