from __future__ import annotations

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.postgres.tenancy import every_organization
from core.workflows.demo import OPERATOR_EMAIL, DemoSystems, demo_seed


class Command(BaseCommand):
    help = "Make or refresh the demonstration: organization, sign-in, API key, connections, form."

    @every_organization("it makes its own organization")
    def handle(self, *args: Any, **options: Any) -> None:
        employee = os.environ.get("TRYTON_EMPLOYEE")
        demo_seed(
            systems=DemoSystems(
                tryton_url=_needed("TRYTON_URL"),
                tryton_database=_needed("TRYTON_DATABASE"),
                tryton_key=_needed("TRYTON_KEY"),
                tryton_company=int(_needed("TRYTON_COMPANY")),
                tryton_employee=int(employee) if employee else None,
                smtp_host=_needed("SMTP_HOST"),
                smtp_port=int(_needed("SMTP_PORT")),
            ),
            password=_needed("WAYBILL_DEMO_PASSWORD"),
            api_key=_needed("WAYBILL_DEMO_API_KEY"),
        )
        self.stdout.write(f"{OPERATOR_EMAIL} can sign in; the forms are live.")


def _needed(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise CommandError(f"{name} is not set: the demonstration needs it. `make up` sets it.")
    return value
