from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.models import Organization
from core.audit.chain_restart import audit_restart
from core.audit.management.commands.verify_audit import anchors_read
from core.errors import DomainError
from core.postgres.tenancy import every_organization


class Command(BaseCommand):
    help = (
        "Begin the broken audit chain of an organization again. What is broken stays as it is; the"
        " new part begins with an entry that says who did it, why, and how far the chain held."
        " Compare with a backup first: see docs/guides/security/audit.md."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("organization", help="Slug")
        parser.add_argument("--by", required=True, help="Who you are, as the log shall name you")
        parser.add_argument("--why", required=True, help="What was found out about the break")
        parser.add_argument(
            "--anchors", help="Heads that were kept elsewhere, if they alone show the break"
        )

    @every_organization("an operator's work, on the one that they name")
    def handle(self, *args: Any, **options: Any) -> None:
        by, why = options["by"].strip(), options["why"].strip()
        if not by or not why:
            raise CommandError("Say who you are with --by, and what you found out with --why.")
        organization = Organization.objects.filter(slug=options["organization"]).first()
        if organization is None:
            raise CommandError(f"There is no organization “{options['organization']}”.")
        anchors = anchors_read(options["anchors"])[organization.pk]
        try:
            restart = audit_restart(organization=organization, by=by, why=why, anchors=anchors)
        except DomainError as error:
            raise CommandError(error.detail) from error
        self.stdout.write(f"{organization.slug}: {restart}")
