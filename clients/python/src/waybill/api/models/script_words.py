from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ScriptWords")


@_attrs_define
class ScriptWords:
    """For browsers without JavaScript.

    Attributes:
        needed (str):
        mail (str):
        mail_label (str):
        mail_sent (str):
        confirm (str):
        confirm_send (str):
        expired (str):
        too_large (str):
        unreadable (str):
        elsewhere (str):
        closed (str):
        open_alone (str):
        more_asked (str):
    """

    needed: str
    mail: str
    mail_label: str
    mail_sent: str
    confirm: str
    confirm_send: str
    expired: str
    too_large: str
    unreadable: str
    elsewhere: str
    closed: str
    open_alone: str
    more_asked: str

    def to_dict(self) -> dict[str, Any]:
        needed = self.needed

        mail = self.mail

        mail_label = self.mail_label

        mail_sent = self.mail_sent

        confirm = self.confirm

        confirm_send = self.confirm_send

        expired = self.expired

        too_large = self.too_large

        unreadable = self.unreadable

        elsewhere = self.elsewhere

        closed = self.closed

        open_alone = self.open_alone

        more_asked = self.more_asked

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "needed": needed,
                "mail": mail,
                "mail_label": mail_label,
                "mail_sent": mail_sent,
                "confirm": confirm,
                "confirm_send": confirm_send,
                "expired": expired,
                "too_large": too_large,
                "unreadable": unreadable,
                "elsewhere": elsewhere,
                "closed": closed,
                "open_alone": open_alone,
                "more_asked": more_asked,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        needed = d.pop("needed")

        mail = d.pop("mail")

        mail_label = d.pop("mail_label")

        mail_sent = d.pop("mail_sent")

        confirm = d.pop("confirm")

        confirm_send = d.pop("confirm_send")

        expired = d.pop("expired")

        too_large = d.pop("too_large")

        unreadable = d.pop("unreadable")

        elsewhere = d.pop("elsewhere")

        closed = d.pop("closed")

        open_alone = d.pop("open_alone")

        more_asked = d.pop("more_asked")

        script_words = cls(
            needed=needed,
            mail=mail,
            mail_label=mail_label,
            mail_sent=mail_sent,
            confirm=confirm,
            confirm_send=confirm_send,
            expired=expired,
            too_large=too_large,
            unreadable=unreadable,
            elsewhere=elsewhere,
            closed=closed,
            open_alone=open_alone,
            more_asked=more_asked,
        )

        return script_words
