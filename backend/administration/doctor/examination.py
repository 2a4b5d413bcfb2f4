"""Which checks there are, and in which order they run."""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence

import django

from administration.doctor.bounded import Check, run_bounded
from administration.doctor.checks.environment import environment_findings
from administration.doctor.findings import Finding, State, not_checked
from administration.variables import given_variables, secrets_mask

SECONDS = 12.0
"""How long a round of checks may take; there are three."""
_PARTS = "database, redis, mail, egress, disks, processes, public address, keys, partitions, backup"


def examine(*, test_address: str = "", seconds: float = SECONDS) -> list[Finding]:
    """Look at every part. No finding has a secret of the environment in it.

    ``test_address``: who gets a test message. Takes three times ``seconds`` at most.
    """
    found = list(environment_findings())
    if any(finding.state is State.FAILED for finding in found):
        found.append(not_checked(_PARTS, "the settings cannot be read yet"))
    else:
        django.setup()
        found += _with_settings(test_address, seconds)
    mask = secrets_mask(given_variables(os.environ))
    return [
        Finding(each.part, each.state, mask.text(each.detail), mask.text(each.remedy))
        for each in found
    ]


def _with_settings(test_address: str, seconds: float) -> list[Finding]:
    # They import models, which needs settings.
    from administration.doctor.checks import database, egress, files, mail, redis_servers
    from administration.doctor.checks import public_address as public

    first = [
        Check(database.PART, database.database_findings),
        Check(redis_servers.PART, redis_servers.redis_findings),
        Check(mail.PART, functools.partial(mail.mail_findings, test_address)),
        Check(public.PART, public.public_address_findings),
        Check("egress proxy", egress.proxy_findings),
        Check("disk", files.disk_findings),
        Check(files.PART, files.upload_findings),
    ]
    found = run_bounded(first, seconds=seconds)
    if not _all_ok(found, database.PART):
        return found + _not_checked("the database cannot be used", *_OF_ROWS)
    schema = [Check(_MIGRATIONS, database.migration_findings, of_rows=True)]
    found += run_bounded(schema, seconds=seconds)
    if any(each.state is State.FAILED for each in found if each.part == _MIGRATIONS):
        return found + _not_checked("migrations wait", *_OF_ROWS[1:])
    return found + run_bounded(_of_rows(), seconds=seconds)


_MIGRATIONS = "migrations"
_OF_ROWS = (
    _MIGRATIONS,
    "database rights",
    "processes",
    "encryption keys",
    "egress",
    "partitions",
    "backup",
    "ledger",
    "alerts",
)


def _all_ok(findings: Sequence[Finding], part: str) -> bool:
    return all(each.state is State.OK for each in findings if each.part == part)


def _not_checked(why: str, *parts: str) -> list[Finding]:
    return [not_checked(part, why) for part in parts]


def _of_rows() -> Sequence[Check]:
    from administration.doctor.checks import database, egress, keys, processes, records

    return [
        Check("database connections", database.room_findings, of_rows=True),
        Check("clock", database.database_clock_findings, of_rows=True),
        Check("database rights", database.rights_findings, of_rows=True),
        Check("processes", processes.process_findings, of_rows=True),
        Check(keys.PART, keys.key_findings, of_rows=True),
        Check(egress.PART, egress.egress_findings, of_rows=True),
        Check("partitions", records.month_findings, of_rows=True),
        Check("backup", records.backup_findings, of_rows=True),
        Check("ledger", records.ledger_findings, of_rows=True),
        Check("alerts", records.alert_findings, of_rows=True),
    ]
