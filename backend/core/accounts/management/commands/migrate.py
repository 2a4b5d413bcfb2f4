from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.db import connections, transaction

from core.postgres.migrating import (
    LOCK_SECONDS,
    PATIENCE_SECONDS,
    STATEMENT_SECONDS,
    Limits,
    MigrationRefused,
    migration_retried,
    migration_turn,
)
from core.postgres.roles import roles_ensure
from core.postgres.row_security import row_security_apply
from core.postgres.tenancy import database_owner, nobody


class Command(migrate.Command):
    """Django's own migrate, run as the owner of the schema. Then protects every table.

    It may run while the system works, and twice at once: the second waits for the first.
    """

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        for name, default, text in (
            ("lock", LOCK_SECONDS, "How long to wait for a lock before giving way."),
            ("statement", STATEMENT_SECONDS, "How long a statement may hold locks; 0: any time."),
            ("patience", PATIENCE_SECONDS, "How long to try for locks, and for another migrate."),
        ):
            parser.add_argument(f"--{name}-seconds", type=float, default=default, help=text)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check_unapplied"]:
            # Processes may look, too. Their login may own nothing.
            with nobody():
                super().handle(*args, **options)
            return
        with database_owner("only the owner changes the schema"):
            if options["plan"]:
                super().handle(*args, **options)
            else:
                self._change(args, options)

    def _change(self, args: tuple[Any, ...], options: dict[str, Any]) -> None:
        name = options["database"]
        limits = Limits(
            lock=options["lock_seconds"],
            statement=options["statement_seconds"],
            patience=options["patience_seconds"],
        )
        database = connections[name]

        def work() -> None:
            with transaction.atomic(using=name), database.cursor() as cursor:
                roles_ensure(cursor)
            super(Command, self).handle(*args, **options)
            row_security_apply(using=name)

        try:
            with migration_turn(database, limits, self._say):
                migration_retried(work, database, limits, self._say)
        except MigrationRefused as refused:
            raise CommandError(str(refused)) from refused

    def _say(self, text: str) -> None:
        self.stderr.write(f"\nmigrate: {text}")
        self.stderr.flush()
