"""The engine's own claims, settlements and lists on tables that have grown."""
