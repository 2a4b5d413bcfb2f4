"""That comparing a secret takes no longer for one that is nearly right: by construction.

A clock would only show that it did so on this machine, today. What is shown here is what is
compared: always hashes, always whole, always the same number of them, and by nothing else.
"""

from __future__ import annotations

import ast
import hmac
import inspect
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from core.accounts import api_keys, matching
from core.accounts.api_keys import api_key_authenticate, api_key_create
from core.accounts.models import ApiKey, Organization
from core.crypto import secret_hashes as hashes
from core.crypto.secret_hashes import secret_hash, secret_matches

pytestmark = pytest.mark.security("timing of comparisons")

Compared = list[tuple[bytes, bytes]]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> Compared:
    """What `hmac.compare_digest` was given, in order."""
    seen: Compared = []
    real = hmac.compare_digest

    def compare(one: Any, other: Any) -> bool:
        seen.append((bytes(one), bytes(other)))
        return real(one, other)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    return seen


def changed(secret: str, at: int) -> str:
    letter = "A" if secret[at] != "A" else "B"
    return secret[:at] + letter + secret[at + 1 :]


@pytest.mark.parametrize("which", ["right", "first letter", "last letter", "another row", "no row"])
@pytest.mark.parametrize("overlapping", [False, True])
def test_every_secret_is_compared_alike(
    organization: Organization, compared: Compared, which: str, overlapping: bool
) -> None:
    key, secret = api_key_create(organization=organization, name="CI")
    if overlapping:
        ApiKey.unscoped.filter(pk=key.pk).update(
            previous_hash=secret_hash("former"), previous_until=timezone.now() + timedelta(hours=1)
        )
    _, other = api_key_create(organization=organization, name="Other")
    shown = {
        "right": secret,
        "first letter": changed(secret, len("wbk_12345678_")),
        "last letter": changed(secret, len(secret) - 1),
        "another row": secret[:13] + other[13:],
        "no row": "wbk_zzzzzzzz_" + secret[13:],
    }[which]
    compared.clear()
    assert (api_key_authenticate(secret=shown) is not None) == (which == "right")
    assert len(compared) == 2
    assert all(len(one) == len(other) == 32 for one, other in compared)
    assert {one for one, _ in compared} == {secret_hash(shown)}


def test_nothing_is_the_hash_of_nobody() -> None:
    assert secret_matches("", None, None) == [False, False]
    assert secret_matches("x", secret_hash("x"), None) == [True, False]
    assert secret_matches("x", None, secret_hash("x")) == [False, True]


@pytest.mark.parametrize("module", [hashes, matching, api_keys])
def test_no_secret_is_compared_by_an_operator(module: Any) -> None:
    """`==`, `in` and the like stop at the first difference."""
    tree = ast.parse(inspect.getsource(module))
    names = [
        {node.id for node in ast.walk(compare) if isinstance(node, ast.Name)}
        | {node.attr for node in ast.walk(compare) if isinstance(node, ast.Attribute)}
        for compare in ast.walk(tree)
        if isinstance(compare, ast.Compare)
        and not any(isinstance(each, ast.Is | ast.IsNot) for each in compare.ops)
    ]
    secret = {"secret", "given", "secret_hash", "previous_hash", "current", "previous", "known"}
    assert not any(secret & found for found in names)
