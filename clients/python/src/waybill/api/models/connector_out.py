from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.action_out import ActionOut
    from ..models.connector_out_credentials_schema import ConnectorOutCredentialsSchema
    from ..models.connector_out_settings_schema import ConnectorOutSettingsSchema
    from ..models.list_out import ListOut


T = TypeVar("T", bound="ConnectorOut")


@_attrs_define
class ConnectorOut:
    """One kind of system. Its schemas are JSON Schema; what is `writeOnly` never comes out.

    Attributes:
        name (str):
        title (str):
        description (str):
        settings_schema (ConnectorOutSettingsSchema):
        credentials_schema (ConnectorOutCredentialsSchema):
        lists (list[ListOut]): What can be read from it, to choose from.
        actions (list[ActionOut]):
    """

    name: str
    title: str
    description: str
    settings_schema: ConnectorOutSettingsSchema
    credentials_schema: ConnectorOutCredentialsSchema
    lists: list[ListOut]
    actions: list[ActionOut]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        title = self.title

        description = self.description

        settings_schema = self.settings_schema.to_dict()

        credentials_schema = self.credentials_schema.to_dict()

        lists = []
        for lists_item_data in self.lists:
            lists_item = lists_item_data.to_dict()
            lists.append(lists_item)

        actions = []
        for actions_item_data in self.actions:
            actions_item = actions_item_data.to_dict()
            actions.append(actions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "title": title,
                "description": description,
                "settings_schema": settings_schema,
                "credentials_schema": credentials_schema,
                "lists": lists,
                "actions": actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.action_out import ActionOut
        from ..models.connector_out_credentials_schema import (
            ConnectorOutCredentialsSchema,
        )
        from ..models.connector_out_settings_schema import ConnectorOutSettingsSchema
        from ..models.list_out import ListOut

        d = dict(src_dict)
        name = d.pop("name")

        title = d.pop("title")

        description = d.pop("description")

        settings_schema = ConnectorOutSettingsSchema.from_dict(d.pop("settings_schema"))

        credentials_schema = ConnectorOutCredentialsSchema.from_dict(
            d.pop("credentials_schema")
        )

        lists = []
        _lists = d.pop("lists")
        for lists_item_data in _lists:
            lists_item = ListOut.from_dict(lists_item_data)

            lists.append(lists_item)

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = ActionOut.from_dict(actions_item_data)

            actions.append(actions_item)

        connector_out = cls(
            name=name,
            title=title,
            description=description,
            settings_schema=settings_schema,
            credentials_schema=credentials_schema,
            lists=lists,
            actions=actions,
        )

        connector_out.additional_properties = d
        return connector_out

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
