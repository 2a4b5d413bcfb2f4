"""Answers to a form that it takes, for documentation and for a first try."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import phonenumbers

from core.workflows.own_api.patterns import text_matching
from waybill_definitions.document import (
    AddressQuestion,
    Asked,
    BooleanQuestion,
    CalculatedQuestion,
    ChoiceQuestion,
    ChoicesQuestion,
    ConsentQuestion,
    CountryQuestion,
    DateQuestion,
    DatetimeQuestion,
    DecimalQuestion,
    EmailQuestion,
    FileQuestion,
    GroupQuestion,
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
    day_limit,
)
from waybill_definitions.forms import Form, Live, today

_ROUNDS = 20
_DAY = date(2030, 1, 15)
_TEXT = "Sample text"
Place = tuple[str | int, ...]


def answers_example(
    form: Form, live: Live | None = None, takes: Callable[[dict[str, Any]], bool] | None = None
) -> dict[str, Any] | None:
    """Answers to as many questions as can be, None where none are found that the form takes.

    ``live``: the values of live choices, as in `Form.check`. ``takes``: what else must hold of the
    cleaned answers.
    """
    asked = {key: each for key, each in form.questions.items() if _can_be_made(each)}
    needed = {key: each for key, each in asked.items() if each.required}
    for questions in (asked, needed):
        made = {key: _answer(each, live) for key, each in questions.items()}
        found = _corrected(form, made, live)
        if found is not None and (takes is None or takes(found[1])):
            return found[0]
    return None


def _can_be_made(question: Asked) -> bool:
    if isinstance(question, CalculatedQuestion) or question.show_if is False:
        return False
    return question.required or not isinstance(question, FileQuestion | HiddenQuestion)


def _corrected(
    form: Form, answers: dict[str, Any], live: Live | None
) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The answers without those that the form does not ask for, and as it cleans them."""
    for _ in range(_ROUNDS):
        checked = form.check(answers, live=live)
        if not checked.faults:
            return answers, checked.answers
        wrong = [tuple(fault["loc"]) for fault in checked.faults if fault["type"] == "not_asked"]
        if not wrong:
            wrong = [place for place in _places(checked.faults) if _is_optional(form, place)]
        if not wrong:
            return None
        for place in wrong:
            answers = _without(answers, place)
    return None


def _places(faults: Iterable[Any]) -> list[Place]:
    return [tuple(fault["loc"]) for fault in faults if fault["type"] != "rule"]


def _is_optional(form: Form, place: Place) -> bool:
    question: Any = form.questions.get(str(place[0])) if place else None
    if isinstance(question, GroupQuestion) and len(place) > 2:
        question = question.fields.get(str(place[2]))
    return question is not None and not question.required


def _without(answers: dict[str, Any], place: Place) -> dict[str, Any]:
    match place:
        case (str() as group, int() as number, str() as inside, *_):
            rows = [dict(row) for row in answers[group]]
            rows[number].pop(inside, None)
            return {**answers, group: rows}
    return {key: value for key, value in answers.items() if key != place[0]}


def _answer(question: Asked, live: Live | None) -> Any:  # noqa: C901  # one for each kind
    match question:
        case TextQuestion() | MultilineQuestion():
            return _text(question)
        case HiddenQuestion():
            return _TEXT[: question.max_length]
        case EmailQuestion():
            return "ada@example.com"
        case UrlQuestion():
            return "https://www.example.com"
        case PhoneQuestion():
            return _phone(question)
        case IntegerQuestion():
            return int(_number(question.minimum, question.maximum))
        case DecimalQuestion():
            return f"{_number(question.minimum, question.maximum):f}"
        case MoneyQuestion():
            amount = f"{_number(question.minimum, question.maximum):f}"
            return {"amount": amount, "currency": question.currencies[0]}
        case DateQuestion():
            return _day(question)
        case TimeQuestion():
            return question.minimum or min("10:00", question.maximum or "10:00")
        case DatetimeQuestion():
            return {"at": "2030-01-15T10:00:00+00:00", "zone": question.zone}
        case BooleanQuestion() | ConsentQuestion():
            return True
        case ChoiceQuestion():
            return next(iter(_values(question, live)), "sample")
        case ChoicesQuestion():
            return _values(question, live)[: max(question.minimum, 1)]
        case CountryQuestion():
            return question.default or "AT"
        case AddressQuestion():
            return {
                "street": "Hauptstraße 1",
                "postcode": "1010",
                "city": "Wien",
                "country": "AT",
            }
        case RatingQuestion():
            return question.most
        case SignatureQuestion():
            return {"name": "Ada Lovelace"}
        case FileQuestion():
            return ["00000000-0000-4000-8000-000000000000"]
        case GroupQuestion():
            row = {
                key: _answer(each, live)
                for key, each in question.fields.items()
                if _can_be_made(each)
            }
            return [dict(row) for _ in range(max(question.minimum, 1))]
    raise TypeError(f"{type(question).__name__} has no example")


def _text(question: TextQuestion | MultilineQuestion) -> str:
    least, most = max(question.min_length, 1), question.max_length
    if question.pattern:
        return text_matching(question.pattern, least, most)
    repeated = _TEXT
    while len(repeated) < least:
        repeated += f" {_TEXT.lower()}"
    short = repeated if len(repeated) <= most else repeated[:most]
    return short if len(short.strip()) >= least else "x" * least


def _phone(question: PhoneQuestion) -> str:
    number = phonenumbers.example_number(question.region or "AT")
    if number is None:
        return "+43 1 5131515"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _number(least: Any, most: Any) -> Decimal:
    number = Decimal(1)
    if least is not None:
        number = max(number, Decimal(least))
    return min(number, Decimal(most)) if most is not None else number


def _day(question: DateQuestion) -> str:
    now = today()
    first = day_limit(question.minimum, now) if question.minimum else None
    last = day_limit(question.maximum, now) if question.maximum else None
    day = _DAY
    if first is not None and day < first:
        day = first + timedelta(days=1)  # it may be tomorrow by the time it is sent
    if last is not None and day > last:
        day = last
    return day.isoformat()


def _values(question: ChoiceQuestion | ChoicesQuestion, live: Live | None) -> list[str]:
    if question.from_ is None:
        return [choice.value for choice in question.choices]
    return _known(question.from_, live) or ["sample"]


def _known(choices: LiveChoices, live: Live | None) -> list[str]:
    known: Any = live(choices) if live is not None else None
    return sorted(known)[:100] if isinstance(known, frozenset | set) else []
