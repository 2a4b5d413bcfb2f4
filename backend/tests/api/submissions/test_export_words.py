"""A file for people says what the console says: its states, labels, names and times."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection as database
from django.test.utils import CaptureQueriesContext

from core.accounts.models import User
from core.connections.models import Connection, ConnectionList
from core.submissions.export import HeadLanguage
from core.submissions.export.heads import STATES
from core.submissions.models import StepStatus, Submission, SubmissionStatus
from core.submissions.sensitive.masking import MASK
from core.workflows.versions import definition_publish
from tests.api.connections.conftest import leads
from tests.api.submissions.test_export import EXPORT, content, lines, sheet_of
from tests.conftest import Api, Tenant

__all__ = ["leads"]

pytestmark = pytest.mark.django_db(transaction=True)

CATALOGUE = Path(__file__).parents[4] / "frontend/lib/words/catalogues/states"
PARTS = [
    {"value": "DESK", "label": {"en": "Standing desk", "de": "Stehpult"}},
    {"value": "LAMP", "label": {"en": "=Lamp", "de": "Lampe"}},
]
PART: dict[str, Any] = {"kind": "choice", "label": "Part", "choices": PARTS}
FIELDS: dict[str, Any] = {
    "part": PART,
    "others": {"kind": "choices", "label": "Others", "choices": PARTS, "required": False},
    "country": {"kind": "country", "label": "Country", "required": False},
    "at": {"kind": "address", "label": "Address", "required": False},
    "secret": PART | {"label": "Secret", "required": False, "sensitive": True},
    "lines": {"kind": "group", "label": "Lines", "required": False, "fields": {"part": PART}},
}


def publish(tenant: Tenant, fields: dict[str, Any] = FIELDS) -> None:
    definition = {
        "workflow": "order",
        "name": "Order",
        "form": {"title": "Order", "languages": ["en", "de"], "fields": fields},
        "steps": {"a": {"use": "erp/request.send", "with": {"path": "/a"}}},
    }
    definition_publish(organization=tenant.organization, document=json.dumps(definition))


def send(machine: Api, **data: Any) -> None:
    sent = machine.post("/api/v1/workflows/order/submissions", {"data": data})
    assert sent.status_code == 202, sent.content


def objects(text: str, name: str) -> dict[str, str]:
    """A flat object of a TypeScript file."""
    found = re.search(rf"const {name}\b[^=]*= \{{(.*?)\n\}}", text, re.DOTALL)
    assert found, name
    return dict(re.findall(r"^  (\w+): '([^']+)',$", found[1], re.MULTILINE))


@pytest.mark.parametrize("language", HeadLanguage)
def test_states_have_the_words_of_the_console(language: HeadLanguage) -> None:
    states = (CATALOGUE / "states.ts").read_text(encoding="utf-8")
    words = (CATALOGUE / f"states.{language}.ts").read_text(encoding="utf-8")
    of_steps, of_submissions = objects(words, "step"), objects(words, "submission")
    shown = {key: of_steps[state] for key, state in objects(states, "STEP_STATES").items()}
    assert shown == {each: STATES[language][each] for each in StepStatus}
    shown = {key: of_submissions[at] for key, at in objects(states, "SUBMISSION_STATES").items()}
    assert shown == {each: STATES[language][each] for each in SubmissionStatus}


def test_choices_and_countries_have_their_names(machine: Api, tenant: Tenant) -> None:
    publish(tenant)
    address = {"street": "Ring 1", "postcode": "1010", "city": "Wien", "country": "AT"}
    answers = {"part": "DESK", "others": ["DESK", "LAMP"], "country": "GB", "at": address}
    send(machine, **answers, secret="LAMP", lines=[{"part": "DESK"}])
    (line,) = lines(machine.get(f"{EXPORT}?reveal=true"))
    assert line["Part"] == "Standing desk"
    assert line["Others"] == "Standing desk, =Lamp"
    assert line["Country"] == "United Kingdom"
    assert line["Address"] == "Ring 1, 1010, Wien, Austria"
    assert line["Secret"] == "'=Lamp"
    assert json.loads(line["Lines"]) == [{"part": "Standing desk"}]
    (line,) = lines(machine.get(f"{EXPORT}?language=de"))
    assert line["Others"] == "Stehpult, Lampe"
    assert line["Country"] == "Vereinigtes Königreich"
    assert line["Address"].endswith("Wien, Österreich")
    assert line["Secret"] == MASK
    heads, first = sheet_of(machine.get(f"{EXPORT}?format=xlsx&reveal=true"))
    cells = {head.value: cell for head, cell in zip(heads, first, strict=True)}
    assert (cells["Secret"].data_type, cells["Secret"].value) == ("s", "=Lamp")
    told = json.loads(content(machine.get(f"{EXPORT}?format=jsonl&language=de")))
    assert answers.items() <= told["data"].items()


def test_a_submission_has_the_labels_of_its_own_version(machine: Api, tenant: Tenant) -> None:
    text = {"kind": "text", "label": "Colour"}
    publish(tenant, {"part": PART, "colour": text})
    send(machine, part="DESK", colour="red")
    desk = [{"value": "DESK", "label": "Desk 2"}, {"value": "LAMP", "label": "Lamp"}]
    red = [{"value": "red", "label": "Signal red"}]
    newer = {"part": PART | {"choices": desk}, "colour": text | {"kind": "choice", "choices": red}}
    publish(tenant, newer)
    send(machine, part="DESK", colour="red")
    second, first = lines(machine.get(EXPORT))
    assert (first["Part"], first["Colour"]) == ("Standing desk", "red")
    assert (second["Part"], second["Colour"]) == ("Desk 2", "Signal red")


def test_what_has_no_label_stays_as_it_is_stored(machine: Api, tenant: Tenant) -> None:
    publish(tenant)
    send(machine, part="DESK")
    odd = {"part": "GONE", "others": [], "country": "ZZ", "at": "[erased]", "lines": [MASK]}
    Submission.unscoped.update(data=odd)
    (line,) = lines(machine.get(EXPORT))
    assert (line["Part"], line["Country"], line["Address"]) == ("GONE", "ZZ", "[erased]")
    assert line["Others"] == ""
    assert line["Lines"] == MASK


@pytest.mark.usefixtures("leads")
def test_live_choices_are_called_as_their_list_was_last_read(machine: Api, tenant: Tenant) -> None:
    live = {"kind": "choice", "label": "Lead", "from": {"connection": "erp", "list": "leads"}}
    ConnectionList.unscoped.create(
        organization=tenant.organization,
        connection=Connection.unscoped.get(organization=tenant.organization, slug="erp"),
        name="leads",
        entries=[["1", "Ada Berg", ""]],
        fetched_at=datetime.now(UTC),
    )
    old = live | {"from": None, "choices": [{"value": "0", "label": "Grace"}]}
    publish(tenant, {"lead": old})
    send(machine, lead="0")
    publish(tenant, {"lead": live})
    send(machine, lead="1")
    assert [line["Lead"] for line in lines(machine.get(EXPORT))] == ["Ada Berg", "Grace"]
    # The newest version says what the own one does not.
    Submission.unscoped.update(data={"lead": "1"})
    assert [line["Lead"] for line in lines(machine.get(EXPORT))] == ["Ada Berg", "Ada Berg"]


def test_moments_are_in_the_persons_own_zone(machine: Api, public: Api, tenant: Tenant) -> None:
    publish(tenant)
    send(machine, part="DESK")
    public.client.force_login(tenant.user)
    received = Submission.unscoped.get().created_at.replace(microsecond=0)
    for zone, head in (("", "UTC"), ("Asia/Kolkata", "Asia/Kolkata"), ("Mars/Base", "UTC")):
        User.objects.filter(pk=tenant.user.pk).update(time_zone=zone)
        there = received.astimezone(ZoneInfo(head)).replace(tzinfo=None)
        (line,) = lines(public.get(EXPORT))
        assert line[f"Received ({head})"] == str(there)
        assert f"Beendet ({head})" in lines(public.get(f"{EXPORT}?language=de"))[0]
        heads, first = sheet_of(public.get(f"{EXPORT}?format=xlsx"))
        cells = {each.value: cell.value for each, cell in zip(heads, first, strict=True)}
        assert abs(cells[f"Received ({head})"] - there) < timedelta(seconds=2)
        told = json.loads(content(public.get(f"{EXPORT}?format=jsonl")))
        assert datetime.fromisoformat(told["created_at"]).utcoffset() == received.utcoffset()
    assert "Received (UTC)" in lines(machine.get(EXPORT))[0]


def test_labels_are_not_looked_up_row_by_row(machine: Api, tenant: Tenant) -> None:
    publish(tenant)

    def asked() -> int:
        with CaptureQueriesContext(database) as queries:
            lines(machine.get(EXPORT))
        return len(queries)

    send(machine, part="DESK", country="GB")
    asked()
    one = asked()
    for _ in range(4):
        send(machine, part="LAMP", country="AT")
    assert asked() == one
