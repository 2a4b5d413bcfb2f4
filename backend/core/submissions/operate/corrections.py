"""What was corrected before a submission was taken up again, for its log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from core.submissions.sensitive import MASK
from core.workflows.forms import form_of
from core.workflows.models import WorkflowVersion

_LONGEST = 500
_MOST = 100


def corrected_answers(
    original: WorkflowVersion,
    version: WorkflowVersion,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> list[dict[str, Any]]:
    """``{"field": …, "before": …, "after": …}`` for each answer that is another one now.

    ``before``, ``after``: whole answers, of these versions. What is sensitive in either is masked,
    long ones are cut to 500 characters; the submissions themselves hold all of them. None: there
    was no answer.
    """
    sensitive = form_of(original).sensitive | form_of(version).sensitive
    asked = list(form_of(version).questions)
    names = sorted(before.keys() | after.keys(), key=lambda key: (_place(asked, key), key))
    return [
        {
            "field": name,
            "before": _told(before.get(name), masked=name in sensitive),
            "after": _told(after.get(name), masked=name in sensitive),
        }
        for name in names
        if before.get(name) != after.get(name)
    ][:_MOST]


def _place(asked: list[str], key: str) -> int:
    return asked.index(key) if key in asked else len(asked)


def _told(value: Any, *, masked: bool) -> Any:
    if value is None:
        return None
    if masked:
        return MASK
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    written = json.dumps(value, ensure_ascii=False)
    return value if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
