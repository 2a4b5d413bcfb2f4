from __future__ import annotations

from typing import ClassVar

from django.db import models

from core.accounts.owned import OrganizationOwned, OwnedRows
from core.sealing.fields import SealedField


class _Standing(OwnedRows["Connection"]):
    """Connections that were not deleted. Old submissions reach the others by their foreign key."""

    def _rows(self) -> models.QuerySet[Connection]:
        return super()._rows().filter(deleted_at=None)


class _OwnedStanding:
    def __get__(self, instance: models.Model | None, model: type[Connection]) -> _Standing:
        if instance is not None:
            raise AttributeError("objects belongs to the model, not to one of its rows")
        return _Standing(model)


class Connection(OrganizationOwned):
    """One configured account of a connector. Its credentials are sealed and write-only.

    A deleted one keeps its row, for the submissions that went through it, and loses its
    credentials; `objects` does not find it.
    """

    objects = _OwnedStanding()

    slug = models.SlugField()
    name = models.CharField(max_length=200)
    connector = models.CharField(max_length=64)
    config = models.JSONField(default=dict)
    sealed_credentials = SealedField(editable=False, null=True)
    credentials_set_at = models.DateTimeField(null=True)
    credentials_end_at = models.DateTimeField(
        null=True, help_text="When they stop working, where somebody or they themselves say so."
    )
    max_in_flight = models.PositiveSmallIntegerField(
        default=32, help_text="Sends at the same time, over all workers."
    )
    rate_per_second = models.FloatField(
        null=True, help_text="Sends per second over all workers; empty: no limit."
    )
    rate_burst = models.PositiveSmallIntegerField(
        default=1, help_text="Sends that may follow each other at once after a pause."
    )
    revision = models.PositiveIntegerField(
        default=1, db_default=1, help_text="Grows with every change that a person makes."
    )
    changed_at = models.DateTimeField(null=True)
    changed_by = models.CharField(max_length=200, blank=True, default="", db_default="")
    tested_at = models.DateTimeField(null=True, help_text="With these settings and credentials.")
    test_ok = models.BooleanField(null=True)
    test_message = models.TextField(blank=True, default="", db_default="")
    test_problem = models.CharField(max_length=32, blank=True, default="", db_default="")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "slug"],
                condition=models.Q(deleted_at=None),
                name="one_standing_connection_slug",
            ),
            models.CheckConstraint(
                condition=models.Q(max_in_flight__gte=1, rate_burst__gte=1)
                & (
                    models.Q(rate_per_second__isnull=True)
                    | models.Q(rate_per_second__gt=0, rate_per_second__lte=100_000)
                ),
                name="connection_limits_make_sense",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tag(self) -> str:
        """Of its `ETag`: another one after every change."""
        return str(self.revision)

    @property
    def binding(self) -> bytes:
        """The binding of credentials sealed before data keys existed."""
        return f"{self.organization_id}/{self.pk}".encode()


class ConnectionList(OrganizationOwned):
    """The entries of one of a connection's lists, as the system last told them.

    ``reading_until``: somebody is asking the system now, and nobody else needs to.
    """

    connection = models.ForeignKey(
        Connection, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    name = models.CharField(max_length=64)
    entries = models.JSONField(default=list, help_text="[value, label, detail] of each.")
    fetched_at = models.DateTimeField(null=True)
    reading_until = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True, help_text="Since it was last read.")
    failure = models.TextField(blank=True)
    failure_problem = models.CharField(max_length=32, blank=True)
    failure_passes = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["connection", "name"], name="one_list_of_connection"),
        ]

    def __str__(self) -> str:
        return self.name
