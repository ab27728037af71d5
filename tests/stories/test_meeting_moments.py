"""Meetings whose moment is not known yet: proposed and chosen; and what is said of one that clashes."""

import re

import pytest

from bot.sandbox import Message
from tests.kit.office import Office
from tests.kit.story import Wire, answer, answers, dm, meetings, read, replies, type_in, whispers

ASKED = "/meeting Sprint review with @tom @priya next week 45m"
THURSDAY = "Thu 3 Dec, 10:00–10:45"


def plan(office: Office, who: str, message: Message, channel: str = "atlas") -> Message:
    """Press what plans it at the first moment; what stands there then."""
    office.person(who).click(message, "meetings.moment/0")
    return whispers(office, who, channel)[-1]


def rows(message: Message) -> list[str]:
    return [line for line in read(message).splitlines() if re.search(r"\d\d:\d\d–", line)]


@pytest.mark.parametrize(
    ("who", "head", "found", "first", "unknown", "planned"),
    [
        (
            "tom",
            "Sprint review · 45 min · with sanne and priya · 30 Nov – 4 Dec · Amsterdam time",
            "One moment suits:",
            f"{THURSDAY} · all 3 free",
            "Nobody's calendar is linked: I only know the meetings I planned.",
            f"Planned: Sprint review, {THURSDAY} (Amsterdam time)",
        ),
        (
            "sanne",
            "Sprint review · 45 min · met tom en priya · 30 nov – 4 dec",
            "Eén moment past:",
            "do 3 dec, 10:00–10:45 · alle 3 vrij",
            "Niemands agenda is gekoppeld: ik ken alleen de overleggen die ik plande.",
            "Gepland: Sprint review, do 3 dec, 10:00–10:45 (tijd in Amsterdam)",
        ),
    ],
)
def test_three_people_in_three_zones_find_thursday(
    atlas: Office, who: str, head: str, found: str, first: str, unknown: str, planned: str
) -> None:
    atlas.prefers("tom", working_days=[3, 4])
    type_in(atlas, "priya", "/meeting Demo with @sanne friday 4 december 09:00 8h")
    told = answer(atlas, who, ASKED.replace(f"@{who}", "@sanne"))
    assert read(told).splitlines()[:3] == [head, found, first]
    assert all("3 dec" in row.lower() for row in rows(told))
    assert unknown in read(told)
    plan(atlas, who, told)
    [said] = [each for each in whispers(atlas, who) if read(each).startswith(planned)]
    assert f"Sprint review\n{THURSDAY}" in read(meetings(atlas)[-1])
    assert "Thu 3 Dec, 14:30–15:15 your time (10:00 in Amsterdam)" in read(dm(atlas, "priya")[-1])
    atlas.person(who).click(said, said.buttons()[0])
    assert "✗ ~Sprint review~" in read(meetings(atlas)[-1])


def test_in_dutch_the_days_are_enough_too(molen: Office) -> None:
    molen.prefers("joost", working_days=[3])
    line = "/spil overleg Sprintreview met @joost volgende week 45 minuten"
    told = answer(molen, "sanne", line, "molen")
    assert read(told).splitlines()[:3] == [
        "Sprintreview · 45 min · met joost · 30 nov – 4 dec",
        "Deze momenten passen het best:",
        "do 3 dec, 09:00–09:45 · beiden vrij",
    ]
    assert "Niemands agenda is gekoppeld: ik ken alleen de overleggen die ik plande." in read(told)
    plan(molen, "sanne", told, "molen")
    assert ["Ongedaan maken"] in [each.buttons() for each in whispers(molen, "sanne", "molen")]
    assert "Sprintreview\ndo 3 dec, 09:00–09:45" in read(meetings(molen, "molen")[0])


KEPT_FREE = {
    "atlas": (
        "tom",
        "/spil reminders",
        "I can't read hours in mornings. Type for example 12:00–13:00, wed 13–17, fri.",
        "Kept free: 09:00–12:00, Wednesday, Thursday · 10 min between meetings",
        "/meeting Retro with @tom next week 45m",
    ),
    "molen": (
        "joost",
        "/spil herinneringen",
        "Ik lees geen uren in mornings. Typ bijvoorbeeld 12:00–13:00, wo 13–17, vr.",
        "Vrijgehouden: 09:00–12:00, woensdag, donderdag · 10 min tussen overleggen",
        "/spil overleg Retro met @joost volgende week 45 minuten",
    ),
}


