"""CalDAV accounts, on a real server of them: Radicale, on loopback."""

import socket
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from subprocess import DEVNULL, Popen
from typing import Any

import pytest

from bot.adapters.calendars.reader import open_reader
from bot.availability.reading import Access, Problem, Reading
from tests.kit.calendar_server import Answer, answer, calendar_server, feed, sends_on_to, utc
from tests.kit.processes import free_port

BEGIN = utc("2026-11-23 00:00")
END = BEGIN + timedelta(weeks=8)
WEEKLY = feed(("20261103T090000Z", "20261103T100000Z"), more="RRULE:FREQ=WEEKLY")
ONCE = feed(("20261126T120000Z", "20261126T130000Z"))
FREE = feed(("20261127T120000Z", "20261127T130000Z"), more="TRANSP:TRANSPARENT")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder, port = tmp_path_factory.mktemp("radicale"), free_port()
    (folder / "users").write_text("ann:right\n")
    options = {
        "server-hosts": f"127.0.0.1:{port}",
        "auth-type": "htpasswd",
        "auth-htpasswd-filename": str(folder / "users"),
        "auth-htpasswd-encryption": "plain",
        "auth-delay": "0",
        "storage-filesystem-folder": str(folder / "collections"),
    }
    given = [f"--{name}={value}" for name, value in options.items()]
    server = Popen([sys.executable, "-m", "radicale", "--config", "", *given], stdout=DEVNULL, stderr=DEVNULL)
    try:
        _wait_for(port)
        yield f"http://localhost:{port}/"
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("no Radicale")


@pytest.fixture(scope="module")
def account(root: str) -> str:
    """With two calendars; returns the address of the first."""
    from caldav.davclient import DAVClient  # late: only the process that has these tests needs it

    client = DAVClient(root, username="ann", password="right", enable_rfc6764=False)
    principal: Any = client.get_principal()
    work, home = (principal.make_calendar(name) for name in ("Work", "Home"))
    work.add_event(WEEKLY.decode())
    home.add_event(ONCE.decode())
    home.add_event(FREE.decode().replace("UID:0", "UID:1"))
    return str(work.url)


def read(address: str, password: str = "right", allowed: str = "localhost") -> Reading:
    return open_reader([allowed])(Access(address, "ann", password), BEGIN, END, "UTC")


def begins(reading: Reading) -> list[str]:
    return [f"{datetime.fromtimestamp(start, UTC):%d %b %H}" for start, _end in reading.busy][:3]


def test_all_calendars_of_an_account_are_read_as_busy_alone(root: str, account: str) -> None:
    found = read(root)
    assert found.problem is None and begins(found) == ["24 Nov 09", "26 Nov 12", "01 Dec 09"]
    assert len(found.busy) == 9


def test_the_address_of_one_calendar_is_that_one(account: str) -> None:
    assert begins(read(account)) == ["24 Nov 09", "01 Dec 09", "08 Dec 09"]


def test_a_wrong_password_is_said(root: str, account: str) -> None:
    assert read(root, "wrong").problem is Problem.refused


def test_an_account_within_a_private_network_is_not_reached(root: str, account: str) -> None:
    assert read(root, allowed="example.org").problem is Problem.not_https
    safe = root.replace("http:", "https:")
    assert read(safe, allowed="example.org").problem is Problem.private
    assert read(safe).problem is Problem.certificate


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (
            answer(200, b"<!doctype html><html><p>Log in & enjoy</html>", Content_Type="text/html"),
            "not_a_calendar",
        ),
        (lambda asked: answer(207, b"<x>" + b"y" * 200_000_000, Content_Type="text/xml")(asked), "too_large"),
        (sends_on_to("/"), "redirects"),
        (sends_on_to("https://169.254.169.254/"), "not_https"),
        (answer(500), "server"),
    ],
)
def test_a_server_that_is_none_is_told_apart(said: Answer, problem: str) -> None:
    with calendar_server() as server:
        server.answers["/"] = said
        assert read(server.address("/")) == Reading(problem=Problem(problem))
