"""The text of a document, YAML or JSON: read into plain data with places, and rewritten."""
