"""What is said to the bot, delivered twice, by who may not, or where no project is meant."""

from collections.abc import Iterator

import pytest

from bot.core.jobs import Job
from bot.core.project import Project
from bot.sandbox.state import TEAM_ID
from storage.tables import ActionItemRow
from storage.unit_of_work import Storage
from tests.kit.desk import Desk, open_desk, seen
from tests.kit.rows import rows


@pytest.fixture
def desk(sqlite_storage: Storage) -> Iterator[Desk]:
    with open_desk(sqlite_storage, {"/spil": "spil"}) as opened:
        yield opened


@pytest.fixture
def atlas(desk: Desk) -> Desk:
    project(desk, "atlas")
    return desk


def project(desk: Desk, channel: str) -> None:
    channel_id, manager = desk.slack.channel_id(channel), desk.slack.user_id("tom")
    with desk.storage.unit_of_work() as uow:
        uow.projects.add(Project(team=TEAM_ID, channel=channel_id, name=channel.title(), manager=manager))
    desk.know("tom", "sanne", "gina", channel=channel)


def texts(desk: Desk) -> list[str]:
    desk.work_events()
    return [row.text for row in rows(desk.storage, ActionItemRow)]


def answers(desk: Desk, who: str) -> list[str]:
    """What the bot wrote to somebody in person."""
    return [each.words() for each in desk.slack.person(who).dm() if each.user == desk.slack.bot_user_id]


def test_said_once_and_delivered_twice_it_is_one_item_and_one_answer(atlas: Desk) -> None:
    tom = atlas.slack.person("tom")
    atlas.slack.deliver_next_twice()
    tom.say("@spil action write the plan @sanne friday", "atlas")
    atlas.slack.deliver_next_twice()
    tom.say_dm("action call the supplier @sanne friday")
    assert texts(atlas) == ["write the plan", "call the supplier"]
    assert len(answers(atlas, "tom")) == 1
    assert texts(atlas) == ["write the plan", "call the supplier"]


def test_a_mention_that_comes_again_with_an_edit_is_not_carried_out_again(atlas: Desk) -> None:
    tom = atlas.slack.person("tom")
    tom.say("@spil action write the plan @sanne friday", "atlas")
    assert texts(atlas) == ["write the plan"]
    [job] = [job for job in atlas.jobs("event") if job.payload["event"]["type"] == "app_mention"]
    atlas.inbox.handle(
        Job(key="event:Ev99", kind="event", lane=job.lane, payload=job.payload, due_at=job.due_at)
    )
    assert texts(atlas) == ["write the plan"]


def test_who_may_not_see_the_project_raises_nothing_by_word_either(atlas: Desk) -> None:
    gina = atlas.slack.person("gina")
    gina.say("@spil action peek", "atlas")
    gina.say_dm("action peek")
    assert texts(atlas) == []
    assert "Guests can't see project data here." in seen(gina.sees("atlas"))
    assert len(answers(atlas, "gina")) == 1


def test_what_is_typed_in_person_for_no_project_says_where_to_type_it(desk: Desk) -> None:
    joost = desk.slack.person("joost")
    joost.say_dm("actie bel de verhuizer")
    assert texts(desk) == []
    [answer] = answers(desk, "joost")
    assert "kanaal" in answer
    told = seen(joost.command("/spil actie bel de verhuizer", joost.dm()[0].channel))
    assert "kanaal" in told and "bel de verhuizer" in told


def test_a_slash_command_in_person_goes_to_the_only_project_and_says_so(atlas: Desk) -> None:
    tom = atlas.slack.person("tom")
    direct = tom.say_dm("hello").channel
    told = seen(tom.command("/spil action @sanne write the plan by friday", direct))
    assert "In #atlas:" in told and "write the plan · sanne · Fri 27 Nov · A-1" in told
    assert texts(atlas) == ["write the plan"]
    assert "A-1" in seen(tom.command("/spil action list", direct))
    tom.command("/spil action", direct)
    tom.fill({"What must be done": "call the supplier"})
    assert tom.submit() == {}
    assert texts(atlas) == ["write the plan", "call the supplier"]


def test_of_several_projects_one_press_chooses_and_a_second_press_does_nothing(atlas: Desk) -> None:
    project(atlas, "kluis")
    sanne = atlas.slack.person("sanne")
    direct = sanne.say_dm("hoi").channel
    sanne.command("/spil actie @sanne schrijf het plan vrijdag", direct)
    [question] = [each for each in sanne.dm() if each.ephemeral_to]
    chooser = question.blocks[-1]["elements"][0]["action_id"]
    atlas.slack.deliver_next_twice()
    sanne.choose(question, chooser, "Kluis")
    assert texts(atlas) == ["schrijf het plan"]
    [item] = rows(atlas.storage, ActionItemRow)
    assert item.project_id == 2
