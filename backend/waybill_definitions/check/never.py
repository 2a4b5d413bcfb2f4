"""Steps that can never run."""

from __future__ import annotations

from waybill_definitions.check.expressions import Compiled
from waybill_definitions.document import Definition, Fault
from waybill_definitions.expressions import MappingFailed
from waybill_definitions.text.coded import Coded, FaultCode


def never_check(definition: Definition, compiled: Compiled) -> list[Fault]:
    """Steps with a condition that reads nothing and is false, or cannot be computed."""
    faults = []
    for key in definition.steps:
        condition = compiled.conditions.get(key)
        if condition is None or condition.reads:
            continue
        try:
            runs = condition.compute({"input": {}, "steps": {}, "submission": {}})
        except MappingFailed as error:
            faults.append(
                Fault(("steps", key, "when"), Coded(FaultCode.CONDITION_FAILS, str(error)))
            )
            continue
        if not runs:
            sentence = f"`{key}` can never run: its condition is always false; take the step out"
            faults.append(Fault(("steps", key, "when"), Coded(FaultCode.NEVER_RUNS, sentence)))
    return faults
