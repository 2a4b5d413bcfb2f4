"""One complete, valid use of a connector, which the suite that every connector passes is run on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from integrations.sdk import Connector

CANARY = "canary-7f3a91c2e5"


@dataclass(frozen=True)
class Examples:
    """How to point a connector at a server on loopback, and what to send with each action."""

    config: Callable[[int], dict[str, Any]]
    """From the server's port."""
    credentials: dict[str, Any]
    """Every secret in it is, or holds, the canary."""
    payloads: Mapping[str, dict[str, Any]]
    """By action."""
    canary_encoded: str = CANARY
    """The text in which the canary travels, where that is another."""
    willing_server: Callable[[], AbstractAsyncContextManager[dict[str, Any]]] | None = None
    """For a system that does not speak HTTP: a server that takes everything, which gives `config`
    and `credentials` to reach it."""


def examples_of(connector: type[Connector[Any, Any, Any]]) -> Examples:
    """The `EXAMPLES` in the connector's folder. Raises LookupError, which names the folder."""
    folder = connector.__module__.removesuffix(".connector")
    module = f"{folder}.tests.examples"
    file = f"{module.replace('.', '/')}.py"
    try:
        found = import_module(module)
    except ModuleNotFoundError as missing:
        if missing.name not in (f"{folder}.tests", module):
            raise
        raise LookupError(f"{file} is missing: it gives an example of every action") from None
    examples = getattr(found, "EXAMPLES", None)
    if not isinstance(examples, Examples):
        raise LookupError(f"{file} must define EXAMPLES = Examples(...)")
    return examples
