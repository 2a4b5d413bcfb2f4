"""A submission's live events: one stream over as many connections as it takes."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable

import httpx
from httpx_sse import ServerSentEvent, SSEError

from waybill.answers import reason_of, understood
from waybill.api.models.event_out import EventOut
from waybill.api.models.submission_detail_out import SubmissionDetailOut
from waybill.errors import UnexpectedAnswer, Unreachable, WaybillError

FINAL = frozenset({"succeeded", "failed", "cancelled"})
"""The states of a submission in which nothing more happens."""
SILENCE_SECONDS = 45.0
"""The server sends a heartbeat every 15 seconds."""
_RECONNECT_SECONDS = 3.0
_LONGEST_PAUSE_SECONDS = 30.0

Seen = EventOut | SubmissionDetailOut


class Following:
    """Where the stream stands: what was seen, and when to connect again.

    ``patience``: seconds without any connection after which the server counts as unreachable.
    ``lost``: is told why a connection was lost, and in how many seconds the next one is tried.
    """

    def __init__(
        self,
        url: str,
        submission_id: uuid.UUID,
        after: int,
        patience: float,
        lost: Callable[[WaybillError, float], None] | None,
    ) -> None:
        self.path = f"/stream/submissions/{submission_id}"
        self.ended = False
        self._url = url
        self._last = after
        self._patience = patience
        self._lost = lost
        self._heard = time.monotonic()
        self._pause = _RECONNECT_SECONDS

    @property
    def headers(self) -> dict[str, str]:
        """What the next connection says: the last event that was seen."""
        return {"Last-Event-ID": str(self._last)} if self._last else {}

    @property
    def timeout(self) -> httpx.Timeout:
        return httpx.Timeout(30.0, read=SILENCE_SECONDS)

    def opened(self) -> None:
        """The server answers."""
        self._heard = time.monotonic()
        self._pause = _RECONNECT_SECONDS

    def read(self, sent: ServerSentEvent) -> Seen | None:
        """An event of the log or the state; None for events that this version does not know."""
        self._heard = time.monotonic()
        if sent.retry:
            self._pause = sent.retry / 1000
        with understood(self._url):
            if sent.event == "log":
                event = EventOut.from_dict(json.loads(sent.data))
                self._last = max(self._last, event.id)
                return event
            if sent.event == "snapshot":
                state = SubmissionDetailOut.from_dict(json.loads(sent.data))
                self.ended = state.status in FINAL
                return state
        return None

    def again(self, error: Exception | None = None) -> float:
        """Seconds to wait before the next connection. Raises WaybillError if waiting is no use."""
        pause = self._pause
        if error is None:
            return pause
        told = self._told(error)
        if not told.passes or time.monotonic() - self._heard > self._patience:
            raise told from error
        self._pause = min(self._pause * 2, _LONGEST_PAUSE_SECONDS)
        pause = max(pause, min(told.retry_after or 0, _LONGEST_PAUSE_SECONDS))
        if self._lost is not None:
            self._lost(told, pause)
        return pause

    def _told(self, error: Exception) -> WaybillError:
        match error:
            case WaybillError():
                return error
            case SSEError():
                return UnexpectedAnswer("The answer is no stream of events.")
            case _:
                return Unreachable(self._url, reason_of(error))
