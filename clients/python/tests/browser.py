"""A person who lets the command line in with their browser."""

from __future__ import annotations

import re

import httpx

from tests.conftest import WAYBILL, CommandLine, Organization
from tests.front import Front
from tests.terminal import in_terminal

_CODE = re.compile(r"code: ([A-Z]{4}-[A-Z]{4})")


def login_by_browser(
    command: CommandLine, server: Front, organization: Organization, verb: str = "approve"
) -> tuple[int, str]:
    """Exit code and screen of `waybill login`, after the owner pressed that button."""

    def watch(screen: str) -> str | None:
        shown = _CODE.search(screen)
        if shown is None:
            return None
        decide(server, organization, verb, shown[1])
        return ""

    return in_terminal([WAYBILL, "login", server.url], command.environment, watch=watch)


def decide(server: Front, organization: Organization, verb: str, code: str) -> None:
    """What the owner's browser sends when they signed in and pressed the button."""
    with httpx.Client(base_url=server.url) as browser:
        browser.get("/_allauth/browser/v1/auth/session")
        person = {"email": organization.owner, "password": organization.password}
        for path, body in (
            ("/_allauth/browser/v1/auth/login", person),
            ("/api/v1/device-sign-ins/look", {"user_code": code}),
        ):
            found = browser.post(path, json=body, headers=csrf(browser)).raise_for_status()
        body = {"user_code": code}
        if verb == "approve":
            body["organization_id"] = found.json()["places"][0]["organization"]["id"]
        path = f"/api/v1/device-sign-ins/{verb}"
        browser.post(path, json=body, headers=csrf(browser)).raise_for_status()


def csrf(browser: httpx.Client) -> dict[str, str]:
    (token,) = (value for name, value in browser.cookies.items() if name.endswith("csrftoken"))
    return {"X-CSRFToken": token}
