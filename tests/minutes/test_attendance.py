"""Who was there, in the shapes in which teams write it. Meetings and people are invented."""

import pytest

from bot.minutes.extraction.extract import draft

PRESENT = ("Wendy Holt", "Otis Lane", "Pip Moor")


@pytest.mark.parametrize(
    "notes",
    [
        "Aanwezig (3 personen): Wendy Holt, Otis Lane, Pip Moor",
        "Present were Wendy Holt, Otis Lane and Pip Moor.",
        "Wendy Holt, Otis Lane and Pip Moor were present.",
        "## Attendees (3)\n\n| Name | Organisation | Role |\n"
        "|---|---|---|\n| Wendy Holt | Acme | chair |\n| Otis Lane | W3C | |\n"
        "| Pip Moor | - | |\n\n## Next\nfine",
        "Aanwezigen\n\nNaam\tOrganisatie\nWendy Holt\tGemeente X\n"
        "Otis Lane\tVNG\nPip Moor\tLogius\n\nOpening\nWendy opent.",
        "Attendees: Wendy Holt, Acme; Otis Lane, W3C; Pip Moor, chair",
        "Attendance:\n 1. Wendy Holt\n 2. Otis Lane\n 3. Pip Moor\n\nAgenda:\n 1. Money",
        "* **Attendees**: Wendy Holt, Otis Lane, Pip Moor\n* **Date**: 3 May 2026",
        "Present\n-------\n\nWendy Holt\nOtis Lane\nPip Moor\n\nTopic\n-----\nfine",
        "Aanwezige bestuursleden: Wendy Holt, Otis Lane & Pip Moor",
        "Deelnemers\n● Wendy Holt\n● Otis Lane\n● Pip Moor\n\n1. Opening",
        "Aanwezig:\no\tWendy Holt\no\tOtis Lane\no\tPip Moor\n\nOpening",
        "Attendees:\n- Acme: Wendy Holt, Otis Lane\n- W3C: Pip Moor",
        "### Attending\n* Wendy Holt @wholt (TSC)\n* Otis Lane @olane (TSC)\n"
        "* Pip Moor @pipm (observer)\n\n## Agenda",
        "Op 3 mei kwam het bestuur bijeen. Aanwezig zijn: Wendy Holt, Otis Lane en Pip Moor.",
        "Attendees: Wendy Holt <wendy@x.org>, Otis Lane <o@x.org>, Pip Moor <p@x.org>",
        "🙋 Aanwezig: Wendy Holt, Otis Lane, Pip Moor",
        "👥 **Attendees**\n\n- Wendy Holt\n- Otis Lane\n- Pip Moor\n",
        "Attendees (alphabetical)\n\nWendy Holt, Otis Lane,\nPip Moor\n\nMinutes\n\nfine",
        "Aanwezig\n\nWendy Holt\n\nOtis Lane\n\nPip Moor\n\nAgenda\n\n1. Opening",
        "The meeting was attended by Wendy Holt, Otis Lane and Pip Moor.",
    ],
)
def test_those_present_are_read_in_every_shape(notes: str) -> None:
    assert draft(notes).attendees == PRESENT


@pytest.mark.parametrize(
    "notes",
    [
        "aanwezig\tWendy Holt, Otis Lane, Pip Moor\nafwezig\tMax Ray",
        "Aanwezig waren Wendy Holt (voorzitter), Otis Lane en Pip Moor. Max Ray was afwezig.",
        "**Aanwezig:**\n* Wendy Holt - voorzitter\n* Otis Lane (Acme BV)\n"
        "* Pip Moor, secretaris\n\n**Afwezig m.k.:** Max Ray",
        "Aanwezig\n\n- Wendy Holt (Acme, afdeling Y)\n- Otis Lane [OL]\n"
        "- Pip Moor (notulist)\n\nAfgemeld\n\n- Max Ray\n\n## Opening",
        "### Present\nWendy Holt (Google), Otis Lane (W3C), Pip Moor (Mozilla)\n"
        "\n### Regrets\nMax Ray\n\n## Topic",
        "- Aanwezig: Wendy Holt, Otis Lane en Pip Moor\n- Afwezig: Max Ray (ziek)",
        "Aanwezig: Wendy Holt (WH), Otis Lane (OL), Pip Moor (PM)\nVerhinderd: Max Ray",
        "| Aanwezig | Wendy Holt, Otis Lane, Pip Moor |\n| Afwezig | Max Ray |\n| Datum | 3 mei 2026 |",
        "## Attendees\n- [x] Wendy Holt\n- [x] Otis Lane\n- [x] Pip Moor\n- [ ] Max Ray",
        "| Naam | Aanwezig |\n|---|---|\n| Wendy Holt | ja |\n"
        "| Otis Lane | x |\n| Pip Moor | ✓ |\n| Max Ray | nee |",
        "Present: Wendy Holt (Chair), Otis Lane, Pip Moor (remote, until 15:00) | Regrets: Max Ray",
        "Afwezig met bericht: Max Ray\nAanwezig: Wendy Holt, Otis Lane, Pip Moor",
        "In attendance\n\nWendy Holt, Chair\nOtis Lane, Treasurer\n"
        "Pip Moor, Secretary\n\nApologies\n\nMax Ray\n\n1. Welcome",
    ],
)
def test_those_absent_are_told_apart(notes: str) -> None:
    found = draft(notes)
    assert set(found.attendees) - {"Zed Quill"} == {*PRESENT}
    assert found.absent == ("Max Ray",)


