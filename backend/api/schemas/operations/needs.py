"""What needs a person, one item for each cause."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field

from api.schemas.base import Out, Told
from core.accounts.models import ApiKey
from core.callbacks.models import CallbackEndpoint
from core.credentials.models import OAuthClient
from core.statistics.needs import Named, Need, NeedKind

_RANK = {kind: rank for rank, kind in enumerate(NeedKind)}


class NamedOut(Out):
    id: uuid.UUID
    slug: str
    name: str

    @classmethod
    def of(cls, named: Named | None) -> Self | None:
        return None if named is None else cls(id=named.id, slug=named.slug, name=named.name)


class NeedOut(Out):
    """One cause. What does not go with its kind is null."""

    kind: NeedKind
    name: str = Field(
        description="Of the step, the connection, the worker's queue, the callback endpoint, or the"
        " key or client."
    )
    count: int = Field(
        description="Submissions that it stops; of a connection that does not answer properly,"
        " failed sends in a row; otherwise 1."
    )
    more: bool = Field(description="It is at least so many: not all were looked at.")
    since: datetime | None
    until: datetime | None = Field(description="When a key ends, or a connection is probed again.")
    workflow: NamedOut | None
    connection: NamedOut | None
    error: str | None = Field(
        description="Kind of error of a step; of an endpoint why it was disabled.",
        examples=["invalid_input"],
    )
    reason: Told | None = Field(description="In words, as a person or the destination said it.")
    id: uuid.UUID | None = Field(
        description="Of the newest submission, the callback endpoint, or the key or client."
    )

    @classmethod
    def of(cls, need: Need) -> Self:
        return cls(
            kind=need.kind,
            name=need.name,
            count=need.count,
            more=need.more,
            since=need.since,
            until=need.until,
            workflow=NamedOut.of(need.workflow),
            connection=NamedOut.of(need.connection),
            error=need.error or None,
            reason=need.reason or None,
            id=need.example,
        )

    @classmethod
    def of_endpoint(cls, endpoint: CallbackEndpoint) -> Self:
        return cls._alone(
            NeedKind.CALLBACKS_DISABLED,
            name=endpoint.description or urlsplit(endpoint.url).hostname or "",
            since=endpoint.disabled_at,
            error=endpoint.disabled_reason,
            about=endpoint.pk,
        )

    @classmethod
    def of_credential(cls, credential: ApiKey | OAuthClient) -> Self:
        return cls._alone(
            NeedKind.CREDENTIAL_ENDS,
            name=credential.name,
            until=credential.expires_at,
            about=credential.pk,
        )

    @classmethod
    def _alone(
        cls,
        kind: NeedKind,
        *,
        name: str,
        about: uuid.UUID,
        since: datetime | None = None,
        until: datetime | None = None,
        error: str | None = None,
    ) -> Self:
        return cls(
            kind=kind,
            name=name,
            count=1,
            more=False,
            since=since,
            until=until,
            workflow=None,
            connection=None,
            error=error,
            reason=None,
            id=about,
        )


class NeedsOut(Out):
    items: list[NeedOut] = Field(description="The gravest kinds first.")

    @classmethod
    def of(cls, items: Iterable[NeedOut]) -> Self:
        return cls(items=sorted(items, key=lambda each: (_RANK[each.kind], -each.count)))
