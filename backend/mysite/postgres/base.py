from __future__ import annotations

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks the socket instead of the server whether a lasting connection still stands.

    A server that stopped, or ended the session, has closed its end, and a closed or closing socket
    is readable. Only then, and after an error, is the question put as a statement: it was one
    round trip in five of an accepted submission.
    """

    def is_usable(self) -> bool:
        if self.connection is None:
            return False
        if not self.errors_occurred and self._quiet():
            return True
        return bool(super().is_usable())

    def _quiet(self) -> bool:
        if self.connection.closed:
            return False
        poll = select.poll()
        poll.register(self.connection.fileno(), select.POLLIN)
        return not poll.poll(0)
