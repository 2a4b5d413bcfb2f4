from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ConnectionTestOut")


@_attrs_define
class ConnectionTestOut:
    """What the system said.

    Attributes:
        ok (bool):
        message (str): What answered, or what is wrong and what to do.
        problem (None | str): The kind of problem, such as `wrong_credentials`; empty when it works.
        took_ms (int): Milliseconds.
    """

    ok: bool
    message: str
    problem: None | str
    took_ms: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ok = self.ok

        message = self.message

        problem: None | str
        problem = self.problem

        took_ms = self.took_ms

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ok": ok,
                "message": message,
                "problem": problem,
                "took_ms": took_ms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        ok = d.pop("ok")

        message = d.pop("message")

        def _parse_problem(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        problem = _parse_problem(d.pop("problem"))

        took_ms = d.pop("took_ms")

        connection_test_out = cls(
            ok=ok,
            message=message,
            problem=problem,
            took_ms=took_ms,
        )

        connection_test_out.additional_properties = d
        return connection_test_out

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
