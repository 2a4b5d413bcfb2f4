"""`make test` and its parts: what is checked, how it is run, and how it is told."""
