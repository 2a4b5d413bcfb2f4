"""One expression, checked against a scope and made ready to be computed."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from google.protobuf.message import DecodeError

from waybill_definitions.expressions.checker import (
    CelType,
    Environment,
    Scope,
    Tree,
    cel_type,
    children,
    size_of,
)
from waybill_definitions.expressions.compiling.bounds import Bounds
from waybill_definitions.expressions.compiling.reading import Reading, Reads, sensitive_of
from waybill_definitions.expressions.compiling.words import TOO_DEEP, checker_faults
from waybill_definitions.expressions.evaluating import Evaluate, Evaluator, NotInDialect
from waybill_definitions.expressions.faults import Failed, Missing, TooMuch
from waybill_definitions.expressions.language import CONVERSIONS, FUNCTIONS, matches
from waybill_definitions.expressions.meter import MOST_UNITS, Run
from waybill_definitions.text.coded import Coded, FaultCode

LONGEST_EXPRESSION: Final = 4096
_OPTIONAL_MAP = re.compile(r"\bopt(?:Flat)?Map\b")
_MOST_OPTIONAL_MAPS: Final = 4  # each doubles what stands before it in the checked tree
_PLAIN_UNITS: Final = 0


@dataclass(frozen=True, slots=True)
class Expression:
    """``units``: what it takes at least, see `Run`; 0 for a plain path, which is hardly anything.
    ``worst_units``: with lists as long as they may be.

    ``type``: of its result. ``may_be_absent``: whether there may be none, because what it reads is
    optional. ``reads``: paths such as ``("input", "email")``. ``sensitive_reads``: those of them,
    or below them, that are sensitive answers.
    """

    text: str
    evaluate: Evaluate
    units: int
    worst_units: int
    type: CelType
    may_be_absent: bool
    reads: Reads
    sensitive_reads: Reads


class ExpressionRefused(Exception):
    """``faults``: each with the place in the expression, in characters, or None."""

    def __init__(self, faults: list[tuple[int | None, Coded]]) -> None:
        super().__init__("; ".join(message for _, message in faults))
        self.faults = faults


def expression_compile(scope: Scope, text: str) -> Expression:
    """Check an expression and prepare it; kept per process. Raises ExpressionRefused."""
    compiled = _compiled(scope, text)
    if isinstance(compiled, ExpressionRefused):
        raise compiled.with_traceback(None)
    return compiled


@functools.lru_cache(maxsize=8192)
def _compiled(scope: Scope, text: str) -> Expression | ExpressionRefused:
    try:
        return _compile(scope, text)
    except ExpressionRefused as refused:
        return refused


def _compile(scope: Scope, text: str) -> Expression:
    environment = scope.environment
    tree = _checked(text, environment)
    reading = Reading.of(tree, environment)
    evaluator = Evaluator(
        tree, environment, {name: dict(each) for name, each in scope.tables.items()}
    )
    try:
        evaluate = evaluator.evaluate(tree.root)
    except NotInDialect as error:
        raise ExpressionRefused([(tree.position(error.node), error.message)]) from None
    found = cel_type(tree.type_of(tree.root))
    worst = Bounds(tree, environment).units(tree.root)
    faults = [
        *_unguarded(tree, reading),
        *_wrong_constants(tree, evaluator, tree.root),
        *_too_costly(worst),
        *_no_result(found),
    ]
    if faults:
        raise ExpressionRefused(faults)
    reads = frozenset(reading.reads)
    plain = _plain(tree, reading, environment)
    evaluate = plain or _unless_absent(evaluate, reading)
    records = {name: record for name, (record, _) in environment.variables.items()}
    return Expression(
        text=text,
        evaluate=evaluate,
        units=_PLAIN_UNITS if plain else size_of(tree, tree.root),
        worst_units=_PLAIN_UNITS if plain else worst,
        type=found,
        may_be_absent=reading.may_be_absent,
        reads=reads,
        sensitive_reads=sensitive_of(reads, records),
    )


def _checked(text: str, environment: Environment) -> Tree:
    if len(text) > LONGEST_EXPRESSION:
        sentence = (
            f"an expression has at most {LONGEST_EXPRESSION:,} characters; this has {len(text):,}"
        )
        words = Coded(FaultCode.TOO_LONG, sentence, limit=LONGEST_EXPRESSION)
        raise ExpressionRefused([(None, words)])
    if not text.strip():
        words = Coded(FaultCode.EXPRESSION_EMPTY, "there is no expression in it")
        raise ExpressionRefused([(0, words)])
    try:
        text.encode()
    except UnicodeEncodeError as error:
        sentence = "half a character (a lone surrogate) cannot be in an expression"
        words = Coded(FaultCode.CHARACTER_FORBIDDEN, sentence)
        raise ExpressionRefused([(error.start, words)]) from None
    if (nul := text.find("\0")) >= 0:
        sentence = "a NUL character cannot be in an expression"
        raise ExpressionRefused([(nul, Coded(FaultCode.CHARACTER_FORBIDDEN, sentence))])
    if len(_OPTIONAL_MAP.findall(text)) > _MOST_OPTIONAL_MAPS:
        sentence = (
            f"optMap and optFlatMap can be used {_MOST_OPTIONAL_MAPS} times in one expression"
        )
        names = ["optMap", "optFlatMap"]
        words = Coded(FaultCode.USED_TOO_OFTEN, sentence, functions=names, most=_MOST_OPTIONAL_MAPS)
        raise ExpressionRefused([(None, words)])
    try:
        return Tree(environment.check(text))
    except DecodeError:
        raise ExpressionRefused([(None, TOO_DEEP)]) from None
    except RuntimeError as error:
        raise ExpressionRefused(checker_faults(str(error), text, environment)) from None


def _unguarded(tree: Tree, reading: Reading) -> Iterator[tuple[int | None, Coded]]:
    for each in reading.unguarded:
        written = each.name
        position = tree.position(each.node)
        place = position - written.rfind(".") if "." in written else position
        what = "this step may be skipped" if each.of_step else f"`{written}` may be absent"
        guard = f"has({written}) ? … : …" if each.of_step else f"coalesce({written}, '…')"
        sentence = f"{what}: say what to use without it, such as {guard}"
        code = FaultCode.MAY_BE_SKIPPED if each.of_step else FaultCode.ABSENT_READ
        yield max(place, 0), Coded(code, sentence, path=written)


def _wrong_constants(
    tree: Tree, evaluator: Evaluator, node: Any
) -> Iterator[tuple[int | None, Coded]]:
    """What is written out can be tried before anything is published."""
    for each in children(tree, node):
        yield from _wrong_constants(tree, evaluator, each)
    if tree.kind(node) != "call_expr":
        return
    name, arguments = node.call_expr.function, children(tree, node)
    try:
        if name == "matches":
            _check_pattern(arguments[-1])
        if function := FUNCTIONS.get(name):
            for index, check in function.checks:
                _check_text(arguments[index], check)
        computed = name in CONVERSIONS or function is not None
        if computed and all(tree.kind(each) == "const_expr" for each in arguments):
            evaluator.evaluate(node)(Run({}))
    except (Failed, TooMuch) as error:
        yield tree.position(node), _unusable(name, error)


def _unusable(function: str, error: Failed | TooMuch) -> Coded:
    (sentence,) = error.args
    if isinstance(sentence, Coded):
        return sentence
    return Coded(FaultCode.VALUE_UNUSABLE, str(error), function=function)


def _check_pattern(pattern: Any) -> None:
    if pattern.const_expr.WhichOneof("kind") != "string_value":
        sentence = "the pattern of `matches` is written out as a text"
        raise Failed(Coded(FaultCode.PATTERN_NOT_WRITTEN, sentence))
    matches(Run({}), "", pattern.const_expr.string_value)


def _check_text(argument: Any, check: Callable[[str], Any]) -> None:
    if argument.const_expr.WhichOneof("kind") == "string_value":
        check(argument.const_expr.string_value)


def _too_costly(units: int) -> Iterator[tuple[int | None, Coded]]:
    if units > MOST_UNITS:
        sentence = (
            "this may take too long when the lists that it goes through are as long as they may"
            " be; go through fewer lists inside each other, or allow fewer items"
        )
        yield None, Coded(FaultCode.TOO_COSTLY, sentence)


def _no_result(found: CelType) -> Iterator[tuple[int | None, Coded]]:
    if found.name == "bytes":
        sentence = "bytes cannot be sent; make a text of them with base64.encode(…) or string(…)"
        yield None, Coded(FaultCode.NOT_SENDABLE, sentence, kind=found.name)
    if found.name == "type":
        sentence = "a type cannot be sent; compare it, as in type(x) == string"
        yield None, Coded(FaultCode.NOT_SENDABLE, sentence, kind=found.name)


def _unless_absent(evaluate: Evaluate, reading: Reading) -> Evaluate:
    """For a path that leads through something optional into JSON of unknown shape."""
    optional = reading.optional_on_the_way()
    if not optional:
        return evaluate
    looks = [_path_read(path, optional=True) for path in optional]

    def unless_absent(run: Run) -> Any:
        try:
            return evaluate(run)
        except Missing:
            if any(look(run) is None for look in looks):
                return None
            raise

    return unless_absent


def _plain(tree: Tree, reading: Reading, environment: Environment) -> Evaluate | None:
    """A function for a path such as ``input.email`` that looks only at Python's dicts."""
    path = reading.path(tree.root)
    node, flags = tree.root, list[bool | None]()
    while tree.kind(node) == "select_expr":
        if node.select_expr.test_only:
            return None
        found = tree.type_of(node.select_expr.operand)
        message = environment.messages.get(found.message_type) if found is not None else None
        member = message.record.fields.get(node.select_expr.field) if message else None
        flags.insert(0, member.optional if member else None)
        node = node.select_expr.operand
    if path is None or not flags or tree.kind(node) != "ident_expr":
        return None
    if path[0] == "tables" or None in flags:
        return None
    return _path_read(path, optional=any(flags))


def _path_read(path: tuple[str, ...], *, optional: bool) -> Evaluate:
    root, *names = path
    missing = f"there is no `{'.'.join(path)}`"

    def read(run: Run) -> Any:
        value = run.context[root]
        try:
            for name in names:
                value = value[name]
        except (KeyError, TypeError):
            value = None
        if value is None and not optional:
            raise Missing(missing)
        return value

    return read
