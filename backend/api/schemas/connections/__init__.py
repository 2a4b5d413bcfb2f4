"""Shapes of connections and connectors."""
