"""A template for an organization: what fits, what is refused, and that it could be published."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from core.accounts.models import Organization
from core.connections.models import Connection
from core.errors import NotFound, Unprocessable
from core.workflows.templates import Filling, connectors_fitting, template_fill, template_named
from core.workflows.versions import definition_faults
from tests.core.workflows.check.conftest import connect, organization
from waybill_definitions.templates import template_list

__all__ = ["organization"]

KINDS = {"erp": "erp", "mail": "mail", "crm": "api", "helpdesk": "api", "api": "api"}
"""Which of the organization's connections plays a part."""
NAMES = [each.name for each in template_list()]


def filling(template: str, **changed: Any) -> Filling:
    parts = {part: KINDS[part] for part in template_named(template).needs}
    wanted = {"workflow": "mine", "name": "Mine", "address": "mine", "connections": parts}
    return Filling(**(wanted | changed))


def refusals(organization: Organization, template: str, **changed: Any) -> dict[str, str]:
    with pytest.raises(Unprocessable) as caught:
        template_fill(
            organization=organization, name=template, filling=filling(template, **changed)
        )
    return {each.field: each.message for each in caught.value.errors}


@pytest.mark.parametrize("name", NAMES)
def test_a_filled_template_could_be_published(organization: Organization, name: str) -> None:
    document = template_fill(organization=organization, name=name, filling=filling(name))
    assert definition_faults(organization=organization, document=document) == ()


@pytest.mark.parametrize("name", NAMES)
def test_each_part_has_a_connector(name: str) -> None:
    template = template_named(name)
    assert all(connectors_fitting(template, part) for part in template.needs)


def test_only_what_has_every_action_and_list_fits() -> None:
    template = template_named("order-to-erp")
    assert connectors_fitting(template, "erp") == ["tryton"]
    assert connectors_fitting(template, "mail") == ["email"]


def test_each_part_that_nobody_can_play_is_named(organization: Organization) -> None:
    connect(organization, "second-mail", "email")
    chosen = {"erp": "second-mail", "extra": "mail"}
    found = refusals(organization, "lead-to-erp", connections=chosen)
    assert found == {
        "connections.erp": "“second-mail” cannot do this; it takes Tryton.",
        "connections.mail": "Choose a connection to E-mail for this part.",
        "connections.extra": "The template has no such part. Leave it out.",
    }


@pytest.mark.parametrize("slug", ["deleted-shop", "foreign-crm", "never-was"])
def test_a_connection_that_is_gone_or_not_ours_is_told_at_its_part(
    organization: Organization, slug: str
) -> None:
    found = refusals(organization, "webhook-relay", connections={"api": slug})
    assert found["connections.api"].startswith(f"This organization has no connection “{slug}”")


def test_a_connection_that_is_deleted_meanwhile_is_told_too(organization: Organization) -> None:
    wanted = filling("webhook-relay")
    template_fill(organization=organization, name="webhook-relay", filling=wanted)
    owned = Connection.objects.owned_by(organization)
    owned.filter(slug="api").update(deleted_at=timezone.now())
    assert list(refusals(organization, "webhook-relay")) == ["connections.api"]


@pytest.mark.parametrize(
    ("blank", "value", "said"),
    [
        ("approvals", "nobody", "This is no e-mail address"),
        ("approvals", "${{ input.email }}", "Write it without ${{"),
        ("approvals", "  ", "Write something here"),
        ("approvals", "a" * 10_000, "At most 500 characters"),
        ("limit", 0, "Write a number above 0"),
        ("limit", float("nan"), "Write a number above 0"),
        ("limit", "much", "Write a number above 0"),
        ("other", "x", "The template asks for no such value"),
    ],
)
def test_a_value_that_cannot_stand_there_is_told(
    organization: Organization, blank: str, value: Any, said: str
) -> None:
    found = refusals(organization, "dealer-order", values={blank: value})
    assert list(found) == [f"values.{blank}"]
    assert found[f"values.{blank}"].startswith(said)


def test_a_path_begins_with_a_slash(organization: Organization) -> None:
    found = refusals(organization, "webhook-relay", values={"path": "events"})
    assert found == {"values.path": "A path begins with a slash, such as /leads."}


def test_an_address_that_is_taken_is_a_fault_of_the_definition(organization: Organization) -> None:
    document = template_fill(
        organization=organization,
        name="lead-to-erp",
        filling=filling("lead-to-erp", address="taken"),
    )
    faults = definition_faults(organization=organization, document=document)
    assert [fault.at for fault in faults] == ["form.address"]


def test_an_unknown_template_names_the_nearest() -> None:
    with pytest.raises(NotFound, match="lead-to-erp"):
        template_named("lead-to-crp")
