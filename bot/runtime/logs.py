"""Structured logs, one line per thing that happened; a token that strays in is struck out."""

import logging
import re
import sys
import time
from collections.abc import Callable, MutableMapping
from typing import Any

import structlog

SECRET = re.compile(r"(xox[a-z]-|xapp-|xwfp-|sk-)[\w-]+|https://hooks\.slack\.com/\S+")
SELDOM_SECONDS = 60
STRANGERS_WRITE = ("uvicorn", "asyncio")
"""Loggers that write a line for what any stranger can send, as often as they send it."""


class Seldom:
    """Counts what may be said once a minute: a flood must not fill the disk."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said: dict[str, tuple[float, int]] = {}

    def times(self, name: str) -> int:
        """The times that it came since it was last said, with this one; 0 when it is not to be said now."""
        said_at, kept_back = self._said.get(name, (-SELDOM_SECONDS, 0))
        if self._clock() - said_at < SELDOM_SECONDS:
            self._said[name] = (said_at, kept_back + 1)
            return 0
        self._said[name] = (self._clock(), 0)
        return kept_back + 1


class SeldomFilter(logging.Filter):
    def __init__(self) -> None:
        super().__init__()
        self._seldom = Seldom()

    def filter(self, record: logging.LogRecord) -> bool:
        if not record.name.startswith(STRANGERS_WRITE):
            return True
        # asyncio goes on with the addresses of its objects, which never repeat.
        return self._seldom.times(str(record.msg).partition("\n")[0]) > 0


def set_up_logs(level: str, form: str) -> None:
    """`level`: debug to error. `form`: "text" for people, "json" for machines. Both to standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        strike_secrets,
    ]
    last: Any = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            # Where rich is installed, the usual one shows the values of variables: what people wrote.
            exception_formatter=structlog.dev.plain_traceback,
        )
    )
    structlog.configure(
        processors=[*shared, last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(structlog.stdlib.ProcessorFormatter(processor=last, foreign_pre_chain=shared))
    handler.addFilter(SeldomFilter())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)


def strike_secrets(_logger: object, _name: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in entry.items():
        if isinstance(value, str):
            entry[name] = SECRET.sub("[secret]", value)
    return entry
