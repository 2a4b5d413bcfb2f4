"""A name server on loopback whose answers are the test's, asked by the process's own look-ups."""

from __future__ import annotations

import errno
import socket
import socketserver
import struct
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.resolver
import dns.rrset

ZONE = "attack.test"
_UDP_BYTES = 1232


class HostileDns:
    """`answers[name]` are the sets that the name gives in turn; the last one stays."""

    def __init__(self) -> None:
        self.port = 0
        self.answers: dict[str, list[list[str]]] = {}
        self.asked: Counter[str] = Counter()

    def respond(self, wire: bytes, longest: int) -> bytes:
        query = dns.message.from_wire(wire)
        response = dns.message.make_response(query)
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True).lower()
        kind = dns.rdatatype.to_text(question.rdtype)
        sets = self.answers.get(name, [["NXDOMAIN"]])
        chosen = sets[min(self.asked[f"{name} {kind}"], len(sets) - 1)]
        self.asked[f"{name} {kind}"] += 1
        if chosen == ["NXDOMAIN"]:
            response.set_rcode(dns.rcode.NXDOMAIN)
        elif chosen[0].startswith("CNAME "):
            response.answer += self._chain(question.name, chosen[0], kind)
        elif rrset := _addresses(question.name, chosen, kind):
            response.answer.append(rrset)
        written = response.to_wire(max_size=65535)
        if len(written) <= longest:
            return written
        cut = dns.message.make_response(query)
        cut.flags |= dns.flags.TC
        return cut.to_wire()

    def _chain(self, owner: dns.name.Name, record: str, kind: str) -> list[dns.rrset.RRset]:
        """The aliases and at their end the addresses, as a recursive server gives them."""
        chain: list[dns.rrset.RRset] = []
        while record.startswith("CNAME ") and len(chain) < 10:
            target = record.removeprefix("CNAME ")
            chain.append(dns.rrset.from_text(owner, 0, "IN", "CNAME", f"{target}."))
            owner = dns.name.from_text(target)
            addresses = self.answers[target][0]
            record = addresses[0]
        if not record.startswith("CNAME ") and (found := _addresses(owner, addresses, kind)):
            chain.append(found)
        return chain


def _addresses(owner: dns.name.Name, texts: list[str], kind: str) -> dns.rrset.RRset | None:
    wanted = [text for text in texts if (":" in text) == (kind == "AAAA")]
    return dns.rrset.from_text(owner, 0, "IN", kind, *wanted) if wanted else None


@contextmanager
def hostile_dns() -> Iterator[HostileDns]:
    """Answer every look-up of the zone in this process; other names go to the system's resolver."""
    zone = HostileDns()

    class Udp(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            wire, reply = self.request
            reply.sendto(zone.respond(wire, _UDP_BYTES), self.client_address)

    class Tcp(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            (length,) = struct.unpack("!H", self.rfile.read(2))
            answer = zone.respond(self.rfile.read(length), 65535)
            self.wfile.write(struct.pack("!H", len(answer)) + answer)

    tcp, udp = _on_one_port(Tcp, Udp)
    zone.port = tcp.server_address[1]
    with tcp, udp:
        for server in (tcp, udp):
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            with _asked_for_the_zone(zone.port):
                yield zone
        finally:
            udp.shutdown()
            tcp.shutdown()


def _on_one_port(
    stream: type[socketserver.BaseRequestHandler], datagram: type[socketserver.BaseRequestHandler]
) -> tuple[socketserver.ThreadingTCPServer, socketserver.ThreadingUDPServer]:
    """A port that is free for TCP may be taken for UDP: another one is tried then."""
    while True:
        tcp = socketserver.ThreadingTCPServer(("127.0.0.1", 0), stream)
        try:
            udp = socketserver.ThreadingUDPServer(("127.0.0.1", tcp.server_address[1]), datagram)
        except OSError as problem:
            tcp.server_close()
            if problem.errno != errno.EADDRINUSE:
                raise
        else:
            return tcp, udp


@contextmanager
def _asked_for_the_zone(port: int) -> Iterator[None]:
    resolver = dns.resolver.Resolver(configure=False)
    resolver.nameservers, resolver.port = ["127.0.0.1"], port
    resolver.lifetime = 30
    of_the_system = socket.getaddrinfo
    dns.resolver.override_system_resolver(resolver)
    of_the_zone = cast("Callable[..., Any]", socket.getaddrinfo)

    def getaddrinfo(host: Any, *args: Any, **options: Any) -> Any:
        text = host.decode() if isinstance(host, bytes) else str(host)
        inside = text.rstrip(".").lower().endswith(ZONE)
        return (of_the_zone if inside else of_the_system)(host, *args, **options)

    socket.getaddrinfo = getaddrinfo
    try:
        yield
    finally:
        dns.resolver.restore_system_resolver()
