"""Programs that people sign in with their browser: public clients (RFC 6749, section 2.1).

They keep no secret, so anybody may call themselves one of these. What a person reads on the page
that lets a program in is the name from here, never one that the program gives itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Program:
    client_id: str
    name: str


_PROGRAMS = (Program("waybill-cli", "Waybill command line"),)
_BY_ID = {program.client_id: program for program in _PROGRAMS}


def program_find(client_id: str | None) -> Program | None:
    """The program of this client id, None for one that nobody knows."""
    return _BY_ID.get(client_id or "")
