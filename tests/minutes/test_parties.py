"""Who was there, by party, in columns, over broken lines, and beside those who have no name. All invented."""

import pytest

from bot.minutes.extraction.extract import draft


@pytest.mark.parametrize(
    ("notes", "present", "absent"),
    [
        (
            "Aanwezig: Ans Bol, Cor Dam (vanaf punt 3)\nNamens de directie: Els Faas, Guus Hof\n"
            "Niet aanwezig m.b.: Ida Jol, Kas Lam\nNotulist: Mia Nap\n\n1. Opening",
            ["Ans Bol", "Cor Dam", "Els Faas", "Guus Hof", "Mia Nap"],
            ["Ida Jol", "Kas Lam"],
        ),
        (
            "Attending:      Ann Bell, Cy Dean.\nApologies:      Ed Fox.\n"
            "Club Staff:     Gil Hart, Ida Jones.\n",
            ["Ann Bell", "Cy Dean", "Gil Hart", "Ida Jones"],
            ["Ed Fox"],
        ),
        (
            "Aanwezig:\n\nLeden raad:\n\nBol, Van Dam, Faas (vz), De Hof\n\nCollege:\n\nTe Jol, Lam\n"
            "\nAfwezig:\n\nNap (m.k.)\n1.Opening",
            ["Bol", "Van Dam", "Faas", "De Hof", "Te Jol", "Lam"],
            ["Nap"],
        ),
        (
            "Present:\n\nCllr A Bell\n\nCllr I Dean\n\nCllr Fox (Chair)\n\nIn attendance:\n\n"
            "Two members of the public\n\nMrs G Hart, Clerk/Cashier, and Mr D J Kent Deputy Clerk.\n\n"
            "APOLOGIES FOR ABSENCE\n",
            ["A Bell", "I Dean", "Fox", "G Hart", "D J Kent"],
            [],
        ),
        (
            "Aanwezig:   Dhr. A. Bol              Oostdorp (voorzitter)\n"
            "            Mevr. C. Dam             ’t Zand\n            Dhr. E. van Faas         WZNB\n\n"
            "Afwezig:    Dhr. G. Hof (mk)         Oostdorp\n\n1. Opening",
            ["A. Bol", "C. Dam", "E. van Faas"],
            ["G. Hof"],
        ),
        (
            "Aanwezig: Ans, Bea,\nCor, (later) Dik en Els\n\nGasten: Fop Gans en\nHes-Jan Kool (aspirant)\n",
            ["Ans", "Bea", "Cor", "Dik", "Els", "Fop Gans", "Hes-Jan Kool"],
            [],
        ),
        (
            "Notulen ledenvergadering\n\nBestuur:\nAns Bol (voorzitter)\nCor Dam (afgemeld)\n\nRvT:\n"
            "Els Faas\n\nAanwezige leden: zie presentielijst\n\n1. Opening",
            ["Ans Bol", "Els Faas"],
            ["Cor Dam"],
        ),
        (
            "## Attendance\n\n* Host: Ann Bell\n* Voting members:\n  * [x] Cy Dean - Acme / Contoso\n"
            "  * [ ] Ed Fox - Initech\n* Others:\n  * Gil Hart (Globex)\n\n## Agenda\n",
            ["Ann Bell", "Cy Dean", "Gil Hart"],
            ["Ed Fox"],
        ),
        (
            "| | Participant | Attending |\n|---|---|---|\n| 1 | Bell, Ann | X |\n| 2 | Dean, Cy | |\n",
            ["Ann Bell"],
            ["Cy Dean"],
        ),
        (
            "| Voorzitter | A Bol |\n\n| Aanwezig namens | Naam |\n|---|---|\n| PPD | C. ten Dam |\n",
            ["C. ten Dam", "A Bol"],
            [],
        ),
        ('---\ntitle: Sync\nattendees: ["Ann Bell", "Cy Dean"]\n---\n', ["Ann Bell", "Cy Dean"], []),
        ("Aanw.: Ans, Bea (stagiair)\nAfw.: Cor (vrij)\n", ["Ans", "Bea"], ["Cor"]),
        ("Aanwezig: Kant A: Ans, Bea / Kant B: Cor\nAfgemeld: Dik", ["Ans", "Bea", "Cor"], ["Dik"]),
        (
            "Voorzitter: Ans Bol, Notulisten: Cor Dam en Els Faas\n\n"
            "Aanwezig waren:\nGus Hof\tGemeente Oost\n",
            ["Gus Hof", "Ans Bol", "Cor Dam", "Els Faas"],
            [],
        ),
        ("Notulist: Ans van Bol\n\nAanwezig: Ans, Cor\n", ["Ans", "Cor"], []),
        ("Aanwezig: Ans, Bea\n\nAfwezig:\n\nOpening\n\n- Ans zal de zaal boeken", ["Ans", "Bea"], []),
        (
            "Called to order at 5. Bell, Dean & Fox present. A Hart (public) present.",
            ["Bell", "Dean", "Fox", "A Hart"],
            [],
        ),
        ("Aanwezig: Ans Bol (vz) Cor Dam (pm), Els Faas", ["Ans Bol", "Cor Dam", "Els Faas"], []),
        ("Attendees: see the list\n\nAnn Bell will call the bank.", [], []),
    ],
)
def test_people_are_read_by_party(notes: str, present: list[str], absent: list[str]) -> None:
    found = draft(notes)
    assert sorted(found.attendees) == sorted(present)
    assert sorted(found.absent) == sorted(absent)


