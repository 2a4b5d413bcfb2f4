"""`make test` and its parts: the checks, how they run, and the report."""
