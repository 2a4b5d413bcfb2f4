"""The Pydantic model of a form's answers, and what it finds in those that are sent."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    WrapValidator,
    create_model,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from waybill_definitions.document import Asked, CalculatedQuestion, GroupQuestion, Question
from waybill_definitions.expressions import CompiledValue, Computation, MappingFailed
from waybill_definitions.forms.answer_types import (
    KEPT,
    LIVE,
    OWN_WORDS,
    Live,
    answer_type,
    is_absent,
    kept_type,
)
from waybill_definitions.forms.expressions import At, FormExpressions
from waybill_definitions.forms.records import LANGUAGE

_CHECKING = "checking"
CALCULATED = "calculated"
"""The kind of a fault: something could not be computed from these answers."""


@dataclass(frozen=True, slots=True)
class Checked:
    """``answers``: as JSON, clean; none where there are faults.

    ``faults``: as Pydantic tells them, without their input; ``loc`` is the path in the answers.
    ``hidden``: the paths of questions that are not asked with these answers. ``calculated``: what
    was computed, by path.
    """

    answers: dict[str, Any]
    faults: list[ErrorDetails]
    hidden: list[tuple[str | int, ...]]
    calculated: dict[tuple[str | int, ...], Any]


@dataclass(slots=True)
class _Checking:
    """What is known so far, from the first question on. ``row``: its number, in a group."""

    input: dict[str, Any] = field(default_factory=dict)
    answers_of_row: dict[str, Any] = field(default_factory=dict)
    row: int = -1
    hidden: list[tuple[str | int, ...]] = field(default_factory=list)
    calculated: dict[tuple[str | int, ...], Any] = field(default_factory=dict)
    run: Computation = field(init=False)

    def __post_init__(self) -> None:
        self.run = Computation({"input": self.input, "row": {}})

    def begin_row(self) -> None:
        self.row += 1
        self.answers_of_row = {}
        self.run.context = {"input": self.input, "row": self.answers_of_row}

    def place(self, at: At) -> tuple[str | int, ...]:
        return at if len(at) == 1 else (at[0], self.row, at[1])

    def keep(self, at: At, value: Any) -> None:
        known = self.input if len(at) == 1 else self.answers_of_row
        if value is not None:
            known[at[-1]] = value

    def holds(self, condition: CompiledValue) -> bool:
        """A condition that cannot be computed does not hold."""
        try:
            return condition.compute(self.run) is True
        except MappingFailed:
            return False


def answers_model(
    questions: Mapping[str, Question], expressions: FormExpressions
) -> type[BaseModel]:
    """The model of all answers, in the form's order; keys that no question has are refused."""
    members = {key: _member((key,), question, expressions) for key, question in questions.items()}
    return create_model("FormData", __config__=_STRICT, **members)  # type: ignore[call-overload,no-any-return]


def answers_check(
    model: type[BaseModel],
    expressions: FormExpressions,
    data: Any,
    *,
    kept: Mapping[str, Any] | None = None,
    live: Live | None = None,
    language: str = "",
) -> Checked:
    """What is to be stored, and everything that is wrong.

    ``kept``: answers that were accepted before. Where they come again they stay as they are,
    though their kind of answer may be judged otherwise by now.
    """
    checking = _Checking() if expressions else None
    context = {_CHECKING: checking, KEPT: kept, LIVE: live, LANGUAGE: language}
    try:
        checked = model.model_validate(data, context=context)
    except ValidationError as error:
        faults = error.errors(include_input=False, include_url=False)
        told = [fault for fault in faults if fault["type"] != CALCULATED] or faults
        return Checked({}, told, *_decided(checking))
    answers = {key: value for key, value in checked.__dict__.items() if value is not None}
    broken = _broken(expressions, checking) if checking and expressions.rules else []
    return Checked(answers, broken, *_decided(checking))


def _decided(
    checking: _Checking | None,
) -> tuple[list[tuple[str | int, ...]], dict[tuple[str | int, ...], Any]]:
    return (checking.hidden, checking.calculated) if checking else ([], {})


def _broken(expressions: FormExpressions, checking: _Checking) -> list[ErrorDetails]:
    """The rules that do not hold. One whose question is not asked holds."""
    asked = {place[0] for place in checking.hidden if len(place) == 1}
    checking.run.context = {"input": checking.input, "row": {}}
    return [
        {
            "type": "rule",
            "loc": (rule.field,),
            "msg": "These answers do not go together.",
            "input": None,
            "ctx": {OWN_WORDS: rule.message},
        }
        for rule, condition in expressions.rules
        if rule.field not in asked and not checking.holds(condition)
    ]


_STRICT = ConfigDict(extra="forbid")


