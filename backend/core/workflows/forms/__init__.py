"""From the questions of a version to the model that checks answers and the schema that draws."""

from core.workflows.forms.answer_types import Live
from core.workflows.forms.codes import countries
from core.workflows.forms.expressions import (
    form_expressions,
    pages_of,
    source_of,
    unknown_member,
)
from core.workflows.forms.files import FILE_KINDS, WrongFile, file_kind
from core.workflows.forms.form import (
    Form,
    fields_alike,
    form_of,
    form_prepare,
    form_stored,
)
from core.workflows.forms.json_schema import form_json_schema
from core.workflows.forms.minutes import minutes_of
from core.workflows.forms.moments import today
from core.workflows.forms.opening import FormClosed, FormState, form_state, form_state_text
from core.workflows.forms.shapes import form_shape

__all__ = [
    "FILE_KINDS",
    "Form",
    "FormClosed",
    "FormState",
    "Live",
    "WrongFile",
    "countries",
    "fields_alike",
    "file_kind",
    "form_expressions",
    "form_json_schema",
    "form_of",
    "form_prepare",
    "form_shape",
    "form_state",
    "form_state_text",
    "form_stored",
    "minutes_of",
    "pages_of",
    "source_of",
    "today",
    "unknown_member",
]
