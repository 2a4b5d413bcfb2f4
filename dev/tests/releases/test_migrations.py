"""Which migrations may run while the system works."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

from dev.layout import BACKEND

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.django_settings"
os.environ["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:9/none"
sys.path.insert(0, str(BACKEND))

import django

django.setup()

from django.contrib.postgres.operations import (  # noqa: E402
    AddConstraintNotValid,
    AddIndexConcurrently,
    ValidateConstraint,
)
from django.db import migrations, models  # noqa: E402
from django.db.migrations.state import ModelState, ProjectState  # noqa: E402
from django.db.models.functions import Random  # noqa: E402

from dev.migrations import faults_of  # noqa: E402
from dev.migrations.reading import migration_read  # noqa: E402


def refused(*operations: Any, atomic: bool = True, **extra: Any) -> set[str]:
    """The rules that refuse a migration of a table `big`."""
    before = ProjectState()
    fields: list[tuple[str, Any]] = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=20, null=True)),
        ("count", models.IntegerField(null=True)),
    ]
    before.add_model(ModelState("shop", "Big", fields))
    body = {"operations": list(operations), "atomic": atomic, **extra}
    migration = type("Migration", (migrations.Migration,), body)("0002_more", "shop")
    return {fault.rule for fault in faults_of(migration_read(migration, before))}


def add(field: models.Field[Any, Any]) -> migrations.AddField:
    return migrations.AddField("big", "new", field)


CHECK = models.CheckConstraint(condition=models.Q(count__gte=0), name="not_negative")
INDEX = models.Index(fields=["count"], name="by_count")


@pytest.mark.parametrize(
    "operation",
    [
        add(models.IntegerField(null=True)),
        add(models.IntegerField(default=1, db_default=1)),
        migrations.CreateModel("New", [("id", models.BigAutoField(primary_key=True))]),
        AddConstraintNotValid("big", CHECK),
        migrations.RunPython(migrations.RunPython.noop),
    ],
)
def test_what_blocks_nobody_passes(operation: Any) -> None:
    assert refused(operation) == set()


def test_an_index_made_concurrently_and_a_constraint_validated_later_pass() -> None:
    assert refused(AddIndexConcurrently("big", INDEX), atomic=False) == set()
    assert refused(ValidateConstraint("big", "not_negative"), atomic=False) == set()


@pytest.mark.parametrize(
    ("operation", "rule"),
    [
        (add(models.FloatField(db_default=Random())), "adding-field-with-default"),
        (add(models.IntegerField(default=1)), "column-without-db-default"),
        (migrations.AddIndex("big", INDEX), "require-concurrent-index-creation"),
        (
            migrations.AlterField("big", "count", models.BigIntegerField(null=True)),
            "changing-column-type",
        ),
        (
            migrations.AlterField("big", "count", models.IntegerField()),
            "adding-not-nullable-field",
        ),
        (migrations.AddConstraint("big", CHECK), "constraint-missing-not-valid"),
        (
            migrations.AddConstraint(
                "big", models.UniqueConstraint(fields=["name"], name="one_name")
            ),
            "disallowed-unique-constraint",
        ),
        (migrations.RemoveField("big", "count"), "ban-drop-column"),
        (migrations.RenameField("big", "count", "number"), "renaming-column"),
        (migrations.DeleteModel("Big"), "ban-drop-table"),
    ],
)
def test_what_locks_a_table_or_breaks_the_release_before_is_refused(
    operation: Any, rule: str
) -> None:
    assert rule in refused(operation)
    assert rule not in refused(operation, allowed={rule: "the table is empty"})


def test_data_is_not_moved_while_other_operations_hold_locks() -> None:
    schema, data = add(models.IntegerField(null=True)), migrations.RunPython(lambda *_: None)
    assert refused(schema, data) == {"data-beside-schema"}


def test_without_a_transaction_everything_can_be_repeated() -> None:
    assert "not-repeatable" in refused(add(models.IntegerField(null=True)), atomic=False)
