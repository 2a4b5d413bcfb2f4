"""The upgrade drill: the last release under load, this one rolled in, and back again."""
