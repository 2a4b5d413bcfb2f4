"""A row as cells: text, numbers, yes and no, moments."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from core.submissions.export.asking import ExportAsked
from core.submissions.export.columns import Columns
from core.submissions.export.heads import HEADS, STATES
from core.submissions.export.rows import Row

Cell: TypeAlias = str | int | float | bool | datetime | None

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")


def heads_of(columns: Columns, asked: ExportAsked) -> list[str]:
    """The first line."""
    own = HEADS[asked.language]
    heads = [
        own[key].replace("{zone}", str(asked.zone))
        for key in ("reference", "status", "received", "ended")
    ]
    heads += [own[key] for key in ("workflow", "version", "subject", "problem")]
    if asked.answers:
        heads += [column.head for column in columns.answers]
    if asked.steps:
        for column in columns.steps:
            heads.append(own["step_status"].replace("{step}", column.head))
            heads.append(own["step_record"].replace("{step}", column.head))
    return heads


def cells_of(row: Row, columns: Columns, asked: ExportAsked) -> list[Cell]:
    """One line, in the order of `heads_of`."""
    submission = row.submission
    states = STATES[asked.language]
    in_the_way = submission.in_the_way
    finished = submission.finished_at
    cells: list[Cell] = [
        submission.reference,
        states[submission.status],
        submission.created_at.astimezone(asked.zone),
        finished.astimezone(asked.zone) if finished else None,
        submission.workflow.name,
        row.version.number,
        submission.subject,
        in_the_way.error_message if in_the_way else None,
    ]
    if asked.answers:
        told = columns.labels.of(row.version)
        cells += [
            _cell(each(row.answers.get(column.key)), each.kind)
            for column, each in zip(columns.answers, told, strict=True)
        ]
    if asked.steps:
        for column in columns.steps:
            run = row.steps.get(column.key)
            cells += [states[run.status], run.record] if run else [None, None]
    return cells


def moment_text(moment: datetime) -> str:
    """As spreadsheets read it, to the second; the head of its column names the zone."""
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _cell(value: Any, kind: str) -> Cell:
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            # A decimal is kept as a text of its digits; a telephone number is none.
            number = kind in ("decimal", "calculated") and _NUMBER.fullmatch(value)
            return float(value) if number else value
        case list() if all(isinstance(each, str | int | float) for each in value):
            return ", ".join(map(str, value))
        case list() if kind == "file":
            return ", ".join(str(each.get("name", "")) for each in value)
        case dict() if kind == "money":
            return f"{value.get('amount', '')} {value.get('currency', '')}".strip()
        case dict() if kind == "address":
            return ", ".join(str(part) for part in _parts(value) if part)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _parts(address: dict[str, Any]) -> Sequence[Any]:
    known = ("street", "more", "postcode", "city", "region", "country")
    return [address.get(name) for name in known]
