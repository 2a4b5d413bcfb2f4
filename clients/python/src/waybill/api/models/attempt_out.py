from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.attempt_outcome import AttemptOutcome

if TYPE_CHECKING:
    from ..models.attempt_out_request_type_0 import AttemptOutRequestType0
    from ..models.attempt_out_response_type_0 import AttemptOutResponseType0


T = TypeVar("T", bound="AttemptOut")


@_attrs_define
class AttemptOut:
    """One try of a step, with what was sent and answered; secrets are redacted.

    Attributes:
        number (int):
        started_at (datetime.datetime):
        ended_at (datetime.datetime | None):
        duration_ms (int | None):
        outcome (AttemptOutcome):
        error_kind (None | str):
        message (None | str):
        request (AttemptOutRequestType0 | None):
        response (AttemptOutResponseType0 | None):
    """

    number: int
    started_at: datetime.datetime
    ended_at: datetime.datetime | None
    duration_ms: int | None
    outcome: AttemptOutcome
    error_kind: None | str
    message: None | str
    request: AttemptOutRequestType0 | None
    response: AttemptOutResponseType0 | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attempt_out_request_type_0 import AttemptOutRequestType0
        from ..models.attempt_out_response_type_0 import AttemptOutResponseType0

        number = self.number

        started_at = self.started_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        duration_ms: int | None
        duration_ms = self.duration_ms

        outcome = self.outcome.value

        error_kind: None | str
        error_kind = self.error_kind

        message: None | str
        message = self.message

        request: dict[str, Any] | None
        if isinstance(self.request, AttemptOutRequestType0):
            request = self.request.to_dict()
        else:
            request = self.request

        response: dict[str, Any] | None
        if isinstance(self.response, AttemptOutResponseType0):
            response = self.response.to_dict()
        else:
            response = self.response

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "number": number,
                "started_at": started_at,
                "ended_at": ended_at,
                "duration_ms": duration_ms,
                "outcome": outcome,
                "error_kind": error_kind,
                "message": message,
                "request": request,
                "response": response,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.attempt_out_request_type_0 import AttemptOutRequestType0
        from ..models.attempt_out_response_type_0 import AttemptOutResponseType0

        d = dict(src_dict)
        number = d.pop("number")

        started_at = datetime.datetime.fromisoformat(d.pop("started_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_duration_ms(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        duration_ms = _parse_duration_ms(d.pop("duration_ms"))

        outcome = AttemptOutcome(d.pop("outcome"))

        def _parse_error_kind(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        error_kind = _parse_error_kind(d.pop("error_kind"))

        def _parse_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        message = _parse_message(d.pop("message"))

        def _parse_request(data: object) -> AttemptOutRequestType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                request_type_0 = AttemptOutRequestType0.from_dict(data)

                return request_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttemptOutRequestType0 | None, data)

        request = _parse_request(d.pop("request"))

        def _parse_response(data: object) -> AttemptOutResponseType0 | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                response_type_0 = AttemptOutResponseType0.from_dict(data)

                return response_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttemptOutResponseType0 | None, data)

        response = _parse_response(d.pop("response"))

        attempt_out = cls(
            number=number,
            started_at=started_at,
            ended_at=ended_at,
            duration_ms=duration_ms,
            outcome=outcome,
            error_kind=error_kind,
            message=message,
            request=request,
            response=response,
        )

        attempt_out.additional_properties = d
        return attempt_out

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
