"""Shapes of alerts, audit entries and health."""
