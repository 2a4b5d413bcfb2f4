from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Self

from pydantic import Field

from api.schemas.base import In, Out, Text
from api.schemas.people.accounts import OrganizationOut
from core.accounts.models import Role
from core.accounts.permissions import Permission
from core.credentials.device_sign_ins import Place, device_program_name
from core.credentials.models import DeviceSignIn

UserCode = Annotated[
    Text,
    Field(
        min_length=1,
        max_length=40,
        description="As the program shows it; capitals, spaces and hyphens do not matter.",
        examples=["WDJB-MJHT"],
    ),
]


class DeviceCodeIn(In):
    user_code: UserCode


class DeviceApprovalIn(In):
    user_code: UserCode
    organization_id: uuid.UUID = Field(description="For which of your organizations it may act.")


class DevicePlaceOut(Out):
    """One of the person's organizations, and what the program might do there."""

    organization: OrganizationOut
    role: Role
    permissions: list[Permission] = Field(description="Those of yours that it asks for, sorted.")
    everything: bool = Field(description="They are all that you have there.")

    @classmethod
    def of(cls, place: Place) -> Self:
        return cls(
            organization=OrganizationOut.of(place.organization),
            role=place.role,
            permissions=place.permissions,
            everything=place.everything,
        )


class DeviceSignInOut(Out):
    """A program that waits to be let in, and who asks."""

    program: str = Field(description="Waybill's name for it.")
    said: str = Field(description="What the program says it is; anybody can say anything.")
    address: str = Field(description="Where it asked from.")
    same_address: bool | None = Field(
        description="Whether you come from there too; null where the two cannot be compared."
    )
    asked_at: datetime
    expires_at: datetime
    places: list[DevicePlaceOut] = Field(
        description="Where you can let it in, the organization you joined first in front; "
        "empty if nowhere."
    )

    @classmethod
    def of(
        cls, waiting: DeviceSignIn, places: Iterable[Place], *, same_address: bool | None
    ) -> Self:
        return cls(
            program=device_program_name(waiting),
            said=waiting.agent,
            address=waiting.address,
            same_address=same_address,
            asked_at=waiting.created_at,
            expires_at=waiting.expires_at,
            places=[DevicePlaceOut.of(each) for each in places],
        )
