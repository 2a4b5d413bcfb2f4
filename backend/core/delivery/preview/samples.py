"""What a step may give to those after it, before anything is sent: made from its output model."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

Path = tuple[str, ...]
_FORMATS = {
    "date": "2026-12-31",
    "date-time": "2026-12-31T12:00:00Z",
    "email": "sample@example.com",
    "uri": "https://example.com/sample",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
_ANY = "1"
"""Where anything may stand: it is taken as a text and as a number."""


def output_sample(model: type[BaseModel], step: str, reads: Iterable[Path] = ()) -> dict[str, Any]:
    """An output of the model, as JSON. Texts say whose they are: `«customer.code»`.

    ``step``: its key. ``reads``: what expressions read of it, such as ``("body", "id")``, so that
    it is there where the model leaves open what there is.
    """
    schema = _schema(model)
    sample: dict[str, Any] = _Sampler(schema.get("$defs", {})).of(schema, (step,), list(reads))
    return model.model_validate(sample).model_dump(mode="json", exclude_none=True)


@functools.cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    """Made once for each action: it takes longer than all the rest of a step."""
    return model.model_json_schema(mode="serialization")


class _Sampler:
    """``definitions``: what references in the schema lead to."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions

    def of(self, schema: Mapping[str, Any], at: Path, reads: Sequence[Path]) -> Any:
        if "$ref" in schema:
            return self.of(self._definitions[schema["$ref"].rpartition("/")[2]], at, reads)
        options = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
        if options:
            return self.of(options[0], at, reads)
        for given in (schema.get("examples"), schema.get("enum"), [schema.get("const")]):
            if given and given[0] is not None:
                return given[0]
        return self._of_type(schema, at, reads)

    def _of_type(self, schema: Mapping[str, Any], at: Path, reads: Sequence[Path]) -> Any:
        match schema.get("type"):
            case "object":
                return {
                    name: self.of(part, (*at, name), _below(name, reads))
                    for name, part in schema.get("properties", {}).items()
                }
            case "array":
                return [self.of(schema.get("items", {}), at, [path[1:] for path in reads])]
            case "string":
                return _text(schema, at)
            case "integer" | "number":
                return max(1, schema.get("minimum", 1))
            case "boolean":
                return True
            case "null":
                return None
            case _:
                return _anything(reads)


def _text(schema: Mapping[str, Any], at: Path) -> str:
    written = _FORMATS.get(schema.get("format", "")) or f"«{'.'.join(at)}»"
    return written[: schema.get("maxLength", len(written))]


def _below(name: str, reads: Sequence[Path]) -> list[Path]:
    return [path[1:] for path in reads if path[:1] == (name,)]


def _anything(reads: Sequence[Path]) -> Any:
    """What has everything that is read of it: objects by names, lists by numbers."""
    names = list(dict.fromkeys(path[0] for path in reads if path))
    if not names:
        return _ANY
    inside = {name: _anything(_below(name, reads)) for name in names}
    if all(name.isdecimal() for name in names):
        return [inside.get(str(index), _ANY) for index in range(max(map(int, names)) + 1)][:100]
    return inside
