"""Operators' routes: only for one's own organization, and not for those who only look."""

from __future__ import annotations

from typing import Any

import pytest

from core.accounts.models import Membership, Role
from core.alerts.models import Alert, AlertKind, Severity
from core.alerts.routes import RouteWanted, route_create
from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create, endpoint_ping
from core.callbacks.models import CallbackKind, Channel
from core.delivery.models import BulkKind
from core.delivery.operate import BulkAsked, bulk_preview, bulk_start
from core.submissions.models import StepRun
from core.submissions.read import SubmissionFilter
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.conftest import PASSWORD, Api, Tenant

SUBMISSIONS = "/api/v1/submissions"


@pytest.fixture
def things(tenant: Tenant, submit: Submit) -> dict[str, str]:
    """The id of one thing of each kind that the tenant owns."""
    made = submit()
    run = StepRun.unscoped.filter(submission=made["id"]).first()
    assert run is not None
    endpoint, _ = endpoint_create(
        organization=tenant.organization,
        url="https://example.com/hook",
        kinds=[CallbackKind.FAILED],
        actor=SYSTEM,
    )
    callback = endpoint_ping(
        organization=tenant.organization, endpoint_id=endpoint.pk, actor=SYSTEM
    )
    bulk = bulk_start(
        organization=tenant.organization,
        asked=BulkAsked(BulkKind.CANCEL, SubmissionFilter()),
        rate_per_second=1,
        actor=SYSTEM,
    )
    draft = bulk_preview(
        organization=tenant.organization,
        asked=BulkAsked(BulkKind.CANCEL, SubmissionFilter()),
        actor=SYSTEM,
    )
    alert = Alert.objects.create(
        organization=tenant.organization, kind=AlertKind.BACKLOG, subject="erp", message="Much."
    )
    for name in ("Owners", "Pager"):
        wanted = RouteWanted(name=name, severities=[Severity.CRITICAL])
        route, _ = route_create(
            organization=tenant.organization, channel=Channel.EMAIL, wanted=wanted, actor=SYSTEM
        )
    return {
        "alert": str(alert.pk),
        "route": str(route.pk),
        "submission": made["id"],
        "step": str(run.pk),
        "connection": str(run.connection_id),
        "endpoint": str(endpoint.pk),
        "callback": str(callback.pk),
        "bulk": str(bulk.pk),
        "draft": str(draft.id),
    }


LIMITS = {"max_in_flight": 5, "rate_per_second": 2, "rate_burst": 1}
ENDPOINT = {"url": "https://example.com/other", "kinds": ["submission.failed"], "enabled": True}
ROUTE = {"name": "On call", "severities": ["warning"], "recipients": ["ops@example.com"]}
ROUTES: list[tuple[str, str, Any]] = [
    ("GET", "submissions/{submission}", None),
    ("GET", "submissions/{submission}/events", None),
    ("POST", "submissions/{submission}/cancel", None),
    ("POST", "submissions/{submission}/retry", None),
    ("POST", "submissions/{submission}/resume", {}),
    ("POST", "steps/{step}/resolve", {"decision": "resend"}),
    ("GET", "connections/{connection}", None),
    ("PATCH", "connections/{connection}", {"name": "The old ERP"}),
    ("POST", "connections/{connection}/test", None),
    ("PUT", "connections/{connection}/limits", LIMITS),
    ("POST", "connections/{connection}/pause", {}),
    ("POST", "connections/{connection}/resume", None),
    ("GET", "bulk-actions/{bulk}", None),
    ("GET", "bulk-actions/{bulk}/items", None),
    ("POST", "bulk-actions/{draft}/start", {}),
    ("POST", "bulk-actions/{bulk}/stop", None),
    ("GET", "callback-endpoints/{endpoint}", None),
    ("PUT", "callback-endpoints/{endpoint}", ENDPOINT),
    ("DELETE", "callback-endpoints/{endpoint}", None),
    ("POST", "callback-endpoints/{endpoint}/rotate-secret", None),
    ("POST", "callback-endpoints/{endpoint}/ping", None),
    ("POST", "callbacks/{callback}/resend", None),
    ("GET", "alerts/{alert}", None),
    ("POST", "alerts/{alert}/acknowledge", None),
    ("POST", "alerts/{alert}/silence", {"until": None}),
    ("GET", "alert-routes/{route}", None),
    ("PUT", "alert-routes/{route}", ROUTE),
    ("DELETE", "alert-routes/{route}", None),
    ("POST", "alert-routes/{route}/test", None),
    ("POST", "alert-routes", ROUTE | {"channel": "email"}),
    ("PUT", "alert-rules/backlog", {"threshold": 5}),
    ("PUT", "alert-settings", {"language": "de", "time_zone": "Europe/Berlin"}),
]
CHANGES = [route for route in ROUTES if route[0] != "GET"]


