"""Parameters that operations share."""

from __future__ import annotations

import uuid
from typing import Annotated

from ninja import Header, Path, Query

from api.schemas.base import Slug, Text
from api.schemas.forms.forms import LANGUAGE
from core.alerts.models import AlertKind

SlugInPath = Annotated[Slug, Path(examples=["new-customer"])]
SubmissionId = Annotated[uuid.UUID, Path(description="The task id.")]
Token = Annotated[
    str,
    Path(description="From `tracking_token`.", pattern=r"^[A-Za-z0-9_.-]+$", max_length=200),
]
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="Names this submission: sent again with the same body it is accepted once.",
        min_length=1,
        max_length=255,
        pattern=r"^[!-~]+$",
    ),
]
FormLanguage = Annotated[Text | None, Query(max_length=100, description=LANGUAGE, examples=["de"])]
ReaderLanguage = Annotated[
    Text | None,
    Query(
        max_length=100,
        description="Of titles, labels and help (BCP 47), else what `Accept-Language` asks for;"
        " English where there is no translation.",
        examples=["de"],
    ),
]
OpenedInQuery = Annotated[
    int | None,
    Query(ge=1, le=2**31 - 1, description="The `version` of the form that a page was drawn from."),
]
QuestionKey = Annotated[
    str,
    Path(
        description="The question's key, inside a group after the group's: `lines.part`.",
        pattern=r"^[a-z][a-z0-9_]{0,62}(?:\.[a-z][a-z0-9_]{0,62})?$",
        max_length=127,
        examples=["part"],
    ),
]
LogoMark = Annotated[
    str, Path(description="From the form's `look.logo`.", pattern=r"^[0-9a-f]{32}$", max_length=32)
]
Cursor = Annotated[
    str | None,
    Query(description="`next_cursor` of the page before.", pattern=r"^[A-Za-z0-9_-]{22}$"),
]
ListCursor = Annotated[
    str | None,
    Query(
        description="`next_cursor` of the page before, in the same order.",
        pattern=r"^[A-Za-z0-9_-]{22}(?:[A-Za-z0-9_-]{10})?$",
    ),
]
AfterEvent = Annotated[
    int, Query(ge=0, le=2**63 - 1, description="Id of the last event that is known.")
]
StepRunId = Annotated[uuid.UUID, Path(description="The step run's id.")]
CONNECTION_NAME = r"^[A-Za-z0-9-]+$"
"""A connection's id or its slug."""
LONGEST_CONNECTION_NAME = 50
ConnectionName = Annotated[
    str,
    Path(
        description="The connection's id or its slug.",
        pattern=CONNECTION_NAME,
        max_length=LONGEST_CONNECTION_NAME,
        examples=["erp"],
    ),
]
ConnectorName = Annotated[
    str, Path(description="Such as `tryton`.", pattern=r"^[a-z0-9_]+$", max_length=64)
]
ListName = Annotated[
    str,
    Path(description="One of the connector's `lists`.", pattern=r"^[a-z0-9_-]+$", max_length=64),
]
IfNoneMatch = Annotated[
    str | None,
    Header(
        alias="If-None-Match",
        description="`*`: nothing is changed if there is one already.",
        pattern=r"^\*$",
        max_length=1,
    ),
]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        description="The `ETag` that was read. Nothing is changed if there is another one now.",
        pattern=r'^\s*(\*|(W/)?"[!#-~]*"(\s*,\s*(W/)?"[!#-~]*")*)\s*$',
        max_length=500,
    ),
]
NoteId = Annotated[uuid.UUID, Path(description="The note's id.")]
UploadId = Annotated[uuid.UUID, Path(description="The file's id.")]
ViewId = Annotated[uuid.UUID, Path(description="The saved view's id.")]
BulkId = Annotated[uuid.UUID, Path(description="The bulk action's id.")]
CredentialId = Annotated[uuid.UUID, Path(description="The id of the key or client.")]
EndpointId = Annotated[uuid.UUID, Path(description="The callback endpoint's id.")]
AlertId = Annotated[uuid.UUID, Path(description="The alert's id.")]
AlertRouteId = Annotated[uuid.UUID, Path(description="The id of the route of alerts.")]
AlertKindInPath = Annotated[AlertKind, Path(alias="kind", description="The kind of alert.")]
CallbackId = Annotated[uuid.UUID, Path(description="The callback's id, its `webhook-id`.")]
MemberId = Annotated[uuid.UUID, Path(description="The membership's id.")]
InvitationId = Annotated[uuid.UUID, Path(description="The invitation's id.")]
OrganizationId = Annotated[uuid.UUID, Path(description="The organization's id.")]
Limit = Annotated[int, Query(ge=1, le=100, description="Items on a page.")]
EntrySearch = Annotated[
    Text | None, Query(max_length=100, description="Words that an entry must have.")
]
TimeZone = Annotated[
    Text | None,
    Query(
        max_length=64,
        description="Whose days are counted; without, UTC.",
        examples=["Europe/Berlin"],
    ),
]
