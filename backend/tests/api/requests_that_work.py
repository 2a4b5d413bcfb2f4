"""For each route a request that succeeds in the `world`, for whoever may make it."""

from __future__ import annotations

import json
import time
import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from core.access.invitations import invitation_create
from core.accounts.api_keys import api_key_create
from core.accounts.models import Membership, Organization, Role, User
from core.accounts.permissions import Permission
from core.alerts.models import Alert, AlertKind, Severity
from core.alerts.routes import RouteWanted, route_create
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create, endpoint_ping
from core.callbacks.models import Callback, CallbackKind, CallbackStatus, Channel
from core.credentials.device_sign_ins import device_ask
from core.credentials.models import OAuthClient
from core.credentials.programs import Program
from core.credentials.token_families import family_start
from core.delivery.models import BulkKind
from core.delivery.operate import BulkAsked, bulk_start
from core.privacy.runner import privacy_work
from core.privacy.services import privacy_search
from core.submissions.accept import submission_accept
from core.submissions.confirmations import confirmation_request
from core.submissions.models import (
    Note,
    Source,
    StepRun,
    StepStatus,
    Submission,
    SubmissionState,
    SubmissionStatus,
)
from core.submissions.operate import submission_cancel
from core.submissions.read import SubmissionFilter, tracking_token
from core.submissions.uploads import upload_take
from core.views.models import SavedView
from core.workflows.protection import ticket_issue
from core.workflows.versions import draft_save, workflow_create
from tests.api.uploads import PDF
from tests.conftest import Tenant
from tests.rows import LIST, connection_with_list

ANSWERS = {"data": {"company": "Nordwind Trading", "email": "ada.berg@example.com"}}
_HOOK = {"url": "https://example.com/other", "kinds": ["submission.failed"], "enabled": True}

_ROUTE = {"name": "On call", "severities": ["critical"], "recipients": ["ops@example.com"]}

_DEFINITION: dict[str, Any] = {
    "workflow": "new-customer",
    "name": "New customer",
    "form": {
        "title": "Become a customer",
        "fields": {"company": {"label": "Company", "kind": "text"}},
    },
    "steps": {"customer": {"use": "erp/request.send", "with": {"path": "/customers"}}},
}

# Whoever manages keys may put this scope into one, whatever else they may do.
_CREDENTIAL = {"name": "A program", "scopes": [Permission.KEYS_MANAGE]}

