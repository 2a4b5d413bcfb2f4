"""What a connector promises: actions, inputs, outputs, errors, and what it renders."""