def test_who_is_in_the_chair_or_takes_the_minutes_is_there_too() -> None:
    notes = "Voorzitter: Wendy Holt\nNotulist: Otis Lane\nOverige aanwezigen: Pip Moor"
    assert sorted(draft(notes).attendees) == sorted(PRESENT)
    assert draft("Chair: Wendy Holt\nPresent: Wendy Holt, Otis Lane, Pip Moor").attendees == PRESENT


def test_those_present_of_several_parties_and_in_a_table_of_offices() -> None:
    parties = (
        "Aanwezig namens de gemeente: W. Holt, O. Lane\nAanwezig namens de aannemer: P. Moor\nAfwezig: M. Ray"
    )
    assert draft(parties).attendees == ("W. Holt", "O. Lane", "P. Moor")
    assert draft(parties).absent == ("M. Ray",)
    table = "Attendees\n---------\n| | |\n|-|-|\n| Chair | Wendy Holt |\n| Members | Otis Lane, Pip Moor |\n"
    assert draft(table).attendees == PRESENT
    told = (
        "Those present: Wendy Holt (Chair), Otis Lane, Rev. Pip Moor\nApologies were received from Max Ray."
    )
    assert draft(told).attendees == ("Wendy Holt", "Otis Lane", "Pip Moor")
    assert draft(told).absent == ("Max Ray",)


def test_first_names_titles_and_numbers_of_people() -> None:
    assert draft("Deelnemers: Wendy (vz), Otis, Pip\nAfmeldingen: Max").attendees == ("Wendy", "Otis", "Pip")
    found = draft("Aanwezig: mw. W. Holt (voorzitter), dhr. O. Lane en ca. 20 leden\n\nHolt belt de drukker.")
    assert found.attendees == ("W. Holt", "O. Lane")
    assert [(item.owner, item.text) for item in found.actions] == [("Holt", "belt de drukker")]


@pytest.mark.parametrize(
    "turns",
    [
        ("Otis: the hall is dear", "Ada_Poe: it is", "cy: where else", "Ada_Poe: in the barn"),
        ("Otis: de zaal is duur", "Ada_Poe: klopt", "cy: waar dan", "Ada_Poe: in de schuur"),
    ],
)
def test_a_scribe_writes_down_who_speaks_also_once_and_a_slip_is_nobody_else(turns: tuple[str, ...]) -> None:
    log = [f"[10:0{at}] <Wendy_Holt_(Barn)> {turn}" for at, turn in enumerate((*turns, *turns[1:2] * 3))]
    talk = [f"[10:1{at}] <Pip_Moor> line {at} of my own" for at in range(9)]
    slips = ["[10:20] <wendyholt> +1", "[10:21] <pip_mor> +1", "[10:22] <Wendy_Holt_(Barn)> Ada_Po: yes"]
    found = draft("\n".join((*log, *talk, *slips))).attendees
    assert sorted(found, key=str.lower) == ["Ada Poe", "cy", "Otis", "Pip Moor", "Wendy Holt"]


@pytest.mark.parametrize("label", ["Present", "Aanwezig", "absent", "afwezig"])
@pytest.mark.parametrize(
    "names",
    [
        "@tom, @priya, @bo",
        "@tom, @priya and @bo",
        "@tom @priya en @bo",
        "@tom; @priya & @bo",
        "@tom, @priya, and @bo",
    ],
)
def test_handles_are_parted_as_names_are(label: str, names: str) -> None:
    found = draft(f"{label}: {names}")
    assert found.attendees + found.absent == ("@tom", "@priya", "@bo")


VTT, SRT = "WEBVTT\n\nNOTE by a machine\n", ""


