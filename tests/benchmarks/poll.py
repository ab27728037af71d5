"""A poll of 200 people and 30 moments through the local Slack at its pace: bursts of answers and the card."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from bot.core.calendar import local
from bot.core.context import in_channel
from bot.polls.ask import ask
from bot.polls.model import MOST, Answer, Option
from bot.runtime.settings import Settings
from bot.runtime.wiring import open_registry
from bot.sandbox import LocalSlack, Message, seat_the_cast
from bot.sandbox.state import TEAM_ID, Change
from handlers.slack.directory import Directory
from handlers.slack.manifest import manifest
from tests.benchmarks.rows import Row
from tests.kit.office import Office

PEOPLE = 200
BURSTS = (90, 60, 50)
"""People who answer at once. Each opens a form: Slack takes 100 of these at once and 100 a minute."""
REST = 40
"""Seconds between bursts."""
AT_ONCE = 2
SOON = 25
"""Seconds within which the card has all answers of a burst, counted from its first."""
NAMES = [f"voter{each}" for each in range(PEOPLE)]
ANSWERS = {Answer.yes: "Yes", Answer.if_need_be: "If need be", Answer.no: "No"}


def bench_poll() -> list[Row]:
    with _office() as office:
        calls: list[tuple[str, str | None]] = []
        card = _asked(office)
        office.slack.ws.listeners.append(lambda change: _note(calls, change))
        office.slack.limits.on = True
        updates, slowest, first = [], 0.0, 0
        for count in BURSTS:
            if first:
                time.sleep(REST)
            calls.clear()
            began = time.monotonic()
            with ThreadPoolExecutor(AT_ONCE) as pool:
                list(pool.map(lambda name: _answer(office, name, card), NAMES[first : first + count]))
            took, first = time.monotonic() - began, first + count
            shows = f"({PEOPLE - first})" if first < PEOPLE else "Everybody answered"
            office.slack.wait_for(lambda: shows in _now(office, card).words(), SOON)  # noqa: B023
            slowest = max(slowest, time.monotonic() - began)
            time.sleep(2)  # what else may come
            updates.append(sum(name == "chat.update" for name, _ in calls))
            refused = sum(error == "ratelimited" for _, error in calls)
            _check_size(_now(office, card))
    what = f"{PEOPLE} people, {MOST} moments, {len(BURSTS)} bursts of answers"
    return [
        Row("poll", f"{what}: edits of messages a burst, at most", max(updates), 1, f"{PEOPLE} votes"),
        Row(
            "poll", "calls that Slack refused as too many (429)", refused, 0, f"last burst took {took:.1f} s"
        ),
        Row("poll", "from the first answer of a burst to the card with all, s", round(slowest, 1), SOON),
    ]


def _now(office: Office, card: Message) -> Message:
    return next(each for each in office.slack.history("atlas") if each.ts == card.ts)


def _note(calls: list[tuple[str, str | None]], change: Change) -> None:
    if change.kind == "call":
        calls.append((change.about["name"], change.about["error"]))


def _check_size(card: Message) -> None:
    size = len(str([block.get("text") or block.get("elements") for block in card.blocks]))
    assert len(card.blocks) <= 50 and size <= 13_200, (len(card.blocks), size)


def _answer(office: Office, name: str, card: Message) -> None:
    person, answers = office.person(name), [*ANSWERS.values()]
    person.click(card, "Answer")
    office.wait_for(lambda: person.modal)
    person.fill({str(each): answers[(hash(name) + each) % 3] for each in range(1, MOST + 1)})
    wrong = person.submit()
    assert not wrong, wrong
    person.close_modal()


def _asked(office: Office) -> Message:
    """The card of a poll that everybody is asked."""
    slack, storage = office.slack, office.spil.storage
    here = slack.channel_id("atlas")
    directory = Directory(office.spil.app.client, storage.unit_of_work, storage.reading, office.now)
    directory.refresh(TEAM_ID, [slack.user_id(name) for name in ("sanne", *NAMES)], here)
    with storage.unit_of_work() as uow:
        sanne = uow.people.get(TEAM_ID, slack.user_id("sanne"))
        assert sanne is not None
        ctx = in_channel(uow, office.now(), sanne, here)
        begins = local(ctx.now, ctx.project.zone).replace(minute=0, second=0, microsecond=0)
        options = [Option(id=0, starts=begins + timedelta(days=10, hours=each)) for each in range(MOST)]
        people = [slack.user_id(name) for name in NAMES]
        ask(ctx, title="Sprint review", people=people, options=options)
    return office.wait_for(lambda: next((m for m in slack.history("atlas") if "P-1" in m.words()), None))  # type: ignore[return-value]


@contextmanager
def _office() -> Iterator[Office]:
    with LocalSlack(rate_limits=False) as slack, TemporaryDirectory() as folder:
        start = Settings(_env_file=None, slack_api_url=slack.api_url)  # type: ignore[call-arg]
        slack.install(manifest(open_registry(), start.slash_names))
        seat_the_cast(slack)
        for name in NAMES:
            slack.add_user(name)
            slack.add_member("atlas", name)
        url = SecretStr(f"sqlite:///{Path(folder) / 'spil.db'}")
        tokens = {"slack_bot_token": slack.bot_token, "slack_app_token": slack.app_token}
        chosen = {**{name: SecretStr(token) for name, token in tokens.items()}, "database_url": url}
        office = Office(slack, start.model_copy(update=chosen))
        office.start_bot()
        try:
            office.project("atlas")
            yield office
        finally:
            office.stop_bot()
