"""What a public form asks of its sender and of the page around it."""
