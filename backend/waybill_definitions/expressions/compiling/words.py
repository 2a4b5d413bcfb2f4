"""The checker's messages in words that say what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from waybill_definitions.expressions.checker import Environment, name_words
from waybill_definitions.expressions.evaluating import KNOWN
from waybill_definitions.expressions.language import FUNCTIONS
from waybill_definitions.text.suggestions import did_you_mean

_ERROR = re.compile(
    r"ERROR: <input>:(-?\d+):(-?\d+): (.*?)(?=\n \||\nERROR: |\Z| \[[A-Z_]+\]\Z)", re.DOTALL
)
_UNDEFINED = re.compile(r"undefined field '(.+)' not found in struct '(.+)'")
_UNDECLARED = re.compile(r"undeclared reference to '(.+)' \(in container '.*'\)")
_NO_OVERLOAD = re.compile(r"found no matching overload for '(.+)' applied to '(.*)'", re.DOTALL)
_STUCK = re.compile("no viable alternative at input")
_UNEXPECTED = re.compile(r"(?:mismatched|extraneous) input '(.*?)' expecting", re.DOTALL)
_UNREADABLE = re.compile(r"token recognition error at: '(.*)'", re.DOTALL)
_CHANGING: Final = {"now", "today", "random", "rand", "uuid"}
_OPERATORS: Final = {"_[_]": "[…]", "@in": "in", "_in_": "in", "-_": "-", "!_": "!"}

TOO_DEEP: Final = (
    "this is nested too deeply or joins too many texts with +; write it as a text with ${{ }} in it"
)


def checker_faults(error: str, text: str, environment: Environment) -> list[tuple[int | None, str]]:
    """From the checker's report: where each fault is in the expression, and what it is."""
    faults: list[tuple[int | None, str]] = []
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
    return faults or [(None, f"this is not an expression: {error.partition(chr(10))[0]}")]


def _index(text: str, line: int, column: int) -> int | None:
    if line < 1:
        return None
    before = sum(len(each) + 1 for each in text.split("\n")[: line - 1])
    return min(before + column - 1, len(text))


def _translated(
    message: str, text: str, at: int, environment: Environment
) -> tuple[int, str] | None:
    if "recursion depth" in message:
        return at, TOO_DEEP
    if "has() argument must be" in message:
        return at, "has(…) takes a field, as in has(input.phone)"
    if "variable name must be a simple identifier" in message:
        return at, "a macro such as map(x, …) names its variable first"
    if "*error*" in message:
        return None  # it only follows from another
    if "cannot be the range of a comprehension" in message:
        return at, "one cannot go through this like through a list"
    for pattern, words in _PATTERNS:
        if found := pattern.search(message):
            return words(found, text, at, environment)
    if message.startswith("Syntax error"):
        return at, f"this is not an expression: {message.partition(': ')[2]}"
    return at, message


def _undefined(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, str]:
    name, message = found[1], environment.messages[found[2]]
    owner = _owner(text, at, name)
    whole = f"{owner}.{name}" if owner else name
    known = message.record.fields
    hint = did_you_mean(name, known)
    if not hint and owner == "steps":
        hint = "; only a step that needs it, straight or through others, can read it"
    elif not hint and known:
        hint = f"; there is {', '.join(f'`{each}`' for each in list(known)[:8])}"
    place = re.search(rf"\b{re.escape(name)}\b", text[at:])
    return at + (place.start() if place else 0), f"`{whole}` is no field of {message.words}{hint}"


def _owner(text: str, at: int, name: str) -> str:
    """What is written before `.name`. The checker's place is behind it, or at has(…)'s bracket."""
    inside = re.match(rf"\(\s*([\w.]+?)\.{re.escape(name)}\b", text[at:])
    if inside:
        return inside[1]
    before = re.search(r"[\w.]*$", text[:at])
    return before[0] if before else ""


def _undeclared(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, str]:
    name = found[1].partition(".")[0]
    start = text.rfind(name, 0, at + 1)
    start = start if start >= 0 else at
    if re.match(rf"{re.escape(found[1])}\s*\(", text[text.rfind(found[1], 0, at + 1) :]):
        known = [each.strip("_@") for each in (*KNOWN, *FUNCTIONS) if each[0].isalpha()]
        known += ["has", "map", "filter", "all", "exists"]
        if found[1] in known:
            return start, f"`{found[1]}` cannot be used with this number of values"
        hint = did_you_mean(found[1], known)
        if found[1] in _CHANGING:
            hint = "; a step that is tried again sends the same, so nothing here changes by itself"
        return start, f"there is no function `{found[1]}`{hint}"
    names = list(environment.variables)
    hint = did_you_mean(name, names) or f"; there is {', '.join(f'`{each}`' for each in names)}"
    return start, f"there is nothing called `{name}` here{hint}"


def _no_overload(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, str]:
    function, kinds = found[1], [name_words(each) for each in _separated(found[2])]
    if function == "_[_]" and kinds[:1] == ["an object"]:
        return at, "name a field after a dot, as in input.email, and not in brackets"
    if function == "_?_:_":
        return at, (
            "before `?` stands what is true or false, and both answers after it are of one kind;"
            f" here they are {kinds[0]}, {' and '.join(kinds[1:])}"
        )
    if function in _OPERATORS or function.startswith("_"):
        operator = _OPERATORS.get(function, function.strip("_"))
        return at, f"`{operator}` cannot be used with {' and '.join(kinds)}{_hint(operator, kinds)}"
    known = FUNCTIONS.get(function)
    form = f"; it is written `{known.form}`, as in `{known.example}`" if known else ""
    given = " and ".join(kinds) or "nothing"
    return at, f"`{function}` cannot be used with {given}{form}"


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


_ENDS: Final = "the expression ends where something is still missing"


def _unexpected(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, str]:
    if found[1] == "<EOF>":
        return at, _ENDS
    return at, f"`{found[1]}` does not belong here"


def _stuck(found: re.Match[str], text: str, at: int, environment: Environment) -> tuple[int, str]:
    if not text[at:].strip(" ."):
        return at, _ENDS
    return at, "the expression cannot be read from here on"


def _unreadable(
    found: re.Match[str], text: str, at: int, environment: Environment
) -> tuple[int, str]:
    if found[1][:1] in {"'", '"'}:
        return at, "this text has no quote that closes it"
    return at, f"`{found[1]}` cannot be read here; texts stand in quotes"


_Words = Callable[[re.Match[str], str, int, Environment], tuple[int, str]]
_PATTERNS: Final[list[tuple[re.Pattern[str], _Words]]] = [
    (_UNDEFINED, _undefined),
    (_UNDECLARED, _undeclared),
    (_NO_OVERLOAD, _no_overload),
    (_UNEXPECTED, _unexpected),
    (_STUCK, _stuck),
    (_UNREADABLE, _unreadable),
]
