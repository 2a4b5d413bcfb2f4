"""A passkey in software (WebAuthn level 2): it makes and signs what a browser would send."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Passkey:
    """One credential of one origin; ``verifies`` is whether it asks for a finger or a PIN."""

    origin: str
    rp_id: str
    verifies: bool = True
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    user_handle: str = ""
    uses: int = 0

    def create(self, options: dict[str, Any]) -> dict[str, Any]:
        """What `navigator.credentials.create` gives for these options."""
        self.user_handle = options["publicKey"]["user"]["id"]
        public = ES256.from_cryptography_key(  # type: ignore[no-untyped-call]
            self.key.public_key()
        )
        attested = AttestedCredentialData.create(bytes(16), self.id, public)
        statement = AttestationObject.create("none", self._data(ATTESTED, attested), {})
        return self._credential(
            {
                "clientDataJSON": self._client_data("webauthn.create", options),
                "attestationObject": websafe_encode(bytes(statement)),
            },
            {"credProps": {"rk": True}},
        )

    def get(self, options: dict[str, Any]) -> dict[str, Any]:
        """What `navigator.credentials.get` gives for these options."""
        self.uses += 1
        data = self._data(0)
        client = self._client_data("webauthn.get", options)
        signed = bytes(data) + sha256(websafe_decode(client))
        signature = self.key.sign(signed, ec.ECDSA(hashes.SHA256()))
        return self._credential(
            {
                "clientDataJSON": client,
                "authenticatorData": websafe_encode(bytes(data)),
                "signature": websafe_encode(signature),
                "userHandle": self.user_handle,
            },
            {},
        )

    def _data(self, flags: int, attested: Any = b"") -> AuthenticatorData:
        flags |= PRESENT | (VERIFIED if self.verifies else 0)
        made: AuthenticatorData = AuthenticatorData.create(
            sha256(self.rp_id.encode()), AuthenticatorData.FLAG(flags), self.uses, attested
        )
        return made

    def _client_data(self, kind: str, options: dict[str, Any]) -> str:
        client = {
            "type": kind,
            "challenge": options["publicKey"]["challenge"],
            "origin": self.origin,
            "crossOrigin": False,
        }
        return websafe_encode(json.dumps(client).encode())

    def _credential(self, response: dict[str, Any], extensions: dict[str, Any]) -> dict[str, Any]:
        name = websafe_encode(self.id)
        return {
            "id": name,
            "rawId": name,
            "type": "public-key",
            "response": response,
            "clientExtensionResults": extensions,
        }
