"""A server's own log lines as JSON, in the form of `mysite.observability.logs`.

Granian's main process loads this before it knows Django or our settings, by the file that
GRANIAN_LOG_CONFIG names. So it uses only Python's own logging.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime

from core.text.log_redaction import log_redacted

_LONGEST = 300


class JsonLines(logging.Formatter):
    """One object a line. Of an exception: its type and places, not its words or values."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "event": log_redacted(record.getMessage())[:_LONGEST],
            "level": record.levelname.lower(),
            "logger": record.name.lstrip("_"),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            places = [f"  {each.filename}:{each.lineno} in {each.name}" for each in frames]
            line["exception"] = "\n".join([type(error).__qualname__, *places])
        return json.dumps(line, separators=(",", ":"))