@pytest.mark.parametrize("opening", [VTT, SRT])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Wendy Holt: Welcome.", "Otis Lane: I'll call the bank."),
        ("Wendy Holt: Welkom.", "Otis Lane: ik bel de bank."),
        ("Wendy Holt (Acme): Welcome\nto all.", "Otis Lane (gast):\nI'll call the bank."),
        ("<v Wendy Holt>Welcome\nto all.</v>", "<v.loud Otis Lane>I'll call the bank.</v>"),
        (">> Wendy Holt: Welcome.", "- Otis Lane: I'll call the bank."),
    ],
)
def test_who_speaks_in_a_transcript_is_there(opening: str, first: str, second: str) -> None:
    cues = [first, "Fine.", "The money: it is gone.", second, "so", "well", "en verder", "niets"]
    told = "\n\n".join(
        f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{cue}" for at, cue in enumerate(cues)
    )
    found = draft(opening + told)
    assert found.attendees == ("Wendy Holt", "Otis Lane") and not found.title
    assert [item.owner for item in found.actions] == ["Otis Lane"]


def test_a_label_in_speech_is_no_speaker_of_a_transcript() -> None:
    cues = ["We pay.", "Remember: cash.", *(["fine"] * 12)]
    told = "\n\n".join(f"00:{at:02}.000 --> 00:{at:02}.900\n{cue}" for at, cue in enumerate(cues))
    assert draft(f"WEBVTT\n\n{told}").attendees == ()


PEOPLE_TOLD = [
    ("The meeting was attended by board members Ann Lee, Bo Ek, and Cy Dam.", "Ann Lee|Bo Ek|Cy Dam"),
    ("The meeting opened at 7 pm with Ann Lee, Bo Ek, and Cy Dam in attendance.", "Ann Lee|Bo Ek|Cy Dam"),
    ("De vergadering werd geopend met Ans, Cor en Els aanwezig.", "Ans|Cor|Els"),
    ("De vergadering werd bijgewoond door Ans Vos, Cor Bos en Els Dam.", "Ans Vos|Cor Bos|Els Dam"),
    ("Meeting opened with all members present.", ""),
    ("Present: Cllrs Mrs S Lee (Chairman), M Ek and Mrs K Dam\nClerk: Mrs J Fox", "S Lee|M Ek|K Dam|J Fox"),
    ("Members present: Ann Lee, Bo Ek\nConsultants present: Cy Dam", "Ann Lee|Bo Ek|Cy Dam"),
    ("2. ROLL CALL: PRESENT, Ann Lee, Bo Ek\nABSENT: Cy Dam", "Ann Lee|Bo Ek"),
    ("Attendees:\nAnn Lee, Manager for Standards\nBo Ek, CEO and President of Us\nCy Dam, Chair",
     "Ann Lee|Bo Ek|Cy Dam"),
    ("- Attendees:\n    - Ann Lee, Bo Ek, Cy Dam (Acme)\n    - Di Fox, Ed Gow (Us)",
     "Ann Lee|Bo Ek|Cy Dam|Di Fox|Ed Gow"),
    ("Present: Ann and Bo Lee, Cy Dam, Di and Ed Fox", "Ann Lee|Bo Lee|Cy Dam|Di|Ed Fox"),
    ("Aanwezig: Ans en Cor Vos, Els Dam", "Ans Vos|Cor Vos|Els Dam"),
    ("Village Hall\nMinutes of 3 May 2024\n\nAnn Lee, Chair\nBo Ek, Vice Chair\nCy Dam\n\n"
     "1. Opening\nAll members were present.", "Ann Lee|Bo Ek|Cy Dam"),
    ("Minutes of 3 May 2024\n\nAnn Lee – Hall Manager\n\nBo Ek\n\nCy Dam\n\n1. Open", "Ann Lee|Bo Ek|Cy Dam"),
    ("Minutes of 3 May 2024\n\nAnn Lee – chair\n\nBo Ek – the site\n\nCy Dam – health and safety\n\n1. Open",
     "Ann Lee|Bo Ek|Cy Dam"),
    ("Present: Ann Lee Vice Chair (trustee), Bo Ek, Cy Dam", "Ann Lee|Bo Ek|Cy Dam"),
    ("Board\nAnn Lee, Chair\nBo Ek, Treasurer\nCy Dam\n\nAll were present except Cy Dam.", "Ann Lee|Bo Ek"),
    ("The meeting was called to order by President Ann Lee. In attendance were Bo Ek and Cy Dam.",
     "Bo Ek|Cy Dam|Ann Lee"),
    ("- Two present\n  - Ann (chair)\n  - Bo\n- One absent\n  - Cy\n- Guests\n  - Di", "Ann|Bo|Di"),
    ("| Attendees | Attended |\n|---|---|\n| Ann L | Y |\n| Bo E | Y (online) |\n| Cy D | N |", "Ann L|Bo E"),
    ("* INFO: Members present: @ann, @bo, @cy (@ann:host.im, 14:06:02)", "@ann|@bo|@cy"),
]  # fmt: skip


