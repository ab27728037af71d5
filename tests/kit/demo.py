"""The demo as `spil demo` composes it, in this process: its past lived through, on a clock that stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr

from bot.__main__ import demo_settings
from bot.runtime.process import entrance
from bot.runtime.wiring import open_registry, open_spil
from bot.sandbox import SCENES, LocalSlack, live_through, seat_the_demo
from handlers.slack.manifest import manifest
from tests.kit.clock import MONDAY


@contextmanager
def open_demo(language: str, folder: Path) -> Iterator[LocalSlack]:
    scenes = SCENES[language]
    with LocalSlack(now=MONDAY, rate_limits=False) as slack:
        settings = demo_settings(slack.api_url, folder)
        slack.install(manifest(open_registry(), settings.slash_names))
        settings.slack_bot_token = SecretStr(slack.bot_token)
        settings.slack_app_token = SecretStr(slack.app_token)
        seat_the_demo(slack, scenes[0].zone)
        spil = open_spil(settings, slack.clock.now)
        way_in = entrance(spil, settings)
        slack.when_the_clock_moves(spil.clock.wake)
        spil.start()
        way_in.open()
        try:
            slack.wait_for(lambda: slack.connections)
            live_through(slack, scenes[0], spil.worker.work_until_idle)
            slack.guide.follow(scenes)
            yield slack
        finally:
            way_in.close()
            spil.stop()
