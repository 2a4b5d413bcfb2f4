"""Finds the connectors. Each folder beside this file is one; no list names them.

A folder holds a module `connector`, which defines one `Connector` named like the folder. So a name
is given once only.
"""

import inspect
import pkgutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType, ModuleType
from typing import Any

import integrations
from integrations.sdk import Action, Connector, EgressPolicy

AnyConnector = Connector[Any, Any, Any]
AnyAction = Action[Any, Any, Any]

NOT_A_VENDOR = frozenset({"sdk"})


def discover() -> Mapping[str, type[AnyConnector]]:
    """The connector of every folder, in the order of their names.

    Raises ImportError, which names the folder, for one that does not hold exactly one connector.
    """
    packages = (found.name for found in pkgutil.iter_modules(integrations.__path__) if found.ispkg)
    vendors = sorted(set(packages) - NOT_A_VENDOR)
    return MappingProxyType({folder: _connector_in(folder) for folder in vendors})


def _connector_in(folder: str) -> type[AnyConnector]:
    module = f"{integrations.__name__}.{folder}.connector"
    if find_spec(module) is None:
        raise ImportError(f"integrations/{folder} has no module connector.py")
    defined = _defined_in(import_module(module))
    if len(defined) != 1:
        names = ", ".join(connector.__name__ for connector in defined) or "none"
        raise ImportError(
            f"integrations/{folder}/connector.py must define exactly one Connector; found: {names}"
        )
    name = getattr(defined[0], "name", None)
    if name != folder:
        raise ImportError(
            f"The connector in integrations/{folder} must be named {folder!r} like its folder, "
            f"but its name is {name!r}"
        )
    return defined[0]


def _defined_in(module: ModuleType) -> list[type[AnyConnector]]:
    return [
        value
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, Connector)
        and value.__module__ == module.__name__
    ]


_CONNECTORS = discover()


def connectors() -> Mapping[str, type[AnyConnector]]:
    """Every connector by its name."""
    return _CONNECTORS


def get_connector(name: str) -> type[AnyConnector]:
    """The connector of that name. Raises KeyError."""
    try:
        return _CONNECTORS[name]
    except KeyError:
        raise KeyError(f"there is no connector {name!r}") from None


def get_action(connector: str, action: str) -> type[AnyAction]:
    """An action of a connector: its effect, models and title. Raises KeyError."""
    return get_connector(connector).action(action)


@asynccontextmanager
async def open_connector(
    name: str,
    config: Mapping[str, Any],
    credentials: Mapping[str, Any],
    policy: EgressPolicy,
    timeout: float,  # noqa: ASYNC109 the limit of each later call
) -> AsyncIterator[AnyConnector]:
    """Open one configured account; keep it open over many deliveries, they share its connections.

    `timeout` is the seconds that each call may take. Raises KeyError for an unknown name and
    `InvalidInput` when the configuration or the credentials do not have the needed shape.
    """
    async with get_connector(name).open(config, credentials, policy, timeout) as connector:
        yield connector
