"""What an acceptance needs to know of the steps of a version."""

from __future__ import annotations

import functools
import uuid
from dataclasses import dataclass

from core.workflows.compile import CompiledStep, version_compiled
from core.workflows.models import Step

_VERSIONS_KEPT = 1024


@dataclass(frozen=True, slots=True)
class Steps:
    """How many a version has, the queues of those due at once, and which go in order."""

    count: int
    first_queues: frozenset[str]
    ordered: tuple[CompiledStep, ...]


class VersionGone(Exception):
    """Nothing is published without steps, so the version is not there, or is not in scope."""


@functools.lru_cache(maxsize=_VERSIONS_KEPT)
def version_steps(organization_id: uuid.UUID, version_id: uuid.UUID) -> Steps:
    """Read once per process: a published version never changes. Positions count from 1.

    Raises VersionGone, which is not kept.
    """
    steps = list(Step.objects.owned_by(organization_id).filter(version_id=version_id))
    if not steps:
        raise VersionGone
    first = frozenset(step.queue for step in steps if not step.depends_on)
    ordered: tuple[CompiledStep, ...] = ()
    if any(step.ordering for step in steps):
        compiled = version_compiled(organization_id, version_id).steps.values()
        ordered = tuple(each for each in compiled if each.ordering is not None)
    return Steps(count=len(steps), first_queues=first, ordered=ordered)
