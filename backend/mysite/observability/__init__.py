"""Logs and error reports that carry ids and never what people submitted."""
