"""What expressions can see of a form's answers."""

from __future__ import annotations

from collections.abc import Iterable

from core.workflows.definition import FormField
from core.workflows.expressions import Integer, ListOf, Member, Record, Shape, Text

_EMAIL_MAX = 254
_PHONE_MAX = 16  # E.164 with its plus
_FILE = Record(
    {
        "id": Member(Text(36)),
        "name": Member(Text(255)),
        "size": Member(Integer()),
        "type": Member(Text(255)),
        "sha256": Member(Text(64)),
    }
)


def form_shape(fields: Iterable[FormField]) -> Record:
    """The shape of a submission's cleaned data."""
    return Record(
        {
            field.key: Member(_shape(field), optional=not field.required, sensitive=field.sensitive)
            for field in fields
        }
    )


def _shape(field: FormField) -> Shape:
    match field.kind:
        case "email":
            return Text(_EMAIL_MAX)
        case "phone":
            return Text(_PHONE_MAX)
        case "country":
            return Text(2)
        case "choice":
            return Text(max((len(choice.value) for choice in field.choices), default=0))
        case "file":
            return ListOf(_FILE, field.max_files)
        case "text" | "multiline":
            return Text(field.max_length)
