"""What a submission is sent as, how often, and what comes back."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from waybill.api.models.accepted_out import AcceptedOut
from waybill.api.models.submission_in import SubmissionIn
from waybill.errors import WaybillError

_PAUSES = (0.5, 2.0, 5.0)
"""Seconds between the tries of one submission."""
_LONGEST_PAUSE = 60.0
_REPLAYED = "idempotent-replayed"


@dataclass(frozen=True)
class Accepted:
    """A submission that is saved and will be delivered.

    ``key``: sent again with the same data, it is accepted once; ``replayed``: it was before.
    """

    id: uuid.UUID
    reference: str
    status: str
    tracking_url: str
    key: str
    replayed: bool


def key_made() -> str:
    """A new Idempotency-Key."""
    return f"waybill-{uuid.uuid4()}"


def body_of(data: Mapping[str, Any]) -> SubmissionIn:
    """The answers as the API takes them."""
    return SubmissionIn.from_dict({"data": dict(data)})


def accepted_as(answer: AcceptedOut, headers: Mapping[str, str], key: str) -> Accepted:
    """What the server accepted under this key."""
    return Accepted(
        id=answer.id,
        reference=answer.reference,
        status=str(answer.status),
        tracking_url=answer.tracking_url,
        key=key,
        replayed=headers.get(_REPLAYED) == "true",
    )


class Tries:
    """How often one submission is sent."""

    def __init__(self) -> None:
        self._pauses: Iterator[float] = iter(_PAUSES)

    def pause(self, error: WaybillError) -> float:
        """Seconds until the next try. Raises ``error`` if there is none."""
        pause = next(self._pauses, None) if error.passes else None
        if pause is None:
            raise error
        return pause if error.retry_after is None else min(error.retry_after, _LONGEST_PAUSE)
