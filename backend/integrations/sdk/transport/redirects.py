"""Where an answer redirects to, for the look-ups that ask to follow."""

from collections.abc import Mapping

from yarl import URL

from integrations.sdk.errors import InvalidInput

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# What another origin may see. Any other header may be a credential, whatever its name is.
_HARMLESS_HEADERS = frozenset({"accept", "accept-language", "user-agent"})


def next_hop(
    method: str, url: URL, status: int, location: str | None, headers: Mapping[str, str] | None
) -> tuple[URL, dict[str, str]] | None:
    """The next address and what to send there; None when the answer is to be taken as it is.

    A request that writes is never repeated elsewhere. Another origin gets no credentials. Raises
    InvalidInput for an address that is no address, and for one that gives up encryption.
    """
    if method not in _SAFE_METHODS or status not in _REDIRECTS or not location:
        return None
    try:
        target = url.join(URL(location))
        same_origin = target.origin() == url.origin()
    except ValueError:
        raise InvalidInput(f"{url.host} redirects to something that is no address.") from None
    if url.scheme == "https" and target.scheme != "https":
        raise InvalidInput(f"{url.host} redirects from https to an address without encryption.")
    kept = dict(headers or {})
    if not same_origin:
        kept = {name: value for name, value in kept.items() if name.lower() in _HARMLESS_HEADERS}
    return target, kept
