"""Delivery to a request URL: the same interactions over signed HTTP, checked by the SDK's own verifier."""

import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from slack_bolt import App, BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.sandbox import LocalSlack
from bot.sandbox.http_delivery import HttpDelivery, RequestUrlError
from tests.kit.bolt_app import Seen, bolt

Request = tuple[dict[str, str], str]


class Bot:
    """Bolt behind a bare HTTP server; `requests` are headers and body, `status` overrides Bolt's."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.requests: list[Request] = []
        self.status: int | None = None
        self.headers: dict[str, str] = {}
        bot = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                bot.answer(self, body)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/slack/events"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def answer(self, handler: BaseHTTPRequestHandler, body: str) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.requests.append((headers, body))
        answer = self.app.dispatch(BoltRequest(body=body, headers=dict(headers)))
        handler.send_response(self.status or answer.status)
        for name, value in {**answer.first_headers_without_set_cookie(), **self.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write((answer.body or "").encode())

    def events(self) -> list[Request]:
        return [(headers, body) for headers, body in self.requests if '"event_callback"' in body]


@pytest.fixture
def app(slack: LocalSlack) -> App:
    plain = bolt(slack)
    return App(client=plain.client, token=slack.bot_token, signing_secret=slack.signing_secret)


@pytest.fixture
def bot(slack: LocalSlack, app: App) -> Iterator[Bot]:
    running = Bot(app)
    slack.use_http(running.url)
    yield running
    running.server.shutdown()
    running.server.server_close()


def test_the_request_url_is_challenged_first(bot: Bot) -> None:
    [(headers, body)] = bot.requests
    assert json.loads(body)["type"] == "url_verification"
    assert headers["content-type"] == "application/json"


def test_a_url_that_does_not_answer_the_challenge_is_refused(slack: LocalSlack, bot: Bot) -> None:
    bot.status = 500
    with pytest.raises(RequestUrlError, match="500"):
        slack.use_http(bot.url)
    with pytest.raises(RequestUrlError, match="cannot be reached"):
        HttpDelivery("http://127.0.0.1:9/", "secret").verify()


def test_a_command_is_a_signed_form_and_its_answer_is_seen(slack: LocalSlack, app: App, bot: Bot) -> None:
    app.command("/do")(lambda ack, command: ack(f"did {command['text']}"))
    [answer] = slack.person("sanne").command("/do this & that", "atlas")
    headers, body = bot.requests[-1]
    assert answer.words() == "did this & that"
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert SignatureVerifier(slack.signing_secret).is_valid_request(body, headers)
    assert not SignatureVerifier("another secret").is_valid_request(body, headers)


def test_an_ack_with_blocks_is_json(slack: LocalSlack, app: App, bot: Bot) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "*Done*"}}]
    app.command("/do")(lambda ack: ack(text="Done", blocks=blocks, response_type="in_channel"))
    app.event("message")(lambda event: None)
    [answer] = slack.person("sanne").command("/do", "atlas")
    assert (answer.blocks[0]["text"]["text"], answer.ephemeral_to) == ("*Done*", None)


def test_shortcuts_are_a_form_with_one_payload(slack: LocalSlack, app: App, bot: Bot) -> None:
    seen = Seen()
    app.shortcut("start")(seen.body())
    slack.person("sanne").shortcut("Start")
    assert seen[0]["type"] == "shortcut"
    assert bot.requests[-1][1].startswith("payload=")


def test_an_event_that_failed_is_sent_again_with_its_number_and_reason(
    slack: LocalSlack, app: App, bot: Bot
) -> None:
    app.event("message")(lambda event: None)
    bot.status = 500
    slack.person("sanne").say("hello", "atlas")
    slack.wait_for(lambda: slack.delivery.retries)
    bot.status = None
    slack.advance(timedelta(minutes=1))
    slack.wait_for(lambda: len(bot.events()) == 3)
    retries = [
        (headers.get("x-slack-retry-num"), headers.get("x-slack-retry-reason")) for headers, _ in bot.events()
    ]
    assert retries == [(None, None), ("1", "http_error"), ("2", "http_error")]
    assert len({json.loads(body)["event_id"] for _, body in bot.events()}) == 1


def test_an_app_can_ask_not_to_be_sent_it_again(slack: LocalSlack, bot: Bot) -> None:
    bot.status, bot.headers = 500, {"X-Slack-No-Retry": "1"}
    slack.person("sanne").say("hello", "atlas")
    assert (len(bot.events()), slack.delivery.retries) == (1, [])


def test_an_app_that_is_gone_fails_a_command(slack: LocalSlack, bot: Bot) -> None:
    bot.server.shutdown()
    bot.server.server_close()
    [told] = slack.person("sanne").command("/do", "atlas")
    assert told.words() == '/do failed with the error "dispatch_failed"'
