"""Shapes of accounts, members, invitations and credentials."""
