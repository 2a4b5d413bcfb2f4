"""Who may call how often."""
