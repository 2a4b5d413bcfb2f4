"""What a document may hold: one model for each part."""
