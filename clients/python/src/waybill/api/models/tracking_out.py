from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.submission_status import SubmissionStatus
from ..models.tracking_out_direction import TrackingOutDirection

if TYPE_CHECKING:
    from ..models.form_sent_out import FormSentOut
    from ..models.organization_name_out import OrganizationNameOut
    from ..models.step_progress_out import StepProgressOut
    from ..models.tracking_words import TrackingWords


T = TypeVar("T", bound="TrackingOut")


@_attrs_define
class TrackingOut:
    """A submission as its private tracking link shows it.

    Attributes:
        reference (str):
        title (str):
        organization (OrganizationNameOut): What the public may know of an organization.
        status (SubmissionStatus):
        headline (str):
        submitted_at (datetime.datetime):
        finished_at (datetime.datetime | None):
        language (str): Of its sender (BCP 47). All that is told here is in it, or in the nearest language that there
            is.
        direction (TrackingOutDirection): Of its writing, as HTML's `dir`.
        words (TrackingWords): What the page of a submission says to its sender.
        sent (FormSentOut | None): What the form says to whoever sent it; null where it says nothing.
        steps (list[StepProgressOut]):
    """

    reference: str
    title: str
    organization: OrganizationNameOut
    status: SubmissionStatus
    headline: str
    submitted_at: datetime.datetime
    finished_at: datetime.datetime | None
    language: str
    direction: TrackingOutDirection
    words: TrackingWords
    sent: FormSentOut | None
    steps: list[StepProgressOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.form_sent_out import FormSentOut

        reference = self.reference

        title = self.title

        organization = self.organization.to_dict()

        status = self.status.value

        headline = self.headline

        submitted_at = self.submitted_at.isoformat()

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        language = self.language

        direction = self.direction.value

        words = self.words.to_dict()

        sent: dict[str, Any] | None
        if isinstance(self.sent, FormSentOut):
            sent = self.sent.to_dict()
        else:
            sent = self.sent

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reference": reference,
                "title": title,
                "organization": organization,
                "status": status,
                "headline": headline,
                "submitted_at": submitted_at,
                "finished_at": finished_at,
                "language": language,
                "direction": direction,
                "words": words,
                "sent": sent,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.form_sent_out import FormSentOut
        from ..models.organization_name_out import OrganizationNameOut
        from ..models.step_progress_out import StepProgressOut
        from ..models.tracking_words import TrackingWords

        d = dict(src_dict)
        reference = d.pop("reference")

        title = d.pop("title")

        organization = OrganizationNameOut.from_dict(d.pop("organization"))

        status = SubmissionStatus(d.pop("status"))

        headline = d.pop("headline")

        submitted_at = datetime.datetime.fromisoformat(d.pop("submitted_at"))

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

        language = d.pop("language")

        direction = TrackingOutDirection(d.pop("direction"))

        words = TrackingWords.from_dict(d.pop("words"))

        def _parse_sent(data: object) -> FormSentOut | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                sent_type_0 = FormSentOut.from_dict(data)

                return sent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FormSentOut | None, data)

        sent = _parse_sent(d.pop("sent"))

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = StepProgressOut.from_dict(steps_item_data)

            steps.append(steps_item)

        tracking_out = cls(
            reference=reference,
            title=title,
            organization=organization,
            status=status,
            headline=headline,
            submitted_at=submitted_at,
            finished_at=finished_at,
            language=language,
            direction=direction,
            words=words,
            sent=sent,
            steps=steps,
        )

        tracking_out.additional_properties = d
        return tracking_out

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
