from __future__ import annotations

import hashlib


def logo_mark(address: str) -> str:
    """What stands for a logo's address in ours: another logo has another one. 32 hex digits."""
    return hashlib.blake2b(address.encode(), digest_size=16).hexdigest()
