from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from core.alerts.models import AlertKind

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Condition:
    """A current problem. ``subject``: id or name of the thing, unique in its kind.

    ``facts``: what the sentences of its kind fill in, as JSON. ``count``: occurrences of one cause.
    """

    kind: AlertKind
    subject: str
    facts: Facts = field(default_factory=dict)
    organization_id: uuid.UUID | None = None
    count: int = 1


@dataclass(slots=True)
class Found:
    """The conditions of one look.

    ``partial``: kinds of which there were more rows than a look reads. What is not found of them
    may still be there, so it is not resolved.
    """

    conditions: list[Condition] = field(default_factory=list)
    partial: set[AlertKind] = field(default_factory=set)
