from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.alert_kind import AlertKind

if TYPE_CHECKING:
    from ..models.rule_values_out import RuleValuesOut


T = TypeVar("T", bound="AlertRuleOut")


@_attrs_define
class AlertRuleOut:
    """When a kind of condition is an alert. ``usual`` is what holds without a change.

    Attributes:
        kind (AlertKind):
        label (str):
        of_the_system (bool): Its threshold and window cannot be changed.
        changed (bool):
        now (RuleValuesOut):
        usual (RuleValuesOut):
    """

    kind: AlertKind
    label: str
    of_the_system: bool
    changed: bool
    now: RuleValuesOut
    usual: RuleValuesOut
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        label = self.label

        of_the_system = self.of_the_system

        changed = self.changed

        now = self.now.to_dict()

        usual = self.usual.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "label": label,
                "of_the_system": of_the_system,
                "changed": changed,
                "now": now,
                "usual": usual,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rule_values_out import RuleValuesOut

        d = dict(src_dict)
        kind = AlertKind(d.pop("kind"))

        label = d.pop("label")

        of_the_system = d.pop("of_the_system")

        changed = d.pop("changed")

        now = RuleValuesOut.from_dict(d.pop("now"))

        usual = RuleValuesOut.from_dict(d.pop("usual"))

        alert_rule_out = cls(
            kind=kind,
            label=label,
            of_the_system=of_the_system,
            changed=changed,
            now=now,
            usual=usual,
        )

        alert_rule_out.additional_properties = d
        return alert_rule_out

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
