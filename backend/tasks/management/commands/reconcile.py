from __future__ import annotations

import dataclasses
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.delivery.operate import ledger_reconcile
from core.postgres.tenancy import every_organization
from core.statistics.differences import statistics_findings


class Command(BaseCommand):
    help = "Compare what was accepted with its outcome. Exit code 1 if anything is wrong."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="also check what ended long ago")

    @every_organization("the ledger is one")
    def handle(self, *args: Any, **options: Any) -> None:
        ledger, findings = ledger_reconcile(everything=options["all"])
        for name, count in dataclasses.asdict(ledger).items():
            self.stdout.write(f"{name.replace('_', ' '):16} {count:>12,}")
        findings += statistics_findings()
        for finding in findings:
            self.stdout.write(self.style.ERROR(f"\n{finding.check}:"))
            for each in finding.ids:
                self.stdout.write(f"  {each}")
        if findings or not ledger.balanced:
            raise CommandError("The ledger does not balance: see above for the ids.")
        self.stdout.write("\nEverything accepted has ended or is on its way.")
