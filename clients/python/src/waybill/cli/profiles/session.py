"""A person's session: access tokens that last minutes, each got for the refresh token before it.

A refresh token works once. The server takes it again for some seconds, for an answer that was
lost; later it ends the session, because a token that comes back may be a thief's.
"""

from __future__ import annotations

import time
from collections.abc import Generator

import httpx

from waybill.answers import refusal_raise, understood
from waybill.cli.profiles.credentials import Tokens
from waybill.cli.profiles.keeping import credential_load, credential_save
from waybill.cli.profiles.one_at_a_time import credential_lock
from waybill.cli.profiles.stored import Kept

_TRIES = 3
_TRY_SECONDS = 4.0
"""So short that the second try comes within the server's grace of 10 seconds."""
_PAUSE_SECONDS = 0.5


class Session(httpx.Auth):
    """Signs each request of a profile, and keeps its tokens up to date."""

    def __init__(self, profile: str, url: str, kept: Kept, tokens: Tokens) -> None:
        self._profile, self._url, self._kept = profile, url, kept
        self.tokens = tokens

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self.tokens.used_up:
            self._renew()
        request.headers["Authorization"] = f"Bearer {self.tokens.access_token}"
        yield request

    def _renew(self) -> None:
        """Raises Refused when the session is over, Unreachable, Problem."""
        with credential_lock(self._profile):
            # Another command may have refreshed them since.
            kept = credential_load(self._profile, self._url, self._kept)
            self.tokens = kept if isinstance(kept, Tokens) else self.tokens
            if self.tokens.used_up:
                self.tokens = _refreshed(self._url, self.tokens)
                credential_save(self._profile, self._url, self.tokens)


def _refreshed(url: str, tokens: Tokens) -> Tokens:
    """The next tokens. Asks again when the answer is lost."""
    body = {"refresh_token": tokens.refresh_token}
    with understood(url), httpx.Client(base_url=url, timeout=_TRY_SECONDS) as http:
        for left in reversed(range(_TRIES)):
            try:
                answer = http.post("/api/v1/tokens/refresh", json=body)
                break
            except httpx.RequestError:
                if left == 0:
                    raise
                time.sleep(_PAUSE_SECONDS)
        refusal_raise(answer)
        return tokens_of(answer)


def tokens_of(answer: httpx.Response) -> Tokens:
    """What a token endpoint gave out. Raises KeyError or ValueError for another shape."""
    told = answer.json()
    return Tokens.got(told["access_token"], told["refresh_token"], float(told["expires_in"]))
