"""The document that defines a workflow: its shape, reading it, and what can be wrong with it."""

from core.workflows.definition.document import (
    Definition,
    StepDefinition,
)
from core.workflows.definition.faults import DefinitionRefused, Fault, Path, Place, place_at
from core.workflows.definition.fields import Choice, FileKind, FormField, Kind
from core.workflows.definition.json_schema import definition_json_schema
from core.workflows.definition.reading import definition_read, document_read
from core.workflows.definition.retry import RetryPolicy
from core.workflows.definition.rewriting import document_of, document_replace
from core.workflows.definition.text import MOST_BYTES

__all__ = [
    "MOST_BYTES",
    "Choice",
    "Definition",
    "DefinitionRefused",
    "Fault",
    "FileKind",
    "FormField",
    "Kind",
    "Path",
    "Place",
    "RetryPolicy",
    "StepDefinition",
    "definition_json_schema",
    "definition_read",
    "document_of",
    "document_read",
    "document_replace",
    "place_at",
]
