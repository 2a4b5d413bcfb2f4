"""Submissions as files: whole, masked, safe to open, and audited."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any
from unittest.mock import patch

import openpyxl
import pytest
from aiohttp import web

from core.audit.models import AuditEntry
from core.submissions.export import ExportShape
from core.submissions.models import Submission
from core.text.csv_cells import BYTE_ORDER_MARK
from core.workflows.models import WorkflowVersion
from tests.api.checks import assert_problem
from tests.api.submissions.test_sensitive import DATA, key_of, operator, version, viewer
from tests.api.submissions.test_sensitive import submit as submit_sensitive
from tests.conftest import Api, Tenant
from tests.destination import Sink
from tests.engine import deliver

__all__ = ["key_of", "operator", "version", "viewer"]

pytestmark = pytest.mark.django_db(transaction=True)

EXPORT = "/api/v1/submissions/export"
SUBMIT = "/api/v1/workflows/new-customer/submissions"


def content(answer: Any) -> bytes:
    assert answer.status_code == 200, answer.content
    whole: bytes = b"".join(answer.streaming_content)
    return whole


def lines(answer: Any, delimiter: str = ",") -> list[dict[str, str]]:
    text = content(answer).decode()
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.DictReader(io.StringIO(text[1:]), delimiter=delimiter))


def sheet_of(answer: Any) -> list[Any]:
    """The lines of a workbook's only sheet."""
    book = openpyxl.load_workbook(io.BytesIO(content(answer)))
    (sheet,) = book.worksheets
    return list(sheet.iter_rows())


def send(machine: Api, company: str) -> dict[str, Any]:
    data = {"company": company, "email": "ada@example.com"}
    answer = machine.post(SUBMIT, {"data": data})
    assert answer.status_code == 202, answer.content
    made: dict[str, Any] = answer.json()
    return made


def test_a_spreadsheet_has_labels_as_heads_and_a_line_for_each(machine: Api) -> None:
    first, second = send(machine, "Acme"), send(machine, "Nordwind")
    found = lines(machine.get(EXPORT))
    assert [line["Reference"] for line in found] == [second["reference"], first["reference"]]
    line = found[1]
    assert (line["State"], line["Version"], line["Subject"]) == ("Accepted", "1", "Acme")
    assert datetime.fromisoformat(line["Received (UTC)"]).year >= 2026
    heads = list(line)
    assert heads[:3] == ["Reference", "State", "Received (UTC)"]
    assert line["Company"] == "Acme"
    assert any(head.endswith(": state") for head in heads)
    assert any(head.endswith(": reference") for head in heads)


def test_only_what_matches_and_what_was_asked_for_is_in_it(machine: Api) -> None:
    send(machine, "Acme")
    nordwind = send(machine, "Nordwind")
    query = "?q=Nord&steps=false&answers=false&separator=semicolon&language=de"
    (line,) = lines(machine.get(EXPORT + query), ";")
    assert line["Referenz"] == nordwind["reference"]
    assert line["Zustand"] == "Angenommen"
    assert len(line) == 8


def test_a_file_of_nothing_has_its_heads(machine: Api) -> None:
    text = content(machine.get(EXPORT)).decode()
    assert text.count("\n") == 1
    assert text.startswith(f"{BYTE_ORDER_MARK}Reference,")
    assert content(machine.get(f"{EXPORT}?format=jsonl")) == b""
    (heads,) = sheet_of(machine.get(f"{EXPORT}?format=xlsx"))
    assert heads[0].value == "Reference"


FORMULAS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\uff1d1", '=HYPERLINK("http://x.example")']


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(machine: Api, text: str) -> None:
    send(machine, f"x{text}")
    Submission.unscoped.update(subject=text, data={"company": text, "email": "a@example.com"})
    (line,) = lines(machine.get(EXPORT))
    assert line["Company"] == f"'{text}"
    assert line["Subject"] == f"'{text}"
    heads, first = sheet_of(machine.get(f"{EXPORT}?format=xlsx"))
    (cell,) = [cell for head, cell in zip(heads, first, strict=True) if head.value == "Company"]
    assert (cell.data_type, cell.value) == ("s", text)
    file = content(machine.get(f"{EXPORT}?format=xlsx"))
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_workbook_knows_moments_numbers_and_texts(machine: Api) -> None:
    send(machine, "Acme")
    heads, first = sheet_of(machine.get(f"{EXPORT}?format=xlsx"))
    line = {head.value: cell.value for head, cell in zip(heads, first, strict=True)}
    assert isinstance(line["Received (UTC)"], datetime)
    assert line["Version"] == 1
    assert line["Company"] == "Acme"


