"""Texts and conditions outside of mappings: subjects, ordering keys, when a step is skipped."""

from __future__ import annotations

from dataclasses import replace

from waybill_definitions.expressions.checker import CelType, Scope
from waybill_definitions.expressions.faults import Fault, MappingRefused
from waybill_definitions.expressions.mappings.computed import (
    CompiledCondition,
    CompiledText,
    CompiledValue,
)
from waybill_definitions.expressions.mappings.fields import (
    Field,
    absent_words,
    field_compile,
    has_expression,
)
from waybill_definitions.text.coded import Coded, FaultCode

_NO_TEXT = {"list", "map", "message", "optional"}


def text_compile(template: str, scope: Scope) -> CompiledText:
    """A text with ``${{ }}`` in it; numbers and booleans are written out. Raises MappingRefused."""
    faults: list[Fault] = []
    if not has_expression(template):
        return CompiledText([_literal_text(template)])
    field = field_compile(template, scope, (), faults)
    if field is not None:
        if field.may_be_absent or field.type.name == "null":
            faults.append(Fault((), None, absent_words(field.expressions[0])))
        elif field.type.name in _NO_TEXT:
            sentence = f"this gives {field.type.words}, but a text is needed"
            misfit = Coded(FaultCode.INPUT_MISFIT, sentence, needed="text")
            faults.append(Fault((), None, misfit))
    if field is None or faults:
        raise MappingRefused(faults)
    return CompiledText([field])


def condition_compile(template: str, scope: Scope) -> CompiledCondition:
    """A condition, with ``${{ }}`` around it or without. Raises MappingRefused."""
    faults: list[Fault] = []
    written = template if has_expression(template) else f"${{{{ {template} }}}}"
    shift = 0 if written is template else len("${{ ")
    field = field_compile(written.strip(), scope, (), faults)
    if field is not None and field.type.name not in {"bool", "dyn"}:
        sentence = f"this gives {field.type.words}, but a condition is true or false"
        faults.append(Fault((), None, Coded(FaultCode.CONDITION_NO_TRUTH, sentence)))
    if field is None or faults:
        raise MappingRefused([_shifted(each, shift) for each in faults])
    return CompiledCondition([field])


def value_compile(template: str, scope: Scope) -> CompiledValue:
    """One expression, with ``${{ }}`` around it or without, and nothing besides.

    Raises MappingRefused.
    """
    faults: list[Fault] = []
    written = template if has_expression(template) else f"${{{{ {template} }}}}"
    shift = 0 if written is template else len("${{ ")
    field = field_compile(written.strip(), scope, (), faults)
    if field is not None and not field.is_whole:
        sentence = "write one expression here and nothing around it"
        faults.append(Fault((), None, Coded(FaultCode.ONE_EXPRESSION, sentence)))
    if field is None or faults:
        raise MappingRefused([_shifted(each, shift) for each in faults])
    return CompiledValue([field])


def _shifted(fault: Fault, shift: int) -> Fault:
    if fault.within is None or fault.within.line > 1:
        return fault
    column = max(fault.within.column - shift, 1)
    return replace(fault, within=replace(fault.within, column=column))


def _literal_text(text: str) -> Field:
    return Field((), (), CelType("string"), False, lambda _: text)
