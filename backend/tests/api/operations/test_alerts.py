"""Rules, routes, settings and answers, as programs and people change them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.accounts.models import Organization
from core.alerts.models import Alert, AlertKind, AlertRule
from core.callbacks.models import CallbackEndpoint
from tests.api.checks import assert_problem
from tests.conftest import Api, Tenant

pytestmark = pytest.mark.django_db

API = "/api/v1"
SLACK = {
    "name": "Chat",
    "channel": "slack",
    "severities": ["warning", "critical"],
    "url": "https://hooks.slack.com/services/T0/B0/planted-hook",
}


@pytest.fixture
def alert(tenant: Tenant) -> Alert:
    return Alert.objects.create(
        organization=tenant.organization, kind=AlertKind.BACKLOG, subject="erp", message="Much."
    )


def rule(machine: Api, kind: str) -> dict[str, Any]:
    items = machine.get(f"{API}/alert-rules").json()["items"]
    found: dict[str, Any] = next(each for each in items if each["kind"] == kind)
    return found


def test_every_kind_is_on_from_the_start(machine: Api) -> None:
    items = machine.get(f"{API}/alert-rules").json()["items"]
    assert {each["kind"] for each in items} == set(AlertKind.values)
    assert all(each["now"]["enabled"] and not each["changed"] for each in items)


def test_only_what_differs_is_stored(machine: Api) -> None:
    body = {"threshold": 5, "severity": "warning", "window_seconds": 86_400}
    answer = machine.call("PUT", f"{API}/alert-rules/step_failed", body)
    assert (answer.json()["now"]["threshold"], answer.json()["changed"]) == (5, True)
    kept = AlertRule.unscoped.get()
    assert (kept.threshold, kept.severity, kept.window_seconds) == (5, "", None)
    assert rule(machine, "step_failed")["usual"]["threshold"] == 1
    assert not machine.call("PUT", f"{API}/alert-rules/step_failed", {}).json()["changed"]
    assert not AlertRule.unscoped.exists()


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("step_failed", {"threshold": 0}),
        ("step_failed", {"window_seconds": 1}),
        ("connection_refused", {"threshold": 3}),
        ("disk", {"threshold": 50}),
        ("no_worker", {"window_seconds": 600}),
        ("nothing", {}),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(machine: Api, kind: str, body: Any) -> None:
    assert machine.call("PUT", f"{API}/alert-rules/{kind}", body).status_code == 422
    assert not AlertRule.unscoped.exists()


def test_an_alert_has_the_severity_that_its_organization_says(machine: Api, alert: Alert) -> None:
    machine.call("PUT", f"{API}/alert-rules/backlog", {"severity": "critical"})
    assert machine.get(f"{API}/alerts/{alert.pk}").json()["severity"] == "critical"


def test_an_answer_says_who_gave_it(machine: Api, alert: Alert) -> None:
    told = machine.call("POST", f"{API}/alerts/{alert.pk}/acknowledge", None).json()
    assert told["acknowledged_at"]
    assert told["acknowledged_by"] == "Tests"
    until = (timezone.now() + timedelta(hours=2)).isoformat()
    told = machine.call("POST", f"{API}/alerts/{alert.pk}/silence", {"until": until}).json()
    assert told["silenced_until"]
    told = machine.call("POST", f"{API}/alerts/{alert.pk}/silence", {"until": None}).json()
    assert told["silenced_until"] is None
    assert machine.get(f"{API}/alerts").json()["items"] == [told]


@pytest.mark.parametrize(
    "until", ["2020-01-01T00:00:00Z", "9999-12-31T23:59:59-23:00", "2026-11-28T10:00:00", "soon"]
)
def test_nothing_is_silenced_until_a_time_that_makes_no_sense(
    machine: Api, alert: Alert, until: str
) -> None:
    answer = machine.call("POST", f"{API}/alerts/{alert.pk}/silence", {"until": until})
    assert answer.status_code == 422


def test_an_alert_of_the_system_is_answered_for_ones_own_organization(
    machine: Api, other_tenant: Tenant
) -> None:
    gone = Alert.objects.create(kind=AlertKind.NO_WORKER, subject="deliver.bulk", message="None.")
    assert machine.call("POST", f"{API}/alerts/{gone.pk}/acknowledge", None).status_code == 200
    notice = gone.notices.get()
    assert notice.organization_id != other_tenant.organization.pk


def test_a_secret_of_a_route_is_never_shown(machine: Api) -> None:
    made = machine.call("POST", f"{API}/alert-routes", SLACK)
    assert made.status_code == 201
    assert made.json()["url"] == "https://hooks.slack.com"
    pager = {"name": "Pager", "channel": "pagerduty", "severities": ["critical"]}
    keyed = machine.call("POST", f"{API}/alert-routes", pager | {"routing_key": "planted-key"})
    listed = machine.get(f"{API}/alert-routes").content + made.content + keyed.content
    assert b"planted" not in listed
    change = {"name": "Team", "severities": ["critical"]}
    changed = machine.call("PUT", f"{API}/alert-routes/{made.json()['id']}", change)
    assert (changed.json()["name"], changed.json()["url"]) == ("Team", "https://hooks.slack.com")
    assert b"planted" not in b"".join(
        bytes(each.sealed_secret or b"") for each in CallbackEndpoint.unscoped.all()
    )


def test_the_secret_of_a_webhook_is_shown_once(machine: Api) -> None:
    body = {"name": "Own", "channel": "webhook", "severities": ["info"]}
    made = machine.call("POST", f"{API}/alert-routes", body | {"url": "https://example.com/a"})
    assert made.json()["secret"].startswith("whsec_")
    assert made["Cache-Control"] == "no-store"
    assert "secret" not in machine.get(f"{API}/alert-routes/{made.json()['id']}").json()


@pytest.mark.parametrize(
    "changes",
    [
        {"url": None},
        {"url": "ftp://example.com"},
        {"url": "https://user:pw@example.com"},
        {"severities": []},
        {"channel": "pagerduty", "url": None},
        {"channel": "fax"},
        {"channel": "email", "recipients": ["a@example.com\nBcc: b@example.com"]},
        {"channel": "email", "recipients": ["nobody"]},
        {"name": ""},
    ],
)
def test_a_route_that_cannot_work_is_refused(machine: Api, changes: dict[str, Any]) -> None:
    answer = machine.call("POST", f"{API}/alert-routes", SLACK | changes)
    assert answer.status_code == 422, answer.content
    assert not CallbackEndpoint.unscoped.exists()


def test_the_only_route_is_disabled_and_not_deleted(machine: Api) -> None:
    made = machine.call("POST", f"{API}/alert-routes", SLACK).json()
    path = f"{API}/alert-routes/{made['id']}"
    assert_problem(machine.call("DELETE", path, None), 409, "conflict")
    change = {"name": "Chat", "severities": ["critical"], "enabled": False}
    assert machine.call("PUT", path, change).json()["disabled_reason"] == "operator"
    assert_problem(machine.call("POST", f"{path}/test", None), 409, "conflict")
    machine.call("POST", f"{API}/alert-routes", SLACK)
    assert machine.call("DELETE", path, None).status_code == 204


def test_a_test_is_in_the_list_of_messages(machine: Api) -> None:
    made = machine.call("POST", f"{API}/alert-routes", SLACK).json()
    sent = machine.call("POST", f"{API}/alert-routes/{made['id']}/test", None)
    assert (sent.status_code, sent.json()["kind"]) == (202, "alert.test")
    listed = machine.get(f"{API}/alert-messages?route={made['id']}").json()["items"]
    assert listed == [sent.json()]
    assert machine.get(f"{API}/callbacks").json()["items"] == []


def test_settings_are_the_usual_ones_until_they_are_changed(machine: Api) -> None:
    path = f"{API}/alert-settings"
    assert machine.get(path).json() == {
        "language": "en",
        "time_zone": "UTC",
        "quiet_from": None,
        "quiet_until": None,
    }
    wanted = {
        "language": "de",
        "time_zone": "Europe/Berlin",
        "quiet_from": "22:00",
        "quiet_until": "06:30",
    }
    assert machine.call("PUT", path, wanted).json() == wanted
    assert machine.get(path).json() == wanted


@pytest.mark.parametrize(
    "changes",
    [
        {"language": "tlh"},
        {"time_zone": "Europe/Atlantis"},
        {"time_zone": "../../etc/passwd"},
        {"quiet_from": "22:00"},
        {"quiet_from": "25:00", "quiet_until": "06:00"},
    ],
)
def test_settings_that_make_no_sense_are_refused(machine: Api, changes: dict[str, Any]) -> None:
    wanted = {"language": "de", "time_zone": "Europe/Berlin"} | changes
    assert machine.call("PUT", f"{API}/alert-settings", wanted).status_code == 422


def test_another_organizations_alert_is_not_answered(machine: Api, other_tenant: Tenant) -> None:
    theirs: Organization = other_tenant.organization
    alert = Alert.objects.create(
        organization=theirs, kind=AlertKind.BACKLOG, subject="erp", message="Much."
    )
    answer = machine.call("POST", f"{API}/alerts/{alert.pk}/acknowledge", None)
    assert_problem(answer, 404, "not_found")
    assert not alert.notices.exists()


def test_an_alert_is_told_in_the_language_and_zone_that_is_asked_for(
    machine: Api, tenant: Tenant
) -> None:
    paused = Alert.objects.create(
        organization=tenant.organization,
        kind=AlertKind.CONNECTION_PAUSED,
        subject="0193a3f0-7c3e-7d10-8f00-00000000000a",
        facts={"connection": "ERP", "since": "2026-07-01T22:30:00+00:00"},
        message="It is paused.",
    )
    path = f"{API}/alerts/{paused.pk}"
    told = machine.get(f"{path}?language=de&time_zone=Europe/Berlin").json()
    assert "2. Juli 2026" in told["what"] or "02.07.2026" in told["what"]
    assert told["do"].startswith("Setzen Sie")
    assert told["page"] == f"/connections/{paused.subject}"
    assert "1" in machine.get(path).json()["what"]
    assert_problem(machine.get(f"{path}?language=tlh"), 422, "invalid_input")
    assert_problem(machine.get(f"{path}?time_zone=Mars"), 422, "invalid_input")


def test_a_note_says_what_is_being_done(machine: Api, alert: Alert) -> None:
    body = {"note": "The ERP is being restarted."}
    told = machine.call("POST", f"{API}/alerts/{alert.pk}/acknowledge", body).json()
    assert told["acknowledged_note"] == body["note"]
    long = machine.call("POST", f"{API}/alerts/{alert.pk}/acknowledge", {"note": "x" * 1001})
    assert_problem(long, 422, "invalid_input")


def test_open_alerts_are_counted_and_listed_by_kind(
    machine: Api, stranger: Api, tenant: Tenant, alert: Alert
) -> None:
    for subject in ("a", "b"):
        Alert.objects.create(
            organization=tenant.organization,
            kind=AlertKind.STEP_FAILED,
            subject=subject,
            message="It failed.",
        )
    Alert.objects.create(kind=AlertKind.NO_WORKER, subject="callbacks", message="None.")
    machine.call("POST", f"{API}/alerts/{alert.pk}/acknowledge", None)
    told = machine.get(f"{API}/alert-counts").json()["items"]
    assert [(each["kind"], each["open"], each["acknowledged"]) for each in told] == [
        ("no_worker", 1, 0),
        ("step_failed", 2, 0),
        ("backlog", 1, 1),
    ]
    listed = machine.get(f"{API}/alerts?kind=step_failed").json()["items"]
    assert {each["subject"] for each in listed} == {"a", "b"}
    assert [each["kind"] for each in stranger.get(f"{API}/alert-counts").json()["items"]] == [
        "no_worker"
    ]
