"""Writes the bundle. A part that cannot be read is a line in the bundle, not its end."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import DatabaseError, InterfaceError, connection, transaction
from redis import RedisError

from administration.doctor import as_json, examine
from administration.support.contents import (
    alerts,
    counts,
    events,
    migrations,
    packages,
    postgres_settings,
    queues,
    settings_set,
    tables,
    versions,
)
from administration.variables import given_variables, secrets_mask
from core.postgres.tenancy import every_organization

_STATEMENT_SECONDS = 10

CONTENTS: dict[str, tuple[str, Callable[[], Any]]] = {
    "versions.json": ("Waybill, Python, Django, PostgreSQL, Redis, operating system", versions),
    "settings.json": (
        "the names of the variables that are set; values only of numbers and switches",
        settings_set,
    ),
    "migrations.json": ("which are applied, and which wait", migrations),
    "tables.json": ("rows (estimated) and bytes of each table", tables),
    "counts.json": ("submissions, steps, callbacks by state; connections by connector", counts),
    "events.json": ("how many events of each kind, by hour of the last day", events),
    "alerts.json": ("kinds, times and counts of the latest alerts, without names", alerts),
    "queues.json": ("messages that wait in Redis, by queue; figures of Redis", queues),
    "postgres-settings.json": (
        "PostgreSQL's settings that are not its defaults",
        postgres_settings,
    ),
    "packages.json": ("versions of the installed Python packages", packages),
}
"""File to what is in it, and what collects that; `doctor.json` and `README.txt` come besides."""

_README = """\
A support bundle of Waybill, made {at:%Y-%m-%d %H:%M} UTC by `waybill-admin support-bundle`.

It holds no submission, no answer, no credential, no key, no password, no e-mail address and no
name of an organization, a workflow or a person. doctor.json names hosts and folders, and the
slugs of connections.
Read it before you send it to anybody.

{contents}
"""


def bundle_write(path: Path) -> list[str]:
    """Write the bundle, readable by its owner only. Returns the names of its files.

    Raises FileExistsError, and OSError where it cannot be written.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    mask = secrets_mask(given_variables(os.environ))
    with (
        os.fdopen(descriptor, "wb") as raw,
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as bundle,
    ):
        files = _files()
        for name, text in files.items():
            bundle.writestr(name, mask.text(text))
    return sorted(files)


def _files() -> dict[str, str]:
    files = {"doctor.json": as_json(examine())}
    for name, (_, collect) in CONTENTS.items():
        files[name] = json.dumps(_read(collect), indent=2, ensure_ascii=False, default=str)
    whole = {"doctor.json": "what `waybill-admin doctor --json` prints"}
    whole |= {name: what for name, (what, _) in CONTENTS.items()}
    listed = "\n".join(f"{name:<24}{what}" for name, what in whole.items())
    files["README.txt"] = _README.format(at=datetime.now(UTC), contents=listed)
    return files


def _read(collect: Callable[[], Any]) -> Any:
    try:
        with (
            every_organization("a bundle counts over all of them"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            limit = f"{_STATEMENT_SECONDS}s"
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [limit])
            return collect()
    except (DatabaseError, InterfaceError, RedisError, OSError) as error:
        return {"not read": type(error).__name__}