BODIES: dict[str, Any] = {
    "create_api_key": _CREDENTIAL,
    "rotate_api_key": {},
    "create_oauth_client": _CREDENTIAL,
    "rotate_oauth_client": {},
    "replace_credentials": {"credentials": {"auth": {"scheme": "bearer", "token": "another"}}},
    "create_connection": {
        "slug": "crm",
        "name": "The CRM",
        "connector": "rest",
        "settings": {"base_url": "https://crm.example.com"},
    },
    "try_connection": {"connector": "rest", "settings": {"base_url": "http://127.0.0.1:9"}},
    "try_connection_changes": {"settings": {"base_url": "http://127.0.0.1:9"}},
    "change_connection": {"name": "The old ERP"},
    "change_protection": {
        "honeypot": True,
        "min_seconds": 0,
        "proof_of_work": False,
        "allowed_origins": [],
    },
    "search_person": {"subject": "grace@example.com"},
    "erase_person": {"confirm": "ada.berg@example.com"},
    "look_at_device": {"user_code": "{user_code}"},
    "approve_device": {"user_code": "{user_code}", "organization_id": "{organization_id}"},
    "refuse_device": {"user_code": "{user_code}"},
    "refresh_tokens": {"refresh_token": "{refresh_token}"},
    "revoke_tokens": {"refresh_token": "{refresh_token}"},
    "check_form": ANSWERS,
    "report_vitals": {"page": "form", "lcp": 1.2},
    "submit_form": ANSWERS,
    "request_confirmation": ANSWERS | {"protection": {"ticket": "{ticket}"}},
    "submit_workflow": ANSWERS,
    "submit_batch": {"submissions": [ANSWERS]},
    "resume_submission": {},
    "assign_submission": {"member_id": None},
    "create_note": {"text": "Called them back."},
    "change_note": {"text": "Called them back twice."},
    "resolve_step": {"decision": "resend"},
    "limit_connection": {"max_in_flight": 5, "rate_per_second": 2, "rate_burst": 1},
    "pause_connection": {},
    "preview_bulk": {"kind": "cancel", "filter": {}},
    "start_bulk": {"kind": "cancel", "filter": {}},
    "start_previewed_bulk": {"rate_per_second": 5},
    "list_bulk_fields": {"filter": {}},
    "create_view": {"name": "Failed", "filter": {"status": ["failed"]}},
    "change_view": {"name": "Failed", "columns": ["reference"], "sort": "changed"},
    "create_callback_endpoint": {"url": _HOOK["url"], "kinds": _HOOK["kinds"]},
    "change_callback_endpoint": _HOOK,
    "change_alert_rule": {"threshold": 20},
    "change_alert_settings": {"language": "de", "time_zone": "Europe/Berlin"},
    "change_alert_route": _ROUTE,
    "create_alert_route": _ROUTE | {"channel": "email"},
    "acknowledge_alert": {"note": "On it."},
    "silence_alert": {"until": None},
    "create_invitation": {"email": "grace@example.com", "role": "viewer"},
    "change_member_role": {"role": "operator"},
    "change_organization": {"name": "Nordwind", "retention_days": 30},
    "set_retention": {"days": 730},
    "set_workflow_retention": {"days": 90},
    "look_at_invitation": {"token": "{token_of_invitation}"},
    "accept_invitation": {"token": "{token_to_accept}"},
    "change_my_preferences": {"language": "de", "time_zone": "Europe/Berlin"},
    "choose_my_organization": {"organization_id": "{organization_id}"},
    "create_workflow": _DEFINITION | {"workflow": "returns"},
    "check_definition": _DEFINITION,
    "save_draft": _DEFINITION,
    "publish_definition": _DEFINITION,
    "rename_workflow": {"slug": "customers"},
    "duplicate_workflow": {"slug": "customers", "name": "Customers"},
    "preview_workflow": ANSWERS,
    "fill_workflow_template": {
        "slug": "events",
        "name": "Events",
        "connections": {"api": "erp"},
    },
    "evaluate_text": {
        "document": json.dumps(_DEFINITION | {"workflow": "returns"}),
        "place": "subject",
        "text": "${{ input.company }}",
        "data": {"company": "Nordwind"},
    },
    "enter_editor": {"tab": "t1"},
    "preview_form": {"document": json.dumps(_DEFINITION | {"workflow": "returns"})},
    "preview_definition": {
        "document": json.dumps(_DEFINITION | {"workflow": "returns"}),
        "data": {"company": "Nordwind"},
    },
}
WORK_WITHOUT_BODY = {
    "get_answers_schema",
    "get_workflow_openapi",
    "confirm_form",
    "archive_workflow",
    "cancel_submission",
    "count_submissions",
    "delete_callback_endpoint",
    "delete_note",
    "delete_connection",
    "delete_view",
    "delete_workflow",
    "diff_workflow",
    "discard_draft",
    "download_file",
    "export_audit",
    "export_person",
    "export_submissions",
    "get_audit_chain",
    "get_audit_entry",
    "get_bulk",
    "get_callback",
    "get_callback_endpoint",
    "get_confirmation",
    "get_connection",
    "get_connection_history",
    "get_connection_list",
    "get_connector",
    "get_draft",
    "get_live_version",
    "get_form",
    "get_form_choices",
    "get_form_ticket",
    "get_me",
    "get_organization",
    "get_overview",
    "get_privacy_request",
    "get_protection",
    "get_submission",
    "get_submission_form",
    "get_tracking",
    "get_version",
    "get_workflow",
    "get_expression_functions",
    "get_workflow_schema",
    "get_workflow_template",
    "leave_editor",
    "leave_organization",
    "count_alerts",
    "delete_alert_route",
    "get_alert",
    "get_alert_route",
    "get_alert_settings",
    "list_alert_messages",
    "list_alert_routes",
    "list_alert_rules",
    "list_alerts",
    "test_alert_route",
    "list_api_keys",
    "list_audit",
    "list_bulk",
    "list_bulk_items",
    "list_callback_endpoints",
    "list_callbacks",
    "list_connection_errors",
    "list_connection_uses",
    "list_connections",
    "list_connectors",
    "list_events",
    "list_invitations",
    "list_members",
    "list_needs",
    "list_notes",
    "list_oauth_clients",
    "list_privacy_requests",
    "list_retention",
    "list_submissions",
    "list_versions",
    "list_views",
    "list_workflow_templates",
    "list_workflows",
    "ping_callback_endpoint",
    "preview_replay",
    "preview_retention",
    "preview_workflow_retention",
    "publish_workflow",
    "remove_member",
    "replay_submission",
    "resend_callback",
    "resend_invitation",
    "restore_version",
    "resume_connection",
    "retry_submission",
    "reveal_submission",
    "revoke_api_key",
    "revoke_invitation",
    "revoke_oauth_client",
    "rotate_callback_secret",
    "stop_bulk",
    "test_connection",
    "transfer_ownership",
}
TAKE_A_FILE = {"upload_form_file", "upload_workflow_file"}
ASK_ELSEWHERE = {"get_form_logo"}
"""They are answered by another server: `test_form_logos.py` has one."""
QUERIES = {
    "leave_editor": "?tab=t1",
    "preview_retention": "?days=365",
    "preview_workflow_retention": "?days=365",
}
# These need the thing of their path in a state, or of a kind, of its own.
STATES = {
    "delete_connection": "unused_connection",
    "delete_workflow": "unused_slug",
    "get_connection_list": "unused_connection",
    "download_file": "sent_submission_id",
    "revoke_api_key": "key_credential_id",
    "rotate_api_key": "key_credential_id",
    "revoke_oauth_client": "client_credential_id",
    "rotate_oauth_client": "client_credential_id",
    "resume_submission": "cancelled_submission_id",
    "retry_submission": "waiting_submission_id",
    "preview_replay": "delivered_submission_id",
    "replay_submission": "delivered_submission_id",
    "resolve_step": "unknown_step_run_id",
}


