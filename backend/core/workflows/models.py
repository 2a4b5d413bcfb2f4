from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.accounts.owned import OrganizationOwned
from core.connections.models import Connection

LONGEST_NOTE = 500


class Workflow(OrganizationOwned):
    """A named form and the steps its submissions take."""

    slug = models.SlugField()
    name = models.CharField(max_length=200)
    form_slug = models.SlugField(  # noqa: DJ001  # many rows without one: unique needs NULL
        unique=True, null=True, help_text="Address of the public form; empty: none."
    )
    current = models.ForeignKey(
        "WorkflowVersion", null=True, on_delete=models.PROTECT, related_name="+"
    )
    form_honeypot = models.BooleanField(default=True, db_default=True)
    form_min_seconds = models.PositiveSmallIntegerField(
        default=0, db_default=0, help_text="Between opening the public form and sending it."
    )
    form_proof_of_work = models.BooleanField(default=False, db_default=False)
    allowed_origins = ArrayField(
        models.CharField(max_length=300),
        default=list,
        blank=True,
        help_text="Origins of the pages that may send or embed the public form.",
    )
    retention_days = models.PositiveSmallIntegerField(
        null=True,
        help_text="How long ended submissions are kept; empty: as the organization says.",
    )
    archived_at = models.DateTimeField(
        null=True, help_text="Since when it takes nothing. Publishing a version ends that."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organization", "slug"], name="one_workflow_slug"),
        ]

    def __str__(self) -> str:
        return self.name


class WorkflowVersion(OrganizationOwned):
    """A published state of a workflow. It never changes: a change makes a new version."""

    workflow = models.ForeignKey(Workflow, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    intro = models.TextField(blank=True)
    submit_label = models.CharField(max_length=60, blank=True, default="")
    subject = models.TextField(
        help_text="Text that names a submission, such as ${{ input.company }}."
    )
    fields = models.JSONField(
        help_text="Its questions with their keys, see waybill_definitions.document."
    )
    form = models.JSONField(
        default=dict,
        db_default={},
        help_text="Its FormDefinition without the questions; empty in versions from before.",
    )
    tables = models.JSONField(default=dict, help_text="Look-up tables of its expressions, by name.")
    document = models.TextField(
        blank=True, default="", help_text="The definition as it was sent, in YAML or JSON."
    )
    published_at = models.DateTimeField(auto_now_add=True)
    published_by = models.CharField(max_length=200, blank=True, default="")
    note = models.CharField(
        max_length=LONGEST_NOTE,
        blank=True,
        default="",
        db_default="",
        help_text="Why it was published.",
    )
    restores = models.PositiveIntegerField(
        null=True, help_text="Number of the earlier version that this one publishes again."
    )
    replaced_at = models.DateTimeField(
        null=True, help_text="Since when another one is live, or none."
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workflow", "number"], name="one_version_number"),
        ]


class WorkflowDraft(OrganizationOwned):
    """A definition that is being worked on. It may have faults; publishing finds them."""

    workflow = models.OneToOneField(Workflow, on_delete=models.CASCADE, related_name="draft")
    document = models.TextField(help_text="The definition as it was sent, in YAML or JSON.")
    revision = models.PositiveIntegerField(default=1, help_text="One more with every change.")
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"draft {self.revision}"


class Queue(models.TextChoices):
    CRITICAL = "critical", "Critical"
    DEFAULT = "default", "Default"
    BULK = "bulk", "Bulk"


class Step(OrganizationOwned):
    """One action of a version, on one connection."""

    version = models.ForeignKey(WorkflowVersion, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    key = models.SlugField()
    title = models.CharField(
        max_length=200,
        help_text="In words for the submitter, e.g. Creating the customer in the ERP.",
    )
    connection = models.ForeignKey(Connection, on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=64)
    done = models.TextField(
        blank=True, default="", help_text="What is so when it is done; empty: the action's words."
    )
    words = models.JSONField(
        default=dict,
        db_default={},
        help_text="`title` and `done` by language, where they were given in several.",
    )
    condition = models.TextField(
        blank=True, default="", help_text="${{ expression }}; the step is skipped when it is false."
    )
    mapping = models.JSONField(
        help_text="Action input: a JSON tree whose texts may contain ${{ expression }}."
    )
    depends_on = ArrayField(models.SlugField(), default=list)
    queue = models.CharField(max_length=16, choices=Queue.choices, default=Queue.DEFAULT)
    ordering = models.TextField(
        blank=True,
        help_text="Text over the input: equal results on a connection go in order.",
    )
    timeout_seconds = models.PositiveSmallIntegerField(default=30)
    retry = models.JSONField(
        default=dict, help_text="Overrides of waybill_definitions.document.RetryPolicy."
    )

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "key"], name="one_step_key"),
            models.UniqueConstraint(fields=["version", "position"], name="one_step_position"),
        ]
