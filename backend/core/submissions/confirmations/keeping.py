"""The verbs: keep answers for an hour, send them when their link is followed, forget them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models.functions import Now
from django.utils import timezone

from core.crypto.secret_hashes import secret_hash
from core.errors import NotFound
from core.postgres.tenancy import every_organization, organization_enter
from core.submissions.accept import Accepted, submission_accept_at
from core.submissions.confirmations.mail import confirmation_mail
from core.submissions.confirmations.sealed import answers_open, answers_seal
from core.submissions.models import Confirmation, Source
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion
from core.workflows.versions import Address
from waybill_definitions.document import EmailQuestion

LIFETIME = timedelta(hours=1)
_BATCH = 1_000


def mail_address_in(version: WorkflowVersion, data: Mapping[str, Any]) -> str | None:
    """The answer to the form's first question for an e-mail address; None where there is none."""
    for key, question in form_of(version).questions.items():
        if isinstance(question, EmailQuestion) and isinstance(data.get(key), str):
            return str(data[key])
    return None


def confirmation_request(
    *, version: WorkflowVersion, form: str, data: Mapping[str, Any], language: str, email: str
) -> tuple[Confirmation, str]:
    """Keep right answers, and mail the link that sends them; its token besides.

    Call it outside a transaction.

    Raises Unavailable when the mail server refuses the message; nothing is kept then.
    """
    token = secrets.token_urlsafe(32)
    kept = Confirmation.objects.create(
        organization_id=version.organization_id,
        form=form,
        version_number=version.number,
        language=language,
        token_hash=secret_hash(token),
        sealed=answers_seal(json.dumps(data).encode(), token),
        expires_at=timezone.now() + LIFETIME,
    )
    try:
        confirmation_mail(version=version, language=language, email=email, token=token, kept=kept)
    except BaseException:
        kept.delete()
        raise
    return kept, token


def confirmation_form(*, token: str) -> Confirmation:
    """What waits behind this link. The caller acts for its organization from then on.

    Raises NotFound.
    """
    with every_organization("the link says whose answers they are"):
        waiting = Confirmation.objects.across_organizations("a link is unique over all of them")
        kept = waiting.filter(token_hash=secret_hash(token), expires_at__gt=Now()).first()
    if kept is None:
        raise NotFound(
            "This link is not valid, or it is older than an hour. Fill in the form again.",
            code="confirmation_expired",
        )
    organization_enter(kept.organization_id)
    return kept


def confirmation_submit(*, token: str, request_id: str = "") -> Accepted:
    """Send the answers behind this link. Followed twice, it is one submission.

    Raises NotFound, and what `submission_accept_at` raises.
    """
    kept = confirmation_form(token=token)
    return submission_accept_at(
        address=Address(kept.form, opened=kept.version_number),
        data=json.loads(answers_open(bytes(kept.sealed), token)),
        source=Source.FORM,
        idempotency_key=f"confirmed-{kept.pk}",
        request_id=request_id,
        language=kept.language,
    )


def confirmations_expire() -> int:
    """Delete answers whose link is too old, whether it was followed or not; how many."""
    waiting = Confirmation.objects.across_organizations("all keep them equally long")
    old = waiting.filter(expires_at__lt=Now()).values_list("pk", flat=True)[:_BATCH]
    deleted, _ = waiting.filter(pk__in=list(old)).delete()
    return deleted
