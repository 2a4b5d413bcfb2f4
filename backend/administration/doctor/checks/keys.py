"""Whether the keys of the environment open what is stored."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings

from administration.doctor.findings import Finding, failed, ok, warning
from core.connections.models import Connection
from core.crypto.encryption import SealBroken
from core.sealing.data_keys import data_key_unwrap
from core.sealing.factors import factors_counts
from core.sealing.fields import field_open
from core.sealing.models import DataKey
from core.sealing.rotating.wrapping import first_key, wrapped_counts

PART = "encryption keys"
_OPENED_OF_EACH = 20
_ROTATION = "docs/operations/key-rotation.md"


def key_findings() -> Iterator[Finding]:
    """Every key that something needs is there, and opens a sample of it."""
    needed = wrapped_counts()
    for key_id, count in factors_counts().items():
        needed[key_id] = needed.get(key_id, 0) + count
    present = settings.WAYBILL_ENCRYPTION_KEYS
    broken = False
    for key_id, count in needed.items():
        if key_id not in present:
            broken = True
            yield failed(
                PART,
                f"“{key_id}” is missing, and {count} stored keys or second factors need it",
                "Put it back into WAYBILL_ENCRYPTION_KEYS, behind the first.",
            )
    for fault in (*_data_keys(), *_credentials()):
        broken = True
        yield failed(
            PART,
            fault,
            "Put the key of that time back, from where WAYBILL_ENCRYPTION_KEYS is backed up.",
        )
    if broken:
        return
    yield ok(PART, "open what was sealed with them")
    older = [key_id for key_id in needed if key_id != first_key()]
    if older:
        yield warning(
            PART,
            f"something is still under {', '.join(f'“{key_id}”' for key_id in older)}",
            f"Run `waybill-admin rotate-keys`: {_ROTATION}.",
        )


def _data_keys() -> Iterator[str]:
    keys = DataKey.objects.across_organizations("the keys of the deployment wrap them all")
    for key_id in settings.WAYBILL_ENCRYPTION_KEYS:
        for row in keys.filter(wrapped_by=key_id).order_by("-pk")[:_OPENED_OF_EACH]:
            try:
                data_key_unwrap(row)
            except SealBroken:
                yield f"“{key_id}” has other bytes than the key that wrapped data key {row.pk}"
                break


def _credentials() -> Iterator[str]:
    rows = Connection.objects.across_organizations("the keys of the deployment open them all")
    sealed = rows.exclude(sealed_credentials=None).order_by("-pk")[:_OPENED_OF_EACH]
    for row in sealed:
        try:
            field_open(row, "sealed_credentials")
        except SealBroken as error:
            yield f"the credentials of the connection {row.slug} do not open: {error}"
            return
