"""The types that the checker found, in a form that Waybill's own checks read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

_PRIMITIVES: Final = {1: "bool", 2: "int", 3: "uint", 4: "double", 5: "string", 6: "bytes"}
_WELL_KNOWN: Final = {1: "dyn", 2: "timestamp", 3: "duration"}
_WORDS: Final = {
    "bool": "true or false",
    "int": "a whole number",
    "double": "a number",
    "string": "a text",
    "bytes": "bytes",
    "null": "nothing (null)",
    "timestamp": "a point in time",
    "duration": "a duration",
    "dyn": "a value of unknown kind",
    "list": "a list",
    "map": "an object",
    "message": "an object",
    "type": "a type",
}


@dataclass(frozen=True, slots=True)
class CelType:
    """``name``: as in `_WORDS`, or ``optional``. ``message``: the name of a message type."""

    name: str
    items: tuple[CelType, ...] = ()
    message: str = ""

    @property
    def words(self) -> str:
        """What a person calls it."""
        if self.name == "optional":
            return self.items[0].words if self.items else "a value"
        return _WORDS.get(self.name, self.name)


DYN: Final = CelType("dyn")


def cel_type(found: Any) -> CelType:
    """From a `cel.expr.Type`. A wrapper is the type in it: what is optional is known elsewhere."""
    kind = found.WhichOneof("kind") if found is not None else None
    match kind:
        case "null":
            return CelType("null")
        case "primitive" | "wrapper":
            return CelType(_PRIMITIVES[getattr(found, kind)])
        case "well_known":
            return CelType(_WELL_KNOWN[found.well_known])
        case "list_type":
            return CelType("list", (cel_type(found.list_type.elem_type),))
        case "map_type":
            both = (found.map_type.key_type, found.map_type.value_type)
            return CelType("map", tuple(map(cel_type, both)))
        case "message_type":
            return CelType("message", message=found.message_type)
        case "type":
            return CelType("type")
        case "abstract_type":
            return CelType("optional", tuple(map(cel_type, found.abstract_type.parameter_types)))
        case _:
            return DYN


def type_name(name: str) -> str:
    """How `CelType` names a type that the checker names, such as ``wrapper(string)``."""
    inner = name.removeprefix("wrapper(").removesuffix(")") if name.startswith("wrapper(") else name
    known = inner.partition("(")[0].removeprefix("google.protobuf.").removesuffix("_type").lower()
    if known.startswith("optional"):
        return "optional"
    return known if known in _WORDS or "." not in name else "message"


def name_words(name: str) -> str:
    """What a person calls a type that the checker names."""
    known = type_name(name)
    return "an optional value" if known == "optional" else _WORDS.get(known, name)
