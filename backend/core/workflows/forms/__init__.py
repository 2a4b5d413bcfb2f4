"""From the questions of a version to the model that checks answers and the schema that draws."""

from core.workflows.forms.answer_types import KEPT
from core.workflows.forms.files import KINDS, WrongFile, file_kind
from core.workflows.forms.version_forms import (
    fields_alike,
    form_files,
    form_json_schema,
    form_model,
    form_ui_schema,
    sensitive_keys,
)

__all__ = [
    "KEPT",
    "KINDS",
    "WrongFile",
    "fields_alike",
    "file_kind",
    "form_files",
    "form_json_schema",
    "form_model",
    "form_ui_schema",
    "sensitive_keys",
]
