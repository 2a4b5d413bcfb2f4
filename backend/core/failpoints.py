"""Places where tests let a process die, stand still or fail.

`WAYBILL_FAILPOINTS` names them, such as ``sent=kill@3,claimed=stop``: the third time that
``sent`` is passed the process kills itself, the first time that ``claimed`` is it stops until it
is continued, and with ``error`` it raises there once. Production settings refuse the variable.
"""

from __future__ import annotations

import functools
import os
import signal
from collections import Counter

VARIABLE = "WAYBILL_FAILPOINTS"
_SIGNALS = {"kill": signal.SIGKILL, "stop": signal.SIGSTOP}
_ERROR = "error"

_passed: Counter[str] = Counter()


def failpoint(name: str) -> None:
    """Nothing, unless the environment says that the process ends, stops or fails here.

    Raises RuntimeError where it is to fail.
    """
    action = _configured().get(name)
    if action is None:
        return
    number, at = action
    _passed[name] += 1
    if _passed[name] != at:
        return
    if number is None:
        raise RuntimeError(f"failed at the failpoint {name}")
    os.kill(os.getpid(), number)


def failpoints_parse(text: str) -> dict[str, tuple[signal.Signals | None, int]]:
    """The signal (None: an error) and the pass of each name.

    Raises ValueError for what is not understood.
    """
    parsed = {}
    for part in filter(None, text.split(",")):
        name, _, action = part.partition("=")
        kind, _, at = action.partition("@")
        if not name or kind not in {*_SIGNALS, _ERROR} or not (at or "1").isdecimal():
            raise ValueError(
                f"{part!r} is not a failpoint: name=kill, name=stop, name=error or name=kill@3"
            )
        parsed[name] = (_SIGNALS.get(kind), int(at or 1))
    return parsed


@functools.cache
def _configured() -> dict[str, tuple[signal.Signals | None, int]]:
    return failpoints_parse(os.environ.get(VARIABLE, ""))
