"""Runs searches and erasures, one slice at a time."""

from __future__ import annotations

import time
import uuid

from django.db import connection
from django.utils import timezone

from core.audit.services import Actor
from core.callbacks.erase import callbacks_erase
from core.privacy.models import WORKING, PrivacyRequest, RequestStatus
from core.privacy.search import search_chunk
from core.privacy.services import privacy_note
from core.privacy.subjects import Subject, subject_of
from core.submissions.operate import Erasure, submission_erase

_LOCK_SPACE = 0x57625072
_BATCH = 50


def privacy_run(*, seconds: float) -> int:
    """Work on every open request for this long. Returns how many were worked on.

    Several workers may run this at once: a request belongs to one of them at a time.
    """
    until = time.monotonic() + seconds
    worked = 0
    requests = PrivacyRequest.objects.across_organizations("each of them may have asked")
    for request_id in requests.filter(status__in=WORKING).values_list("pk", flat=True):
        worked += privacy_work(request_id, until=until)
    return worked


def privacy_work(request_id: uuid.UUID, *, until: float) -> bool:
    """Work on one request until this monotonic time. False when another worker has it."""
    number = request_id.int & 0x7FFFFFFF
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [_LOCK_SPACE, number])
        if cursor.fetchone() != (True,):
            return False
        try:
            requests = PrivacyRequest.objects.across_organizations("it names its own")
            _work(requests.select_related("organization").get(pk=request_id), until)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [_LOCK_SPACE, number])
    return True


def privacy_finish(request: PrivacyRequest) -> PrivacyRequest:
    """Work on a request until it is done or waiting."""
    while True:
        privacy_work(request.pk, until=time.monotonic() + 60)
        request.refresh_from_db()
        if request.status not in (RequestStatus.SEARCHING, RequestStatus.ERASING):
            return request


def _work(request: PrivacyRequest, until: float) -> None:
    if request.status not in WORKING:
        return
    subject = subject_of(request)
    while search_chunk(request, subject):
        if time.monotonic() > until:
            return
    if request.status == RequestStatus.SEARCHING:
        _end(request, RequestStatus.FOUND)
    elif _erase(request, subject, until):
        _erased(request)


def _erase(request: PrivacyRequest, subject: Subject, until: float) -> bool:
    """Erase. True when nothing is left; what is in flight is tried again next time."""
    after = 0
    waiting = False
    while True:
        left = request.found.filter(erased_at=None, pk__gt=after).order_by("pk")
        batch = list(left[:_BATCH])
        for match in batch:
            after = match.pk
            ended = submission_erase(
                organization=request.organization,
                submission_id=match.submission_id,
                forms=subject.forms,
                whole=match.whole,
            )
            if ended is Erasure.IN_FLIGHT:
                waiting = True
                continue
            callbacks_erase(
                organization=request.organization,
                submission_id=match.submission_id,
                forms=subject.forms,
                whole=match.whole,
            )
            match.erased_at = timezone.now()
            match.save(update_fields=["erased_at"])
            if time.monotonic() > until:
                return False
        if not batch:
            break
    if waiting:
        request.status = RequestStatus.WAITING
        request.save(update_fields=["status"])
    return not waiting


def _erased(request: PrivacyRequest) -> None:
    """Finish: only now may the request delete the person's identity."""
    request.sealed_subject = None
    _end(request, RequestStatus.ERASED)
    whole = request.found.filter(whole=True).count()
    mentions = request.found.filter(whole=False).count()
    privacy_note(
        request,
        Actor.of_kept(request.erased_by or request.created_by),
        "privacy.erased",
        {"submissions": whole, "mentions": mentions},
    )


def _end(request: PrivacyRequest, status: RequestStatus) -> None:
    request.status = status
    request.finished_at = timezone.now()
    request.save(update_fields=["status", "finished_at", "sealed_subject"])
