"""What real Dutch notes write that others do not: owners behind the verb, groups that promise, lists that
run on, reports of who said what. All invented."""

import pytest

from bot.minutes.extraction.extract import draft

PEOPLE = "Aanwezig: Sanne Vos, Joris Pol, Mieke ter Horst\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "Sanne licht de begroting toe en wijst op de huur.",
        "Joris merkt op dat de zaal te klein is.",
        "Sanne vraagt Joris of het dak lekt.",
        "Mieke vraagt het bestuur om een nieuwe kast te kopen.",
        "Joris stelt voor om de tuin te verkopen.",
        "Sanne geeft een korte presentatie over de tuin.",
        "Joris geeft de cijfers van mei aan.",
        "Mieke zegt dat de verf op is.",
        "Sanne loopt de agenda door.",
        "Mieke: de zaal moet groter worden.",
        "Hij zal misschien de huur betalen.",
        "Sanne: vorig jaar was er het verzoek om alles in kaart te brengen.",
    ],
)
def test_a_report_of_what_was_said_is_no_promise(said: str) -> None:
    assert draft(f"{PEOPLE}{said}").actions == ()


@pytest.mark.parametrize(
    ("said", "text", "owner"),
    [
        ("- Actie: volgende week bellen Sanne en Joris de drukker", None, "Sanne en Joris"),
        ("Morgen belt Mieke de gemeente over de heg.", None, "Mieke"),
        ("De heg is te hoog en dus zal Joris de tuinman bellen.", None, "Joris"),
        ("De heg is te hoog, dus Joris belt de tuinman.", None, "Joris"),
        ("De folder zal door Mieke gemaakt worden.", "De folder zal gemaakt worden", "Mieke"),
        ("Het bestuur zal de huur van de loods onderzoeken.", None, "Het bestuur"),
        ("De tuincommissie gaat nieuwe planten bestellen.", None, "De tuincommissie"),
        ("Hij zal de offerte van de loods opvragen.", "de offerte van de loods opvragen", None),
        ("We gaan een datum voor het feest prikken.", None, None),
        ("Sanne heeft de lijst bekeken, maar zal de prijzen nog controleren.", None, "Sanne"),
        ("Sanne gaat met de kast aan de slag.", None, "Sanne"),
        ("Ter Horst belt de bank.", None, "Ter Horst"),
        ("De heer Van der Laan gaat naar het dorp om uitleg te geven.", None, "Van der Laan"),
        ("Joris was aanwezig bij de opening. Dat was leuk. Mieke belt de drukker.", None, "Mieke"),
    ],
)
def test_what_is_promised(said: str, text: str | None, owner: str | None) -> None:
    found = draft(f"{PEOPLE}{said}").actions
    assert [item.owner for item in found] == [owner]
    assert text is None or found[0].text == text


@pytest.mark.parametrize(
    ("notes", "owners"),
    [
        ("Actielijst\n\n**Sanne:**\n\n- drukker bellen\n\n**Joris:**\n\n- zaal boeken", ["Sanne", "Joris"]),
        (
            "## Acties\n\n### Sanne (druk) – voor vrijdag\n- drukker bellen\n- folder maken",
            ["Sanne", "Sanne"],
        ),
        ("| Actie | Trekkers |\n|---|---|\n| zaal boeken | Joris |", ["Joris"]),
        ("Actiepunten:\nDe actielijst wordt doorgenomen.\n\nSanne meldt dat het lekt.", []),
        ("3. Actiepunten\n\n4. Rooster\nHet rooster blijft.\n\n5. Sluiting\nTot ziens", []),
    ],
)
def test_lists_of_actions(notes: str, owners: list[str]) -> None:
    assert [item.owner for item in draft(PEOPLE + notes).actions] == owners


@pytest.mark.parametrize(
    ("notes", "decisions"),
    [
        ("Lijst van beslissingen\n\n- De kast gaat weg", ["De kast gaat weg"]),
        ("Afspraken\n\n- Sanne zal de drukker bellen\n- De deur blijft open", ["De deur blijft open"]),
        ("Het bestuur beslist dat de kast weggaat.", ["de kast weggaat"]),
    ],
)
def test_decisions(notes: str, decisions: list[str]) -> None:
    assert [item.text for item in draft(PEOPLE + notes).decisions] == decisions


@pytest.mark.parametrize(
    "notes",
    [
        "Verslag van 3 mei 2026 Aanwezig: Sanne Vos, Joris Pol, Mieke Bos Afwezig: Cor Dam",
        "| Dag | Aanwezigen | Afwezigen |\n|--|--|--|\n| 3/5 | Sanne Vos, Joris Pol, Mieke Bos | Cor Dam |",
        "| Aanwezig | Afwezig |\n|---|---|\n| Sanne Vos | Cor Dam |\n| Joris Pol | |\n| Mieke Bos | |",
        "Aanwezig:\nVan club A met stem:\nSanne Vos\nJoris Pol\nVan club B, zonder stem:\nMieke Bos\n\nSlot",
        "Aanwezig: Sanne Vos, Joris Pol,\n\nMieke Bos\n\n1. Opening\nSanne opent.",
        "Verslag van 3 mei 2026 Aanw.:\nmw. Sanne Vos, dhr. Joris Pol, mw. Mieke Bos\nAfw.:\nCor Dam",
        "Aanwezig Sanne Vos (SV), Joris Pol (JP), Mieke Bos (MB)",
        "Aanwezig:\nBestuur: Sanne Vos\nOverige leden\nJoris Pol\nMieke Bos\n\nSlot",
        "Aanwezig:\n1. Sanne Vos\n2. Joris Pol\n3. Mieke Bos\n\n1. Opening\n2. Rooster\n3. Kas",
        "Aanwezigheid:\n✔ Sanne Vos\n✗ Cor Dam\n✔ Joris Pol\n✔ Mieke Bos (kas)",
        "Attendance:\n✔ Sanne Vos\n❌ Cor Dam\n✔ Joris Pol\n✔ Mieke Bos (till)",
        "Aanwezig: Sanne Vos, Joris Pol\nAfw m.k.: Cor Dam\nTe gast: mevrouw Mieke Bos (gemeente)",
        "Aanwezig: Sanne Vos (kas), Joris Pol, Mieke Bos. Afwezig: Cor van der Meer",
        "Aanwezig: ouderling Sanne Vos, de heer Joris Pol, diaken Mieke Bos",
    ],
)
def test_those_present(notes: str) -> None:
    assert draft(notes).attendees == ("Sanne Vos", "Joris Pol", "Mieke Bos")


def test_titles_of_several_and_of_churches() -> None:
    ladies = "Aanwezig: de dames Vos, Van Pol en Bos; de heren Dam en Kok (voorzitter)"
    assert draft(ladies).attendees == ("Vos", "Van Pol", "Bos", "Dam", "Kok")
    church = "Aanwezig: ds. S. Vos, oud. J. Pol (preses), diak. M. Bos\nAfwezig: oud. C. Dam (ziek)"
    assert draft(church).attendees == ("S. Vos", "J. Pol", "M. Bos")
