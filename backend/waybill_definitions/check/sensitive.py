"""Sensitive answers that would be shown: in a subject, in an address, in an order of delivery."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waybill_definitions.check.destinations import Destination
from waybill_definitions.check.expressions import Compiled
from waybill_definitions.document import Definition, Fault, Path
from waybill_definitions.expressions import CompiledMapping, CompiledText
from waybill_definitions.text.coded import Coded, FaultCode


def sensitive_check(
    definition: Definition, destinations: Mapping[str, Destination], compiled: Compiled
) -> list[Fault]:
    """Subjects and ordering keys are stored in plain text; addresses stand in logs everywhere."""
    faults = []
    if compiled.subject is not None:
        faults += _shown(("subject",), compiled.subject, "the subject, which lists show")
    for key in definition.steps:
        if key in compiled.orderings:
            where = "the ordering key, which is stored as it is"
            faults += _shown(("steps", key, "ordering"), compiled.orderings[key], where)
        if key in compiled.mappings and key in destinations:
            exposed = destinations[key].action.exposed
            faults += _exposed(("steps", key, "with"), compiled.mappings[key], exposed)
    return faults


def _shown(at: Path, what: CompiledText, where: str) -> list[Fault]:
    return [_fault(at, what.sensitive_reads, where)] if what.sensitive_reads else []


def _exposed(at: Path, mapping: CompiledMapping, exposed: Mapping[str, str]) -> list[Fault]:
    return [
        _fault((*at, *field.path), field.sensitive_reads, exposed[str(field.path[0])])
        for field in mapping.fields
        if field.path and field.path[0] in exposed and field.sensitive_reads
    ]


def _fault(at: Path, reads: Any, where: str) -> Fault:
    paths = sorted(".".join(path) for path in reads)
    names = ", ".join(f"`{path}`" for path in paths)
    sentence = f"{names} is sensitive and would stand in {where}; leave it out there"
    return Fault(at, Coded(FaultCode.SENSITIVE_SHOWN, sentence, answers=paths))
