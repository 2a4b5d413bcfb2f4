"""What can be connected, with everything that a form for it needs."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.schemas.base import Json, Out


class ListOut(Out):
    name: str
    title: str


class ActionOut(Out):
    """One operation of a connector."""

    name: str = Field(description="Such as `party.create`.")
    title: str
    description: str
    effect: Literal["keyed", "readable", "blind"]
    effect_meaning: str = Field(description="What follows after a lost answer, for people.")
    input_schema: Json = Field(description="JSON Schema of what a step's mapping makes.")
    output_schema: Json = Field(description="JSON Schema of what later steps can use.")


class ConnectorOut(Out):
    """One kind of system. Its schemas are JSON Schema; what is `writeOnly` never comes out."""

    name: str
    title: str
    description: str
    settings_schema: Json
    credentials_schema: Json
    lists: list[ListOut] = Field(description="What can be read from it, to choose from.")
    actions: list[ActionOut]


class ConnectorsOut(Out):
    items: list[ConnectorOut]