@pytest.mark.parametrize("channel", ["atlas", "molen"])
def test_hours_that_somebody_keeps_free_are_not_proposed(
    channel: str, request: pytest.FixtureRequest
) -> None:
    office: Office = request.getfixturevalue(channel)
    name, settings, refused, echo, line = KEPT_FREE[channel]
    who = office.person(name)
    type_in(office, name, settings, channel)
    who.fill({"no_meetings": "mornings", "between_meetings": "10"})
    assert who.submit() == {"no_meetings": refused}
    who.fill({"no_meetings": "9-12, wed, do"})
    assert who.submit() == {} and echo in read(whispers(office, name, channel)[-1])
    told = answer(office, "sanne", line, channel)
    assert [row[:17] for row in rows(told)[:3]] == [
        "ma 30 nov, 13:00–",
        "di 1 dec, 13:00–1",
        "vr 4 dec, 13:00–1",
    ]
    assert not any(day in read(told) for day in ("2 dec", "3 dec"))


def test_what_a_moment_costs_is_said_in_a_few_words(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Demo with @priya tuesday 1 december 10:00 45m")
    told = answer(atlas, "sanne", "/meeting Retro with @tom, optional @priya 1 december 3h")
    assert "Nog niet gepland:\n• Zeg hoe laat het begint" in read(told)
    assert "di 1 dec, 11:00–14:00" not in read(told), "nobody meets at lunch"
    assert "2 van de 3 vrij\nPlannen\nzonder priya" in read(told)
    told = answer(atlas, "sanne", "/meeting Retro with @tom @priya 2 december 3h")
    assert "wo 2 dec, 09:00–12:00 · alle 3 vrij" in read(told)
    assert "08:00 voor tom in Londen · breekt de middag op voor priya" in read(told)


def test_where_none_fits_a_smaller_change_is_taken(atlas: Office) -> None:
    atlas.prefers("priya", working_days=[5])
    told = answer(atlas, "tom", ASKED.replace("@tom", "@sanne"))
    assert "No moment suits everybody. With a small change there is one:" in read(told)
    assert rows(told) == ["Mon 30 Nov, 10:00–10:45 · without priya"]
    plan(atlas, "tom", told)
    assert "No answer yet (2): sanne, priya (optional)" in read(meetings(atlas)[0])


def test_in_dutch_a_shorter_one_or_an_early_hour_is_offered(molen: Office) -> None:
    type_in(molen, "joost", "/spil overleg Inpakken met @sanne vrijdag 09:00 2 uur", "molen")
    type_in(molen, "joost", "/spil overleg Sjouwen met @sanne vrijdag 13:00 5 uur", "molen")
    told = answer(molen, "sanne", "/spil overleg Bijpraten met @joost vrijdag 90 minuten", "molen")
    assert "Er is geen moment waarop iedereen kan. Met een kleine wijziging wel:" in read(told)
    assert rows(told) == [
        "vr 27 nov, 11:00–12:00 · 1 uur in plaats van 1 uur 30 min",
        "vr 27 nov, 18:00–19:30 · buiten werktijd",
    ]
    assert "laat voor jou · laat voor joost" in read(told)
    plan(molen, "sanne", told, "molen")
    assert "Bijpraten\nvr 27 nov, 11:00–12:00" in read(meetings(molen, "molen")[-1])


def test_a_moment_that_is_taken_meanwhile_is_proposed_anew(atlas: Office) -> None:
    told = answer(atlas, "tom", ASKED.replace("@tom", "@sanne"))
    assert "Mon 30 Nov, 10:00–10:45" in read(told)
    type_in(atlas, "priya", "/meeting Demo with @sanne monday 30 november 10:30 45m")
    again = plan(atlas, "tom", told)
    assert read(again).startswith(
        "That moment is taken: sanne and priya have something else.\nSprint review · 45 min"
    )
    assert "Mon 30 Nov, 10:00" not in read(again) and len(meetings(atlas)) == 1
    plan(atlas, "tom", again)
    assert "Sprint review" in read(meetings(atlas)[-1])


def test_a_double_click_plans_it_once_and_says_nothing_more(atlas: Office) -> None:
    wire = Wire(atlas.slack)
    plan(atlas, "tom", answer(atlas, "tom", ASKED.replace("@tom", "@sanne")))
    assert wire.pressed_again().acked
    assert len(meetings(atlas)) == 1 and len(whispers(atlas, "tom")) == 1


def test_other_moments_are_asked_for_in_the_form(atlas: Office) -> None:
    tom = atlas.person("tom")
    told = answer(atlas, "tom", ASKED.replace("@tom", "@sanne"))
    tom.click(told, "Other moments")
    assert tom.modal is not None
    shown = {block["block_id"]: block["element"] for block in tom.modal["blocks"] if "element" in block}
    assert (shown["day"]["initial_date"], shown["until"]["initial_date"]) == ("2026-11-30", "2026-12-04")
    tom.fill({"day": "2026-12-07", "until": "2026-12-11", "minutes": "30 min", "optional": ["priya"]})
    assert tom.submit() == {}
    told = whispers(atlas, "tom")[-1]
    assert "Sprint review · 30 min · with sanne and priya · 7–11 Dec" in read(told)
    plan(atlas, "tom", told)
    assert "Mon 7 Dec, 10:00–10:30" in read(meetings(atlas)[0])
    assert "priya (optional)" in read(meetings(atlas)[0])


def test_who_may_come_if_they_can_is_told_so(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Retro with @sanne, optional @priya friday 14:00")
    assert "No answer yet (2): sanne, priya (optional)" in read(meetings(atlas)[0])
    assert "optional for you · 1 h · with sanne · #atlas" in read(dm(atlas, "priya")[0])
    assert "facultatief" not in read(dm(atlas, "sanne")[0])
    type_in(atlas, "tom", "/meeting Demo with @priya, eventueel @sanne friday 15:00")
    assert "facultatief voor jou · 1 uur · met priya" in read(dm(atlas, "sanne")[1])


def test_words_without_a_place_are_told_beside_the_moments(atlas: Office) -> None:
    told = answer(atlas, "tom", "/meeting Retro with @sanne next week bring your laptop")
    assert "• I can't place “bring your laptop”.\nThese moments suit best:" in read(told)
    plan(atlas, "tom", told)
    assert "Retro\nMon 30 Nov, 10:00–11:00" in read(meetings(atlas)[0])


def test_a_day_that_is_over_has_no_moments(atlas: Office) -> None:
    told = answer(atlas, "tom", "/meeting Retro with @sanne 2026-11-20")
    assert told.buttons() == ["Fill in the form"]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("before 15 Dec", "23 Nov – 14 Dec"),
        ("this week", "23–27 Nov"),
        ("in december", "1–31 Dec"),
        ("between 7 and 11 Dec", "7–11 Dec"),
        ("asap", "23 Nov – 7 Dec"),
        ("voor 15 dec", "23 Nov – 14 Dec"),
        ("zo snel mogelijk", "23 Nov – 7 Dec"),
    ],
)
def test_days_are_said_in_many_ways(atlas: Office, days: str, told: str) -> None:
    said = type_in(atlas, "tom", f"/meeting Retro with @sanne {days} 30m")
    assert said.startswith(f"Retro · 30 min · with sanne · {told}")


