"""The only ways to read and write the rows of organizations.

Every manager of such rows needs an organization: `objects` has `owned_by`, and
`across_organizations` for work that spans them. PostgreSQL enforces it: no query returns a row
outside the scope of `core.postgres.tenancy`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar, Generic, Self, TypeVar

from django.db import models

from core.ids import uuid7
from core.postgres.tenancy import Identified

Row = TypeVar("Row", bound=models.Model)


class OwnedRows(Generic[Row]):
    """A model's rows. `all`, `filter` and `get` exist only after an organization is chosen."""

    def __init__(self, model: type[Row]) -> None:
        self._model = model

    def owned_by(self, organization: Identified | uuid.UUID) -> models.QuerySet[Row]:
        """The rows of one organization."""
        pk = organization if isinstance(organization, uuid.UUID) else organization.pk
        return self._rows().filter(organization_id=pk)

    def across_organizations(self, reason: str) -> models.QuerySet[Row]:
        """The rows of all organizations that are in scope. ``reason``: why that is right here."""
        if not reason.strip():
            raise ValueError("say why one organization is not enough here")
        return self._rows()

    def create(self, **values: Any) -> Row:
        """Write one row. Its values include ``organization``."""
        return self._rows().create(**values)

    def bulk_create(self, rows: Iterable[Row], *, ignore_conflicts: bool = False) -> list[Row]:
        """Write rows that name their organization."""
        return self._rows().bulk_create(rows, ignore_conflicts=ignore_conflicts)

    def _rows(self) -> models.QuerySet[Row]:
        return self._model._default_manager.get_queryset()


class Owned:
    """Gives a model its `OwnedRows`."""

    def __get__(self, instance: models.Model | None, model: type[Row]) -> OwnedRows[Row]:
        if instance is not None:
            raise AttributeError("objects belongs to the model, not to one of its rows")
        return OwnedRows(model)


class OfOrganization(models.Model):
    """A row that belongs to exactly one organization; the model declares ``organization``.

    ``unscoped``: for Django itself and for tests. `tests.core.accounts.test_scoping` refuses it in
    all other code.
    """

    objects = Owned()
    unscoped: ClassVar[models.Manager[Self]] = models.Manager()

    class Meta:
        abstract = True


class OrganizationOwned(OfOrganization):
    """A row of one organization, keyed by UUIDv7."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organization = models.ForeignKey(
        "accounts.Organization", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True
