from __future__ import annotations

import pytest
from django.utils import timezone

from core.accounts.api_keys import api_key_authenticate, api_key_create
from core.accounts.models import Organization


def test_a_key_authenticates_and_only_its_hash_is_kept(organization: Organization) -> None:
    key, secret = api_key_create(organization=organization, name="CI")
    found = api_key_authenticate(secret=secret)
    assert found is not None
    assert found.organization == organization
    key.refresh_from_db()
    assert secret.encode() not in bytes(key.secret_hash)


def test_a_wrong_or_revoked_secret_is_refused(organization: Organization) -> None:
    key, secret = api_key_create(organization=organization, name="CI")
    assert api_key_authenticate(secret=secret[:-1] + "_") is None or secret.endswith("_")
    assert api_key_authenticate(secret="wbk_short") is None
    key.revoked_at = timezone.now()
    key.save()
    assert api_key_authenticate(secret=secret) is None


def test_a_secret_of_another_shape_cannot_become_a_key(organization: Organization) -> None:
    with pytest.raises(ValueError, match="wbk_"):
        api_key_create(organization=organization, name="CI", secret="hunter2")
