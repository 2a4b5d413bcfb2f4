from __future__ import annotations

import uuid

import pytest
from django.core.management import CommandError, call_command
from django.db import connection as database

from core.delivery.models import LedgerCheck
from core.delivery.operate import ledger_check, ledger_reconcile
from tests.engine import Accept, deliver, run_of

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"


def execute(statement: str) -> None:
    with database.cursor() as cursor:
        cursor.execute(statement)


def findings() -> set[str]:
    return {finding.check for finding in ledger_reconcile()[1]}


def test_a_sound_ledger_has_no_findings(accept: Accept, capsys: pytest.CaptureFixture[str]) -> None:
    accept(("a", [], KEYED), ("b", ["a"], KEYED))
    assert findings() == set()
    deliver()
    call_command("reconcile")
    assert "succeeded" in capsys.readouterr().out


SENDING = "UPDATE submissions_steprun SET status = 'sending', claimed_at = now(), lease_until = "
OVERDUE = "UPDATE submissions_steprun SET deadline_at = now() - interval '1 h'"
DONE = """
UPDATE submissions_steprun
SET status = 'succeeded', fence = 1, lease_until = NULL, next_attempt_at = NULL, finished_at = now()
"""
NOT_NEEDED = "UPDATE submissions_steprun SET not_needed = true"
FIRST = " WHERE position = 1;"
DAMAGE = {
    "lacks step runs": "DELETE FROM submissions_steprun WHERE position = 2",
    "has no state": "DELETE FROM submissions_submissionstate",
    "status is not what": "UPDATE submissions_submissionstate SET status = 'cancelled'",
    "past its deadline": OVERDUE + FIRST,
    "nobody swept": SENDING + "now() - interval '1 h'" + FIRST,
    "nothing had failed": """
        UPDATE submissions_steprun SET status = 'skipped', finished_at = now() WHERE position = 2
    """,
    "was not skipped": NOT_NEEDED + FIRST,
    "waits for nothing": NOT_NEEDED + FIRST,
    "belongs to no": "UPDATE submissions_steprun SET connection_id = gen_random_uuid()",
    "no attempt that succeeded": SENDING + "now()" + FIRST + DONE + FIRST,
}


@pytest.mark.parametrize(("check", "damage"), DAMAGE.items())
def test_damage_is_found_with_its_ids(accept: Accept, check: str, damage: str) -> None:
    submission = accept(("a", [], KEYED), ("b", ["a"], KEYED))
    execute(damage)
    found = [finding for finding in ledger_reconcile()[1] if check in finding.check]
    assert found
    assert set(found[0].ids) <= {str(submission.pk), *map(str, _runs(submission.pk))}
    with pytest.raises(CommandError):
        call_command("reconcile")


def _runs(submission_id: uuid.UUID) -> list[uuid.UUID]:
    with database.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM submissions_steprun WHERE submission_id = %s", [submission_id]
        )
        return [row[0] for row in cursor.fetchall()]


def test_two_heads_of_an_ordering_line_are_found(accept: Accept) -> None:
    submission = accept(("a", [], KEYED), ("b", ["a"], KEYED), ordering="${{ input.company }}")
    assert findings() == set()
    execute("UPDATE submissions_steprun SET behind = false")
    assert "two runs of an ordering key go at once" in findings()
    execute("UPDATE submissions_steprun SET behind = true")
    assert "an ordering line has no head" in findings()
    assert run_of(submission, "a").ordering_key == "Acme Ltd"


def test_the_hourly_check_is_noted(accept: Accept) -> None:
    accept(("a", [], KEYED))
    ledger_check()
    assert LedgerCheck.objects.get().findings == []
