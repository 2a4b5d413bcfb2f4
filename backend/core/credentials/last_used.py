"""When credentials were last used, written down beside the requests and never by one.

A request only sets a value in memory. A thread of the process writes what gathered, a statement
for each table and at most once a minute for each row, whatever the number of processes.
"""

from __future__ import annotations

import threading
import uuid

import structlog
from django.conf import settings
from django.db import DatabaseError, connection, models

from core.postgres.tenancy import every_organization

_REASON = "credentials of all of them are used in one minute"

log = structlog.get_logger(__name__)

_UPDATE = """
UPDATE {table} SET last_used_at = statement_timestamp()
WHERE id = ANY(%s)
  AND (last_used_at IS NULL OR last_used_at < statement_timestamp() - interval '1 minute')
"""


class LastUsed:
    """The credentials used since the last time they were written down. Threads may share it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._used: dict[tuple[type[models.Model], uuid.UUID], None] = {}
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def note(self, model: type[models.Model], row_id: uuid.UUID) -> None:
        """Remember that this credential was used now. Costs no query and waits for nothing."""
        if self._seconds <= 0:
            return
        self._used[model, row_id] = None
        if self._thread is None:
            self._start()

    def write(self) -> int:
        """Write down what gathered; gives the rows that changed. Raises DatabaseError."""
        used, self._used = self._used, {}
        changed = 0
        for model in {each for each, _ in list(used)}:
            rows = [row_id for each, row_id in list(used) if each is model]
            with every_organization(_REASON), connection.cursor() as cursor:
                cursor.execute(_UPDATE.format(table=model._meta.db_table), [rows])
                changed += cursor.rowcount
        return changed

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="last-used", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        idle = threading.Event()
        while True:
            idle.wait(self._seconds)
            if not self._used:
                continue
            try:
                self.write()
            except DatabaseError as error:
                log.warning("the last use of credentials was not written down", exc_info=error)
            finally:
                connection.close()


LAST_USED = LastUsed(settings.WAYBILL_LAST_USED_SECONDS)
