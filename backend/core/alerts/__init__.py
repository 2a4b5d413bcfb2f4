"""Conditions that a person should know of: opened when found, resolved when gone."""
