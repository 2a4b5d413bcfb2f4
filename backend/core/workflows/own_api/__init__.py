"""One workflow as an API of its own: the schema of its answers, and answers that are valid."""

from core.workflows.own_api.example import answers_example
from core.workflows.own_api.schema import answers_schema

__all__ = ["answers_example", "answers_schema"]
