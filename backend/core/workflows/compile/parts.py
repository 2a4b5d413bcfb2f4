"""Parts of a definition as a version keeps them."""

from __future__ import annotations

from core.workflows.definition import Definition, FormField, StepDefinition


def fields_of(definition: Definition) -> list[FormField]:
    """The questions with their keys, in the form's order."""
    return [
        FormField(key=key, **question.model_dump(exclude_unset=True))
        for key, question in definition.form.fields.items()
    ]


def condition_text(step: StepDefinition) -> str:
    """The condition as text: `when: false` is one that never holds."""
    if isinstance(step.when, bool):
        return "" if step.when else "${{ false }}"
    return step.when
