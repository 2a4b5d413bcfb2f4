"""What the log would have in production."""

from __future__ import annotations

import io
import json
import logging.config
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from django.conf import settings as django_settings

from mysite.observability.logs import logging_config

Read = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def written() -> Iterator[Read]:
    """Gives the JSON lines that production would have written."""
    stream = io.StringIO()
    before = structlog.get_config()
    logging.config.dictConfig(logging_config("json", "INFO", stream))
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    structlog.configure(**before)
    logging.config.dictConfig(django_settings.LOGGING)
