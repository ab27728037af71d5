"""A real mail server on this machine, and what it was given."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from icalendar import Calendar

from tests.kit.processes import free_port


@dataclass
class MailBox:
    port: int = field(default_factory=free_port)
    mails: list[tuple[str, EmailMessage]] = field(default_factory=list)
    """Recipient and mail, in the order in which they came."""
    refuses: dict[str, list[str]] = field(default_factory=dict)
    """By recipient, what is said to the next attempts instead of taking them: "451 later"."""

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if self.refuses.get(address):
            return self.refuses[address].pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.original_content, policy=default)
        self.mails += [(address, mail) for address in envelope.rcpt_tos]
        return "250 OK"

    def of(self, address: str) -> list[EmailMessage]:
        return [mail for to, mail in self.mails if to == address]


@contextmanager
def a_mail_server(**settings: Any) -> Iterator[MailBox]:
    box = MailBox()
    controller = Controller(box, hostname="127.0.0.1", port=box.port, ready_timeout=30, **settings)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


def words(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def calendar(mail: EmailMessage) -> Any:
    """Its calendar, whose method its own header names too."""
    [part] = [each for each in mail.walk() if each.get_content_type() == "text/calendar"]
    found: Any = Calendar.from_ical(part.get_content())
    assert mail.get_content_type() == "multipart/alternative"
    assert part.get_param("method") == found["METHOD"]
    return found


def event(mail: EmailMessage) -> Any:
    found, *_others = calendar(mail).walk("VEVENT")
    return found
