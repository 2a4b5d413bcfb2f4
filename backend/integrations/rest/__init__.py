"""Any system with a JSON API over HTTP."""
