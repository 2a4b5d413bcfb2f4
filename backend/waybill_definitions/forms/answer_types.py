"""The Pydantic type of each kind of question. What it validates becomes plain JSON."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Callable, Container
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AnyHttpUrl,
    BaseModel,
    BeforeValidator,
    EmailStr,
    Field,
    StrictBool,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from waybill_definitions.document import (
    AddressQuestion,
    Asked,
    BooleanQuestion,
    ChoiceQuestion,
    ChoicesQuestion,
    ConsentQuestion,
    CountryQuestion,
    DateQuestion,
    DatetimeQuestion,
    DecimalQuestion,
    EmailQuestion,
    FileQuestion,
    HiddenQuestion,
    IntegerQuestion,
    LiveChoices,
    MoneyQuestion,
    MultilineQuestion,
    PhoneQuestion,
    RatingQuestion,
    SignatureQuestion,
    TextQuestion,
    TimeQuestion,
    UrlQuestion,
    pattern_compile,
    pattern_for_browsers,
)
from waybill_definitions.forms.codes import code_type, country_type
from waybill_definitions.forms.emails import email_typed
from waybill_definitions.forms.moments import date_type, datetime_type, time_type
from waybill_definitions.forms.numbers import decimal_type, integer_type, money_type, rating_type
from waybill_definitions.forms.records import EACH_ONCE, Address, Signature, consent_type
from waybill_definitions.text.phones import LONGEST_TYPED, phone_clean
from waybill_definitions.text.typed import is_blank, text_clean

_EMAIL_MAX = 254  # RFC 5321 §4.5.3.1.3, less the angle brackets
_URL_MAX = 2000

KEPT = "kept"
"""In the context of a validation: answers by key, accepted before, that stay as they are."""
LIVE = "live"
"""In the context of a validation: gives the values of `LiveChoices`, None where nobody knows."""
OWN_WORDS = "own_words"
"""In the context of a fault: the form's own words for it."""
Live = Callable[[LiveChoices], Container[str] | None]


def answer_type(question: Asked, *, optional: bool) -> Any:
    """The annotation that validates one answer to a question.

    No answer at all, null, an empty one and one of which nothing can be seen are the same: None
    where it is ``optional``, else "This field is needed."
    """
    answer = _type_of(question)
    if optional:
        return Annotated[answer | None, AfterValidator(_plain), BeforeValidator(_or_none)]
    return Annotated[answer, AfterValidator(_plain), BeforeValidator(_needed)]


def kept_type(key: str, answer: Any) -> Any:
    """The same, for an answer that stays as it is when it was accepted before."""
    return Annotated[answer, WrapValidator(functools.partial(_unless_kept, key))]


def _type_of(question: Asked) -> Any:  # noqa: C901  # one for each kind
    match question:
        case TextQuestion() | MultilineQuestion():
            return _text_type(question)
        case HiddenQuestion():
            return _cleaned(1, question.max_length, lines=False)
        case EmailQuestion():
            return Annotated[EmailStr, WrapValidator(email_typed), Field(max_length=_EMAIL_MAX)]
        case UrlQuestion():
            return Annotated[
                str,
                BeforeValidator(_url),
                WithJsonSchema({"type": "string", "maxLength": _URL_MAX}),
            ]
        case PhoneQuestion():
            return Annotated[
                str,
                Field(max_length=LONGEST_TYPED),
                AfterValidator(functools.partial(phone_clean, region=question.region)),
            ]
        case IntegerQuestion():
            return integer_type(question)
        case DecimalQuestion():
            return decimal_type(question)
        case MoneyQuestion():
            return money_type(question)
        case DateQuestion():
            return date_type(question)
        case TimeQuestion():
            return time_type(question)
        case DatetimeQuestion():
            return datetime_type(question)
        case BooleanQuestion():
            return StrictBool
        case ConsentQuestion():
            return consent_type(question)
        case ChoiceQuestion():
            return _choice(question)
        case ChoicesQuestion():
            return _choices(question)
        case CountryQuestion():
            return country_type()
        case AddressQuestion():
            return Address
        case RatingQuestion():
            return rating_type(question.most)
        case SignatureQuestion():
            return Signature
        case FileQuestion():
            return Annotated[
                list[uuid.UUID],
                Field(min_length=1, max_length=question.max_files),
                EACH_ONCE,
            ]
    raise TypeError(f"{type(question).__name__} has no type of an answer")


