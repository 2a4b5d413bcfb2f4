"""Where backups lie: a directory or a bucket."""

from core.backups.places.place import Opened, Place, Writing, opened_at, place_at

__all__ = ["Opened", "Place", "Writing", "opened_at", "place_at"]
