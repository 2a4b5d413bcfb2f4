from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.api_keys import api_key_create
from core.accounts.models import Organization
from core.kit.tenancy import every_organization


class Command(BaseCommand):
    help = "Make an API key and print its secret, once: only a hash is kept."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("organization", help="Slug of the organization")
        parser.add_argument("--name", required=True, help="What the key is for")

    @every_organization("whoever administers the deployment names one")
    def handle(self, *args: Any, **options: Any) -> None:
        organization = Organization.objects.filter(slug=options["organization"]).first()
        if organization is None:
            raise CommandError(f"There is no organization “{options['organization']}”.")
        _, secret = api_key_create(organization=organization, name=options["name"])
        self.stdout.write(secret)
