from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from ninja import Query, Router

from api.authentication.access import ApiRequest, requires
from api.endpoints.parameters import CONNECTION_NAME, LONGEST_CONNECTION_NAME, TimeZone
from api.errors.documented import responses
from api.schemas.base import Slug
from api.schemas.operations.needs import NeedOut, NeedsOut
from api.schemas.operations.overview import (
    AttemptCountsOut,
    BacklogOut,
    ConnectionCountsOut,
    OverviewOut,
    SubmissionCountsOut,
    WaitingOut,
    WorkflowCountsOut,
)
from core.accounts.models import Organization
from core.accounts.permissions import Permission
from core.callbacks.selectors import endpoints_stopped
from core.connections.models import Connection
from core.connections.selectors import connection_named
from core.credentials.selectors import credentials_ending
from core.statistics.backlog import backlog, needs_person
from core.statistics.first_steps import first_steps
from core.statistics.history import Period, by_connection, by_workflow, history
from core.statistics.needs import needs_of_connections, needs_of_steps, needs_of_workers
from core.statistics.zones import zone_named
from core.workflows.models import Workflow
from core.workflows.versions import workflow_named

router = Router(tags=["overview"])

ENDS_WITHIN = timedelta(days=14)

OfWorkflow = Annotated[Slug | None, Query(alias="workflow", description="Only this one: its slug.")]
OfConnection = Annotated[
    str | None,
    Query(
        alias="connection",
        description="Only this one: its id or slug.",
        pattern=CONNECTION_NAME,
        max_length=LONGEST_CONNECTION_NAME,
    ),
]


@router.get(
    "",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: OverviewOut}, signed_in=True),
)
def get_overview(
    request: ApiRequest,
    period: Period = Period.DAY,
    workflow: OfWorkflow = None,
    connection: OfConnection = None,
    time_zone: TimeZone = None,
) -> OverviewOut:
    """What needs a person, what waits to be sent, and what went through in a period."""
    organization = request.auth.organization
    told = history(
        organization,
        period,
        workflow_id=None if workflow is None else workflow_named(organization, workflow).pk,
        connection_id=(
            None
            if connection is None
            else connection_named(organization=organization, name=connection).pk
        ),
        zone=zone_named(time_zone),
    )
    return OverviewOut.of(
        period=period,
        told=told,
        needs=needs_person(organization),
        backlog=_backlog(organization),
        workflows=_workflows(organization, period),
        connections=_connections(organization, period),
        steps=first_steps(organization),
    )


@router.get(
    "/needs",
    auth=requires(Permission.SUBMISSIONS_READ),
    response=responses({200: NeedsOut}, signed_in=True, found=False),
)
def list_needs(request: ApiRequest) -> NeedsOut:
    """What needs a person now, one item for each cause, the gravest kinds first.

    Connections are told to who may read connections; keys, workers and callback endpoints to who
    may read alerts.
    """
    organization, may = request.auth.organization, request.auth.permissions
    items = [NeedOut.of(each) for each in needs_of_steps(organization)]
    if Permission.CONNECTIONS_READ in may:
        items += [NeedOut.of(each) for each in needs_of_connections(organization)]
    if Permission.ALERTS_READ in may:
        ending = credentials_ending(organization=organization, within=ENDS_WITHIN)
        items += [NeedOut.of(each) for each in needs_of_workers()]
        items += [
            NeedOut.of_endpoint(each) for each in endpoints_stopped(organization=organization)
        ]
        items += [NeedOut.of_credential(each) for each in ending]
    return NeedsOut.of(items)


def _backlog(organization: Organization) -> BacklogOut:
    waiting = backlog(organization)
    chosen = Connection.objects.owned_by(organization)
    slugs = dict(
        chosen.filter(pk__in={each.connection_id for each in waiting}).values_list("pk", "slug")
    )
    return BacklogOut(
        count=sum(each.count for each in waiting),
        oldest_due_at=min((each.oldest_due_at for each in waiting), default=None),
        places=[
            WaitingOut.of(each, slugs[each.connection_id])
            for each in waiting
            if each.connection_id in slugs
        ],
    )


def _workflows(organization: Organization, period: Period) -> list[WorkflowCountsOut]:
    counted = by_workflow(organization, period)
    there = Workflow.objects.owned_by(organization).in_bulk(counted)
    return [
        WorkflowCountsOut(
            slug=there[pk].slug,
            name=there[pk].name,
            submissions=SubmissionCountsOut.of(tally),
        )
        for pk, tally in counted.items()
        if pk in there
    ]


def _connections(organization: Organization, period: Period) -> list[ConnectionCountsOut]:
    counted = by_connection(organization, period)
    there = Connection.objects.owned_by(organization).in_bulk(counted)
    return [
        ConnectionCountsOut(
            id=pk, slug=there[pk].slug, name=there[pk].name, attempts=AttemptCountsOut.of(tally)
        )
        for pk, tally in counted.items()
        if pk in there
    ]
