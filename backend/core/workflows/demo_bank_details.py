"""The demonstration's second form: bank details, which are sensitive."""

from __future__ import annotations

from core.accounts.models import Organization
from core.connections.models import Connection
from core.workflows.definition import FormField
from core.workflows.models import Workflow
from core.workflows.versions import StepDraft, workflow_publish

SLUG = "bank-details"

FIELDS = [
    FormField(
        key="company", label="Company", kind="text", max_length=120, autocomplete="organization"
    ),
    FormField(key="email", label="E-mail", kind="email", autocomplete="email"),
    FormField(
        key="iban",
        label="Account number",
        kind="text",
        max_length=60,
        sensitive=True,
        help="The IBAN, or what your bank uses. It is encrypted, and shown to nobody by itself.",
    ),
]


def bank_details_seed(organization: Organization, mail: Connection) -> None:
    """Publish the form if it is not live yet."""
    live = Workflow.objects.owned_by(organization).filter(slug=SLUG).exclude(current=None)
    if live.exists():
        return
    workflow_publish(
        organization=organization,
        slug=SLUG,
        form_slug=SLUG,
        name="Bank details",
        title="Tell us your bank details",
        intro="We pay what we owe you to this account.",
        submit_label="Send",
        subject="input.company",
        fields=FIELDS,
        steps=[
            StepDraft(
                "accounts",
                "Telling the accounts department",
                mail,
                "email.send",
                {
                    "to": "'accounts@demo.example'",
                    "reply_to": "input.email",
                    "subject": "'Bank details of ' + input.company",
                    "text": "'Account: ' + input.iban + '\\n\\n'"
                    " + 'Reference: ' + submission.reference + '\\n'",
                },
            )
        ],
    )
