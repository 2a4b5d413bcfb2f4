from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.errors import DomainError
from core.postgres.tenancy import every_organization
from core.privacy.retention import retention_set


class Command(BaseCommand):
    help = "Set how long an organization, or one workflow, keeps ended submissions."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("organization", help="Slug of the organization")
        parser.add_argument("days", help="Days after their end, or “none” for no setting")
        parser.add_argument("--workflow", help="Slug; without it, the whole organization")

    @every_organization("its slug says which one")
    def handle(self, *args: Any, **options: Any) -> None:
        organization = Organization.objects.filter(slug=options["organization"]).first()
        if organization is None:
            raise CommandError(f"There is no organization “{options['organization']}”.")
        days = None if options["days"] == "none" else _days(options["days"])
        try:
            retention_set(
                organization=organization, workflow=options["workflow"], days=days, actor=SYSTEM
            )
        except DomainError as error:
            raise CommandError(error.detail) from error
        self.stdout.write("Kept for good." if days is None else f"Kept for {days} days.")


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise CommandError("Days must be a whole number, or “none”.")
    return int(text)
