"""Parts of a definition as a version keeps them."""

from __future__ import annotations

from waybill_definitions.document import StepDefinition


def condition_text(step: StepDefinition) -> str:
    """The condition as text: `when: false` is one that never holds."""
    if isinstance(step.when, bool):
        return "" if step.when else "${{ false }}"
    return step.when
