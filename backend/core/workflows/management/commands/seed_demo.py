from __future__ import annotations

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.postgres.tenancy import every_organization
from core.workflows.demo import OPERATOR_EMAIL, DemoErp, DemoSystems, demo_seed


class Command(BaseCommand):
    help = "Make or refresh the demonstration: organization, sign-in, API key, connections, form."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--without-erp",
            action="store_true",
            help="Deliver by mail alone: only SMTP_HOST and SMTP_PORT are needed, no Tryton",
        )

    @every_organization("it makes its own organization")
    def handle(self, *args: Any, **options: Any) -> None:
        demo_seed(
            systems=DemoSystems(
                smtp_host=_needed("SMTP_HOST"),
                smtp_port=int(_needed("SMTP_PORT")),
                erp=None if options["without_erp"] else _erp(),
            ),
            password=_needed("WAYBILL_DEMO_PASSWORD"),
            api_key=_needed("WAYBILL_DEMO_API_KEY"),
        )
        self.stdout.write(f"{OPERATOR_EMAIL} can sign in; the forms are live.")


def _erp() -> DemoErp:
    employee = os.environ.get("TRYTON_EMPLOYEE")
    return DemoErp(
        url=_needed("TRYTON_URL"),
        database=_needed("TRYTON_DATABASE"),
        key=_needed("TRYTON_KEY"),
        company=int(_needed("TRYTON_COMPANY")),
        employee=int(employee) if employee else None,
    )


def _needed(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise CommandError(f"{name} is not set: the demonstration needs it. `make up` sets it.")
    return value
