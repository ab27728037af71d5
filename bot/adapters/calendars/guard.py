"""Which servers a process may talk to: those of the public internet, and none within (SSRF)."""

import socket
import sys
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

NAT64 = ip_network("64:ff9b::/96")


class PrivateAddress(OSError):
    """A name that leads to a machine that the public can't reach."""


def only_public(private_hosts: Collection[str]) -> None:
    """From now on, and for good, this process reaches public addresses alone, and those of `private_hosts`.

    What is connected to is the very address that was looked at, whichever library does it: a name that leads
    elsewhere the next time leads nowhere.
    """
    resolve, allowed = socket.getaddrinfo, set[str]()
    trusted = {host.lower() for host in private_hosts}

    def checked(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = (host.decode() if isinstance(host, bytes) else str(host or "")).lower()
        found = resolve(host, *args, **kwargs)
        ours = [each for each in found if name in trusted or is_public(str(each[4][0]))]
        if not ours:
            raise PrivateAddress(name)
        allowed.update(str(each[4][0]) for each in ours)
        return ours

    def watch(event: str, args: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
            address = args[1] if len(args) > 1 else None
            if isinstance(address, tuple) and address[0] not in allowed:
                raise PrivateAddress(address[0])

    socket.getaddrinfo = checked
    sys.addaudithook(watch)


def is_public(text: str) -> bool:
    """Of an IP address, and of one that is wrapped in it."""
    address = ip_address(text.partition("%")[0])
    wrapped = _wrapped(address) if isinstance(address, IPv6Address) else None
    if wrapped is not None:
        return is_public(str(wrapped))
    within = address.is_multicast or address.is_reserved or getattr(address, "is_site_local", False)
    return address.is_global and not within


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo
