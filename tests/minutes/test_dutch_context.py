"""Dutch items that are understood from what stands before them: who, what and when. All invented."""

from bot.minutes.extraction.extract import draft

PEOPLE = "Notulen tuincommissie 12 november 2026\n\nAanwezig: Sanne Vos, Joris Pol, Mieke ter Horst\n\n"
NEXT = "\n\nVolgende vergadering: 10 december 2026"


def actions(said: str) -> list[tuple[str | None, str]]:
    return [(item.owner, item.text) for item in draft(PEOPLE + said).actions]


def test_a_pronoun_is_whom_the_sentence_before_names_first_or_alone() -> None:
    for said, owner, text in (
        ("Joris heeft de schuur gezien. Hij vraagt offertes op.", "Joris", "vraagt offertes op"),
        ("De kas is gevuld door Mieke. Zij snoeit de haag.", "Mieke", "snoeit de haag"),
        ("Joris heeft een plan. Vrijdag maakt hij een tekening.", "Joris", "maakt een tekening"),
        ("Sanne sprak met de buren. Ook zal ze de haag snoeien.", "Sanne", "de haag snoeien"),
    ):
        assert actions(said) == [(owner, text)], said


def test_a_pronoun_for_either_of_two_or_for_somebody_else_is_nobody() -> None:
    for said in (
        "De haag is gesnoeid door Joris en Mieke. Hij vraagt offertes op.",
        "Sanne belt de smid. Marloes komt erbij. Zij vraagt offertes op.",
    ):
        assert ("vraagt offertes op") not in {text for owner, text in actions(said) if owner}, said


def test_an_action_that_only_refers_has_the_sentence_before_it() -> None:
    for said, owner, text in (
        (
            "De pomp maakt lawaai. Joris gaat dit navragen bij de smid.",
            "Joris",
            "De pomp maakt lawaai – dit navragen bij de smid",
        ),
        ("Het hek staat scheef. Mieke kijkt hiernaar.", "Mieke", "Het hek staat scheef – kijkt hiernaar"),
        ("De brief moet op de site. Sanne regelt dit.", "Sanne", "De brief moet op de site – regelt dit"),
        ("Joris belt de smid. Mieke regelt dit.", "Mieke", "regelt dit"),
    ):
        assert (owner, text) in actions(said), said


def test_who_will_do_what_was_decided_has_an_action_too() -> None:
    for said, owner, text in (
        ("Besloten wordt dat Joris de smid zal bellen.", "Joris", "de smid bellen"),
        ("Er is afgesproken dat Mieke de offerte opvraagt.", "Mieke", "de offerte opvraagt"),
        ("Afgesproken is dat Sanne en Joris de loods huren.", "Sanne en Joris", "de loods huren"),
        ("Besluit: Joris vraagt offertes op.", "Joris", "vraagt offertes op"),
    ):
        assert actions(said) == [(owner, text)], said
        assert len(draft(PEOPLE + said).decisions) == 1, said
    for said in ("Besloten is dat Joris voorzitter wordt.", "Besluit: de contributie blijft gelijk."):
        assert not actions(said), said


def test_when_something_is_due_wherever_the_sentence_says_so() -> None:
    for said, due, day in (
        ("18 november belt Joris de smid.", "18 november", "2026-11-18"),
        ("Volgende week snoeit Mieke de haag.", "Volgende week", "2026-11-20"),
        ("Sanne snoeit deze week de haag.", "deze week", "2026-11-13"),
        (
            "Sanne zal vóór de volgende vergadering de smid bellen.",
            "vóór de volgende vergadering",
            "2026-12-09",
        ),
        ("Voor de volgende vergadering maakt Joris een plan.", "Voor de volgende vergadering", "2026-12-09"),
        ("Joris komt hier volgende vergadering op terug.", "volgende vergadering", "2026-12-10"),
        ("Mieke kijkt hiernaar en stuurt deze zo snel mogelijk rond.", None, None),
        ("Mieke stuurt de lijst z.s.m. rond.", None, None),
        ("Actie: Mieke stuurt de lijst rond - ASAP", None, None),
    ):
        [item] = draft(PEOPLE + said + NEXT).actions
        assert (item.due, str(item.day) if item.day else None) == (due, day), said
        assert item.owner in ("Joris", "Mieke", "Sanne"), said


def test_what_another_does_by_the_same_verb_is_an_action_of_his() -> None:
    assert actions("Sanne verzorgt de soep, Joris het brood voor de helpers.") == [
        ("Sanne", "verzorgt de soep"),
        ("Joris", "het brood voor de helpers"),
    ]


def test_an_inquiry_that_nobody_is_named_for_is_an_action_without_an_owner() -> None:
    for said in (
        "Er wordt nagevraagd of de pomp nog onder de garantie valt.",
        "Andere tuinen worden benaderd om samen compost te kopen.",
        "Er wordt contact gezocht met de school.",
    ):
        assert actions(said) == [(None, said.rstrip("."))], said
    for said in ("De pomp wordt vaak nagekeken.", "Er wordt door de gemeente nagegaan of het mag."):
        assert not actions(said), said


def test_an_item_that_stays_open_is_one() -> None:
    for said in ("- Hek verven: actiepunt blijft staan.", "- Hek verven (punt blijft open)"):
        assert actions(said) == [(None, "Hek verven")], said


def test_an_arrow_before_a_verb_of_nobody_points_to_a_decision() -> None:
    for said in ("- tweede pad is te smal -> pad weglaten", "- schuur lekt → dak herstellen"):
        assert [item.text for item in draft(PEOPLE + said).decisions] == [said[2:]], said
    assert not draft(PEOPLE + "- schuur lekt -> Joris gaat dit herstellen").decisions


def test_who_is_given_a_task_in_words_or_in_a_passive_has_it() -> None:
    for said, owner, text in (
        ("Sanne en Joris hebben de opdracht een rooster te maken.", "Sanne en Joris", "een rooster maken"),
        ("Verzoek aan Joris om de lijst bij te werken.", "Joris", "de lijst bijwerken"),
        ("De offertes worden opgevraagd door Joris.", "Joris", "De offertes worden opgevraagd"),
        ("De notulist stuurt de lijst rond.", "De notulist", "stuurt de lijst rond"),
        ("Mieke houdt contact met de smid.", "Mieke", "houdt contact met de smid"),
        ("Haag snoeien >> Joris", "Joris", "Haag snoeien"),
        ("We gaan in gesprek met de buren.", None, "gaan in gesprek met de buren"),
        ("Actie: Sanne snoeit de haag en Joris belt de smid.", "Joris", "belt de smid"),
    ):
        assert (owner, text) in actions(said), said
    assert actions("De haag groeit over het pad heen en dat is gevaarlijk\n(actie: Sanne)") == [
        ("Sanne", "De haag groeit over het pad heen en dat is gevaarlijk")
    ]


def test_who_is_there_by_a_letter_or_beside_a_partner() -> None:
    notes = "Aanwezig: Sanne V., Joris,\nMieke P. en Mieke A.\nAfwezig: Bo + partner\n\nDe haag is gesnoeid."
    found = draft(notes)
    assert (found.attendees, found.absent) == (("Sanne V", "Joris", "Mieke P", "Mieke A"), ("Bo",))
