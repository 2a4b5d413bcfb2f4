"""Shapes of public forms, their files, confirmations and protection."""
