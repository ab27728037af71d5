"""A snoozed item comes back once, to who asked for it, in their own hours, or not at all."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest

from bot.action_items import change
from bot.action_items import snooze as action_items_snooze
from bot.action_items.facts import MINE
from bot.action_items.model import ActionItem
from bot.action_items.notifications import REMINDER
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.propose import NotOwner
from bot.action_items.snooze import KIND, Snooze, until
from bot.core.calendar import instant, local
from bot.core.context import by_clock
from bot.core.errors import AlreadyDone, InThePast, NotAllowed, TooFar
from bot.core.jobs import Job, Notice
from bot.core.language import Language
from bot.people.preferences import Absence, Absences, Preferences, PreferencesBook
from bot.reminders.daily_summary import bundle
from bot.texts import texts_in
from handlers.action_items import notices
from handlers.records.notices import of_record
from handlers.slack.reply import Message
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, ZONES, Atlas, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows
from tests.storage.examples import sent_message

KOLKATA = ZONES["priya"]
TOMORROW = instant(datetime(2026, 11, 25, 9), KOLKATA)
"""Tuesday the 24th is a public holiday in India."""


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """A-1 is Priya's, who is in Kolkata; Tom raised it."""
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "tom"), text="write", owner=user("priya"), due=None)
    return atlas


def item(atlas: Atlas) -> ActionItem:
    with atlas.unit() as uow:
        return change.get(by_clock(uow, MONDAY, atlas.project), 1)


def snooze(
    atlas: Atlas, choice: Snooze = Snooze.tomorrow, who: str = "priya", at: datetime = MONDAY
) -> datetime:
    with atlas.unit() as uow:
        return action_items_snooze.snooze(atlas.ctx(uow, at, who), 1, choice)


def pick(atlas: Atlas, wall: datetime, at: datetime = MONDAY) -> datetime:
    with atlas.unit() as uow:
        return action_items_snooze.snooze_to(atlas.ctx(uow, at, "priya"), 1, wall)


def waiting(atlas: Atlas) -> list[JobRow]:
    return [job for job in rows(atlas.storage, JobRow) if job.kind == KIND]


def comes(atlas: Atlas, now: datetime) -> list[JobRow]:
    """Work the one job that waits; the reminders that it put on their way."""
    [row] = waiting(atlas)
    before = {job.key for job in on_their_way(atlas)}
    with atlas.unit() as uow:
        uow.jobs.withdraw(row.key)
        action_items_snooze.run(uow, now, Job.model_validate(row))
    return [job for job in on_their_way(atlas) if job.key not in before]


def on_their_way(atlas: Atlas) -> list[JobRow]:
    jobs = [job for job in rows(atlas.storage, JobRow) if job.payload.get("kind") == REMINDER]
    return [job for job in jobs if not job.payload.get("only_update")]


def card(
    atlas: Atlas, now: datetime = MONDAY, language: Language = Language.en, since: datetime | None = None
) -> Message | None:
    """Priya's card, or her reminder that she asked for at `since`."""
    about = {"project": atlas.project.id, "number": 1}
    notice = Notice(kind=MINE, team=TEAM, to=user("priya"), about=about)
    if since is not None:
        about = {**about, "since": int(since.timestamp())}
        notice = Notice(kind=REMINDER, team=TEAM, to=user("priya"), about=about)
    render = of_record(
        ACTION_ITEM, partial(notices.mine if since is None else notices.reminder, notices.More())
    )
    with atlas.unit() as uow:
        return render(uow, notice, texts_in(language), now)


def test_it_waits_for_her_next_working_morning_and_says_so_on_her_card(atlas: Atlas) -> None:
    assert snooze(atlas) == TOMORROW
    [job] = waiting(atlas)
    assert (job.due_at, job.expires_at) == (TOMORROW, TOMORROW + timedelta(hours=9))
    shown, dutch = card(atlas), card(atlas, language=Language.nl)
    assert shown and "comes back on Wed 25 Nov 09:00" in shown.text
    assert dutch and "komt terug op wo 25 nov 09:00" in dutch.text
    hers = item(atlas)
    with atlas.unit() as uow:
        assert until(uow, MONDAY, hers, TEAM, user("priya")) == TOMORROW
        assert until(uow, MONDAY, hers, TEAM, user("tom")) is None
        assert until(uow, TOMORROW, hers, TEAM, user("priya")) is None
    assert hers.version == 1


