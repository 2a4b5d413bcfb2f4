"""Request bodies and response bodies."""
