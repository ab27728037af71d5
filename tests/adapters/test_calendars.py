"""Calendars on other servers: read by a process of its own, from public servers only, in time."""

import gzip
import ssl
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import trustme

from bot.adapters.calendars.guard import is_public
from bot.adapters.calendars.reader import open_reader
from bot.availability.reading import LIMIT, Access, Problem, Reading
from bot.calendars.feed import LARGEST
from tests.kit.calendar_server import CalendarServer, Handler, answer, calendar_server, feed, sends_on_to, utc

BEGIN = utc("2026-11-23 00:00")
END = BEGIN + timedelta(weeks=8)
SPAN = [(int(utc("2026-11-24 09:00").timestamp()), int(utc("2026-11-24 10:00").timestamp()))]
FEED = feed(("20261124T090000Z", "20261124T100000Z"))


def read(address: str, allowed: str = "localhost", zone: str = "UTC", **more: str) -> Reading:
    return open_reader([allowed])(Access(address, **more), BEGIN, END, zone)


@pytest.fixture(scope="module")
def server() -> Iterator[CalendarServer]:
    with calendar_server() as opened:
        opened.keeps("/a.ics", FEED, ETag='"1"')
        yield opened


def test_busy_times_are_read_and_the_same_is_not_sent_again(server: CalendarServer) -> None:
    first = read(server.address("/a.ics"))
    assert first == Reading(SPAN, etag='"1"')
    again = read(server.address("/a.ics"), etag='"1"')
    assert again.unchanged and again.problem is None
    assert server.asked[-1][1]["If-None-Match"] == '"1"'


def test_times_without_a_zone_are_the_owners(server: CalendarServer) -> None:
    server.keeps("/floating.ics", feed(("20261124T100000", "20261124T110000")))
    assert read(server.address("/floating.ics"), zone="Europe/Amsterdam").busy == SPAN


def test_what_is_packed_is_unpacked_and_a_password_in_an_address_goes_with_it(server: CalendarServer) -> None:
    server.keeps("/packed.ics", gzip.compress(FEED), Content_Encoding="gzip")
    assert read(server.address("/packed.ics").replace("://", "://ann:hush%21@")).busy == SPAN
    assert server.asked[-1][1]["Authorization"] == "Basic YW5uOmh1c2gh"


@pytest.mark.parametrize(
    ("status", "data", "kind", "problem"),
    [
        (404, b"", "text/plain", Problem.not_found),
        (401, b"", "text/plain", Problem.refused),
        (503, b"", "text/plain", Problem.server),
        (200, b"", "text/calendar", Problem.empty),
        (200, b"hello", "text/plain", Problem.not_a_calendar),
        (200, b" <!DOCTYPE html><title>Log in</title>", "text/calendar", Problem.page),
        (200, b"<p>Log in", "text/html; charset=utf-8", Problem.page),
        (200, FEED[:-40], "text/calendar", Problem.cut_off),
        (200, b"x" * (LARGEST + 1), "text/calendar", Problem.too_large),
    ],
)
def test_what_is_wrong_is_told_apart(
    server: CalendarServer, status: int, data: bytes, kind: str, problem: Problem
) -> None:
    server.answers["/wrong"] = answer(status, data, Content_Type=kind)
    assert read(server.address("/wrong")) == Reading(problem=problem)


def test_what_unpacks_to_too_much_is_too_large(server: CalendarServer) -> None:
    server.answers["/packed"] = answer(
        200, gzip.compress(b"\n" * (60 * 1024 * 1024)), Content_Type="text/calendar", Content_Encoding="gzip"
    )
    assert read(server.address("/packed")) == Reading(problem=Problem.too_large)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("https://127.0.0.1/a.ics", Problem.private),
        ("https://0x7f.1/a.ics", Problem.private),
        ("https://2130706433/a.ics", Problem.private),
        ("https://[::ffff:127.0.0.1]/a.ics", Problem.private),
        ("https://169.254.169.254/latest/meta-data", Problem.private),
        ("https://10.0.0.1:8443/", Problem.private),
        ("http://93.184.215.14/a.ics", Problem.not_https),
        ("ftp://localhost/a.ics", Problem.not_https),
        ("https://nobody.invalid/a.ics", Problem.no_host),
    ],
)
def test_only_public_servers_are_reached_and_only_over_https(address: str, problem: Problem) -> None:
    assert read(address) == Reading(problem=problem)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        *((each, False) for each in "10.0.0.1 172.16.3.4 192.168.1.1 127.0.0.1 0.0.0.0 100.64.0.1".split()),
        *((each, False) for each in "169.254.169.254 224.0.0.1 240.0.0.1 255.255.255.255 192.0.2.1".split()),
        *(
            (each, False)
            for each in "::1 :: fe80::1 fe80::1%eth0 fc00::1 fec0::1 ff02::1 2001:db8::1".split()
        ),
        *((each, False) for each in "::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1::".split()),
        *((each, True) for each in "93.184.215.14 2606:4700:4700::1111 64:ff9b::5db8:d70e".split()),
    ],
)
def test_an_address_is_public_or_within(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_each_redirect_is_looked_at_anew_and_three_are_enough(server: CalendarServer) -> None:
    for at in range(5):
        server.answers[f"/on/{at}"] = sends_on_to(f"/on/{at + 1}" if at < 4 else "/a.ics")
    assert read(server.address("/on/2")).busy == SPAN
    assert read(server.address("/on/0")).problem is Problem.redirects
    for at, (address, problem) in enumerate(
        (
            (server.address("/a.ics").replace("localhost", "127.0.0.1"), Problem.not_https),
            ("https://169.254.169.254/", Problem.private),
            ("file:///etc/passwd", Problem.not_https),
        )
    ):
        server.answers[f"/to/{at}"] = sends_on_to(address)
        assert read(server.address(f"/to/{at}")).problem is problem


def test_a_password_does_not_go_along_to_another_server(server: CalendarServer) -> None:
    with calendar_server() as other:
        other.keeps("/a.ics", FEED)
        server.answers["/away"] = sends_on_to(other.address("/a.ics"))
        assert read(server.address("/away").replace("://", "://ann:hush@")).busy == SPAN
        assert "Authorization" in server.asked[-1][1] and "Authorization" not in other.asked[-1][1]


def test_a_certificate_is_checked_with_the_name_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority, tls = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(tls)
    with calendar_server(tls) as safe:
        safe.keeps("/a.ics", FEED)
        assert read(safe.address("/a.ics")).problem is Problem.certificate
        authority.cert_pem.write_to_path(tmp_path / "ca.pem")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        assert read(safe.address("/a.ics")).busy == SPAN
        elsewhere = safe.address("/a.ics").replace("localhost", "127.0.0.1")
        assert read(elsewhere, allowed="127.0.0.1").problem is Problem.certificate


def drips(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"BEGIN:VCALENDAR\r\n")
        time.sleep(0.5)


def test_a_server_that_drips_is_left_in_time(server: CalendarServer) -> None:
    server.answers["/drips"] = drips
    began = time.monotonic()
    assert read(server.address("/drips")).problem is Problem.slow
    assert time.monotonic() - began < 3 * LIMIT, "it drips for 50 seconds"


def test_nothing_secret_stands_in_the_text_of_an_access() -> None:
    assert "hush" not in repr(Access("https://example.org/hush", "hush", "hush"))
