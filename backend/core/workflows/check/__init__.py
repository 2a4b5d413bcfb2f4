"""What is wrong with a definition, all of it, before it is published."""

from core.workflows.check.definition import Checked, definition_check
from core.workflows.check.name import name_check

__all__ = ["Checked", "definition_check", "name_check"]
