"""Routes of workflows: definitions, versions, previews, and the API of each."""
