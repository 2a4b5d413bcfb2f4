"""What people get of an alert: real mail, real hooks, and what happens when these are away."""

from __future__ import annotations

import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta
from typing import Any

import pytest
from aiohttp import web
from django.db import connection as database
from django.utils import timezone

from core.accounts.models import Organization, User
from core.alerts.conditions import Condition
from core.alerts.models import (
    Alert,
    AlertKind,
    AlertNotice,
    AlertRule,
    AlertSettings,
    Severity,
)
from core.alerts.notices import notices_tell
from core.alerts.routes import (
    RouteWanted,
    route_change,
    route_create,
    route_test,
    routes_ensure,
)
from core.alerts.services import alert_acknowledge, alert_silence, alerts_sync
from core.audit.services import SYSTEM
from core.callbacks import send as sending
from core.callbacks.claim import callbacks_claim
from core.callbacks.models import Callback, CallbackEndpoint, CallbackStatus, Channel, Purpose
from core.callbacks.selectors import callback_page, endpoint_page
from core.callbacks.sweep import callbacks_sweep
from core.crypto.webhook_signatures import signature_check
from core.errors import Conflict, NotFound, Unprocessable
from core.postgres.tenancy import every_organization
from core.submissions.operate import submission_resume
from tests.core.alerts.conftest import due_now, look, look_and_send, repeat_now, send
from tests.destination import Sink
from tests.engine import Accept, deliver, gate, set_back
from tests.mail import Mailbox

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"
ALL = list(Severity)


def refused(name: str = "erp", organization: Organization | None = None) -> Condition:
    owner = organization.pk if organization else None
    return Condition(AlertKind.CONNECTION_REFUSED, name, {"connection": name}, owner)


def found(*conditions: Condition) -> None:
    """These and no others; whoever has to hear of it gets a message."""
    alerts_sync(conditions, kinds=AlertKind)
    routes_ensure()
    notices_tell()


class Hook:
    """A receiver of webhooks and what it got."""

    def __init__(self, sink: Sink) -> None:
        self.sink = sink
        self.url = f"http://127.0.0.1:{sink.port}/hook"
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        self.status = 200
        sink.answer = self.answer

    async def answer(self, request: web.Request) -> web.Response:
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        self.bodies.append(await request.read())
        return web.Response(status=self.status)

    def json(self) -> list[Any]:
        return [json.loads(body) for body in self.bodies]


@pytest.fixture
def hook(sink: Sink, allow_loopback: None) -> Hook:
    return Hook(sink)


def route(organization: Organization, channel: Channel, **wanted: Any) -> CallbackEndpoint:
    options = {"name": str(channel), "severities": ALL} | wanted
    made, _ = route_create(
        organization=organization, channel=channel, wanted=RouteWanted(**options), actor=SYSTEM
    )
    return made


def test_a_failed_step_is_mailed_to_the_owner_and_its_end_too(
    accept: Accept, sink: Sink, owner: User, mailbox: Mailbox
) -> None:
    submission = accept(("only", [], KEYED))
    sink.answer = lambda _: web.Response(status=422)
    deliver()
    assert look_and_send() == 1
    assert mailbox.recipients == [[owner.email]]
    (text,) = mailbox.texts()
    assert "“Sending only” failed in Orders" in mailbox.subjects()[0]
    assert f"/submissions/{submission.pk}" in text
    assert "runbooks.md#step-failed" in text
    assert "Acme" not in text
    assert look_and_send() == 0
    sink.answer = None
    submission_resume(
        organization=submission.organization, submission_id=submission.pk, actor=SYSTEM
    )
    deliver()
    assert look_and_send() == 1
    assert mailbox.subjects()[1].startswith("Resolved: ")
    references = {str(message["References"]) for message in mailbox.messages}
    assert len(references) == 1
    assert str(Alert.unscoped.get().pk) in references.pop()
    assert look_and_send() == 0


