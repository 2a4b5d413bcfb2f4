"""What Waybill is about: Django apps of models, selectors (read), services (write) and errors."""
