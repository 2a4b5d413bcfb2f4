from __future__ import annotations

import getpass
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.services import organization_create
from core.errors import DomainError
from core.postgres.tenancy import every_organization


class Command(BaseCommand):
    help = (
        "Make an organization and its first owner. Asks for the password, or reads it from stdin."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="Short name in addresses, e.g. acme")
        parser.add_argument("--name", required=True, help="Name that people see")
        parser.add_argument("--owner", required=True, help="E-mail address of the first owner")

    @every_organization("the organization does not exist yet")
    def handle(self, *args: Any, **options: Any) -> None:
        try:
            membership = organization_create(
                slug=options["slug"],
                name=options["name"],
                owner_email=options["owner"],
                owner_password=_password(),
            )
        except DomainError as error:
            reasons = " ".join(each.message for each in error.errors)
            raise CommandError(f"{error.detail} {reasons}".strip()) from error
        self.stdout.write(f"{membership.user} owns {membership.organization} and can sign in.")


def _password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Password of the owner: ")
    return sys.stdin.readline().rstrip("\n")
