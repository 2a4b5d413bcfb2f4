"""Forms with every kind of question, for Hypothesis."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.waybill_definitions.forms.browser.conditions import CONDITIONS, VALUES
from waybill_definitions.document import FormDefinition
from waybill_definitions.forms import form_expressions

Made = dict[str, Any]
WORDS = st.sampled_from(["a", "Wien", "ß", "x y"])
SIMPLE = (
    *("text", "multiline", "url", "integer", "decimal", "money", "date", "time", "datetime"),
    *("boolean", "consent", "choice", "choices", "country", "address", "rating", "signature"),
)
RARE = ("email", "phone")
PATTERNS = ["[A-Z]{2}[0-9]+", "[a-z]*", r"\d+(?:-\d+)?", r"[^\s]+", "(?:a|ä|😀){1,3}", r"\w+\.?"]
PATTERNS += [".", r"[\w-]*", r"\S+\s?\S*"]
CHOICES = ["a", "B", "straße", "STRASSE", "é", "1"]


@st.composite
def _limits(draw: st.DrawFn, values: list[Any]) -> Made:
    drawn = draw(st.lists(st.sampled_from(values), max_size=2, unique=True))
    chosen = sorted(drawn, key=values.index)
    match chosen:
        case [one]:
            return {draw(st.sampled_from(["minimum", "maximum"])): one}
        case [least, most]:
            return {"minimum": least, "maximum": most}
    return {}


def _own(kind: str) -> st.SearchStrategy[Made]:  # noqa: C901  # one for each kind
    """The keys that only this kind has."""
    match kind:
        case "text" | "multiline":
            return st.fixed_dictionaries(
                {},
                optional={
                    "min_length": st.integers(0, 3),
                    "max_length": st.integers(3, 8),
                    "pattern": st.sampled_from(PATTERNS),
                    "pattern_message": st.just("Like AB12."),
                },
            )
        case "integer":
            return _limits([-5, 0, 3, 10, 12_345])
        case "decimal":
            places = st.fixed_dictionaries({}, optional={"decimals": st.integers(1, 4)})
            return st.tuples(_limits(["-1.5", "0", "2.25", "9.999", "12345.50"]), places).map(
                lambda parts: parts[0] | parts[1]
            )
        case "money":
            currencies = st.lists(
                st.sampled_from(["EUR", "JPY", "KWD", "USD"]), min_size=1, max_size=3, unique=True
            )
            return st.tuples(_limits(["0", "2.5", "9"]), currencies).map(
                lambda parts: parts[0] | {"currencies": parts[1]}
            )
        case "date":
            return _limits(["2026-01-31", "2026-06-01", "2027-02-28"])
        case "time":
            return _limits(["08:00", "12:30", "17:45"])
        case "datetime":
            zones = st.sampled_from(["UTC", "Europe/Vienna", "America/New_York", "Asia/Kolkata"])
            return zones.map(lambda zone: {"zone": zone})
        case "consent":
            return st.just({"text": {"en": "I agree.", "de": "Ja."}})
        case "choice":
            return _choices().map(lambda choices: {"choices": choices})
        case "choices":
            return st.tuples(_choices(), _limits([1, 2, 3])).map(
                lambda parts: {"choices": parts[0]} | parts[1]
            )
        case "rating":
            return st.integers(2, 6).map(lambda most: {"most": most})
        case "file":
            return st.integers(1, 3).map(lambda most: {"max_files": most})
        case "phone":
            return st.sampled_from([{}, {"region": "AT"}])
    return st.just({})


def _choices() -> st.SearchStrategy[list[Made]]:
    return st.lists(st.sampled_from(CHOICES), min_size=1, max_size=4, unique=True).map(
        lambda values: [{"value": value, "label": f"The {value}"} for value in values]
    )


@st.composite
def _question(draw: st.DrawFn, kind: str) -> Made:
    own = draw(_own(kind))
    required = {} if kind == "hidden" else {"required": draw(st.booleans())}
    return {"kind": kind, "label": "L", **required, **own}


@st.composite
def _asked(draw: st.DrawFn, above: dict[str, Made], root: str, kinds: list[str]) -> Made:
    """A question, often with a condition on those above, or computed of them."""
    seen = {**{f"{root}.{key}": each for key, each in above.items()}}
    if seen and draw(st.integers(0, 5)) == 0:
        return draw(calculated(seen))
    question = draw(_question(draw(st.sampled_from(kinds))))
    if seen and draw(st.integers(0, 2)) == 0:
        question["show_if"] = draw(condition(seen))
    return question


@st.composite
def condition(draw: st.DrawFn, seen: dict[str, Made]) -> str:
    """One that reads one or two answers."""
    parts = []
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(sorted(seen)))
        written = draw(st.sampled_from(CONDITIONS[_kind_of(seen[path])]))
        parts.append(written.replace("@", path))
    joined = draw(st.sampled_from([" && ", " || "])).join(f"({part})" for part in parts)
    return "${{ " + (f"!({joined})" if draw(st.integers(0, 4)) == 0 else joined) + " }}"


def _kind_of(question: Made) -> str:
    if question["kind"] == "calculated":
        return {"boolean": "boolean", "integer": "integer"}.get(question["type"], "text")
    return str(question["kind"])


@st.composite
def calculated(draw: st.DrawFn, seen: dict[str, Made]) -> Made:
    path = draw(st.sampled_from(sorted(seen)))
    offered = VALUES.get(_kind_of(seen[path]), []) + VALUES["any"]
    kind, written = draw(st.sampled_from(offered))
    value = "${{ " + written.replace("@", path) + " }}"
    optional = draw(st.booleans())
    question: Made = {"kind": "calculated", "label": "L", "value": value, "type": kind}
    question["optional"] = optional
    if draw(st.integers(0, 3)) == 0:
        question["show_if"] = draw(condition(seen))
    return question


@st.composite
def _group(draw: st.DrawFn, above: dict[str, Made]) -> Made:
    fields: dict[str, Made] = {}
    kinds = [*SIMPLE, "text", "integer", "decimal"]
    for number in range(draw(st.integers(1, 3))):
        outer = draw(st.booleans()) or not fields
        reads, root = (above, "input") if outer else (fields, "row")
        fields[f"r{number}"] = draw(_asked(reads, root, kinds))
    return {
        "kind": "group",
        "label": "L",
        "required": draw(st.booleans()),
        "fields": fields,
        **draw(_limits([1, 2, 3])),
    }


@st.composite
def forms(draw: st.DrawFn) -> FormDefinition:
    """Definitions without faults: what does not compile is left out."""
    fields: dict[str, Made] = {}
    kinds = [*SIMPLE, *SIMPLE, *RARE, "file", "hidden"]
    for number in range(draw(st.integers(1, 6))):
        if draw(st.integers(0, 5)) == 0:
            question = draw(_group(fields))
            if fields and draw(st.integers(0, 3)) == 0:
                question["show_if"] = draw(
                    condition({f"input.{key}": each for key, each in fields.items()})
                )
        else:
            question = draw(_asked(fields, "input", kinds))
        fields[f"q{number}"] = question
    made: Made = {"title": "T", "fields": fields, "languages": ["en", "de", "fr", "es"]}
    keys = list(fields)
    if len(keys) > 2 and draw(st.integers(0, 2)) == 0:
        first = {f"input.{key}": fields[key] for key in keys[:2]}
        shown = {"show_if": draw(condition(first))} if draw(st.booleans()) else {}
        made["pages"] = [{"fields": keys[:2]}, {"fields": keys[2:], **shown}]
    if draw(st.booleans()):
        seen = {f"input.{key}": each for key, each in fields.items()}
        made["rules"] = [
            {
                "check": draw(condition(seen)),
                "message": "Not so.",
                "field": draw(st.sampled_from(keys)),
            }
        ]
    return _without_faults(made)


def _without_faults(made: Made) -> FormDefinition:
    while True:
        definition = FormDefinition.model_validate(made)
        faults = form_expressions(definition, {}).faults
        if not faults:
            return definition
        _leave_out(made, faults[0].path)


def _leave_out(made: Made, path: tuple[str | int, ...]) -> None:
    """A condition is dropped, a calculated question asks for a text instead."""
    *parents, name = path[1:]
    node: Any = made
    for parent in parents:
        node = node[parent]
    match name:
        case "show_if":
            node.pop("show_if")
        case "check":
            made["rules"].pop(int(parents[-1]))
        case "value":
            node.clear()
            node.update({"kind": "text", "label": "L", "required": False})
