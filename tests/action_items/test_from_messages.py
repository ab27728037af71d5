"""What a message that is put forward, edited or deleted leaves in the tables."""

from datetime import timedelta

import pytest

from bot.action_items import change
from bot.action_items.change import NotYours
from bot.action_items.model import ActionItem, ActionItems, SourceNews, Status
from bot.action_items.noun import ACTION_ITEM
from bot.core.context import PersonContext, by_clock
from bot.core.undo import undo, undo_last
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import OUTSIDERS, TEAM, Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows

SOURCE = "C1:1700000000.000100"


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    opened = open_atlas(sqlite_storage)
    with opened.unit() as uow:
        ctx = opened.ctx(uow, MONDAY, "sanne")
        change.create(ctx, text="call the mover", owner=user("tom"), source_message=SOURCE)
    return opened


def kept(atlas: Atlas) -> ActionItem:
    with atlas.unit() as uow:
        item = uow.of(ActionItems).get(atlas.project.id, 1)
    assert item is not None
    return item


def says(atlas: Atlas, text: str | None, by: str = "priya") -> ActionItem:
    """The message now says `text`, or is deleted."""
    with atlas.unit() as uow:
        change.source_changed(PersonContext(uow, MONDAY, person(by)), SOURCE, text)
    return kept(atlas)


def take(atlas: Atlas, who: str) -> ActionItem:
    with atlas.unit() as uow:
        return change.take_new_text(atlas.ctx(uow, MONDAY, who), 1)


def whats(atlas: Atlas) -> list[str]:
    return [event.what for event in rows(atlas.storage, EventRow)]


def pin(atlas: Atlas, who: str, reaction: str = "pushpin", channel: str = "C1") -> list[str]:
    """Keys of the questions to Slack that wait after it."""
    with atlas.unit() as uow:
        someone = person(who, **OUTSIDERS.get(who, {}))
        change.pinned(PersonContext(uow, MONDAY, someone), channel, "1700000000.000200", reaction)
    return [job.key for job in rows(atlas.storage, JobRow) if job.kind == change.LOOK_UP]


def test_an_edit_is_told_and_its_text_is_taken_once_by_the_owner(atlas: Atlas) -> None:
    item = says(atlas, "call the mover and the painter")
    assert (item.text, item.source_news) == ("call the mover", SourceNews.edited)
    with pytest.raises(NotYours):
        take(atlas, "sanne")
    taken = take(atlas, "tom")
    assert (taken.text, taken.source_news) == ("call the mover and the painter", None)
    assert take(atlas, "tom") == taken
    assert whats(atlas) == ["created", "source_edited", "source_taken"]

    with atlas.unit() as uow:
        undo_last(atlas.ctx(uow, MONDAY, "tom"), ACTION_ITEM)
    item = kept(atlas)
    assert (item.text, item.source_text) == ("call the mover", "call the mover and the painter")


def test_the_same_news_again_and_a_text_that_the_item_has_are_no_news(atlas: Atlas) -> None:
    says(atlas, "call the painter")
    assert says(atlas, "call the painter").version == 2
    back = says(atlas, "call the mover")
    assert (back.source_news, back.source_text) == (None, None)
    assert says(atlas, None).source_news == SourceNews.deleted
    assert says(atlas, None).version == 4


def test_news_of_the_message_is_in_the_way_of_no_undo_and_is_nobodys_change(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.give(atlas.ctx(uow, MONDAY, "priya"), 1, user("priya"))
    item = says(atlas, "call the painter", by="priya")
    with atlas.unit() as uow:
        restored = undo(atlas.ctx(uow, MONDAY, "priya"), ACTION_ITEM, 1, item.version)
    assert (restored.owner, restored.source_text) == (user("tom"), "call the painter")
    with atlas.unit() as uow:
        item = undo(atlas.ctx(uow, MONDAY, "sanne"), ACTION_ITEM, 1, restored.version)
    assert item.status is Status.cancelled


def test_a_message_of_another_workspace_is_not_ours(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        stranger = person("priya", team="T2")
        change.source_changed(PersonContext(uow, MONDAY, stranger), SOURCE, "other words")
    assert kept(atlas).source_news is None


@pytest.mark.parametrize(
    ("who", "reaction", "channel", "asked"),
    [
        ("tom", "pushpin", "C1", 1),
        ("tom", "eyes", "C1", 0),
        ("tom", "pushpin", "C2", 0),
        ("gina", "pushpin", "C1", 0),
        ("otto", "pushpin", "C1", 0),
    ],
)
def test_only_the_projects_pin_by_one_of_its_people_puts_a_message_forward(
    atlas: Atlas, who: str, reaction: str, channel: str, asked: int
) -> None:
    assert len(pin(atlas, who, reaction, channel)) == asked


def test_another_pin_is_the_projects_choice_and_none_is_too(sqlite_storage: Storage) -> None:
    atlas = open_atlas(sqlite_storage, pin="memo")
    assert pin(atlas, "tom") == []
    assert len(pin(atlas, "tom", "memo::skin-tone-2")) == 1
    with atlas.unit() as uow:
        uow.projects.put(atlas.project.model_copy(update={"pin": ""}))
    assert len(pin(atlas, "sanne", "")) == 1


def test_who_put_it_forward_is_asked_once_and_reads_what_came_of_it(atlas: Atlas) -> None:
    about = {"team": TEAM, "project": atlas.project.id, "user": user("sanne")}
    channel, _, ts = SOURCE.partition(":")
    content = {"text": "call the mover", "author": user("tom"), "link": ""}
    for later in range(2):
        with atlas.unit() as uow:
            change.looked_up(
                uow, MONDAY + timedelta(hours=later), {**about, "channel": channel, "ts": ts}, content
            )
    item = kept(atlas)
    with atlas.unit() as uow:
        assert change.put_forward(uow, SOURCE, user("sanne")) == content
        assert change.put_forward(uow, SOURCE, user("tom")) is None
        change.made(by_clock(uow, MONDAY, atlas.project), item)
    told = [job for job in rows(atlas.storage, JobRow) if job.payload.get("kind") == "action_items.pinned"]
    assert [job.payload.get("only_update", False) for job in told] == [False, True]