def test_a_list_of_names_is_no_list_of_work() -> None:
    notes = "Attendance\n- [x] Ann Bell - Acme\n- [ ] Cy Dean - Initech\n\nActions\n- [ ] Ann: call the bank"
    assert [(item.owner, item.text) for item in draft(notes).actions] == [("Ann", "call the bank")]


def test_an_empty_list_of_those_absent_hides_no_work_below_it() -> None:
    notes = "Aanwezig: Ans, Bea\n\nAfwezig:\n\nOpening\n\n - Ans zal de zaal boeken\n - Bea mailt de leden"
    assert [item.owner for item in draft(notes).actions] == ["Ans", "Bea"]


@pytest.mark.parametrize(
    ("notes", "present"),
    [
        (
            "Present / Ann Bell\nCy Dean\nEd Fox\nG. Ives / Chairman\nSecretary\nArt Club\nItem 1",
            4,
        ),
        ("Aanwezig / Ann Bell\nCy Dean\nEd Fox\nVoorzitter\nPlaatselijk Belang\n1. Opening", 3),
        ("Present: Ann Bell, board team (Shadow Team)\nVillage Hall\nThe hall is dear.", 1),
        ("Present\nAnn Bell (Media Officer) –left early\nCy Dean arrived 7.15\nEd Fox – late\nItem 1", 3),
        ("Aanwezig: Ann Bell tot 21 uur, Cy Dean vanaf punt 3, Ed Fox (later)", 3),
        ("Present: Ann Bell. Guests: Cy Dean. Ed Fox, G. Ives, H. de Jong. Motion by A. Bell.", 5),
        ("Present: Ann Bell, Cy Dean. Ed Fox moved to adjourn, and Art Club agreed.", 2),
        ("Present: Ann Bell, Cy Dean. Village Hall, High Street.", 2),
        ("Aanwezig: ouders, voorzitter (Ann Bell) en bestuursleden OV, leerkrachten (Cy Dean, Ed Fox)", 3),
        ("Present: PTA (Ann Bell, Cy Dean), teachers (Ed Fox, G. Ives), H. de Jong (Art Club, Big Bank)", 5),
        ("Aanwezig: leden Ann Bell en Cy Dean, notulist Ed Fox", 3),
        ("**Attendees**\n\n* Ann Bell\n* Cy Dean\n\n**Lead**\nEd Fox\n\n## Agenda", 3),
        ("Scribe: Ed Fox\nAttendees: Ann Bell, Cy Dean\n", 3),
        (
            "Aanwezig: Ann Bell, Cy Dean\nNotulist: Ed Fox\nAftredend: Bo\nAftredend: Di\nNieuw: Jo",
            3,
        ),
    ],
)
def test_remarks_groups_and_offices_beside_names_hide_nobody(notes: str, present: int) -> None:
    people = ("Ann Bell", "Cy Dean", "Ed Fox", "G. Ives", "H. de Jong")
    assert sorted(draft(notes).attendees) == sorted(people[:present])


def test_an_agenda_below_a_list_that_was_left_empty_is_nobody() -> None:
    notes = "Aanwezig:\n\n 1. Opening en agenda\n 2. Mededelingen en post\n 3. Rondvraag\n"
    assert [*draft(notes).attendees] == []


def test_who_was_there_is_said_of_the_meeting() -> None:
    said = "Op de vergadering waren aanwezig: Els Smit (vz), Henk de Boer en Piet Pot.\n\nActie: Piet belt"
    assert [*draft(said).attendees] == ["Els Smit", "Henk de Boer", "Piet Pot"]
