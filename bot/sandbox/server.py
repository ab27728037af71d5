"""The local Slack: a world with a port of this machine, on which the app and the page find it."""

from datetime import datetime
from pathlib import Path
from typing import Self

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from bot.sandbox import control, demo_calendars, files_http, page_api, person_api
from bot.sandbox.guard import OwnOrigin
from bot.sandbox.uvicorn_thread import HOST, UvicornThread
from bot.sandbox.web_api import http
from bot.sandbox.world import World


class LocalSlack(World):
    """`port` 0 takes a free one. See World for `keep` and `now`."""

    def __init__(
        self,
        keep: Path | None = None,
        now: datetime | None = None,
        port: int = 0,
        rate_limits: bool = True,
    ) -> None:
        super().__init__(keep, now, rate_limits)
        self._server = UvicornThread(port)

    def start(self) -> None:
        """Returns when the port answers."""
        self._server.start(OwnOrigin(Starlette(routes=self._routes())))
        self.interaction.serve_at(self.url)

    def stop(self) -> None:
        self._server.stop()
        self.close()

    def pause(self) -> None:
        """Slack is down until the next `start`, which answers at the same address."""
        self._server.stop()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self._server.port}"

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    def _routes(self) -> list[BaseRoute]:
        return [
            *http.routes(self.web_api, self._server.cut),
            *files_http.routes(self.ws),
            *demo_calendars.routes(),
            *control.routes(self),
            *self.socket_mode.routes(),
            *self.interaction.responses.routes(),
            *page_api.routes(self),
            *person_api.routes(self.interaction),
        ]
