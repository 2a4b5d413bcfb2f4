"""Files that are sent while they are read: CSV, and a JSON object on each line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from core.submissions.export.asking import ExportAsked
from core.submissions.export.cells import Cell, cells_of, heads_of, moment_text
from core.submissions.export.columns import Columns
from core.submissions.export.rows import Row
from core.text.csv_cells import BYTE_ORDER_MARK, safe_cell

_PIECE = 64 * 1024


def csv_lines(rows: Iterator[Row], columns: Columns, asked: ExportAsked) -> Iterator[bytes]:
    """No cell of it is run as a formula; see `core.text.csv_cells`."""
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer, delimiter=asked.separator.character)
    writer.writerow([safe_cell(head) for head in heads_of(columns, asked)])
    yield _taken(buffer)
    for row in rows:
        writer.writerow([_text(cell) for cell in cells_of(row, columns, asked)])
        if buffer.tell() > _PIECE:
            yield _taken(buffer)
    yield _taken(buffer)


def json_lines(rows: Iterator[Row], columns: Columns, asked: ExportAsked) -> Iterator[bytes]:
    """Codes and keys, for programs. Nothing at all when nothing matches."""
    buffer = io.StringIO()
    for row in rows:
        buffer.write(json.dumps(_object(row, asked), ensure_ascii=False))
        buffer.write("\n")
        if buffer.tell() > _PIECE:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    piece = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return piece


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return moment_text(cell)
    if isinstance(cell, bool):
        return str(cell).lower()
    return safe_cell(cell)


def _object(row: Row, asked: ExportAsked) -> dict[str, Any]:
    submission = row.submission
    told: dict[str, Any] = {
        "id": str(submission.pk),
        "reference": submission.reference,
        "status": submission.status,
        "source": submission.source,
        "created_at": submission.created_at.isoformat(),
        "finished_at": submission.finished_at.isoformat() if submission.finished_at else None,
        "workflow": submission.workflow.slug,
        "version": row.version.number,
        "subject": submission.subject,
    }
    if asked.answers:
        told["data"] = row.answers
    if asked.steps:
        runs = sorted(row.steps.values(), key=lambda run: run.position)
        told["steps"] = [
            {
                "key": run.step.key,
                "status": run.status,
                "record": run.record or None,
                "record_url": run.record_url or None,
                "error_message": run.error_message or None,
            }
            for run in runs
        ]
    return told
