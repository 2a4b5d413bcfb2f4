"""Shapes of workflows, definitions, versions and previews."""
