from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rendered_request_out_decoded import RenderedRequestOutDecoded
    from ..models.rendered_request_out_headers import RenderedRequestOutHeaders


T = TypeVar("T", bound="RenderedRequestOut")


@_attrs_define
class RenderedRequestOut:
    """One request as the connector would send it; secrets and sensitive values are masked.

    Attributes:
        about (str): What it does, in words.
        when (str): It is sent only then; empty: always.
        reads (bool): It asks and changes nothing there.
        method (str): Of HTTP; `SMTP` for a mail.
        url (str):
        headers (RenderedRequestOutHeaders): Without those that every request has. Of a mail: its envelope.
        body (Any): As JSON. What only the system can tell is in angle quotes: «the number of AT».
        decoded (RenderedRequestOutDecoded): What encoded headers and query parameters say, by name.
        is_cut (bool): The body is longer; only its first 128 Ki characters follow.
    """

    about: str
    when: str
    reads: bool
    method: str
    url: str
    headers: RenderedRequestOutHeaders
    body: Any
    decoded: RenderedRequestOutDecoded
    is_cut: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        about = self.about

        when = self.when

        reads = self.reads

        method = self.method

        url = self.url

        headers = self.headers.to_dict()

        body = self.body

        decoded = self.decoded.to_dict()

        is_cut = self.is_cut

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "about": about,
                "when": when,
                "reads": reads,
                "method": method,
                "url": url,
                "headers": headers,
                "body": body,
                "decoded": decoded,
                "is_cut": is_cut,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.rendered_request_out_decoded import RenderedRequestOutDecoded
        from ..models.rendered_request_out_headers import RenderedRequestOutHeaders

        d = dict(src_dict)
        about = d.pop("about")

        when = d.pop("when")

        reads = d.pop("reads")

        method = d.pop("method")

        url = d.pop("url")

        headers = RenderedRequestOutHeaders.from_dict(d.pop("headers"))

        body = d.pop("body")

        decoded = RenderedRequestOutDecoded.from_dict(d.pop("decoded"))

        is_cut = d.pop("is_cut")

        rendered_request_out = cls(
            about=about,
            when=when,
            reads=reads,
            method=method,
            url=url,
            headers=headers,
            body=body,
            decoded=decoded,
            is_cut=is_cut,
        )

        rendered_request_out.additional_properties = d
        return rendered_request_out

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
