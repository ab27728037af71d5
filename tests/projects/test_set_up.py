"""Setting a project up and changing it, with rows to look at."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.core.context import PersonContext, in_project
from bot.core.errors import (
    BotOutside,
    ChangedSince,
    Misfilled,
    NotAllowed,
    PersonGone,
    PersonIsBot,
    PersonIsGuest,
    PersonOutside,
    Rejected,
    UnknownPerson,
)
from bot.core.language import Language
from bot.core.people import Kind
from bot.core.project import Project, ProjectSettings
from bot.projects import set_up as projects
from storage.tables import EventRow, JobRow, ProjectRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows

MOLEN = ProjectSettings(name="Molen", manager=user("tom"), sponsor=user("otto"), language=Language.nl)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """C1 has the project Atlas; C2, with the same people, has none."""
    opened = open_atlas(sqlite_storage)
    with opened.unit() as uow:
        present = [user(name) for name in ("sanne", "tom", "gina", "robo", "gone")]
        uow.people.put_members(TEAM, "C2", present, MONDAY)
    return opened


def set_up(
    atlas: Atlas, name: str, settings: ProjectSettings = MOLEN, channel: str = "C2"
) -> tuple[Project, bool]:
    with atlas.unit() as uow:
        return projects.set_up(anywhere(uow, MONDAY, name), channel, settings)


def change(atlas: Atlas, who: str, seen: int, **changes: object) -> Project:
    settings = atlas.project.settings.model_copy(update=changes)
    with atlas.unit() as uow:
        return projects.change(atlas.ctx(uow, MONDAY, who), settings, seen)


def seen(atlas: Atlas) -> int:
    with atlas.unit() as uow:
        return projects.version(atlas.ctx(uow, MONDAY, "sanne"))


def cards(atlas: Atlas) -> list[str]:
    return [str(job.payload["to"]) for job in rows(atlas.storage, JobRow) if "projects.card" in job.key]


def test_a_project_is_kept_logged_and_shown(atlas: Atlas) -> None:
    project, new = set_up(atlas, "sanne")
    assert new
    [kept] = [row for row in rows(atlas.storage, ProjectRow) if row.channel == "C2"]
    assert (kept.id, kept.team, kept.name, kept.sponsor) == (project.id, TEAM, "Molen", user("otto"))
    [event] = rows(atlas.storage, EventRow)
    assert (event.who, event.noun, event.what, event.before) == (user("sanne"), "projects", "created", None)
    assert event.after is not None and event.after["name"] == "Molen"
    assert cards(atlas) == ["C2"]


def test_of_two_who_set_it_up_the_first_did(atlas: Atlas) -> None:
    first, _ = set_up(atlas, "sanne")
    again, new = set_up(atlas, "tom", MOLEN.model_copy(update={"name": "Other"}))
    assert (again, new) == (first, False)
    assert len(rows(atlas.storage, ProjectRow)) == 2
    assert cards(atlas) == ["C2"]


@pytest.mark.parametrize("name", ["gina", "robo", "gone", "otto"])
def test_who_may_not_see_a_project_cannot_set_one_up(atlas: Atlas, name: str) -> None:
    with atlas.unit() as uow:
        who = uow.people.get(TEAM, user(name))
    assert who is not None
    with pytest.raises(NotAllowed), atlas.unit() as uow:
        projects.set_up(PersonContext(uow, MONDAY, who), "C2", MOLEN)
    assert cards(atlas) == []


def test_without_us_in_the_channel_it_cannot_be_set_up(atlas: Atlas) -> None:
    with pytest.raises(BotOutside):
        set_up(atlas, "sanne", channel="C3")


@pytest.mark.parametrize(
    ("field", "name", "reason"),
    [
        ("manager", "gina", PersonIsGuest),
        ("manager", "robo", PersonIsBot),
        ("manager", "gone", PersonGone),
        ("manager", "otto", PersonOutside),
        ("manager", "nobody", UnknownPerson),
        ("sponsor", "robo", PersonIsBot),
        ("sponsor", "gone", PersonGone),
        ("sponsor", "nobody", UnknownPerson),
    ],
)
def test_who_cannot_lead_or_sponsor_is_refused_at_their_field(
    atlas: Atlas, field: str, name: str, reason: type[Rejected]
) -> None:
    with pytest.raises(Misfilled) as refused:
        set_up(atlas, "sanne", MOLEN.model_copy(update={field: user(name)}))
    assert {name: type(each) for name, each in refused.value.reasons.items()} == {field: reason}
    assert len(rows(atlas.storage, ProjectRow)) == 1


def test_a_change_is_kept_logged_with_what_was_and_shown_anew(atlas: Atlas) -> None:
    change(atlas, "tom", seen(atlas), name="Atlas 2", digest_day=None)
    [kept] = rows(atlas.storage, ProjectRow)
    assert (kept.name, kept.digest_day) == ("Atlas 2", None)
    [event] = rows(atlas.storage, EventRow)
    assert event.before is not None and event.after is not None
    assert (event.what, event.before["name"], event.after["name"]) == ("changed", "Atlas", "Atlas 2")
    assert cards(atlas) == ["C1"]


def test_saving_what_is_there_changes_nothing(atlas: Atlas) -> None:
    assert change(atlas, "tom", seen(atlas)) == atlas.project
    assert rows(atlas.storage, EventRow) == []


def test_of_two_changes_to_the_same_version_the_second_is_told_of_the_first(atlas: Atlas) -> None:
    version = seen(atlas)
    change(atlas, "tom", version, name="Tom's")
    with pytest.raises(ChangedSince) as refused:
        change(atlas, "sanne", version, name="Sanne's")
    assert refused.value.who == user("tom")
    assert [row.name for row in rows(atlas.storage, ProjectRow)] == ["Tom's"]
    assert change(atlas, "sanne", seen(atlas), name="Sanne's").name == "Sanne's"


def test_a_change_that_is_refused_can_be_mended_and_sent_again(atlas: Atlas) -> None:
    version = seen(atlas)
    with pytest.raises(Misfilled):
        change(atlas, "sanne", version, manager=user("robo"))
    assert change(atlas, "sanne", version, manager=user("tom")).manager == user("tom")


def test_only_who_is_present_changes_it(atlas: Atlas) -> None:
    with pytest.raises(NotAllowed):
        change(atlas, "otto", seen(atlas), name="Otto's")
    with pytest.raises(NotAllowed), atlas.unit() as uow:
        in_project(uow, MONDAY, person("gina", kind=Kind.guest), atlas.project.id)


@pytest.mark.usefixtures("patient")
def test_two_at_once_make_one_project_and_one_change(storage: Storage) -> None:
    opened = open_atlas(storage)
    with opened.unit() as uow:
        uow.people.put_members(TEAM, "C2", [user("sanne"), user("tom")], MONDAY)
    settings = MOLEN.model_copy(update={"sponsor": None})
    version = seen(opened)

    def change_or_not(name: str) -> bool:
        try:
            change(opened, name, version, name=name)
        except ChangedSince:
            return False
        return True

    with ThreadPoolExecutor(2) as both:
        made = both.map(lambda name: set_up(opened, name, settings)[1], ("sanne", "tom"))
        changed = both.map(change_or_not, ("sanne", "tom"))
        assert sorted(made) == sorted(changed) == [False, True]
    assert len(rows(storage, ProjectRow)) == 2
