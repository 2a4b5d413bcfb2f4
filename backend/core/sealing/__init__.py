"""Encryption at rest: one data key per organization, wrapped by the deployment's key."""
