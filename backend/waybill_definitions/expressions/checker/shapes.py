"""What an expression can see of a value before there is one: its shape.

Shapes are plain data. A form's fields and a connector action's output are both given as a `Record`.
What an action takes and gives is read from its JSON Schema: the same on a server, which has the
models, and beside a file, where there is only what a server described.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pydantic import BaseModel

MOST_ITEMS = 1_000
"""How many items a list has at most where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Text:
    """``max_length`` in characters; None: not known."""

    max_length: int | None = None


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number, as JSON writes it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may have a fraction. ``decimal``: exact, so a text with digits is one too."""

    decimal: bool = False


@dataclass(frozen=True, slots=True)
class Boolean:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, a number, or true or false."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """``most``: how many items it has at most."""

    item: Shape
    most: int = MOST_ITEMS


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object whose keys are data, such as headers."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Member:
    """One named part of a record. ``optional``: it may be absent. ``sensitive``: to be hidden."""

    shape: Shape
    optional: bool = False
    sensitive: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Record:
    """An object whose names are known."""

    fields: Mapping[str, Member] = field(default_factory=dict)
    _said: list[str] = field(default_factory=list, init=False, compare=False)

    def __repr__(self) -> str:
        """Made once: scopes are told apart by it, and many have the same form and outputs."""
        if not self._said:
            self._said.append(f"Record(fields={self.fields!r})")
        return self._said[0]


@dataclass(frozen=True, slots=True)
class Anything:
    """JSON of which nothing is known, such as the body of an API's answer."""


Shape: TypeAlias = Text | Integer | Number | Boolean | Scalar | ListOf | MapOf | Record | Anything

_LENGTHS = {"date": 10, "date-time": 40, "time": 32, "uuid": 36}
"""Characters of texts in a format of JSON Schema."""
_SCALARS = {"string", "integer", "number", "boolean"}


@functools.lru_cache(maxsize=512)
def shape_of_model(model: type[BaseModel], *, output: bool = True) -> Record:
    """The shape of a connector action's output, or of its input when ``output`` is False."""
    return shape_of_schema(
        model.model_json_schema(mode="serialization" if output else "validation")
    )


def shape_of_schema(schema: Mapping[str, Any]) -> Record:
    """The shape that a JSON Schema of an object describes, as Pydantic writes it.

    A member that may be null or has a default is optional: an output without a value leaves it
    out. What JSON Schema can say and a shape cannot is of unknown shape.
    """
    found = _Reading(schema.get("$defs", {}), ()).shape(schema)
    return found if isinstance(found, Record) else Record()


@dataclass(frozen=True, slots=True)
class _Reading:
    """``inside``: the definitions that are being read; one that contains itself is unknown."""

    definitions: Mapping[str, Any]
    inside: tuple[str, ...]

    def shape(self, schema: Any) -> Shape:
        if not isinstance(schema, Mapping):
            return Anything()
        if "$ref" in schema:
            name = str(schema["$ref"]).rpartition("/")[2]
            if name in self.inside:
                return Anything()
            return _Reading(self.definitions, (*self.inside, name)).shape(self.definitions[name])
        if "enum" in schema or "const" in schema:
            return _of_values(schema.get("enum", [schema.get("const")]))
        if "anyOf" in schema:
            return self._one_of(_without_null(schema["anyOf"]))
        return self._of_type(schema)

    def _one_of(self, options: list[Any]) -> Shape:
        if len(options) == 1:
            return self.shape(options[0])
        kinds = {str(each.get("type")) for each in options}
        if kinds == {"number", "string"}:
            return Number(decimal=True)  # as Pydantic describes a Decimal
        return Scalar() if kinds <= _SCALARS else Anything()

    def _of_type(self, schema: Mapping[str, Any]) -> Shape:
        match schema.get("type"):
            case "string":
                longest = schema.get("maxLength")
                return Text(_LENGTHS.get(schema.get("format", "")) if longest is None else longest)
            case "integer":
                return Integer()
            case "number":
                return Number()
            case "boolean":
                return Boolean()
            case "array":
                most = min(schema.get("maxItems", MOST_ITEMS), MOST_ITEMS)
                return ListOf(self.shape(schema.get("items")), most)
            case "object":
                return self._object(schema)
            case _:
                return Anything()

    def _object(self, schema: Mapping[str, Any]) -> Shape:
        if "properties" not in schema and schema.get("additionalProperties"):
            return MapOf(self.shape(schema["additionalProperties"]))
        needed = schema.get("required", [])
        return Record(
            {
                name: Member(
                    self.shape(member),
                    optional=name not in needed
                    or len(_without_null(member.get("anyOf", []))) < len(member.get("anyOf", [])),
                )
                for name, member in schema.get("properties", {}).items()
            }
        )


def _of_values(values: list[Any]) -> Shape:
    kinds = {type(value) for value in values}
    if kinds == {str}:
        return Text(max(map(len, values)))
    known: dict[Any, Shape] = {int: Integer(), bool: Boolean(), float: Number()}
    return known.get(kinds.pop(), Anything()) if len(kinds) == 1 else Anything()


def _without_null(options: list[Any]) -> list[Any]:
    return [each for each in options if each.get("type") != "null"]
