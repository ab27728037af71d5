"""E-mail by SMTP (RFC 5321), an invitation as calendar programs expect it (RFC 6047)."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from bot.core.jobs import Permanent, Temporary
from bot.core.ports import Mail, MailServer

TIMEOUT = 20
"""Seconds for each step."""
LONGEST = 200
"""Characters of what a mail server says."""


@dataclass(frozen=True)
class Mailer:
    server: MailServer
    sender: str
    """As in `Spil <spil@example.org>`."""
    timeout: float = TIMEOUT

    def send(self, mail: Mail) -> None:
        """Raise Temporary or Permanent, with what the server said."""
        message = self._message(mail)
        with _refusals(), self._connected() as smtp:
            smtp.send_message(message, from_addr=self._from.addr_spec, to_addrs=[mail.address])

    def check(self) -> None:
        """Connect and log in; raise Temporary or Permanent."""
        with _refusals(), self._connected() as smtp:
            smtp.noop()

    @property
    def _from(self) -> Address:
        name, address = parseaddr(self.sender)
        return Address(name, addr_spec=address)

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        server, us = self.server, self._from.domain
        if server.secure:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, us, timeout=self.timeout, context=ssl.create_default_context()
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, us, timeout=self.timeout)
        try:
            if not server.secure and not server.on_this_machine:
                smtp.starttls(context=ssl.create_default_context())
            if server.user:
                smtp.login(server.user, server.password)
            yield smtp
            # What was accepted is sent, whatever becomes of the farewell.
            with suppress(smtplib.SMTPException):
                smtp.quit()
        finally:
            smtp.close()

    def _message(self, mail: Mail) -> EmailMessage:
        """Raise Permanent for an address that no mail can have."""
        message = EmailMessage(policy=SMTP)
        message["From"] = self._from
        try:
            message["To"] = Address(_one_line(mail.name), addr_spec=mail.address)
            if mail.reply_to:
                message["Reply-To"] = Address(addr_spec=mail.reply_to)
        except (ValueError, IndexError, MessageError) as problem:
            raise Permanent("no e-mail address") from problem
        message["Subject"] = _one_line(mail.subject)
        message["Date"] = format_datetime(mail.at)
        message["Message-ID"] = f"<{mail.mark}@{self._from.domain}>"
        # No answer from who is away.
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(mail.text)
        message.add_alternative(
            mail.calendar.decode(), subtype="calendar", cte="base64", params={"method": mail.method}
        )
        return message


@contextmanager
def _refusals() -> Iterator[None]:
    """smtplib's errors, all of them OSErrors, by whether it may go well later."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as refused:
        [(code, said)] = refused.recipients.values()
        raise _refused(code, said) from refused
    except smtplib.SMTPResponseException as refused:
        raise _refused(refused.smtp_code, refused.smtp_error) from refused
    except (smtplib.SMTPNotSupportedError, ssl.SSLCertVerificationError, UnicodeError) as fault:
        raise Permanent(_one_line(str(fault))[:LONGEST]) from fault
    except OSError as fault:
        raise Temporary(type(fault).__name__) from fault


def _refused(code: int, said: bytes | str) -> Temporary | Permanent:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    told = f"{code} {_one_line(words)}"[:LONGEST]
    return Temporary(told) if 400 <= code < 500 else Permanent(told)


def _one_line(text: str) -> str:
    """Fit for a header: what stood in other lines would be other headers."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
