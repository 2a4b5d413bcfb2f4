from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.resume_in_data_type_0 import ResumeInDataType0


T = TypeVar("T", bound="ResumeIn")


@_attrs_define
class ResumeIn:
    """How to take a submission up again.

    Attributes:
        data (None | ResumeInDataType0 | Unset): The corrected answers, all of them; empty: as they were.
        newest_version (bool | Unset): Follow the workflow's newest version instead of its own. Default: False.
    """

    data: None | ResumeInDataType0 | Unset = UNSET
    newest_version: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.resume_in_data_type_0 import ResumeInDataType0

        data: dict[str, Any] | None | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        elif isinstance(self.data, ResumeInDataType0):
            data = self.data.to_dict()
        else:
            data = self.data

        newest_version = self.newest_version

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if data is not UNSET:
            field_dict["data"] = data
        if newest_version is not UNSET:
            field_dict["newest_version"] = newest_version

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.resume_in_data_type_0 import ResumeInDataType0

        d = dict(src_dict)

        def _parse_data(data: object) -> None | ResumeInDataType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_0 = ResumeInDataType0.from_dict(data)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ResumeInDataType0 | Unset, data)

        data = _parse_data(d.pop("data", UNSET))

        newest_version = d.pop("newest_version", UNSET)

        resume_in = cls(
            data=data,
            newest_version=newest_version,
        )

        return resume_in
