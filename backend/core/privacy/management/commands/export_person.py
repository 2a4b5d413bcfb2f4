from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.errors import DomainError
from core.postgres.tenancy import every_organization
from core.privacy.export import privacy_export
from core.privacy.runner import privacy_finish
from core.privacy.services import privacy_search


class Command(BaseCommand):
    help = "Print everything that is stored about one person, as one JSON document."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("organization", help="Slug of the organization")
        parser.add_argument("subject", help="E-mail address, or a submission's reference")

    @every_organization("its slug says which one")
    def handle(self, *args: Any, **options: Any) -> None:
        organization = Organization.objects.filter(slug=options["organization"]).first()
        if organization is None:
            raise CommandError(f"There is no organization “{options['organization']}”.")
        try:
            request = privacy_finish(
                privacy_search(organization=organization, subject=options["subject"], actor=SYSTEM)
            )
            for piece in privacy_export(request=request, actor=SYSTEM):
                self.stdout.write(piece, ending="")
        except DomainError as error:
            raise CommandError(error.detail) from error
