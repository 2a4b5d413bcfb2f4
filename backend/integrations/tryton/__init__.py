"""Tryton, a free ERP: parties and sale opportunities over its REST API (8.0)."""
