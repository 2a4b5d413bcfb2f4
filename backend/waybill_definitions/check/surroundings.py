"""What a definition is checked against: the connections and forms where it is to run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from waybill_definitions.expressions import Record


@dataclass(frozen=True, slots=True)
class KnownAction:
    """What a step may do.

    ``literals``: validates inputs that are written out. ``exposed``: the inputs that stand in plain
    view, and where that is.
    """

    name: str
    title: str
    input: Record
    output: Record
    literals: type[BaseModel]
    exposed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownSystem:
    """A kind of system. ``actions``: by name. ``lists``: the names of what it lets choose from."""

    title: str
    actions: Mapping[str, KnownAction]
    lists: Collection[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What there is besides the definition.

    ``connections``: the kind of system that each leads to, by slug; a text says why that is not
    known. ``address_taken``: whether a workflow other than the one of that slug has this address.
    ``allowed_origins``: the sites that a workflow's form may send its visitors to, by its slug.
    """

    connections: Mapping[str, KnownSystem | str]
    address_taken: Callable[[str, str], bool]
    allowed_origins: Callable[[str], Collection[str]]
