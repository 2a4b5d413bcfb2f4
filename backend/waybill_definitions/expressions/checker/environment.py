"""What the checker knows: shapes as protobuf messages, and the functions of the dialect."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from cel_expr_python import cel
from cel_expr_python.ext import ext_math, ext_optional, ext_strings
from google.protobuf import descriptor_pb2, descriptor_pool, struct_pb2, wrappers_pb2

from waybill_definitions.expressions.checker.shapes import (
    Anything,
    Boolean,
    Integer,
    ListOf,
    MapOf,
    Number,
    Record,
    Scalar,
    Shape,
    Text,
)
from waybill_definitions.expressions.language import FUNCTIONS, Function

_Field = descriptor_pb2.FieldDescriptorProto
_PACKAGE: Final = "waybill"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)
_SCALARS: Final[dict[type, tuple[int, str]]] = {
    Text: (_Field.TYPE_STRING, "StringValue"),
    Integer: (_Field.TYPE_INT64, "Int64Value"),
    Number: (_Field.TYPE_DOUBLE, "DoubleValue"),
    Boolean: (_Field.TYPE_BOOL, "BoolValue"),
}


@dataclass(frozen=True, slots=True)
class Message:
    """A record under the name that the checker has for it. ``words``: what a person calls it."""

    record: Record
    words: str


class Environment:
    """What can be read, checked once for all expressions of a scope.

    ``variables``: records by name; None is an object of which nothing is known.
    """

    extensions: ClassVar = (
        ext_strings.ExtStrings(),
        ext_math.ExtMath(),
        ext_optional.ExtOptional(),
    )

    def __init__(self, variables: Mapping[str, tuple[Record | None, str]]) -> None:
        self.messages: dict[str, Message] = {}
        self.variables = variables
        self._file = descriptor_pb2.FileDescriptorProto(
            name="scope.proto",
            package=_PACKAGE,
            syntax="proto3",
            dependency=["google/protobuf/struct.proto", "google/protobuf/wrappers.proto"],
        )
        types = {name: self._variable(name, *each) for name, each in variables.items()}
        self._env = cel.NewEnv(
            self._pool(),
            variables=types,
            extensions=self.extensions,
            functions=_declarations(),
        )

    def check(self, text: str) -> bytes:
        """The checked tree, serialized. Raises RuntimeError in the checker's words."""
        return bytes(self._env.compile(text).serialize())

    def _variable(self, name: str, record: Record | None, words: str) -> cel.Type:
        if record is None:
            return cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
        return cel.Type(self._message(record, words))

    def _pool(self) -> descriptor_pool.DescriptorPool:
        pool = descriptor_pool.DescriptorPool()
        for known in (wrappers_pb2, struct_pb2):
            pool.AddSerializedFile(known.DESCRIPTOR.serialized_pb)
        pool.Add(self._file)
        return pool

    def _message(self, record: Record, words: str) -> str:
        """Declare a record, and give its full name."""
        name = f"{_PACKAGE}.M{len(self.messages)}"
        self.messages[name] = Message(record, words)
        message = self._file.message_type.add(name=name.rpartition(".")[2])
        for number, (key, member) in enumerate(record.fields.items(), start=1):
            # Other names cannot be written after a dot anyway.
            if _NAME.fullmatch(key):
                field = message.field.add(name=key, json_name=key, number=number)
                field.label = _Field.LABEL_OPTIONAL
                self._declare(message, field, member.shape, member.optional, f"`{key}` of {words}")
        return name

    def _declare(
        self,
        message: descriptor_pb2.DescriptorProto,
        field: descriptor_pb2.FieldDescriptorProto,
        shape: Shape,
        optional: bool,
        words: str,
    ) -> None:
        match shape:
            case Text() | Integer() | Number() | Boolean():
                plain, wrapper = _SCALARS[type(shape)]
                field.type = _Field.TYPE_MESSAGE if optional else plain
                if optional:
                    field.type_name = f".google.protobuf.{wrapper}"
            case Record():
                field.type = _Field.TYPE_MESSAGE
                field.type_name = f".{self._message(shape, words)}"
            case ListOf(ListOf() | MapOf()):
                field.type, field.type_name = _Field.TYPE_MESSAGE, ".google.protobuf.ListValue"
            case ListOf():
                field.label = _Field.LABEL_REPEATED
                self._declare(message, field, shape.item, False, words)
            case MapOf():
                self._declare_map(message, field, shape, words)
            case Anything() | Scalar():
                field.type, field.type_name = _Field.TYPE_MESSAGE, ".google.protobuf.Value"

    def _declare_map(
        self,
        message: descriptor_pb2.DescriptorProto,
        field: descriptor_pb2.FieldDescriptorProto,
        shape: MapOf,
        words: str,
    ) -> None:
        # protobuf derives the entry's name from the field's and insists on it.
        camel = "".join(part[:1].upper() + part[1:] for part in field.name.split("_"))
        entry = message.nested_type.add(name=f"{camel}Entry")
        entry.options.map_entry = True
        entry.field.add(name="key", number=1, type=_Field.TYPE_STRING, label=_Field.LABEL_OPTIONAL)
        value = entry.field.add(name="value", number=2, label=_Field.LABEL_OPTIONAL)
        item = Anything() if isinstance(shape.item, ListOf | MapOf) else shape.item
        self._declare(entry, value, item, False, words)
        field.label, field.type = _Field.LABEL_REPEATED, _Field.TYPE_MESSAGE
        field.type_name = f".{_PACKAGE}.{message.name}.{entry.name}"


@functools.cache
def _declarations() -> list[Any]:
    return [cel.FunctionDecl(each.name, _overloads(each)) for each in FUNCTIONS.values()]


def _overloads(function: Function) -> list[Any]:
    return [
        cel.Overload(
            id=f"{function.name}_{number}",
            return_type=type_named(overload.gives),
            parameters=[type_named(each) for each in overload.takes],
            is_member=function.on_value,
        )
        for number, overload in enumerate(function.overloads)
    ]


_TYPES: Final = {
    "bool": cel.Type.BOOL,
    "bytes": cel.Type.BYTES,
    "double": cel.Type.DOUBLE,
    "duration": cel.Type.DURATION,
    "dyn": cel.Type.DYN,
    "int": cel.Type.INT,
    "string": cel.Type.STRING,
    "timestamp": cel.Type.TIMESTAMP,
}


def type_named(name: str) -> Any:
    """The checker's type of a name as in `Overload`."""
    if name.startswith("list("):
        return cel.Type.List(_TYPES[name[5:-1]])
    if name.startswith("map("):
        key, value = name[4:-1].split(", ")
        return cel.Type.Map(_TYPES[key], _TYPES[value])
    return _TYPES[name]
