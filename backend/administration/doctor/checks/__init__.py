"""One module for each kind of part. A check yields findings; it may raise and it may hang."""
