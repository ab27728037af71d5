"""An e-mail that brings an entry for a calendar, and the server that takes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Self
from urllib.parse import unquote, urlsplit

IMPLICIT_TLS, SUBMISSION, LOCAL = 465, 587, 25
"""Ports, where none is given."""


@dataclass(frozen=True)
class Mail:
    name: str
    address: str
    subject: str
    text: str
    calendar: bytes
    method: str
    """Of `calendar`, as RFC 5546 names it."""
    mark: str
    """Its name: sent twice, it is the same mail."""
    at: datetime
    reply_to: str | None = None
    """An address."""


SendMail = Callable[[Mail], None]
"""Raise Temporary or Permanent."""


@dataclass(frozen=True)
class MailServer:
    host: str
    port: int
    user: str
    password: str
    secure: bool
    """Encrypted from the first byte; else from STARTTLS on, but on this machine."""

    @property
    def on_this_machine(self) -> bool:
        return self.host in ("localhost", "::1") or self.host.startswith("127.")

    @classmethod
    def of(cls, url: str) -> Self:
        """Of `smtp://user:password@host:port` or `smtps://…`; raise ValueError, which shows no value."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            parts, host, port = urlsplit(""), "", None
        if parts.scheme not in ("smtp", "smtps") or not host or parts.path.strip("/") or parts.query:
            raise ValueError("use smtp://user:password@host:port, or smtps://… where all of it is encrypted")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        server = cls(host, port or 0, user, password, parts.scheme == "smtps")
        usual = IMPLICIT_TLS if server.secure else LOCAL if server.on_this_machine else SUBMISSION
        return cls(host, port or usual, user, password, server.secure)
