from __future__ import annotations

from dataclasses import dataclass

from core.workflows.models import Step
from waybill_definitions.expressions import CompiledCondition, CompiledMapping, CompiledText


@dataclass(frozen=True, slots=True)
class CompiledStep:
    """``condition``, ``ordering``: None where the step has none."""

    step: Step
    mapping: CompiledMapping
    condition: CompiledCondition | None
    ordering: CompiledText | None

    @property
    def key(self) -> str:
        return self.step.key
