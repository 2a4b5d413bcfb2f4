"""Making and changing callback endpoints. Every change is audited."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from core.accounts.models import Organization
from core.audit.changes import Changes, changes_between, gone, made
from core.audit.services import Actor, audit_record
from core.callbacks.models import (
    PING,
    Callback,
    CallbackEndpoint,
    CallbackKind,
    DisabledReason,
    Purpose,
)
from core.callbacks.web_address import web_address
from core.crypto.encryption import SealBroken
from core.crypto.webhook_signatures import secret_generate
from core.errors import NotFound
from core.ids import uuid7
from core.sealing.fields import field_open, field_seal
from integrations.sdk.redaction.redaction import Redactor

FORMER_SECRET_SIGNS = timedelta(hours=24)
# Never the secrets: writing them back as they were read could undo a rotation of keys.
_CHANGEABLE = ["url", "kinds", "description", "disabled_at", "disabled_reason", "failing_since"]
_SECRETS = ["sealed_secret", "sealed_former_secret", "former_until", "secret_set_at"]


@transaction.atomic
def endpoint_create(
    *,
    organization: Organization,
    url: str,
    kinds: Sequence[CallbackKind],
    actor: Actor,
    description: str = "",
) -> tuple[CallbackEndpoint, str]:
    """Make an endpoint; its secret is returned once and cannot be read again.

    Raises Unprocessable for an address that is not http or https.
    """
    endpoint = CallbackEndpoint(
        organization=organization, url=web_address(url), description=description, kinds=list(kinds)
    )
    secret = secret_generate()
    _set_secret(endpoint, secret)
    endpoint.save(force_insert=True)
    _record(endpoint, actor, "callback_endpoint.created", made(_audited_values(endpoint)))
    return endpoint, secret


@transaction.atomic
def endpoint_change(
    *,
    organization: Organization,
    endpoint_id: uuid.UUID,
    actor: Actor,
    url: str,
    kinds: Sequence[CallbackKind],
    enabled: bool,
    description: str,
) -> CallbackEndpoint:
    """Replace what can be changed. Enabling it sends what waited meanwhile. Raises NotFound."""
    endpoint = endpoint_get(organization=organization, endpoint_id=endpoint_id)
    before = _audited_values(endpoint)
    endpoint.url = web_address(url)
    endpoint.kinds = list(kinds)
    endpoint.description = description
    if enabled:
        endpoint.disabled_at, endpoint.disabled_reason = None, DisabledReason.NONE
        endpoint.failing_since = None
    elif endpoint.disabled_at is None:
        endpoint.disabled_at, endpoint.disabled_reason = timezone.now(), DisabledReason.OPERATOR
    endpoint.save(update_fields=_CHANGEABLE)
    changes = changes_between(before, _audited_values(endpoint))
    _record(endpoint, actor, "callback_endpoint.changed", changes)
    return endpoint


@transaction.atomic
def endpoint_rotate_secret(
    *, organization: Organization, endpoint_id: uuid.UUID, actor: Actor
) -> tuple[CallbackEndpoint, str]:
    """A new secret, returned once; the former one signs too for a day. Raises NotFound."""
    endpoint = endpoint_get(organization=organization, endpoint_id=endpoint_id)
    secret = secret_generate()
    _keep_former(endpoint)
    _set_secret(endpoint, secret)
    endpoint.save(update_fields=_SECRETS)
    _record(endpoint, actor, "callback_endpoint.secret_rotated", {})
    return endpoint, secret


@transaction.atomic
def endpoint_delete(*, organization: Organization, endpoint_id: uuid.UUID, actor: Actor) -> None:
    """Remove an endpoint with its callbacks. Raises NotFound."""
    endpoint = endpoint_get(organization=organization, endpoint_id=endpoint_id)
    _record(endpoint, actor, "callback_endpoint.deleted", gone(_audited_values(endpoint)))
    endpoint.delete()


@transaction.atomic
def endpoint_ping(*, organization: Organization, endpoint_id: uuid.UUID, actor: Actor) -> Callback:
    """Send a `ping`, which says that callbacks arrive. Raises NotFound."""
    endpoint = endpoint_get(organization=organization, endpoint_id=endpoint_id)
    _record(endpoint, actor, "callback_endpoint.pinged", {})
    return Callback.objects.create(
        id=uuid7(),
        organization=organization,
        endpoint=endpoint,
        kind=PING,
        happened_at=Now(),
        next_attempt_at=Now(),
    )


def endpoint_get(*, organization: Organization, endpoint_id: uuid.UUID) -> CallbackEndpoint:
    """Raises NotFound."""
    rows = CallbackEndpoint.objects.owned_by(organization).filter(purpose=Purpose.SUBMISSIONS)
    found = rows.filter(pk=endpoint_id).first()
    if found is None:
        raise NotFound("This organization has no callback endpoint with that id.")
    return found


def endpoint_secrets(endpoint: CallbackEndpoint) -> list[str]:
    """The secrets that sign now. Raises SealBroken."""
    if endpoint.sealed_secret is None:
        return []
    names = ["sealed_secret"]
    former, until = endpoint.sealed_former_secret, endpoint.former_until
    if former is not None and until is not None and until > timezone.now():
        names.append("sealed_former_secret")
    return [field_open(endpoint, name).decode() for name in names]


def _set_secret(endpoint: CallbackEndpoint, secret: str) -> None:
    endpoint.sealed_secret = field_seal(endpoint, "sealed_secret", secret.encode())
    endpoint.secret_set_at = timezone.now()


def _keep_former(endpoint: CallbackEndpoint) -> None:
    """The secret of now becomes the former one. One that cannot be opened signs nothing more."""
    try:
        former = field_open(endpoint, "sealed_secret")
    except SealBroken:
        endpoint.sealed_former_secret, endpoint.former_until = None, None
        return
    endpoint.sealed_former_secret = field_seal(endpoint, "sealed_former_secret", former)
    endpoint.former_until = timezone.now() + FORMER_SECRET_SIGNS


def _audited_values(endpoint: CallbackEndpoint) -> dict[str, Any]:
    return {
        "url": Redactor().url(endpoint.url),
        "description": endpoint.description,
        "kinds": list(endpoint.kinds),
        "enabled": endpoint.disabled_at is None,
    }


def _record(endpoint: CallbackEndpoint, actor: Actor, action: str, changes: Changes) -> None:
    audit_record(
        organization=endpoint.organization,
        actor=actor,
        action=action,
        object_kind="callback_endpoint",
        object_id=endpoint.pk,
        detail={"url": Redactor().url(endpoint.url)},
        changes=changes,
    )
