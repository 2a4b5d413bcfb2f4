"""Which workflows send through a connection."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.models import Step, Workflow


@dataclass(frozen=True, slots=True)
class Use:
    """The steps of one workflow's live version, by title in their order."""

    workflow: str
    slug: str
    steps: tuple[str, ...]


def connection_uses(*, organization: Organization, connection_id: uuid.UUID) -> list[Use]:
    """The live workflows that send through it, by name. To be sure, lock the connection first."""
    live = Workflow.objects.owned_by(organization).exclude(current=None)
    steps = Step.objects.owned_by(organization).filter(
        connection_id=connection_id, version_id__in=live.values("current_id")
    )
    found: dict[uuid.UUID, list[str]] = {}
    for version_id, title in steps.order_by("position").values_list("version_id", "title"):
        found.setdefault(version_id, []).append(title)
    using = live.filter(current_id__in=found).order_by("name", "pk")
    return [
        Use(each.name, each.slug, tuple(found[each.current_id]))
        for each in using
        if each.current_id is not None
    ]


def connections_held(
    *, organization: Organization, ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, Connection]:
    """These connections, locked against being deleted until the transaction ends.

    For whoever makes a version live; one that was deleted is missing.
    """
    rows = Connection.objects.owned_by(organization).filter(pk__in=set(ids)).order_by("pk")
    return {each.pk: each for each in rows.select_for_update(no_key=True)}
