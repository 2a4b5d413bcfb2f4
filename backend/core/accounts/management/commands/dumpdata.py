from __future__ import annotations

from typing import Any

from django.core.management.commands import dumpdata

from core.postgres.tenancy import every_organization


class Command(dumpdata.Command):
    """Django's own dumpdata, over the rows of all organizations. What is sealed stays sealed."""

    @every_organization("the administrator says which tables")
    def handle(self, *app_labels: Any, **options: Any) -> None:
        super().handle(*app_labels, **options)
