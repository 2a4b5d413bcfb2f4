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
    from ..models.asked_out import AskedOut
    from ..models.assigned_out import AssignedOut
    from ..models.continuation_out import ContinuationOut
    from ..models.file_out import FileOut
    from ..models.step_run_out import StepRunOut
    from ..models.submission_detail_out_data import SubmissionDetailOutData
    from ..models.submission_ref_out import SubmissionRefOut
    from ..models.wait_out import WaitOut
    from ..models.workflow_ref_out import WorkflowRefOut


T = TypeVar("T", bound="SubmissionDetailOut")


@_attrs_define
class SubmissionDetailOut:
    """A submission with its answers, its steps and every attempt.

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
        data (SubmissionDetailOutData): The answers, by field; sensitive ones are masked.
        sensitive (list[str]): The fields of `data` that are masked.
        asked (list[AskedOut]): The questions behind `data`, in the form's order. What else is in `data` is no question
            of this version.
        version (int): The version of the workflow that it follows.
        language (str): Of its sender (BCP 47).
        tracking_url (str):
        erased_at (datetime.datetime | None): When its answers and evidence were erased, on a person's request.
        resumed_from (None | SubmissionRefOut): The one that this takes up again.
        replay_of (None | SubmissionRefOut): The delivered one that this sends once more.
        replayed_as (list[SubmissionRefOut]): Those that sent this once more, newest first.
        assigned (AssignedOut | None): Who looks after it.
        files (list[FileOut]): The files that the answers name.
        steps (list[StepRunOut]):
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
    data: SubmissionDetailOutData
    sensitive: list[str]
    asked: list[AskedOut]
    version: int
    language: str
    tracking_url: str
    erased_at: datetime.datetime | None
    resumed_from: None | SubmissionRefOut
    replay_of: None | SubmissionRefOut
    replayed_as: list[SubmissionRefOut]
    assigned: AssignedOut | None
    files: list[FileOut]
    steps: list[StepRunOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.assigned_out import AssignedOut
        from ..models.continuation_out import ContinuationOut
        from ..models.submission_ref_out import SubmissionRefOut
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

        data = self.data.to_dict()

        sensitive = self.sensitive

        asked = []
        for asked_item_data in self.asked:
            asked_item = asked_item_data.to_dict()
            asked.append(asked_item)

        version = self.version

        language = self.language

        tracking_url = self.tracking_url

        erased_at: None | str
        if isinstance(self.erased_at, datetime.datetime):
            erased_at = self.erased_at.isoformat()
        else:
            erased_at = self.erased_at

        resumed_from: dict[str, Any] | None
        if isinstance(self.resumed_from, SubmissionRefOut):
            resumed_from = self.resumed_from.to_dict()
        else:
            resumed_from = self.resumed_from

        replay_of: dict[str, Any] | None
        if isinstance(self.replay_of, SubmissionRefOut):
            replay_of = self.replay_of.to_dict()
        else:
            replay_of = self.replay_of

        replayed_as = []
        for replayed_as_item_data in self.replayed_as:
            replayed_as_item = replayed_as_item_data.to_dict()
            replayed_as.append(replayed_as_item)

        assigned: dict[str, Any] | None
        if isinstance(self.assigned, AssignedOut):
            assigned = self.assigned.to_dict()
        else:
            assigned = self.assigned

        files = []
        for files_item_data in self.files:
            files_item = files_item_data.to_dict()
            files.append(files_item)

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

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
                "data": data,
                "sensitive": sensitive,
                "asked": asked,
                "version": version,
                "language": language,
                "tracking_url": tracking_url,
                "erased_at": erased_at,
                "resumed_from": resumed_from,
                "replay_of": replay_of,
                "replayed_as": replayed_as,
                "assigned": assigned,
                "files": files,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.asked_out import AskedOut
        from ..models.assigned_out import AssignedOut
        from ..models.continuation_out import ContinuationOut
        from ..models.file_out import FileOut
        from ..models.step_run_out import StepRunOut
        from ..models.submission_detail_out_data import SubmissionDetailOutData
        from ..models.submission_ref_out import SubmissionRefOut
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

        data = SubmissionDetailOutData.from_dict(d.pop("data"))

        sensitive = cast(list[str], d.pop("sensitive"))

        asked = []
        _asked = d.pop("asked")
        for asked_item_data in _asked:
            asked_item = AskedOut.from_dict(asked_item_data)

            asked.append(asked_item)

        version = d.pop("version")

        language = d.pop("language")

        tracking_url = d.pop("tracking_url")

        def _parse_erased_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                erased_at_type_0 = datetime.datetime.fromisoformat(data)

                return erased_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        erased_at = _parse_erased_at(d.pop("erased_at"))

        def _parse_resumed_from(data: object) -> None | SubmissionRefOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                resumed_from_type_0 = SubmissionRefOut.from_dict(data)

                return resumed_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SubmissionRefOut, data)

        resumed_from = _parse_resumed_from(d.pop("resumed_from"))

        def _parse_replay_of(data: object) -> None | SubmissionRefOut:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                replay_of_type_0 = SubmissionRefOut.from_dict(data)

                return replay_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SubmissionRefOut, data)

        replay_of = _parse_replay_of(d.pop("replay_of"))

        replayed_as = []
        _replayed_as = d.pop("replayed_as")
        for replayed_as_item_data in _replayed_as:
            replayed_as_item = SubmissionRefOut.from_dict(replayed_as_item_data)

            replayed_as.append(replayed_as_item)

        def _parse_assigned(data: object) -> AssignedOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assigned_type_0 = AssignedOut.from_dict(data)

                return assigned_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AssignedOut | None, data)

        assigned = _parse_assigned(d.pop("assigned"))

        files = []
        _files = d.pop("files")
        for files_item_data in _files:
            files_item = FileOut.from_dict(files_item_data)

            files.append(files_item)

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepRunOut.from_dict(steps_item_data)

            steps.append(steps_item)

        submission_detail_out = cls(
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
            data=data,
            sensitive=sensitive,
            asked=asked,
            version=version,
            language=language,
            tracking_url=tracking_url,
            erased_at=erased_at,
            resumed_from=resumed_from,
            replay_of=replay_of,
            replayed_as=replayed_as,
            assigned=assigned,
            files=files,
            steps=steps,
        )

        submission_detail_out.additional_properties = d
        return submission_detail_out

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
