"""Whether a form is open, and the count of those that take only so many submissions."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import QuerySet
from django.utils import timezone

from core.submissions.accept.command import Acceptance
from core.submissions.models import FormCount, Source, Submission
from core.workflows.forms import FormClosed, form_of
from core.workflows.models import WorkflowVersion
from core.workflows.versions import Address, version_at, version_recent
from waybill_definitions.forms import FormState, form_state, form_state_text


def form_state_now(version: WorkflowVersion) -> FormState:
    """Whether the form of a live version takes answers at this moment."""
    form = form_of(version)
    taken = _taken(version) if form.definition.most is not None else 0
    return form_state(form, timezone.now(), taken)


def live_of(asked: Acceptance, version: WorkflowVersion, *, now: bool = False) -> WorkflowVersion:
    """The version that says whether the form is open: the live one, whichever was opened.

    As this process saw it last, or with ``now`` as it is. The insert finds whether it still is.
    Raises NotFound.
    """
    address = asked.to
    if not isinstance(address, Address) or address.opened is None:
        return version
    live = replace(address, opened=None)
    return version_at(live) if now else version_recent(live)


def opening_check(asked: Acceptance, live: WorkflowVersion) -> None:
    """Raise FormClosed when the form takes nothing now. Programs with a key are not limited."""
    if asked.source == Source.FORM:
        opening_require(live, asked.language)


def opening_require(live: WorkflowVersion, language: str | None) -> None:
    """Raise FormClosed, in the form's language that fits, when it takes nothing now."""
    state = form_state_now(live)
    if state is not FormState.OPEN:
        raise _closed(live, state, language)


def is_counted(asked: Acceptance, live: WorkflowVersion) -> bool:
    """Whether a submission takes one of a number of places."""
    return asked.source == Source.FORM and form_of(live).definition.most is not None


def place_hold(asked: Acceptance, live: WorkflowVersion) -> FormCount:
    """The form's count, locked until the transaction ends. Raises FormClosed when it is full."""
    count = _locked(live)
    if count.version_number != live.number:
        count.taken = max(count.taken, _submissions(live).count())
        count.version_number = live.number
    if form_state(form_of(live), timezone.now(), count.taken) is FormState.FULL:
        raise _closed(live, FormState.FULL, asked.language)
    return count


def place_take(count: FormCount) -> None:
    """Count the submission that was written."""
    count.taken += 1
    count.save(update_fields=["taken", "version_number"])


def _closed(live: WorkflowVersion, state: FormState, language: str | None) -> FormClosed:
    form = form_of(live)
    return FormClosed(form_state_text(form, state, form.language_for(language)))


def _taken(live: WorkflowVersion) -> int:
    count = _counts(live).first()
    if count is not None and count.version_number == live.number:
        return count.taken
    return max(count.taken if count else 0, _submissions(live).count())


def _locked(live: WorkflowVersion) -> FormCount:
    rows = _counts(live).select_for_update()
    found = rows.first()
    if found is None:
        row = FormCount(workflow_id=live.workflow_id, organization_id=live.organization_id)
        FormCount.objects.bulk_create([row], ignore_conflicts=True)
        found = rows.get()
    return found


def _counts(live: WorkflowVersion) -> QuerySet[FormCount]:
    return FormCount.objects.owned_by(live.organization_id).filter(workflow_id=live.workflow_id)


def _submissions(live: WorkflowVersion) -> QuerySet[Submission]:
    """Those that came by the form. One that takes another up or sends it again is none of them."""
    owned = Submission.objects.owned_by(live.organization_id)
    return owned.filter(
        workflow_id=live.workflow_id, source=Source.FORM, resumed_from=None, replay=None
    )
