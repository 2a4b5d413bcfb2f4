"""Something of every kind for a tenant, and what the catalog says about whose it is."""

from __future__ import annotations

import uuid

from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models
from django.utils import timezone

from core.access.invitations import invitation_create
from core.accounts.models import Membership, Organization, Role
from core.alerts.models import (
    Alert,
    AlertKind,
    AlertNotice,
    AlertRule,
    AlertSettings,
    Severity,
)
from core.alerts.routes import RouteWanted, route_create, route_test
from core.audit.chain_append import audit_seal_all
from core.audit.models import AuditCheck
from core.audit.services import SYSTEM
from core.callbacks.endpoints import endpoint_create, endpoint_ping
from core.callbacks.models import CallbackAttempt, CallbackKind, Channel
from core.connection_health.models import Episode, EpisodeKind
from core.connections.models import Connection, ConnectionList
from core.connections.services import connection_save
from core.credentials.models import OAuthClient
from core.delivery.claim import claim_due, connection_queues_due
from core.delivery.models import BulkKind
from core.delivery.operate import BulkAsked, bulk_start
from core.postgres.row_security import owning_column
from core.privacy.models import PrivacyMatch, PrivacyRequest, RequestStatus
from core.statistics.models import Grain, Happened, RollUp
from core.submissions.accept import submission_accept
from core.submissions.confirmations import confirmation_request
from core.submissions.models import (
    Assignment,
    Attempt,
    AttemptOutcome,
    EventKind,
    FormCount,
    Note,
    Replay,
    Source,
    Submission,
)
from core.submissions.read import SubmissionFilter
from core.submissions.state import event_log_submission
from core.submissions.uploads import upload_take
from core.views.models import SavedView
from core.workflows.models import WorkflowDraft
from tests.conftest import Tenant

LIST = "products"
"""A list of the connector in `connection_with_list`."""


