from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.errors import DomainError
from core.postgres.tenancy import every_organization
from core.privacy.models import PrivacyRequest, RequestStatus
from core.privacy.runner import privacy_finish
from core.privacy.selectors import privacy_found
from core.privacy.services import privacy_erase, privacy_search


class Command(BaseCommand):
    help = (
        "Erase one person's answers and evidence. Exit code 1 while submissions are in flight:"
        " they are erased automatically when they have ended."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("organization", help="Slug of the organization")
        parser.add_argument("subject", help="E-mail address, or a submission's reference")
        parser.add_argument(
            "--yes", action="store_true", help="Erase; without it, only say what would be erased"
        )

    @every_organization("its slug says which one")
    def handle(self, *args: Any, **options: Any) -> None:
        organization = Organization.objects.filter(slug=options["organization"]).first()
        if organization is None:
            raise CommandError(f"There is no organization “{options['organization']}”.")
        subject: str = options["subject"]
        try:
            request = privacy_finish(
                privacy_search(organization=organization, subject=subject, actor=SYSTEM)
            )
            self._report(request)
            if not options["yes"]:
                self.stdout.write("Nothing was erased. Say --yes to do it.")
                return
            request = privacy_finish(
                privacy_erase(
                    organization=organization,
                    request_id=request.pk,
                    confirm=subject,
                    actor=SYSTEM,
                )
            )
        except DomainError as error:
            raise CommandError(error.detail) from error
        found = privacy_found(request)
        self.stdout.write(f"{found.erased} erased.")
        if request.status == RequestStatus.WAITING:
            waiting = ", ".join(found.waiting)
            raise CommandError(f"Still on their way, and erased when they have ended: {waiting}")

    def _report(self, request: PrivacyRequest) -> None:
        for each in privacy_found(request).workflows:
            self.stdout.write(
                f"{each.name}: {each.submissions} submissions, {each.mentions} mentions,"
                f" {each.in_flight} still on their way"
            )
