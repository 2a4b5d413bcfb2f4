"""One module per fault. Each says what it does to the system and what must be true after it."""
