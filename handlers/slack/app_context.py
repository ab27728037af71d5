"""All that listeners stand on, wired once by bot.runtime."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from slack_sdk import WebClient

from bot.core.ports import OpenUnitOfWork
from handlers.slack.directory import Directory
from handlers.slack.registry import Registry


@dataclass(frozen=True)
class AppContext:
    registry: Registry
    unit_of_work: OpenUnitOfWork
    reading: OpenUnitOfWork
    now: Callable[[], datetime]
    directory: Directory
    client: WebClient
    slash_names: Mapping[str, str]
    """Slash command to English word, as in {"/actie": "action"}; "/spil" itself maps to "spil"."""
