"""The log as a file, an entry per line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from core.accounts.models import Organization
from core.audit.models import AuditEntry
from core.audit.selectors import AuditFilter, audit_all
from core.audit.services import Actor, audit_record
from core.text.csv_cells import BYTE_ORDER_MARK, Separator, safe_cell


class ExportFormat(StrEnum):
    CSV = "csv"
    JSONL = "jsonl"


def audit_export(
    *,
    organization: Organization,
    wanted: AuditFilter,
    shape: ExportFormat,
    actor: Actor,
    separator: Separator = Separator.COMMA,
) -> Iterator[str]:
    """The lines of a file; ``separator`` is for CSV. That it was asked for is audited first."""
    given = {
        name: getattr(wanted, name)
        for name in wanted.__slots__
        if getattr(wanted, name) is not None
    }
    audit_record(
        organization=organization,
        actor=actor,
        action="audit.exported",
        object_kind="audit",
        object_id=organization.pk,
        detail={"format": shape, "filter": given},
    )
    entries = audit_all(organization=organization, wanted=wanted)
    return _csv(entries, separator) if shape is ExportFormat.CSV else _lines(entries)


def entry_values(entry: AuditEntry) -> dict[str, Any]:
    """An entry as people and programs outside read it."""
    return {
        "sequence": entry.sequence,
        "at": entry.at.isoformat(),
        "actor_kind": entry.actor_kind,
        "actor_id": str(entry.actor_id) if entry.actor_id else None,
        "actor_name": entry.actor_name,
        "action": entry.action,
        "object_kind": entry.object_kind,
        "object_id": entry.object_id,
        "address": entry.address,
        "agent": entry.agent,
        "request_id": entry.request_id,
        "detail": entry.detail,
        "changes": entry.changes,
        "id": str(entry.pk),
        "hash": bytes(entry.hash).hex() if entry.hash is not None else None,
    }


def _lines(entries: Iterator[AuditEntry]) -> Iterator[str]:
    for entry in entries:
        yield json.dumps(entry_values(entry), ensure_ascii=False) + "\n"


def _csv(entries: Iterator[AuditEntry], separator: Separator) -> Iterator[str]:
    buffer = io.StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer, delimiter=separator.character)
    header = False
    for entry in entries:
        values = entry_values(entry)
        if not header:
            writer.writerow(values)
            header = True
        writer.writerow([_cell(value) for value in values.values()])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        return safe_cell(json.dumps(value, ensure_ascii=False) if value else "")
    return safe_cell(value)
