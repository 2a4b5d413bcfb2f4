from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Now, Upper

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization, OrganizationOwned
from core.submissions.models.states import SubmissionStatus
from core.workflows.models import Workflow, WorkflowVersion

if TYPE_CHECKING:
    from core.submissions.models.step_runs import StepRun


class Source(models.TextChoices):
    FORM = "form", "Form"
    API = "api", "API"


class Submission(OrganizationOwned):
    """One accepted input. Its id is the task id that the caller was given.

    What was accepted does not change, but for an erasure; what becomes of it is in its `state`.
    ``resumed_from`` is the ended submission that this one takes up again, which stays as it was.
    Organization and workflow are the version's own, so no foreign key checks them again: that
    would lock the same two rows for every submission at once. `steps_total`, `steps_done` and
    `in_the_way` (the step run that keeps it from being delivered) are set on the items of
    `submission_page` alone.
    """

    steps_total: int
    steps_done: int
    in_the_way: StepRun | None

    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    workflow = models.ForeignKey(
        Workflow, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    version = models.ForeignKey(
        WorkflowVersion, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    resumed_from = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="resumed_as", db_index=False
    )
    reference = models.CharField(max_length=16)
    subject = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=8, choices=Source.choices)
    language = models.CharField(
        max_length=35,
        default="en",
        db_default="en",
        help_text="Tag (BCP 47) of the language in which its sender filled in the form.",
    )
    data = models.JSONField()
    request_id = models.CharField(max_length=64, blank=True)
    trace = models.BinaryField(
        null=True,
        editable=False,
        help_text="Trace and span that accepted it (24 bytes), if its trace is recorded.",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(
        null=True, help_text="When its answers and evidence were erased, on a person's request."
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["organization", "-id"], name="submissions_newest"),
            models.Index(
                fields=["organization", "workflow", "-id"], name="submissions_of_workflow"
            ),
            models.Index(
                "organization",
                OpClass(Upper("subject"), name="text_pattern_ops"),
                name="submissions_by_subject",
            ),
            models.Index(
                "organization",
                Upper(KeyTextTransform("email", "data")),
                name="submissions_by_email",
                condition=models.Q(data__has_key="email"),
            ),
        ]
        constraints: ClassVar = [
            # Not `unique=True`, which would make a second index, for patterns.
            models.UniqueConstraint(fields=["reference"], name="one_submission_per_reference"),
            models.UniqueConstraint(
                fields=["resumed_from"],
                condition=models.Q(resumed_from__isnull=False),
                name="resumed_once",
            ),
        ]

    @property
    def status(self) -> SubmissionStatus:
        """Read it together: `select_related("state")`."""
        return SubmissionStatus(self.state.status)

    @property
    def finished_at(self) -> datetime | None:
        return self.state.finished_at


class SubmissionState(OfOrganization):
    """What became of a submission so far; written with it, and its lock for whoever changes it.

    A row of its own because it changes while the submission with its answers and its indexes does
    not: a changed status would be a new entry in each of them. It is written with its submission
    alone, so no foreign key checks it again.
    """

    submission = models.OneToOneField(
        Submission,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="state",
        db_constraint=False,
    )
    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    status = models.CharField(
        max_length=16, choices=SubmissionStatus.choices, default=SubmissionStatus.ACCEPTED
    )
    finished_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(
        db_default=Now(),
        help_text="When its status changed last. A trigger writes it; 1970: not known, long ago.",
    )

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["organization", "status", "-submission"], name="submissions_by_status"
            ),
            models.Index(
                fields=["organization", "-changed_at", "-submission"], name="submissions_by_change"
            ),
        ]

    def __str__(self) -> str:
        return self.status


class IdempotencyKey(OrganizationOwned):
    """Remembers which submission a caller's key made, and of which body."""

    organization = models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        db_constraint=False,
    )
    workflow = models.ForeignKey(
        Workflow, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    key = models.CharField(max_length=255)
    body_hash = models.BinaryField(max_length=32)
    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organization", "workflow", "key"], name="one_submission_per_key"
            ),
        ]
