"""From answers to the requests of every step, by the same functions as delivery."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from core.connections.services import connection_credentials
from core.crypto.encryption import SealBroken
from core.delivery.preview.samples import Path, output_sample
from core.delivery.preview.states import State
from core.delivery.send import step_input
from core.submissions.accept import answers_clean, places_of, steps_take
from core.submissions.models import Source
from core.submissions.sensitive import MASK
from core.text.log_redaction import log_redact_with
from core.workflows.choices import LiveValues
from core.workflows.compile import CompiledStep, step_title
from core.workflows.models import Step
from integrations.discovery import AnyConnector, get_connector
from integrations.sdk import (
    ConnectorError,
    Effect,
    Hidden,
    InvalidInput,
    Reference,
    Shown,
    Trace,
)
from waybill_definitions.document import FileQuestion
from waybill_definitions.expressions import MappingFailed
from waybill_definitions.forms import FILE_KINDS, Form

CODE = "WB-0000000000"
"""Stands for the reference that a submission would get."""
_ID = uuid.UUID(int=0)


class Note(StrEnum):
    """What could not be known without asking."""

    SAMPLES = "samples"
    FILES = "files"
    LISTS = "lists"

    @property
    def words(self) -> str:
        """For those who read no code."""
        return _NOTES[self]


_NOTES = {
    Note.SAMPLES: (
        "What a step gives to later ones is known only when it is done: a sample such as"
        " «customer.code» stands for it. Conditions that depend on it may be decided otherwise."
    ),
    Note.FILES: "Files are not looked at: their names, sizes and sums are samples here.",
    Note.LISTS: (
        "Answers that are chosen from a connected system were compared with what it said last; it"
        " was not asked."
    ),
}


class Skip(StrEnum):
    """Why a step would send nothing."""

    CONDITION = "condition"
    NEEDS = "needs"

    @property
    def words(self) -> str:
        """For those who read no code."""
        return _SKIPS[self]


_SKIPS = {
    Skip.CONDITION: "These answers do not meet its condition.",
    Skip.NEEDS: "All that it waits for is skipped.",
}


class Fate(StrEnum):
    """What would become of a step."""

    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PreviewedStep:
    """``reason``: why it is skipped, with ``skip``, or would fail.

    ``assumes``: whose outputs it took as sampled.

    ``input``: what the action gets; ``output``: the sample that later steps get. Nothing sensitive
    and no credentials are in any of it.
    """

    step: Step
    title: str
    effect: Effect | None
    ordering: str
    fate: Fate = Fate.SENT
    reason: str = ""
    skip: Skip | None = None
    assumes: tuple[str, ...] = ()
    input: dict[str, Any] | None = None
    requests: tuple[Shown, ...] = ()
    output: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """``data``: the answers as they would be kept, sensitive ones masked."""

    state: State
    language: str
    subject: str
    data: dict[str, Any]
    steps: tuple[PreviewedStep, ...]
    notes: tuple[Note, ...]


def answers_preview(state: State, data: dict[str, Any], language: str | None = None) -> Preview:
    """What accepting these answers would send.

    ``language``: of the sender, a tag or an `Accept-Language`. Raises Unprocessable for answers
    that intake would refuse. No system is asked anything.
    """
    form = state.form
    sent = {name: value for name, value in data.items() if name in form.sensitive}
    log_redact_with(Hidden(sent.values()).text)
    spoken = form.language_for(language)
    live = LiveValues(state.organization.pk, reads=False)
    clean = answers_clean(form, data, language=spoken, live=live)
    clean |= files_sample(form, clean)
    submission = submission_sample(spoken)
    context = {"input": clean, "steps": {}, "submission": submission}
    steps_take(state.compiled, form, context, Source.API)
    kept = {name: value for name, value in clean.items() if name in form.sensitive}
    hidden = Hidden([*sent.values(), *kept.values()])
    going = _Going(state, clean, submission, hidden)
    steps = tuple(going.steps())
    return Preview(
        state=state,
        language=spoken,
        subject=hidden.text(_subject(state, clean)),
        data={name: MASK if name in form.sensitive else value for name, value in clean.items()},
        steps=steps,
        notes=tuple(_notes(form, clean, steps)),
    )


@dataclass
class _Going:
    """Goes through the steps. ``skipped``: the keys of those that would send nothing."""

    state: State
    data: dict[str, Any]
    submission: dict[str, Any]
    hidden: Hidden
    skipped: set[str] = field(default_factory=set)
    outputs: dict[str, Any] = field(default_factory=dict)
    opened: dict[uuid.UUID, AnyConnector] = field(default_factory=dict)

    def steps(self) -> Iterator[PreviewedStep]:
        compiled = self.state.compiled.steps
        lines = {each.position: each.key for each in places_of(compiled.values(), self.data)}
        for step in self.state.steps:
            yield self._step(step, compiled.get(step.key), lines.get(step.position, ""))

    def _step(self, step: Step, compiled: CompiledStep | None, ordering: str) -> PreviewedStep:
        trace = Trace()
        trace.hide_all(self.hidden, answers=True)
        told: dict[str, Any] = {"input": None, "requests": (), "output": None, "reason": ""}
        fate, assumes = Fate.SENT, tuple[str, ...]()
        try:
            if compiled is None:
                raise InvalidInput("This release of Waybill cannot deliver this step.")
            assumes = self._assumed(compiled)
            if skip := self._unneeded(step, compiled):
                self.skipped.add(step.key)
                fate, told["skip"], told["reason"] = Fate.SKIPPED, skip, skip.words
            else:
                self.outputs[step.key] = told["output"] = self._sample(step)
                told |= self._sent(step, compiled, trace)
        except ConnectorError as error:
            fate, told["reason"] = Fate.FAILED, trace.redactor.message(error.message)
        return PreviewedStep(
            step=step,
            title=step_title(step, self.submission["language"]),
            effect=_effect(step),
            ordering=trace.redactor.text(ordering),
            fate=fate,
            assumes=assumes,
            **told,
        )

    @property
    def _context(self) -> dict[str, Any]:
        return {"input": self.data, "steps": self.outputs, "submission": self.submission}

    def _unneeded(self, step: Step, compiled: CompiledStep) -> Skip | None:
        """Why the step is skipped; None if it is not. Raises InvalidInput."""
        if step.depends_on and self.skipped.issuperset(step.depends_on):
            return Skip.NEEDS
        if compiled.condition is None:
            return None
        try:
            holds = compiled.condition.compute(self._context)
        except MappingFailed as error:
            raise InvalidInput(f"Its condition could not be computed. {error}") from error
        return None if holds else Skip.CONDITION

    def _sent(self, step: Step, compiled: CompiledStep, trace: Trace) -> dict[str, Any]:
        names = self.state.form.sensitive & self.data.keys()
        payload = step_input(compiled.mapping, self._context, names, trace)
        shown = trace.redactor.body([payload], 0)[0]
        reference = Reference(str(uuid.UUID(int=step.position)), f"{CODE}-{step.position}")
        requests = self._connector(step).rendered(step.action, payload, reference, trace)
        return {"input": shown, "requests": requests}

    def _connector(self, step: Step) -> AnyConnector:
        """The connector of the step's connection, without a way out. Raises InvalidInput."""
        connection = step.connection
        if connection.pk not in self.opened:
            if connection.deleted_at is not None:
                raise InvalidInput(
                    f"The connection “{connection.name}” was deleted. Choose another one."
                )
            try:
                credentials = connection_credentials(connection)
            except SealBroken as error:
                raise InvalidInput(
                    f"The credentials of {connection.name} cannot be opened. {error}"
                ) from error
            kind = get_connector(connection.connector)
            self.opened[connection.pk] = kind.offline(connection.config, credentials)
        return self.opened[connection.pk]

    def _assumed(self, compiled: CompiledStep) -> tuple[str, ...]:
        """The steps whose samples it reads, in their order."""
        condition = compiled.condition
        read = compiled.mapping.depends_on_steps
        read |= condition.depends_on_steps if condition else frozenset()
        return tuple(key for key in self.outputs if key in read or "*" in read)

    def _sample(self, step: Step) -> dict[str, Any]:
        try:
            model = get_connector(step.connection.connector).action(step.action).output_model
        except KeyError as error:
            raise InvalidInput("This release of Waybill lacks this kind of action.") from error
        return output_sample(model, step.key, self._reads(step.key))

    def _reads(self, key: str) -> Iterator[Path]:
        """What the expressions of all steps read of one step's output."""
        for each in self.state.compiled.steps.values():
            for computed in (each.mapping, each.condition):
                for path in computed.reads if computed else ():
                    if path[:2] == ("steps", key):
                        yield path[2:]