def test_it_comes_as_a_message_of_its_own_that_says_why(atlas: Atlas) -> None:
    snooze(atlas)
    [job] = comes(atlas, TOMORROW)
    notice = Notice.model_validate(job.payload)
    assert (notice.to, notice.about["since"]) == (user("priya"), int(MONDAY.timestamp()))
    assert job.expires_at == TOMORROW + timedelta(hours=9)
    shown, dutch = (card(atlas, TOMORROW, language, MONDAY) for language in Language)
    assert shown and shown.text.startswith("You asked for this on Mon 23 Nov 13:30")
    assert dutch and dutch.text.startswith("Hier vroeg je om op ma 23 nov 13:30")
    assert waiting(atlas) == []


def test_snoozed_again_only_the_last_one_comes(atlas: Atlas) -> None:
    snooze(atlas)
    snooze(atlas, Snooze.next_week)
    assert snooze(atlas, Snooze.half_hour) == MONDAY + timedelta(minutes=30)
    snooze(atlas)
    snooze(atlas)
    [job] = waiting(atlas)
    assert job.due_at == TOMORROW


def test_a_double_click_and_two_choices_that_mean_the_same_are_one(atlas: Atlas) -> None:
    snooze(atlas)
    assert pick(atlas, datetime(2026, 11, 25, 9), MONDAY + timedelta(seconds=1)) == TOMORROW
    assert len(waiting(atlas)) == 1


Meanwhile = Callable[[Atlas], object]


def _done(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), 1)


