"""Conditions that a person should know about: opened when found, resolved when gone."""
