"""The demonstration workflow: a new customer, into the ERP and welcomed by e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from core.accounts.api_keys import api_key_authenticate, api_key_create
from core.accounts.models import Membership, Organization, Role, User
from core.connections.models import Connection
from core.connections.services import connection_save
from core.workflows.definition import FormField
from core.workflows.demo_bank_details import bank_details_seed
from core.workflows.models import Workflow, WorkflowVersion
from core.workflows.versions import StepDraft, workflow_publish

SLUG = "new-customer"
OPERATOR_EMAIL = "operator@demo.example"

FIELDS = [
    FormField(
        key="company", label="Company", kind="text", max_length=120, autocomplete="organization"
    ),
    FormField(
        key="contact_name", label="Contact name", kind="text", max_length=120, autocomplete="name"
    ),
    FormField(
        key="email",
        label="E-mail",
        kind="email",
        autocomplete="email",
        help="We send a welcome message to this address.",
    ),
    FormField(
        key="phone",
        label="Phone",
        kind="phone",
        required=False,
        autocomplete="tel",
        help="With the country code, for example +44 20 7946 0958.",
    ),
    FormField(key="country", label="Country", kind="country", autocomplete="country"),
    FormField(
        key="note",
        label="What do you need?",
        kind="multiline",
        required=False,
        max_length=2000,
        help="A sentence or two is enough.",
    ),
]

_WELCOME = r"""
'Hello ' + input.contact_name + ',\n\n'
+ 'thank you for registering ' + input.company + '.\n'
+ 'Your customer number is ' + steps.customer.code + '.\n\n'
+ 'Reference: ' + submission.reference + '\n'
"""


@dataclass(frozen=True, slots=True)
class DemoSystems:
    """The destinations of the demonstration. ``employee`` may be None."""

    tryton_url: str
    tryton_database: str
    tryton_key: str
    tryton_company: int
    tryton_employee: int | None
    smtp_host: str
    smtp_port: int


@transaction.atomic
def demo_seed(*, systems: DemoSystems, password: str, api_key: str) -> WorkflowVersion:
    """Make or refresh the demonstration. Running it again changes only what differs."""
    organization, _ = Organization.objects.get_or_create(
        slug="demo", defaults={"name": "Demo Trading Company"}
    )
    _operator(organization, password)
    if api_key_authenticate(secret=api_key) is None:
        api_key_create(organization=organization, name="Demo key", secret=api_key)
    erp, mail = _connections(organization, systems)
    bank_details_seed(organization, mail)
    live = Workflow.objects.owned_by(organization).filter(slug=SLUG).exclude(current=None).first()
    if live is not None and live.current is not None:
        return live.current
    return _publish(organization, erp, mail)


def _operator(organization: Organization, password: str) -> None:
    user = User.objects.filter(email=OPERATOR_EMAIL).first()
    if user is None:
        user = User.objects.create_user(OPERATOR_EMAIL, password, name="Demo operator")
    elif not user.check_password(password):
        user.set_password(password)
        user.save(update_fields=["password"])
    Membership.objects.owned_by(organization).get_or_create(
        organization=organization, user=user, defaults={"role": Role.OWNER}
    )


def _connections(organization: Organization, systems: DemoSystems) -> tuple[Connection, Connection]:
    erp = connection_save(
        organization=organization,
        slug="erp",
        name="Tryton",
        connector="tryton",
        config={
            "base_url": systems.tryton_url,
            "database": systems.tryton_database,
            "company": systems.tryton_company,
            "employee": systems.tryton_employee,
        },
        credentials={"application_key": systems.tryton_key},
    )
    mail = connection_save(
        organization=organization,
        slug="mail",
        name="E-mail",
        connector="email",
        config={
            "host": systems.smtp_host,
            "port": systems.smtp_port,
            "security": "none",
            "from_address": "welcome@demo.example",
            "from_name": organization.name,
        },
        credentials={},
    )
    return erp, mail


def _publish(organization: Organization, erp: Connection, mail: Connection) -> WorkflowVersion:
    return workflow_publish(
        organization=organization,
        slug=SLUG,
        form_slug=SLUG,
        name="New customer",
        title="Become a customer",
        intro="Tell us who you are. We open your customer account and confirm by e-mail,"
        " usually within a minute.",
        submit_label="Send",
        subject="input.company",
        fields=FIELDS,
        steps=[
            StepDraft(
                "customer", "Creating the customer in the ERP", erp, "party.create", _customer()
            ),
            StepDraft(
                "opportunity",
                "Opening the request for sales",
                erp,
                "opportunity.create",
                _opportunity(),
                depends_on=["customer"],
            ),
            StepDraft(
                "welcome",
                "Sending the welcome e-mail",
                mail,
                "email.send",
                _welcome(),
                depends_on=["customer"],
            ),
        ],
    )


def _customer() -> dict[str, Any]:
    return {
        "name": "input.company",
        "contact_name": "input.contact_name",
        "email": "input.email",
        "phone": "has(input.phone) ? input.phone : null",
        "country": "input.country",
    }


def _opportunity() -> dict[str, Any]:
    return {
        "party": "steps.customer.id",
        "description": "'New customer ' + input.company",
        "comment": "has(input.note) ? input.note : null",
    }


def _welcome() -> dict[str, Any]:
    return {
        "to": "input.email",
        "to_name": "input.contact_name",
        "subject": "'Welcome, ' + input.company",
        "text": _WELCOME,
    }
