"""Sentences about what is planned, in both languages."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.language import Language
from bot.people.preferences import CAN_BE_OFF, Rule
from bot.reminders.text import Planned
from bot.texts import texts_in

AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
ONE = Planned(AT, Rule.snooze, 3, "write <it>", "C1")


@pytest.mark.parametrize("language", Language)
def test_every_rule_has_its_line_and_every_switch_its_state(language: Language) -> None:
    texts = texts_in(language)
    lines = {texts.planned_line(ONE._replace(rule=rule), AT.date(), "UTC") for rule in Rule}
    assert len(lines) == len(Rule)
    assert len({texts.planned_off(rule) for rule in CAN_BE_OFF}) == len(CAN_BE_OFF)


def test_a_line_tells_when_on_their_clock_what_and_why() -> None:
    line = texts_in(Language.en).planned_line(ONE, AT.date(), "Europe/Amsterdam")
    assert line == "*Tue 24 Nov 09:00* · write &lt;it&gt; in <#C1> (A-3), once more – you asked for it"


def test_all_mornings_are_one_line() -> None:
    mornings = [Planned(AT, Rule.bundle, 1), Planned(AT + timedelta(days=1), Rule.bundle, 12)]
    english, dutch = (texts_in(language) for language in Language)
    assert english.planned_mornings(mornings, "Europe/Amsterdam") == (
        "*Each working morning, 09:00* · 1 action item on Tue, 12 on Wed"
    )
    assert dutch.planned_mornings(mornings, "Europe/Amsterdam") == (
        "*Elke werkdag om 09:00* · 1 actiepunt op di, 12 op wo"
    )
