"""A browser as people use it: it keeps cookies, obeys CSRF and has an address."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from django.conf import settings
from django.core.mail import EmailMessage
from django.test import Client

from tests.conftest import PASSWORD

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

ROOT = "/_allauth/browser/v1/"


def _client() -> Client:
    return Client(enforce_csrf_checks=True, raise_request_exception=False)


@dataclass
class Browser:
    """``call("POST", "auth/login", {…})`` speaks to allauth; paths with a slash to anything."""

    address: str = "192.0.2.10"
    client: Client = field(default_factory=_client)

    def call(self, method: str, path: str, body: Any = None) -> Answer:
        """Ask, with the CSRF token that a page would send along."""
        if "csrftoken" not in self.client.cookies:
            self.client.get(f"{ROOT}auth/session", REMOTE_ADDR=self.address)
        return self.client.generic(
            method,
            path if path.startswith("/") else ROOT + path,
            b"" if body is None else json.dumps(body).encode(),
            content_type="application/json",
            headers={"x-csrftoken": self.client.cookies["csrftoken"].value},
            REMOTE_ADDR=self.address,
        )

    def get(self, path: str) -> Answer:
        return self.call("GET", path)

    def post(self, path: str, body: Any = None) -> Answer:
        return self.call("POST", path, body)

    def sign_in(self, email: str, password: str = PASSWORD) -> Answer:
        return self.post("auth/login", {"email": email, "password": password})

    def reauthenticate(self, password: str = PASSWORD) -> None:
        assert self.post("auth/reauthenticate", {"password": password}).status_code == 200

    @property
    def signed_in(self) -> bool:
        return self.get("auth/session").status_code == 200


def codes(answer: Answer) -> set[str]:
    """The codes of an answer's errors."""
    return {error["code"] for error in answer.json()["errors"]}


def pending(answer: Answer) -> set[str]:
    """The steps that a sign-in still waits for."""
    return {each["id"] for each in answer.json()["data"]["flows"] if each.get("is_pending")}


def link(message: EmailMessage, page: str) -> str:
    """The key in the link to ``/page/<key>`` of a mail."""
    found = re.search(rf"{settings.WAYBILL_PUBLIC_URL}/{page}/(\S+)", str(message.body))
    assert found, message.body
    return unquote(found[1])
