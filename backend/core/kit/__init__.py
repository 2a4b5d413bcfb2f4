"""Small foundations every app stands on: errors, identifiers, encryption, pages."""