def world(tenant: Tenant, person: User | None) -> dict[str, str]:
    """One thing of every kind that the tenant owns, by the name that paths give its id."""
    organization = tenant.organization
    submission = _submission(tenant)
    endpoint, _ = endpoint_create(
        organization=organization,
        url="https://example.com/hook",
        kinds=[CallbackKind.FAILED],
        actor=SYSTEM,
    )
    callback = endpoint_ping(organization=organization, endpoint_id=endpoint.pk, actor=SYSTEM)
    Callback.unscoped.filter(pk=callback.pk).update(status=CallbackStatus.FAILED)
    bulk = bulk_start(
        organization=organization,
        asked=BulkAsked(BulkKind.CANCEL, SubmissionFilter()),
        rate_per_second=1,
        actor=SYSTEM,
    )
    found = {
        "slug": "new-customer",
        "unused_slug": _unused_workflow(tenant),
        "number": "1",
        "organization_id": str(organization.pk),
        "submission_id": str(submission.pk),
        "token": tracking_token(submission.pk),
        "ticket": ticket_issue("new-customer")[0],
        "link": confirmation_request(
            version=tenant.version,
            form="new-customer",
            data=submission.data,
            language="en",
            email="ada@example.com",
        )[1],
        "step_run_id": str(_first_run(submission).pk),
        "connection": str(_first_run(submission).connection_id),
        "unused_connection": str(connection_with_list(organization).pk),
        "connector": "tryton",
        "list_name": LIST,
        "template_id": "webhook-relay",
        "key": "chair",
        "endpoint_id": str(endpoint.pk),
        "callback_id": str(callback.pk),
        "bulk_id": str(bulk.pk),
        "view_id": str(_view(organization, person or tenant.user)),
        "note_id": str(_note(submission, person or tenant.user)),
        "member_id": str(_member(organization, Role.VIEWER).pk),
    }
    _member(organization, Role.OWNER)  # so that the other owners are not the last
    invitation, token = _invitation(organization, "invited@example.com")
    found |= {"invitation_id": str(invitation), "token_of_invitation": token}
    found |= _files(tenant) | _credentials(tenant) | _kept(organization) | _alerts(organization)
    if person is not None:
        elsewhere = Organization.objects.create(slug=uuid.uuid4().hex[:8], name="Elsewhere")
        found["token_to_accept"] = _invitation(elsewhere, person.email)[1]
    return found | _in_states(tenant)


def _unused_workflow(tenant: Tenant) -> str:
    """A workflow that took nothing; the one that takes everything gets a draft."""
    unused = _DEFINITION | {"workflow": "unused"}
    workflow_create(organization=tenant.organization, document=json.dumps(unused), actor=SYSTEM)
    draft_save(
        organization=tenant.organization,
        slug=_DEFINITION["workflow"],
        document=json.dumps(_DEFINITION),
        expected=None,
        actor=SYSTEM,
    )
    return "unused"


def _files(tenant: Tenant) -> dict[str, str]:
    """A question for a file, and a submission that answered it; and one with live choices."""
    question = {"key": "proof", "label": "Proof", "kind": "file", "required": False}
    used = connection_with_list(tenant.organization, "used-erp").slug
    live = {"key": "chair", "label": "Chair", "kind": "choice", "required": False}
    live |= {"from": {"connection": used, "list": LIST}}
    tenant.version.fields = [*tenant.version.fields, question, live]
    tenant.version.form = {"title": tenant.version.title, "without_script": "mail"}
    tenant.version.save(update_fields=["fields", "form"])
    file = SimpleUploadedFile("proof.pdf", PDF)
    upload = upload_take(version=tenant.version, field="proof", file=file)
    submission = submission_accept(
        version=tenant.version,
        data=ANSWERS["data"] | {"proof": [str(upload.pk)]},
        source=Source.API,
    ).submission
    return {"upload_id": str(upload.pk), "sent_submission_id": str(submission.pk)}


