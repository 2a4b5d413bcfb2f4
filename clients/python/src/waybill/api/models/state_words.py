from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="StateWords")


@_attrs_define
class StateWords:
    """The states of a submission and of its steps, for the person who sent it.

    Attributes:
        accepted (str):
        upcoming (str):
        transit (str):
        waiting (str):
        delivered (str):
        needs (str):
        failed (str):
        cancelled (str):
        skipped (str):
    """

    accepted: str
    upcoming: str
    transit: str
    waiting: str
    delivered: str
    needs: str
    failed: str
    cancelled: str
    skipped: str

    def to_dict(self) -> dict[str, Any]:
        accepted = self.accepted

        upcoming = self.upcoming

        transit = self.transit

        waiting = self.waiting

        delivered = self.delivered

        needs = self.needs

        failed = self.failed

        cancelled = self.cancelled

        skipped = self.skipped

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "accepted": accepted,
                "upcoming": upcoming,
                "transit": transit,
                "waiting": waiting,
                "delivered": delivered,
                "needs": needs,
                "failed": failed,
                "cancelled": cancelled,
                "skipped": skipped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        accepted = d.pop("accepted")

        upcoming = d.pop("upcoming")

        transit = d.pop("transit")

        waiting = d.pop("waiting")

        delivered = d.pop("delivered")

        needs = d.pop("needs")

        failed = d.pop("failed")

        cancelled = d.pop("cancelled")

        skipped = d.pop("skipped")

        state_words = cls(
            accepted=accepted,
            upcoming=upcoming,
            transit=transit,
            waiting=waiting,
            delivered=delivered,
            needs=needs,
            failed=failed,
            cancelled=cancelled,
            skipped=skipped,
        )

        return state_words
