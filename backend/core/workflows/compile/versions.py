"""The compiled expressions of a published version: read and prepared once per process."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import structlog

from core.workflows.compile.foreseen import Foreseeable, Foreseen, foresee, foreseeable_of
from core.workflows.compile.steps import CompiledStep
from core.workflows.forms import form_of
from core.workflows.models import Step, WorkflowVersion
from integrations.discovery import get_action
from waybill_definitions.document import Asked
from waybill_definitions.expressions import (
    Anything,
    CompiledCondition,
    CompiledText,
    MappingFailed,
    MappingRefused,
    Record,
    Scope,
    condition_compile,
    mapping_compile,
    shape_of_model,
    text_compile,
)
from waybill_definitions.forms import Form, form_shape
from waybill_definitions.steps import Outline, scope_of_form, scopes_of_steps

log = structlog.get_logger(__name__)

_VERSIONS_KEPT = 512


@dataclass(frozen=True, slots=True)
class CompiledVersion:
    """``subject``: None where nothing names a submission. ``steps``: by key, in their order.

    ``judged``: whether a condition depends on the answers alone, so that it may fail because of
    them.
    """

    subject: CompiledText | None
    steps: Mapping[str, CompiledStep]
    foreseeable: tuple[Foreseeable, ...]
    judged: bool

    def foresee(self, context: Mapping[str, Any]) -> list[Foreseen]:
        """The faults that steps would have with these answers, as far as these alone tell.

        ``context``: as in `CompiledMapping.compute`, without steps.
        """
        if not self.foreseeable and not self.judged:
            return []
        runs: dict[str, bool] = {}
        faults: list[Foreseen] = []
        for key, each in self.steps.items():
            needed = each.step.depends_on
            runs[key] = not needed or any(runs.get(need, False) for need in needed)
            if runs[key] and each.condition is not None:
                runs[key] = _holds(each, each.condition, context, faults)
        return faults + foresee(self.foreseeable, context, runs)


def _holds(
    step: CompiledStep,
    condition: CompiledCondition,
    context: Mapping[str, Any],
    faults: list[Foreseen],
) -> bool:
    """Whether the condition is true for certain. One that cannot be computed is a fault."""
    if condition.depends_on_steps:
        return False
    try:
        return condition.compute(context)
    except MappingFailed as error:
        faults.append(Foreseen(step, condition.reads, str(error)))
        return False


@functools.lru_cache(maxsize=_VERSIONS_KEPT)
def version_compiled(organization_id: uuid.UUID, version_id: uuid.UUID) -> CompiledVersion:
    """The expressions of a version, prepared once per process: it never changes.

    A step that this release cannot compile is left out.
    """
    version = WorkflowVersion.objects.owned_by(organization_id).get(pk=version_id)
    owned = Step.objects.owned_by(organization_id).filter(version_id=version_id)
    return steps_compiled(version, form_of(version), list(owned.select_related("connection")))


def steps_compiled(
    version: WorkflowVersion, prepared: Form, steps: Sequence[Step]
) -> CompiledVersion:
    """The same for a version and its steps that need not be saved. ``prepared``: its form."""
    questions = prepared.questions
    form = form_shape(questions)
    of_form = scope_of_form(form, version.tables)
    scopes = scopes_of_steps(form, version.tables, {step.key: _outline(step) for step in steps})
    untyped = Scope.untyped(version.tables)
    compiled = {
        step.key: found
        for step in steps
        if (found := _step(step, scopes[step.key], of_form, untyped)) is not None
    }
    return CompiledVersion(
        subject=_either(text_compile, version.subject, of_form, untyped),
        steps=compiled,
        foreseeable=tuple(_foreseeable(compiled.values(), questions)),
        judged=any(
            each.condition is not None and not each.condition.depends_on_steps
            for each in compiled.values()
        ),
    )


def _step(step: Step, scope: Scope, of_form: Scope, untyped: Scope) -> CompiledStep | None:
    try:
        return CompiledStep(
            step,
            _either(mapping_compile, step.mapping, scope, untyped),
            _either(condition_compile, step.condition, scope, untyped),
            _either(text_compile, step.ordering, of_form, untyped),
        )
    except MappingRefused:
        log.exception("step cannot be compiled", step_id=str(step.pk))
        return None


def _foreseeable(
    steps: Iterable[CompiledStep], questions: Mapping[str, Asked]
) -> Iterator[Foreseeable]:
    for step in steps:
        try:
            action = get_action(step.step.connection.connector, step.step.action)
        except KeyError:
            continue  # delivery says what is missing
        found = foreseeable_of(step, action.input_model, questions)
        if found is not None:
            yield found


def _either(compile_: Any, source: Any, scope: Scope, untyped: Scope) -> Any:
    """Compiled for what the form and the steps give, or else for anything.

    A version from before expressions were checked may say what is refused today, and a newer
    release may give other outputs. Both must be delivered.
    """
    if source == "":
        return None
    try:
        return compile_(source, scope)
    except MappingRefused as refused:
        log.info("compiled without types", faults=len(refused.faults))
        return compile_(source, untyped)


def _outline(step: Step) -> Outline:
    output: Record | Anything = Anything()
    with suppress(KeyError):  # delivery says what is missing
        output = shape_of_model(get_action(step.connection.connector, step.action).output_model)
    return Outline(tuple(step.depends_on), bool(step.condition), output)
