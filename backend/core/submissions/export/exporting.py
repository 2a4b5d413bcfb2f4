from __future__ import annotations

from collections.abc import Iterator

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import Unprocessable
from core.submissions.export.asking import MOST_ROWS, ExportAsked, ExportShape
from core.submissions.export.columns import columns_of
from core.submissions.export.lines import csv_lines, json_lines
from core.submissions.export.rows import rows_of
from core.submissions.export.spreadsheet import xlsx_pieces
from core.submissions.read import submissions_matching

_PIECES = {
    ExportShape.CSV: csv_lines,
    ExportShape.XLSX: xlsx_pieces,
    ExportShape.JSONL: json_lines,
}


def submissions_export(
    *, organization: Organization, asked: ExportAsked, actor: Actor
) -> Iterator[bytes]:
    """A file of the submissions of a filter, newest first, in pieces.

    Raises Unprocessable when they are more than `MOST_ROWS`. That it was asked for is audited
    first; whoever reads the pieces needs the organization's scope for each.
    """
    most = MOST_ROWS[asked.shape]
    matching = submissions_matching(organization, asked.wanted).order_by()
    if matching[: most + 1].count() > most:
        file = _NAMES[asked.shape]
        raise Unprocessable(
            f"More than {most:,} submissions match, and {file} holds at most so many"
            " here. Narrow the filter, such as to a month"
            + (", or take CSV." if asked.shape is ExportShape.XLSX else "."),
            code="too_many",
        )
    columns = columns_of(organization, asked.wanted, asked.language)
    audit_record(
        organization=organization,
        actor=actor,
        action="submissions.exported",
        object_kind="submissions",
        object_id=organization.pk,
        detail={
            "format": asked.shape,
            # What was searched for may be somebody's address.
            "filter": asked.wanted.model_dump(mode="json", exclude_none=True, exclude={"q"}),
            "answers": asked.answers,
            "steps": asked.steps,
            "revealed": asked.reveal,
        },
    )
    reveals = actor if asked.reveal else None
    rows = rows_of(organization, asked.wanted, columns, reveals=reveals, most=most)
    return _PIECES[asked.shape](rows, columns, asked)


_NAMES = {
    ExportShape.CSV: "a CSV file",
    ExportShape.XLSX: "a spreadsheet file",
    ExportShape.JSONL: "a JSON Lines file",
}
