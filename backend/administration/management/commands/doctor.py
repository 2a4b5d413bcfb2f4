from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from administration.doctor import doctor_options, doctor_run


class Command(BaseCommand):
    help = "Check every part of this installation. Exit code 1: something failed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        doctor_options(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        code = doctor_run(
            self.stdout, json=options["json"], test_address=options["send_test_mail"] or ""
        )
        if code:
            sys.exit(code)
