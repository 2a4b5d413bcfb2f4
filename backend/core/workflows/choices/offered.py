"""What a visitor may choose now, as far as a search finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from core.connections.lists import entries_matching, list_entries
from core.errors import DomainError, NotFound, Unavailable
from core.workflows.choices.lookup import connection_of
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from waybill_definitions.document import GroupQuestion, LiveChoices
from waybill_definitions.languages import words_in

if TYPE_CHECKING:
    from integrations.sdk import Entry

log = structlog.get_logger(__name__)

MOST = 50


@dataclass(frozen=True, slots=True)
class Offered:
    """At most `MOST` entries, in the order of the list.

    ``stale``: why they may be out of date, for people; empty when they are not.
    """

    entries: list[Entry]
    stale: str


def choices_offered(
    version: WorkflowVersion, key: str, search: str = "", wanted: str | None = None
) -> Offered:
    """The entries that a live choice offers and that have every word of ``search``.

    ``key``: of the question, `lines.part` inside a group. Reads the system when what is kept is
    older than `core.connections.lists.FRESH`; not inside a transaction. What is wrong with the
    system is its owner's business and stays out of the answer. ``wanted``: a language, as in
    `Form.language_for`.
    Raises NotFound for what is no live choice of the form, and Unavailable when the list was never
    read and cannot be read now.
    """
    choices = _live_choices(version, key)
    words = words_in(form_of(version).language_for(wanted)).form.question
    connection = connection_of(version.organization_id, choices)
    if connection is None:
        raise Unavailable(words.away, code="choices_unavailable")
    try:
        read = list_entries(connection, choices.list)
    except DomainError as error:
        log.warning("choices cannot be read", connection_id=connection.pk, code=error.code)
        raise Unavailable(words.away, code="choices_unavailable") from None
    found = entries_matching(read.entries, search)
    return Offered(found[:MOST], stale=words.stale if read.message else "")


def _live_choices(version: WorkflowVersion, key: str) -> LiveChoices:
    outer, _, inner = key.partition(".")
    question = form_of(version).questions.get(outer)
    if isinstance(question, GroupQuestion):
        question = question.fields.get(inner)
    elif inner:
        question = None
    choices: LiveChoices | None = getattr(question, "from_", None)
    if choices is None:
        raise NotFound(f"This form has no question “{key[:130]}” whose choices are looked up.")
    return choices
