"""Who the caller is, on which instance of Waybill."""

from waybill.cli.profiles.commands import login, logout, profiles, whoami
from waybill.cli.profiles.server_version import version_of
from waybill.cli.profiles.signed_in import ProfileOption, signed_in

__all__ = ["ProfileOption", "login", "logout", "profiles", "signed_in", "version_of", "whoami"]
