"""One attempt: compute the input, call the connector, redact the record."""

from core.delivery.send.attempt import attempt_not_begun, attempt_send
from core.delivery.send.open_connectors import OpenConnectors
from core.delivery.send.payload import step_input

__all__ = ["OpenConnectors", "attempt_not_begun", "attempt_send", "step_input"]
