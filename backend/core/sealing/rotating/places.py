"""All places with sealed values, so that a rotation finds every one."""

from __future__ import annotations

import uuid
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from core.accounts.owned import OfOrganization
from core.sealing.envelope import value_key
from core.sealing.fields import field_open, field_seal, sealed_columns

Found = tuple[uuid.UUID, list[bytes]]
"""A row's id and its sealed values."""


@dataclass(frozen=True, slots=True)
class Stale:
    """Values to seal again: those under these data keys, and those under none."""

    retired: frozenset[uuid.UUID]

    def any(self, sealed: Iterable[bytes]) -> bool:
        return any(self.includes(value_key(each)) for each in sealed)

    def includes(self, key_id: uuid.UUID | None) -> bool:
        return key_id is None or key_id in self.retired


class Place(ABC):
    """Rows that hold sealed values, in the order of their ids."""

    name: str
    legacy = False
    """Whether there may be values from before data keys existed."""

    @abstractmethod
    def rows(self, after: uuid.UUID | None, limit: int) -> list[Found]:
        """The next rows with sealed values."""

    @abstractmethod
    def reseal(self, ids: Sequence[uuid.UUID]) -> int:
        """Seal these rows' values under the current key. Skips rows locked by others.

        Returns the number of rows written. Call it in a transaction. Raises SealBroken.
        """

    def pending(self, stale: Stale, limit: int) -> Iterator[list[uuid.UUID]]:
        """Batches of rows with a stale value. Each batch is read on demand."""
        after = None
        while rows := self.rows(after, limit):
            after = rows[-1][0]
            ids = [row_id for row_id, sealed in rows if stale.any(sealed)]
            if ids:
                yield ids

    def count(self, stale: Stale, limit: int) -> int:
        """The number of rows with a stale value."""
        return sum(map(len, self.pending(stale, limit)))


class Column(Place):
    """A `SealedField`."""

    legacy = True

    def __init__(self, model: type[OfOrganization], column: str) -> None:
        self.name = f"{model._meta.db_table}.{column}"
        self._model = model
        self._column = column

    def rows(self, after: uuid.UUID | None, limit: int) -> list[Found]:
        rows = self._all().exclude(**{self._column: None}).order_by("pk")
        if after is not None:
            rows = rows.filter(pk__gt=after)
        return [(pk, [bytes(value)]) for pk, value in rows.values_list("pk", self._column)[:limit]]

    def reseal(self, ids: Sequence[uuid.UUID]) -> int:
        held = self._all().filter(pk__in=ids).select_for_update(skip_locked=True, no_key=True)
        rows = list(held)
        for row in rows:
            sealed = field_seal(row, self._column, field_open(row, self._column))
            self._all().filter(pk=row.pk).update(**{self._column: sealed})
        return len(rows)

    def _all(self) -> models.QuerySet[Any]:
        return self._model.objects.across_organizations("a rotation is the deployment's")


_others: list[Place] = []


def place_register(place: Place) -> None:
    """Register sealed values outside a `SealedField`. Called once, when the apps load."""
    _others.append(place)


def places() -> list[Place]:
    """Every place."""
    return [Column(model, column) for model, column in sealed_columns()] + _others


def reseal_batch(place: Place, ids: Sequence[uuid.UUID]) -> int:
    """One batch, committed. Raises SealBroken."""
    with transaction.atomic():
        return place.reseal(ids)
