"""The doctor: each check says what is wrong and what to do, held against the local Slack."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from pydantic import SecretStr
from slack_bolt import App
from slack_sdk import WebClient

from bot.runtime.doctor import Finding, examine
from bot.runtime.settings import Settings
from bot.runtime.web import HttpEntrance
from bot.runtime.wiring import open_registry
from bot.sandbox import LocalSlack
from handlers.slack.manifest import manifest
from storage.core.engine import migrate, open_engine
from tests.kit.mail_server import a_mail_server
from tests.kit.processes import free_port


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack() as slack:
        slack.install(manifest(open_registry(), {"/spil": "spil"}))
        yield slack


@pytest.fixture
def settings(slack: LocalSlack, tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        slack_bot_token=SecretStr(slack.bot_token),
        slack_app_token=SecretStr(slack.app_token),
        slack_api_url=slack.api_url,
        database_url=SecretStr(f"sqlite:///{tmp_path}/spil.db"),
    )


def finding(settings: Settings, what: str, **changes: object) -> Finding:
    found = examine(settings.model_copy(update=changes))
    return next(each for each in found if each.what == what)


def test_all_is_well_with_both_tokens_and_a_database(settings: Settings) -> None:
    assert [each for each in examine(settings) if not each.fine] == []


def test_no_secret_is_ever_printed(settings: Settings) -> None:
    said = "\n".join(map(str, examine(settings)))
    assert settings.slack_bot_token is not None
    assert settings.slack_bot_token.get_secret_value() not in said


def test_a_wrong_bot_token_is_said_with_where_to_find_the_right_one(settings: Settings) -> None:
    found = finding(settings, "bot token", slack_bot_token=SecretStr("wrong"))
    assert not found.fine
    assert "invalid_auth" in found.says
    assert "OAuth & Permissions" in found.says


def test_a_missing_token_is_named(settings: Settings) -> None:
    assert "SLACK_BOT_TOKEN" in finding(settings, "bot token", slack_bot_token=None).says
    assert "SLACK_APP_TOKEN" in finding(settings, "app token", slack_app_token=None).says


def test_a_missing_scope_is_named_with_what_to_do(slack: LocalSlack, settings: Settings) -> None:
    made = manifest(open_registry(), {"/spil": "spil"})
    made["oauth_config"]["scopes"]["bot"].remove("files:write")
    slack.install(made)
    found = finding(settings, "scopes")
    assert not found.fine
    assert "missing files:write" in found.says


def test_a_file_is_tried_and_taken_away(slack: LocalSlack, settings: Settings) -> None:
    assert finding(settings, "files") == Finding("files", True, "can be sent")
    assert [file.deleted for file in slack.ws.files.values()] == [True]
    slack.fault("files.completeUploadExternal", kind="error", error="restricted_action")
    found = finding(settings, "files")
    assert not found.fine
    assert "restricted_action" in found.says and "administrator" in found.says


def test_no_file_is_tried_without_the_scope(slack: LocalSlack, settings: Settings) -> None:
    made = manifest(open_registry(), {"/spil": "spil"})
    made["oauth_config"]["scopes"]["bot"].remove("files:write")
    slack.install(made)
    assert "files" not in {each.what for each in examine(settings)}


class Unspoken(BaseHTTPRequestHandler):
    """A server that answers as Slack does, without the scopes."""

    def do_POST(self) -> None:
        body = b'{"ok": true, "user": "spil", "team": "Molen", "url": "wss://x"}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_scopes_that_the_server_does_not_tell_are_not_called_missing(settings: Settings) -> None:
    with HTTPServer(("127.0.0.1", 0), Unspoken) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        there = f"http://127.0.0.1:{server.server_port}/api/"
        found = finding(settings, "scopes", slack_api_url=there)
        server.shutdown()
    assert found == Finding("scopes", True, "not told by this server")


def test_slack_out_of_reach_is_said_and_not_raised(settings: Settings) -> None:
    nowhere = "http://127.0.0.1:9/api/"
    assert "cannot be reached" in finding(settings, "bot token", slack_api_url=nowhere).says


def test_http_mode_asks_for_the_signing_secret_instead_of_the_app_token(settings: Settings) -> None:
    found = finding(settings, "signing secret", spil_http_port=3000)
    assert not found.fine
    assert "SLACK_SIGNING_SECRET" in found.says


def test_http_mode_says_who_can_reach_it(settings: Settings) -> None:
    port = free_port()
    here = finding(settings, "http address", spil_http_port=port)
    everywhere = finding(settings, "http address", spil_http_port=port, spil_http_host="0.0.0.0")
    assert (here.fine, everywhere.fine) == (True, True)
    assert "this machine alone" in here.says
    assert "let only your proxy reach it" in everywhere.says


def test_an_address_that_cannot_be_had_is_said(settings: Settings) -> None:
    away = finding(settings, "http address", spil_http_port=free_port(), spil_http_host="192.0.2.1")
    assert not away.fine
    assert "192.0.2.1 is not an address of this machine" in away.says


def test_a_port_that_another_program_has_is_said_and_spil_itself_is_known(settings: Settings) -> None:
    with HTTPServer(("127.0.0.1", 0), Models) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        taken = finding(settings, "http address", spil_http_port=other.server_port)
        other.shutdown()
    assert not taken.fine
    assert "another program" in taken.says
    bolt = App(client=WebClient("x"), token_verification_enabled=False, request_verification_enabled=False)
    entrance = HttpEntrance(bolt, "secret", "127.0.0.1", 0)
    entrance.open()
    own = finding(settings, "http address", spil_http_port=entrance.socket.getsockname()[1])
    entrance.close()
    assert own.fine
    assert "already" in own.says


def test_a_mail_server_that_lets_us_in_is_said_and_one_that_is_not_there(settings: Settings) -> None:
    assert "none set" in finding(settings, "mail server").says
    with a_mail_server() as box:
        about = {"smtp_url": SecretStr(box.url), "smtp_from": "spil@example.org"}
        assert finding(settings, "mail server", **about).fine
    away = finding(settings, "mail server", **about)
    assert not away.fine and "ConnectionRefusedError; check SMTP_URL" in away.says


def test_a_port_for_calendars_needs_no_signing_secret(settings: Settings) -> None:
    about = {"spil_http_port": free_port(), "spil_public_url": "https://spil.example.org"}
    checked = [each.what for each in examine(settings.model_copy(update=about))]
    assert "http address" in checked and "app token" in checked and "signing secret" not in checked


def test_a_database_that_is_not_there_is_said(settings: Settings) -> None:
    away = SecretStr("postgresql+psycopg://nobody@127.0.0.1:9/spil")
    found = finding(settings, "database", database_url=away)
    assert not found.fine
    assert "DATABASE_URL" in found.says


def test_tables_of_a_newer_version_are_refused(settings: Settings) -> None:
    engine = open_engine(settings.database_url.get_secret_value())
    migrate(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    assert "newer" in finding(settings, "tables").says


class Models(BaseHTTPRequestHandler):
    """The list of models as every server that speaks OpenAI's protocol gives it."""

    def do_GET(self) -> None:
        body = (
            b'{"object": "list", "data": [{"id": "small", "object": "model", "created": 0, "owned_by": ""}]}'
        )
        self.send_response(200 if self.path == "/v1/models" else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def model_server() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Models)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()


def test_without_a_language_model_all_is_well(settings: Settings) -> None:
    assert finding(settings, "language model").fine


def test_a_language_model_that_answers_is_well(settings: Settings, model_server: str) -> None:
    assert finding(settings, "language model", openai_base_url=model_server, openai_model="small").fine


def test_a_language_model_that_the_server_has_not_is_named(settings: Settings, model_server: str) -> None:
    found = finding(settings, "language model", openai_base_url=model_server, openai_model="large")
    assert not found.fine
    assert "small" in found.says


def test_a_language_model_out_of_reach_is_said(settings: Settings) -> None:
    found = finding(settings, "language model", openai_base_url="http://127.0.0.1:9/v1", openai_model="small")
    assert not found.fine
    assert "OPENAI_BASE_URL" in found.says
