"""Sending an ended callback again, because a person asks for it."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.callbacks.models import Callback, CallbackStatus, Purpose
from core.errors import Conflict, NotFound


@transaction.atomic
def callback_resend(
    *, organization: Organization, callback_id: uuid.UUID, actor: Actor
) -> Callback:
    """Make it due again, with the same `webhook-id` and all of its tries.

    Raises NotFound, and Conflict while it is on its way.
    """
    owned = Callback.objects.owned_by(organization).filter(pk=callback_id)
    told = owned.filter(endpoint__purpose=Purpose.SUBMISSIONS)
    callback = told.select_for_update(no_key=True, of=("self",)).first()
    if callback is None:
        raise NotFound("This organization has no callback with that id.")
    if callback.status in (CallbackStatus.PENDING, CallbackStatus.SENDING):
        raise Conflict("This callback is still on its way: there is nothing to send again.")
    status = callback.status
    owned.update(
        status=CallbackStatus.PENDING,
        tries=0,
        fence=F("fence") + 1,
        next_attempt_at=Now(),
        finished_at=None,
    )
    callback.refresh_from_db()
    audit_record(
        organization=organization,
        actor=actor,
        action="callback.resent",
        object_kind="callback",
        object_id=callback.pk,
        detail={"kind": callback.kind, "submission": callback.submission_id},
        changes=changes_between({"status": status}, {"status": callback.status}),
    )
    return callback
