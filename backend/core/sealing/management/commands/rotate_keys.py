from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.postgres.tenancy import every_organization
from core.sealing.rotating.rotation import Rotated, keys_rotate
from core.sealing.rotating.wrapping import KEPT_RETIRED, first_key


class Command(BaseCommand):
    help = (
        "Re-encrypt everything under the first key of WAYBILL_ENCRYPTION_KEYS, while Waybill runs."
        " It may be interrupted and run again. At the end it says which keys may be removed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--reseal",
            action="store_true",
            help="Give every organization a new data key, and seal its values under it.",
        )
        parser.add_argument("--batch", type=int, default=200, help="Rows in one transaction.")

    @every_organization("the keys are the deployment's")
    def handle(self, *_: Any, reseal: bool, batch: int, **__: Any) -> None:
        try:
            done = keys_rotate(reseal=reseal, batch=max(1, batch), report=self.stdout.write)
        except KeyboardInterrupt:
            raise CommandError(
                "Interrupted. What was done is kept; run it again to go on."
            ) from None
        self._report(done)
        if done.failures or done.left:
            raise CommandError("Not everything is under the first key: remove none. See above.")

    def _report(self, done: Rotated) -> None:
        write = self.stdout.write
        write(
            f"Wrapped again: {done.rewrapped} data keys. Sealed again: {done.resealed} rows."
            f" Everything new is under “{first_key()}”."
        )
        for failure in done.failures:
            write(f"Could not be opened: {failure}")
        for key_id, what in done.left.items():
            write(f"Still needed: “{key_id}”, for {', '.join(what)}.")
        for key_id in done.may_go:
            write(f"Nothing is left under “{key_id}”: it may go from WAYBILL_ENCRYPTION_KEYS.")
        if done.may_go:
            write("The audit log needs it further: WAYBILL_AUDIT_KEYS has to hold it by then.")
        if done.removed:
            write(f"Former data keys removed: {done.removed}.")
        if done.waiting:
            minutes = round(KEPT_RETIRED.total_seconds() / 60)
            write(
                f"Former data keys kept: {done.waiting}, because a process may still use one."
                f" Run this again in {minutes} minutes to remove them."
            )
