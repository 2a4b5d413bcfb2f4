"""What is installed before anything runs, and how it is pinned."""
