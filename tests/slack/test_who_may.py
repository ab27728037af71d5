"""Who may do what: all that is registered, done by ten kinds of person in a public and in a private project.

The walk is made once. It starts from what is registered, types, presses and submits whatever the bot shows,
with the database as it was when it was shown, and looks through all that was said and kept.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.slack.registry import Registry
from tests.kit.databases import copy_sqlite
from tests.kit.who_may.building import INSIDERS, OPEN, PLACES, open_building
from tests.kit.who_may.story import begin, later, tell
from tests.kit.who_may.walking import TOLD_BY_SLACK, Entry, Walk

pytestmark = [pytest.mark.long, pytest.mark.timeout(600)]
"""For all of it at once, on a machine that does other things too."""

NOTHING_WITHIN = TOLD_BY_SLACK | {"/spil spil", "help.command", "action_items.asked_enough", "meetings.join"}
"""What shows nothing of a project to anybody, and changes nothing that it keeps: who is present is not its
own; the list of commands; a question that is put away; a link. So does the help of each command."""

OWNER, MANAGER, DECIDERS, ASKED = {"owner"}, {"manager"}, {"manager", "raiser"}, {"raiser"}
ONLY = {
    **dict.fromkeys((f"escalations.{act}" for act in ("due", "owner", "keep", "drop")), MANAGER),
    **dict.fromkeys(("projects.agree", "projects.keep"), MANAGER),
    **dict.fromkeys(
        (f"action_items.{act}" for act in ("accept", "not_mine_form", "snooze_form", "take_back")), OWNER
    ),
    **dict.fromkeys((f"action_items.{act}" for act in ("agree", "keep", "offer_owner")), DECIDERS),
    **dict.fromkeys(
        (
            f"minutes.{act}"
            for act in (
                "accept",
                "accept_all",
                "drop",
                "reopen",
                "owner",
                "list_form",
                "confidential_form",
                "stop_model",
            )
        ),
        DECIDERS,
    ),
    **dict.fromkeys((f"minutes.{act}" for act in ("who", "when", "fate", "to_chair", "take_back")), DECIDERS),
    **dict.fromkeys(("minutes.remark", "minutes.template"), MANAGER),
    **dict.fromkeys(("minutes.remark_take", "minutes.remark_leave", "minutes.record.adopt"), DECIDERS),
    **dict.fromkeys(("minutes.correct_form", "/spil minutes correct 1 12 May -> 13 May"), OWNER | DECIDERS),
    **dict.fromkeys((f"minutes.{act}" for act in ("proposal.form", "page", "send", "continue")), DECIDERS),
    **dict.fromkeys(
        (
            "meetings.cancel",
            "meetings.no_notes",
            *(f"meetings.{act}" for act in ("cancel_later", "later", "to", "without")),
            *(f"/spil meeting {act}" for act in ("move 1 friday 15:00", "cancel 1")),
        ),
        DECIDERS,
    ),
    **dict.fromkeys(
        (
            *(f"polls.{act}" for act in ("accept", "decline", "cancel", "choose_anyway")),
            *(f"/spil poll {act}" for act in ("cancel 1", "extend 1 tuesday")),
        ),
        DECIDERS,
    ),
    **dict.fromkeys(("polls.answer", "polls.vote_form", "polls.propose_form"), OWNER | {"member"}),
    "action_items.other_date_form": OWNER | DECIDERS,
    "action_items.take_text": OWNER,
    **dict.fromkeys(("minutes.draft_shared", "minutes.not_shared"), ASKED),
}
"""Acts that are not for every member, and for whom they are. Who raised an item decides of its counter-offer,
who wrote minutes of them, who organises a meeting of it, who shared notes is asked about them: here all are
the raiser. The manager may."""


@pytest.fixture(scope="module")
def walk(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    url = copy_sqlite(sqlite_template, tmp_path_factory.mktemp("who_may") / "spil.db")
    with open_building(url) as building:
        walked = Walk(building, building.spil.registry)
        begin(building, walked)
        for place in PLACES:
            tell(building, walked, place)
        later(building, walked)
        yield walked


def tried(walk: Walk, place: str) -> dict[str, list[Entry]]:
    """By name, each of its variants."""
    found: dict[str, list[Entry]] = {}
    for (name, _variant, where), entry in walk.entries.items():
        if where == place:
            found.setdefault(name, []).append(entry)
    return found


def registered(registry: Registry) -> set[str]:
    acts = {*registry.clicks, *registry.submissions, *registry.shortcuts}
    return acts | {f"/spil {word}" for word in registry.words} | {f"event {kind}" for kind in registry.events}


def test_all_that_is_registered_is_tried_in_a_public_and_in_a_private_project(walk: Walk) -> None:
    """What is missing here must be shown by something that is typed or said in tests/kit/who_may."""
    for place in PLACES:
        assert registered(walk.registry) - set(tried(walk, place.name)) == set(), place.name
    assert walk.registry.home is not None


def test_whoever_may_not_see_a_project_is_shown_nothing_of_it_and_changes_nothing_in_it(walk: Walk) -> None:
    assert walk.wrong == []
    assert walk.acts > 2000


def test_everything_comes_to_something_for_somebody_within(walk: Walk) -> None:
    for place in PLACES:
        entries = tried(walk, place.name)
        able = {name for name, each in entries.items() for one in each if any(map(one.did, INSIDERS))}
        nothing = {name for name in set(entries) - able if not name.endswith(" help")}
        assert nothing <= NOTHING_WITHIN, place.name


def test_what_is_not_for_every_member_is_done_by_nobody_else(walk: Walk) -> None:
    entries = tried(walk, OPEN.name)
    done = {
        name: {kind for each in entries[name] for kind in INSIDERS if each.changed(kind)} for name in ONLY
    }
    assert done == ONLY
