"""What the commands about backups have in common: progress, keys, faults, interruptions."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from administration.interrupting import EXIT_CODE, Interrupted, interruptible
from core.backups import BackupFault, Progress, identities_read

_AT_A_TERMINAL_SECONDS, _IN_A_LOG_SECONDS = 0.2, 60.0


class BackupCommand(BaseCommand):
    """Faults become one line and exit code 1, an interruption exit code 130."""

    interrupted = "Interrupted. What was begun has been removed."

    def progress(self) -> Progress:
        """On the error output: one line that changes at a terminal, one a minute in a log."""
        if not sys.stderr.isatty():
            return Progress(self.stderr.write, every=_IN_A_LOG_SECONDS)
        return Progress(
            lambda line: self.stderr.write(f"\r\033[K{line}", ending=""),
            every=_AT_A_TERMINAL_SECONDS,
        )

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Around all the work."""
        try:
            with interruptible():
                yield
        except BackupFault as fault:
            self.clear()
            raise CommandError(str(fault)) from fault
        except (psycopg.Error, DatabaseError) as error:
            self.clear()
            raise CommandError(f"PostgreSQL says: {str(error).strip()}") from error
        except Interrupted:
            self.clear()
            self.stderr.write(self.interrupted)
            sys.exit(EXIT_CODE)
        self.clear()

    def clear(self) -> None:
        """Remove the line of the progress."""
        if sys.stderr.isatty():
            self.stderr.write("\r\033[K", ending="")


def add_identity(parser: ArgumentParser) -> None:
    """The option that names private keys."""
    parser.add_argument(
        "--identity",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="the private key of a recipient, as age-keygen writes it",
    )


def identities_of(options: dict[str, Any]) -> list[Any]:
    """The keys in all named files. Raises BackupFault."""
    return [key for path in options["identity"] for key in identities_read(path)]
