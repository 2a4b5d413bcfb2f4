"""The write-ahead log's segments, by their names.

A name is 24 hexadecimal digits: 8 of the timeline, 8 of the log, 8 of the segment in it, as in
https://www.postgresql.org/docs/18/functions-admin.html (`pg_walfile_name`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

SEGMENTS_IN_A_LOG = 256
"""With segments of 16 MB, PostgreSQL's default."""
_NAME = re.compile(r"([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})(?:\.partial)?")


def missing_segments(names: Iterable[str], begin: str) -> list[str]:
    """The segments that are not there, between the one in which a backup begins and the last one.

    `names` may hold history files and other timelines. A timeline continues in the segment where it
    left the other, so a number counts as there when any timeline has it. The missing ones are named
    as `begin`'s timeline would.
    """
    timeline, first = _parsed(begin)
    numbers = {_parsed(name)[1] for name in names if _NAME.fullmatch(name)}
    last = max(numbers, default=first)
    return [_name(timeline, number) for number in range(first, last) if number not in numbers]


def _parsed(name: str) -> tuple[int, int]:
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(f"{name} is not the name of a segment.")
    timeline, log, segment = (int(part, 16) for part in found.groups())
    return timeline, log * SEGMENTS_IN_A_LOG + segment


def _name(timeline: int, number: int) -> str:
    log, segment = divmod(number, SEGMENTS_IN_A_LOG)
    return f"{timeline:08X}{log:08X}{segment:08X}"
