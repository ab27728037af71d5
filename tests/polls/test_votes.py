"""Answers that come at once, what they add up to, and the largest card there is."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.event import listen

from bot.core import records
from bot.core.context import in_project
from bot.core.errors import Misfilled, Rejected
from bot.core.language import Language
from bot.core.record_lists import Wanted
from bot.meetings.errors import NotAsked, NotOrganiser
from bot.meetings.noun import MEETING
from bot.polls.ask import accept, ask, ask_typed, cancel, choose, edit, extend, propose, vote
from bot.polls.model import (
    MOST,
    AlreadyAnOption,
    Answer,
    BadDeadline,
    Doubtful,
    Option,
    Poll,
    PollOver,
    Polls,
    SomePassed,
    UnknownOption,
    Vote,
)
from bot.polls.results import Results, results
from bot.texts import Texts, texts_in
from handlers.polls import views as poll_views
from handlers.polls.listeners import DESK
from handlers.records import views
from handlers.records.lists import listing
from handlers.slack.request import See
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.nouns import both_languages
from tests.kit.rows import rows
from tests.kit.views import accepted, accepted_view

TIMES = "thu 10:00, thu 14:00, fri 10:00"


@pytest.fixture
def atlas(storage: Storage) -> Atlas:
    return open_atlas(storage)


def asked(atlas: Atlas, by: str = "sanne", now: datetime = MONDAY, **changes: Any) -> Poll:
    given = {"title": "Review", "people": [user("tom"), user("priya")], "minutes": 45, "times": TIMES}
    with atlas.unit() as uow:
        return ask_typed(atlas.ctx(uow, now, by), **{**given, **changes})


def says(atlas: Atlas, who: str, answers: dict[int, Answer], now: datetime = MONDAY) -> None:
    with atlas.unit() as uow:
        vote(atlas.ctx(uow, now, who), 1, answers)


def said(atlas: Atlas) -> dict[str, dict[int, Answer]]:
    with atlas.unit() as uow:
        found = uow.of(Polls).votes([(atlas.project.id, 1)])[atlas.project.id, 1]
        return {who: dict(answers) for who, answers in found.items()}


def open_jobs(atlas: Atlas, kind: str) -> list[JobRow]:
    found = [job for job in rows(atlas.storage, JobRow) if job.kind == kind and job.state == "open"]
    return sorted(found, key=lambda job: job.due_at)


@pytest.mark.usefixtures("patient")
def test_many_who_answer_at_once_lose_nothing_and_the_card_is_edited_once(atlas: Atlas) -> None:
    people = [f"voter{number}" for number in range(12)]
    with atlas.unit() as uow:
        for name in people:
            uow.people.put(person(name))
            uow.people.add_member(TEAM, atlas.project.channel, user(name))
    asked(atlas, people=[user(name) for name in people])

    def one(place: int) -> None:
        name, option = people[place // 3], place % 3 + 1
        with atlas.storage.unit_of_work() as uow:
            vote(in_project(uow, MONDAY, person(name), atlas.project.id), 1, {option: Answer.yes})

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(one, range(36)))
    assert said(atlas) == {user(name): dict.fromkeys((1, 2, 3), Answer.yes) for name in people}
    cards = [job for job in open_jobs(atlas, "post") if "polls.card" in job.key and ":answers" in job.key]
    assert len(cards) == 1


@pytest.mark.usefixtures("patient")
def test_two_who_choose_at_once_plan_one_meeting(atlas: Atlas) -> None:
    asked(atlas)

    def plan(_: int) -> Poll:
        with atlas.storage.unit_of_work() as uow:
            return choose(in_project(uow, MONDAY, person("sanne"), atlas.project.id), 1, 1, sure=True)

    with ThreadPoolExecutor(2) as pool:
        assert [poll.meeting for poll in pool.map(plan, range(2))] == [1, 1]
    with atlas.unit() as uow:
        assert uow.of(MEETING.records).get(atlas.project.id, 2) is None
        with pytest.raises(PollOver):
            choose(atlas.ctx(uow, MONDAY, "sanne"), 1, 2, sure=True)


def test_what_each_may_do(atlas: Atlas) -> None:
    asked(atlas, people=[user("tom")])
    with atlas.unit() as uow:
        tom, priya = (atlas.ctx(uow, MONDAY, name) for name in ("tom", "priya"))
        sanne = atlas.ctx(uow, MONDAY, "sanne")
        refusals: tuple[tuple[Callable[[], object], type[Rejected]], ...] = (
            (lambda: vote(priya, 1, {1: Answer.yes}), NotAsked),
            (lambda: vote(sanne, 1, {1: Answer.yes}), NotAsked),
            (lambda: vote(tom, 1, {9: Answer.yes}), UnknownOption),
            (lambda: choose(tom, 1, 1), NotOrganiser),
            (lambda: choose(sanne, 1, 1), Doubtful),
            (lambda: propose(priya, 1, datetime(2026, 11, 27, 9)), NotAsked),
            (lambda: propose(tom, 1, datetime(2026, 11, 26, 10)), AlreadyAnOption),
            (lambda: propose(tom, 1, datetime(2026, 11, 20, 10)), SomePassed),
            (lambda: accept(sanne, 1, 9), UnknownOption),
            (lambda: extend(sanne, 1, datetime(2026, 12, 20, 10)), BadDeadline),
            (lambda: extend(tom, 1, datetime(2026, 11, 26, 9)), NotOrganiser),
            (lambda: cancel(tom, 1), NotOrganiser),
        )
        for refused, why in refusals:
            with pytest.raises(why):
                refused()
        cancel(sanne, 1)
        with pytest.raises(PollOver):
            vote(tom, 1, {1: Answer.yes})


def test_an_edit_keeps_the_answers_to_moments_that_stay(atlas: Atlas) -> None:
    before = asked(atlas)
    says(atlas, "tom", {1: Answer.yes, 2: Answer.no})
    with atlas.unit() as uow:
        form = {
            "title": "Review",
            "people": before.people,
            "optional": [],
            "minutes": 45,
            "times": "thu 14:00, mon 9:00",
            "place": "",
            "until": before.until,
        }
        after = edit(atlas.ctx(uow, MONDAY, "sanne"), 1, before.version, form)
        assert isinstance(after, Poll)
        found = results(atlas.ctx(uow, MONDAY, "sanne"), after)
    refused = [(each.id, found.who_said(Answer.no, each)) for each in after.moments]
    assert refused == [(2, [user("tom")]), (4, [])]
    assert after.deadline == before.deadline


def test_the_usual_deadline_is_two_working_days_on_or_before_the_first_moment(atlas: Atlas) -> None:
    def until(times: str, now: datetime = MONDAY) -> datetime:
        return asked(atlas, now=now, times=times).closes_at

    far, utc = "2026-12-10 10:00, 2026-12-11 10:00", MONDAY.tzinfo
    assert until(far) == datetime(2026, 11, 25, 16, tzinfo=utc)
    friday = MONDAY + timedelta(days=4)
    assert until(far, friday) == datetime(2026, 12, 1, 16, tzinfo=utc)
    assert until("tue 10:00, wed 10:00") == datetime(2026, 11, 23, 16, tzinfo=MONDAY.tzinfo)
    assert until("today 11:00, wed 10:00") == MONDAY + timedelta(hours=1)
    with pytest.raises(Misfilled):
        asked(atlas, until=datetime(2026, 12, 20).date())


def test_the_clock_has_its_jobs_of_the_present_deadline_alone(atlas: Atlas) -> None:
    asked(atlas, times="2026-12-10 10:00, 2026-12-11 10:00")

    def planned() -> list[tuple[str, str]]:
        kinds = [*open_jobs(atlas, "poll_reminder"), *open_jobs(atlas, "poll_due")]
        return [(job.payload["turn"], f"{job.due_at:%d %H:%M}") for job in kinds]

    assert planned() == [("first", "24 21:20"), ("last", "25 12:00"), ("deadline", "25 16:00")]
    with atlas.unit() as uow:
        extend(atlas.ctx(uow, MONDAY, "sanne"), 1, datetime(2026, 11, 27).date())
    assert [each[1] for each in planned()] == ["26 05:20", "27 12:00", "27 16:00"]
    with atlas.unit() as uow:
        cancel(atlas.ctx(uow, MONDAY, "sanne"), 1)
    assert planned() == []


def test_a_page_of_many_polls_asks_as_much_as_one_of_one(atlas: Atlas) -> None:
    def statements() -> int:
        heard: list[str] = []
        with atlas.unit() as uow:
            see = See(atlas.ctx(uow, MONDAY, "sanne"), texts_in(Language.en))
            listen(atlas.storage.engine, "before_cursor_execute", lambda *about: heard.append(about[2]))
            listing(DESK, records.listed(see.ctx, DESK.noun, Wanted()), see, "/spil poll")
        return len(heard)

    asked(atlas)
    of_one = statements()
    for _ in range(10):
        asked(atlas)
    assert statements() == of_one


def test_best_is_where_those_who_are_needed_can_come() -> None:
    options = [Option(id=0, starts=datetime(2026, 12, day, 10)) for day in (1, 2, 3, 4)]
    poll = Poll(
        project_id=1,
        number=1,
        title="Review",
        organiser="U0",
        zone="UTC",
        people=["U0", "U1", "U2", "U3"],
        optional=["U3"],
        deadline=datetime(2026, 11, 25, 17),
        raised_at=MONDAY,
    ).with_options(options)
    yes, perhaps, no = Answer
    votes = {
        "U1": {1: yes, 2: perhaps, 3: yes, 4: yes},
        "U2": {1: no, 2: yes, 3: yes, 4: yes},
        "U3": {1: yes, 2: yes, 3: no, 4: yes},
    }
    ranked = Results(poll, votes, poll.voters).best_first
    assert [each.id for each in ranked] == [4, 2, 3, 1]
    assert Results(poll, votes, poll.voters).silent == []
    assert Results(poll, {**votes, "U2": {1: no}}, poll.voters).silent == ["U2"]


@both_languages
@pytest.mark.parametrize("silent_ones", [0, 200])
def test_the_largest_poll_fits_everywhere(sqlite_storage: Storage, texts: Texts, silent_ones: int) -> None:
    atlas = open_atlas(sqlite_storage)
    people = [f"voter{number}" for number in range(200)]
    with atlas.unit() as uow:
        for name in people:
            uow.people.put(person(name).model_copy(update={"name": "&" * 80}))
            uow.people.add_member(TEAM, atlas.project.channel, user(name))
        options = [
            Option(id=0, starts=datetime(2026, 12, 10, 10) + timedelta(hours=each)) for each in range(MOST)
        ]
        poll = ask(
            atlas.ctx(uow, MONDAY, "sanne"),
            title="&" * 140,
            people=[user(name) for name in people],
            options=options,
            place="&" * 200,
        )
        for name in people[silent_ones:]:
            answers = {str(each.id): Answer.no for each in poll.moments}
            vote = Vote(project_id=poll.project_id, number=poll.number, user=user(name), answers=answers)
            uow.of(Polls).put_vote(vote)
        see = See(atlas.ctx(uow, MONDAY, "sanne"), texts)
        voter = person(people[-1])
        for message in (
            views.card(DESK, poll, see),
            poll_views.asked(poll, see, voter),
            poll_views.choices(poll, see, "UTC", "all"),
            poll_views.doubtful(poll, Doubtful(1, [user(name) for name in people], []), see, "UTC"),
        ):
            accepted(message)
        accepted_view(poll_views.vote_form(poll, see, voter))
