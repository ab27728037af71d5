"""The review of minutes: what a concept asks and compares, broken off and gone on with; the chair's look."""

from datetime import datetime

from bot.sandbox.state import Message
from tests.kit.clock import AMSTERDAM
from tests.kit.office import Office
from tests.kit.story import answer, dm, dm_texts, form, posts, read, type_in
from tests.stories.test_minutes import press, thread, write

VERSLAG = """Verslag projectoverleg

Aanwezig: Sanne, Joost
Afwezig: Priya
Voorzitter: Joost

1. Verhuizing
De verhuizer komt twee dagen; Priya weet van de lift.
BESLUIT: we verhuizen op 12 december
ACTIE: Joots – bel de verhuizer – vrijdag
ACTIE: Joots – regel de sleutels – ooit
ACTIE: Sanne – bestel 40 verhuisdozen – gereed
2. Geld
ACTIE: Karel – stuur de offerte – 30 november
Open vragen:
- Wie betaalt de lift?
Parkeerlijst: een nieuwe website
Volgend overleg: 30 november 14:00
"""


def headline_of(office: Office, channel: str = "atlas") -> Message:
    return next(
        post for post in posts(office, channel) if " · notulen" in read(post) or "minutes" in read(post)
    )


def test_a_dutch_verslag_is_gone_through_on_two_days(molen: Office) -> None:
    sanne = molen.person("sanne")
    sanne.invite("molen", "priya")
    type_in(molen, "sanne", "/spil actie @joost bel de verhuizer uiterlijk morgen", "molen")
    type_in(molen, "sanne", "/spil actie @sanne bestel 40 verhuisdozen", "molen")
    concept = write(molen, "sanne", VERSLAG, "molen", "/spil notulen")
    words = read(concept)
    assert "Naar #molen, en persoonlijk naar joost en priya (priya was er niet); 2 actiehouders" in words
    assert "A-1 “bel de verhuizer” staat al open · di 24 nov → vr 27 nov" in words
    assert "A-2 “bestel 40 verhuisdozen” lijkt klaar" in words
    assert "Is Joots Joost Bakker?" in words and "Wie is Karel?" in words
    sanne.overflow(concept, "Toon bron", "regel de sleutels")
    source = form(molen, "sanne")
    assert (
        all(f"ACTIE: Joots – {each}" in source for each in ("bel de", "regel de")) and "10  ACTIE" in source
    )
    assert "9  BESLUIT" not in source and "12  ACTIE" in source
    sanne.close_modal()

    concept = press(molen, "sanne", "Ja, Joost Bakker")
    assert "3. joost · regel de sleutels" in read(concept) and "Is Joots" not in read(concept)
    molen.stop_bot()
    molen.slack.set_clock(datetime(2026, 11, 24, 9, tzinfo=AMSTERDAM))
    molen.start_bot()
    concept = press(molen, "sanne", "Niemand van ons")
    assert "4. Karel · stuur de offerte · ma 30 nov" in read(concept)
    press(molen, "sanne", "minutes.send")

    headline = read(headline_of(molen, "molen")).splitlines()
    assert headline[1] == "ma 23 nov · sanne, joost · zonder priya"
    assert headline[headline.index("Besloten") :] == [
        "Besloten",
        "• we verhuizen op 12 december (B-1)",
        "Te doen",
        "• joost · bel de verhuizer · vr 27 nov (A-1)",
        "• joost · regel de sleutels – ooit (A-3)",
        "• Karel · stuur de offerte · ma 30 nov (A-4)",
        "• ✓ ~sanne · bestel 40 verhuisdozen~ (A-2)",
        "Volledige aantekeningen in de thread · door sanne · N-1",
    ]
    below = thread(molen, "molen")
    assert "verhuisdozen~ (A-2)\nDe verhuizer komt twee dagen; Priya weet van de lift.\nGeld" in below
    assert "Voorzitter: joost" in below
    assert "Open vragen\n• Wie betaalt de lift?\nGeparkeerd\n• een nieuwe website\n" in below
    assert "Afwezig: priya\nVolgend overleg: ma 30 nov 14:00" in below
    [card, _morning, told] = dm_texts(molen, "joost")
    assert "uiterlijk vr 27 nov" in card
    assert "Voor jou\nbel de verhuizer · vr 27 nov · A-1\nGereed\nregel de sleutels – ooit" in told
    history = type_in(molen, "joost", "/spil actie historie 1", "molen")
    assert "sanne noemde het opnieuw in N-1 · datum di 24 nov → vr 27 nov" in history
    molen.person("joost").click(dm(molen, "joost")[-1], "Gereed", "bel de verhuizer")
    assert "~joost · bel de verhuizer" in read(headline_of(molen, "molen"))

    # In India that Tuesday is a holiday.
    assert dm(molen, "priya") == [] and len(dm(molen, "sanne")) == 1
    molen.set_clock(datetime(2026, 11, 25, 6))
    [morning] = dm(molen, "priya")
    molen.person("priya").click(morning, "Open")
    told = read(dm(molen, "priya")[-1])
    assert "minutes\nMon 23 Nov" in told and "For you" not in told
    assert "You weren't there. You're named here:\n> De verhuizer komt twee dagen; Priya weet" in told

    # What was answered holds for the next notes.
    concept = write(
        molen, "sanne", "ACTIE: Joots – bel Karel\nACTIE: Karel – kom langs", "molen", "/spil notulen"
    )
    assert "1. joost · bel Karel" in read(concept) and "2. Karel · kom langs" in read(concept)
    assert concept.buttons() == ["Verspreid met alle 2", "Lijst aanpassen"]


