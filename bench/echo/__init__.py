"""A Ninja endpoint without a database, to see what the server itself can do."""
