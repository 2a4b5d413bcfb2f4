from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from api.api import api


class Command(BaseCommand):
    """Write the OpenAPI document that clients are generated from, or check that it is current."""

    help = __doc__ or ""
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when the file differs")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / "api" / "openapi.json"
        current = openapi_text()
        if not options["check"]:
            path.write_text(current)
            self.stdout.write(f"wrote {path.name}")
        elif not path.exists() or path.read_text() != current:
            raise CommandError(
                "api/openapi.json is not current: run `python manage.py export_openapi`"
            )


def openapi_text() -> str:
    """The document as the file holds it."""
    return json.dumps(api.get_openapi_schema(), indent=2, ensure_ascii=False) + "\n"