def test_a_meeting_is_moved_to_some_days(atlas: Office) -> None:
    type_in(atlas, "tom", "/meeting Retro with @sanne thursday 10:00")
    told = answer(atlas, "tom", "/meeting move 1 next week")
    assert rows(told)[0] == "Mon 30 Nov, 10:00–11:00 · both free"
    planned = plan(atlas, "tom", told)
    assert read(planned).startswith("Retro is now Mon 30 Nov, 10:00–11:00")
    assert [read(card).splitlines()[1][:23] for card in meetings(atlas)] == ["Mon 30 Nov, 10:00–11:00"]


def test_who_has_something_else_is_said_and_another_moment_is_found(atlas: Office) -> None:
    atlas.project("molen", language="nl", name="Molen")
    type_in(atlas, "joost", "/meeting Verhuizing met @sanne friday 14:00", "molen")
    type_in(atlas, "priya", "/meeting Demo with @tom friday 14:30")
    [told] = answers(atlas, "tom", "/meeting Retro with @sanne @priya friday 14:00")
    assert read(told).splitlines()[0] == ("Mind: you and priya have Demo; sanne has something at that time.")
    assert "Verhuizing" not in read(told)
    tom = atlas.person("tom")
    tom.click(told, "Another moment")
    found = whispers(atlas, "tom")[-1]
    assert rows(found)[0] == "Fri 27 Nov, 10:00–11:00 · all 3 free"
    plan(atlas, "tom", found)
    assert "Retro\nFri 27 Nov, 10:00–11:00" in read(meetings(atlas)[-1])