def test_an_alert_about_a_connection_leads_to_its_page(
    accept: Accept, sink: Sink, owner: User, mailbox: Mailbox
) -> None:
    accept(("only", [], KEYED))
    sink.answer = lambda _: web.Response(status=401)
    deliver()
    assert look_and_send() == 1
    (text,) = mailbox.texts()
    assert f"/connections/{gate().pk}" in text


def test_an_alert_is_told_again_until_somebody_acknowledges_it(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    for _ in range(2):
        found(refused("erp", organization))
        send()
    assert len(mailbox.messages) == 1
    repeat_now()
    found(refused("erp", organization))
    send()
    assert mailbox.subjects()[1].startswith("[Critical] Still open: ")
    alert_acknowledge(organization=organization, alert_id=Alert.unscoped.get().pk, actor=SYSTEM)
    repeat_now()
    found(refused("erp", organization))
    send()
    assert len(mailbox.messages) == 2
    found()
    send()
    assert len(mailbox.messages) == 3


def test_a_silenced_alert_says_nothing_before_its_time(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    alerts_sync([refused("erp", organization)], kinds=AlertKind)
    alert = Alert.unscoped.get()
    until = timezone.now() + timedelta(hours=1)
    alert_silence(organization=organization, alert_id=alert.pk, actor=SYSTEM, until=until)
    found(refused("erp", organization))
    send()
    assert mailbox.messages == []
    set_back("alerts_alertnotice", "silenced_until", 1)
    found(refused("erp", organization))
    send()
    assert len(mailbox.messages) == 1
    with pytest.raises(Unprocessable):
        alert_silence(
            organization=organization,
            alert_id=alert.pk,
            actor=SYSTEM,
            until=timezone.now() - timedelta(hours=1),
        )


def test_quiet_hours_keep_all_but_critical_alerts_for_later(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    AlertSettings.unscoped.create(
        organization=organization, quiet_from=time(0), quiet_until=time(23, 59, 59, 999999)
    )
    breaker = Condition(
        AlertKind.BREAKER_OPEN, "crm", {"connection": "crm"}, organization.pk, count=9
    )
    found(breaker, refused("erp", organization))
    send()
    assert ["erp" in subject for subject in mailbox.subjects()] == [True]
    AlertSettings.unscoped.update(quiet_from=None, quiet_until=None)
    found(breaker, refused("erp", organization))
    send()
    assert len(mailbox.messages) == 2


def test_what_came_and_went_in_quiet_hours_wakes_nobody(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    AlertSettings.unscoped.create(
        organization=organization, quiet_from=time(0), quiet_until=time(23, 59, 59, 999999)
    )
    found(Condition(AlertKind.BREAKER_OPEN, "crm", {"connection": "crm"}, organization.pk))
    found()
    AlertSettings.unscoped.all().delete()
    found()
    assert send() == 0
    assert AlertNotice.unscoped.get().closed_at is not None


def test_messages_are_in_the_language_and_the_zone_of_the_organization(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    AlertSettings.unscoped.create(
        organization=organization, language="de", time_zone="Europe/Berlin"
    )
    found(refused("Lager", organization))
    send()
    assert mailbox.subjects() == ["[Kritisch] Lager lehnt die Anmeldung ab"]
    assert "MEZ" in mailbox.texts()[0] or "MESZ" in mailbox.texts()[0]


def test_a_name_with_a_line_break_adds_no_header(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    found(refused("erp\r\nBcc: eve@example.com\n\nx", organization))
    send()
    (message,) = mailbox.messages
    assert message["Bcc"] is None
    assert mailbox.recipients == [[owner.email]]
    assert "\n" not in mailbox.subjects()[0]
    assert "Bcc: eve@example.com" in mailbox.subjects()[0]


def test_a_mail_server_that_is_down_loses_nothing(
    organization: Organization, owner: User, mailbox: Mailbox, settings: Any
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    found(refused("erp", organization))
    assert send() == 0
    message = Callback.unscoped.get()
    assert (message.status, message.tries) == (CallbackStatus.PENDING, 1)
    settings.EMAIL_PORT = port
    due_now()
    assert send() == 1
    assert send() == 0
    assert str(message.pk) in str(mailbox.messages[0]["Message-ID"])


def test_what_ended_while_the_mail_server_was_down_is_one_message(
    organization: Organization, owner: User, mailbox: Mailbox, settings: Any
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    found(refused("erp", organization))
    send()
    found()
    settings.EMAIL_PORT = port
    due_now()
    send()
    assert [subject[:9] for subject in mailbox.subjects()] == ["Resolved:"]
    assert set(Callback.unscoped.values_list("kind", "status")) == {
        ("alert.opened", CallbackStatus.WITHDRAWN),
        ("alert.resolved", CallbackStatus.SUCCEEDED),
    }


@pytest.mark.parametrize("answer", ["acknowledge", "silence"])
def test_an_answer_takes_back_what_waits_for_another_try(
    organization: Organization, owner: User, mailbox: Mailbox, settings: Any, answer: str
) -> None:
    settings.EMAIL_PORT = 1
    found(refused("erp", organization))
    send()
    alert = Alert.unscoped.get()
    if answer == "acknowledge":
        alert_acknowledge(organization=organization, alert_id=alert.pk, actor=SYSTEM)
    else:
        until = timezone.now() + timedelta(hours=1)
        alert_silence(organization=organization, alert_id=alert.pk, actor=SYSTEM, until=until)
    assert Callback.unscoped.get().status == CallbackStatus.WITHDRAWN


def test_an_answer_while_it_is_being_sent_costs_at_most_that_try(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    found(refused("erp", organization))
    (claim,) = callbacks_claim(limit=5, purpose=Purpose.ALERTS)
    alert_acknowledge(organization=organization, alert_id=Alert.unscoped.get().pk, actor=SYSTEM)
    assert Callback.unscoped.get().status == CallbackStatus.SENDING
    set_back("callbacks_callback", "lease_until", 1)
    callbacks_sweep()
    found(refused("erp", organization))
    due_now()
    assert send() == 0
    assert Callback.unscoped.get(pk=claim.id).status == CallbackStatus.WITHDRAWN


def test_the_end_is_told_after_what_is_on_its_way(organization: Organization, hook: Hook) -> None:
    route(organization, Channel.PAGERDUTY, url=hook.url, routing_key="R0UT1NGKEY")
    found(refused("erp", organization))
    (claim,) = callbacks_claim(limit=5, purpose=Purpose.ALERTS)
    found()
    assert Callback.unscoped.count() == 1
    Callback.unscoped.filter(pk=claim.id).update(status=CallbackStatus.SUCCEEDED)
    found()
    send()
    assert [body["event_action"] for body in hook.json()] == ["resolve"]


def test_a_worker_that_died_between_sending_and_recording_sends_the_same_message_again(
    organization: Organization, hook: Hook
) -> None:
    route(organization, Channel.PAGERDUTY, url=hook.url, routing_key="R0UT1NGKEY")
    found(refused("erp", organization))
    callbacks_claim(limit=5, purpose=Purpose.ALERTS)
    set_back("callbacks_callback", "lease_until", 1)
    found(refused("erp", organization))
    assert callbacks_sweep() == 1
    due_now()
    assert send() == 1
    (body,) = hook.json()
    assert body["dedup_key"] == f"waybill-{Alert.unscoped.get().pk}"
    assert Callback.unscoped.get().tries == 2


def test_each_channel_gets_what_it_understands(organization: Organization, hook: Hook) -> None:
    secret_url = f"{hook.url}/T0/B0/planted-secret"
    slack = route(organization, Channel.SLACK, url=secret_url)
    teams = route(organization, Channel.TEAMS, url=secret_url)
    route(organization, Channel.PAGERDUTY, url=hook.url, routing_key="R0UT1NGKEY")
    assert "planted" not in f"{slack.url}{teams.url}"
    found(refused("<erp> & sons", organization))
    assert send() == 3
    by_shape = {min(body): body for body in hook.json()}
    assert "&lt;erp&gt; &amp; sons" in by_shape["blocks"]["text"]
    card = by_shape["attachments"]["attachments"][0]["content"]
    assert (card["type"], card["version"]) == ("AdaptiveCard", "1.4")
    event = by_shape["client"]
    assert event["event_action"] == "trigger"
    assert event["routing_key"] == "R0UT1NGKEY"
    assert event["payload"]["severity"] == "critical"
    assert not any("webhook-signature" in headers for headers in hook.headers)


def test_a_webhook_is_signed(organization: Organization, hook: Hook) -> None:
    made, secret = route_create(
        organization=organization,
        channel=Channel.WEBHOOK,
        wanted=RouteWanted(name="Own", severities=ALL, url=hook.url),
        actor=SYSTEM,
    )
    assert secret is not None
    found(refused("erp", organization))
    assert send() == 1
    signed = signature_check(headers=hook.headers[0], body=hook.bodies[0], keys=[secret])
    assert signed.message_id == str(Callback.unscoped.get(endpoint=made).pk)
    (body,) = hook.json()
    assert body["type"] == "alert.opened"
    assert body["data"]["alert"]["kind"] == "connection_refused"


def test_a_route_hears_of_its_severities_alone(organization: Organization, hook: Hook) -> None:
    route(organization, Channel.WEBHOOK, url=hook.url, severities=[Severity.WARNING])
    found(refused("erp", organization))
    assert send() == 0
    AlertRule.unscoped.create(
        organization=organization, kind=AlertKind.CONNECTION_REFUSED, severity=Severity.WARNING
    )
    found(refused("erp", organization), refused("crm", organization))
    assert send() == 1


def test_a_route_that_hangs_delays_only_itself(
    organization: Organization, owner: User, mailbox: Mailbox, hook: Hook, monkeypatch: Any
) -> None:
    monkeypatch.setattr(sending, "TIMEOUT_SECONDS", 3.0)
    hanging = socket.create_server(("127.0.0.1", 0))
    address = f"http://127.0.0.1:{hanging.getsockname()[1]}/never"
    stuck = route(organization, Channel.WEBHOOK, url=address)
    CallbackEndpoint.unscoped.create(
        organization=organization,
        purpose=Purpose.ALERTS,
        channel=Channel.EMAIL,
        severities=[str(each) for each in ALL],
        kinds=[],
    )
    found(*(refused(f"erp-{number}", organization) for number in range(20)))
    send()
    hanging.close()
    assert len(mailbox.messages) == 20
    assert set(Callback.unscoped.filter(endpoint=stuck).values_list("status", flat=True)) == {
        CallbackStatus.PENDING
    }


def test_a_thousand_alerts_at_once_are_a_message_each_in_few_statements(
    organization: Organization, owner: User, django_assert_max_num_queries: Any
) -> None:
    conditions = [refused(f"erp-{number}", organization) for number in range(1000)]
    with django_assert_max_num_queries(60):
        found(*conditions)
    assert Callback.unscoped.count() == 1000
    with django_assert_max_num_queries(60):
        found(*conditions)
    assert Callback.unscoped.count() == 1000


def test_two_dispatchers_tell_once(organization: Organization, owner: User) -> None:
    alerts_sync([refused(f"erp-{number}", organization) for number in range(50)], kinds=AlertKind)
    routes_ensure()
    start = threading.Barrier(3)

    def tell() -> None:
        try:
            with every_organization("like a dispatcher"):
                start.wait()
                notices_tell()
        finally:
            database.close()

    with ThreadPoolExecutor(3) as threads:
        for each in [threads.submit(tell) for _ in range(3)]:
            each.result()
    assert Callback.unscoped.count() == 50


def test_the_system_is_everybodys_or_its_operators(
    organization: Organization, owner: User, mailbox: Mailbox, settings: Any
) -> None:
    other = Organization.objects.create(slug="elsewhere", name="Elsewhere")
    gone = Condition(AlertKind.NO_WORKER, "deliver.bulk", {"queue": "deliver.bulk"})
    settings.WAYBILL_ALERT_OPERATORS = other.slug
    found(gone)
    assert [each.organization_id for each in AlertNotice.unscoped.all()] == [other.pk]
    settings.WAYBILL_ALERT_OPERATORS = ""
    found(gone)
    assert AlertNotice.unscoped.count() == Organization.objects.count()


def test_an_alert_of_another_organization_is_not_found(
    organization: Organization, owner: User
) -> None:
    other = Organization.objects.create(slug="elsewhere", name="Elsewhere")
    found(refused("erp", other))
    with pytest.raises(NotFound):
        alert_acknowledge(organization=organization, alert_id=Alert.unscoped.get().pk, actor=SYSTEM)


def test_an_organization_without_an_owner_is_told_later(
    organization: Organization, mailbox: Mailbox
) -> None:
    found(refused("erp", organization))
    assert send() == 0
    assert "no owner" in Callback.unscoped.get().attempts.get().message


def test_a_test_says_that_it_is_one(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    routes_ensure()
    own = CallbackEndpoint.unscoped.get(organization=organization)
    route_test(organization=organization, route_id=own.pk, actor=SYSTEM)
    assert send() == 1
    assert "test" in mailbox.subjects()[0]
    route_change(
        organization=organization,
        route_id=own.pk,
        wanted=RouteWanted(name="Owners", severities=ALL, enabled=False),
        actor=SYSTEM,
    )
    with pytest.raises(Conflict):
        route_test(organization=organization, route_id=own.pk, actor=SYSTEM)


def test_a_route_that_fails_for_days_is_not_given_up(
    organization: Organization, hook: Hook
) -> None:
    made = route(organization, Channel.WEBHOOK, url=hook.url)
    hook.status = 500
    CallbackEndpoint.unscoped.update(failing_since=timezone.now() - timedelta(days=30))
    found(refused("erp", organization))
    send()
    made.refresh_from_db()
    assert made.disabled_at is None


def test_routes_of_alerts_are_no_callback_endpoints(
    organization: Organization, owner: User
) -> None:
    found(refused("erp", organization))
    assert endpoint_page(organization=organization).items == []
    assert callback_page(organization=organization).items == []
    assert callbacks_claim(limit=5) == []


def test_a_look_opens_routes_to_owners_once(organization: Organization) -> None:
    look()
    look()
    (own,) = CallbackEndpoint.unscoped.filter(organization=organization)
    assert (own.channel, own.recipients) == (Channel.EMAIL, [])


@pytest.mark.parametrize("jump", [timedelta(days=-3), timedelta(days=3)])
def test_a_clock_that_jumps_tells_nothing_early_or_late(
    organization: Organization, owner: User, mailbox: Mailbox, jump: timedelta, monkeypatch: Any
) -> None:
    """Of this host: every time that counts is the database's."""
    real = timezone.now

    def jumped() -> Any:
        return real() + jump

    monkeypatch.setattr(timezone, "now", jumped)
    found(refused("erp", organization))
    assert send() == 1
    found(refused("erp", organization))
    assert send() == 0
    repeat_now()
    found(refused("erp", organization))
    assert send() == 1
    opened = Alert.unscoped.get().opened_at
    assert abs(opened - real()) < timedelta(hours=1)


def test_a_mail_that_was_sent_and_not_recorded_has_the_same_id_again(
    organization: Organization, owner: User, mailbox: Mailbox
) -> None:
    found(refused("erp", organization))
    send()
    Callback.unscoped.update(
        status=CallbackStatus.SENDING, lease_until=timezone.now() - timedelta(hours=1)
    )
    assert callbacks_sweep() == 1
    due_now()
    assert send() == 1
    assert len({str(message["Message-ID"]) for message in mailbox.messages}) == 1
