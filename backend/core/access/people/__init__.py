"""People: how they sign up, prove their address, sign in and keep others from doing it for them."""
