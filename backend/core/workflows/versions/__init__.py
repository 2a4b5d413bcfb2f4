"""The versions of a workflow: drafts, publishing, what is live, what changed, the end."""

from core.workflows.versions.compare import Difference, version_changes
from core.workflows.versions.drafts import (
    WorkingCopy,
    document_named,
    draft_discard,
    draft_save,
    refused,
    workflow_create,
    workflow_named,
    working_copy,
)
from core.workflows.versions.drawing import DrawnForm, DrawnStep, form_draw
from core.workflows.versions.editors import Editor, editor_here, editor_leave
from core.workflows.versions.lifecycle import (
    workflow_archive,
    workflow_delete,
    workflow_duplicate,
    workflow_rename,
)
from core.workflows.versions.live import (
    Address,
    form_get,
    form_language,
    form_missing,
    version_at,
    version_recent,
    workflow_get,
    workflow_list,
)
from core.workflows.versions.publish import (
    NOTHING_LIVE,
    definition_faults,
    definition_publish,
    document_publish,
    draft_publish,
    live_tag,
    version_drafted,
    version_numbered,
    version_restore,
)
from core.workflows.versions.replaced import TAKEN_FOR, FormChanged

__all__ = [
    "NOTHING_LIVE",
    "TAKEN_FOR",
    "Address",
    "Difference",
    "DrawnForm",
    "DrawnStep",
    "Editor",
    "FormChanged",
    "WorkingCopy",
    "definition_faults",
    "definition_publish",
    "document_named",
    "document_publish",
    "draft_discard",
    "draft_publish",
    "draft_save",
    "editor_here",
    "editor_leave",
    "form_draw",
    "form_get",
    "form_language",
    "form_missing",
    "live_tag",
    "refused",
    "version_at",
    "version_changes",
    "version_drafted",
    "version_numbered",
    "version_recent",
    "version_restore",
    "workflow_archive",
    "workflow_create",
    "workflow_delete",
    "workflow_duplicate",
    "workflow_get",
    "workflow_list",
    "workflow_named",
    "workflow_rename",
    "working_copy",
]
