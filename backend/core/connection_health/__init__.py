"""How connections are, how they were, what goes wrong with them, and what that means to people."""
