"""Addresses for people's sign-in, most of them allauth's own (headless, browser client)."""
