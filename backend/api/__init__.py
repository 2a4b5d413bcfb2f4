"""The HTTP API and the live streams: parse, call core, return."""