@pytest.mark.parametrize(("method", "path", "body"), CHANGES)
def test_viewers_change_nothing(
    tenant: Tenant, public: Api, things: dict[str, str], method: str, path: str, body: Any
) -> None:
    Membership.unscoped.filter(user=tenant.user).update(role=Role.VIEWER)
    assert public.client.login(username=tenant.user.email, password=PASSWORD)
    answer = public.call(method, f"/api/v1/{path.format(**things)}", body)
    assert answer.status_code == 403


def test_a_submission_is_cancelled_and_says_so(machine: Api, things: dict[str, str]) -> None:
    path = f"{SUBMISSIONS}/{things['submission']}"
    body = machine.call("POST", f"{path}/cancel", None).json()
    assert body["status"] == "cancelled"
    assert {step["status"] for step in body["steps"]} == {"cancelled"}
    kinds = [event["kind"] for event in machine.get(f"{path}/events").json()["items"]]
    assert kinds[0] == "submission.accepted"
    assert kinds[-1] == "submission.cancelled"
    again = machine.call("POST", f"{path}/cancel", None)
    assert_problem(again, 409, "conflict")


def test_a_paused_connection_tells_why_its_steps_wait(machine: Api, things: dict[str, str]) -> None:
    path = f"/api/v1/connections/{things['connection']}"
    gate = machine.call("POST", f"{path}/pause", {"message": "Moving"}).json()["gate"]
    assert (gate["pause_reason"], gate["pause_message"]) == ("operator", "Moving")
    detail = machine.get(f"{SUBMISSIONS}/{things['submission']}").json()
    assert detail["steps"][0]["wait"] == "paused"
    assert machine.call("POST", f"{path}/resume", None).json()["gate"]["paused_at"] is None


def test_a_secret_is_shown_once(machine: Api) -> None:
    body = {"url": "https://example.com/hook", "kinds": ["submission.failed"]}
    made = machine.call("POST", "/api/v1/callback-endpoints", body)
    assert made.status_code == 201
    secret = made.json()["secret"]
    assert secret.startswith("whsec_")
    assert secret not in machine.get("/api/v1/callback-endpoints").content.decode()
    assert secret not in machine.get("/api/v1/audit").content.decode()


@pytest.mark.parametrize(
    "url", ["ftp://a.example", "https://user:pw@a.example/", "nothing", "https://a.example/x\n"]
)
def test_a_callback_goes_to_a_plain_web_address(machine: Api, url: str) -> None:
    body = {"url": url, "kinds": ["submission.failed"]}
    answer = machine.call("POST", "/api/v1/callback-endpoints", body)
    assert_problem(answer, 422, "invalid_input", "url")


def test_a_batch_answers_for_each_item(machine: Api) -> None:
    path = "/api/v1/workflows/new-customer/submissions/batch"
    good = {"company": "Acme", "email": "a@example.com"}
    items = [{"data": good, "idempotency_key": "b1"}, {"data": {"email": "x"}}]
    body = machine.call("POST", path, {"submissions": items}).json()
    assert body["accepted"] == 1
    assert [result["status"] for result in body["results"]] == [202, 422]
    assert body["results"][1]["errors"]
    again = machine.call("POST", path, {"submissions": items[:1]}).json()
    assert again["results"][0]["replayed"] is True
