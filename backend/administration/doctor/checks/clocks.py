"""How far this host's clock is from another's."""

from __future__ import annotations

from administration.doctor.findings import Finding, failed, ok, warning

_PART = "clock"
_SMALL_SECONDS, _LARGE_SECONDS = 2.0, 30.0
_REMEDY = "Let both hosts follow a time server (chrony, systemd-timesyncd)."


def clock_finding(whose: str, theirs: float, before: float, after: float) -> Finding:
    """``theirs``: read between ``before`` and ``after`` of our own, all in seconds since 1970."""
    apart = max(0.0, before - theirs, theirs - after)
    if apart < _SMALL_SECONDS:
        return ok(_PART, f"agrees with {whose} to within {_SMALL_SECONDS:.0f} s")
    said = f"is {apart:.0f} s away from {whose}"
    if apart < _LARGE_SECONDS:
        return warning(_PART, said, _REMEDY)
    return failed(_PART, f"{said}: codes of authenticator apps and signatures are refused", _REMEDY)
