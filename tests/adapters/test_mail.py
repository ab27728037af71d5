"""Mails to a real server: what it is given, and what its refusals mean."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.mail import Mailer
from bot.core.jobs import Permanent, Temporary
from bot.core.ports import Mail, MailServer
from tests.kit.mail_server import MailBox, a_mail_server, words
from tests.kit.processes import free_port

SENDER = "Spil <spil@example.org>"
MAIL = Mail(
    name="Wendy Holt",
    address="wendy@example.org",
    subject="Invitation: Fair committee",
    text="Otis invites you: Überprüfung\nRoom 2\n",
    calendar=b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
    method="REQUEST",
    mark="T1-3-7.2.U1",
    at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    reply_to="otis@example.org",
)


@pytest.fixture(scope="module")
def box() -> Iterator[MailBox]:
    with a_mail_server() as opened:
        yield opened


def mailer(url: str) -> Mailer:
    return Mailer(MailServer.of(url), SENDER, timeout=5)


def test_a_mail_has_words_and_a_calendar_and_names_itself(box: MailBox) -> None:
    mailer(box.url).send(MAIL)
    mail = box.of("wendy@example.org")[-1]
    assert mail["Message-ID"] == "<T1-3-7.2.U1@example.org>"
    assert (mail["From"], mail["To"]) == (SENDER, "Wendy Holt <wendy@example.org>")
    assert mail["Reply-To"] == "otis@example.org" and mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"] == "Mon, 02 Mar 2026 09:30:00 +0000"
    assert words(mail) == MAIL.text
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/calendar"]
    calendar = mail.get_body(("calendar",)) or [*mail.iter_parts()][1]
    assert calendar.get_param("method") == "REQUEST"
    assert calendar.get_payload(decode=True) == MAIL.calendar


@given(st.text(max_size=80), st.text(max_size=40))
def test_no_words_become_a_header_of_their_own(subject: str, name: str) -> None:
    sneaky = replace(MAIL, subject=f"{subject}\r\nBcc: all@example.org", name=f"{name}\nX-Other: 1")
    made = mailer("smtp://localhost")._message(sneaky)
    assert {key.lower() for key in made} <= {
        "from", "to", "reply-to", "subject", "date", "message-id", "auto-submitted",
        "mime-version", "content-type",
    }  # fmt: skip
    head = made.as_bytes().partition(b"\r\n\r\n")[0]
    assert b"\nBcc:" not in head and b"\nX-Other" not in head


@pytest.mark.parametrize("address", ["no address", "a@b.nl\r\nBcc: x@y.nl", ""])
def test_an_address_that_none_can_have_is_refused_for_good(address: str) -> None:
    with pytest.raises(Permanent):
        mailer("smtp://localhost")._message(replace(MAIL, address=address))


@pytest.mark.parametrize(("said", "kind"), [("451 4.7.1 later", Temporary), ("550 no such user", Permanent)])
def test_what_the_server_says_tells_whether_to_try_again(box: MailBox, said: str, kind: Any) -> None:
    box.refuses["wendy@example.org"] = [said]
    with pytest.raises(kind, match=said):
        mailer(box.url).send(MAIL)


def test_a_server_that_is_not_there_may_be_there_later() -> None:
    with pytest.raises(Temporary):
        mailer(f"smtp://127.0.0.1:{free_port()}").check()


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
def test_a_password_is_asked_and_a_wrong_one_is_refused_for_good() -> None:
    def known(
        _server: object, _session: object, _envelope: object, _mechanism: str, given: Any
    ) -> AuthResult:
        right = isinstance(given, LoginPassword) and given.password == b"s3cret/"
        return AuthResult(success=right, handled=False)

    with a_mail_server(authenticator=known, auth_required=True, auth_require_tls=False) as box:
        mailer(box.url.replace("//", "//spil:s3cret%2F@")).send(MAIL)
        assert len(box.mails) == 1
        with pytest.raises(Permanent, match="535"):
            mailer(box.url.replace("//", "//spil:wrong@")).check()


def test_elsewhere_nothing_is_said_before_it_is_encrypted() -> None:
    """A server that knows no STARTTLS gets neither password nor mail; 0.0.0.0 might be anywhere."""
    with a_mail_server() as box, pytest.raises(Permanent, match="STARTTLS"):
        mailer(box.url.replace("//127.0.0.1", "//spil:secret@0.0.0.0")).send(MAIL)
    assert box.mails == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.org", ("mail.example.org", 587, "", "", False)),
        ("smtps://me%40x.nl:p%3Ass@mail.example.org", ("mail.example.org", 465, "me@x.nl", "p:ss", True)),
        ("smtp://localhost", ("localhost", 25, "", "", False)),
        ("smtp://127.0.0.1:2525/", ("127.0.0.1", 2525, "", "", False)),
    ],
)
def test_the_address_of_a_mail_server(url: str, expected: tuple[object, ...]) -> None:
    found = MailServer.of(url)
    assert (found.host, found.port, found.user, found.password, found.secure) == expected


@pytest.mark.parametrize(
    "url", ["mail.example.org", "https://x.nl", "smtp://", "smtp://x:port", "smtp://x/y", ""]
)
def test_what_is_no_mail_server(url: str) -> None:
    with pytest.raises(ValueError, match="smtp://user:password@host:port"):
        MailServer.of(url)
