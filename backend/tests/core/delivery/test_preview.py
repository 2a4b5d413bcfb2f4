"""A preview says what delivery would send, and sends nothing."""

from __future__ import annotations

import json
import socket
from dataclasses import asdict
from typing import Any

import pytest

from core.accounts.models import Organization
from core.connections.models import Connection
from core.connections.services import connection_save
from core.delivery.preview import (
    Fate,
    Note,
    Preview,
    Skip,
    answers_preview,
    output_sample,
    state_of_document,
    state_of_workflow,
)
from core.errors import NotFound, Unprocessable
from core.submissions.accept import submission_accept
from core.submissions.models import Source, Submission
from core.workflows.models import WorkflowVersion
from integrations.discovery import connectors
from integrations.sdk import Output
from tests.destination import Publish, Sink
from tests.engine import deliver
from tests.sensitive import PublishSensitive

pytestmark = pytest.mark.django_db(transaction=True)

KEYED, FOUND, BLIND = "request.send_keyed", "request.send_found", "request.send"
SENSITIVE = {
    "email": "grace.hopper@example.com",
    "iban": "AT611904300234573201",
    "pin": "4711",
    "card": "5105105105105100",
    "remark": "Called on “Tuesday”",
}


def preview(version: WorkflowVersion, data: Any = None, **options: Any) -> Preview:
    state = state_of_workflow(
        organization=version.organization, slug=version.workflow.slug, name="live"
    )
    return answers_preview(state, data or {"company": "Acme Ltd"}, **options)


def fates(previewed: Preview) -> dict[str, Fate]:
    return {each.step.key: each.fate for each in previewed.steps}


def told(previewed: Preview) -> str:
    return json.dumps([asdict(request) for each in previewed.steps for request in each.requests])


def test_what_is_previewed_is_what_arrives(publish: Publish, sink: Sink) -> None:
    version = publish(("first", [], KEYED), ("second", ["first"], BLIND))
    previewed = preview(version, {"company": "  Acme\tLtd "})
    assert sink.requests == []
    submission = submission_accept(
        version=version, data={"company": "  Acme\tLtd "}, source=Source.API
    ).submission
    deliver()
    shown = [request for each in previewed.steps for request in each.requests]
    for request, arrived in zip(shown, sink.requests, strict=True):
        assert request.url == f"http://127.0.0.1:{sink.port}{arrived['path']}"
        as_sent = {**arrived["body"], "ref": "WB-0000000000"}
        assert (request.method, request.body) == ("POST", as_sent)
    assert previewed.subject == Submission.unscoped.get(pk=submission.pk).subject
    assert shown[0].headers["Authorization"] == "Bearer [redacted]"
    assert "Idempotency-Key" in shown[0].headers
    assert "planted-canary-token" not in told(previewed)


