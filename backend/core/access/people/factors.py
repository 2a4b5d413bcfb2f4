"""Second factors: sealed at rest, and passkeys tied to the public origin."""

from __future__ import annotations

import base64
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from core.kit.encryption import seal, unseal

BOUND_TO = b"second-factor"


class MFAAdapter(DefaultMFAAdapter):
    """allauth's, with our key ring and our name."""

    def encrypt(self, text: str) -> str:
        """Seal a secret of an authenticator app or the seed of recovery codes."""
        sealed = seal(text.encode(), keys=settings.WAYBILL_ENCRYPTION_KEYS, bound_to=BOUND_TO)
        return base64.b64encode(sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open what `encrypt` sealed. Raises SealBroken."""
        sealed = base64.b64decode(encrypted_text)
        return unseal(sealed, keys=settings.WAYBILL_ENCRYPTION_KEYS, bound_to=BOUND_TO).decode()

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the host that browsers see, not to the one the API answers at."""
        host = urlsplit(settings.WAYBILL_PUBLIC_URL).hostname or ""
        return {"id": host, "name": "Waybill"}
