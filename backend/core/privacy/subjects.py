"""The subject of a request: sealed while it is worked on, later known by a keyed hash."""

from __future__ import annotations

import hmac
import re
import uuid
from dataclasses import dataclass
from urllib.parse import quote

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from core.crypto.encryption import seal, unseal
from core.errors import Conflict, FieldError, Unprocessable
from core.privacy.models import PrivacyRequest

_REFERENCE = re.compile(r"WB-[0-9A-HJKMNP-TV-Z]{6,13}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_LONGEST = 254


@dataclass(frozen=True, slots=True)
class Subject:
    """``text``: an e-mail address in lower case, or a submission's reference."""

    text: str

    @property
    def by_reference(self) -> bool:
        return bool(_REFERENCE.fullmatch(self.text))

    @property
    def forms(self) -> list[str]:
        """The spellings of an address in texts and in URLs. A reference names no person."""
        return [] if self.by_reference else [self.text, quote(self.text, safe="")]


def subject_parse(text: str) -> Subject:
    """Parse it. Raises Unprocessable unless it is an e-mail address or a reference."""
    text = text.strip()
    if _REFERENCE.fullmatch(text.upper()):
        return Subject(text.upper())
    if len(text) <= _LONGEST and _EMAIL.fullmatch(text):
        return Subject(text.casefold())
    raise Unprocessable(
        "A person is found by their e-mail address, or by the reference of what they submitted.",
        errors=[FieldError("subject", "Neither an e-mail address nor a reference like WB-….")],
    )


def subject_hash(organization_id: uuid.UUID, subject: Subject) -> str:
    """``key id:hex`` of HMAC-SHA-256. Equal for the same person in one organization only."""
    key_id, secret = next(iter(settings.WAYBILL_AUDIT_KEYS.items()))
    key = HKDF(SHA256(), 32, salt=None, info=b"waybill privacy subject").derive(secret)
    digest = hmac.digest(key, organization_id.bytes + subject.text.encode(), "sha256")
    return f"{key_id}:{digest.hex()}"


def subject_seal(request: PrivacyRequest, subject: Subject) -> bytes:
    keys = settings.WAYBILL_ENCRYPTION_KEYS
    return seal(subject.text.encode(), keys=keys, bound_to=request.binding)


def subject_of(request: PrivacyRequest) -> Subject:
    """Open it. Raises Conflict when it was deleted, SealBroken when its key is gone."""
    if request.sealed_subject is None:
        raise Conflict("This request's subject is already deleted. Search again.")
    keys = settings.WAYBILL_ENCRYPTION_KEYS
    sealed = bytes(request.sealed_subject)
    return Subject(unseal(sealed, keys=keys, bound_to=request.binding).decode())
