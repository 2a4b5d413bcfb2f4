"""`make dev`: Waybill from the checkout, where an edit takes effect by itself.

Next.js replaces what changed in the browser. The Python processes start again when a file of the
backend changes. Fewer of them run than with `make up`: one worker takes all queues.
"""

from dev.reload.develop import develop

__all__ = ["develop"]
