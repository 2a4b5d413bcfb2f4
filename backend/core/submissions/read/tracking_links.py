"""Tracking tokens: the submission's id with a keyed signature, so nothing is stored."""

from __future__ import annotations

import base64
import binascii
import uuid

from django.conf import settings
from django.core.signing import BadSignature, Signer

from core.errors import NotFound

_SALT = "waybill.tracking"


def tracking_token(submission_id: uuid.UUID) -> str:
    """The private token of a submission's tracking page: about 66 URL-safe characters."""
    encoded = base64.urlsafe_b64encode(submission_id.bytes).decode().rstrip("=")
    return _signer().sign(encoded)


def tracking_url(submission_id: uuid.UUID) -> str:
    return token_url(tracking_token(submission_id))


def token_url(token: str) -> str:
    return f"{settings.WAYBILL_PUBLIC_URL.rstrip('/')}/t/{token}"


def read_tracking_token(token: str) -> uuid.UUID:
    """The submission's id. Raises NotFound when the token was not made by us."""
    try:
        encoded = _signer().unsign(token)
        return uuid.UUID(bytes=base64.urlsafe_b64decode(encoded + "=="))
    except (BadSignature, binascii.Error, ValueError) as error:
        raise NotFound(
            "This tracking link is not valid. Open the whole link from your confirmation."
        ) from error


def _signer() -> Signer:
    return Signer(salt=_SALT, sep=".")
