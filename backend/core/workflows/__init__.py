"""Named forms with steps, in immutable published versions."""
