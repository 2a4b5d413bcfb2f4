"""The versions of a workflow: publishing one, and finding the one that is meant."""

from core.workflows.versions.live import (
    Address,
    form_get,
    form_missing,
    version_at,
    version_recent,
    workflow_get,
    workflow_list,
)
from core.workflows.versions.publish import StepDraft, workflow_publish
from core.workflows.versions.replaced import TAKEN_FOR, FormChanged, version_replace

__all__ = [
    "TAKEN_FOR",
    "Address",
    "FormChanged",
    "StepDraft",
    "form_get",
    "form_missing",
    "version_at",
    "version_recent",
    "version_replace",
    "workflow_get",
    "workflow_list",
    "workflow_publish",
]