def _credentials(tenant: Tenant) -> dict[str, str]:
    organization, scopes = tenant.organization, {Permission.KEYS_MANAGE}
    key, _ = api_key_create(organization=organization, name="A program", scopes=scopes)
    client = OAuthClient.objects.create(
        organization=organization,
        name="A service",
        prefix=uuid.uuid4().hex[:8],
        secret_hash=bytes(32),
        scopes=[str(scope) for scope in scopes],
    )
    session = SessionStore()
    session.create()
    pair = family_start(
        user=tenant.user, session_key=str(session.session_key), organization=organization
    )
    asked = device_ask(
        program=Program("waybill-cli", "A program"),
        scopes=list(Permission),
        origin=replace(SYSTEM, address="::1"),
    )
    return {
        "user_code": asked.user_code,
        "key_credential_id": str(key.pk),
        "client_credential_id": str(client.pk),
        "refresh_token": pair.refresh_token,
    }


def _kept(organization: Organization) -> dict[str, str]:
    """A search for a person that has ended, and the latest entry of the log."""
    subject = BODIES["erase_person"]["confirm"]
    asked = privacy_search(organization=organization, subject=subject, actor=SYSTEM)
    privacy_work(asked.pk, until=time.monotonic() + 60)
    entry = AuditEntry.objects.owned_by(organization).order_by("-pk")[0]
    return {"request_id": str(asked.pk), "entry_id": str(entry.pk)}


def _alerts(organization: Organization) -> dict[str, str]:
    """An alert, and one of two routes."""
    alert = Alert.objects.create(
        organization=organization, kind=AlertKind.BACKLOG, subject=uuid.uuid4().hex, message="Much."
    )
    for name in ("Owners", "On call"):
        wanted = RouteWanted(name=name, severities=list(Severity))
        route, _ = route_create(
            organization=organization, channel=Channel.EMAIL, wanted=wanted, actor=SYSTEM
        )
    return {"alert_id": str(alert.pk), "route_id": str(route.pk), "kind": AlertKind.BACKLOG}


def _in_states(tenant: Tenant) -> dict[str, str]:
    cancelled, waiting, unknown = _submission(tenant), _submission(tenant), _submission(tenant)
    delivered = _submission(tenant)
    SubmissionState.objects.owned_by(tenant.organization).filter(submission=delivered).update(
        status=SubmissionStatus.SUCCEEDED, finished_at=timezone.now()
    )
    submission_cancel(organization=tenant.organization, submission_id=cancelled.pk, actor=SYSTEM)
    _becomes(_first_run(waiting), StepStatus.WAITING)
    _becomes(_first_run(unknown), StepStatus.UNKNOWN)
    return {
        "cancelled_submission_id": str(cancelled.pk),
        "delivered_submission_id": str(delivered.pk),
        "waiting_submission_id": str(waiting.pk),
        "unknown_step_run_id": str(_first_run(unknown).pk),
    }


def _note(submission: Submission, author: User) -> uuid.UUID:
    note = Note.objects.create(
        organization_id=submission.organization_id,
        submission=submission,
        author_id=author.pk,
        author_name="Ada",
        text="Called them back.",
    )
    return note.pk


def _view(organization: Organization, owner: User) -> uuid.UUID:
    view = SavedView.objects.create(
        organization=organization, owner_id=owner.pk, name="Late", shared=False
    )
    return view.pk


def _becomes(run: StepRun, status: StepStatus) -> None:
    """As if a worker had sent it and this had come of it."""
    now = timezone.now()
    rows = StepRun.unscoped.filter(pk=run.pk)
    rows.update(status=StepStatus.SENDING, claimed_at=now, lease_until=now + timedelta(minutes=1))
    due = now if status == StepStatus.WAITING else None
    rows.update(status=status, claimed_at=None, lease_until=None, next_attempt_at=due)


def _submission(tenant: Tenant) -> Submission:
    return submission_accept(
        version=tenant.version, data=ANSWERS["data"], source=Source.API
    ).submission


def _first_run(submission: Submission) -> StepRun:
    return StepRun.unscoped.filter(submission=submission).order_by("position")[0]


def _member(organization: Organization, role: Role) -> Membership:
    person = User.objects.create_user(f"{uuid.uuid4().hex}@example.com")
    return Membership.objects.create(organization=organization, user=person, role=role)


def _invitation(organization: Organization, email: str) -> tuple[uuid.UUID, str]:
    invitation, token = invitation_create(
        organization=organization,
        actor=SYSTEM,
        actor_role=Role.OWNER,
        inviter=None,
        email=email,
        role=Role.VIEWER,
    )
    return invitation.pk, token
