from __future__ import annotations

from typing import Any

from django.core.management.commands import flush

from core.postgres.tenancy import database_owner


class Command(flush.Command):
    """Django's own flush, run as the owner of the tables: only the owner may empty them."""

    def handle(self, **options: Any) -> None:
        with database_owner("only the owner may empty tables"):
            super().handle(**options)
