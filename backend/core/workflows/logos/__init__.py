"""Logos of forms, read from where their definitions say and kept for visitors."""

from core.workflows.logos.mark import logo_mark
from core.workflows.logos.media_types import logo_media_type
from core.workflows.logos.reading import logo_at

__all__ = ["logo_at", "logo_mark", "logo_media_type"]