def test_programs_get_keys_and_codes(machine: Api) -> None:
    made = send(machine, "Acme")
    (line,) = content(machine.get(f"{EXPORT}?format=jsonl")).decode().splitlines()
    found = json.loads(line)
    assert (found["id"], found["status"]) == (made["id"], "accepted")
    assert found["data"]["company"] == "Acme"
    assert [step["status"] for step in found["steps"]] == ["ready", "blocked"]


def test_more_than_a_page_is_whole_and_in_order(machine: Api) -> None:
    made = [send(machine, f"C{number}")["reference"] for number in range(7)]
    with patch("core.submissions.export.rows._PAGE", 3):
        found = lines(machine.get(EXPORT))
    assert [line["Reference"] for line in found] == made[::-1]


def test_sensitive_answers_are_masked(viewer: Api, operator: Api, version: WorkflowVersion) -> None:
    submit_sensitive(operator)
    for shape in ExportShape:
        file = content(viewer.get(f"{EXPORT}?format={shape}"))
        if shape is ExportShape.XLSX:
            with zipfile.ZipFile(io.BytesIO(file)) as parts:
                file = b"".join(parts.read(name) for name in parts.namelist())
        assert b"Acme Ltd" in file
        assert DATA["iban"].encode() not in file


def test_whoever_may_see_them_gets_them_and_it_is_written_down(
    viewer: Api, operator: Api, version: WorkflowVersion
) -> None:
    made = submit_sensitive(operator)
    assert_problem(viewer.get(f"{EXPORT}?reveal=true"), 403, "not_permitted")
    assert not AuditEntry.unscoped.filter(action="submissions.exported").exists()
    (line,) = lines(operator.get(f"{EXPORT}?reveal=true"))
    assert line["Account"] == DATA["iban"]
    entry = AuditEntry.unscoped.get(action="submissions.exported")
    assert entry.detail["revealed"] is True
    seen = AuditEntry.unscoped.get(action="submission.sensitive_read")
    assert seen.object_id == made["id"]
    assert DATA["iban"] not in str(list(AuditEntry.unscoped.values()))


def test_an_export_is_audited_without_what_was_searched_for(machine: Api, tenant: Tenant) -> None:
    content(machine.get(f"{EXPORT}?q=ada@example.com&status=failed&format=jsonl"))
    entry = AuditEntry.unscoped.get(action="submissions.exported")
    assert entry.detail["filter"] == {"status": ["failed"]}
    assert entry.detail["format"] == "jsonl"


def test_too_many_are_refused_with_what_to_do(machine: Api) -> None:
    send(machine, "Acme")
    most: Callable[[int], Any] = lambda count: patch.dict(  # noqa: E731
        "core.submissions.export.exporting.MOST_ROWS", dict.fromkeys(ExportShape, count)
    )
    with most(0):
        answer = machine.get(f"{EXPORT}?format=xlsx")
    assert_problem(answer, 422, "too_many")
    assert "take CSV" in answer.json()["detail"]
    with most(1):
        assert len(lines(machine.get(EXPORT))) == 1


def test_nothing_of_another_organization_is_in_it(machine: Api, stranger: Api) -> None:
    send(machine, "Acme")
    assert lines(stranger.get(EXPORT)) == []


def test_steps_tell_state_reference_and_problem(
    operator: Api, version: WorkflowVersion, sink: Sink
) -> None:
    submit_sensitive(operator)
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    (line,) = lines(operator.get(EXPORT))
    assert line["State"] == "Failed"
    assert line["Sending: state"] == "Failed"
    assert line["Sending on: state"] == "Skipped"
    assert line["Problem"]
