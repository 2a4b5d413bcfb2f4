from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from administration.settled_words import settled_words
from core.delivery.sweep import restored_settle
from core.postgres.tenancy import every_organization


class Command(BaseCommand):
    help = "After a recovery to a moment, before anything starts: settle what was under way."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--moment",
            required=True,
            metavar="TIME",
            help="what the database shows, as of when: 2026-11-28 21:00:00+00:00",
        )

    @every_organization("all of them went back in time")
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            moment = datetime.fromisoformat(options["moment"])
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise CommandError(
                f"{options['moment']} is no time with a zone. Write it like 2026-11-28"
                " 21:00:00+00:00."
            )
        for line in settled_words(restored_settle(moment=moment), moment):
            self.stdout.write(line)
