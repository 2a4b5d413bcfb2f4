"""Every operation that changes something leaves an entry that says who asked for it."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from api.api import api
from core.audit.models import AuditEntry
from core.callbacks.models import Callback
from tests.api.conftest import Submit
from tests.api.operations.test_audit import admin
from tests.api.submissions.test_operating import CHANGES, things
from tests.conftest import Api

__all__ = ["admin", "things"]

NOT_AUDITED = {
    "check_definition": "only says what publishing would find wrong",
    "fill_workflow_template": "only says what a template becomes; nothing is saved",
    "check_form": "only says what sending would find wrong",
    "request_confirmation": "keeps answers for an hour, and the public has no name",
    "confirm_form": "the submission is its own record, and the public has no name",
    "submit_form": "the submission is its own record, and the public has no name",
    "submit_workflow": "the submission is its own record: source, request id and time",
    "submit_batch": "each submission is its own record",
    "preview_bulk": "only counts, and keeps for an hour what it counted",
    "list_bulk_fields": "only lists the questions of forms",
    "enter_editor": "says who has an editor open, for less than a minute",
    "leave_editor": "the same",
    "evaluate_text": "only says what a text would give",
    "preview_form": "only says what would be asked",
    "preview_definition": "only says what would be sent",
    "preview_workflow": "only says what would be sent",
    "look_at_device": "only shows who asks, to whoever has the code",
    "look_at_invitation": "only shows what the invitation is, to whoever has it",
    "change_my_preferences": "says how a person reads the console, and nothing of an organization",
    "choose_my_organization": "says for which of theirs a person acts, and changes nothing there",
    "report_vitals": "only counts how a visit felt, and keeps nothing of the visitor",
    "upload_form_file": "the file's row is its own record, and the public has no name",
    "upload_workflow_file": "the file's row is its own record",
}
"""Operations that are not GET and leave no entry, and why."""


def operations() -> dict[str, Any]:
    """What is not GET, by its operation id."""
    found = {}
    for _, router in api._routers:
        for view in router.path_operations.values():
            for operation in view.operations:
                if set(operation.methods) - {"GET", "HEAD", "OPTIONS"}:
                    found[operation.view_func.__name__] = operation
    return found


def test_the_exceptions_are_operations() -> None:
    assert set(NOT_AUDITED) <= set(operations())


@pytest.mark.parametrize("name", sorted(set(operations()) - set(NOT_AUDITED)))
def test_an_operation_names_whoever_asked_to_the_service_that_audits(name: str) -> None:
    source = inspect.getsource(operations()[name].view_func)
    assert "acting" in source or "making(request)" in source, (
        f"{name} changes something and tells nobody who asked for it"
    )


ACCEPTED = [route for route in CHANGES if route[1].split("/")[-1] not in ("retry", "resolve")]


@pytest.mark.parametrize(("method", "path", "body"), ACCEPTED)
def test_a_change_leaves_an_entry_of_its_request(
    admin: Api, submit: Submit, things: dict[str, str], method: str, path: str, body: Any
) -> None:
    if path == "submissions/{submission}/resume":
        admin.call("POST", f"/api/v1/submissions/{things['submission']}/cancel", None)
    if path == "callbacks/{callback}/resend":
        Callback.unscoped.all().update(status="failed", next_attempt_at=None)
    answer = admin.call(method, f"/api/v1/{path.format(**things)}", body)
    assert answer.status_code < 300, answer.content
    request_id = answer["X-Request-ID"]
    entries = AuditEntry.unscoped.filter(request_id=request_id).exclude(action="submission.read")
    entry = entries.get()
    assert entry.actor_kind == "person"
    assert entry.address == "127.0.0.1"
    if method == "PUT":
        assert entry.changes


def test_a_secret_is_in_no_entry(admin: Api, things: dict[str, str]) -> None:
    body = {"url": "https://example.com/h?token=planted-secret", "kinds": ["submission.failed"]}
    assert admin.call("POST", "/api/v1/callback-endpoints", body).status_code == 201
    entry = AuditEntry.unscoped.get(action="callback_endpoint.created", actor_kind="person")
    assert "planted-secret" not in str((entry.detail, entry.changes))
    for kept in AuditEntry.unscoped.all():
        assert "planted-connection-token" not in str((kept.detail, kept.changes))
