"""People: sign-up, address verification, sign-in, and protection against guessing."""
