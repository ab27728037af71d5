"""What the page is served from: its own files, files of messages, traffic, and word of every change."""

import re
import urllib.error
import urllib.request
from email.message import Message
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from bot.sandbox import LocalSlack
from bot.sandbox.models import File
from bot.sandbox.page_api import PAGE

SOURCES = sorted(path for path in PAGE.iterdir() if path.suffix in (".js", ".css", ".html"))


def fetched(slack: LocalSlack, path: str) -> tuple[int, Message, bytes]:
    try:
        with urllib.request.urlopen(slack.url + path) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.headers, refusal.read()


def kept_file(slack: LocalSlack, name: str, mimetype: str) -> str:
    file = File(
        slack.ws.new_id("F"), name, slack.user_id("sanne"), mimetype=mimetype, content=b"abc", complete=True
    )
    slack.ws.put(file)
    return file.id


def test_the_page_and_its_parts_are_served_with_a_policy_that_shuts_others_out(slack: LocalSlack) -> None:
    for path in ["/", *(f"/page/{source.name}" for source in SOURCES)]:
        status, headers, body = fetched(slack, path)
        assert (status, bool(body)) == (200, True)
        assert headers["content-security-policy"].startswith("default-src 'self'")


@pytest.mark.parametrize("path", ["/page/nothing.js", "/page/..%2fserver.py", "/page/%2e%2e/server.py"])
def test_nothing_but_the_page_is_served(slack: LocalSlack, path: str) -> None:
    assert fetched(slack, path)[0] == 404


def test_a_file_is_given_as_a_download_and_only_pictures_are_shown(slack: LocalSlack) -> None:
    page, picture = kept_file(slack, "an ü.html", "text/html"), kept_file(slack, "a.png", "image/png")
    status, headers, body = fetched(slack, f"/local/page/file/{page}")
    assert (status, body, headers["content-security-policy"]) == (200, b"abc", "sandbox")
    assert headers["content-disposition"] == "attachment; filename*=UTF-8''an%20%C3%BC.html"
    assert fetched(slack, f"/local/page/file/{picture}")[1]["content-disposition"].startswith("inline")
    assert fetched(slack, "/local/page/file/F404")[0] == 404


def test_the_traffic_is_given_newest_first(slack: LocalSlack) -> None:
    slack.traffic_log.call("first", {})
    slack.traffic_log.call("second", {})
    body = fetched(slack, "/local/page/traffic")[2]
    assert re.search(rb'"second".*"first"', body)


def test_the_page_hears_of_a_change(slack: LocalSlack) -> None:
    address = f"{slack.url.replace('http', 'ws')}/local/page/live"
    before = len(slack.ws.listeners)
    with connect(address, origin=Origin(slack.url)) as socket:
        slack.wait_for(lambda: len(slack.ws.listeners) > before)
        slack.add_user("amina")
        assert socket.recv(timeout=5) == "changed"
    slack.wait_for(lambda: len(slack.ws.listeners) == before)


def test_a_page_of_another_origin_hears_nothing(slack: LocalSlack) -> None:
    address = f"{slack.url.replace('http', 'ws')}/local/page/live"
    other = Origin("https://evil.example")
    with pytest.raises((InvalidStatus, ConnectionClosed)), connect(address, origin=other) as socket:
        socket.recv(timeout=5)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_no_part_of_the_page_makes_markup_of_text_or_asks_another_machine(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|DOMParser", text)
    outside = [url for url in re.findall(r"https?://[\w.]+", text) if "www.w3.org" not in url]
    assert outside == []
