"""An authenticator app (RFC 6238), independent of the code that it is checked with."""

from __future__ import annotations

import base64
import hmac
import struct
import time

from tests.api.people.browser import Browser


def code_now(secret: str, at: float | None = None) -> str:
    """The six digits of the base32 ``secret`` at a Unix time, now by default."""
    moment = int(time.time() if at is None else at) // 30
    mac = hmac.digest(base64.b32decode(secret), struct.pack(">Q", moment), "sha1")
    start = mac[-1] & 0x0F
    number = struct.unpack(">I", mac[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def add_app(browser: Browser) -> str:
    """Add an authenticator app to whoever is signed in; gives its secret."""
    browser.reauthenticate()
    offered = browser.get("account/authenticators/totp")
    assert offered.status_code == 404
    meta = offered.json()["meta"]
    assert meta["totp_url"].startswith("otpauth://totp/")
    assert meta["totp_svg"].startswith("<?xml")
    secret = str(meta["secret"])
    made = browser.post("account/authenticators/totp", {"code": code_now(secret)})
    assert made.status_code == 200, made.content
    return secret
