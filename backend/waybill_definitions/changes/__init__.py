"""What differs between two definitions."""

from waybill_definitions.changes.changes import changes_as_text, changes_in_words

__all__ = ["changes_as_text", "changes_in_words"]
