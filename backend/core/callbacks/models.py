from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from core.accounts.models import Organization
from core.accounts.owned import OfOrganization, OrganizationOwned
from core.sealing.fields import SealedField


class CallbackKind(models.TextChoices):
    SUCCEEDED = "submission.succeeded", "Everything delivered"
    FAILED = "submission.failed", "Could not be completed"
    NEEDS_ATTENTION = "submission.needs_attention", "Needs a person"
    CANCELLED = "submission.cancelled", "Cancelled"


PING = "ping"


class Purpose(models.TextChoices):
    SUBMISSIONS = "submissions", "Hears about submissions"
    ALERTS = "alerts", "Takes alerts to people"


class Channel(models.TextChoices):
    """What the receiver understands. Submissions are told by webhooks alone."""

    WEBHOOK = "webhook", "Signed webhook"
    EMAIL = "email", "E-mail"
    SLACK = "slack", "Slack"
    TEAMS = "teams", "Microsoft Teams"
    PAGERDUTY = "pagerduty", "PagerDuty events"


class DisabledReason(models.TextChoices):
    NONE = "", "Enabled"
    OPERATOR = "operator", "Disabled by a person"
    GONE = "gone", "The receiver answered 410"
    FAILING = "failing", "Every try failed for days"


class CallbackEndpoint(OrganizationOwned):
    """An address that wants to hear about submissions, or a route of alerts to people.

    Its secrets are sealed and write-only: what signs a webhook, the address of a chat's hook, the
    routing key of PagerDuty. E-mail has none.
    """

    purpose = models.CharField(
        max_length=16,
        choices=Purpose.choices,
        default=Purpose.SUBMISSIONS,
        db_default=Purpose.SUBMISSIONS,
    )
    channel = models.CharField(
        max_length=16,
        choices=Channel.choices,
        default=Channel.WEBHOOK,
        db_default=Channel.WEBHOOK,
    )
    severities = ArrayField(
        models.CharField(max_length=16),
        default=list,
        db_default=[],
        help_text="Of alerts: which ones go here.",
    )
    recipients = ArrayField(
        models.EmailField(),
        default=list,
        db_default=[],
        blank=True,
        help_text="Of e-mail: empty means the owners.",
    )
    url = models.URLField(
        max_length=500, blank=True, help_text="Of a chat's hook only the host: the rest is secret."
    )
    description = models.CharField(max_length=200, blank=True)
    kinds = ArrayField(models.CharField(max_length=32, choices=CallbackKind.choices))
    sealed_secret = SealedField(editable=False, null=True)
    sealed_former_secret = SealedField(editable=False, null=True)
    secret_set_at = models.DateTimeField(null=True)
    former_until = models.DateTimeField(null=True, help_text="Until then both secrets sign.")
    disabled_at = models.DateTimeField(null=True)
    disabled_reason = models.CharField(max_length=16, choices=DisabledReason.choices, blank=True)
    failing_since = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["organization"], condition=Q(disabled_at=None), name="callback_listeners"
            ),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def binding(self) -> bytes:
        """What secrets were bound to before there were data keys."""
        return f"{self.organization_id}/callback/{self.pk}".encode()


class CallbackStatus(models.TextChoices):
    PENDING = "pending", "Pending"
    SENDING = "sending", "Sending"
    SUCCEEDED = "succeeded", "Succeeded"
    FAILED = "failed", "Failed"
    WITHDRAWN = "withdrawn", "Overtaken by what happened since"


class Callback(OfOrganization):
    """One message to one endpoint. Its id is the `webhook-id`, the same over all tries.

    Made by a trigger of PostgreSQL in the transaction that logs the event (`callbacks.0001`), or
    by `core.alerts`. ``topic``: the alert that it is about.
    """

    id = models.UUIDField(primary_key=True)
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    endpoint = models.ForeignKey(
        CallbackEndpoint, on_delete=models.CASCADE, related_name="callbacks", db_index=False
    )
    submission = models.ForeignKey(
        "submissions.Submission",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        db_constraint=False,
    )
    topic = models.UUIDField(null=True)
    kind = models.CharField(max_length=32)
    happened_at = models.DateTimeField()
    facts = models.JSONField(null=True)
    """What it says of the submission: as it was when the event happened, the same in every try."""
    status = models.CharField(
        max_length=16, choices=CallbackStatus.choices, default=CallbackStatus.PENDING
    )
    tries = models.PositiveSmallIntegerField(default=0)
    fence = models.BigIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    next_attempt_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["endpoint", "-id"], name="callbacks_of_endpoint"),
            models.Index(fields=["organization", "-id"], name="callbacks_newest"),
            models.Index(
                fields=["endpoint", "next_attempt_at", "id"],
                condition=Q(status=CallbackStatus.PENDING),
                name="callbacks_due",
            ),
            models.Index(
                fields=["lease_until"],
                condition=Q(status=CallbackStatus.SENDING),
                name="callbacks_sending",
            ),
            models.Index(
                fields=["topic", "-id"],
                condition=Q(topic__isnull=False),
                name="callbacks_of_topic",
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(status=CallbackStatus.PENDING) | Q(next_attempt_at__isnull=False),
                name="pending_callbacks_have_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(status=CallbackStatus.SENDING) | Q(lease_until__isnull=False),
                name="sending_callbacks_have_a_lease",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class CallbackAttempt(OfOrganization):
    """One try of a callback; ``status_code`` is None where no answer came.

    ``answer``: how the answer's body begins, as text without what we know to be secret.
    """

    id = models.BigAutoField(primary_key=True)
    organization = models.ForeignKey(
        Organization, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    callback = models.ForeignKey(Callback, on_delete=models.CASCADE, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    status_code = models.PositiveSmallIntegerField(null=True)
    message = models.TextField(blank=True)
    answer = models.TextField(blank=True, default="", db_default="")

    class Meta:
        ordering: ClassVar = ["number", "id"]

    def __str__(self) -> str:
        return f"{self.callback_id} {self.number}"
