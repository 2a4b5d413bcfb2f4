"""Every template, applied by the command line and delivered to real systems."""

from __future__ import annotations

import base64
import json
import os
import uuid
from typing import Any

import httpx
import pytest
from waybill_definitions.templates import template_list

from tests.conftest import CommandLine
from tests.destination import TOKEN, Destination
from tests.front import Front

TEMPLATES = {each.name: each for each in template_list()}


@pytest.fixture(scope="module")
def systems(
    tmp_path_factory: pytest.TempPathFactory, network: Front, key: str, shop: Destination
) -> dict[str, str]:
    """Connections to the ERP, the mail server and a REST system, by what templates call them.

    Made once: an organization may have its systems asked 20 times at once.
    """
    signed_in = {"WAYBILL_URL": network.url, "WAYBILL_API_KEY": key}
    command = CommandLine(tmp_path_factory.mktemp("systems"), signed_in)
    env, mark = os.environ, uuid.uuid4().hex[:6]
    rest = ("rest", {"base_url": shop.url}, {"auth": {"scheme": "bearer", "token": TOKEN}})
    given: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
        "erp": (
            "tryton",
            {
                "base_url": env["TRYTON_URL"],
                "database": env["TRYTON_DATABASE"],
                "company": int(env["TRYTON_COMPANY"]),
            },
            {"application_key": env["TRYTON_KEY"]},
        ),
        "mail": (
            "email",
            {
                "host": env["SMTP_HOST"],
                "port": int(env["SMTP_PORT"]),
                "security": "none",
                "from_address": "hello@riverside.example",
            },
            {},
        ),
        "helpdesk": rest,
        "crm": rest,
        "api": rest,
    }
    slugs = {}
    for name, (connector, settings, credentials) in given.items():
        slug = slugs[name] = f"{name}-{mark}"
        file = command.home / f"{name}.yaml"
        file.write_text(json.dumps(
            {"slug": slug, "name": name, "connector": connector, "settings": settings}
        ))  # fmt: skip
        command.variables["CREDENTIALS"] = json.dumps(credentials)
        made = command("connections", "create", str(file), "--from-env", "CREDENTIALS")
        assert made.code == 0, made.err
        tested = command("connections", "test", slug)
        assert tested.code == 0, tested.err
    return slugs


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_template_is_delivered(
    command: CommandLine, systems: dict[str, str], shop: Destination, name: str
) -> None:
    folder = command.home / "workflows"
    assert command("init", f"workflows/{name}.yaml", "--template", name).code == 0
    (folder / "waybill.yaml").write_text(
        json.dumps({"environments": {"tests": {"connections": systems}}})
    )
    applied = command("apply", "workflows", "-e", "tests", "--yes")
    assert applied.code == 0, applied.out + applied.err
    sample = dict(TEMPLATES[name].about.sample)
    if "email" in sample:
        sample["email"] = f"ada-{uuid.uuid4().hex[:8]}@riverside.example"
    answers = ("--input", "-")
    sent = command("submit", name, *answers, "--follow", "--json", stdin=json.dumps(sample))
    assert sent.code == 0, sent.out + sent.err
    reference = json.loads(sent.out.splitlines()[0])["reference"]
    shown = json.loads(command("show", reference, "--json").out)
    assert [(step["key"], step["status"]) for step in shown["steps"]] == [
        (key, "succeeded") for key in TEMPLATES[name].definition.steps
    ]
    assert arrived(name, sample, reference, shop)


def arrived(name: str, sample: dict[str, Any], reference: str, shop: Destination) -> bool:
    """Whether each system has what the template says, read back from it."""
    mine = [each for each in shop.taken if each.get("reference") == reference]
    match name:
        case "lead-to-erp":
            return _customer_and_mail(sample, "company", "sales@example.com", reference)
        case "order-to-erp":
            return _customer_and_mail(sample, "company", sample["email"], "DESK")
        case "dealer-order":
            return _customer_and_mail(sample, "dealer", "approvals@example.com", reference)
        case "supplier-onboarding":
            return _customer_and_mail(sample, "company", "purchasing@example.com", reference)
        case "webhook-relay":
            return [each["details"] for each in mine] == [json.loads(sample["details"])]
        case "support-ticket":
            called = [each for each in shop.taken if "ticket" in each]
            titles = {each["title"] for each in called}
            receipts = len(_mails(sample["email"]))
            urgent = [each["priority"] for each in mine] == [1] and sample["title"] in titles
            return urgent and receipts == 1
    guests = [each["guests"] for each in mine]
    return guests == [sample["guests"]] and len(_mails(sample["email"])) == 1


def _customer_and_mail(sample: dict[str, Any], named: str, to: str, said: str) -> bool:
    told = any(said in mail["text"] for mail in _mails(to))
    return told and _parties(sample["email"]) == [sample[named]]


def _mails(address: str) -> list[dict[str, Any]]:
    url = f"http://127.0.0.1:{os.environ['MAILBOX_PORT']}/messages"
    found: list[dict[str, Any]] = httpx.get(url, params={"to": address}).json()
    return found


def _parties(email: str) -> list[str]:
    env = os.environ
    url = f"{env['TRYTON_URL']}/{env['TRYTON_DATABASE']}/rest/model/party.party"
    wanted = json.dumps([["contact_mechanisms.value", "=", email]]).encode()
    domain = base64.urlsafe_b64encode(wanted).decode()
    company = int(env["TRYTON_COMPANY"])
    context = json.dumps({"company": company, "companies": [company]}).encode()
    headers = {
        "Authorization": f"Bearer {env['TRYTON_KEY']}",
        "X-Tryton-Context": base64.urlsafe_b64encode(context).decode(),
    }
    rows = httpx.get(url, params={"d": domain, "f": "name"}, headers=headers).json()
    return [row["name"] for row in rows]
