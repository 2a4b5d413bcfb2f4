"""Backups by themselves. A backup takes as long as it takes, so a process of its own makes it.

See `docs/decisions/0038-backups.md`.
"""

from __future__ import annotations

import subprocess
import sys

from celery import shared_task
from django.conf import settings

from core.backups import backup_due

running: list[subprocess.Popen[bytes]] = []
"""Those that this process started and has not yet seen ending."""


@shared_task(name="backup", ignore_result=False)
def backup() -> dict[str, int]:
    """Start `manage.py backup` if one is due, and do not wait for it."""
    running[:] = [process for process in running if process.poll() is None]
    if not backup_due():
        return {"started": 0}
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "backup", "--scheduled"]
    running.append(subprocess.Popen(command, stdin=subprocess.DEVNULL))  # noqa: S603  # our own
    return {"started": 1}
