"""The files of `kubernetes/`: read as they are, rendered as a cluster gets them, and judged."""
