"""Slack shows everybody the same name of a shortcut: Dutch where the short commands are Dutch alone."""

import pytest

from bot.runtime.settings import SHORT_NAMES
from bot.runtime.wiring import open_registry
from handlers.slack.manifest import manifest

ENGLISH, DUTCH = "Make this an action item", "Leg vast als actiepunt"


@pytest.mark.parametrize(
    ("short", "name"),
    [({}, ENGLISH), (SHORT_NAMES["en"], ENGLISH), (SHORT_NAMES["nl"], DUTCH), ({"todo": "action"}, ENGLISH)],
)
def test_a_shortcut_bears_the_language_of_the_short_commands(short: dict[str, str], name: str) -> None:
    slash_names = {"/spil": "spil", **{f"/{each}": word for each, word in short.items()}}
    shortcuts = manifest(open_registry(), slash_names)["features"]["shortcuts"]
    assert name in [each["name"] for each in shortcuts]
    assert all(len(each["name"]) <= 24 for each in shortcuts)
