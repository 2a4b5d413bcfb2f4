"""The versions of a workflow: publishing one, and finding the live one."""

from core.workflows.versions.live import (
    Address,
    form_get,
    version_live,
    version_recent,
    workflow_get,
    workflow_list,
)
from core.workflows.versions.publish import StepDraft, workflow_publish

__all__ = [
    "Address",
    "StepDraft",
    "form_get",
    "version_live",
    "version_recent",
    "workflow_get",
    "workflow_list",
    "workflow_publish",
]
