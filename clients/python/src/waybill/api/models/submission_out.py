from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.source import Source
from ..models.submission_status import SubmissionStatus

if TYPE_CHECKING:
    from ..models.continuation_out import ContinuationOut
    from ..models.wait_out import WaitOut
    from ..models.workflow_ref_out import WorkflowRefOut


T = TypeVar("T", bound="SubmissionOut")


@_attrs_define
class SubmissionOut:
    """A submission in a list.

    Attributes:
        id (UUID):
        reference (str):
        workflow (WorkflowRefOut): Names a workflow.
        status (SubmissionStatus):
        title (str): What it is about, e.g. the company.
        source (Source):
        created_at (datetime.datetime):
        finished_at (datetime.datetime | None):
        steps_total (int):
        steps_done (int):
        changed_at (datetime.datetime): When its state changed last.
        problem (None | str): What went wrong last at the step in the way.
        error_kind (None | str): The kind of that.
        wait (None | WaitOut): What it waits for now, while it waits: this comes before `problem`.
        resumed_as (ContinuationOut | None): The one that took this up again: this comes before `problem`, too.
    """

    id: UUID
    reference: str
    workflow: WorkflowRefOut
    status: SubmissionStatus
    title: str
    source: Source
    created_at: datetime.datetime
    finished_at: datetime.datetime | None
    steps_total: int
    steps_done: int
    changed_at: datetime.datetime
    problem: None | str
    error_kind: None | str
    wait: None | WaitOut
    resumed_as: ContinuationOut | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.continuation_out import ContinuationOut
        from ..models.wait_out import WaitOut

        id = str(self.id)

        reference = self.reference

        workflow = self.workflow.to_dict()

        status = self.status.value

        title = self.title

        source = self.source.value

        created_at = self.created_at.isoformat()

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        steps_total = self.steps_total

        steps_done = self.steps_done

        changed_at = self.changed_at.isoformat()

        problem: None | str
        problem = self.problem

        error_kind: None | str
        error_kind = self.error_kind

        wait: dict[str, Any] | None
        if isinstance(self.wait, WaitOut):
            wait = self.wait.to_dict()
        else:
            wait = self.wait

        resumed_as: dict[str, Any] | None
        if isinstance(self.resumed_as, ContinuationOut):
            resumed_as = self.resumed_as.to_dict()
        else:
            resumed_as = self.resumed_as

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reference": reference,
                "workflow": workflow,
                "status": status,
                "title": title,
                "source": source,
                "created_at": created_at,
                "finished_at": finished_at,
                "steps_total": steps_total,
                "steps_done": steps_done,
                "changed_at": changed_at,
                "problem": problem,
                "error_kind": error_kind,
                "wait": wait,
                "resumed_as": resumed_as,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.continuation_out import ContinuationOut
        from ..models.wait_out import WaitOut
        from ..models.workflow_ref_out import WorkflowRefOut

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        reference = d.pop("reference")

        workflow = WorkflowRefOut.from_dict(d.pop("workflow"))

        status = SubmissionStatus(d.pop("status"))

        title = d.pop("title")

        source = Source(d.pop("source"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        steps_total = d.pop("steps_total")

        steps_done = d.pop("steps_done")

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        def _parse_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        problem = _parse_problem(d.pop("problem"))

        def _parse_error_kind(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error_kind = _parse_error_kind(d.pop("error_kind"))

        def _parse_wait(data: object) -> None | WaitOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                wait_type_0 = WaitOut.from_dict(data)

                return wait_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WaitOut, data)

        wait = _parse_wait(d.pop("wait"))

        def _parse_resumed_as(data: object) -> ContinuationOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                resumed_as_type_0 = ContinuationOut.from_dict(data)

                return resumed_as_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContinuationOut | None, data)

        resumed_as = _parse_resumed_as(d.pop("resumed_as"))

        submission_out = cls(
            id=id,
            reference=reference,
            workflow=workflow,
            status=status,
            title=title,
            source=source,
            created_at=created_at,
            finished_at=finished_at,
            steps_total=steps_total,
            steps_done=steps_done,
            changed_at=changed_at,
            problem=problem,
            error_kind=error_kind,
            wait=wait,
            resumed_as=resumed_as,
        )

        submission_out.additional_properties = d
        return submission_out

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
