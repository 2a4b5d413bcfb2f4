"""Templates for an organization: which of its connections fit, and a definition made of one."""

from core.workflows.templates.filling import Filling, template_fill
from core.workflows.templates.fitting import connectors_fitting, template_named

__all__ = ["Filling", "connectors_fitting", "template_fill", "template_named"]
