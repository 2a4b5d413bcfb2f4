"""Routes of accounts, members, invitations and credentials."""
