"""One module per measurement; each returns metrics."""
