"""Google's Lighthouse, in a folder of its own: whoever only runs Waybill does not install it."""

from bench.lighthouse.audit import Audit, audit
from bench.lighthouse.setup import Lighthouse, require

__all__ = ["Audit", "Lighthouse", "audit", "require"]
