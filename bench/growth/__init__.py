"""Measures the engine's claims, settlements and lists on large tables."""
