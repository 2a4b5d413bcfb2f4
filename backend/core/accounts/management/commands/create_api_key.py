from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from core.accounts.api_keys import api_key_create
from core.accounts.models import Organization, Role
from core.accounts.permissions import ROLE_PERMISSIONS, Permission
from core.postgres.tenancy import every_organization

LONGEST_DAYS = 3_660


class Command(BaseCommand):
    help = "Make an API key and print its secret, once: only a hash is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("organization", help="Slug of the organization")
        parser.add_argument("--name", required=True, help="What the key is for")
        parser.add_argument(
            "--scope",
            action="append",
            choices=[str(each) for each in Permission],
            help="A permission; repeat for each. Default: those of an operator",
        )
        parser.add_argument("--days", type=int, help="Days until it expires. Default: never")

    @every_organization("the administrator of the deployment names one")
    def handle(self, *args: Any, **options: Any) -> None:
        organization = Organization.objects.filter(slug=options["organization"]).first()
        if organization is None:
            raise CommandError(f"There is no organization “{options['organization']}”.")
        scopes = options["scope"] or ROLE_PERMISSIONS[Role.OPERATOR]
        days = options["days"]
        if days is not None and not 1 <= days <= LONGEST_DAYS:
            raise CommandError(f"A key expires after 1 to {LONGEST_DAYS} days.")
        _, secret = api_key_create(
            organization=organization,
            name=options["name"],
            scopes=[Permission(each) for each in scopes],
            expires_at=None if days is None else timezone.now() + timedelta(days=days),
        )
        self.stdout.write(secret)
