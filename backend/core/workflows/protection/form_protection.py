"""The protection of public forms against automated senders."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db import transaction

from core.accounts.models import Organization
from core.audit.services import Actor, audit_record
from core.errors import FieldError, NotFound, Unprocessable
from core.postgres.tenancy import every_organization
from core.workflows.models import Workflow
from core.workflows.protection.origins import origin_clean
from core.workflows.versions import form_missing

LONGEST_MIN_SECONDS = 60
ORIGINS_MOST = 20
_KEPT = 1024


@dataclass(frozen=True, slots=True)
class Protection:
    """``min_seconds``: between opening and sending; 0: any. ``allowed_origins``: other pages that
    may send or embed the form; empty: any page may send it."""

    honeypot: bool = True
    min_seconds: int = 0
    proof_of_work: bool = False
    allowed_origins: tuple[str, ...] = ()

    @property
    def ticket(self) -> bool:
        """Whether a page must ask for a ticket before it sends."""
        return self.min_seconds > 0 or self.proof_of_work


_recent: dict[str, tuple[float, Protection]] = {}


def protection_at(slug: str) -> Protection:
    """A public form's protection, up to `WAYBILL_FORM_CACHE_SECONDS` old. Raises NotFound."""
    found = _recent.get(slug)
    if found is not None and time.monotonic() < found[0]:
        return found[1]
    with every_organization("the address of a form is public and says whose it is"):
        published = Workflow.objects.across_organizations("an address is unique over all of them")
        open_ones = published.filter(form_slug=slug, archived_at=None).exclude(current=None)
        workflow = open_ones.first()
    if workflow is None:
        raise form_missing(slug)
    if len(_recent) >= _KEPT:
        _recent.clear()
    protection = _of(workflow)
    _recent[slug] = (time.monotonic() + settings.WAYBILL_FORM_CACHE_SECONDS, protection)
    return protection


def protection_get(*, organization: Organization, slug: str) -> Protection:
    """The protection of one of the organization's workflows. Raises NotFound."""
    return _of(_workflow(organization, slug))


def protection_foreseen(*, organization: Organization, slug: str) -> Protection:
    """The protection that a workflow of that slug has, or would have as a new one."""
    workflow = Workflow.objects.owned_by(organization).filter(slug=slug).first()
    return Protection() if workflow is None else _of(workflow)


@transaction.atomic
def protection_change(
    *,
    organization: Organization,
    slug: str,
    actor: Actor,
    honeypot: bool,
    min_seconds: int,
    proof_of_work: bool,
    allowed_origins: Sequence[str],
) -> Protection:
    """Change it for all versions of a workflow. Raises NotFound, Unprocessable with a field."""
    workflow = _workflow(organization, slug)
    before = _of(workflow)
    after = Protection(honeypot, min_seconds, proof_of_work, _origins(allowed_origins))
    workflow.form_honeypot = after.honeypot
    workflow.form_min_seconds = after.min_seconds
    workflow.form_proof_of_work = after.proof_of_work
    workflow.allowed_origins = list(after.allowed_origins)
    workflow.save(
        update_fields=[
            "form_honeypot",
            "form_min_seconds",
            "form_proof_of_work",
            "allowed_origins",
        ]
    )
    audit_record(
        organization=organization,
        actor=actor,
        action="workflow.protection_changed",
        object_kind="workflow",
        object_id=workflow.pk,
        detail={"before": asdict(before), "after": asdict(after)},
    )
    _recent.pop(workflow.form_slug or "", None)
    return after


def _workflow(organization: Organization, slug: str) -> Workflow:
    workflow = Workflow.objects.owned_by(organization).filter(slug=slug).first()
    if workflow is None:
        raise NotFound(f"This organization has no workflow “{slug}”.")
    return workflow


def _of(workflow: Workflow) -> Protection:
    return Protection(
        workflow.form_honeypot,
        workflow.form_min_seconds,
        workflow.form_proof_of_work,
        tuple(workflow.allowed_origins),
    )


def _origins(texts: Sequence[str]) -> tuple[str, ...]:
    errors = []
    clean: dict[str, None] = {}
    for index, text in enumerate(texts):
        try:
            clean[origin_clean(text)] = None
        except ValueError as error:
            errors.append(FieldError(f"allowed_origins.{index}", str(error)))
    if errors:
        raise Unprocessable("Some of the origins cannot be used; see errors.", errors=errors)
    return tuple(clean)
