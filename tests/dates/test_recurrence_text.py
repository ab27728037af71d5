"""What repeats, said so that it can be typed."""

import pytest

from bot.core.language import Language
from bot.dates.rrule import read_recurrence
from bot.dates.text import recurrence
from tests.kit.clock import MONDAY

RULES = {
    "FREQ=DAILY": ("every day", "elke dag"),
    "FREQ=DAILY;INTERVAL=2": ("every 2 days", "elke 2 dagen"),
    "FREQ=WEEKLY;BYDAY=MO": ("every Monday", "elke maandag"),
    "FREQ=WEEKLY;BYDAY=MO,TH": ("every Monday and Thursday", "elke maandag en donderdag"),
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": ("every working day", "elke werkdag"),
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU": ("every 2 weeks on Tuesday", "elke 2 weken op dinsdag"),
    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231": (
        "every Tuesday until 31 Dec 2026",
        "elke dinsdag tot en met 31 dec 2026",
    ),
    "FREQ=WEEKLY;BYDAY=TU;COUNT=10": ("every Tuesday 10 times", "elke dinsdag 10 keer"),
    "FREQ=MONTHLY;BYDAY=1MO": ("every first Monday", "elke eerste maandag"),
    "FREQ=MONTHLY;BYDAY=3TH": ("every third Thursday of the month", "elke derde donderdag van de maand"),
    "FREQ=MONTHLY;BYDAY=1MO,3MO": ("every first and third Monday", "elke eerste en derde maandag"),
    "FREQ=MONTHLY;BYMONTHDAY=1,15": (
        "every month on the 1st and on the 15th",
        "elke maand op de 1e en op de 15e",
    ),
    "FREQ=MONTHLY;BYMONTHDAY=-1": ("every last day of the month", "elke laatste dag van de maand"),
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": (
        "every last working day of the month",
        "elke laatste werkdag van de maand",
    ),
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO": (
        "every 3 months on the first Monday",
        "elke 3 maanden op de eerste maandag",
    ),
    f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, range(2, 53, 2)))};BYDAY=TU": (
        "every even week on Tuesday",
        "elke even week op dinsdag",
    ),
    f"FREQ=YEARLY;BYWEEKNO={','.join(map(str, range(1, 54, 2)))};BYDAY=FR": (
        "every odd week on Friday",
        "elke oneven week op vrijdag",
    ),
    "FREQ=YEARLY;BYMONTH=11;BYDAY=-1FR": (
        "every year on the last Friday of November",
        "elk jaar op de laatste vrijdag van november",
    ),
    "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1": ("every year on 1 May", "elk jaar op 1 mei"),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_said_in_words_that_mean_the_same_rule(rule: str, language: Language) -> None:
    words = recurrence(rule, language)
    assert words == RULES[rule][language is Language.nl]
    assert read_recurrence(words, MONDAY, "Europe/Amsterdam", [language]).rrule == rule


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=YEARLY;BYMONTH=5", "FREQ=MONTHLY;BYDAY=1MO,2TU"])
def test_a_rule_from_elsewhere_that_has_no_words_is_shown_as_it_is(rule: str) -> None:
    assert recurrence(rule, Language.en) == rule
