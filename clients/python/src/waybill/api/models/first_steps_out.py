from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FirstStepsOut")


@_attrs_define
class FirstStepsOut:
    """The way to a first delivery, and what of it is done.

    Attributes:
        connected (bool): There is a connection.
        published (bool): A workflow is live.
        form_slug (None | str): Of the newest public form that is live.
        submission_id (None | UUID): The newest submission.
        delivered (bool): Something was delivered once.
    """

    connected: bool
    published: bool
    form_slug: None | str
    submission_id: None | UUID
    delivered: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        connected = self.connected

        published = self.published

        form_slug: None | str
        form_slug = self.form_slug

        submission_id: None | str
        if isinstance(self.submission_id, UUID):
            submission_id = str(self.submission_id)
        else:
            submission_id = self.submission_id

        delivered = self.delivered

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "connected": connected,
                "published": published,
                "form_slug": form_slug,
                "submission_id": submission_id,
                "delivered": delivered,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        connected = d.pop("connected")

        published = d.pop("published")

        def _parse_form_slug(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        form_slug = _parse_form_slug(d.pop("form_slug"))

        def _parse_submission_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                submission_id_type_0 = UUID(data)

                return submission_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        submission_id = _parse_submission_id(d.pop("submission_id"))

        delivered = d.pop("delivered")

        first_steps_out = cls(
            connected=connected,
            published=published,
            form_slug=form_slug,
            submission_id=submission_id,
            delivered=delivered,
        )

        first_steps_out.additional_properties = d
        return first_steps_out

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
