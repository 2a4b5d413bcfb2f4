"""What Waybill is about: Django apps of models, selectors (read) and services (write).

The large apps have rooms along the way of their data; each is entered by its face.
"""
