"""One value of a mapping: a literal, a computed value, or a text with computed parts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from waybill_definitions.document import Path, Place, path_words, place_at
from waybill_definitions.expressions.checker import CelType, Scope
from waybill_definitions.expressions.compiling import (
    Expression,
    ExpressionRefused,
    Reads,
    expression_compile,
)
from waybill_definitions.expressions.faults import Failed, Fault, MappingFailed, TooMuch
from waybill_definitions.expressions.language import scalar_text, words
from waybill_definitions.expressions.mappings.results import Computation, json_result
from waybill_definitions.expressions.mappings.template import (
    OPENING,
    UNCLOSED,
    Part,
    Unclosed,
    template_parts,
)
from waybill_definitions.text.coded import Coded, FaultCode

LONGEST_TEMPLATE: Final = 32_768
_TEXTS: Final = {"string", "int", "double", "bool", "timestamp", "duration", "dyn"}
Compute: TypeAlias = Callable[[Computation], Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a computed value came from. ``text``: the expression. The rest as in `Expression`."""

    text: str
    reads: Reads
    sensitive_reads: Reads


Note: TypeAlias = Callable[[Source, Any], None]


@dataclass(frozen=True, slots=True)
class Field:
    """A value with expressions in it. ``type``: of what it gives."""

    path: Path
    expressions: tuple[Expression, ...]
    type: CelType
    may_be_absent: bool
    compute: Compute
    is_whole: bool = False
    """Whether it is one expression and nothing around it, so that it keeps its type."""

    @property
    def sensitive_reads(self) -> Reads:
        """The sensitive answers among what it reads."""
        return frozenset[tuple[str, ...]]().union(
            *(each.sensitive_reads for each in self.expressions)
        )

    @property
    def reads(self) -> Reads:
        """All that it reads."""
        return frozenset[tuple[str, ...]]().union(*(each.reads for each in self.expressions))


def has_expression(value: str) -> bool:
    """Whether anything in a text is computed."""
    return OPENING in value


def field_compile(template: str, scope: Scope, path: Path, faults: list[Fault]) -> Field | None:
    """The compiled value; None where there are faults, which are added to the list."""
    if len(template) > LONGEST_TEMPLATE:
        sentence = f"a text has at most {LONGEST_TEMPLATE:,} characters; this has {len(template):,}"
        words = Coded(FaultCode.TOO_LONG, sentence, limit=LONGEST_TEMPLATE)
        faults.append(Fault(path, None, words))
        return None
    try:
        parts = template_parts(template)
    except Unclosed as error:
        faults.append(Fault(path, place_at(template, error.start), UNCLOSED))
        return None
    before = len(faults)
    compiled = [_part(part, template, scope, path, faults) for part in parts]
    whole = len(parts) == 1
    if not whole:
        for part, found in zip(parts, compiled, strict=True):
            _check_in_text(part, found, template, path, faults)
    if len(faults) > before:
        return None
    expressions = tuple(each for each in compiled if isinstance(each, Expression))
    if whole:
        (only,) = expressions
        compute = _guarded(path, _whole(only), only.reads)
        return Field(path, expressions, only.type, only.may_be_absent, compute, is_whole=True)
    pieces = [each for each in compiled if each is not None]
    compute = _guarded(path, _joined(path, pieces))
    return Field(path, expressions, CelType("string"), False, compute)


def _part(
    part: Part, template: str, scope: Scope, path: Path, faults: list[Fault]
) -> Expression | str | None:
    if not part.is_expression:
        return part.text
    try:
        return expression_compile(scope, part.text)
    except ExpressionRefused as refused:
        faults += [
            Fault(path, _place(template, part, index), message) for index, message in refused.faults
        ]
        return None


def _place(template: str, part: Part, index: int | None) -> Place | None:
    return None if index is None else place_at(template, part.start + index)


def _check_in_text(
    part: Part, found: Expression | str | None, template: str, path: Path, faults: list[Fault]
) -> None:
    if not isinstance(found, Expression):
        return
    message = ""
    if found.type.name == "null" or found.may_be_absent:
        message = absent_words(found)
    elif found.type.name not in _TEXTS:
        sentence = f"{found.type.words} cannot stand inside a text; make a text of it, as with join"
        message = Coded(FaultCode.NOT_IN_TEXT, sentence)
    if message:
        faults.append(Fault(path, place_at(template, part.start), message))


def absent_words(found: Expression) -> str:
    """What to do about an expression without a value."""
    # `a.b`, and not `f(a.b)`, can be shown in the advice as it is.
    shown = found.text if found.text.replace(".", "").replace("_", "").isalnum() else "x"
    roots = {path[0] for path in found.reads}
    is_answer = roots == {"input"}
    what = "this answer is optional" if is_answer else "this may be missing"
    return Coded(
        FaultCode.OPTIONAL_ANSWER if is_answer else FaultCode.MAY_BE_MISSING,
        f"{what}: say what to send without it, such as ${{{{ coalesce({shown}, '…') }}}}",
    )


def _whole(expression: Expression) -> Compute:
    evaluate, units = expression.evaluate, expression.units
    source = Source(expression.text, expression.reads, expression.sensitive_reads)

    def compute(run: Computation) -> Any:
        if units:
            run.spend(units)
        result = json_result(run, evaluate(run))
        if run.note is not None:
            run.note(source, result)
        return result

    return compute


def _joined(path: Path, pieces: list[Expression | str]) -> Compute:
    computes = [
        each if isinstance(each, str) else _guarded(path, _text(_whole(each)), each.reads)
        for each in pieces
    ]

    def compute(run: Computation) -> str:
        return "".join(each if type(each) is str else each(run) for each in computes)  # type: ignore[operator]

    return compute


def _text(compute: Compute) -> Compute:
    def computed(run: Computation) -> str:
        value = compute(run)
        return value if type(value) is str else _in_text(value)

    return computed


def _in_text(value: Any) -> str:
    if value is None or type(value) in {list, dict}:
        raise Failed(f"{words(value)} cannot stand inside a text")
    return scalar_text(value)


def _guarded(path: Path, compute: Compute, reads: Reads = frozenset()) -> Compute:
    """With the place in the message. No value is ever in it: it may be private."""

    def guarded(run: Computation) -> Any:
        try:
            return compute(run)
        except (Failed, TooMuch) as error:
            words = f"{path_words(path) or 'the expression'}: {error}"
            raise MappingFailed(words, path, reads) from error

    return guarded
