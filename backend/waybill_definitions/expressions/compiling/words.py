"""The checker's messages in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from waybill_definitions.expressions.checker import Environment, name_words, type_name
from waybill_definitions.expressions.evaluating import KNOWN
from waybill_definitions.expressions.language import FUNCTIONS
from waybill_definitions.text.coded import Coded, FaultCode
from waybill_definitions.text.suggestions import did_you_mean, nearest

_ERROR = re.compile(
    r"ERROR: <input>:(-?\d+):(-?\d+): (.*?)(?=\n \||\nERROR: |\Z| \[[A-Z_]+\]\Z)", re.DOTALL
)
_UNDEFINED = re.compile(r"undefined field '(.+)' not found in struct '(.+)'")
_UNDECLARED = re.compile(r"undeclared reference to '(.+)' \(in container '.*'\)")
_NO_OVERLOAD = re.compile(r"found no matching overload for '(.+)' applied to '(.*)'", re.DOTALL)
_LACKING = re.compile(r"missing '(.*?)' at '(.*)'", re.DOTALL)
_STUCK = re.compile("no viable alternative at input")
_UNEXPECTED = re.compile(r"(?:mismatched|extraneous) input '(.*?)' expecting", re.DOTALL)
_UNREADABLE = re.compile(r"token recognition error at: '(.*)'", re.DOTALL)
_MOST_SHOWN: Final = 8
_CHANGING: Final = {"now", "today", "random", "rand", "uuid"}
_OPERATORS: Final = {"_[_]": "[…]", "@in": "in", "_in_": "in", "-_": "-", "!_": "!"}

TOO_DEEP: Final = Coded(
    FaultCode.NESTED_TOO_DEEPLY,
    "this is nested too deeply or joins too many texts with +; write it as a text with ${{ }}"
    " in it",
)
_HAS: Final = Coded(FaultCode.HAS_NEEDS_FIELD, "has(…) takes a field, as in has(input.phone)")
_MACRO: Final = Coded(
    FaultCode.MACRO_NEEDS_NAME, "a macro such as map(x, …) names its variable first"
)
_NO_LIST: Final = Coded(FaultCode.NOT_A_LIST, "one cannot go through this like through a list")
_BRACKETS: Final = Coded(
    FaultCode.BRACKETS_FORBIDDEN,
    "name a field after a dot, as in input.email, and not in brackets",
)
_ENDS: Final = Coded(
    FaultCode.EXPRESSION_ENDS, "the expression ends where something is still missing"
)
_QUOTE_OPEN: Final = Coded(FaultCode.QUOTE_OPEN, "this text has no quote that closes it")
_FROM_HERE: Final = Coded(
    FaultCode.EXPRESSION_UNREADABLE, "the expression cannot be read from here on"
)


def checker_faults(
    error: str, text: str, environment: Environment
) -> list[tuple[int | None, Coded]]:
    """From the checker's report: where each fault is in the expression, and what it is."""
    faults: list[tuple[int | None, Coded]] = []
    for line, column, message in _ERROR.findall(error):
        where = _index(text, int(line), int(column))
        found = _translated(message.strip(), text, where or 0, environment)
        if found is None:
            continue
        index, words = found
        if words not in [known for _, known in faults]:
            faults.append((index if where is not None else None, words))
        if message.startswith("Syntax error") or words == TOO_DEEP:
            break  # the others only follow from it
    if not faults and re.search("recursion limit|node count", error):
        return [(None, TOO_DEEP)]
    said = error.partition("\n")[0]
    return faults or [(None, _refused(f"this is not an expression: {said}", said, None))]


def _refused(sentence: str, detail: str, at: int | None) -> Coded:
    """What only the checker can say. ``at``: the character counts from 1."""
    place = {} if at is None else {"at": at + 1}
    return Coded(FaultCode.EXPRESSION_REFUSED, sentence, detail=detail, **place)


def _index(text: str, line: int, column: int) -> int | None:
    if line < 1:
        return None
    before = sum(len(each) + 1 for each in text.split("\n")[: line - 1])
    return min(before + column - 1, len(text))


def _translated(
    message: str, text: str, at: int, environment: Environment
) -> tuple[int, Coded] | None:
    if "recursion depth" in message:
        return at, TOO_DEEP
    if "has() argument must be" in message:
        return at, _HAS
    if "variable name must be a simple identifier" in message:
        return at, _MACRO
    if "*error*" in message:
        return None  # it only follows from another
    if "cannot be the range of a comprehension" in message:
        return at, _NO_LIST
    for pattern, words in _PATTERNS:
        if found := pattern.search(message):
            return words(found, text, at, environment)
    if message.startswith("Syntax error"):
        said = message.partition(": ")[2]
        return at, _refused(f"this is not an expression: {said}", said, at)
    return at, _refused(message, message, at)


def _undefined(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, Coded]:
    name, message = found[1], environment.messages[found[2]]
    owner = _owner(text, at, name)
    whole = f"{owner}.{name}" if owner else name
    known = message.record.fields
    near = nearest(name, known)
    hint = did_you_mean(name, known)
    if not hint and owner == "steps":
        hint = "; only a step that needs it, straight or through others, can read it"
    elif not hint and known:
        hint = f"; there is {', '.join(f'`{each}`' for each in list(known)[:_MOST_SHOWN])}"
    place = re.search(rf"\b{re.escape(name)}\b", text[at:])
    sentence = f"`{whole}` is no field of {message.words}{hint}"
    start = at + (place.start() if place else 0)
    if owner == "steps" and not near:
        return start, Coded(FaultCode.STEP_NOT_BEFORE, sentence, step=name)
    options = [] if near else list(known)[:_MOST_SHOWN]
    return start, Coded(
        FaultCode.FIELD_UNKNOWN, sentence, path=whole, near=near or "", options=options
    )


