"""Second factors: sealed at rest, and passkeys tied to the public origin."""

from __future__ import annotations

from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from core.sealing.factors import factor_open, factor_seal


class MFAAdapter(DefaultMFAAdapter):
    """allauth's adapter, with our key ring and our name."""

    def encrypt(self, text: str) -> str:
        """Seal a secret of an authenticator app or the seed of recovery codes."""
        return factor_seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open what `encrypt` sealed. Raises SealBroken."""
        return factor_open(encrypted_text)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the host that browsers see, not to the host of the API."""
        host = urlsplit(settings.WAYBILL_PUBLIC_URL).hostname or ""
        return {"id": host, "name": "Waybill"}
