from __future__ import annotations

import uuid
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.models import Organization
from core.audit.chain_append import audit_seal_all
from core.audit.chain_verify import Anchor, audit_verify
from core.postgres.tenancy import every_organization


class Command(BaseCommand):
    help = (
        "Follow the audit chain of every organization. Exit code 1 names the first broken entry."
        " Each line printed is an anchor: keep it elsewhere, and give it back with --anchors."
        " Breaks behind which the chain was begun again are told as known, and are no failure."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--organization", help="Slug; without it, all of them")
        parser.add_argument("--anchors", help="File with lines that this command printed before")

    @every_organization("each of them has a chain")
    def handle(self, *args: Any, **options: Any) -> None:
        anchors = anchors_read(options["anchors"])
        broken = _unknown(anchors)
        for organization in _organizations(options["organization"]):
            audit_seal_all(organization)
            verdict = audit_verify(organization=organization, anchors=anchors[organization.pk])
            self.stdout.write(f"{organization.pk} {verdict.entries} {verdict.hash}")
            for restart in verdict.known:
                self.stderr.write(f"{organization.slug}: known: {restart}")
            if verdict.finding:
                broken.append(f"{organization.slug}: {verdict.finding}.")
        if broken:
            raise CommandError("\n".join(broken))


def _organizations(slug: str | None) -> list[Organization]:
    organizations = Organization.objects.order_by("slug")
    if slug is None:
        return list(organizations)
    found = list(organizations.filter(slug=slug))
    if not found:
        raise CommandError(f"There is no organization “{slug}”.")
    return found


def anchors_read(path: str | None) -> defaultdict[uuid.UUID, list[Anchor]]:
    """The heads in a file of lines that this command printed. Raises CommandError."""
    anchors: defaultdict[uuid.UUID, list[Anchor]] = defaultdict(list)
    if path is None:
        return anchors
    for number, line in enumerate(Path(path).read_text().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            organization, sequence, last = line.split()
            if int(sequence):
                anchors[uuid.UUID(organization)].append(Anchor(int(sequence), last))
        except ValueError as error:
            raise CommandError(f"Line {number} of {path} is not an anchor.") from error
    return anchors


def _unknown(anchors: defaultdict[uuid.UUID, list[Anchor]]) -> list[str]:
    known = set(Organization.objects.filter(pk__in=list(anchors)).values_list("pk", flat=True))
    return [f"{missing}: anchored, and gone." for missing in sorted(set(anchors) - known)]
