"""What programs sign in with: API keys, OAuth clients, tokens of people and of services."""
