"""`spil doctor`: what is wrong, and what to do about it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from zoneinfo import available_timezones

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.core.jobs import Permanent, Temporary
from bot.core.ports import MailServer
from bot.runtime.settings import Settings, SettingsError
from bot.runtime.web import listen
from handlers.slack.client import open_client
from handlers.slack.manifest import OPTIONAL, SCOPES
from storage.core.engine import current, head, open_engine, revisions

TIMEOUT = 10
OLDEST = {"sqlite": (3, 35), "postgresql": (13, 0)}
"""The first versions that have all that we use."""


@dataclass(frozen=True)
class Finding:
    what: str
    fine: bool
    says: str

    def __str__(self) -> str:
        return f"{'ok  ' if self.fine else 'FAIL'}  {self.what}: {self.says}"


def examine(settings: Settings) -> list[Finding]:
    """Every check, in the order in which one would mend them."""
    checks: list[Callable[[Settings], Iterator[Finding]]] = [
        _zones,
        _database,
        _bot_token,
        _way_in,
        _mail,
        _model,
    ]
    return [Finding("settings", True, "all can be read")] + [
        finding for check in checks for finding in check(settings)
    ]


def _zones(_settings: Settings) -> Iterator[Finding]:
    count = len(available_timezones())
    says = f"{count} zones known" if count else "none; install the package tzdata"
    yield Finding("time zone data", count > 0, says)


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        engine = open_engine(settings.database_url.get_secret_value())
        name = engine.dialect.name
        query = "select sqlite_version()" if name == "sqlite" else "show server_version"
        with engine.connect() as connection:
            version = str(connection.execute(text(query)).scalar_one())
        at = current(engine)
    except (SQLAlchemyError, OSError, ImportError) as fault:
        yield Finding("database", False, f"{type(fault).__name__}; check DATABASE_URL and that it runs")
        return
    number = tuple(int(part) for part in version.split()[0].split(".")[:2])
    wanted = OLDEST.get(name, (0, 0))
    fine = number >= wanted
    yield Finding(
        "database", fine, f"{name} {version}" + ("" if fine else f"; needs {wanted[0]}.{wanted[1]}")
    )
    yield _tables(at)


def _tables(at: str | None) -> Finding:
    if at == head():
        return Finding("tables", True, f"at this version ({at})")
    if at is not None and at not in revisions():
        return Finding("tables", False, f"at {at}, made by a newer Spil; install that version again")
    return Finding("tables", True, f"at {at or 'nothing yet'}; `spil run` brings them to {head()}")


def _bot_token(settings: Settings) -> Iterator[Finding]:
    if settings.slack_bot_token is None:
        yield Finding(
            "bot token", False, "SLACK_BOT_TOKEN is not set; it is under OAuth & Permissions, xoxb-…"
        )
        return
    client = open_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url, TIMEOUT)
    try:
        answer = client.auth_test()
    except SlackApiError as refused:
        says = f"Slack says {refused.response['error']}; copy it again from OAuth & Permissions"
        yield Finding("bot token", False, says)
        return
    except OSError as fault:
        yield Finding(
            "bot token", False, f"Slack cannot be reached ({type(fault).__name__}); check the network"
        )
        return
    yield Finding("bot token", True, f"{answer['user']} in {answer['team']}")
    told = answer.headers.get("x-oauth-scopes")
    if told is None:
        yield Finding("scopes", True, "not told by this server")
        return
    granted = {scope.strip() for scope in told.split(",")}
    missing = sorted(set(SCOPES) - granted)
    fine = set(missing) <= OPTIONAL
    without = f"missing {', '.join(missing)}{', which only some projects need' if fine else ''}"
    says = f"{without}; paste `spil manifest` into the app and reinstall it" if missing else "all granted"
    yield Finding("scopes", fine, says)
    if "files:write" in granted:
        yield _files(client)


def _files(client: WebClient) -> Finding:
    """Some workspaces let no app send files, whatever its scopes: one is sent to nobody, and taken away."""
    try:
        sent = client.files_upload_v2(filename="spil-doctor.txt", content="Spil was here.")
        client.files_delete(file=sent["files"][0]["id"])
    except SlackApiError as refused:
        says = f"Slack says {refused.response['error']}; ask an administrator whether apps may send files"
        return Finding("files", False, says)
    except (SlackClientError, OSError) as fault:
        return Finding("files", False, f"cannot be sent ({type(fault).__name__}); check the way to Slack")
    return Finding("files", True, "can be sent")


def _way_in(settings: Settings) -> Iterator[Finding]:
    if settings.spil_http_port is not None:
        yield _http_address(settings.spil_http_host, settings.spil_http_port)
    if settings.over_http:
        fine = settings.slack_signing_secret is not None
        says = "is set" if fine else "SLACK_SIGNING_SECRET is not set; it is under Basic Information"
        yield Finding("signing secret", fine, says)
        return
    if settings.slack_app_token is None:
        says = "SLACK_APP_TOKEN is not set; make it under Basic Information with connections:write, xapp-…"
        yield Finding("app token", False, says)
        return
    client = open_client("", settings.slack_api_url, TIMEOUT)
    try:
        client.apps_connections_open(app_token=settings.slack_app_token.get_secret_value())
    except SlackApiError as refused:
        says = f"Slack says {refused.response['error']}; it needs connections:write and Socket Mode on"
        yield Finding("app token", False, says)
    except OSError as fault:
        yield Finding("app token", False, f"Slack cannot be reached ({type(fault).__name__})")
    else:
        yield Finding("app token", True, "opens a socket")


def _http_address(host: str, port: int) -> Finding:
    at = f"{host}:{port}" if ":" not in host else f"[{host}]:{port}"
    if _is_alive(host, port):
        return Finding("http address", True, f"Spil answers at {at} already")
    try:
        listen(host, port).close()
    except SettingsError as problem:
        return Finding("http address", False, str(problem))
    alone = host in ("localhost", "::1") or host.startswith("127.")
    whom = "this machine alone, for your proxy" if alone else "others too; let only your proxy reach it"
    return Finding("http address", True, f"{at} is free, open to {whom}")


def _is_alive(host: str, port: int) -> bool:
    connection = HTTPConnection(host, port, timeout=TIMEOUT)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().read(10) == b"ok"
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _mail(settings: Settings) -> Iterator[Finding]:
    if settings.smtp_url is None:
        yield Finding("mail server", True, "none set; invitations come in Slack, with a file for calendars")
        return
    from bot.adapters.mail import Mailer

    server = MailServer.of(settings.smtp_url.get_secret_value())
    at = f"{server.host}:{server.port}"
    try:
        Mailer(server, settings.smtp_from or "", TIMEOUT).check()
    except (Temporary, Permanent) as fault:
        yield Finding("mail server", False, f"{at} says {fault.reason}; check SMTP_URL")
    else:
        yield Finding("mail server", True, f"{at} lets Spil in")


def _model(settings: Settings) -> Iterator[Finding]:
    if settings.openai_api_key is None and settings.openai_base_url is None:
        yield Finding("language model", True, "none set; everything works without")
        return
    from bot.adapters.language_model import LanguageModel, Unreachable

    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else None
    try:
        names = LanguageModel(key, settings.openai_base_url, settings.openai_model, timeout=TIMEOUT).models()
    except Unreachable as fault:
        yield Finding("language model", False, f"{fault}; check OPENAI_BASE_URL and OPENAI_API_KEY")
        return
    wanted = settings.openai_model
    fine = bool(wanted) and (not names or wanted in names)
    says = f"{wanted} is there" if fine else f"set OPENAI_MODEL to one that it has: {', '.join(names[:5])}"
    yield Finding("language model", fine, says)
