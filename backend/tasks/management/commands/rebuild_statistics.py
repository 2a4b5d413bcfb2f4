from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.postgres.tenancy import every_organization
from core.statistics.rebuild import statistics_rebuild


class Command(BaseCommand):
    help = "Count days of the statistics again from the rows that are still there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("since", type=date.fromisoformat, help="first day, e.g. 2026-11-01")
        parser.add_argument("until", type=date.fromisoformat, help="last day, not today")

    @every_organization("a day of all is counted again")
    def handle(self, *args: Any, **options: Any) -> None:
        day, until = options["since"], options["until"]
        if day > until:
            raise CommandError(f"{day} is after {until}: name the first day first.")
        while day <= until:
            try:
                happened = statistics_rebuild(day)
            except ValueError as refused:
                raise CommandError(str(refused)) from None
            self.stdout.write(f"{day}  {happened:>12,} counted")
            day += timedelta(days=1)
