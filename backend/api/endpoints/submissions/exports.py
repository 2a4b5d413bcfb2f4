from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from django.http import HttpResponseBase
from ninja import Query, Router

from api.authentication.access import ApiRequest, acting, requires
from api.authentication.principal import allowed
from api.bodies.downloads import download
from api.errors.documented import responses
from api.schemas.submissions.filters import SubmissionFilterIn
from core.accounts.permissions import Permission
from core.accounts.preferences import zone_of
from core.submissions.export import (
    MOST_ROWS,
    ExportAsked,
    ExportShape,
    HeadLanguage,
    submissions_export,
)
from core.text.csv_cells import Separator

router = Router(tags=["submissions"])

_TYPES = {
    ExportShape.CSV: "text/csv; charset=utf-8",
    ExportShape.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportShape.JSONL: "application/x-ndjson",
}
_FILE: dict[str, Any] = {
    "responses": {
        200: {
            "description": "The file.",
            "content": {
                kind.partition(";")[0]: {"schema": {"type": "string"}} for kind in _TYPES.values()
            },
        }
    }
}
Shape = Annotated[
    ExportShape,
    Query(
        description=f"`xlsx` holds {MOST_ROWS[ExportShape.XLSX]:,} submissions, the others"
        f" {MOST_ROWS[ExportShape.CSV]:,}."
    ),
]
Answers = Annotated[bool, Query(description="With a column for each question of the forms.")]
Steps = Annotated[bool, Query(description="With state and reference of each step.")]
Reveal = Annotated[
    bool,
    Query(
        description="Sensitive answers are not masked. Needs `submissions:read_sensitive`; each"
        " submission that has some is written into the audit log."
    ),
]
CsvSeparator = Annotated[
    Separator,
    Query(
        description="Of CSV: what stands between its cells. Excel wants a `semicolon` where numbers"
        " have a decimal comma."
    ),
]
Heads = Annotated[HeadLanguage, Query(description="Of the words in a file for people.")]


@router.get(
    "/export",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({}, signed_in=True, found=False),
    openapi_extra=_FILE,
)
def export_submissions(
    request: ApiRequest,
    wanted: Annotated[SubmissionFilterIn, Query()],
    format: Shape = ExportShape.CSV,  # noqa: A002
    answers: Answers = True,
    steps: Steps = True,
    reveal: Reveal = False,
    separator: CsvSeparator = Separator.COMMA,
    language: Heads = HeadLanguage.ENGLISH,
) -> HttpResponseBase:
    """The submissions of a filter as a file, newest first. The export is audited.

    Cells never begin like a formula. CSV is in UTF-8 with a byte-order mark, by which spreadsheets
    know that.
    """
    if reveal:
        allowed(request.auth, Permission.SUBMISSIONS_READ_SENSITIVE)
    organization = request.auth.organization
    asked = ExportAsked(
        wanted=wanted.wanted(),
        shape=format,
        answers=answers,
        steps=steps,
        reveal=reveal,
        separator=separator,
        language=language,
        zone=zone_of(user_id=request.auth.id),
    )
    pieces = submissions_export(organization=organization, asked=asked, actor=acting(request))
    return download(
        pieces,
        organization=organization,
        name=f"submissions-{datetime.now(UTC):%Y-%m-%d}.{format}",
        content_type=_TYPES[format],
    )
