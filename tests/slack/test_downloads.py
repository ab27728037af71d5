"""Files come from Slack alone, and small; our token goes nowhere else."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from bot.core.jobs import Permanent, Temporary
from handlers.slack.client import download, open_client

HITS: list[str] = []


class Answers(BaseHTTPRequestHandler):
    """/file, /page, /moved, /ill and /none, and who asked with which token."""

    def do_GET(self) -> None:
        HITS.append(f"{self.path} {self.headers.get('Authorization')}")
        status = {"/moved": 302, "/ill": 503, "/none": 404}.get(self.path, 200)
        self.send_response(status)
        self.send_header("Content-Type", "text/html" if self.path == "/page" else "text/csv; charset=utf-8")
        if status == 302:
            self.send_header("Location", "/file")
        self.end_headers()
        self.wfile.write(b"action;owner\n")

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@pytest.fixture
def server() -> Iterator[str]:
    HITS.clear()
    with HTTPServer(("127.0.0.1", 0), Answers) as opened:
        thread = Thread(target=opened.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{opened.server_port}"
        opened.shutdown()
        thread.join()


def test_a_file_is_fetched_with_our_token(server: str) -> None:
    client = open_client("xoxb-1", f"{server}/api/", 10)
    assert download(client, f"{server}/file", 13) == b"action;owner\n"
    assert HITS == ["/file Bearer xoxb-1"]


@pytest.mark.parametrize(
    ("path", "most", "reason"),
    [
        ("/file", 12, "too large"),
        ("/page", 100, "no file but a page"),
        ("/moved", 100, "status 302"),
        ("/none", 100, "status 404"),
    ],
)
def test_what_is_no_small_file_of_ours_is_refused_for_good(
    server: str, path: str, most: int, reason: str
) -> None:
    with pytest.raises(Permanent, match=reason):
        download(open_client("xoxb-1", f"{server}/api/", 10), f"{server}{path}", most)
    assert len(HITS) == 1


def test_a_page_is_taken_where_one_is_meant(server: str) -> None:
    client = open_client("xoxb-1", f"{server}/api/", 10)
    assert download(client, f"{server}/page", 100, page=True) == b"action;owner\n"


def test_an_ill_server_is_asked_again_later(server: str) -> None:
    with pytest.raises(Temporary):
        download(open_client("xoxb-1", f"{server}/api/", 10), f"{server}/ill", 100)


@pytest.mark.parametrize(
    "url",
    [
        "{server}/file",
        "http://files.slack.com/x",
        "https://files.slack.com.example.org/x",
        "https://example.org/slack.com",
        "https://169.254.169.254/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_nothing_is_fetched_from_elsewhere(server: str, url: str) -> None:
    with pytest.raises(Permanent, match="not at Slack"):
        download(open_client("xoxb-1", "https://slack.com/api/", 10), url.format(server=server), 100)
    assert HITS == []
