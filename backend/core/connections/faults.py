"""What is wrong with settings and credentials: all at once, each at its field, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from core.connections.addresses import address_fault
from core.connections.catalogue import connector_unknown
from core.errors import FieldError, Unprocessable
from integrations.discovery import AnyConnector, connectors
from integrations.sdk import EgressPolicy
from waybill_definitions.text.suggestions import nearest

SETTINGS, CREDENTIALS = "settings", "credentials"

_WORDS = {
    "missing": "This is needed.",
    "string_type": "Write a text.",
    "string_too_short": "Write at least {min_length} characters.",
    "string_too_long": "Write at most {max_length} characters.",
    "string_pattern_mismatch": "This does not look as it should: {pattern}",
    "int_type": "Write a whole number.",
    "int_parsing": "Write a whole number.",
    "int_from_float": "Write a whole number.",
    "float_type": "Write a number.",
    "float_parsing": "Write a number.",
    "bool_type": "Write true or false.",
    "bool_parsing": "Write true or false.",
    "greater_than": "Write a number above {gt}.",
    "greater_than_equal": "Write a number of at least {ge}.",
    "less_than": "Write a number below {lt}.",
    "less_than_equal": "Write a number of at most {le}.",
    "enum": "Choose one of: {expected}.",
    "literal_error": "Choose one of: {expected}.",
    "union_tag_not_found": "Say in {discriminator} which kind it is.",
    "union_tag_invalid": "{discriminator} is one of: {expected_tags}.",
    "dict_type": "Write an object with names and values.",
    "model_type": "Write an object with names and values.",
    "model_attributes_type": "Write an object with names and values.",
    "list_type": "Write a list.",
    "too_long": "Write at most {max_length} of them.",
}


def connection_faults(
    *, connector: str, settings: Mapping[str, Any], credentials: Mapping[str, Any]
) -> list[FieldError]:
    """Every fault, empty when there is none; fields begin with ``settings`` or ``credentials``."""
    kind = connectors().get(connector)
    if kind is None:
        return [FieldError("connector", connector_unknown(connector))]
    return settings_faults(kind, settings) + credentials_faults(kind, credentials)


def settings_faults(
    kind: type[AnyConnector], settings: Mapping[str, Any], *, policy: EgressPolicy | None = None
) -> list[FieldError]:
    """The faults of settings, with an address inside our own network among them.

    ``policy``: what the deployment allows, None: as its settings say.
    """
    faults = settings_shape_faults(kind, settings)
    wrong = {fault.field for fault in faults}
    found = address_fault(kind.config_model, settings, policy)
    if found is not None and f"{SETTINGS}.{found[0]}" not in wrong:
        faults.append(FieldError(f"{SETTINGS}.{found[0]}", found[1]))
    return faults


def settings_shape_faults(
    kind: type[AnyConnector], settings: Mapping[str, Any]
) -> list[FieldError]:
    """The faults of settings, wherever their address leads."""
    return _faults(kind.config_model, settings, SETTINGS)


def credentials_faults(
    kind: type[AnyConnector], credentials: Mapping[str, Any]
) -> list[FieldError]:
    """The faults of credentials. None of them repeats a value."""
    return _faults(kind.credentials_model, credentials, CREDENTIALS)


def faults_refuse(faults: Sequence[FieldError]) -> None:
    """Raises Unprocessable with all of them if there are any."""
    if faults:
        one = "One thing" if len(faults) == 1 else f"{len(faults)} things"
        raise Unprocessable(
            f"{one} about the connection must be put right first; see errors.", errors=faults
        )


def _faults(model: type[BaseModel], values: Mapping[str, Any], part: str) -> list[FieldError]:
    try:
        model.model_validate(dict(values))
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False)
    else:
        return []
    schema = model.model_json_schema()
    faults: dict[str, str] = {}
    for item in found:
        where = list(_written(values, item["loc"], missing=item["type"] == "missing"))
        field = ".".join([part, *map(str, where)])
        # Of a value that fits none of several kinds, the first reason is enough.
        faults.setdefault(field, _message(schema, values, item["loc"], item))
    return [FieldError(field, message) for field, message in faults.items()]


def _written(value: Any, loc: Sequence[str | int], *, missing: bool) -> Iterator[str | int]:
    """The place as the caller wrote it: without the names of alternatives that Pydantic adds."""
    for index, name in enumerate(loc):
        if _has(value, name):
            value = value[name]
        elif not (missing and index == len(loc) - 1):
            continue
        yield name


def _has(value: Any, name: str | int) -> bool:
    if isinstance(value, Mapping):
        return name in value
    return isinstance(value, list) and isinstance(name, int) and name < len(value)


def _message(
    schema: dict[str, Any], values: Any, loc: Sequence[str | int], item: Mapping[str, Any]
) -> str:
    if item["type"] == "extra_forbidden":
        return name_unknown(str(loc[-1]), _names_at(schema, loc[:-1]))
    words = _WORDS.get(item["type"])
    context = {name: str(value).replace("'", "") for name, value in (item.get("ctx") or {}).items()}
    if words is not None:
        return words.format_map(context)
    message = str(item["msg"]).removeprefix("Value error, ").rstrip(".")
    return f"{message[:1].upper()}{message[1:]}."


def name_unknown(name: str, known: list[str]) -> str:
    """What to say to whoever wrote a name that is not one of these."""
    near = nearest(name, known)
    if near:
        return f"This name is not known here. Did you mean “{near}”?"
    return f"This name is not known here. Known are: {', '.join(known)}."


def _names_at(schema: dict[str, Any], loc: Sequence[str | int]) -> list[str]:
    """The names that an object at this place of the schema may have."""
    nodes = [schema]
    for name in loc:
        nodes = [found for node in nodes for found in _below(schema, node, name)] or nodes
    return sorted({name for node in nodes for name in node.get("properties", {})})


def _below(root: dict[str, Any], node: dict[str, Any], name: str | int) -> list[dict[str, Any]]:
    tagged = node.get("discriminator", {}).get("mapping", {})
    if name in tagged:
        return [_resolved(root, {"$ref": tagged[name]})]
    if isinstance(name, int):
        return _options(root, node.get("items", {}))
    return _options(root, node.get("properties", {}).get(name, {}))


def _options(root: dict[str, Any], node: dict[str, Any]) -> list[dict[str, Any]]:
    node = _resolved(root, node)
    if "discriminator" in node:
        return [node]
    options = [_resolved(root, each) for each in node.get("anyOf", []) + node.get("oneOf", [])]
    return options or ([node] if node else [])


def _resolved(root: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in node:
        return node
    found: dict[str, Any] = root["$defs"][node["$ref"].rpartition("/")[2]]
    return found
