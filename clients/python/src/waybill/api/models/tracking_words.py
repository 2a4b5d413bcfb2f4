from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.live_words import LiveWords
    from ..models.state_words import StateWords


T = TypeVar("T", bound="TrackingWords")


@_attrs_define
class TrackingWords:
    """What the page of a submission says to its sender.

    Attributes:
        loading (str):
        failed (str):
        again (str):
        title (str):
        recipient (str):
        sent (str):
        state (str):
        steps (str):
        now (str):
        next_try (str):
        record (str):
        copy_link (str):
        copied (str):
        print_ (str):
        led_on (str):
        go_on (str):
        carried_by (str):
        skip (str):
        light (str):
        dark (str):
        live (LiveWords):
        states (StateWords): The states of a submission and of its steps, for the person who sent it.
    """

    loading: str
    failed: str
    again: str
    title: str
    recipient: str
    sent: str
    state: str
    steps: str
    now: str
    next_try: str
    record: str
    copy_link: str
    copied: str
    print_: str
    led_on: str
    go_on: str
    carried_by: str
    skip: str
    light: str
    dark: str
    live: LiveWords
    states: StateWords

    def to_dict(self) -> dict[str, Any]:
        loading = self.loading

        failed = self.failed

        again = self.again

        title = self.title

        recipient = self.recipient

        sent = self.sent

        state = self.state

        steps = self.steps

        now = self.now

        next_try = self.next_try

        record = self.record

        copy_link = self.copy_link

        copied = self.copied

        print_ = self.print_

        led_on = self.led_on

        go_on = self.go_on

        carried_by = self.carried_by

        skip = self.skip

        light = self.light

        dark = self.dark

        live = self.live.to_dict()

        states = self.states.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "loading": loading,
                "failed": failed,
                "again": again,
                "title": title,
                "recipient": recipient,
                "sent": sent,
                "state": state,
                "steps": steps,
                "now": now,
                "next_try": next_try,
                "record": record,
                "copy_link": copy_link,
                "copied": copied,
                "print": print_,
                "led_on": led_on,
                "go_on": go_on,
                "carried_by": carried_by,
                "skip": skip,
                "light": light,
                "dark": dark,
                "live": live,
                "states": states,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.live_words import LiveWords
        from ..models.state_words import StateWords

        d = dict(src_dict)
        loading = d.pop("loading")

        failed = d.pop("failed")

        again = d.pop("again")

        title = d.pop("title")

        recipient = d.pop("recipient")

        sent = d.pop("sent")

        state = d.pop("state")

        steps = d.pop("steps")

        now = d.pop("now")

        next_try = d.pop("next_try")

        record = d.pop("record")

        copy_link = d.pop("copy_link")

        copied = d.pop("copied")

        print_ = d.pop("print")

        led_on = d.pop("led_on")

        go_on = d.pop("go_on")

        carried_by = d.pop("carried_by")

        skip = d.pop("skip")

        light = d.pop("light")

        dark = d.pop("dark")

        live = LiveWords.from_dict(d.pop("live"))

        states = StateWords.from_dict(d.pop("states"))

        tracking_words = cls(
            loading=loading,
            failed=failed,
            again=again,
            title=title,
            recipient=recipient,
            sent=sent,
            state=state,
            steps=steps,
            now=now,
            next_try=next_try,
            record=record,
            copy_link=copy_link,
            copied=copied,
            print_=print_,
            led_on=led_on,
            go_on=go_on,
            carried_by=carried_by,
            skip=skip,
            light=light,
            dark=dark,
            live=live,
            states=states,
        )

        return tracking_words
