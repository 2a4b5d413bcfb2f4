"""What each route of the API asks of its caller, read from the routes themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ninja import NinjaAPI
from ninja.constants import NOT_SET
from ninja.security import APIKeyCookie

from core.accounts.permissions import Permission


class Open(StrEnum):
    """What a route may ask for in the place of a permission."""

    TO_ANYBODY = "anybody"
    TO_A_PERSON = "a signed-in person"
    TO_THE_SIGNED_IN = "anybody signed in"


class Undeclared(Exception):
    """A route does not say who may call it."""


@dataclass(frozen=True, slots=True)
class Route:
    """One operation. ``path`` has its parameters in braces and begins at the API's root."""

    method: str
    path: str
    name: str
    needs: Permission | Open


def routes(api: NinjaAPI) -> list[Route]:
    """Every operation of the API by path. Raises Undeclared for one that names no `auth`."""
    return sorted(_routes(api), key=lambda route: (route.path, route.method))


def _routes(api: NinjaAPI) -> Iterator[Route]:
    for prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                name = operation.view_func.__name__
                if operation.auth_param is NOT_SET and router.auth is NOT_SET:
                    raise Undeclared(f"{name} does not say who may call it: give it an `auth`")
                needs = _needs(name, operation.auth_callbacks)
                for method in operation.methods:
                    yield Route(method, prefix + path, name, needs)


def _needs(name: str, methods: Any) -> Permission | Open:
    if not methods:
        return Open.TO_ANYBODY
    asked = {getattr(method, "permission", None) for method in methods}
    if len(asked) > 1:
        raise Undeclared(f"{name} asks for different permissions by the way of signing in: {asked}")
    permission = asked.pop()
    if isinstance(permission, Permission):
        return permission
    people = all(isinstance(method, APIKeyCookie) for method in methods)
    return Open.TO_A_PERSON if people else Open.TO_THE_SIGNED_IN
