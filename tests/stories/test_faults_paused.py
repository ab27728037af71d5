"""A bot that is paused for longer than its lease, at any step: another does its work, and all stands once."""

from collections.abc import Iterator
from functools import partial

import pytest

from tests.kit.databases import PostgresServer
from tests.kit.pauses import Pauses, open_pauses
from tests.kit.pausing import Step
from tests.kit.typing_on import typed

pytestmark = pytest.mark.long

OLD = "write the plan"
POST, UPDATE, FILE = "chat.postMessage", "chat.update", "files.completeUploadExternal"


@pytest.fixture(scope="module")
def pauses(postgres: PostgresServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pauses]:
    """Started once: two processes from cold take longer than what happens to them."""
    url = postgres.create()
    with open_pauses(url, tmp_path_factory.mktemp("pauses")) as opened:
        yield opened
    postgres.drop(url)


def test_what_it_was_about_to_say_is_said_once(pauses: Pauses) -> None:
    for number, step in enumerate(Step):
        say = partial(typed, pauses.slack, "sanne", f"/action part {number} of the risk log")
        pauses.pause(say, POST, step, until_done=True)
    assert [len(pauses.cards(f"part {number} ")) for number in range(len(Step))] == [1] * len(Step)


def test_an_old_state_does_not_stay_over_a_newer_one(pauses: Pauses) -> None:
    sanne = pauses.slack.person("sanne")
    typed(pauses.slack, "sanne", f"/action @sanne {OLD}")
    [card] = pauses.slack.wait_for(lambda: pauses.cards(OLD))
    pauses.pause(lambda: sanne.click(card, "Done"), UPDATE, Step.before_sending, until_done=True)
    [card] = pauses.cards(OLD)
    assert "✓" in card.words()


def test_a_file_is_sent_once(pauses: Pauses) -> None:
    typed(pauses.slack, "sanne", "/action write the risk log")
    export = partial(typed, pauses.slack, "sanne", "/action export")
    pauses.pause(export, FILE, Step.before_sending, until_done=True)
    assert len(pauses.files("sanne")) == 1
