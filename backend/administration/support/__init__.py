"""`waybill-admin support-bundle`: what somebody who helps needs to know, without secrets."""

from administration.support.bundle import CONTENTS, bundle_write

__all__ = ["CONTENTS", "bundle_write"]
