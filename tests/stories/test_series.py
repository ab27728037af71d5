"""Series of meetings: planned by a rule, each of them one of its own."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.kit.invited import a_calendar_server, by_a_person
from tests.kit.office import Office, open_office
from tests.kit.story import answer, dm, dm_texts, form, meetings, read, replies, type_in

SERIES = "/meeting Standup with @tom @priya every Monday 9:30 15m"
LINES = ["Mon 30 Nov, 09:30–09:45", "Mon 7 Dec, 09:30–09:45", "Mon 14 Dec, 09:30–09:45"]


def listed(
    office: Office, who: str = "sanne", channel: str = "atlas", line: str = "/meeting list"
) -> list[str]:
    """Each with its day in front of its time: `Standup · Mon 30 Nov, 09:30–09:45 · yes · M-3`."""
    found, day = [], ""
    for each in type_in(office, who, line, channel).splitlines():
        if each.startswith("• "):
            hours, title, *rest = each[2:].split(" · ")
            found.append(" · ".join((title, f"{day}, {hours}", *rest)))
        else:
            day = each
    return found


def test_one_line_plans_a_series_with_one_card_and_one_invitation_each(atlas: Office) -> None:
    assert type_in(atlas, "tom", SERIES.replace("@tom", "@sanne")) == ""
    [card] = meetings(atlas)
    assert "Standup\nevery Monday, 09:30–09:45 (Amsterdam time)" in read(card)
    [hers] = dm(atlas, "sanne")
    assert read(hers).splitlines()[:2] == [
        "tom nodigt je uit: Standup",
        "elke maandag, 09:30–09:45, vanaf ma 23 nov",
    ]
    assert "every Monday, 09:30–09:45 (Amsterdam time), first Mon 23 Nov 14:00 your time" in read(
        dm(atlas, "priya")[0]
    )
    assert [each.split(" · ")[2:] for each in listed(atlas, "tom")] == [
        ["every Monday", "yes", f"M-{number}"] for number in (2, 3, 4, 5, 6)
    ]
    atlas.set_clock(datetime(2026, 11, 23, 9, 20))
    assert (
        "In 10 minutes: Standup" in dm_texts(atlas, "sanne")[-1]
        or "Over 10 minuten" in dm_texts(atlas, "sanne")[-1]
    )
    atlas.set_clock(datetime(2026, 11, 23, 9, 45))
    assert len(meetings(atlas)) == 1
    assert [each.split(" · ")[1] for each in listed(atlas, "tom")][-1] == "Mon 21 Dec, 08:30–08:45"
    atlas.set_clock(datetime(2026, 11, 30, 9, 45))
    assert [each.split(" · ")[1] for each in listed(atlas, "tom")][-1] == "Mon 28 Dec, 08:30–08:45"


def test_the_first_answer_is_to_all_and_then_each_goes_by_itself(atlas: Office) -> None:
    type_in(atlas, "sanne", SERIES)
    tom = atlas.person("tom")
    tom.click(dm(atlas, "tom")[0], "Yes")
    assert "Yes (2): sanne, tom" in read(meetings(atlas)[0])
    assert all(" · yes · " in each for each in listed(atlas, "tom"))
    asked = answer(atlas, "tom", "/meeting next")
    tom.click(asked, "No")
    assert [each.split(" · ")[3] for each in listed(atlas, "tom")] == ["no", *["yes"] * 4]
    atlas.settle()
    atlas.advance(minutes=3)
    assert "tom kan niet bij Standup, ma 23 nov 09:30 zijn" in dm_texts(atlas, "sanne")[1]


def test_over_a_clock_change_with_one_moved_and_one_cancelled(sqlite_url: str) -> None:
    with open_office(sqlite_url, datetime(2026, 10, 12, 7, tzinfo=UTC)) as office:
        office.project("atlas")
        type_in(office, "sanne", SERIES + " until 16 November")
        office.settle()
        assert [each.split(" · ")[1] for each in listed(office, "priya")] == [
            "Today, 13:00–13:15",
            "Mon 19 Oct, 13:00–13:15",
            "Mon 26 Oct, 14:00–14:15",
            "Mon 2 Nov, 14:00–14:15",
            "Mon 9 Nov, 14:00–14:15",
        ]
        said = answer(office, "sanne", "/meeting move 4 tuesday 27 october 10:00")
        assert read(said).startswith("Standup is nu di 27 okt, 10:00–10:15 (tijd in Amsterdam)")
        assert said.buttons() == ["Ongedaan maken", "Ook alle latere"]
        office.settle()
        office.advance(minutes=3)
        assert "Standup moves to Tue 27 Oct, 09:00–09:15 (was Mon 26 Oct 08:30)" in dm_texts(office, "tom")[1]

        asked = answer(office, "sanne", "/meeting cancel 5")
        assert asked.buttons() == ["Alleen ma 2 nov", "Deze en alle latere"]
        office.person("sanne").click(asked, "Alleen ma 2 nov")
        assert "✗ ~Standup~ cancelled by sanne\nMon 2 Nov" in dm_texts(office, "tom")[2]
        office.set_clock(datetime(2026, 10, 26, 12))
        assert [each.split(" · ")[1] for each in listed(office, "sanne")] == [
            "Morgen, 10:00–10:15",
            "Ma 9 nov, 09:30–09:45",
            "Ma 16 nov, 09:30–09:45",
        ]
        office.set_clock(datetime(2026, 11, 16, 12))
        assert listed(office) == [] and "✓ Standup" in read(meetings(office)[0])


def test_this_and_all_later_are_moved_and_taken_back(atlas: Office) -> None:
    type_in(atlas, "sanne", SERIES)
    sanne = atlas.person("sanne")
    said = answer(atlas, "sanne", "/meeting move 3 tuesday 1 december 10:00")
    sanne.click(said, "Ook alle latere")
    assert [each.split(" · ")[1] for each in listed(atlas)] == [
        "Vandaag, 09:30–09:45",
        "Di 1 dec, 10:00–10:15",
        "Di 8 dec, 10:00–10:15",
        "Di 15 dec, 10:00–10:15",
        "Di 22 dec, 10:00–10:15",
    ]
    assert [read(each).splitlines()[1][:27] for each in meetings(atlas)] == [
        "every Monday until 29 Nov 2",
        "Tue 1 Dec, 10:00–10:15 (Ams",
        "every Tuesday, 10:00–10:15 ",
    ]
    atlas.settle()
    atlas.advance(minutes=3)
    news = [each.splitlines()[0] for each in dm_texts(atlas, "tom")[1:]]
    assert news == ["sanne invites you: Standup"]
    told = read(dm(atlas, "tom")[1]).splitlines()
    assert told[1] == "every Tuesday, 10:00–10:15 (Amsterdam time), first Tue 1 Dec 09:00 your time"
    assert "It was every Monday, 09:30–09:45." in told
    type_in(atlas, "sanne", "/meeting undo")
    assert "every Monday, 09:30–09:45" in read(meetings(atlas)[0])
    assert [each.split(" · ")[1] for each in listed(atlas)][2:] == [
        "Ma 7 dec, 09:30–09:45",
        "Ma 14 dec, 09:30–09:45",
        "Ma 21 dec, 09:30–09:45",
    ]


def test_all_later_are_cancelled_and_the_whole_is_taken_back_at_once(atlas: Office) -> None:
    type_in(atlas, "sanne", SERIES)
    sanne = atlas.person("sanne")
    sanne.click(answer(atlas, "sanne", "/meeting cancel 4"), "Deze en alle latere")
    assert len(listed(atlas)) == 2
    assert "every Monday until 6 Dec" in read(meetings(atlas)[0])
    type_in(atlas, "sanne", "/meeting undo")
    assert len(listed(atlas)) == 5
    type_in(atlas, "sanne", "/meeting undo")
    assert listed(atlas) == [] and "✗ ~Standup~" in read(meetings(atlas)[0])
    assert dm_texts(atlas, "tom")[1:] == ["✗ ~Standup~ cancelled by sanne\nevery Monday, 09:30–09:45 · M-1"]


def test_in_dutch_by_the_form_with_a_minute_taker_and_a_holiday_that_is_skipped(molen: Office) -> None:
    sanne = molen.person("sanne")
    sanne.command("/spil overleg", "molen")
    assert "elke maandag tot 1 maart" in form(molen, "sanne")
    sanne.fill(
        {
            "title": "Standup",
            "people": ["joost"],
            "day": "2026-11-27",
            "at": "09:30",
            "minutes": "15",
            "repeats": "elke vrijdag 6 keer",
        }
    )
    assert sanne.submit() == {}
    molen.settle()
    assert "Standup\nelke vrijdag tot en met 1 jan 2027, 09:30–09:45 (tijd in Amsterdam)" in read(
        meetings(molen, "molen")[0]
    )
    assert "feestdag" not in "".join(dm_texts(molen, "sanne"))
    molen.set_clock(datetime(2026, 11, 27, 10))
    [told] = [each for each in dm(molen, "sanne") if "feestdag" in read(each)]
    assert read(told).startswith("Standup valt op vr 25 dec, een feestdag.")
    type_in(molen, "sanne", "/spil overleg verzet 6 woensdag 23 december 9:30", "molen")
    assert dm_texts(molen, "sanne")[-1] == "Standup is nu wo 23 dec, 09:30–09:45 (tijd in Amsterdam)."
    type_in(molen, "sanne", "/spil overleg ongedaan", "molen")
    assert read(dm(molen, "sanne")[-1]).startswith("Standup valt op vr 25 dec, een feestdag.")
    sanne.click(dm(molen, "sanne")[-1], "Sla over")
    assert [each.split(" · ")[1] for each in listed(molen, "joost", "molen", "/spil overleg lijst")] == [
        "Vr 4 dec, 09:30–09:45",
        "Vr 11 dec, 09:30–09:45",
        "Vr 18 dec, 09:30–09:45",
    ]
    told = next(each for each in dm(molen, "sanne") if "~Standup~" in read(each))
    assert told.buttons() == []


def test_in_dutch_every_two_weeks_and_the_second_tuesday(molen: Office) -> None:
    type_in(molen, "sanne", "/spil overleg Sync met @joost om de twee weken maandag 10:00 30m", "molen")
    type_in(
        molen, "sanne", "/spil overleg Stuurgroep met @joost elke 2e dinsdag van de maand 10:00 60m", "molen"
    )
    type_in(molen, "sanne", "/spil overleg Dagstart met @joost elke werkdag 9:30 15m tot 1 december", "molen")
    shown = [read(each).splitlines()[1] for each in meetings(molen, "molen")]
    assert shown == [
        "elke 2 weken op maandag, 10:00–10:30 (tijd in Amsterdam)",
        "elke tweede dinsdag van de maand, 10:00–11:00 (tijd in Amsterdam)",
        "elke werkdag tot en met 1 dec 2026, 09:30–09:45 (tijd in Amsterdam)",
    ]
    assert "Stuurgroep · Di 8 dec, 10:00–11:00" in "\n".join(
        listed(molen, "joost", "molen", "/spil overleg lijst")
    )


def test_in_dutch_over_a_clock_change_with_one_moved_and_one_cancelled(sqlite_url: str) -> None:
    with open_office(sqlite_url, datetime(2026, 10, 12, 7, tzinfo=UTC)) as office:
        office.project("molen", language="nl")
        line = "/spil overleg Dagstart met @joost elke maandag 9:30 15m 4 keer"
        type_in(office, "sanne", line, "molen")
        office.settle()
        joost = office.person("joost")
        joost.click(dm(office, "joost")[0], "Nee")
        office.settle()
        office.advance(minutes=3)
        told = dm(office, "sanne")[1]
        assert (
            read(told)
            == "joost kan niet bij Dagstart, elke maandag zijn, en is wel nodig.\nGa door zonder hen"
        )
        type_in(office, "sanne", "/spil overleg verzet 4 dinsdag 27 oktober 10:00", "molen")
        asked = answer(office, "sanne", "/spil overleg afzeggen 5", "molen")
        assert read(asked).startswith("Dagstart op ma 2 nov is er een van een reeks. Welke gaat niet door?")
        office.person("sanne").click(asked, "Alleen ma 2 nov")
        shown = listed(office, "joost", "molen", "/spil overleg lijst")
        assert [each.split(" · ")[1] for each in shown] == [
            "Vandaag, 09:30–09:45",
            "Ma 19 okt, 09:30–09:45",
            "Di 27 okt, 10:00–10:15",
        ]
        office.set_clock(datetime(2026, 10, 27, 9, 51))
        assert "Over 9 minuten: Dagstart" in dm_texts(office, "joost")[-1]


def test_the_series_itself_is_moved_with_all_its_meetings_and_taken_back(atlas: Office) -> None:
    type_in(atlas, "sanne", SERIES)
    sanne = atlas.person("sanne")
    atlas.set_clock(datetime(2026, 11, 24, 9))
    said = answer(atlas, "sanne", "/meeting move 1 10:00")
    assert read(said).startswith("Standup is nu elke maandag, 10:00–10:15 (tijd in Amsterdam)")
    assert {each.split(" · ")[1][-11:] for each in listed(atlas)} == {"10:00–10:15"}
    assert "every Monday, 10:00–10:15" in read(meetings(atlas)[0])
    sanne.click(said, "Ongedaan maken")
    assert {each.split(" · ")[1][-11:] for each in listed(atlas)} == {"09:30–09:45"}
    assert "every Monday, 09:30–09:45" in read(meetings(atlas)[0])
    refused = type_in(atlas, "priya", "/meeting move 1 every friday 10:00")
    assert "Only @sanne" in refused


def in_the_calendar_of(office: Office, who: str, server: object = None) -> list[str]:
    """Of the days from a week ago, by the files that came, opened one after the other; in UTC."""
    ids = {file for each in dm(office, who) for reply in replies(office, each, who) for file in reply.files}
    kept, begin = office.slack.ws.files, office.now() - timedelta(days=7)
    files = [kept[each].content for each in kept if each in ids]
    return by_a_person(files, begin, begin + timedelta(weeks=7), server)


def test_calendars_keep_what_was_before_and_leave_out_what_was_skipped(atlas: Office, tmp_path: Path) -> None:
    type_in(atlas, "sanne", SERIES)
    sanne = atlas.person("sanne")
    sanne.click(answer(atlas, "sanne", "/meeting cancel 6"), "Alleen ma 21 dec")
    sanne.click(answer(atlas, "sanne", "/meeting move 3 tuesday 1 december 10:00"), "Ook alle latere")
    atlas.settle()
    atlas.advance(minutes=3)
    later = ["Tue 8 Dec 09:00", "Tue 15 Dec 09:00", "Tue 29 Dec 09:00"]
    moved = ["Mon 23 Nov 08:30", "Tue 1 Dec 09:00", *later]
    with a_calendar_server(tmp_path) as server:
        assert in_the_calendar_of(atlas, "tom", server) == moved
    type_in(atlas, "sanne", "/meeting undo")
    atlas.settle()
    atlas.advance(minutes=3)
    back = [*moved[:2], "Mon 7 Dec 08:30", "Mon 14 Dec 08:30", "Mon 28 Dec 08:30"]
    assert in_the_calendar_of(atlas, "tom") == back
    told = "Standup moves to every Monday, 09:30–09:45 (was every Monday until 29 Nov 2026, 09:30–09:45)"
    assert dm_texts(atlas, "tom")[-1] == told


def test_another_rule_for_one_of_them_is_for_all_later_ones(atlas: Office) -> None:
    type_in(atlas, "sanne", SERIES)
    said = type_in(atlas, "sanne", "/meeting move 4 every wednesday 11:00")
    assert said.startswith("Gepland: Standup, elke woensdag, 11:00–11:15")
    atlas.settle()
    atlas.advance(minutes=3)
    assert [each.split(" · ")[1][:9].strip(",") for each in listed(atlas, "tom")] == [
        *("Today, 08", "Mon 30 No", "Wed 9 Dec", "Wed 16 De")
    ]
    before = ["Mon 23 Nov 08:30", "Mon 30 Nov 08:30"]
    assert in_the_calendar_of(atlas, "tom")[:4] == [*before, "Wed 9 Dec 10:00", "Wed 16 Dec 10:00"]


ANOTHER_RULE = {
    "atlas": (
        "priya",
        "/meeting Standup with @tom @priya every Monday 9:30 15m",
        "/meeting move 1 every other friday 10:00",
        "Standup moves to every 2 weeks on Friday, 10:00–10:15 (was every Monday, 09:30–09:45)",
        ("/meeting edit 1", "every monday until 1 march", "/meeting list"),
        "It was every 2 weeks on Friday, 10:00–10:15.",
    ),
    "molen": (
        "joost",
        "/spil overleg Standup met @joost elke maandag 9:30 15m",
        "/spil overleg verzet 1 om de week vrijdag 10:00",
        "Standup is verzet naar elke 2 weken op vrijdag, 10:00–10:15 (was elke maandag, 09:30–09:45)",
        ("/spil overleg wijzig 1", "elke maandag", "/spil overleg lijst"),
        "Het was elke 2 weken op vrijdag, 10:00–10:15.",
    ),
}


@pytest.mark.parametrize("channel", ["atlas", "molen"])
def test_how_often_it_repeats_changes_by_one_message(channel: str, request: pytest.FixtureRequest) -> None:
    office: Office = request.getfixturevalue(channel)
    who, line, often, told, (edit, rule, overview), was = ANOTHER_RULE[channel]
    type_in(office, "sanne", line, channel)
    office.settle()
    assert "10:00–10:15" in type_in(office, "sanne", often, channel)
    office.settle()
    office.advance(minutes=3)
    assert [each.splitlines()[0] for each in dm_texts(office, who)[1:]] == [told]
    early = ["Fri 27 Nov 09:00", "Fri 11 Dec 09:00", "Fri 25 Dec 09:00"]
    assert in_the_calendar_of(office, who) == early
    office.set_clock(datetime(2026, 11, 30, 12))
    sanne = office.person("sanne")
    type_in(office, "sanne", edit, channel)
    sanne.fill({"repeats": ""})
    assert "Typ elke maandag" in sanne.submit()["repeats"]
    sanne.fill({"repeats": rule})
    assert sanne.submit() == {}
    office.settle()
    office.advance(minutes=3)
    assert len(dm(office, who)) == 3 and was in dm_texts(office, who)[-1]
    shown = [f"Mon {day} 09:00" for day in ("7 Dec", "14 Dec", "21 Dec", "28 Dec", "4 Jan", "11 Jan")]
    assert len(listed(office, who, channel, overview)) == 4
    assert in_the_calendar_of(office, who) == ["Fri 27 Nov 09:00", *shown]


def test_the_minute_taker_is_asked_for_notes_and_stands_on_the_card(atlas: Office) -> None:
    sanne = atlas.person("sanne")
    sanne.command("/meeting", "atlas")
    sanne.click(sanne.modal, "meetings.form_more")
    sanne.fill({"title": "Review", "people": ["tom"], "day": "2026-11-23", "at": "10:00", "minutes": "30"})
    sanne.fill({"chair": "tom", "minute_taker": "priya"})
    assert sanne.submit() == {}
    shown = read(meetings(atlas)[0])
    assert "chair: tom · minutes: priya" in shown and "No answer yet (2): tom, priya" in shown
    atlas.set_clock(datetime(2026, 11, 23, 10, 30))
    assert "Review is over. Paste your notes" in dm_texts(atlas, "priya")[-1]
    assert "voorbij" not in dm_texts(atlas, "sanne")[-1]
    atlas.person("priya").click(dm(atlas, "priya")[-1], "No notes this time")
    assert "✓ Review · closed" in read(meetings(atlas)[0])