def _text_type(question: TextQuestion | MultilineQuestion) -> Any:
    lines = isinstance(question, MultilineQuestion)
    text = _cleaned(max(question.min_length, 1), question.max_length, lines=lines)
    if not question.pattern:
        return text
    pattern = pattern_compile(question.pattern)
    own = {OWN_WORDS: question.pattern_message} if question.pattern_message else {}

    def match(value: str) -> str:
        if pattern.fullmatch(value) is None:
            raise PydanticCustomError("pattern", "This does not have the expected form.", own)
        return value

    shown = Field(json_schema_extra={"pattern": pattern_for_browsers(question.pattern)})
    return Annotated[text, AfterValidator(match), shown]


def _cleaned(least: int, most: int, *, lines: bool) -> Any:
    return Annotated[
        str,
        StringConstraints(min_length=least, max_length=most),
        BeforeValidator(functools.partial(_text, lines=lines)),
    ]


def _choice(question: ChoiceQuestion) -> Any:
    if question.from_ is not None:
        return _live(question.from_)
    return code_type(
        [choice.value for choice in question.choices],
        "choice",
        "Choose one of the answers that the form offers.",
    )


def _choices(question: ChoicesQuestion) -> Any:
    each: Any = (
        _live(question.from_)
        if question.from_ is not None
        else code_type(
            [choice.value for choice in question.choices],
            "choice",
            "Choose one of the answers that the form offers.",
        )
    )
    return Annotated[
        list[each],
        Field(min_length=max(question.minimum, 1), max_length=question.maximum),
        EACH_ONCE,
    ]


def _live(choices: LiveChoices) -> Any:
    def offered(value: str, info: ValidationInfo) -> str:
        live: Live | None = (info.context or {}).get(LIVE)
        known = live(choices) if live is not None else None
        if known is not None and value not in known:
            raise PydanticCustomError(
                "choice_gone", "This answer is no longer offered. Choose another one."
            )
        return value

    return Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(offered)]


_web = TypeAdapter(AnyHttpUrl)


def _url(value: Any) -> str:
    """An address of the web as it was typed; `https://` is added where nothing stands there."""
    text = text_clean(value) if isinstance(value, str) else ""
    if text and "://" not in text:
        text = f"https://{text}"
    try:
        found = _web.validate_python(text)
    except ValidationError:
        found = None
    if found is None or "." not in (found.host or "") or len(text) > _URL_MAX:
        raise PydanticCustomError(
            "url", "Give an address of the web, such as https://www.example.com."
        )
    if found.username or found.password:
        raise PydanticCustomError("url_password", "Leave the password out of the address.")
    return text


def _unless_kept(key: str, value: Any, validate: Callable[[Any], Any], info: ValidationInfo) -> Any:
    kept = info.context.get(KEPT) if info.context else None
    return value if kept and key in kept and value == kept[key] else validate(value)


def _needed(value: Any) -> Any:
    if is_absent(value):
        raise PydanticCustomError("needed", "This field is needed.")
    return value


def _or_none(value: Any) -> Any:
    return None if is_absent(value) else value


_PARTS_ALONE = frozenset({"currency", "zone", "country"})
"""What a page fills in by itself: alone it is no answer."""


def is_absent(value: Any) -> bool:
    """Whether a value is no answer: nothing, blank, or all of its parts are."""
    if isinstance(value, dict):
        return all(is_absent(part) for key, part in value.items() if key not in _PARTS_ALONE)
    return value is None or value == [] or (isinstance(value, str) and is_blank(value))


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {key: part for key, part in value.__dict__.items() if part is not None}
    if isinstance(value, list):
        return [str(each) if isinstance(each, uuid.UUID) else _plain(each) for each in value]
    return value


def _text(value: Any, *, lines: bool) -> Any:
    return text_clean(value, lines=lines) if isinstance(value, str) else value