def _member(at: At, question: Asked, expressions: FormExpressions) -> tuple[Any, Any]:
    conditional = at in expressions.conditions or at in expressions.never
    optional = conditional or not question.required
    answer: Any
    match question:
        case CalculatedQuestion():
            answer = _calculated_type(at, question, expressions)
        case GroupQuestion():
            answer = _group_type(question, expressions, at[0], optional=optional)
        case _:
            answer = answer_type(question, optional=optional)
    if len(at) == 1:
        answer = kept_type(at[0], answer)
    if conditional and not isinstance(question, CalculatedQuestion):
        answer = _conditional(at, question, answer, expressions)
    if expressions:
        answer = Annotated[answer, AfterValidator(functools.partial(_kept_in_mind, at=at))]
    return answer, Field(default=None, validate_default=True)


def _kept_in_mind(value: Any, info: ValidationInfo, *, at: At) -> Any:
    checking = _checking(info)
    if checking is not None:
        checking.keep(at, value)
    return value


def _checking(info: ValidationInfo) -> _Checking | None:
    return info.context.get(_CHECKING) if info.context else None


def _conditional(at: At, question: Asked, answer: Any, expressions: FormExpressions) -> Any:
    """Asked only when its conditions hold; else it is neither needed nor taken."""
    conditions = expressions.conditions.get(at, [])
    never = at in expressions.never

    def decide(value: Any, validate: Callable[[Any], Any], info: ValidationInfo) -> Any:
        checking = _checking(info)
        if checking is None:
            return validate(value)
        if not never and all(map(checking.holds, conditions)):
            if question.required and is_absent(value):
                raise PydanticCustomError("needed", "This field is needed.")
            return validate(value)
        checking.hidden.append(checking.place(at))
        if not is_absent(value):
            raise PydanticCustomError(
                "not_asked", "With these answers this is not asked. Leave it out."
            )
        return None

    return Annotated[answer, WrapValidator(decide)]


_SCHEMAS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "decimal": {"type": ["string", "integer"]},
    "boolean": {"type": "boolean"},
}


def _calculated_type(at: At, question: CalculatedQuestion, expressions: FormExpressions) -> Any:
    """Computed here. What is sent may say the same, as when answers are sent again."""
    value = expressions.values.get(at)
    conditions = expressions.conditions.get(at, [])
    never = at in expressions.never

    def compute(sent: Any, info: ValidationInfo) -> Any:
        found = computed(info)
        if not is_absent(sent) and not _is_same(sent, found):
            checking = _checking(info)
            if checking is not None:
                checking.keep(at, found)  # what is asked below goes by what is true
            raise PydanticCustomError("computed", "This is computed here. Leave it out.")
        return found

    def computed(info: ValidationInfo) -> Any:
        checking = _checking(info)
        if checking is None or value is None:
            return None
        if never or not all(map(checking.holds, conditions)):
            checking.hidden.append(checking.place(at))
            return None
        try:
            found = value.compute(checking.run)
        except MappingFailed as error:
            raise PydanticCustomError(
                CALCULATED, "This cannot be computed from these answers."
            ) from error
        if found is not None and question.type == "decimal":
            found = str(found)
        if found is not None:
            checking.calculated[checking.place(at)] = found
        return found

    schema = {**_SCHEMAS[question.type], "readOnly": True}
    return Annotated[Any, BeforeValidator(compute), WithJsonSchema(schema)]


def _is_same(sent: Any, found: Any) -> bool:
    """To Python, true is 1."""
    return bool(sent == found) and isinstance(sent, bool) is isinstance(found, bool)


def _group_type(
    question: GroupQuestion, expressions: FormExpressions, key: str, *, optional: bool
) -> Any:
    def begin(data: Any, info: ValidationInfo) -> Any:
        checking = _checking(info)
        if checking is not None:
            checking.begin_row()
        return data

    members: dict[str, Any] = {
        each: _member((key, each), inside, expressions) for each, inside in question.fields.items()
    }
    row: Any = create_model("Row", __config__=_STRICT, **members)

    def rows(value: Any, info: ValidationInfo) -> Any:
        checking = _checking(info)
        if checking is not None:
            checking.row = -1
        if is_absent(value) and not optional:
            raise PydanticCustomError("needed", "This field is needed.")
        return None if is_absent(value) else value

    listed = Annotated[
        list[Annotated[row, BeforeValidator(begin)]],
        Field(min_length=max(question.minimum, 1), max_length=question.maximum),
        AfterValidator(_plain_rows),
    ]
    return Annotated[listed | None if optional else listed, BeforeValidator(rows)]


def _plain_rows(rows: list[BaseModel]) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in row.__dict__.items() if value is not None} for row in rows
    ]
