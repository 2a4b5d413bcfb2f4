"""Routes of public forms: what is asked, what is sent, its files and confirmations."""