def fill(tenant: Tenant) -> Submission:
    """Give the tenant a row in every table that can have one of an organization's."""
    organization = tenant.organization
    question = {"key": "proof", "label": "Proof", "kind": "file", "required": False}
    tenant.version.fields = [*tenant.version.fields, question]
    tenant.version.save(update_fields=["fields"])
    file = SimpleUploadedFile("proof.pdf", b"%PDF-1.7 proof")
    proof = upload_take(version=tenant.version, field="proof", file=file)
    submission = submission_accept(
        version=tenant.version,
        data={"company": "Nordwind", "email": "ada@example.com", "proof": [str(proof.pk)]},
        source=Source.API,
        idempotency_key="one",
    ).submission
    quotas = dict.fromkeys(connection_queues_due(queue="default"), 10)
    (held,) = claim_due(queue="default", quotas=quotas, worker="test").claims
    Attempt.objects.create(
        organization=organization,
        step_run_id=held.step_run_id,
        number=1,
        fence=held.fence,
        worker="test",
        outcome=AttemptOutcome.LOST,
        started_at=held.claimed_at,
    )
    event_log_submission(EventKind.SUBMISSION_RESUMED, submission)
    for name in ("Owners", "On call"):
        wanted = RouteWanted(name=name, severities=list(Severity), url="https://example.com/hook")
        route, _ = route_create(
            organization=organization, channel=Channel.WEBHOOK, wanted=wanted, actor=SYSTEM
        )
    route_test(organization=organization, route_id=route.pk, actor=SYSTEM)
    endpoint, _ = endpoint_create(
        organization=organization,
        url="https://example.com/hook",
        kinds=[CallbackKind.FAILED],
        actor=SYSTEM,
    )
    ping = endpoint_ping(organization=organization, endpoint_id=endpoint.pk, actor=SYSTEM)
    CallbackAttempt.objects.create(
        organization=organization,
        callback=ping,
        number=1,
        started_at=timezone.now(),
        ended_at=timezone.now(),
    )
    bulk_start(
        organization=organization,
        asked=BulkAsked(BulkKind.CANCEL, SubmissionFilter()),
        rate_per_second=1,
        actor=SYSTEM,
    )
    SavedView.objects.create(
        organization=organization, owner_id=tenant.user.pk, name="Failed", shared=True
    )
    invitation_create(
        organization=organization,
        actor=SYSTEM,
        actor_role=Role.OWNER,
        inviter=None,
        email="grace@example.com",
        role=Role.VIEWER,
    )
    OAuthClient.objects.create(
        organization=organization,
        name="A service",
        prefix=uuid.uuid4().hex[:8],
        secret_hash=bytes(32),
        scopes=[],
    )
    connection_with_list(organization)
    confirmation_request(
        version=tenant.version,
        form="customers",
        data={"company": "Nordwind"},
        language="en",
        email="ada@example.com",
    )
    Note.objects.create(
        organization=organization,
        submission=submission,
        author_id=tenant.user.pk,
        author_name="Ada",
        text="Called them back.",
    )
    Assignment.objects.create(
        organization=organization, submission=submission, member=_member_of(tenant)
    )
    Replay.objects.create(organization=organization, submission=submission, origin=submission)
    FormCount.objects.create(organization=organization, workflow=tenant.version.workflow)
    audit_seal_all(organization)
    AuditCheck.objects.create(organization=organization, at=timezone.now(), entries=1)
    request = PrivacyRequest.objects.create(
        organization=organization,
        subject_hash=uuid.uuid4().hex,
        status=RequestStatus.FOUND,
        total=1,
        until_id=submission.pk,
        created_by={},
    )
    PrivacyMatch.objects.create(
        organization=organization, request=request, submission_id=submission.pk, whole=True
    )
    alert = Alert.objects.create(
        organization=organization,
        kind=AlertKind.BREAKER_OPEN,
        subject=str(uuid.uuid4()),
        message="It does not answer.",
    )
    RollUp.objects.create(
        organization=organization,
        grain=Grain.HOUR,
        workflow_id=tenant.version.workflow_id,
        start=timezone.now(),
        happened=Happened.ACCEPTED,
        count=1,
    )
    Episode.objects.create(
        organization=organization,
        connection_id=uuid.uuid4(),
        kind=EpisodeKind.BREAKER,
        began_at=timezone.now(),
        last_at=timezone.now(),
    )
    AlertNotice.objects.create(organization=organization, alert=alert)
    AlertRule.objects.create(organization=organization, kind=AlertKind.BACKLOG, threshold=5)
    AlertSettings.objects.create(organization=organization, language="de")
    WorkflowDraft.objects.create(
        organization=organization,
        workflow=tenant.version.workflow,
        document=tenant.version.document,
    )
    return submission


def _member_of(tenant: Tenant) -> Membership:
    return Membership.objects.owned_by(tenant.organization).get(user=tenant.user)


def connection_with_list(organization: Organization, slug: str = "second-erp") -> Connection:
    """A connection to Tryton that no workflow uses, and a list as if it had just been read there.

    Nothing is at its address.
    """
    connection = connection_save(
        organization=organization,
        slug=slug,
        name="The other ERP",
        connector="tryton",
        config={"base_url": "http://127.0.0.1:9", "company": 1},
        credentials={"application_key": "planted-application-key"},
    )
    ConnectionList.objects.create(
        organization=organization,
        connection=connection,
        name=LIST,
        entries=[["17", f"Chair of {organization.slug}", "unit, 120.00"]],
        fetched_at=timezone.now(),
    )
    return connection


def owned_models() -> list[type[models.Model]]:
    """Every model whose rows belong to organizations."""
    return [model for model in apps.get_models() if owning_column(model) is not None]


def owned_tables() -> list[tuple[str, str]]:
    """Their tables and the column that names the organization."""
    return [(model._meta.db_table, str(owning_column(model))) for model in owned_models()]


def tables() -> set[str]:
    """All tables of the database; months are part of theirs."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'p') AND NOT relispartition"
        )
        return {name for (name,) in cursor.fetchall()}
