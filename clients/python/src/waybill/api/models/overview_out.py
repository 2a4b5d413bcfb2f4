from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.grain import Grain
from ..models.period import Period

if TYPE_CHECKING:
    from ..models.attempt_counts_out import AttemptCountsOut
    from ..models.backlog_out import BacklogOut
    from ..models.connection_counts_out import ConnectionCountsOut
    from ..models.first_steps_out import FirstStepsOut
    from ..models.needs_person_out import NeedsPersonOut
    from ..models.overview_point_out import OverviewPointOut
    from ..models.submission_counts_out import SubmissionCountsOut
    from ..models.workflow_counts_out import WorkflowCountsOut


T = TypeVar("T", bound="OverviewOut")


@_attrs_define
class OverviewOut:
    """What needs a person, what waits, and what went through.

    Counts of a period are a few seconds old. With a connection chosen, submissions are not
    counted: they belong to workflows. Days of `points` are those of the zone that was asked for;
    `workflows` and `connections` count by days of UTC.

        Attributes:
            period (Period): The last so and so long, up to now. Its first point may be cut: it begins with its grain.
            since (datetime.datetime):
            until (datetime.datetime):
            grain (Grain): How long a row of roll-ups counts. Hours and days are those of UTC.
            needs_person (NeedsPersonOut): What only a person can end.
            backlog (BacklogOut): Steps that are due and not being sent.
            submissions (SubmissionCountsOut): What became of submissions. One may need a person, and succeed later: it
                counts in both.
            attempts (AttemptCountsOut): How attempts to send ended. Those that were given back unsent or not needed are
                left out.
            points (list[OverviewPointOut]): Oldest first, without a gap.
            workflows (list[WorkflowCountsOut]): The busiest fifty.
            connections (list[ConnectionCountsOut]): The busiest fifty.
            first_steps (FirstStepsOut): The way to a first delivery, and what of it is done.
    """

    period: Period
    since: datetime.datetime
    until: datetime.datetime
    grain: Grain
    needs_person: NeedsPersonOut
    backlog: BacklogOut
    submissions: SubmissionCountsOut
    attempts: AttemptCountsOut
    points: list[OverviewPointOut]
    workflows: list[WorkflowCountsOut]
    connections: list[ConnectionCountsOut]
    first_steps: FirstStepsOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        period = self.period.value

        since = self.since.isoformat()

        until = self.until.isoformat()

        grain = self.grain.value

        needs_person = self.needs_person.to_dict()

        backlog = self.backlog.to_dict()

        submissions = self.submissions.to_dict()

        attempts = self.attempts.to_dict()

        points = []
        for points_item_data in self.points:
            points_item = points_item_data.to_dict()
            points.append(points_item)

        workflows = []
        for workflows_item_data in self.workflows:
            workflows_item = workflows_item_data.to_dict()
            workflows.append(workflows_item)

        connections = []
        for connections_item_data in self.connections:
            connections_item = connections_item_data.to_dict()
            connections.append(connections_item)

        first_steps = self.first_steps.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "period": period,
                "since": since,
                "until": until,
                "grain": grain,
                "needs_person": needs_person,
                "backlog": backlog,
                "submissions": submissions,
                "attempts": attempts,
                "points": points,
                "workflows": workflows,
                "connections": connections,
                "first_steps": first_steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.attempt_counts_out import AttemptCountsOut
        from ..models.backlog_out import BacklogOut
        from ..models.connection_counts_out import ConnectionCountsOut
        from ..models.first_steps_out import FirstStepsOut
        from ..models.needs_person_out import NeedsPersonOut
        from ..models.overview_point_out import OverviewPointOut
        from ..models.submission_counts_out import SubmissionCountsOut
        from ..models.workflow_counts_out import WorkflowCountsOut

        d = dict(src_dict)
        period = Period(d.pop("period"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        grain = Grain(d.pop("grain"))

        needs_person = NeedsPersonOut.from_dict(d.pop("needs_person"))

        backlog = BacklogOut.from_dict(d.pop("backlog"))

        submissions = SubmissionCountsOut.from_dict(d.pop("submissions"))

        attempts = AttemptCountsOut.from_dict(d.pop("attempts"))

        points = []
        _points = d.pop("points")
        for points_item_data in _points:
            points_item = OverviewPointOut.from_dict(points_item_data)

            points.append(points_item)

        workflows = []
        _workflows = d.pop("workflows")
        for workflows_item_data in _workflows:
            workflows_item = WorkflowCountsOut.from_dict(workflows_item_data)

            workflows.append(workflows_item)

        connections = []
        _connections = d.pop("connections")
        for connections_item_data in _connections:
            connections_item = ConnectionCountsOut.from_dict(connections_item_data)

            connections.append(connections_item)

        first_steps = FirstStepsOut.from_dict(d.pop("first_steps"))

        overview_out = cls(
            period=period,
            since=since,
            until=until,
            grain=grain,
            needs_person=needs_person,
            backlog=backlog,
            submissions=submissions,
            attempts=attempts,
            points=points,
            workflows=workflows,
            connections=connections,
            first_steps=first_steps,
        )

        overview_out.additional_properties = d
        return overview_out

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
