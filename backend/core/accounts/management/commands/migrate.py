from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from core.postgres.row_security import row_security_apply
from core.postgres.tenancy import database_owner


class Command(migrate.Command):
    """Django's own migrate, run as the owner of the schema. Then protects every table."""

    def handle(self, *args: Any, **options: Any) -> None:
        with database_owner("only the owner changes the schema"):
            super().handle(*args, **options)
            if not (options["plan"] or options["check_unapplied"]):
                row_security_apply(using=options["database"])
