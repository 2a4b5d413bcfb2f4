"""The images, built and started: `make test-images`. Needs Docker, or Podman, on Linux."""

from dev.images.drill import check_images

__all__ = ["check_images"]
