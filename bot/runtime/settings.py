"""Settings, typed, from the environment and `.env`; all problems at once, secrets never shown."""

import re
from email.utils import parseaddr
from ipaddress import ip_address
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    Field,
    FilePath,
    SecretStr,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.core.calendar_event import is_address
from bot.core.ports import MailServer

SHORT_NAMES = {
    "en": {word: word for word in ("action", "decision", "meeting", "minutes", "digest", "project")},
    "nl": {
        "actie": "action",
        "besluit": "decision",
        "overleg": "meeting",
        "notulen": "minutes",
        "overzicht": "digest",
        "project": "project",
    },
    "none": {},
}
SLASH_NAME = re.compile(r"[a-z0-9_-]{1,31}")
KEY = re.compile(r"[!-~]+")
HOST_NAME = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")


SLACKS_OWN = frozenset(
    "me status away dnd shrug remind msg feed who collapse expand leave join open search topic mute pro"
    " shortcuts invite archive rename remove prefs star call huddle apps active".split()
)
"""Names that a manifest may not hold."""


class SettingsError(Exception):
    """One line per problem, naming the setting and what to do; never a value."""


def _short_commands(value: str) -> str:
    parse_short_commands(value)
    return value


def _key(value: SecretStr | None) -> SecretStr | None:
    if value is not None and not KEY.fullmatch(value.get_secret_value()):
        raise ValueError("holds a space, a control character or a letter outside ASCII; copy it again")
    return value


def _host(value: str) -> str:
    try:
        return str(ip_address(value))
    except ValueError:
        if HOST_NAME.fullmatch(value) and not value.replace(".", "").isdigit():
            return value
        raise ValueError("use an address or a name of this machine, such as 127.0.0.1") from None


def _public_url(value: str | None, about: ValidationInfo) -> str | None:
    if value is None:
        return None
    parts = urlsplit(value)
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError("is the address of this bot on the web, as in https://spil.example.org")
    if about.data.get("spil_http_port") is None:
        raise ValueError("needs SPIL_HTTP_PORT too: the port that this address leads to")
    return value.rstrip("/")


def _mail_server(value: SecretStr | None) -> SecretStr | None:
    if value is not None:
        MailServer.of(value.get_secret_value())
    return value


def _sender(value: str | None, about: ValidationInfo) -> str | None:
    if about.data.get("smtp_url") is not None and not is_address(parseaddr(value or "")[1]):
        raise ValueError("is the sender of mails, as in Spil <spil@example.org>")
    return value


Key = Annotated[SecretStr | None, AfterValidator(_key)]


def _hosts(value: str) -> str:
    return ",".join(_host(each.strip()) for each in value.split(",") if each.strip())


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    slack_bot_token: Key = None
    slack_app_token: Key = None
    slack_signing_secret: Key = None
    slack_api_url: str = "https://slack.com/api/"
    database_url: SecretStr = SecretStr("sqlite:///data/spil.db")
    sqlite_synchronous: Literal["FULL", "NORMAL"] = "FULL"
    spil_http_host: Annotated[str, AfterValidator(_host)] = "127.0.0.1"
    spil_http_port: int | None = Field(default=None, ge=1, le=65535)
    spil_public_url: Annotated[str | None, AfterValidator(_public_url)] = None
    spil_short_commands: Annotated[str, NoDecode, AfterValidator(_short_commands)] = "en"
    spil_log_level: Literal["debug", "info", "warning", "error"] = "info"
    spil_log_format: Literal["text", "json"] = "text"
    spil_calendar_hosts: Annotated[str, AfterValidator(_hosts)] = ""
    spil_minutes_template: FilePath | None = None
    """A .docx of which minutes take their styles."""
    smtp_url: Annotated[SecretStr | None, AfterValidator(_mail_server)] = None
    smtp_from: Annotated[str | None, AfterValidator(_sender)] = Field(default=None, validate_default=True)
    openai_api_key: Key = None
    openai_base_url: str | None = None
    openai_model: str | None = None
    openai_timeout: int = Field(default=60, ge=1, le=600)
    openai_context: int = Field(default=8000, ge=1500, le=1_000_000)

    @model_validator(mode="before")
    @classmethod
    def _blank_is_not_set(cls, values: dict[str, Any]) -> dict[str, Any]:
        stripped = {name: _stripped(value) for name, value in values.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @property
    def model_host(self) -> str:
        """Where a language model is asked; empty for none."""
        if self.openai_model is None or (self.openai_api_key is None and self.openai_base_url is None):
            return ""
        return urlsplit(self.openai_base_url or "https://api.openai.com").hostname or ""

    @property
    def calendar_hosts(self) -> list[str]:
        """Names of servers of calendars that may be in a private network, and without TLS."""
        return self.spil_calendar_hosts.lower().split(",") if self.spil_calendar_hosts else []

    @property
    def over_http(self) -> bool:
        """Whether Slack comes in over HTTP. With a public address and no signing secret the port is for
        calendars alone, beside the socket."""
        only_calendars = self.spil_public_url and self.slack_app_token and not self.slack_signing_secret
        return self.spil_http_port is not None and not only_calendars

    @property
    def slash_names(self) -> dict[str, str]:
        """Slash command to English word: {"/spil": "spil", "/action": "action", …}"""
        short = parse_short_commands(self.spil_short_commands)
        return {"/spil": "spil", **{f"/{name}": word for name, word in short.items()}}


def parse_short_commands(value: str) -> dict[str, str]:
    """`en`, `nl`, `none`, or own names as in `todo=action, vergadering=meeting`; raise ValueError."""
    if value in SHORT_NAMES:
        return SHORT_NAMES[value]
    names: dict[str, str] = {}
    for pair in value.split(","):
        name, _, word = (part.strip().lstrip("/") for part in pair.partition("="))
        if word not in SHORT_NAMES["en"] or not SLASH_NAME.fullmatch(name):
            raise ValueError("use en, nl, none, or pairs such as todo=action, overleg=meeting")
        if name in SLACKS_OWN:
            raise ValueError(f"/{name} is Slack's own")
        names[name] = word
    return names


def _stripped(value: Any) -> Any:
    """Without what copying leaves at its ends, and without a byte order mark."""
    return value.strip().strip("\ufeff").strip() if isinstance(value, str) else value


def read_settings(env_file: str | None = ".env") -> Settings:
    """Read them all; raise SettingsError with every problem."""
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]
    except UnicodeDecodeError:
        raise SettingsError(f"{env_file}: is not a text in UTF-8; save it as one") from None
    except ValidationError as problems:
        lines = [
            f"{'.'.join(map(str, each['loc'])).upper()}: {each['msg'].removeprefix('Value error, ')}"
            for each in problems.errors()
        ]
        raise SettingsError("\n".join(lines)) from None
