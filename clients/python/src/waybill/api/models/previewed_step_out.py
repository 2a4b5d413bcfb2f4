from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.fate import Fate
from ..models.skip import Skip

if TYPE_CHECKING:
    from ..models.previewed_step_out_input_type_0 import PreviewedStepOutInputType0
    from ..models.previewed_step_out_output_type_0 import PreviewedStepOutOutputType0
    from ..models.rendered_request_out import RenderedRequestOut


T = TypeVar("T", bound="PreviewedStepOut")


@_attrs_define
class PreviewedStepOut:
    """What would become of one step.

    Attributes:
        key (str):
        title (str):
        connection (str): Its slug.
        connector (str):
        action (str):
        effect (None | str): `keyed`, `readable` or `blind`.
        needs (list[str]):
        condition (None | str): The step's `when`.
        fate (Fate): What would become of a step.
        reason (None | str): Why it is skipped, or would fail.
        skip (None | Skip): Why it is skipped, as a code; null: it is not.
        ordering (None | str): Its place in line, if the step goes in order.
        assumes (list[str]): The steps whose sample outputs it was computed with.
        input_ (None | PreviewedStepOutInputType0): What the action gets.
        requests (list[RenderedRequestOut]):
        output (None | PreviewedStepOutOutputType0): The sample that later steps get.
    """

    key: str
    title: str
    connection: str
    connector: str
    action: str
    effect: None | str
    needs: list[str]
    condition: None | str
    fate: Fate
    reason: None | str
    skip: None | Skip
    ordering: None | str
    assumes: list[str]
    input_: None | PreviewedStepOutInputType0
    requests: list[RenderedRequestOut]
    output: None | PreviewedStepOutOutputType0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.previewed_step_out_input_type_0 import PreviewedStepOutInputType0
        from ..models.previewed_step_out_output_type_0 import (
            PreviewedStepOutOutputType0,
        )

        key = self.key

        title = self.title

        connection = self.connection

        connector = self.connector

        action = self.action

        effect: None | str
        effect = self.effect

        needs = self.needs

        condition: None | str
        condition = self.condition

        fate = self.fate.value

        reason: None | str
        reason = self.reason

        skip: None | str
        if isinstance(self.skip, Skip):
            skip = self.skip.value
        else:
            skip = self.skip

        ordering: None | str
        ordering = self.ordering

        assumes = self.assumes

        input_: dict[str, Any] | None
        if isinstance(self.input_, PreviewedStepOutInputType0):
            input_ = self.input_.to_dict()
        else:
            input_ = self.input_

        requests = []
        for requests_item_data in self.requests:
            requests_item = requests_item_data.to_dict()
            requests.append(requests_item)

        output: dict[str, Any] | None
        if isinstance(self.output, PreviewedStepOutOutputType0):
            output = self.output.to_dict()
        else:
            output = self.output

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "key": key,
                "title": title,
                "connection": connection,
                "connector": connector,
                "action": action,
                "effect": effect,
                "needs": needs,
                "condition": condition,
                "fate": fate,
                "reason": reason,
                "skip": skip,
                "ordering": ordering,
                "assumes": assumes,
                "input": input_,
                "requests": requests,
                "output": output,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.previewed_step_out_input_type_0 import PreviewedStepOutInputType0
        from ..models.previewed_step_out_output_type_0 import (
            PreviewedStepOutOutputType0,
        )
        from ..models.rendered_request_out import RenderedRequestOut

        d = dict(src_dict)
        key = d.pop("key")

        title = d.pop("title")

        connection = d.pop("connection")

        connector = d.pop("connector")

        action = d.pop("action")

        def _parse_effect(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        effect = _parse_effect(d.pop("effect"))

        needs = cast(list[str], d.pop("needs"))

        def _parse_condition(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        condition = _parse_condition(d.pop("condition"))

        fate = Fate(d.pop("fate"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_skip(data: object) -> None | Skip:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                skip_type_0 = Skip(data)

                return skip_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Skip, data)

        skip = _parse_skip(d.pop("skip"))

        def _parse_ordering(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ordering = _parse_ordering(d.pop("ordering"))

        assumes = cast(list[str], d.pop("assumes"))

        def _parse_input_(data: object) -> None | PreviewedStepOutInputType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                input_type_0 = PreviewedStepOutInputType0.from_dict(data)

                return input_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PreviewedStepOutInputType0, data)

        input_ = _parse_input_(d.pop("input"))

        requests = []
        _requests = d.pop("requests")
        for requests_item_data in _requests:
            requests_item = RenderedRequestOut.from_dict(requests_item_data)

            requests.append(requests_item)

        def _parse_output(data: object) -> None | PreviewedStepOutOutputType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                output_type_0 = PreviewedStepOutOutputType0.from_dict(data)

                return output_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PreviewedStepOutOutputType0, data)

        output = _parse_output(d.pop("output"))

        previewed_step_out = cls(
            key=key,
            title=title,
            connection=connection,
            connector=connector,
            action=action,
            effect=effect,
            needs=needs,
            condition=condition,
            fate=fate,
            reason=reason,
            skip=skip,
            ordering=ordering,
            assumes=assumes,
            input_=input_,
            requests=requests,
            output=output,
        )

        previewed_step_out.additional_properties = d
        return previewed_step_out

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