def _effect(step: Step) -> Effect | None:
    try:
        return get_connector(step.connection.connector).action(step.action).effect
    except KeyError:
        return None


def _subject(state: State, clean: Mapping[str, Any]) -> str:
    try:
        named = state.compiled.subject
        return named.compute({"input": clean}) if named else ""
    except MappingFailed:
        return ""


def submission_sample(language: str) -> dict[str, Any]:
    """What stands for a submission that there is not."""
    return {"id": str(_ID), "reference": CODE, "language": language}


def files_sample(form: Form, clean: Mapping[str, Any]) -> dict[str, Any]:
    """What stands for the files that the answers name."""
    return {
        key: [_file(question, each) for each in clean[key]]
        for key, question in form.files.items()
        if clean.get(key)
    }


def _file(question: FileQuestion, identifier: str) -> dict[str, Any]:
    kind = FILE_KINDS[question.accept[0]]
    name = f"sample.{kind.extensions[0]}"
    size = min(1024, question.max_bytes)
    sums = "0" * 64
    return {"id": identifier, "name": name, "size": size, "type": kind.media_type, "sha256": sums}


def _notes(
    form: Form, clean: Mapping[str, Any], steps: tuple[PreviewedStep, ...]
) -> Iterator[Note]:
    if any(step.assumes for step in steps):
        yield Note.SAMPLES
    if any(clean.get(key) for key in form.files):
        yield Note.FILES
    if any(_is_live(question) and key in clean for key, question in form.questions.items()):
        yield Note.LISTS


def _is_live(question: Any) -> bool:
    inside = getattr(question, "fields", None)
    if inside:
        return any(map(_is_live, inside.values()))
    return getattr(question, "from_", None) is not None
