"""Sentences about what is planned, in both languages."""

from datetime import UTC, datetime

import pytest

from bot.core.language import Language
from bot.people.preferences import CAN_BE_OFF, Rule
from bot.reminders.planned import Planned
from bot.texts import texts_in

AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
ONE = Planned(AT, Rule.snooze, 3, "write <it>", "C1")


@pytest.mark.parametrize("language", Language)
def test_every_rule_has_its_line_and_every_switch_its_state(language: Language) -> None:
    texts = texts_in(language)
    lines = {texts.planned_line(ONE._replace(rule=rule), "UTC") for rule in Rule}
    assert len(lines) == len(Rule)
    assert len({texts.planned_off(rule) for rule in CAN_BE_OFF}) == len(CAN_BE_OFF)


def test_a_line_tells_when_on_their_clock_what_and_why() -> None:
    line = texts_in(Language.en).planned_line(ONE, "Europe/Amsterdam")
    said = "*Tue 24-11-2026 09:00 (wk 48)* · A-3 · write &lt;it&gt; in <#C1>, once more – you snoozed it"
    assert line == said
    bundle = Planned(AT, Rule.bundle, 1)
    assert "met 1 actiepunt –" in texts_in(Language.nl).planned_line(bundle, "Europe/Amsterdam")
