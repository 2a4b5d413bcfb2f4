"""From the questions of a version to the model that checks answers and the schema that draws."""

from waybill_definitions.forms.answer_types import Live
from waybill_definitions.forms.codes import countries
from waybill_definitions.forms.expressions import (
    form_expressions,
    pages_of,
    source_of,
    unknown_member,
)
from waybill_definitions.forms.files import FILE_KINDS, WrongFile, file_kind
from waybill_definitions.forms.form import (
    Form,
    form_prepare,
)
from waybill_definitions.forms.json_schema import form_json_schema
from waybill_definitions.forms.minutes import minutes_of
from waybill_definitions.forms.moments import today
from waybill_definitions.forms.opening import FormState, form_state, form_state_text
from waybill_definitions.forms.samples import answers_fitting, form_of_samples
from waybill_definitions.forms.shapes import form_shape

__all__ = [
    "FILE_KINDS",
    "Form",
    "FormState",
    "Live",
    "WrongFile",
    "answers_fitting",
    "countries",
    "file_kind",
    "form_expressions",
    "form_json_schema",
    "form_of_samples",
    "form_prepare",
    "form_shape",
    "form_state",
    "form_state_text",
    "minutes_of",
    "pages_of",
    "source_of",
    "today",
    "unknown_member",
]
