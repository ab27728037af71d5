"""A walk past every screen that people ask for, with nothing, one and fifty things in it, in both languages.

What holds of every screen anywhere (`tests/kit/manners.py`) is looked at by the office itself.
"""

import re
from datetime import datetime

import pytest

from tests.kit.office import Office
from tests.kit.story import answers, dm, posts, read

TWO_LINES = 80
"""Characters of a row on a phone."""
ASKED = {
    "en": """action|action list|action list by owner|action mine|action late|action done|action help
        action history 1|action 1|meeting|meeting list|meeting next|meeting help|minutes|minutes list
        decision|decision list|digest|help|away|reminders|planned|project|action undo""",
    "nl": """actie|actie lijst|actie lijst per persoon|actie mijn|actie te laat|actie gereed|actie hulp
        actie historie 1|actie 1|overleg|overleg lijst|overleg volgende|overleg hulp|notulen|notulen lijst
        besluit|besluit lijst|overzicht|hulp|afwezig|herinneringen|gepland|project|actie ongedaan""",
}
LINES = {"en": "@{who} check cable {at} by Friday", "nl": "@{who} controleer kabel {at} uiterlijk vrijdag"}
ALSO = {
    "en": ("meeting Team with @priya @tom friday 14:00", "decision we paint it blue because it lasts"),
    "nl": ("overleg Team met @joost @sanne vrijdag 14:00", "besluit we verven het blauw omdat het blijft"),
}
CAST = {"en": ("atlas", "tom", "priya"), "nl": ("molen", "sanne", "joost")}


@pytest.mark.parametrize("count", [0, 1, 50])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_screen_fits_a_phone_and_says_something(office: Office, language: str, count: int) -> None:
    channel, who, other = CAST[language]
    office.project(channel, language=language, manager=office.slack.user_id(who))
    _fill(office, language, count)
    person, seen = office.person(who), list[str]()
    for line in re.split(r"\||\s{2,}", ASKED[language]):
        told = [read(message) for message in answers(office, who, f"/spil {line}", channel)]
        assert told or person.modal, line
        seen += told
        if person.modal:
            person.close_modal()
    office.set_clock(datetime(2026, 11, 30, 9))  # Monday: what is due has become late
    seen += [read(each) for each in (*posts(office, channel), *dm(office, who), *dm(office, other))]
    assert person.open_home()
    assert [row for text in seen for row in text.splitlines() if _too_long(row)] == []


def _fill(office: Office, language: str, count: int) -> None:
    channel, who, other = CAST[language]
    word = {"en": "action", "nl": "actie"}[language]
    lines = [LINES[language].format(who=(who, other)[at % 2], at=at) for at in range(count)]
    if lines:
        office.person(who).command(f"/spil {word} " + "\n".join(lines), channel)
    if office.person(who).modal:
        office.person(who).submit()
    for line in ALSO[language] if count else ():
        office.person(who).command(f"/spil {line}", channel)
    office.settle()


def _too_long(row: str) -> bool:
    """A row of a list; sentences flow."""
    return len(row) > TWO_LINES and " · " in row
