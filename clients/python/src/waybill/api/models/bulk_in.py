from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.bulk_kind import BulkKind
from ..models.decision import Decision
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.submission_filter_in import SubmissionFilterIn


T = TypeVar("T", bound="BulkIn")


@_attrs_define
class BulkIn:
    """What is to be done, and at which pace.

    Attributes:
        kind (BulkKind):
        filter_ (SubmissionFilterIn): Which submissions. Every part that is given narrows them; within one, any value
            will do.
        rate_per_second (float | Unset): Submissions a second at most. Default: 10.0.
        newest_version (bool | Unset): `resume`, `correct`: follow the workflow's newest version, not their own.
            Default: False.
        field (str | Unset): `correct`: the question's key. Default: ''.
        value (Any | Unset): `correct`: the answer to set; null takes it out.
        decision (Decision | None | Unset): `resolve`: what a person found out. Where the filter names connections, only
            the unknown steps at those are meant.
        record (str | Unset): `resolve`: their number at the destination. Default: ''.
        note (str | Unset): `resolve`: for whoever reads it. Default: ''.
    """

    kind: BulkKind
    filter_: SubmissionFilterIn
    rate_per_second: float | Unset = 10.0
    newest_version: bool | Unset = False
    field: str | Unset = ""
    value: Any | Unset = UNSET
    decision: Decision | None | Unset = UNSET
    record: str | Unset = ""
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        filter_ = self.filter_.to_dict()

        rate_per_second = self.rate_per_second

        newest_version = self.newest_version

        field = self.field

        value = self.value

        decision: None | str | Unset
        if isinstance(self.decision, Unset):
            decision = UNSET
        elif isinstance(self.decision, Decision):
            decision = self.decision.value
        else:
            decision = self.decision

        record = self.record

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "filter": filter_,
            }
        )
        if rate_per_second is not UNSET:
            field_dict["rate_per_second"] = rate_per_second
        if newest_version is not UNSET:
            field_dict["newest_version"] = newest_version
        if field is not UNSET:
            field_dict["field"] = field
        if value is not UNSET:
            field_dict["value"] = value
        if decision is not UNSET:
            field_dict["decision"] = decision
        if record is not UNSET:
            field_dict["record"] = record
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.submission_filter_in import SubmissionFilterIn

        d = dict(src_dict)
        kind = BulkKind(d.pop("kind"))

        filter_ = SubmissionFilterIn.from_dict(d.pop("filter"))

        rate_per_second = d.pop("rate_per_second", UNSET)

        newest_version = d.pop("newest_version", UNSET)

        field = d.pop("field", UNSET)

        value = d.pop("value", UNSET)

        def _parse_decision(data: object) -> Decision | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decision_type_0 = Decision(data)

                return decision_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Decision | None | Unset, data)

        decision = _parse_decision(d.pop("decision", UNSET))

        record = d.pop("record", UNSET)

        note = d.pop("note", UNSET)

        bulk_in = cls(
            kind=kind,
            filter_=filter_,
            rate_per_second=rate_per_second,
            newest_version=newest_version,
            field=field,
            value=value,
            decision=decision,
            record=record,
            note=note,
        )

        return bulk_in
