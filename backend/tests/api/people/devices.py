"""A program that asks to be let in, as RFC 8628 has it speak."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import F
from django.test import Client

from core.credentials.models import DeviceSignIn
from tests.api.people.browser import Browser
from tests.conftest import Tenant

GRANT = "urn:ietf:params:oauth:grant-type:device_code"
FORM = "application/x-www-form-urlencoded"
PROGRAM = {"client_id": "waybill-cli"}
AGENT = "waybill/1.0 (Linux) on build-01"
SIGN_INS = "/api/v1/device-sign-ins"


@dataclass
class Device:
    """``address``: where it runs. `begin` gives it codes."""

    address: str = "192.0.2.77"
    codes: dict[str, Any] = field(default_factory=dict)

    def post(self, path: str, form: Any) -> Any:
        return Client(raise_request_exception=False).post(
            path,
            urlencode(form),
            content_type=FORM,
            headers={"user-agent": AGENT},
            REMOTE_ADDR=self.address,
        )

    def begin(self, **more: str) -> dict[str, Any]:
        answer = self.post("/oauth/device_authorization", PROGRAM | more)
        assert answer.status_code == 200, answer.content
        self.codes = answer.json()
        return self.codes

    def poll(self, **more: str) -> Any:
        form = {"grant_type": GRANT, "device_code": self.codes["device_code"]} | PROGRAM | more
        return self.post("/oauth/token", form)

    @property
    def user_code(self) -> dict[str, str]:
        return {"user_code": self.codes["user_code"]}


def decide(person: Browser, verb: str, body: dict[str, Any]) -> Any:
    return person.post(f"{SIGN_INS}/{verb}", body)


def approve(person: Browser, device: Device, tenant: Tenant) -> Any:
    body = device.user_code | {"organization_id": str(tenant.organization.pk)}
    return decide(person, "approve", body)


def let_in(person: Browser, tenant: Tenant, **more: str) -> dict[str, Any]:
    """The tokens of a program that this person let in."""
    device = Device()
    device.begin(**more)
    assert approve(person, device, tenant).status_code == 204
    answer = device.poll()
    assert answer.status_code == 200, answer.content
    tokens: dict[str, Any] = answer.json()
    return tokens


def time_passes(seconds: float) -> None:
    """For every sign-in that waits: what happened in it happened that much earlier."""
    earlier = timedelta(seconds=seconds)
    DeviceSignIn.objects.update(
        created_at=F("created_at") - earlier,
        expires_at=F("expires_at") - earlier,
        polled_at=F("polled_at") - earlier,
    )
