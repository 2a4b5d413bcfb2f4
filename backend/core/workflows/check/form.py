"""The form: its address, and questions that cannot be answered."""

from __future__ import annotations

from core.accounts.models import Organization
from core.postgres.tenancy import every_organization
from core.workflows.definition import Definition, Fault
from core.workflows.models import Workflow


def form_check(organization: Organization, definition: Definition) -> list[Fault]:
    """Faults in the form that its shape alone does not show."""
    faults = [
        Fault(("form", "fields", key, "choices"), "a choice needs at least one answer to offer")
        for key, question in definition.form.fields.items()
        if question.kind == "choice" and not question.choices
    ]
    address = definition.form.address
    if address is not None and address_taken(organization, definition.workflow, address):
        faults.append(
            Fault(
                ("form", "address"),
                f"another form has the address `{address}` already; choose another one",
            )
        )
    return faults


def address_taken(organization: Organization, workflow: str, address: str) -> bool:
    """Whether the form of another workflow, of any organization, has this address."""
    with every_organization("addresses of forms are unique over all of them"):
        having = Workflow.objects.across_organizations("an address is unique over all of them")
        same = having.filter(form_slug=address)
        return same.exclude(organization=organization, slug=workflow).exists()
