"""Logs of a chat in which a bot takes the minutes, and what such a bot sums up. All invented."""

import pytest

from bot.minutes.extraction.extract import draft

LOG = """\
16:00:01 <wendy> #startmeeting Hall committee
16:00:02 <{bot}> Meeting started Thu Mar  3 16:00:02 2022 UTC.  The chair is wendy. Information follows.
16:00:02 <{bot}> Useful Commands: #action #agreed #help #info #idea #link #topic.
16:00:09 <otis> hi
16:00:12 * pip {waves}
16:01:00 <wendy> #topic Heating
16:02:00 <wendy> #agreed {agreed}
16:03:00 <otis> #action pip {does}
"""


@pytest.mark.parametrize(
    ("bot", "waves", "agreed", "does"),
    [
        ("MeetBot", "waves", "the boiler stays", "to call the plumber"),
        ("hallservices", "zwaait", "de ketel blijft", "belt de loodgieter"),
    ],
)
def test_a_bot_is_nobody_and_who_acts_is_there(bot: str, waves: str, agreed: str, does: str) -> None:
    found = draft(LOG.format(bot=bot, waves=waves, agreed=agreed, does=does))
    assert found.attendees == ("wendy", "otis", "pip")
    assert (found.title, str(found.held_on)) == ("Hall committee", "2022-03-03")
    assert [item.text for item in found.decisions] == [agreed]
    assert [(item.owner, item.text) for item in found.actions] == [("pip", does.removeprefix("to "))]


def test_nicks_of_another_server_speak_too() -> None:
    found = draft("2026-05-04 17:00:03 <@wendy:hall.im> !topic Rent\n2026-05-04 17:00:09 <@otis:b.org> hi")
    assert found.attendees == ("wendy", "otis")


@pytest.mark.parametrize(
    ("task", "nobody", "there"),
    [
        ("to call the plumber", "(none)", "People Present (lines said)"),
        ("belt de loodgieter", "(geen)", "Aanwezig"),
    ],
)
def test_items_by_person_are_each_read_once(task: str, nobody: str, there: str) -> None:
    by_person = (
        f"Meeting summary\n---------------\n* Heating  (wendy, 16:00:10)\n  * ACTION: pip {task}"
        f"  (wendy, 16:01:10)\n\nAction Items, by person\n-----------------------\n* pip\n  * pip {task}\n"
        f"* **UNASSIGNED**\n  * {nobody}\n\n{there}\n---------------------------\n"
        "* wendy (40)\n* pip (12)\n* hallbot (9)\n"
    )
    found = draft(by_person)
    assert found.attendees == ("wendy", "pip")
    assert [(item.owner, item.text) for item in found.actions] == [("pip", task.removeprefix("to "))]
