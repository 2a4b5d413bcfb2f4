"""What expressions can see of a form's answers."""

from __future__ import annotations

from collections.abc import Mapping

from waybill_definitions.document import (
    LARGEST_DIGITS,
    Asked,
    CalculatedQuestion,
    ChoiceQuestion,
    ChoicesQuestion,
    FileQuestion,
    GroupQuestion,
    HiddenQuestion,
    MultilineQuestion,
    TextQuestion,
)
from waybill_definitions.expressions import Boolean, Integer, ListOf, Member, Record, Shape, Text

_FILE = Record(
    {
        "id": Member(Text(36)),
        "name": Member(Text(255)),
        "size": Member(Integer()),
        "type": Member(Text(255)),
        "sha256": Member(Text(64)),
    }
)
_DECIMAL = Text(LARGEST_DIGITS + 8)  # a sign, the point, and at most six places
_CODE = Text(200)
_OF_KINDS: dict[str, Shape] = {
    "email": Text(254),
    "phone": Text(16),  # E.164 with its plus
    "url": Text(2000),
    "integer": Integer(),
    "decimal": _DECIMAL,
    "money": Record({"amount": Member(_DECIMAL), "currency": Member(Text(3))}),
    "date": Text(10),
    "time": Text(5),
    "datetime": Record({"at": Member(Text(32)), "zone": Member(Text(64))}),
    "boolean": Boolean(),
    "consent": Record(
        {
            "agreed": Member(Boolean()),
            "text": Member(Text(5000)),
            "language": Member(Text(35)),
        }
    ),
    "country": Text(2),
    "address": Record(
        {
            "street": Member(Text(200)),
            "more": Member(Text(200), optional=True),
            "postcode": Member(Text(20)),
            "city": Member(Text(100)),
            "region": Member(Text(100), optional=True),
            "country": Member(Text(2)),
        }
    ),
    "rating": Integer(),
    "signature": Record({"name": Member(Text(200)), "path": Member(Text(20_000), optional=True)}),
}
_OF_CALCULATED: dict[str, Shape] = {
    "text": Text(),
    "integer": Integer(),
    "decimal": Text(200),
    "boolean": Boolean(),
}


def form_shape(questions: Mapping[str, Asked], *, in_form: bool = False) -> Record:
    """The shape of cleaned answers. ``in_form``: of files, nothing but the ids is known yet."""
    return Record(
        {
            key: Member(
                _shape(question, in_form=in_form),
                optional=_may_be_absent(question),
                sensitive=question.sensitive,
            )
            for key, question in questions.items()
        }
    )


def _may_be_absent(question: Asked) -> bool:
    if isinstance(question, CalculatedQuestion):
        return question.show_if not in ("", True) or question.optional
    return not question.required or question.show_if not in ("", True)


def _shape(question: Asked, *, in_form: bool) -> Shape:
    match question:
        case TextQuestion() | MultilineQuestion() | HiddenQuestion():
            return Text(question.max_length)
        case ChoiceQuestion():
            return _code(question)
        case ChoicesQuestion():
            most = len(question.choices) or question.maximum
            return ListOf(_code(question), min(most, question.maximum))
        case FileQuestion():
            return ListOf(Text(36) if in_form else _FILE, question.max_files)
        case GroupQuestion():
            return ListOf(form_shape(question.fields), question.maximum)
        case CalculatedQuestion():
            return _OF_CALCULATED[question.type]
        case _:
            return _OF_KINDS[getattr(question, "kind", "")]


def _code(question: ChoiceQuestion | ChoicesQuestion) -> Text:
    if question.from_ is not None:
        return _CODE
    return Text(max((len(choice.value) for choice in question.choices), default=0))
