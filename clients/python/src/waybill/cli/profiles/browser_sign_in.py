"""Signing in with a browser: the device authorization grant (RFC 8628)."""

from __future__ import annotations

import os
import platform
import sys
import time
import webbrowser
from dataclasses import dataclass
from http import HTTPStatus
from importlib.metadata import version
from typing import Any

import httpx

from waybill.answers import understood
from waybill.cli.problems import Exit, Problem
from waybill.cli.profiles.credentials import Tokens
from waybill.cli.profiles.session import tokens_of
from waybill.cli.terminal import note, progress

_PROGRAM = "waybill-cli"
_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_SLOWER_SECONDS = 5.0
_AGAIN = "Run `waybill login` again."
_ENDED = {
    "access_denied": "The sign-in was refused in the browser.",
    "expired_token": "Nobody let this program in within the time.",
    "invalid_grant": "The code is not good any more.",
}


@dataclass(frozen=True)
class _Codes:
    """What the server gave out. Times are in seconds."""

    device_code: str
    user_code: str
    page_with_code: str
    expires_in: float
    interval: float


def sign_in_by_browser(url: str) -> Tokens:
    """Show a code and wait until a person lets this program in. Raises Problem if nobody does."""
    with httpx.Client(base_url=url, headers={"User-Agent": _agent()}, timeout=30.0) as http:
        codes = _codes(http, url)
        note(f"Open {codes.page_with_code}")
        note(f"and compare the code: {codes.user_code}")
        if _has_windows():
            webbrowser.open(codes.page_with_code)
        with progress("Waiting until you let this program in"):
            return _wait(http, url, codes)


def _agent() -> str:
    """What the page in the browser shows: people know their machines by name."""
    said = f"waybill/{version('waybill')} ({platform.system()}) on {platform.node()}"
    return said.encode("ascii", "replace").decode()


def _codes(http: httpx.Client, url: str) -> _Codes:
    with understood(url):
        answer = http.post("/oauth/device_authorization", data={"client_id": _PROGRAM})
        if answer.status_code == HTTPStatus.NOT_FOUND:
            raise Problem(
                f"{url} does not offer a sign-in by browser.",
                "Check the address, or sign in with an API key: waybill login --with-key",
            )
        told = answer.json()
        if not answer.is_success:
            raise Problem(str(told.get("detail") or told.get("error_description") or told), _AGAIN)
        return _Codes(
            device_code=told["device_code"],
            user_code=told["user_code"],
            page_with_code=told.get("verification_uri_complete", told["verification_uri"]),
            expires_in=float(told["expires_in"]),
            interval=float(told.get("interval", _SLOWER_SECONDS)),
        )


def _wait(http: httpx.Client, url: str, codes: _Codes) -> Tokens:
    form = {"grant_type": _GRANT, "device_code": codes.device_code, "client_id": _PROGRAM}
    pause, ends_at = codes.interval, time.monotonic() + codes.expires_in
    while time.monotonic() < ends_at:
        time.sleep(pause)
        try:
            answer = http.post("/oauth/token", data=form)
        except httpx.RequestError:
            pause += _SLOWER_SECONDS  # the network is away; the code stays good (section 3.5)
            continue
        with understood(url):
            if answer.is_success:
                return tokens_of(answer)
            error = _error(answer)
        if error in _ENDED:
            raise Problem(_ENDED[error], _AGAIN, Exit.NO_RIGHT)
        if error == "slow_down":
            pause += _SLOWER_SECONDS
        elif error != "authorization_pending" and answer.status_code < 500:
            raise Problem(f"{url} does not let this program in: {error}.", _AGAIN)
    raise Problem(_ENDED["expired_token"], _AGAIN, Exit.NO_RIGHT)


def _error(answer: httpx.Response) -> str:
    if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return ""
    told: Any = answer.json()
    return str(told["error"] if "error" in told else told["code"])


def _has_windows() -> bool:
    """Whether a browser would open a window of its own, not take over this terminal."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