def test_nothing_is_sent(
    publish: Publish, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python can make no socket at all; the database's are made in C."""
    version = publish(("first", [], KEYED), ("second", ["first"], BLIND))
    mail = connection_save(
        organization=version.organization, slug="mail", name="Mail", connector="email",
        config={"host": "mail.example.com", "from_address": "a@example.com"}, credentials={},
    )  # fmt: skip
    erp = connection_save(
        organization=version.organization, slug="erp", name="ERP", connector="tryton",
        config={"base_url": "https://erp.example.com", "company": 1},
        credentials={"application_key": "planted-canary-key"},
    )  # fmt: skip
    document = _definition(
        customer={
            "use": f"{erp.slug}/party.upsert",
            "with": {"name": "${{ input.company }}", "email": "a@example.com", "country": "AT"},
        },
        sale={
            "use": f"{erp.slug}/sale.create",
            "needs": ["customer"],
            "with": {
                "party": "${{ steps.customer.id }}",
                "lines": [{"product": "CHAIR", "quantity": 2}],
            },
        },
        letter={
            "use": f"{mail.slug}/email.send",
            "needs": ["sale"],
            "with": {
                "to": "a@example.com",
                "subject": "Hi",
                "text": "${{ string(steps.sale.id) }}",
            },
        },
    )

    def refuse(*args: Any, **options: Any) -> None:
        pytest.fail("a preview opened a socket")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    assert set(fates(preview(version)).values()) == {Fate.SENT}
    state = state_of_document(organization=version.organization, document=document)
    previewed = answers_preview(state, {"company": "Acme Ltd"})
    assert set(fates(previewed).values()) == {Fate.SENT}
    assert [request.about for request in previewed.steps[0].requests] == [
        "Look for the customer with this email.",
        "Ask for the number of the country AT.",
        "Bring the customer up to date.",
        "Create the customer.",
    ]
    assert "planted-canary-key" not in told(previewed)
    with pytest.raises(pytest.fail.Exception, match="opened a socket"):
        socket.create_connection(("127.0.0.1", 9))


def _definition(**steps: dict[str, Any]) -> str:
    fields = {"company": {"label": "Company", "kind": "text"}}
    form = {"title": "Order", "fields": fields}
    return json.dumps({"workflow": "orders", "name": "Orders", "form": form, "steps": steps})


def _step(**more: Any) -> dict[str, Any]:
    return {"use": f"sink/{KEYED}", "with": {"path": "/x"}, **more}


def test_conditions_are_decided_and_steps_without_a_need_left_are_skipped(
    organization: Organization, connection: Connection
) -> None:
    document = _definition(
        first=_step(when="${{ input.company == 'Nobody' }}"),
        second=_step(needs=["first"]),
        third=_step(),
        fourth=_step(needs=["second", "third"]),
    )
    state = state_of_document(organization=organization, document=document)
    previewed = answers_preview(state, {"company": "Acme"})
    skipped, sent = Fate.SKIPPED, Fate.SENT
    assert fates(previewed) == {
        "first": skipped, "second": skipped, "third": sent, "fourth": sent,
    }  # fmt: skip
    assert [each.requests for each in previewed.steps[:2]] == [(), ()]
    assert "condition" in previewed.steps[0].reason
    assert "waits for" in previewed.steps[1].reason
    assert [step.skip for step in previewed.steps[:3]] == [Skip.CONDITION, Skip.NEEDS, None]


def test_what_earlier_steps_give_is_a_sample_and_said_to_be(
    organization: Organization, connection: Connection
) -> None:
    body = {"record": "${{ steps.first.record }}", "deep": "${{ steps.first.body.lead.id }}"}
    document = _definition(
        first=_step(),
        second=_step(
            needs=["first"],
            when="${{ steps.first.status == 201 }}",
            **{"with": {"path": "/x", "body": body}},
        ),
    )
    state = state_of_document(organization=organization, document=document)
    previewed = answers_preview(state, {"company": "Acme"})
    second = previewed.steps[1]
    assert (second.fate, second.assumes) == (Fate.SENT, ("first",))
    assert second.requests[0].body == {"record": "«first.record»", "deep": "1"}
    assert previewed.notes == (Note.SAMPLES,)


def test_sensitive_answers_and_what_is_made_of_them_are_masked(
    publish_sensitive: PublishSensitive,
) -> None:
    version = publish_sensitive()
    previewed = preview(version, {"company": "Acme", **SENSITIVE})
    assert set(fates(previewed).values()) == {Fate.SENT}
    everything = json.dumps(
        [
            previewed.data,
            previewed.subject,
            [asdict(r) for s in previewed.steps for r in s.requests],
        ]
        + [[s.input, s.output, s.reason] for s in previewed.steps]
    )
    for value in SENSITIVE.values():
        assert json.dumps(value)[1:-1] not in everything
    assert previewed.data["iban"] == "••••••••"
    assert previewed.steps[0].requests[0].body["company"] == "Acme"


def test_answers_are_refused_as_at_intake(publish: Publish) -> None:
    version = publish(("first", [], KEYED))
    wrong = {"company": "", "email": "nobody", "surprise": 1}
    with pytest.raises(Unprocessable) as previewed:
        preview(version, wrong)
    with pytest.raises(Unprocessable) as accepted:
        submission_accept(version=version, data=wrong, source=Source.API)
    assert previewed.value.errors == accepted.value.errors
    assert len(previewed.value.errors) == 3


def test_what_a_step_would_refuse_is_refused_as_at_intake(
    organization: Organization, connection: Connection
) -> None:
    document = _definition(first=_step(**{"with": {"path": "${{ input.company }}"}}))
    state = state_of_document(organization=organization, document=document)
    with pytest.raises(Unprocessable) as refused:
        answers_preview(state, {"company": "no slash"})
    assert [each.field for each in refused.value.errors] == ["data.company"]


def test_a_step_that_would_fail_says_why_and_the_others_are_shown(
    organization: Organization, connection: Connection
) -> None:
    document = _definition(
        first=_step(use=f"sink/{FOUND}"),
        second=_step(needs=["first"]),
    )
    state = state_of_document(organization=organization, document=document)
    previewed = answers_preview(state, {"company": "Acme"})
    assert fates(previewed) == {"first": Fate.FAILED, "second": Fate.SENT}
    assert "does not say how a record is found again" in previewed.steps[0].reason


def test_a_deleted_connection_is_named(publish: Publish, connection: Connection) -> None:
    version = publish(("first", [], KEYED))
    Connection.objects.owned_by(version.organization).update(deleted_at="2026-01-01T00:00Z")
    (step,) = preview(version).steps
    assert (step.fate, step.requests) == (Fate.FAILED, ())
    assert "was deleted" in step.reason


def test_settings_that_were_changed_are_those_that_are_shown(
    publish: Publish, connection: Connection
) -> None:
    version = publish(("first", [], KEYED))
    assert ":8/" not in preview(version).steps[0].requests[0].url
    connection.config = {"base_url": "http://127.0.0.1:8"}
    connection.save()
    assert preview(version).steps[0].requests[0].url == "http://127.0.0.1:8/first"


def test_an_earlier_version_is_found_by_its_number(publish: Publish) -> None:
    version = publish(("first", [], KEYED))
    publish(("second", [], KEYED))
    organization = version.organization
    state = state_of_workflow(organization=organization, slug="orders", name="1")
    assert [each.key for each in state.steps] == ["first"]
    with pytest.raises(NotFound):
        state_of_workflow(organization=organization, slug="orders", name="3")


@pytest.mark.parametrize(
    "model",
    [action.output_model for each in connectors().values() for action in each.actions],
    ids=lambda model: model.__name__,
)
def test_there_is_a_sample_of_every_output(model: type[Output]) -> None:
    sample = output_sample(model, "first")
    assert model.model_validate(sample).model_dump(mode="json", exclude_none=True) == sample
    assert "record" in sample
