"""Faults have codes, so that the console can tell them in the language of its reader."""

from __future__ import annotations

from collections.abc import Iterable

from core.accounts.models import Organization
from core.workflows.versions import definition_faults
from tests.core.workflows.check.mistakes import DEFINITION, MISTAKES
from waybill_definitions.document import Fault
from waybill_definitions.document.reading import document_read
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


def codes(faults: Iterable[Fault]) -> set[FaultCode]:
    return {each.message.code for each in faults if isinstance(each.message, Coded)}


def test_every_code_is_given(organization: Organization) -> None:
    less = refusal_words({"type": "less_than", "ctx": {"lt": 5}})
    given = {less.code} if isinstance(less, Coded) else set()
    for document in OTHERS:
        given |= codes(document_read(document).faults)
    for mistake in MISTAKES:
        written = DEFINITION.replace(mistake.old, mistake.written)
        given |= codes(definition_faults(organization=organization, document=written))
    assert set(FaultCode) - given == set()


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
