"""What is wrong with a migration: squawk knows locks, and we know the release before."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.postgres.operations import (
    AddIndexConcurrently,
    RemoveIndexConcurrently,
    ValidateConstraint,
)
from django.db import migrations
from django.db.models import ManyToManyField

from dev.console import Problem
from dev.layout import VENV_BIN
from dev.migrations.reading import Written

_NOT_OURS = (
    "prefer-bigint-over-int", "prefer-bigint-over-smallint", "prefer-identity",
    "prefer-robust-stmts", "prefer-text-field", "prefer-timestamp-tz", "ban-char-field",
    # `manage.py migrate` sets both: core/postgres/migrating.py.
    "require-lock-timeout", "require-statement-timeout",
)  # fmt: skip
"""Rules about taste, and those that hold already."""
_REPEATABLE = (
    AddIndexConcurrently,
    RemoveIndexConcurrently,
    ValidateConstraint,
    migrations.RunPython,
)

_SQL_UNKNOWN = """\
Its SQL depends on names in the database, so nobody can tell here what it locks. Name the \
constraint or the index in the migration."""
_NO_DB_DEFAULT = """\
The release before adds rows without this column, and would be refused. Give it db_default or \
null=True."""
_DATA_BESIDE_SCHEMA = """\
RunPython holds the locks of the other operations until it ends. Give it a migration of its own."""
_NOT_REPEATABLE = """\
Without a transaction, an interrupted migration is run again from its beginning. Only RunPython, \
indexes made concurrently and ValidateConstraint stand that."""


@dataclass(frozen=True)
class Fault:
    """One thing to change, or to give a reason for. ``rule``: the name for `allowed`."""

    migration: str
    rule: str
    text: str


def faults_of(written: Written) -> list[Fault]:
    """What the migration may not do, unless it gives a reason."""
    found = [*_about_locks(written), *_about_operations(written)]
    return [
        Fault(written.name, rule, text) for rule, text in found if not written.allowed.get(rule)
    ]


def _about_locks(written: Written) -> Iterator[tuple[str, str]]:
    if not written.sql:
        yield "sql-unknown", _SQL_UNKNOWN
        return
    command = [str(VENV_BIN / "squawk"), "--reporter", "json", "--pg-version", "15"]
    command += [word for rule in _NOT_OURS for word in ("--exclude", rule)]
    done = subprocess.run(command, input=written.sql, capture_output=True, text=True, check=False)
    if not done.stdout.strip():
        raise Problem(f"squawk could not read {written.name}", done.stderr)
    for each in json.loads(done.stdout):
        if each["rule_name"] == "syntax-error":
            raise Problem(f"squawk could not read {written.name}: {each['message']}", written.sql)
        yield each["rule_name"], f"{each['message']} {each.get('help') or ''}".strip()


def _about_operations(written: Written) -> Iterator[tuple[str, str]]:
    for operation in written.operations:
        if isinstance(operation, migrations.AddField) and _demands(operation):
            yield (
                "column-without-db-default",
                f"{operation.model_name}.{operation.name}: {_NO_DB_DEFAULT}",
            )
    moves_data = any(isinstance(each, migrations.RunPython) for each in written.operations)
    if written.atomic and moves_data and len(written.operations) > 1:
        yield "data-beside-schema", _DATA_BESIDE_SCHEMA
    if not written.atomic and not all(isinstance(each, _REPEATABLE) for each in written.operations):
        yield "not-repeatable", _NOT_REPEATABLE


def _demands(operation: migrations.AddField) -> bool:
    column = operation.field
    if isinstance(column, ManyToManyField):
        return False
    return not (column.null or column.has_db_default() or getattr(column, "generated", False))
