"""No route answers with, changes or tells of what another organization owns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from core.submissions.models import SubmissionState
from core.workflows.models import WorkflowVersion
from tests.api.checks import assert_problem
from tests.api.isolation.routes import FILTERS, PARAMETERS, Route, routes
from tests.conftest import Api, Tenant
from tests.rows import owned_models

ROUTES = routes()
OF_NOBODY = {
    "get_connector": "what a release can connect to",
    "change_alert_rule": "kinds are the same everywhere",
    "get_workflow_template": "what a release can begin with",
    "fill_workflow_template": "the same; test_filling.py has others' connections",
}
"""Things that belong to no organization."""
ABOUT_ONE = [route for route in ROUTES if route.parameters and route.name not in OF_NOBODY]
ABOUT_ALL = [route for route in ROUTES if not route.parameters and route.method == "GET"]
NAMING = [(route, name) for route in ABOUT_ALL for name in route.filters]
WITHOUT_IDS = {
    "count_alerts": "counts by kind",
    "count_submissions": "a count",
    "list_needs": "causes, of which the samples have none but missing workers",
    "get_alert_settings": "a language and hours",
    "list_alert_rules": "kinds and numbers",
    "get_audit_chain": "how many entries, and a hash over them",
    "list_connectors": "what a release can connect to",
    "list_workflow_templates": "what a release can begin with",
    "preview_retention": "a count",
}
"""Answers that name nothing of one's own either."""
NAMES = frozenset({"slug", "form_slug", "reference", "prefix"})

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_buckets")]  # one asks often
attack = pytest.mark.security("another organization's ids")


def owned(tenant: Tenant) -> set[str]:
    """All ids and names by which what the tenant owns could be told."""
    found = {str(tenant.organization.pk), tenant.organization.slug}
    for model in owned_models():
        columns = [field.attname for field in model._meta.concrete_fields]
        wanted = [name for name in columns if name in NAMES]
        owner = "pk" if "organization_id" not in columns else "organization_id"
        rows = model._default_manager.filter(**{owner: tenant.organization.pk})
        for row in rows.values_list("pk", *wanted):
            found |= {str(value) for value in row if value is not None}
    return {value for value in found if len(value) > 6}  # short numbers are no names


def told(answer: Any) -> set[str]:
    """Every text in an answer, whatever its type."""
    if answer.headers["Content-Type"].startswith("application/json"):
        return set(_texts(answer.json()))
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return set(re.split(r'[\s,;"]+', body.decode()))


def _texts(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list():
            for each in value:
                yield from _texts(each)
        case _:
            yield str(value)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_part_of_an_address_can_be_filled(route: Route) -> None:
    unknown = {route.key(name) for name in route.parameters} - PARAMETERS.keys()
    assert not unknown, f"say in PARAMETERS what stands for {unknown}"


MAKES_ONES_OWN = {"publish_definition": "a name that is not there is a new workflow's"}
THERE_OR_NOT = [route for route in ABOUT_ONE if route.name not in MAKES_ONES_OWN]


@attack
@pytest.mark.parametrize("route", THERE_OR_NOT, ids=lambda route: route.name)
def test_what_another_organization_owns_is_not_there(
    we: Api, theirs: Tenant, walls: str, route: Route
) -> None:
    before = set(SubmissionState.unscoped.values_list("pk", "status"))
    answer = route.ask(we, theirs)
    assert answer.status_code != 422, f"say in BODIES what {route.name} takes: {answer.content!r}"
    assert_problem(answer, 404, "not_found")
    assert set(SubmissionState.unscoped.values_list("pk", "status")) == before


@pytest.mark.parametrize("route", ABOUT_ONE, ids=lambda route: route.name)
def test_ones_own_is_there(we: Api, ours: Tenant, route: Route) -> None:
    """Else the test above would prove nothing."""
    answer = route.ask(we, ours)
    assert answer.status_code < 300 or answer.status_code == 409, answer.content


@attack
@pytest.mark.parametrize(
    "route",
    [route for route in ABOUT_ONE if route.name in MAKES_ONES_OWN],
    ids=lambda route: route.name,
)
def test_what_another_organization_has_under_a_name_stays_as_it_is(
    we: Api, theirs: Tenant, walls: str, route: Route
) -> None:
    before = list(WorkflowVersion.unscoped.values_list("pk", "document").order_by("pk"))
    answer = route.ask(we, theirs)
    assert_problem(answer, 422, "definition_refused")  # ours has no such connection
    assert told(answer) & owned(theirs) == set()
    assert list(WorkflowVersion.unscoped.values_list("pk", "document").order_by("pk")) == before


@attack
@pytest.mark.parametrize("route", ABOUT_ALL, ids=lambda route: route.name)
def test_no_list_tells_of_another_organization(
    we: Api, ours: Tenant, theirs: Tenant, walls: str, route: Route
) -> None:
    answer = we.get(route.address(ours))
    assert answer.status_code == 200, answer.content
    texts = told(answer)
    common = owned(ours) & owned(theirs)
    assert texts & (owned(theirs) - common) == set()
    assert texts & (owned(ours) - common) or route.name in WITHOUT_IDS


@attack
@pytest.mark.parametrize(("route", "name"), NAMING, ids=lambda each: getattr(each, "name", each))
def test_no_filter_finds_what_another_organization_owns(
    we: Api, theirs: Tenant, walls: str, route: Route, name: str
) -> None:
    answer = we.get(f"{route.path}?{name}={FILTERS[name](theirs)}")
    assert answer.status_code in {200, 404}, answer.content
    assert told(answer) & owned(theirs) <= {FILTERS[name](theirs)}


@attack
@pytest.mark.parametrize("part", ["ids", "connection_id", "workflow"])
def test_no_bulk_action_touches_what_another_organization_owns(
    we: Api, ours: Tenant, theirs: Tenant, walls: str, part: str
) -> None:
    theirs_of = {
        "ids": [PARAMETERS["submission_id"](theirs)],
        "connection_id": PARAMETERS["connection_id"](theirs),
        "workflow": PARAMETERS["slug"](theirs),
    }
    wanted = {"kind": "cancel", "filter": {part: theirs_of[part]}}
    preview = we.post("/api/v1/bulk-actions/preview", wanted)
    assert (preview.status_code, preview.json()["submissions"]) == (200, 0)
    assert_problem(we.post("/api/v1/bulk-actions", wanted), 409, "conflict")
