"""Routes of submissions: reading them, acting on them, keeping and erasing them."""
