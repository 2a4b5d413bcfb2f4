"""What a caller asks for. It is made at the door and does not change on its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.submissions.models import Source
from core.workflows.models import WorkflowVersion
from core.workflows.versions import Address

BATCH_MOST = 1000


@dataclass(frozen=True, slots=True)
class Item:
    """One submission, as it came in."""

    data: dict[str, Any]
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Accept these items, each on its own merits, and those that are accepted in one commit.

    ``to``: a version, or the address at which one is meant; an address has one item.
    ``in_batch``: no files are taken then, and a key that another request holds is waited for.
    ``language``: what its sender reads, a tag or an `Accept-Language`; None: what the form speaks.
    """

    to: WorkflowVersion | Address
    items: Sequence[Item]
    source: Source
    request_id: str = ""
    in_batch: bool = False
    language: str | None = None
