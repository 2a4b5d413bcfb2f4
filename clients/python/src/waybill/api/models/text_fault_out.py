from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.fault_code import FaultCode

if TYPE_CHECKING:
    from ..models.text_fault_out_params import TextFaultOutParams


T = TypeVar("T", bound="TextFaultOut")


@_attrs_define
class TextFaultOut:
    """One fault of a text.

    Attributes:
        message (str):
        code (FaultCode | None): What kind of fault it is, for saying it in another language; null: there is no more
            than the message.
        params (TextFaultOutParams): What the message names.
        line (int | None): Within the text, from 1; null: all of it is meant.
        column (int | None):
    """

    message: str
    code: FaultCode | None
    params: TextFaultOutParams
    line: int | None
    column: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        message = self.message

        code: None | str
        if isinstance(self.code, FaultCode):
            code = self.code.value
        else:
            code = self.code

        params = self.params.to_dict()

        line: int | None
        line = self.line

        column: int | None
        column = self.column

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "message": message,
                "code": code,
                "params": params,
                "line": line,
                "column": column,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.text_fault_out_params import TextFaultOutParams

        d = dict(src_dict)
        message = d.pop("message")

        def _parse_code(data: object) -> FaultCode | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                code_type_0 = FaultCode(data)

                return code_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FaultCode | None, data)

        code = _parse_code(d.pop("code"))

        params = TextFaultOutParams.from_dict(d.pop("params"))

        def _parse_line(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        line = _parse_line(d.pop("line"))

        def _parse_column(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        column = _parse_column(d.pop("column"))

        text_fault_out = cls(
            message=message,
            code=code,
            params=params,
            line=line,
            column=column,
        )

        text_fault_out.additional_properties = d
        return text_fault_out

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
