"""Which workflows use a connection: they send through it, or look up choices in it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, F, Func, Value
from django.db.models.fields.json import JSONField

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.models import Step, Workflow, WorkflowDraft, WorkflowVersion
from waybill_definitions.document import DefinitionRefused, tree_read

_LOOKS_UP = "$.**.from.connection ? (@ == $slug)"


@dataclass(frozen=True, slots=True)
class Use:
    """What uses it in one workflow's live version, or in its draft.

    ``steps``: by title, in their order. ``questions``: keys of those whose choices are looked up
    in it, `lines.part` inside a group.
    """

    workflow: str
    slug: str
    steps: tuple[str, ...]
    questions: tuple[str, ...]


def connection_uses(*, organization: Organization, connection_id: uuid.UUID) -> list[Use]:
    """The live workflows that use it, by name. To be sure, lock the connection first."""
    live = Workflow.objects.owned_by(organization).exclude(current=None)
    steps = Step.objects.owned_by(organization).filter(
        connection_id=connection_id, version_id__in=live.values("current_id")
    )
    sending: dict[uuid.UUID, list[str]] = {}
    for version_id, title in steps.order_by("position").values_list("version_id", "title"):
        sending.setdefault(version_id, []).append(title)
    asking = _asking(organization, connection_id)
    using = live.filter(current_id__in=[*sending, *asking]).order_by("name", "pk")
    return [
        Use(
            each.name,
            each.slug,
            tuple(sending.get(each.current_id, ())),
            tuple(asking.get(each.current_id, ())),
        )
        for each in using
        if each.current_id is not None
    ]


def connection_draft_uses(*, organization: Organization, connection_id: uuid.UUID) -> list[Use]:
    """The drafts that use it, by name. One that cannot be read counts if it names a step there."""
    owned = Connection.objects.owned_by(organization)
    slug = owned.filter(pk=connection_id).values_list("slug", flat=True).first()
    if slug is None:
        return []
    drafts = WorkflowDraft.objects.owned_by(organization).filter(document__contains=slug)
    named = drafts.order_by("workflow__name", "pk").values_list(
        "workflow__name", "workflow__slug", "document"
    )
    uses = ((name, workflow, _drafted(document, slug)) for name, workflow, document in named)
    return [Use(name, workflow, *found) for name, workflow, found in uses if found is not None]


def _drafted(document: str, slug: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The steps and the questions that use it; None without any."""
    try:
        data = tree_read(document).data
    except DefinitionRefused:
        return ((), ()) if f"{slug}/" in document else None
    steps = tuple(
        _step_title(key, step)
        for key, step in _mapping(data, "steps").items()
        if isinstance(step, dict) and str(step.get("use", "")).partition("/")[0] == slug
    )
    questions = tuple(_draft_questions(_mapping(data, "form", "fields"), slug))
    return (steps, questions) if steps or questions else None


def _step_title(key: Any, step: Mapping[str, Any]) -> str:
    title = step.get("title")
    if isinstance(title, dict):
        title = next(iter(title.values()), None)
    return title if isinstance(title, str) else str(key)


def _draft_questions(fields: Mapping[Any, Any], slug: str, prefix: str = "") -> Iterator[str]:
    for key, field in fields.items():
        if _mapping(field, "from").get("connection") == slug:
            yield f"{prefix}{key}"
        yield from _draft_questions(_mapping(field, "fields"), slug, f"{prefix}{key}.")


def _mapping(value: Any, *path: str) -> dict[Any, Any]:
    """What stands there, if it is a mapping; a draft may be anything."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def _asking(organization: Organization, connection_id: uuid.UUID) -> dict[uuid.UUID, list[str]]:
    """The questions of live versions that look something up in it, by version."""
    owned = Connection.objects.owned_by(organization)
    slug = owned.filter(pk=connection_id).values_list("slug", flat=True).first()
    live = Workflow.objects.owned_by(organization).exclude(current=None)
    versions = WorkflowVersion.objects.owned_by(organization).filter(pk__in=live.values("current"))
    looks_up = Func(
        F("fields"),
        Value({"slug": slug}, output_field=JSONField()),
        function="jsonb_path_exists",
        arg_joiner=f", '{_LOOKS_UP}', ",
        output_field=BooleanField(),
    )
    found = versions.filter(looks_up).values_list("pk", "fields")
    return {pk: list(_looked_up(fields, slug)) for pk, fields in found}


def _looked_up(fields: Sequence[Mapping[str, Any]], slug: str | None) -> Iterator[str]:
    for field in fields:
        inside = {f"{field['key']}.{each['key']}": each for each in field.get("fields", [])}
        for key, each in {field["key"]: field, **inside}.items():
            if each.get("from", {}).get("connection") == slug:
                yield key


def connections_held(
    *, organization: Organization, ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, Connection]:
    """These connections, locked against being deleted until the transaction ends.

    For whoever makes a version live; one that was deleted is missing.
    """
    rows = Connection.objects.owned_by(organization).filter(pk__in=set(ids)).order_by("pk")
    return {each.pk: each for each in rows.select_for_update(no_key=True)}
