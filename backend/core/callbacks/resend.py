from __future__ import annotations

import uuid

from django.db import transaction

from core.accounts.models import Organization
from core.audit.changes import changes_between
from core.audit.services import Actor, audit_record
from core.callbacks.models import Callback, CallbackStatus
from core.callbacks.settle import callback_resend
from core.errors import Conflict, NotFound


@transaction.atomic
def callback_again(*, organization: Organization, callback_id: uuid.UUID, actor: Actor) -> Callback:
    """Send an ended callback once more. Raises NotFound, and Conflict while it is on its way."""
    owned = Callback.objects.owned_by(organization).filter(pk=callback_id)
    callback = owned.select_for_update(no_key=True).first()
    if callback is None:
        raise NotFound("This organization has no callback with that id.")
    if callback.status in (CallbackStatus.PENDING, CallbackStatus.SENDING):
        raise Conflict("This callback is still on its way: there is nothing to send again.")
    status = callback.status
    callback_resend(callback)
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
