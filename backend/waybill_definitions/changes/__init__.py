"""What differs between two definitions."""

from waybill_definitions.changes.changes import (
    Change,
    ChangeKind,
    changes_as_text,
    changes_between,
    changes_in_words,
)

__all__ = ["Change", "ChangeKind", "changes_as_text", "changes_between", "changes_in_words"]
