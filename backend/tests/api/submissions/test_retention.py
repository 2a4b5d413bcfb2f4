"""How long submissions are kept, said through the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from core.audit.models import AuditEntry
from core.privacy import retention
from core.privacy.expiry import submissions_expire
from core.submissions.models import Submission, SubmissionState
from tests.api.checks import assert_problem
from tests.api.conftest import Submit
from tests.api.operations.test_audit import admin
from tests.conftest import Api, Tenant

__all__ = ["admin"]

RETENTION = "/api/v1/privacy/retention"
OF_WORKFLOW = f"{RETENTION}/workflows/new-customer"


def put(api: Api, path: str, days: object) -> dict[str, object]:
    answer = api.call("PUT", path, {"days": days})
    assert answer.status_code == 200, answer.content
    found: dict[str, object] = answer.json()
    return found


def ended(submit: Submit, days_ago: int) -> Submission:
    """A submission that ended then; its id is as old."""
    made = Submission.unscoped.get(pk=submit()["id"])
    at = datetime.now(UTC) - timedelta(days=days_ago)
    rows = SubmissionState.unscoped.filter(pk=made.pk)
    rows.update(status="cancelled", finished_at=at)
    return made


@pytest.fixture
def much_later(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """Ids cannot be made old, so it is later instead."""
    later = datetime.now(UTC) + timedelta(days=40)

    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return later

    monkeypatch.setattr(retention, "datetime", Later)
    return later


def test_a_workflow_is_kept_as_its_organization_until_it_says_something(admin: Api) -> None:
    page = admin.get(RETENTION).json()
    assert (page["days"], page["next_cursor"]) == (None, None)
    assert page["items"] == [
        {"slug": "new-customer", "name": page["items"][0]["name"], "days": None, "kept_days": None}
    ]
    assert put(admin, RETENTION, 730) == {"days": 730}
    assert admin.get(RETENTION).json()["days"] == 730
    assert admin.get(RETENTION).json()["items"][0]["kept_days"] == 730
    said = put(admin, OF_WORKFLOW, 90)
    assert (said["days"], said["kept_days"]) == (90, 90)
    unsaid = put(admin, OF_WORKFLOW, None)
    assert (unsaid["days"], unsaid["kept_days"]) == (None, 730)


def test_what_is_said_is_audited_once(admin: Api) -> None:
    put(admin, RETENTION, 730)
    put(admin, RETENTION, 730)
    put(admin, OF_WORKFLOW, 90)
    entries = AuditEntry.unscoped.filter(action__endswith=".retention_set").order_by("pk")
    assert [(each.action, each.changes["days"]["after"]) for each in entries] == [
        ("organization.retention_set", 730),
        ("workflow.retention_set", 90),
    ]


def test_a_preview_counts_what_then_goes(admin: Api, submit: Submit, much_later: datetime) -> None:
    gone, kept = ended(submit, 5), ended(submit, -35)
    open_still = submit()["id"]
    tried = admin.get(f"{RETENTION}/preview?days=30").json()
    assert (tried["submissions"], tried["more"]) == (1, False)
    assert admin.get(f"{OF_WORKFLOW}/preview?days=30").json() == tried
    put(admin, OF_WORKFLOW, 30)
    # It says something itself now, so what the organization says does not concern it.
    assert admin.get(f"{RETENTION}/preview?days=30").json()["submissions"] == 0
    assert submissions_expire(now=much_later) == 1
    left = {str(pk) for pk in Submission.unscoped.values_list("pk", flat=True)}
    assert left == {str(kept.pk), open_still}
    assert str(gone.pk) not in left


def test_a_preview_does_not_count_for_ever(
    admin: Api, submit: Submit, much_later: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "MOST_COUNTED", 2)
    for _ in range(3):
        ended(submit, 5)
    tried = admin.get(f"{RETENTION}/preview?days=1").json()
    assert (tried["submissions"], tried["more"]) == (2, True)


def test_a_time_before_all_time_deletes_nothing(admin: Api, submit: Submit) -> None:
    ended(submit, 5)
    tried = admin.get(f"{RETENTION}/preview?days=32767").json()
    assert (tried["submissions"], tried["ended_before"] < "1970") == (0, True)
    put(admin, RETENTION, 32_767)
    assert submissions_expire() == 0


@pytest.mark.parametrize("days", [0, -1, 32_768, "90", 1.5, True])
def test_a_time_that_makes_no_sense_is_refused(admin: Api, days: object) -> None:
    problem = assert_problem(admin.call("PUT", RETENTION, {"days": days}), 422, "invalid_input")
    assert problem["errors"][0]["field"] == "days"


def test_another_organizations_workflow_is_not_there(admin: Api, other_tenant: Tenant) -> None:
    path = f"{RETENTION}/workflows/theirs"
    assert_problem(admin.call("PUT", path, {"days": 5}), 404, "not_found")
    assert_problem(admin.get(f"{path}/preview?days=5"), 404, "not_found")
    assert {each["slug"] for each in admin.get(RETENTION).json()["items"]} == {"new-customer"}
