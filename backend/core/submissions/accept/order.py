"""Where the ordered steps of a new submission stand in line."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.errors import FieldError, Unprocessable
from core.postgres.statements import fetch
from core.submissions.state import ordering_lock
from core.workflows.compile import CompiledStep
from waybill_definitions.expressions import MappingFailed
from waybill_definitions.languages import problem_in, sentence_in

_LONGEST_KEY = 200

_TAKEN = """
SELECT DISTINCT run.connection_id, run.ordering_key
FROM unnest(%(connections)s::uuid[], %(keys)s::text[]) AS line(connection_id, ordering_key)
JOIN submissions_steprun AS run USING (connection_id, ordering_key)
WHERE run.status NOT IN ('cancelled', 'failed', 'skipped', 'succeeded')
    AND run.ordering_key IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A step's position in its version, and the line it stands in."""

    position: int
    connection_id: uuid.UUID
    key: str


@dataclass(frozen=True, slots=True)
class InLine:
    """Ordering key of each step of a submission, and whether it begins `behind`, by position."""

    ordering: list[str | None] | None
    behind: list[bool] | None


UNORDERED = InLine(None, None)


def places_of(
    steps: Iterable[CompiledStep], data: dict[str, Any], visitor: str | None = None
) -> list[Place]:
    """The lines of these steps for this input; a step whose key is empty or null has no order.

    Raises Unprocessable when a key cannot be computed, to a visitor in their language.
    """
    places = []
    for each in steps:
        if each.ordering is None:
            continue
        try:
            key = each.ordering.compute({"input": data})
        except MappingFailed as error:
            raise _unordered(error, visitor) from error
        if key:
            places.append(Place(each.step.position, each.step.connection_id, _short(key)))
    return places


def _unordered(error: MappingFailed, visitor: str | None) -> Unprocessable:
    if visitor is not None:
        detail, words = problem_in("undeliverable", visitor), sentence_in("calculated", visitor)
    else:
        detail, words = "The order of delivery cannot be told from this input.", str(error)
    return Unprocessable(detail, errors=[FieldError("data", words)])


def places_behind(places: Sequence[Place]) -> list[tuple[Place, bool]]:
    """Whether each has an earlier run before it. Holds their lines until the transaction ends."""
    if not places:
        return []
    ordering_lock((place.connection_id, place.key) for place in places)
    parameters = {
        "connections": [place.connection_id for place in places],
        "keys": [place.key for place in places],
    }
    taken = set(fetch(_TAKEN, parameters))
    found = []
    for place in places:
        line = (place.connection_id, place.key)
        found.append((place, line in taken))
        taken.add(line)
    return found


def lines_take(count: int, places: Sequence[list[Place]]) -> list[InLine]:
    """Where each submission's steps stand, for the ``places`` of each and ``count`` steps.

    Their lines are held until the transaction ends; without any, nothing is asked.
    """
    if not any(places):
        return [UNORDERED] * len(places)
    stood = iter(places_behind([place for each in places for place in each]))
    return [_in_line(count, [next(stood) for _ in each]) for each in places]


def _in_line(count: int, stood: Iterable[tuple[Place, bool]]) -> InLine:
    ordering: list[str | None] = [None] * count
    behind = [False] * count
    for place, is_behind in stood:
        ordering[place.position - 1] = place.key
        behind[place.position - 1] = is_behind
    return InLine(ordering, behind)


def _short(key: str) -> str:
    if len(key) <= _LONGEST_KEY:
        return key
    return "sha256:" + hashlib.sha256(key.encode()).hexdigest()
