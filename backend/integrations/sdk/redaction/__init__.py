"""Keeps secrets out of what is stored, shown and logged."""