def test_who_was_there_is_told_in_prose_by_office_and_by_a_bot() -> None:
    for notes, names in PEOPLE_TOLD:
        assert "|".join(draft(notes).attendees) == names, notes


@pytest.mark.parametrize(
    ("notes", "present"),
    [
        (
            "## Present\n* Wendy du Holt @wholt (TSC)\n* Otis dos Lanes @olane (TSC)",
            "Wendy du Holt|Otis dos Lanes",
        ),
        ("Aanwezig:\n- Wendy van 't Hof @wendy\n- Otis y Moor", "Wendy van 't Hof|Otis y Moor"),
        (
            "Participants\n\n[minutes] Name (role)\n\n- [03] Wendy Holt\n- [12] Otis Lane (chairing)\n\n"
            "Guests\n\n- 9 guests\n\nWelcome to all Hall members.",
            "Wendy Holt|Otis Lane",
        ),
        (
            "# Attendees\n\nWe meet in the loft!\n\nWendy Holt (Acme)\n\nOtis Lane (Ikon)\n\n# Notes",
            "Wendy Holt|Otis Lane",
        ),
        (
            "## Aanwezigen tijdens het gesprek\n\n**Team Gent**\n- Wendy Holt\n- Otis Lane",
            "Wendy Holt|Otis Lane",
        ),
        ("Present: Wendy Holt\n\nSpecial guest: Otis Lane (Acme)", "Wendy Holt|Otis Lane"),
        ("LF Staff: Wendy Holt Otis Lane Pip de Moor", "Wendy Holt|Otis Lane|Pip de Moor"),
        ("Bestuursleden: Wendy Holt Otis van der Lane Pip Moor", "Wendy Holt|Otis van der Lane|Pip Moor"),
        ("Participants: 2\n\nWendy Holt\nOtis Lane\n\nAgenda", "Wendy Holt|Otis Lane"),
        ("Voting members: Wendy Holt, Otis Lane\nNon-voting: Pip Moor", "Wendy Holt|Otis Lane|Pip Moor"),
        (
            "Present: Cllr Mr W. Holt – Chairman, Cllrs O Lane, P Lane and the Clerk – Max Ray\n"
            "Apologies from Cllr Fox. Reasons for this were accepted by all members present",
            "W. Holt|O Lane|P Lane|Max Ray",
        ),
        ("Present: Councillors Holt, Lane and Moor (Chairman)", "Holt|Lane|Moor"),
        ("Aanwezig: 14 leden, onder wie Wendy Holt (vz) en Otis Lane", "Wendy Holt|Otis Lane"),
        ("Aanwezig:\nUtrecht: Wendy, Otis\nLeiden: Pip (PM) bij het begin", "Wendy|Otis|Pip"),
        (
            "Council members:\n* Wendy Holt (present)\n* Max Ray (absent)\n* Otis Lane (present)",
            "Wendy Holt|Otis Lane",
        ),
        ("Present: Wendy Holt at Acme, Otis Lane bij Contoso", "Wendy Holt|Otis Lane"),
        ("Attendees\n- Everyone: @wendy @otis @pip\n- Note taker: @pip", "@wendy|@otis|@pip"),
        ("## Attendees\n- @wholt (Wendy Holt)\n- @olane (Otis Lane)", "Wendy Holt|Otis Lane"),
        (
            "## Present\n- Wendy Holt\n- Otis Lane (joined at 3:05pm CET, left at 3:50pm CET)",
            "Wendy Holt|Otis Lane",
        ),
        ("Aanwezigen\n- Wendy\n- Otis\n\nNa de pauze aangeschoven: Pip Moor", "Wendy|Otis|Pip Moor"),
        ("Aanwezig: Wendy, Otis\nOp verzoek van het bestuur is ook Pip aanwezig", "Wendy|Otis|Pip"),
    ],
)
def test_names_come_without_what_stands_around_them(notes: str, present: str) -> None:
    assert draft(notes).attendees == tuple(present.split("|"))


def test_who_is_absent_is_so_by_a_mark_behind_the_name_with_or_without_brackets() -> None:
    for mark in (
        "(absent)",
        "absent",
        "- apologies",
        "(afwezig)",
        "m.k. afwezig",
        "m.k.",
        "zonder bericht afwezig",
    ):
        found = draft(f"Present: Wendy, Otis, Pip {mark}\n")
        assert (found.attendees, found.absent) == (("Wendy", "Otis"), ("Pip",)), mark
        found = draft(f"Aanwezig:\n- Wendy\n- Otis\n- Pip {mark}\n")
        assert (found.attendees, found.absent) == (("Wendy", "Otis"), ("Pip",)), mark
    assert draft("Aanwezig: Wendy, M.K. de Vries\n").attendees == ("Wendy", "M.K. de Vries")
