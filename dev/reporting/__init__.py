"""Errors of every side, thrown and looked up at a real server that takes Sentry's protocol."""
