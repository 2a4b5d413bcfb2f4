"""What an expression can see of a value before there is one: its shape.

Shapes are plain data. A form's fields and a connector action's output are both given as a `Record`.
"""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import functools
import operator
import types
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo

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


@dataclass(frozen=True, slots=True)
class Record:
    """An object whose names are known."""

    fields: Mapping[str, Member] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Anything:
    """JSON of which nothing is known, such as the body of an API's answer."""


Shape: TypeAlias = Text | Integer | Number | Boolean | ListOf | MapOf | Record | Anything

_SCALARS: dict[type, Shape] = {
    bool: Boolean(),
    int: Integer(),
    float: Number(),
    str: Text(),
    decimal.Decimal: Number(decimal=True),
    uuid.UUID: Text(36),
    dt.datetime: Text(40),
    dt.date: Text(10),
    dt.time: Text(32),
    bytes: Text(),
}


@functools.lru_cache(maxsize=512)
def shape_of_model(model: type[BaseModel], *, output: bool = True) -> Record:
    """The shape of a connector action's output, or of its input when ``output`` is False.

    An output is JSON, so a Decimal in it is a text. A field that may be None or has a default is
    optional: an output without a value leaves it out.
    """
    return _Reading(output, ()).record(model)


@dataclass(frozen=True, slots=True)
class _Reading:
    """``inside``: the models that are being read; one that contains itself is of unknown shape."""

    output: bool
    inside: tuple[type[BaseModel], ...]

    def record(self, model: type[BaseModel]) -> Record:
        reading = _Reading(self.output, (*self.inside, model))
        return Record(
            {
                info.serialization_alias or info.alias or name: reading.member(info)
                for name, info in model.model_fields.items()
            }
        )

    def member(self, info: FieldInfo) -> Member:
        annotation, may_be_none = _without_none(info.annotation)
        shape = self.shape(annotation, info.metadata)
        return Member(shape, optional=may_be_none or not info.is_required())

    def shape(self, annotation: Any, metadata: list[Any]) -> Shape:
        """The shape of an annotation without None."""
        while get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            metadata = [*metadata, *more]
        annotation, _ = _without_none(annotation)
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin in {list, set, frozenset, tuple}:
            most = _limit(metadata, "max_length") or MOST_ITEMS
            return ListOf(self.shape(inner[0], []) if inner else Anything(), min(most, MOST_ITEMS))
        if origin is dict:
            return MapOf(self.shape(inner[1], []))
        if origin is Literal:
            return _of_values(inner)
        if isinstance(annotation, type):
            return self._of_class(annotation, metadata)
        return Anything()

    def _of_class(self, annotation: type, metadata: list[Any]) -> Shape:
        if issubclass(annotation, RootModel):
            return self.member(annotation.model_fields["root"]).shape
        if issubclass(annotation, BaseModel):
            return Anything() if annotation in self.inside else self.record(annotation)
        if issubclass(annotation, enum.Enum):
            return _of_values(tuple(each.value for each in annotation))
        for known, shape in _SCALARS.items():
            if not issubclass(annotation, known):
                continue
            if shape == Number(decimal=True) and self.output:
                return Text(64)
            return Text(_limit(metadata, "max_length")) if shape == Text() else shape
        if annotation.__module__.startswith("pydantic"):
            return Text()  # EmailStr, AnyUrl, SecretStr and others are texts in JSON
        return Anything()


def _of_values(values: tuple[Any, ...]) -> Shape:
    kinds = {type(value) for value in values}
    if kinds == {str}:
        return Text(max(map(len, values)))
    shapes = {_SCALARS.get(kind, Anything()) for kind in kinds}
    return shapes.pop() if len(shapes) == 1 else Anything()


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """The annotation without None, and whether there was one."""
    if get_origin(annotation) is Annotated:
        inner, may_be_none = _without_none(get_args(annotation)[0])
        return (Annotated[inner, *get_args(annotation)[1:]], may_be_none)
    if get_origin(annotation) not in {Union, types.UnionType}:
        return annotation, annotation is type(None)
    options = [option for option in get_args(annotation) if option is not type(None)]
    may_be_none = len(options) < len(get_args(annotation))
    return (
        options[0] if len(options) == 1 else functools.reduce(operator.or_, options)
    ), may_be_none


def _limit(metadata: list[Any], name: str) -> int | None:
    found = [getattr(each, name, None) for each in _flat(metadata)]
    limits = [limit for limit in found if isinstance(limit, int)]
    return min(limits) if limits else None


def _flat(metadata: list[Any]) -> Iterator[Any]:
    for each in metadata:
        if isinstance(each, FieldInfo):
            yield from each.metadata
        yield each
