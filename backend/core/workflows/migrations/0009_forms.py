"""Versions keep their form, and each question has only the keys of its kind."""

from __future__ import annotations

from typing import Any

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_COMMON = {"key", "label", "kind", "required", "help", "sensitive"}
_TYPED = {"autocomplete"}
_OF_KINDS = {
    "text": _TYPED | {"max_length"},
    "multiline": _TYPED | {"max_length"},
    "email": _TYPED,
    "phone": _TYPED | {"region"},
    "country": _TYPED,
    "choice": _TYPED | {"choices"},
    "file": {"accept", "max_bytes", "max_files"},
}


def question_of(field: dict[str, Any]) -> dict[str, Any]:
    """The question without keys that its kind never looked at."""
    known = _COMMON | _OF_KINDS.get(field["kind"], set(field))
    return {key: value for key, value in field.items() if key in known}


def questions_clean(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Rewrite the questions of versions that have more."""
    versions = apps.get_model("workflows", "WorkflowVersion")
    for version in versions._base_manager.only("pk", "fields").iterator():
        fields = [question_of(field) for field in version.fields]
        if fields != version.fields:
            versions._base_manager.filter(pk=version.pk).update(fields=fields)


class Migration(migrations.Migration):
    dependencies = [("workflows", "0008_expressions_in_text")]

    operations = [
        migrations.AddField(
            model_name="workflowversion",
            name="form",
            field=models.JSONField(
                default=dict,
                db_default={},
                help_text=(
                    "Its FormDefinition without the questions; empty in versions from before."
                ),
            ),
        ),
        migrations.AlterField(
            model_name="workflowversion",
            name="submit_label",
            field=models.CharField(max_length=60, blank=True, default=""),
        ),
        migrations.AlterField(
            model_name="workflowversion",
            name="fields",
            field=models.JSONField(
                help_text="Its questions with their keys, see waybill_definitions.document."
            ),
        ),
        migrations.RunPython(questions_clean, migrations.RunPython.noop),
    ]