def _owner(text: str, at: int, name: str) -> str:
    """What is written before `.name`. The checker's place is behind it, or at has(…)'s bracket."""
    inside = re.match(rf"\(\s*([\w.]+?)\.{re.escape(name)}\b", text[at:])
    if inside:
        return inside[1]
    before = re.search(r"[\w.]*$", text[:at])
    return before[0] if before else ""


def _undeclared(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, Coded]:
    name = found[1].partition(".")[0]
    start = text.rfind(name, 0, at + 1)
    start = start if start >= 0 else at
    if re.match(rf"{re.escape(found[1])}\s*\(", text[text.rfind(found[1], 0, at + 1) :]):
        known = [each.strip("_@") for each in (*KNOWN, *FUNCTIONS) if each[0].isalpha()]
        known += ["has", "map", "filter", "all", "exists"]
        if found[1] in known:
            sentence = f"`{found[1]}` cannot be used with this number of values"
            return start, Coded(FaultCode.ARGUMENT_COUNT, sentence, function=found[1])
        return start, _no_function(found[1], known)
    names = list(environment.variables)
    near = nearest(name, names)
    hint = did_you_mean(name, names) or f"; there is {', '.join(f'`{each}`' for each in names)}"
    return start, Coded(
        FaultCode.NAME_UNKNOWN,
        f"there is nothing called `{name}` here{hint}",
        name=name,
        near=near or "",
        options=[] if near else names,
    )


def _no_function(name: str, known: list[str]) -> Coded:
    sentence = f"there is no function `{name}`"
    if name in _CHANGING:
        hint = "; a step that is tried again sends the same, so nothing here changes by itself"
        return Coded(FaultCode.FUNCTION_CHANGES, sentence + hint, function=name)
    return Coded(
        FaultCode.FUNCTION_UNKNOWN,
        sentence + did_you_mean(name, known),
        function=name,
        near=nearest(name, known) or "",
    )


def _no_overload(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, Coded]:
    function, separated = found[1], _separated(found[2])
    kinds, names = list(map(name_words, separated)), list(map(type_name, separated))
    if function == "_[_]" and kinds[:1] == ["an object"]:
        return at, _BRACKETS
    if function == "_?_:_":
        sentence = (
            "before `?` stands what is true or false, and both answers after it are of one kind;"
            f" here they are {kinds[0]}, {' and '.join(kinds[1:])}"
        )
        return at, Coded(FaultCode.BRANCHES_DIFFER, sentence, kinds=names)
    if function in _OPERATORS or function.startswith("_"):
        operator = _OPERATORS.get(function, function.strip("_"))
        sentence = f"`{operator}` cannot be used with {' and '.join(kinds)}{_hint(operator, kinds)}"
        return at, Coded(FaultCode.OPERATOR_MISFIT, sentence, operator=operator, kinds=names)
    known = FUNCTIONS.get(function)
    form = f"; it is written `{known.form}`, as in `{known.example}`" if known else ""
    given = " and ".join(kinds) or "nothing"
    return at, Coded(
        FaultCode.FUNCTION_MISFIT,
        f"`{function}` cannot be used with {given}{form}",
        function=function,
        kinds=names,
        form=known.form if known else "",
        example=known.example if known else "",
    )


def _hint(operator: str, kinds: list[str]) -> str:
    if operator == "+" and "a text" in kinds:
        return "; string(…) makes a text of a number"
    if operator in {"<", ">", "<=", ">=", "-", "*", "/"} and "a text" in kinds:
        return "; int(…) makes a number of a text"
    return ""


def _separated(kinds: str) -> list[str]:
    """``string.(int, list(int))`` and ``(int, string)`` into their types."""
    target, dotted, rest = kinds.rpartition(".(") if ".(" in kinds else ("", "", kinds)
    parts, depth, start = [target] if dotted else [], 0, 0
    rest = rest.removesuffix(")") if dotted else rest.removeprefix("(").removesuffix(")")
    for index, character in enumerate(rest):
        depth += (character in "(<") - (character in ")>")
        if character == "," and depth == 0:
            parts.append(rest[start:index])
            start = index + 1
    return [part.strip() for part in [*parts, rest[start:]] if part.strip()]


def _unexpected(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, Coded]:
    if found[1] == "<EOF>":
        return at, _ENDS
    sentence = f"`{found[1]}` does not belong here"
    return at, Coded(FaultCode.MISPLACED, sentence, text=found[1])


def _lacking(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, Coded]:
    sentence = f"`{found[1]}` is missing here"
    return at, Coded(FaultCode.PART_MISSING, sentence, text=found[1])


def _stuck(found: re.Match[str], text: str, at: int, environment: Environment) -> tuple[int, Coded]:
    if not text[at:].strip(" ."):
        return at, _ENDS
    return at, _FROM_HERE


def _unreadable(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, Coded]:
    if found[1][:1] in {"'", '"'}:
        return at, _QUOTE_OPEN
    sentence = f"`{found[1]}` cannot be read here; texts stand in quotes"
    return at, Coded(FaultCode.CHARACTER_UNREADABLE, sentence, text=found[1])


_Words = Callable[[re.Match[str], str, int, Environment], tuple[int, Coded]]
_PATTERNS: Final[list[tuple[re.Pattern[str], _Words]]] = [
    (_UNDEFINED, _undefined),
    (_UNDECLARED, _undeclared),
    (_NO_OVERLOAD, _no_overload),
    (_UNEXPECTED, _unexpected),
    (_LACKING, _lacking),
    (_STUCK, _stuck),
    (_UNREADABLE, _unreadable),
]
