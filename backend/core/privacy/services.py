from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import Conflict, FieldError, NotFound, Unprocessable
from core.ids import uuid7, uuid7_floor
from core.privacy.models import WORKING, PrivacyMatch, PrivacyRequest, RequestStatus
from core.privacy.subjects import Subject, subject_hash, subject_of, subject_parse, subject_seal
from core.submissions.models import Submission

KEPT_FOR = timedelta(days=7)
_COMMITTED_WITHIN = timedelta(minutes=10)


@transaction.atomic
def privacy_search(*, organization: Organization, subject: str, actor: Actor) -> PrivacyRequest:
    """Start a search for a person; `privacy_run` continues it. Raises Unprocessable."""
    parsed = subject_parse(subject)
    request = PrivacyRequest(
        organization=organization,
        subject_hash=subject_hash(organization.pk, parsed),
        total=Submission.objects.owned_by(organization).count(),
        until_id=uuid7(),
        created_by=actor.kept(),
    )
    request.sealed_subject = subject_seal(request, parsed)
    request.save(force_insert=True)
    privacy_note(request, actor, "privacy.searched")
    return request


def privacy_get(*, organization: Organization, request_id: uuid.UUID) -> PrivacyRequest:
    """Raises NotFound."""
    owned = PrivacyRequest.objects.owned_by(organization).select_related("organization")
    found = owned.filter(pk=request_id).first()
    if found is None:
        raise NotFound("This organization has no privacy request with that id.")
    return found


@transaction.atomic
def privacy_erase(
    *, organization: Organization, request_id: uuid.UUID, confirm: str, actor: Actor
) -> PrivacyRequest:
    """Erase what was found and what came in since. The caller types the subject again.

    Raises NotFound, Conflict during the search or when the identity is already deleted,
    Unprocessable when ``confirm`` is somebody else.
    """
    privacy_get(organization=organization, request_id=request_id)
    owned = PrivacyRequest.objects.owned_by(organization).select_related("organization")
    request = owned.select_for_update(of=("self",)).get(pk=request_id)
    subject = subject_of(request)
    if request.status in (RequestStatus.ERASING, RequestStatus.WAITING):
        return request
    if request.status != RequestStatus.FOUND:
        raise Conflict("The search has not ended yet. Wait for it, then look at what it found.")
    _confirmed(subject, confirm)
    request.status = RequestStatus.ERASING
    request.erased_by = actor.kept()
    # The search could not see submissions that were being accepted while it passed.
    again = uuid7_floor(request.created_at - _COMMITTED_WITHIN)
    request.last_id = min(request.last_id, again) if request.last_id else None
    request.until_id = uuid7()
    request.looked_at = 0
    request.save(update_fields=["status", "erased_by", "last_id", "until_id", "looked_at"])
    privacy_note(request, actor, "privacy.erasure_requested", {"found": request.found.count()})
    return request


def privacy_forget() -> int:
    """Delete identity and results of week-old requests. Returns how many."""
    requests = PrivacyRequest.objects.across_organizations("all are kept equally long")
    old = (
        requests.filter(created_at__lt=Now() - KEPT_FOR)
        .exclude(status__in=WORKING)
        .exclude(sealed_subject=None)
    )
    ids = list(old.values_list("pk", flat=True)[:1_000])
    matches = PrivacyMatch.objects.across_organizations("all are kept equally long")
    matches.filter(request__in=ids).delete()
    return requests.filter(pk__in=ids).update(
        sealed_subject=None, status=RequestStatus.EXPIRED, finished_at=F("finished_at")
    )


def privacy_note(
    request: PrivacyRequest, actor: Actor, action: str, facts: dict[str, Any] | None = None
) -> None:
    """Audit it without the data: only the keyed hash identifies the person."""
    audit_record(
        organization=request.organization,
        actor=actor,
        action=action,
        object_kind="privacy_request",
        object_id=request.pk,
        detail={"subject": request.subject_hash, **(facts or {})},
    )


def _confirmed(subject: Subject, confirm: str) -> None:
    try:
        same = subject_parse(confirm) == subject
    except Unprocessable:
        same = False
    if not same:
        raise Unprocessable(
            "This is not the person of the search, so nothing was erased.",
            errors=[FieldError("confirm", "Type the address or the reference of the search.")],
        )