def _given(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.give(atlas.ctx(uow, MONDAY, "tom"), 1, user("sanne"))


def _away(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        days = {"first": date(2026, 11, 25), "last": date(2026, 11, 27)}
        uow.of(Absences).add(Absence.model_validate({"team": TEAM, "user": user("priya"), **days}))


def _gone(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.people.put(person("priya", gone=True))


@pytest.mark.parametrize("meanwhile", [_done, _given, _away, _gone])
def test_it_never_comes_when_it_is_done_given_away_or_she_is_not_there(
    atlas: Atlas, meanwhile: Meanwhile
) -> None:
    snooze(atlas)
    meanwhile(atlas)
    assert comes(atlas, TOMORROW) == [] and waiting(atlas) == []


@pytest.mark.parametrize("meanwhile", [_done, _given])
def test_what_is_over_before_it_is_shown_is_not_shown_and_what_stands_says_so(
    atlas: Atlas, meanwhile: Meanwhile
) -> None:
    snooze(atlas)
    [job] = comes(atlas, TOMORROW)
    meanwhile(atlas)
    assert card(atlas, TOMORROW, since=MONDAY) is None
    notice = Notice.model_validate(job.payload)
    with atlas.unit() as uow:
        uow.sent_messages.put(sent_message(notice.key))
    assert card(atlas, TOMORROW, since=MONDAY) is not None


def test_every_reminder_that_stands_or_is_on_its_way_follows_the_item(atlas: Atlas) -> None:
    keys = []
    for day in (25, 26):
        since = MONDAY + timedelta(days=day - 25)
        pick(atlas, datetime(2026, 11, day, 10), since)
        [job] = comes(atlas, instant(datetime(2026, 11, day, 10), KOLKATA))
        keys.append(Notice.model_validate(job.payload).key)
    with atlas.unit() as uow:
        uow.jobs.withdraw(f"post:{keys[0]}")
        uow.sent_messages.put(sent_message(keys[0]))
    _done(atlas)
    posts = [job for job in rows(atlas.storage, JobRow) if job.payload.get("kind") == REMINDER]
    updated = [Notice.model_validate(job.payload).key for job in posts if job.payload.get("only_update")]
    assert set(keys) <= set(updated)


def test_only_who_it_is_asked_of_snoozes_it_while_it_is_open(atlas: Atlas) -> None:
    for name, reason in (("tom", NotOwner), ("otto", NotAllowed)):
        with pytest.raises(reason):
            snooze(atlas, who=name)
    _done(atlas)
    with pytest.raises(AlreadyDone):
        snooze(atlas)
    assert waiting(atlas) == []


def test_a_picked_time_that_is_over_or_no_plan_is_refused_and_one_out_of_her_hours_is_kept(
    atlas: Atlas,
) -> None:
    with pytest.raises(InThePast):
        pick(atlas, local(MONDAY, KOLKATA))
    with pytest.raises(TooFar):
        pick(atlas, datetime.max)
    for chosen in (
        datetime(2026, 11, 25, 22),
        datetime(2026, 11, 26, 17, 59),
        datetime(2026, 11, 28, 23, 59),
    ):
        at = pick(atlas, chosen)
        assert local(at, KOLKATA) == chosen
        [job] = waiting(atlas)
        assert job.expires_at and job.expires_at - at >= timedelta(hours=1)
        [shown] = comes(atlas, at)
        assert shown.expires_at == job.expires_at


def test_of_a_picked_time_when_she_is_away_is_said_at_once_that_it_comes_when_she_is_back(
    atlas: Atlas,
) -> None:
    _away(atlas)
    assert local(pick(atlas, datetime(2026, 11, 26, 10)), KOLKATA) == datetime(2026, 11, 30, 8)


def test_her_own_morning_and_quiet_hours_are_kept(atlas: Atlas) -> None:
    wishes = {"morning": time(11), "quiet_from": time(20), "quiet_until": time(11), "country": ""}
    with atlas.unit() as uow:
        uow.of(PreferencesBook).put(
            Preferences.model_validate({"team": TEAM, "user": user("priya"), **wishes})
        )
    assert local(snooze(atlas), KOLKATA) == datetime(2026, 11, 24, 11)
    [job] = waiting(atlas)
    assert job.expires_at and local(job.expires_at, KOLKATA) == datetime(2026, 11, 24, 20)


def test_who_travelled_gets_it_in_her_hours_there(atlas: Atlas) -> None:
    snooze(atlas)
    with atlas.unit() as uow:
        uow.people.put(person("priya", zone="America/New_York"))
    assert comes(atlas, TOMORROW) == []
    [job] = waiting(atlas)
    assert local(job.due_at, "America/New_York") == datetime(2026, 11, 25, 8)
    [reminder] = comes(atlas, job.due_at)
    assert reminder.payload["about"]["since"] == int(MONDAY.timestamp())


@pytest.mark.parametrize(
    ("now", "comes_at"),
    [
        (datetime(2026, 10, 23, 14, tzinfo=UTC), datetime(2026, 10, 26, 8, tzinfo=UTC)),
        (datetime(2027, 3, 26, 14, tzinfo=UTC), datetime(2027, 3, 30, 7, tzinfo=UTC)),  # behind Easter
    ],
)
def test_over_the_night_of_a_clock_change_it_is_nine_on_their_own_clock(
    atlas: Atlas, now: datetime, comes_at: datetime
) -> None:
    with atlas.unit() as uow:
        change.give(atlas.ctx(uow, now, "tom"), 1, user("sanne"))
    assert snooze(atlas, who="sanne", at=now) == comes_at


def test_between_the_day_of_snoozing_and_the_day_it_comes_back_it_is_in_no_bundle(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.set_due(atlas.ctx(uow, MONDAY, "tom"), 1, date(2026, 11, 24))
    snooze(atlas, Snooze.next_week)
    with atlas.unit() as uow:
        days = [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27), date(2026, 11, 30)]
        told = [len(bundle(anywhere(uow, MONDAY, "priya"), day).items) for day in days]
        assert told == [1, 0, 0, 1]
