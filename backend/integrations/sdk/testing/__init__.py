"""What a connector's tests are made of. Only tests import it, and no image holds it."""