NOTES = """Present: Tom, Priya
DECISION: we open the portal in January
ACTION: Priya – send the drawings by next sprint
"""


def test_the_chair_looks_at_minutes_before_they_are_sent(office: Office) -> None:
    office.project("atlas", chair_checks=True)
    concept = write(office, "tom", NOTES)
    words = read(concept)
    assert "Send to sanne to check" in words and "Send with" not in words
    assert "To #atlas, and in person to tom and priya; 1 owner gets their items." in words
    tom, sanne = office.person("tom"), office.person("sanne")
    waits = press(office, "tom", "Send to sanne to check")
    assert "sanne is checking them" in read(waits) and "Take it back" in waits.buttons()
    asked = dm(office, "sanne")[-1]
    assert "tom vraagt je deze notulen te controleren" in read(asked)
    assert asked.buttons()[:2] == ["Akkoord, verspreid", "Teruggeven met opmerking"]

    sanne.click(asked, "Teruggeven met opmerking")
    sanne.fill({"remark": "The date is missing"})
    assert sanne.submit() == {}
    concept = dm(office, "tom")[-1]
    assert "sanne gives them back: “The date is missing”" in read(concept)
    assert "sanne geeft ze terug" in read(dm(office, "sanne")[-1])
    assert "When is next sprint?" in read(concept)
    tom.choose(concept, "Choose a date", "2026-12-04")
    press(office, "tom", "Send to sanne to check")
    assert "priya · send the drawings · vr 4 dec" in read(dm(office, "sanne")[-1])
    assert posts(office) == [] and dm(office, "priya") == []

    press(office, "sanne", "Akkoord, verspreid")
    assert "we open the portal in January (B-1)" in read(headline_of(office))
    assert "Send with" not in read(dm(office, "tom")[-1])
    [told] = dm_texts(office, "priya")
    assert "For you\nsend the drawings · Fri 4 Dec · A-1" in told


def test_two_people_who_go_through_a_list_at_once_do_not_undo_one_another(atlas: Office) -> None:
    concept = write(atlas, "tom", f"{NOTES}ACTION: Tom – book the hall\n")
    tom, sanne = atlas.person("tom"), atlas.person("sanne")
    sanne.click(answer(atlas, "sanne", "/minutes 1"), "Verder")
    tom.click(concept, "Edit list")
    press(atlas, "sanne", "Weglaten", "book the hall")
    tom.fill({"kept_0": ["send the drawings", "book the hall"]})
    assert tom.submit() == {}
    words = read(dm(atlas, "tom")[-1])
    assert "1 action found, 2 left out" in words and "~tom · book the hall" in words


