"""Encryption at rest, hashes of secrets, webhook signatures."""
