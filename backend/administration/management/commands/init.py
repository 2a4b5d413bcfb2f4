from __future__ import annotations

import os
import sys
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

from administration.founding import (
    Answers,
    AnswersMissing,
    Founded,
    Invited,
    answers_read,
    found_first,
    organizations_there,
    owner_invite,
)
from core.accounts.models import Organization
from core.errors import DomainError, Unavailable
from core.postgres.tenancy import every_organization


class Command(BaseCommand):
    help = (
        "Make the first organization and its owner. Asks at a terminal; elsewhere it reads options"
        " and WAYBILL_INIT_… variables. Run again, it changes nothing and says what is there."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--organization", help="Its name (WAYBILL_INIT_ORGANIZATION)")
        parser.add_argument("--slug", help="Its short name in addresses (WAYBILL_INIT_SLUG)")
        parser.add_argument("--owner", help="The owner's e-mail address (WAYBILL_INIT_OWNER)")
        parser.add_argument("--owner-name", help="The owner's name (WAYBILL_INIT_OWNER_NAME)")
        parser.add_argument(
            "--password-file",
            help="A file with the owner's password (WAYBILL_INIT_PASSWORD_FILE); or set"
            " WAYBILL_INIT_PASSWORD",
        )
        parser.add_argument(
            "--mail-link",
            action="store_true",
            help="Mail the owner a link to choose a password (WAYBILL_INIT_MAIL_LINK=true)",
        )
        parser.add_argument(
            "--no-migrate", action="store_true", help="Do not apply migrations that wait"
        )
        parser.add_argument("--no-input", action="store_true", help="Ask nothing")

    @every_organization("the first organization does not exist yet")
    def handle(self, *args: Any, **options: Any) -> None:
        terminal = sys.stdin.isatty() and not options["no_input"]
        self._migrate(terminal=terminal, wanted=not options["no_migrate"])
        if Organization.objects.exists():
            self._say_what_is_there(mail_link=options["mail_link"], owner=options["owner"])
            return
        try:
            answers = answers_read(options, os.environ, terminal=terminal)
            founded = found_first(answers)
        except AnswersMissing as missing:
            why = "" if terminal else " There is no terminal to ask at."
            raise CommandError(
                f"Nothing was made.{why}\n- " + "\n- ".join(missing.faults)
            ) from None
        except DomainError as error:
            reasons = " ".join(each.message for each in error.errors)
            raise CommandError(f"Nothing was made. {error.detail} {reasons}".strip()) from error
        except (KeyboardInterrupt, EOFError):
            raise CommandError("Nothing was made.") from None
        if founded is None:
            self._say_what_is_there(mail_link=False, owner=None)
            return
        self._report(founded, answers)

    def _migrate(self, *, terminal: bool, wanted: bool) -> None:
        try:
            executor = MigrationExecutor(connection)
            waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        except (DatabaseError, InterfaceError) as error:
            raise CommandError(
                f"The database cannot be used: {str(error).splitlines()[0]} See that DATABASE_URL"
                " is right and PostgreSQL runs; `waybill-admin doctor` says more."
            ) from None
        if not waiting:
            return
        if wanted and terminal:
            wanted = input(f"{waiting} migrations wait. Apply them now? [Y/n] ").lower() in "yes"
        if not wanted:
            raise CommandError(
                f"{waiting} migrations wait, so nothing can be made. Run: waybill-admin migrate"
            )
        self.stdout.write(f"Applying {waiting} migrations.")
        call_command("migrate", interactive=False, verbosity=0, stdout=self.stdout)

    def _say_what_is_there(self, *, mail_link: bool, owner: str | None) -> None:
        self.stdout.write("There is an organization already, so nothing was made:")
        found = organizations_there()
        for there in found:
            owners = f"owned by {', '.join(there.owners)}" if there.owners else "without an owner"
            invited = f"; invited as owner: {', '.join(there.invited)}" if there.invited else ""
            name = f"{there.organization.name} ({there.organization.slug})"
            self.stdout.write(f"  {name}, {owners}{invited}")
            if mail_link and not there.owners:
                for address in there.invited:
                    self._mail_new(there.organization, address)
        if not any(there.owners or there.invited for there in found):
            self._let_in(found[0].organization, mail_link=mail_link, owner=owner)
        self.stdout.write(
            f"\nPeople sign in at {settings.WAYBILL_PUBLIC_URL}/sign-in. For another organization:"
            " waybill-admin create-organization --help"
        )

    def _let_in(self, organization: Organization, *, mail_link: bool, owner: str | None) -> None:
        owner = (owner or os.environ.get("WAYBILL_INIT_OWNER", "")).strip().lower()
        if not (mail_link and owner):
            raise CommandError(
                f"Nobody owns {organization.name} and nobody is invited to, so nobody can sign in."
                " Mail somebody a link: waybill-admin init --mail-link --owner ADDRESS"
            )
        try:
            validate_email(owner)
        except ValidationError:
            raise CommandError(f"{owner} is no e-mail address. Give another --owner.") from None
        self._mail_new(organization, owner)

    def _report(self, founded: Founded, answers: Answers) -> None:
        write, organization = self.stdout.write, founded.organization
        if founded.invited is not None:
            write(f"{organization.name} is made.")
            self._mail(founded.invited)
        else:
            write(f"{organization.name} is made, and {answers.owner} owns it.")
        write(
            f"\nOpen  {settings.WAYBILL_PUBLIC_URL}/sign-in\n"
            "Next  waybill-admin doctor\n"
            "          checks that every part works\n"
            f'      waybill-admin create-api-key {organization.slug} --name "web shop"\n'
            "          makes a key for a program\n"
            f"      waybill login {settings.WAYBILL_PUBLIC_URL}\n"
            "          begins a workflow as a file: docs/guides/your-first-workflow.md"
        )

    def _mail_new(self, organization: Organization, owner: str) -> None:
        try:
            invited = owner_invite(organization, owner)
        except DomainError as error:
            raise CommandError(f"{owner} was not invited. {error.detail}") from error
        self._mail(invited)

    def _mail(self, invited: Invited) -> None:
        owner = invited.invitation.email
        try:
            invited.send()
        except Unavailable as error:
            raise CommandError(
                f"The link for {owner} could not be mailed. See to the mail server"
                " (`waybill-admin doctor`), then run: waybill-admin init --mail-link"
            ) from error
        self.stdout.write(
            f"A link to become its owner was mailed to {owner}. It works until"
            f" {invited.invitation.expires_at:%Y-%m-%d %H:%M} UTC."
        )
