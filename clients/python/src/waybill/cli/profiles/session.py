"""A person's session: access tokens that last minutes, each got for the refresh token before it."""

from __future__ import annotations

from collections.abc import Generator

import httpx

from waybill.answers import understood
from waybill.cli.profiles.credentials import Tokens
from waybill.cli.profiles.keeping import credential_load, credential_save
from waybill.cli.profiles.stored import Kept


class Session(httpx.Auth):
    """Signs each request of a profile, and keeps its tokens up to date."""

    requires_response_body = True

    def __init__(self, profile: str, url: str, kept: Kept, tokens: Tokens) -> None:
        self._profile, self._url, self._kept = profile, url, kept
        self.tokens = tokens

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self.tokens.used_up:
            # Another command may have refreshed them since: a refresh token works only once.
            kept = credential_load(self._profile, self._url, self._kept)
            self.tokens = kept if isinstance(kept, Tokens) else self.tokens
        if self.tokens.used_up:
            body = {"refresh_token": self.tokens.refresh_token}
            answer = yield httpx.Request("POST", f"{self._url}/api/v1/tokens/refresh", json=body)
            with understood(self._url):
                self.tokens = tokens_of(answer)
            credential_save(self._profile, self._url, self.tokens)
        request.headers["Authorization"] = f"Bearer {self.tokens.access_token}"
        yield request


def tokens_of(answer: httpx.Response) -> Tokens:
    """What a token endpoint gave out. Raises KeyError or ValueError for another shape."""
    told = answer.json()
    return Tokens.got(told["access_token"], told["refresh_token"], float(told["expires_in"]))
