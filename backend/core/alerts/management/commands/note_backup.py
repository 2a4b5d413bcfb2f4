from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from core.alerts.conditions.system import BACKUP
from core.delivery.operate import heartbeat_note


class Command(BaseCommand):
    help = "Note that a backup has succeeded. Without another one in time, an alert is opened."

    def handle(self, *args: Any, **options: Any) -> None:
        heartbeat_note(name=BACKUP)
        self.stdout.write("Noted.")
