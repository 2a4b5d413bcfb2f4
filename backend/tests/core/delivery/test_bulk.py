from __future__ import annotations

import pytest
from aiohttp import web

from core.accounts.models import Organization
from core.audit.services import SYSTEM
from core.delivery.models import BulkAction, BulkKind, BulkStatus
from core.delivery.operate import (
    BulkFilter,
    bulk_get,
    bulk_preview,
    bulk_run,
    bulk_start,
    bulk_stop,
)
from core.errors import Conflict, NotFound
from core.submissions.accept import submission_accept
from core.submissions.models import Source, SubmissionState, SubmissionStatus
from tests.destination import Publish, Sink
from tests.engine import deliver

pytestmark = pytest.mark.django_db(transaction=True)

KEYED = "request.send_keyed"
ANY = BulkFilter()


@pytest.fixture
def failed(publish: Publish, sink: Sink) -> Organization:
    """Five submissions whose step was refused."""
    sink.answer = lambda _: web.Response(status=422)
    version = publish(("only", [], KEYED))
    for number in range(5):
        submission_accept(version=version, data={"company": f"C{number}"}, source=Source.API)
    deliver()
    sink.answer = None
    return version.organization


def start(organization: Organization, kind: BulkKind, rate: float = 1000) -> BulkAction:
    return bulk_start(
        organization=organization,
        kind=kind,
        wanted=ANY,
        rate_per_second=rate,
        newest_version=False,
        actor=SYSTEM,
    )


def test_a_preview_counts_what_would_be_sent(failed: Organization) -> None:
    preview = bulk_preview(organization=failed, kind=BulkKind.RESUME, wanted=ANY)
    assert (preview.submissions, preview.steps, preview.effects) == (5, 5, {"keyed": 5})
    assert (preview.likely_duplicates, preview.estimated_seconds) == (0, 0.2)


def test_a_preview_leaves_out_what_was_not_needed(publish: Publish, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=422)
    version = publish(("never", [], KEYED), ("only", [], KEYED), ("then", ["only"], KEYED))
    version.steps.filter(key="never").update(condition="${{ false }}")
    submission_accept(version=version, data={"company": "C"}, source=Source.API)
    deliver()
    preview = bulk_preview(organization=version.organization, kind=BulkKind.RESUME, wanted=ANY)
    assert preview.steps == 2


def test_a_preview_names_what_may_have_arrived(publish: Publish, sink: Sink) -> None:
    sink.answer = lambda _: web.Response(status=500)
    version = publish(("only", [], KEYED), retry={"max_tries": 2, "base_seconds": 1})
    submission_accept(version=version, data={"company": "C"}, source=Source.API)
    deliver()
    preview = bulk_preview(organization=version.organization, kind=BulkKind.RETRY, wanted=ANY)
    assert (preview.steps, preview.likely_duplicates) == (1, 1)


def test_all_that_match_are_taken_up_again(failed: Organization, sink: Sink) -> None:
    action = start(failed, BulkKind.RESUME)
    assert bulk_run(seconds=10) == 5
    deliver()
    action.refresh_from_db()
    assert (action.status, action.total, action.done) == (BulkStatus.DONE, 5, 5)
    assert SubmissionState.unscoped.filter(status=SubmissionStatus.SUCCEEDED).count() == 5
    assert bulk_run(seconds=1) == 0


def test_it_goes_no_faster_than_asked_and_stops_where_it_is(failed: Organization) -> None:
    action = start(failed, BulkKind.RESUME, rate=4)
    treated = bulk_run(seconds=0.6)
    assert 1 <= treated <= 4
    bulk_stop(organization=failed, bulk_id=action.pk, actor=SYSTEM)
    assert bulk_run(seconds=0.6) == 0
    action.refresh_from_db()
    assert (action.status, action.done) == (BulkStatus.STOPPED, treated)


def test_another_organization_sees_and_touches_nothing(failed: Organization) -> None:
    stranger = Organization.objects.create(slug="stranger", name="Stranger")
    with pytest.raises(Conflict):
        start(stranger, BulkKind.RESUME)
    action = start(failed, BulkKind.RESUME)
    for look in (bulk_get, lambda **given: bulk_stop(**given, actor=SYSTEM)):
        with pytest.raises(NotFound):
            look(organization=stranger, bulk_id=action.pk)
