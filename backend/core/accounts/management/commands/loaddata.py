from __future__ import annotations

from typing import Any

from django.core.management.commands import loaddata
from django.db.models import Model

from core.postgres.tenancy import database_owner, every_organization


class Command(loaddata.Command):
    """Django's own loaddata, for the rows of any organization.

    It acts as a worker does, so a fixture cannot touch the audit log. For rows with numbers as ids
    it needs the login that owns the database, as migrate does.
    """

    @every_organization("a fixture names its organizations")
    def handle(self, *fixture_labels: Any, **options: Any) -> None:
        super().handle(*fixture_labels, **options)

    def reset_sequences(self, connection: Any, models: set[type[Model]]) -> None:
        """Only the owner may set where a sequence goes on."""
        with database_owner("only the owner sets where the numbers of new rows go on"):
            super().reset_sequences(connection, models)
