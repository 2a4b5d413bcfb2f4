"""What became of steps under way after a restore, and what people decide about them."""

from __future__ import annotations

from datetime import UTC, datetime

from core.delivery.sweep import RestoredSteps


def settled_words(steps: RestoredSteps, moment: datetime) -> list[str]:
    """Lines for a terminal. ``moment``: what the database shows, as of when."""
    lines = [
        f"{steps.looked_up:>8,} steps are looked up at their destination before they are sent.",
        f"{steps.repeated:>8,} steps are repeated under their key.",
        f"{steps.unknown:>8,} steps are unknown: they may have been sent, and nobody can be asked.",
        f"{steps.held:>8,} steps become unknown when it is their turn, for the same reason.",
    ]
    if steps.unknown:
        lines.append("Decide about each unknown one, after looking for it at its destination:")
        lines += [f"         {name}" for name in steps.named]
    if steps.unknown > len(steps.named):
        lines.append("         … all of them: the submissions that need attention")
    if steps.stopped:
        lines.append(
            f"{steps.stopped:>8,} bulk actions were stopped. What they sent after"
            f" {moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC is at the destinations: starting them"
            " again sends it twice. Look there first."
        )
    return lines
