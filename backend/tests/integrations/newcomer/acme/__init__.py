"""Acme, a made-up address book."""
