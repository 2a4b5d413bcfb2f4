from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from administration.support import CONTENTS, bundle_write


class Command(BaseCommand):
    help = (
        "Write a .zip with what somebody who helps needs to know: what `doctor` finds, versions,"
        " counts, sizes. No submission, no secret, no address of a person."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--to",
            type=Path,
            metavar="FILE",
            help="Where to. Default: waybill-support-DATE.zip in this folder",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path = options["to"] or Path(f"waybill-support-{datetime.now(UTC):%Y-%m-%d-%H%M%S}.zip")
        try:
            names = bundle_write(path)
        except FileExistsError:
            raise CommandError(f"{path} is there already. Name another file with --to.") from None
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error.strerror}.") from None
        self.stdout.write(f"Wrote {path}, which you alone can read. It holds:")
        for name in names:
            what = CONTENTS[name][0] if name in CONTENTS else ""
            self.stdout.write(f"  {name:<24}{what}".rstrip())
        self.stdout.write("Read it before you send it to anybody: unzip -p FILE | less")
