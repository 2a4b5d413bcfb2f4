"""Columns that hold one sealed value of their row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from django.apps import apps
from django.db import models

from core.accounts.owned import OfOrganization
from core.sealing.data_keys import data_key
from core.sealing.envelope import Spot, value_open, value_seal

SetType = TypeVar("SetType")
GetType = TypeVar("GetType")

if TYPE_CHECKING:

    class _Bytes(models.BinaryField[SetType, GetType]): ...
else:
    # At run time Django's fields take no type arguments.
    class _Bytes(models.BinaryField, Generic[SetType, GetType]): ...


class SealedField(_Bytes[SetType, GetType]):
    """A `bytea` that `field_seal` writes and `field_open` reads. Key rotation finds it."""


class SealedRow(Protocol):
    """A row of an organization with sealed columns.

    ``binding``: the binding of its values from before data keys existed.
    """

    pk: Any
    organization_id: Any

    @property
    def binding(self) -> bytes: ...


def field_seal(row: SealedRow, name: str, plain: bytes) -> bytes:
    """The value for the row's column ``name``. Raises KeyMissing."""
    return value_seal(plain, _spot(row, name), data_key(row.organization_id))


def field_open(row: SealedRow, name: str) -> bytes:
    """The opened value of the row's column ``name``. Raises SealBroken."""
    sealed = bytes(getattr(row, name))
    return value_open(sealed, _spot(row, name), legacy_binding=row.binding)


def sealed_columns() -> Iterator[tuple[type[OfOrganization], str]]:
    """Every such column in the project."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, SealedField):
                assert issubclass(model, OfOrganization)  # noqa: S101  # whose key would it be?
                yield model, field.attname


def _spot(row: SealedRow, name: str) -> Spot:
    assert isinstance(row, models.Model)  # noqa: S101  # narrows for the type checker
    return Spot(row.organization_id, row._meta.db_table, row.pk, name)
