from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from api.api import ROUTES
from api.authentication.route_access import Open, Route
from core.accounts.permissions import RANK, ROLE_PERMISSIONS, Permission

_TABLES = re.compile(
    r"(<!-- (permissions|routes): written by export_roles -->\n).*?(<!-- end -->)", re.DOTALL
)


class Command(BaseCommand):
    """Write the tables of roles and routes into their guide, or check that they are current."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when the file differs")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR).parent / "docs" / "guides" / "security" / "roles.md"
        written = path.read_text()
        current = with_tables(written)
        if not options["check"]:
            path.write_text(current)
            self.stdout.write(f"wrote {path.name}")
        elif written != current:
            raise CommandError(f"{path.name} is not current: run `python manage.py export_roles`")


def with_tables(text: str) -> str:
    """The guide with its tables as the code has them."""
    tables = {"permissions": _permissions(), "routes": _routes(ROUTES)}
    return _TABLES.sub(lambda found: f"{found[1]}\n{tables[found[2]]}\n{found[3]}", text)


def _permissions() -> str:
    head = f"| permission | {' | '.join(RANK)} |\n|---|{':-:|' * len(RANK)}\n"
    return head + "".join(f"| `{each}` | {' | '.join(_marks(each))} |\n" for each in Permission)


def _marks(permission: Permission) -> Iterable[str]:
    return ("✓" if permission in ROLE_PERMISSIONS[role] else "" for role in RANK)


def _routes(routes: Iterable[Route]) -> str:
    head = "| route | needs |\n|---|---|\n"
    return head + "".join(
        f"| `{route.method} {route.path}` | {_words(route.needs)} |\n" for route in routes
    )


def _words(needs: Permission | Open) -> str:
    return f"`{needs}`" if isinstance(needs, Permission) else str(needs)
