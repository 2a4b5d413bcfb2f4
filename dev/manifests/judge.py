"""Whether an object is what Kubernetes, KEDA and the Prometheus operator take, by their schemas."""

from __future__ import annotations

import kubernetes_validate  # type: ignore[import-untyped]
from cloudcoil.models.keda.v1alpha1 import ScaledObject
from cloudcoil.models.prometheus_operator.v1 import PodMonitor
from pydantic import BaseModel, ValidationError

from dev.manifests.files import Manifest

VERSIONS = ("1.31", "1.37")
"""The oldest Kubernetes that the files are for, and the newest that we have the schema of."""

_OTHERS: dict[str, type[BaseModel]] = {"ScaledObject": ScaledObject, "PodMonitor": PodMonitor}
"""Their models are generated from the definitions that KEDA and the operator publish."""


def faults(manifest: Manifest) -> list[str]:
    """What is wrong with one object, an unknown field included."""
    model = _OTHERS.get(manifest["kind"])
    if model is None:
        return [fault for version in VERSIONS for fault in _of_kubernetes(manifest, version)]
    try:
        taken = model.model_validate(manifest)
    except ValidationError as error:
        return [str(error)]
    # The models pass over fields that they do not know, so what they took is compared.
    kept = taken.model_dump(mode="json", by_alias=True, exclude_unset=True)
    return [] if kept == manifest else [f"has fields that {manifest['kind']} does not know"]


def _of_kubernetes(manifest: Manifest, version: str) -> list[str]:
    try:
        kubernetes_validate.validate(manifest, version, strict=True)
    except kubernetes_validate.ValidationError as error:
        return [f"Kubernetes {version}: {'.'.join(map(str, error.path))}: {error.message}"]
    except kubernetes_validate.SchemaNotFoundError:
        return [f"Kubernetes {version} knows no {manifest['apiVersion']} {manifest['kind']}"]
    return []
