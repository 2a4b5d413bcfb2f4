"""One module per thing that is measured; each returns metrics."""
