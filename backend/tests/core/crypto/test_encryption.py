from __future__ import annotations

import base64

import pytest

from core.crypto.encryption import SealBroken, parse_keys, seal, unseal

OLD = "old:" + base64.b64encode(b"o" * 32).decode()
NEW = "new:" + base64.b64encode(b"n" * 32).decode()


def test_a_sealed_value_opens_for_its_own_row_alone() -> None:
    keys = parse_keys(NEW)
    sealed = seal(b"secret", keys=keys, bound_to=b"org/row")
    assert b"secret" not in sealed
    assert unseal(sealed, keys=keys, bound_to=b"org/row") == b"secret"
    with pytest.raises(SealBroken):
        unseal(sealed, keys=keys, bound_to=b"org/other")


def test_an_older_key_still_opens_after_a_new_one_came_first() -> None:
    sealed = seal(b"secret", keys=parse_keys(OLD), bound_to=b"r")
    assert unseal(sealed, keys=parse_keys(f"{NEW},{OLD}"), bound_to=b"r") == b"secret"
    with pytest.raises(SealBroken, match="old"):
        unseal(sealed, keys=parse_keys(NEW), bound_to=b"r")


@pytest.mark.parametrize("text", ["", "k", "k:", "k:c2hvcnQ=", ":" + NEW[4:]])
def test_a_key_of_the_wrong_shape_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="encryption key"):
        parse_keys(text)
