"""Claim, send, settle, retry: the delivery engine."""
