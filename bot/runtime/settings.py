"""Settings, typed, from the environment and `.env`; all problems at once, secrets never shown."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

SHORT_NAMES = {
    "en": {word: word for word in ("action", "meeting", "minutes", "digest", "project")},
    "nl": {
        "actie": "action",
        "overleg": "meeting",
        "notulen": "minutes",
        "overzicht": "digest",
        "project": "project",
    },
    "none": {},
}
SLASH_NAME = re.compile(r"[a-z0-9_-]{1,31}")


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


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_file=".env", extra="ignore", env_ignore_empty=True)

    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_api_url: str = "https://slack.com/api/"
    database_url: SecretStr = SecretStr("sqlite:///data/spil.db")
    sqlite_synchronous: Literal["FULL", "NORMAL"] = "FULL"
    spil_http_port: int | None = Field(default=None, ge=1, le=65535)
    spil_short_commands: Annotated[str, NoDecode, AfterValidator(_short_commands)] = "en"
    spil_log_level: Literal["debug", "info", "warning", "error"] = "info"
    spil_log_format: Literal["text", "json"] = "text"
    openai_api_key: SecretStr | None = None
    openai_base_url: str | None = None
    openai_model: str | None = None

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


def read_settings(env_file: str | None = ".env") -> Settings:
    """Read them all; raise SettingsError with every problem."""
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]
    except ValidationError as problems:
        lines = [f"{'.'.join(map(str, each['loc'])).upper()}: {each['msg']}" for each in problems.errors()]
        raise SettingsError("\n".join(lines)) from None
