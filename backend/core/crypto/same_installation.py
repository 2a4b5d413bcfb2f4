"""How one process proves to another that both belong to the same installation."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

LONGEST_CHALLENGE = 64


def challenge_answer(challenge: str) -> str:
    """What only a process with our secret key can answer. Says nothing about the key itself."""
    return salted_hmac("waybill.same-installation", challenge, algorithm="sha256").hexdigest()
