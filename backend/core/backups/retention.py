"""Which backups are kept: the newest of each day, week and month, so many of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from core.backups.places import Place

_FORM = "%Y%m%dT%H%M%SZ"
_PERIODS = {"d": "%Y-%m-%d", "w": "%G-%V", "m": "%Y-%m"}


def backup_name(of: str, moment: datetime) -> str:
    """Such as `waybill-forms.example.com-20261128T210000Z`, in UTC."""
    return f"waybill-{of}-{moment.astimezone(UTC).strftime(_FORM)}"


def backup_moment(of: str, name: str) -> datetime | None:
    """Of a backup of this installation; None for the name of anything else."""
    beginning = f"waybill-{of}-"
    if not name.startswith(beginning):
        return None
    try:
        return datetime.strptime(name.removeprefix(beginning), _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None


def backups_prune(place: Place, *, of: str, keep: Mapping[str, int]) -> list[str]:
    """Remove the backups of this installation that are not to be kept. Returns their names."""
    found = {backup_moment(of, name): name for name in place.names()}
    mine = {moment: name for moment, name in found.items() if moment is not None}
    kept = moments_kept(sorted(mine), keep)
    gone = [name for moment, name in sorted(mine.items()) if moment not in kept]
    for name in gone:
        place.remove(name)
    return gone


def moments_kept(moments: Sequence[datetime], keep: Mapping[str, int]) -> set[datetime]:
    """Of moments in order, those that stay. The newest always does."""
    kept = set(moments[-1:]) | set(moments[max(0, len(moments) - keep.get("newest", 0)) :])
    for unit, form in _PERIODS.items():
        newest = {moment.strftime(form): moment for moment in moments}
        count = keep.get(unit, 0)
        kept |= set(sorted(newest.values())[-count:] if count else ())
    return kept
