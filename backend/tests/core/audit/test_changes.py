from __future__ import annotations

from typing import Any

import pytest

from core.accounts.models import Organization
from core.audit.chain import entry_mac
from core.audit.changes import changes_between, gone, made
from core.audit.models import AuditEntry
from core.audit.services import SYSTEM, Actor, audit_record

HIDDEN = {"before": "[redacted]", "after": "[redacted]"}


def test_only_what_differs_is_told_by_its_path() -> None:
    before = {"name": "A", "limits": {"rate": 1, "burst": 2}, "list": [1], "empty": {}}
    after = {"name": "A", "limits": {"rate": 5, "burst": 2}, "list": [1, 2], "empty": {}}
    assert changes_between(before, after) == {
        "limits.rate": {"before": 1, "after": 5},
        "list": {"before": [1], "after": [1, 2]},
    }


def test_what_is_made_or_gone_has_one_side() -> None:
    assert made({"a": 1}) == {"a": {"before": None, "after": 1}}
    assert gone({"a": 1}) == {"a": {"before": 1, "after": None}}


@pytest.mark.security("audit tampering")
@pytest.mark.parametrize(
    "name",
    [
        "password",
        "config.api_key",
        "config.auth.token",
        "secret",
        "credentials.anything",
        "headers.Authorization",
        "cookie",
        "sealed_secret",
        "private_key",
        "recovery_codes",
        "session_cookie",
        "secret_hash",
    ],
)
def test_a_secret_is_hidden_by_its_name(name: str) -> None:
    def nested(value: str) -> dict[str, Any]:
        tree: Any = value
        for part in reversed(name.split(".")):
            tree = {part: tree}
        return dict(tree)

    found = changes_between(nested("planted-one"), nested("planted-two"))
    assert found == {name: HIDDEN}


def test_a_sensitive_field_is_hidden_and_that_it_changed_is_not() -> None:
    found = changes_between({"iban": "1", "n": 1}, {"iban": "2", "n": 2}, sensitive={"iban"})
    assert found == {"iban": HIDDEN, "n": {"before": 1, "after": 2}}


ODD: list[Any] = [
    {"nul": "a\0b", "half": "\ud800", "é": "ü\N{SNOWMAN}"},
    {"floats": [1.0, 0.1, 1e-7, 1e16, 1.5e300, -0.0, float("nan"), float("inf"), 123456789.125]},
    {"ints": [2**70, -5, 0], "bools": [True, False, None]},
    {"nested": [{"b": 1, "a": {"z": 1, "y": [[]]}}], "": ""},
    {1: "number as a name", "tuple": (1, 2), "set": {1}},
]


@pytest.mark.django_db
@pytest.mark.parametrize("detail", ODD)
def test_a_signature_holds_after_postgresql_kept_the_entry(detail: Any) -> None:
    organization = Organization.objects.create(slug="a", name="A")
    actor = Actor(SYSTEM.kind, None, "N\0ame" * 100, "r", "2001:db8::1", "agent\ud800")
    made_entry = audit_record(
        organization=organization,
        actor=actor,
        action="a",
        object_kind="b",
        object_id="c\0",
        detail=detail,
        changes={"x": {"before": detail, "after": None}},
    )
    entry = AuditEntry.unscoped.get()
    assert entry_mac(entry) == made_entry.mac == bytes(entry.mac)
