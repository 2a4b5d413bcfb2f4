"""Routes of callbacks and of the endpoints that take them."""
