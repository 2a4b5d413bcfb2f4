"""A Ninja endpoint without a database, to measure the server alone."""