def test_een_titel_gaat_mee_met_de_dag(molen: Office) -> None:
    sanne = molen.person("sanne")
    sanne.command("/spil notulen", "molen")
    sanne.fill({"notes": "BESLUIT: we wachten", "held_on": "2026-11-20"})
    assert sanne.submit() == {}
    concept = read(dm(molen, "sanne")[-1])
    assert concept.startswith("Overleg Molen: 1 besluit gevonden\nvr 20 nov")


def test_of_more_than_can_be_gone_through_it_is_said_and_not_silently_cut(atlas: Office) -> None:
    lines = "\n".join(f"ACTION: Tom – do job {n}" for n in range(203))
    type_in(atlas, "tom", f"/minutes {lines}")
    concept = read(dm(atlas, "tom")[-1])
    assert "200 actions found" in concept
    assert "Your notes hold 3 more decisions and actions: I go through at most 200 at once." in concept


def test_wie_notuleerde_was_er_en_zonder_acties_kreeg_niemand_bericht(molen: Office) -> None:
    type_in(molen, "sanne", "/spil overleg Verhuizing met @joost vandaag 14:00 45m", "molen")
    molen.set_clock(datetime(2026, 11, 23, 14, 50))
    sanne = molen.person("sanne")
    sanne.click(dm(molen, "sanne")[-1], "Aantekeningen plakken")
    sanne.fill({"notes": "Aanwezig: Karel\nBESLUIT: we wachten"})
    assert sanne.submit() == {}
    press(molen, "sanne", "minutes.send")
    assert "ma 23 nov · Karel · zonder joost\n" in read(headline_of(molen, "molen"))
    assert "staan in #molen." in read(dm(molen, "sanne")[-1])


def test_who_left_the_project_is_still_named_as_having_been_there(atlas: Office) -> None:
    write(atlas, "tom", NOTES)
    press(atlas, "tom", "minutes.send")
    atlas.person("priya").leave("atlas")
    type_in(atlas, "tom", "/minutes correct 1 portal -> shop")
    assert "Mon 23 Nov · tom, priya\n" in read(headline_of(atlas))


def test_one_series_does_without_the_check_that_its_project_wants(office: Office) -> None:
    office.project("atlas", chair_checks=True)
    type_in(office, "tom", "/meeting Standup with @priya every monday 14:00 15m")
    tom, heard = office.person("tom"), len(dm(office, "priya"))
    type_in(office, "tom", "/meeting edit 1")
    tom.click(tom.modal, "meetings.form_more")
    assert "Chair checks the minutes" in form(office, "tom")
    tom.fill({"chair_checks": "no"})
    assert tom.submit() == {}
    assert len(dm(office, "priya")) == heard
    assert "check by the chair none → no" in type_in(office, "tom", "/meeting history 1")
    office.set_clock(datetime(2026, 11, 23, 14, 30))
    tom.click(dm(office, "tom")[-1], "Paste notes")
    tom.fill({"notes": NOTES})
    assert tom.submit() == {}
    assert "Send with" in read(dm(office, "tom")[-1])
    assert "Send to sanne to check" in read(write(office, "tom", NOTES + "More of another meeting."))


def test_in_dutch_one_meeting_alone_is_checked_and_then_as_all_others(office: Office) -> None:
    office.project("molen", language="nl")
    joost = office.person("joost")
    for at, checked in ((14, "yes"), (16, "project")):
        type_in(office, "joost", f"/spil overleg Begroting met @sanne vandaag {at}:00 30 min", "molen")
        number = 1 if at == 14 else 2
        for choice in dict.fromkeys(("yes", checked)):
            type_in(office, "joost", f"/spil overleg wijzig {number}", "molen")
            if "chair" not in str(joost.modal):
                joost.click(joost.modal, "meetings.form_more")
            joost.fill({"chair_checks": choice})
            assert joost.submit() == {}
        office.set_clock(datetime(2026, 11, 23, at, 40))
        joost.click(dm(office, "joost")[-1], "Aantekeningen plakken")
        joost.fill({"notes": f"BESLUIT: we huren zaal {at}"})
        assert joost.submit() == {}
        shown = read(dm(office, "joost")[-1])
        assert ("Stuur ter controle naar sanne" in shown) is (checked == "yes"), shown
