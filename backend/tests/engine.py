"""What the tests of the engine do to a submission and to time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection as database

from core.delivery.models import Gate
from core.delivery.run import deliver_queue
from core.delivery.run.pace import Pace
from core.submissions.accept import submission_accept
from core.submissions.models import Source, StepRun, Submission
from tests.destination import Publish

Accept = Callable[..., Submission]


@pytest.fixture
def accept(publish: Publish) -> Accept:
    """Publish the steps and accept one submission to them."""

    def run(*steps: tuple[str, list[str], str], **options: object) -> Submission:
        version = publish(*steps, **options)
        return submission_accept(
            version=version, data={"company": "Acme Ltd"}, source=Source.API
        ).submission

    return run


def deliver(queue: str = "default") -> None:
    deliver_queue(queue=queue, worker="test", pace=Pace(slice_seconds=60))


def run_of(submission: Submission, key: str = "only") -> StepRun:
    return StepRun.unscoped.get(submission=submission, step__key=key)


def set_back(table: str, column: str, seconds: float = 0) -> None:
    """Move a time of every row to so many seconds ago, where it is set."""
    with database.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {column} = now() - make_interval(secs => %s)"  # noqa: S608
            f" WHERE {column} IS NOT NULL",
            [seconds],
        )


def due_now() -> None:
    set_back("submissions_steprun", "next_attempt_at")


def lease_ended() -> None:
    set_back("submissions_steprun", "lease_until", 1)


def gate() -> Gate:
    return Gate.unscoped.get()
