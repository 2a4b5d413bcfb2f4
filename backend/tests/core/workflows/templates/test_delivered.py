"""Every template, filled in, published and delivered: into the real Tryton, a mailbox, an API."""

from __future__ import annotations

import base64
import json
import os
import urllib.request
import uuid
from typing import Any
from urllib.parse import urlencode

import pytest

from core.accounts.models import Organization
from core.connections.services import connection_save
from core.submissions.accept import submission_accept
from core.submissions.models import Source, StepRun
from core.workflows.templates import Filling, template_fill, template_named
from core.workflows.versions import definition_publish
from tests.destination import Sink
from tests.engine import deliver
from tests.mail import Mailbox
from waybill_definitions.templates import template_list

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.tryton]

SMALL = {"price": {"amount": "5.00", "currency": "EUR"}, "quantity": 1}


@pytest.fixture
def systems(
    organization: Organization, sink: Sink, mailbox: Mailbox, settings: Any, allow_loopback: None
) -> dict[str, str]:
    """Who plays each part."""
    given: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "tryton": (
            {
                "base_url": os.environ["TRYTON_URL"],
                "database": os.environ["TRYTON_DATABASE"],
                "company": int(os.environ["TRYTON_COMPANY"]),
            },
            {"application_key": os.environ["TRYTON_KEY"]},
        ),
        "email": (
            {
                "host": "127.0.0.1",
                "port": settings.EMAIL_PORT,
                "security": "none",
                "from_address": "hello@riverside.example",
            },
            {},
        ),
        "rest": ({"base_url": f"http://127.0.0.1:{sink.port}"}, {}),
    }
    for connector, (config, credentials) in given.items():
        connection_save(
            organization=organization,
            slug=f"our-{connector}",
            name=connector,
            connector=connector,
            config=config,
            credentials=credentials,
        )
    parts = {"erp": "tryton", "mail": "email", "crm": "rest", "helpdesk": "rest", "api": "rest"}
    return {part: f"our-{connector}" for part, connector in parts.items()}


def delivered(
    organization: Organization, systems: dict[str, str], name: str, **changed: Any
) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers that were sent, and what became of each step."""
    template = template_named(name)
    document = template_fill(
        organization=organization,
        name=name,
        filling=Filling(
            workflow=name,
            name="Ours",
            address=name if template.definition.form.address else None,
            connections={part: systems[part] for part in template.needs},
        ),
    )
    version = definition_publish(organization=organization, document=document)
    data = template.about.sample | changed
    if "email" in data:
        data |= {"email": f"ada-{uuid.uuid4().hex[:8]}@riverside.example"}
    accepted = submission_accept(version=version, data=data, source=Source.API)
    deliver()
    runs = StepRun.unscoped.filter(submission=accepted.submission).select_related("step")
    return data, {run.step.key: run.status for run in runs.order_by("position")}


@pytest.mark.parametrize("template", template_list(), ids=lambda each: each.name)
def test_every_step_of_a_template_is_delivered(
    organization: Organization, systems: dict[str, str], template: Any
) -> None:
    _, steps = delivered(organization, systems, template.name)
    assert steps == dict.fromkeys(template.definition.steps, "succeeded")


def test_an_order_is_in_the_erp_and_confirmed(
    organization: Organization, systems: dict[str, str], mailbox: Mailbox
) -> None:
    data, _ = delivered(organization, systems, "order-to-erp")
    (sale,) = tryton(
        "sale.sale",
        [["party.contact_mechanisms.value", "=", data["email"]]],
        "lines.product.code",
        "lines.quantity",
    )
    (line,) = sale["lines"]
    assert (line["product"]["code"], line["quantity"]) == ("DESK", 2.0)
    assert mailbox.recipients == [[data["email"]]]
    assert "2 \N{MULTIPLICATION SIGN} DESK" in mailbox.texts()[0]


def test_only_a_large_dealer_order_asks_for_an_approval(
    organization: Organization, systems: dict[str, str], mailbox: Mailbox
) -> None:
    large, steps = delivered(organization, systems, "dealer-order")
    assert steps["approval"] == "succeeded"
    assert {each for (each,) in mailbox.recipients} == {"approvals@example.com", large["email"]}


def test_a_small_dealer_order_asks_nobody(
    organization: Organization, systems: dict[str, str], mailbox: Mailbox
) -> None:
    small, steps = delivered(organization, systems, "dealer-order", **SMALL)
    assert steps["approval"] == "skipped"
    assert mailbox.recipients == [[small["email"]]]


def test_a_supplier_is_in_the_erp_and_no_mail_has_its_account_number(
    organization: Organization, systems: dict[str, str], mailbox: Mailbox
) -> None:
    data, _ = delivered(organization, systems, "supplier-onboarding")
    parties = tryton("party.party", [["contact_mechanisms.value", "=", data["email"]]], "name")
    assert [each["name"] for each in parties] == [data["company"]]
    assert len(mailbox.texts()) == 2
    assert not any(data["iban"] in text for text in mailbox.texts())


def test_only_an_urgent_request_calls_somebody(
    organization: Organization, systems: dict[str, str], sink: Sink
) -> None:
    delivered(organization, systems, "support-ticket")
    assert [each["path"] for each in sink.requests] == ["/tickets", "/pages"]
    delivered(organization, systems, "support-ticket", urgency="low", since=None)
    assert [each["path"] for each in sink.requests[2:]] == ["/tickets"]


def test_an_event_is_passed_on_as_it_came(
    organization: Organization, systems: dict[str, str], sink: Sink
) -> None:
    data, _ = delivered(organization, systems, "webhook-relay")
    (request,) = sink.requests
    assert request["body"]["details"] == json.loads(data["details"])
    assert request["key"]


def tryton(model: str, domain: list[Any], *fields: str) -> list[dict[str, Any]]:
    """Ask Tryton itself, as its auditor."""
    env = os.environ
    company = int(env["TRYTON_COMPANY"])
    query = urlencode([("d", encoded(domain)), *(("f", name) for name in fields)])
    request = urllib.request.Request(  # noqa: S310  # of the local stack
        f"{env['TRYTON_URL']}/{env['TRYTON_DATABASE']}/rest/model/{model}?{query}",
        headers={
            "Authorization": f"Bearer {env['TRYTON_VERIFY_KEY']}",
            "X-Tryton-Context": encoded({"company": company, "companies": [company]}),
        },
    )
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
        found: list[dict[str, Any]] = json.load(answer)
    return found


def encoded(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()
