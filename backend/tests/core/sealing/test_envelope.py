from __future__ import annotations

import base64
import uuid
from dataclasses import replace
from typing import Any

import pytest

from core.accounts.models import Organization
from core.connections.models import Connection
from core.connections.services import connection_credentials
from core.crypto.encryption import KeyMissing, SealBroken, parse_keys, seal
from core.sealing.data_keys import data_key, data_keys_forget
from core.sealing.envelope import Spot, value_open, value_seal
from core.sealing.lookups import keyed_hash
from core.sealing.models import DataKey, Purpose

pytestmark = [pytest.mark.django_db, pytest.mark.security("sealed values moved or forged")]

PLAIN = b"planted secret"


def other_organization() -> Organization:
    return Organization.objects.create(slug=f"o-{uuid.uuid4().hex[:8]}", name="Other")


@pytest.fixture
def spot(organization: Organization) -> Spot:
    return Spot(organization.pk, "connections_connection", uuid.uuid4(), "sealed_credentials")


def sealed_at(spot: Spot) -> bytes:
    return value_seal(PLAIN, spot, data_key(spot.organization_id))


def test_a_value_opens_where_it_was_sealed(spot: Spot) -> None:
    sealed = sealed_at(spot)
    assert PLAIN not in sealed
    assert value_open(sealed, spot) == PLAIN
    assert sealed_at(spot) != sealed


@pytest.mark.parametrize("part", ["table", "row", "field"])
def test_a_value_that_was_moved_does_not_open(spot: Spot, part: str) -> None:
    sealed = sealed_at(spot)
    elsewhere: Any = {part: uuid.uuid4() if part == "row" else "elsewhere"}
    with pytest.raises(SealBroken):
        value_open(sealed, replace(spot, **elsewhere))


def test_a_value_does_not_open_for_another_organization(spot: Spot) -> None:
    sealed = sealed_at(spot)
    other = other_organization()
    data_key(other.pk)
    with pytest.raises(SealBroken):
        value_open(sealed, Spot(other.pk, spot.table, spot.row, spot.field))


@pytest.mark.parametrize("at", [0, 1, 5, 20, 30, -1])
def test_a_changed_value_does_not_open(spot: Spot, at: int) -> None:
    changed = bytearray(sealed_at(spot))
    changed[at] ^= 1
    with pytest.raises(SealBroken):
        value_open(bytes(changed), spot)


@pytest.mark.parametrize("length", [0, 1, 16, 17, 28, 29, 40])
def test_a_shortened_value_does_not_open(spot: Spot, length: int) -> None:
    with pytest.raises(SealBroken):
        value_open(sealed_at(spot)[:length], spot)


def test_a_wrapped_data_key_does_not_open_for_another_organization(spot: Spot) -> None:
    other = other_organization()
    data_key(other.pk)
    data_key(spot.organization_id)
    mine = DataKey.unscoped.get(organization_id=spot.organization_id)
    DataKey.unscoped.filter(organization=other).update(wrapped=mine.wrapped)
    data_keys_forget()
    with pytest.raises(SealBroken):
        data_key(other.pk)


def test_a_missing_key_of_the_deployment_is_named_with_what_to_do(
    spot: Spot, settings: Any
) -> None:
    sealed = sealed_at(spot)
    settings.WAYBILL_ENCRYPTION_KEYS = parse_keys("new:" + base64.b64encode(b"n" * 32).decode())
    data_keys_forget()
    with pytest.raises(KeyMissing, match=r"is not in WAYBILL_ENCRYPTION_KEYS\. Put it back"):
        value_open(sealed, spot)


def test_another_key_under_the_same_id_does_not_open(spot: Spot, settings: Any) -> None:
    sealed = sealed_at(spot)
    first = next(iter(settings.WAYBILL_ENCRYPTION_KEYS))
    settings.WAYBILL_ENCRYPTION_KEYS = parse_keys(
        f"{first}:" + base64.b64encode(b"x" * 32).decode()
    )
    data_keys_forget()
    with pytest.raises(SealBroken):
        value_open(sealed, spot)


def test_credentials_from_before_there_were_data_keys_still_open(
    connection: Connection, settings: Any
) -> None:
    keys = settings.WAYBILL_ENCRYPTION_KEYS
    old = seal(b'{"auth": {"scheme": "none"}}', keys=keys, bound_to=connection.binding)
    Connection.unscoped.filter(pk=connection.pk).update(sealed_credentials=old)
    connection.refresh_from_db()
    assert connection_credentials(connection) == {"auth": {"scheme": "none"}}


def test_an_organization_has_one_key_in_use_for_each_purpose(organization: Organization) -> None:
    first, second = data_key(organization.pk), data_key(organization.pk)
    lookups = data_key(organization.pk, Purpose.LOOKUPS)
    assert first.id == second.id != lookups.id
    assert lookups.secret.hex() not in repr(lookups)
    assert DataKey.objects.owned_by(organization).count() == 2


def test_keyed_hashes_differ_by_organization_and_by_use(organization: Organization) -> None:
    mine = data_key(organization.pk, Purpose.LOOKUPS)
    theirs = data_key(other_organization().pk, Purpose.LOOKUPS)
    hashes = {
        keyed_hash(mine, "search/email", b"a@example.com"),
        keyed_hash(mine, "idempotency", b"a@example.com"),
        keyed_hash(theirs, "search/email", b"a@example.com"),
    }
    assert len(hashes) == 3
    assert keyed_hash(mine, "x", b"y") == keyed_hash(mine, "x", b"y")
