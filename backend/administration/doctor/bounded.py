"""Runs checks side by side. None waits for another, and none takes longer than it may."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from django.db import connection

from administration.doctor.findings import Finding, failed
from core.postgres.tenancy import every_organization

STATEMENT_SECONDS = 8


@dataclass(frozen=True, slots=True)
class Check:
    """``find`` looks at a part. It may raise and it may hang: both are findings."""

    part: str
    find: Callable[[], Iterable[Finding]]
    of_rows: bool = False
    """Whether it reads rows, which belong to organizations."""


def run_bounded(checks: Sequence[Check], *, seconds: float) -> list[Finding]:
    """What the checks found, in their order. Ends after ``seconds`` at the latest."""
    found: list[list[Finding] | None] = [None] * len(checks)
    threads = [
        # A thread that hangs must not keep the process from ending.
        threading.Thread(target=_run, args=(check, found, place), daemon=True)
        for place, check in enumerate(checks)
    ]
    deadline = time.monotonic() + seconds
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, deadline - time.monotonic()))
    return [
        finding
        for check, findings in zip(checks, found, strict=True)
        for finding in (_late(check, seconds) if findings is None else findings)
    ]


def _run(check: Check, found: list[list[Finding] | None], place: int) -> None:
    scope = every_organization("an installation is looked at as a whole")
    try:
        with scope if check.of_rows else nullcontext():
            if check.of_rows:
                _limit_statements()
            found[place] = list(check.find())
    except Exception as error:  # whatever it is, the other checks go on
        found[place] = [_broken(check, error)]
    finally:
        if check.of_rows:
            connection.close()


def _limit_statements() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('statement_timeout', %s, false)", [f"{STATEMENT_SECONDS}s"]
        )


def _late(check: Check, seconds: float) -> list[Finding]:
    return [
        failed(
            check.part,
            f"no answer within {seconds:.0f} s",
            "See that the host is right, and that a firewall in between refuses rather than drops.",
        )
    ]


def _broken(check: Check, error: Exception) -> Finding:
    said = (str(error).splitlines() or [""])[0]
    return failed(
        check.part,
        f"could not be looked at ({type(error).__name__}: {said})",
        "If the other lines do not explain it, report it with `waybill-admin support-bundle`.",
    )
