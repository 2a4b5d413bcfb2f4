"""`waybill-admin` on a stage, as an administrator runs it."""

from __future__ import annotations

import subprocess
import sys

from dev.console import Problem
from dev.layout import BACKEND

from chaos.stage import Stage


def admin_run(stage: Stage, *words: str) -> str:
    """What a command of `waybill-admin` prints, run as the owner. Raises Problem if it fails."""
    done = subprocess.run(
        [sys.executable, "waybill-admin", *words],
        cwd=BACKEND,
        env={**stage.stack.environment, "DATABASE_URL": stage.stack.owner_url},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Problem(f"`waybill-admin {words[0]}` failed", f"{done.stdout}{done.stderr}")
    return done.stdout