def test_a_form_that_moves_it_over_something_else_says_so(atlas: Office) -> None:
    type_in(atlas, "priya", "/meeting Demo with @sanne friday 14:00")
    type_in(atlas, "tom", "/meeting Retro with @sanne friday 11:00")
    tom = atlas.person("tom")
    tom.click(meetings(atlas)[-1], "Move")
    tom.fill({"at": "14:30"})
    assert tom.submit() == {}
    assert read(whispers(atlas, "tom")[-1]).startswith("Mind: sanne has Demo at that time.")


def test_in_dutch_a_move_over_something_else_is_said_with_its_undo(molen: Office) -> None:
    type_in(molen, "joost", "/spil overleg Inpakken met @sanne vrijdag 10:00", "molen")
    type_in(molen, "sanne", "/spil overleg Bijpraten met @joost donderdag 10:00", "molen")
    told = answer(molen, "sanne", "/spil overleg verzet 2 vrijdag 10:30", "molen")
    assert "Let op: jij en joost hebben dan Inpakken." in read(told)
    assert told.buttons() == ["Ongedaan maken", "Ander moment"]
    type_in(molen, "joost", "/spil overleg Tekenen met @sanne vrijdag 14:00 in zaal 2", "molen")
    told = answer(molen, "sanne", "/spil overleg Rondleiding met @joost vrijdag 14:15 in Zaal 2", "molen")
    assert "Let op: er is dan een ander overleg in Zaal 2." in read(told)


def test_a_meeting_is_planned_about_a_message(atlas: Office) -> None:
    tom, priya = atlas.person("tom"), atlas.person("priya")
    said = priya.say("@sanne who pays for the second server?\nWe need it in May.", "atlas")
    tom.message_shortcut(said, "Plan a meeting about it")
    assert tom.modal is not None
    shown = {block["block_id"]: block["element"] for block in tom.modal["blocks"] if "element" in block}
    assert shown["title"]["initial_value"] == "who pays for the second server?"
    assert shown["people"]["initial_users"] == [atlas.slack.user_id(name) for name in ("priya", "sanne")]
    tom.fill({"day": "2026-11-27", "at": "14:00"})
    assert tom.submit() == {}
    [card] = replies(atlas, said)
    assert "who pays for the second server?\nFri 27 Nov, 14:00–15:00" in read(card)


def test_in_dutch_a_meeting_is_planned_about_a_message(molen: Office) -> None:
    sanne, joost = molen.person("sanne"), molen.person("joost")
    said = joost.say("Wie betaalt de tweede wagen?", "molen")
    sanne.message_shortcut(said, "Plan a meeting about it")
    sanne.fill({"until": "2026-11-27", "minutes": "30 min"})
    assert sanne.submit() == {}
    told = whispers(molen, "sanne", "molen")[-1]
    assert "Wie betaalt de tweede wagen? · 30 min · met joost · 23–27 nov" in read(told)
    plan(molen, "sanne", told, "molen")
    [card] = replies(molen, said)
    assert "Wie betaalt de tweede wagen?\nma 23 nov, 11:30–12:00" in read(card)
