"""Which submissions a list, a count or an export is about."""

from __future__ import annotations

from core.submissions.read import SubmissionFilter


class SubmissionFilterIn(SubmissionFilter):
    """Which submissions. Every part that is given narrows them; within one, any value will do."""

    def wanted(self) -> SubmissionFilter:
        return SubmissionFilter(**self.model_dump())
