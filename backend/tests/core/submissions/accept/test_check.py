from __future__ import annotations

import pytest

from core.submissions.accept.check import subject_of
from core.workflows.models import WorkflowVersion


@pytest.mark.parametrize(
    ("expression", "data", "subject"),
    [
        ("input.company", {"company": "Acme"}, "Acme"),
        ("input.company", {"company": "x" * 300}, "x" * 200),
        ("input.company", {"other": "Acme"}, ""),
        ("input.count", {"count": 7}, "7"),
        ("input.a + ' ' + input.b", {"a": "Ada", "b": "Byron"}, "Ada Byron"),
    ],
)
def test_a_subject_is_what_its_expression_says(
    expression: str, data: dict[str, object], subject: str
) -> None:
    assert subject_of(WorkflowVersion(subject=expression), data) == subject
