"""What a visitor may choose now, as far as a search finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import structlog

from core.connections.lists import entries_matching, list_entries
from core.errors import DomainError, NotFound, Unavailable
from core.workflows.choices.lookup import connection_of
from core.workflows.definition import GroupQuestion, LiveChoices
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion

if TYPE_CHECKING:
    from integrations.sdk import Entry

log = structlog.get_logger(__name__)

MOST = 50


@dataclass(frozen=True, slots=True)
class Offered:
    """At most `MOST` entries, in the order of the list. ``stale``: the system is away now."""

    entries: list[Entry]
    stale: bool


def choices_offered(version: WorkflowVersion, key: str, search: str = "") -> Offered:
    """The entries that a live choice offers and that have every word of ``search``.

    ``key``: of the question, `lines.part` inside a group. Reads the system when what is kept is
    older than `core.connections.lists.FRESH`; not inside a transaction. What is wrong with the
    system is its owner's business and stays out of the answer.
    Raises NotFound for what is no live choice of the form, and Unavailable when the list was never
    read and cannot be read now.
    """
    choices = _live_choices(version, key)
    connection = connection_of(version.organization_id, choices)
    if connection is None:
        raise _away()
    try:
        read = list_entries(connection, choices.list)
    except DomainError as error:
        log.warning("choices cannot be read", connection_id=connection.pk, code=error.code)
        raise _away() from None
    found = entries_matching(read.entries, search)
    return Offered(found[:MOST], stale=bool(read.message))


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


def _away() -> Unavailable:
    return Unavailable(
        "These choices cannot be looked up at the moment. Try again in a minute.",
        code="choices_unavailable",
    )
