"""What one text of a definition gives with sample answers, while it is being written."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from core.accounts.models import Organization
from core.connections.models import Connection
from core.delivery.preview.previewing import files_sample, submission_sample
from core.delivery.preview.samples import output_sample
from core.errors import FieldError, Unprocessable
from core.text.log_redaction import log_redact_with
from core.workflows.check import text_judge
from core.workflows.choices import LiveValues
from core.workflows.versions import refused
from integrations.discovery import get_action
from integrations.sdk import Hidden
from waybill_definitions.check import Judged, Known, NoPlace
from waybill_definitions.document import DefinitionRefused, Fault
from waybill_definitions.expressions import (
    CompiledCondition,
    CompiledMapping,
    CompiledText,
    CompiledValue,
    Computation,
    MappingFailed,
    MappingRefused,
    Source,
    condition_compile,
)
from waybill_definitions.forms import answers_fitting, form_of_samples
from waybill_definitions.steps import condition_text

_LITERAL = "a text"


@dataclass(frozen=True, slots=True)
class Evaluated:
    """``faults``: with the place ``within`` the text. ``type``: what it gives, in words.

    ``value``: nothing sensitive is in it. ``reason``: why there is none though there is no fault.
    """

    faults: tuple[Fault, ...]
    type: str | None = None
    value: Any = None
    reason: str | None = None
    is_absent: bool = False


def text_evaluate(
    *,
    organization: Organization,
    document: str,
    place: str,
    text: str,
    data: Mapping[str, Any],
    language: str | None = None,
) -> Evaluated:
    """What a text would give at its place in a document, which may have faults elsewhere.

    Answers that do not fit are left out. No system is asked anything. Raises Unprocessable when
    nothing is computed at that place, or nothing of the document can be read.
    """
    try:
        judged = text_judge(organization, document, place, text)
    except NoPlace as error:
        words = "There is no such place in this definition, or nothing is computed there."
        raise Unprocessable(words, errors=[FieldError("place", words)]) from error
    except DefinitionRefused as error:
        raise refused(error.faults) from error
    computed = judged.computed
    if computed is None:
        return Evaluated(judged.faults, is_absent=not judged.faults)
    trying = _Trying(organization, judged.known, data, language)
    type_words = computed.fields[0].type.words if computed.fields else _LITERAL
    try:
        value = trying.compute(judged)
    except MappingFailed as error:
        # Without the path: there is one text alone.
        reason = str(error.__cause__ or error)
        return Evaluated((), type_words, reason=trying.hidden().text(reason))
    return Evaluated((), type_words, trying.hidden().tree(value), is_absent=value is None)


class _Trying:
    """The samples with which a text is computed. ``outputs``: of steps, as they are asked for."""

    def __init__(
        self,
        organization: Organization,
        known: Known,
        data: Mapping[str, Any],
        language: str | None,
    ) -> None:
        self._organization = organization
        self._known = known
        definition = known.definition
        form = form_of_samples(definition.form, definition.tables, known.unknown)
        spoken = form.language_for(language)
        self._sensitive = form.sensitive
        self._secret: list[Any] = [data[key] for key in form.sensitive & data.keys()]
        log_redact_with(Hidden(self._secret).text)
        live = LiveValues(organization.pk, reads=False)
        self._answers = answers_fitting(form, data, spoken, live)
        self._secret += [self._answers[key] for key in form.sensitive & self._answers.keys()]
        self._clean = self._answers | files_sample(form, self._answers)
        self._submission = submission_sample(spoken)

    def hidden(self) -> Hidden:
        """What is not shown: sensitive answers, and what was computed from them."""
        return Hidden(self._secret)

    def compute(self, judged: Judged) -> Any:
        """Raises MappingFailed."""
        match judged.computed:
            case CompiledValue() as value:
                run = Computation({"input": self._answers, "row": self._row(judged)}, self._note)
                return value.compute(run)
            case CompiledMapping() as mapping:
                return mapping.compute(self._context(judged), self._note)
            case CompiledText() | CompiledCondition() as computed:
                return computed.compute(self._context(judged))

    def _context(self, judged: Judged) -> dict[str, Any]:
        context = {"input": self._clean, "steps": {}, "submission": self._submission}
        if judged.computed is not None and judged.path[0] == "steps":
            reads = judged.computed.reads
            context["steps"] = _Outputs(self._known, context, reads, self._connectors()).all()
        return context

    def _connectors(self) -> dict[str, str]:
        owned = Connection.objects.owned_by(self._organization)
        return dict(owned.values_list("slug", "connector"))

    def _row(self, judged: Judged) -> dict[str, Any]:
        """The first row of the group in which the text stands."""
        rows = self._answers.get(str(judged.path[2])) if len(judged.path) > 4 else None
        return rows[0] if rows else {}

    def _note(self, source: Source, result: Any) -> None:
        read = {path[1] for path in source.reads if path[0] == "input" and len(path) > 1}
        of_all = ("input",) in source.reads
        secret = source.sensitive_reads or read & self._sensitive or (of_all and self._sensitive)
        if secret and not isinstance(result, bool):
            self._secret.append(result)


@dataclass
class _Outputs:
    """Sample outputs of the steps that a text reads, where these would not be skipped.

    ``reads``: what is read of them. ``connectors``: by a connection's slug. ``skipped``: what is
    known of each step so far.
    """

    known: Known
    context: dict[str, Any]
    reads: frozenset[tuple[str, ...]]
    connectors: Mapping[str, str]
    skipped: dict[str, bool] = field(default_factory=dict)

    def all(self) -> dict[str, Any]:
        return self._of(self.reads)

    def _of(self, reads: frozenset[tuple[str, ...]]) -> dict[str, Any]:
        steps = {path[1] for path in reads if path[0] == "steps" and len(path) > 1}
        if ("steps",) in reads:
            steps |= self.known.outlines.keys()
        return {
            key: output
            for key in steps
            if key in self.known.outlines
            and not self._is_skipped(key)
            and (output := self._sample(key, reads)) is not None
        }

    def _is_skipped(self, key: str) -> bool:
        if key not in self.skipped:
            needs = self.known.outlines[key].needs
            unneeded = bool(needs) and all(map(self._is_skipped, needs))
            self.skipped[key] = unneeded or not self._runs(key)
        return self.skipped[key]

    def _runs(self, key: str) -> bool:
        """Whether its condition holds. One with faults counts as if there were none."""
        step = self.known.definition.steps.get(key)
        text = condition_text(step) if step else ""
        if not text:
            return True
        try:
            condition = condition_compile(text, self.known.scopes[key])
            context = self.context | {"steps": self._of(condition.reads)}
            return condition.compute(context)
        except MappingRefused:
            return True
        except MappingFailed:
            return False

    def _sample(self, key: str, reads: frozenset[tuple[str, ...]]) -> dict[str, Any] | None:
        """None where nothing is known of the action."""
        step = self.known.definition.steps.get(key)
        slug, _, name = step.use.partition("/") if step else ("", "", "")
        with suppress(KeyError):
            model = get_action(self.connectors[slug], name).output_model
            below = [path[2:] for path in reads if path[:2] == ("steps", key)]
            return output_sample(model, key, below)
        return None
