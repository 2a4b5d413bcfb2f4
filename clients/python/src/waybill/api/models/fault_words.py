from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.plural import Plural


T = TypeVar("T", bound="FaultWords")


@_attrs_define
class FaultWords:
    """What is wrong with the answers, or with sending them.

    Attributes:
        summary (Plural): One sentence in the forms that a language needs for different counts, at least `other`.
        about (str):
        failed (str):
        offline (str):
        unreachable (str):
        server (str):
        request (str):
        stopped (str):
    """

    summary: Plural
    about: str
    failed: str
    offline: str
    unreachable: str
    server: str
    request: str
    stopped: str

    def to_dict(self) -> dict[str, Any]:
        summary = self.summary.to_dict()

        about = self.about

        failed = self.failed

        offline = self.offline

        unreachable = self.unreachable

        server = self.server

        request = self.request

        stopped = self.stopped

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "summary": summary,
                "about": about,
                "failed": failed,
                "offline": offline,
                "unreachable": unreachable,
                "server": server,
                "request": request,
                "stopped": stopped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.plural import Plural

        d = dict(src_dict)
        summary = Plural.from_dict(d.pop("summary"))

        about = d.pop("about")

        failed = d.pop("failed")

        offline = d.pop("offline")

        unreachable = d.pop("unreachable")

        server = d.pop("server")

        request = d.pop("request")

        stopped = d.pop("stopped")

        fault_words = cls(
            summary=summary,
            about=about,
            failed=failed,
            offline=offline,
            unreachable=unreachable,
            server=server,
            request=request,
            stopped=stopped,
        )

        return fault_words
