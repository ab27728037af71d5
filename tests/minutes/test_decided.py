"""What was decided, in clauses of their own, by motions and in words of assemblies; and who reports rather
than promises. All invented."""

import pytest

from bot.minutes.extraction.extract import draft

PEOPLE = "Aanwezig: Ans, Cor, Els\n\n"


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("De OR beslist dat er een nieuwe kast komt.", "er een nieuwe kast komt"),
        ("Vastgelegd wordt om ieder kwartaal te overleggen.", "ieder kwartaal te overleggen"),
        ("De notulen van de vorige vergadering worden vastgesteld.", None),
        ("De voorzitter opent en stelt de agenda gewijzigd vast.", None),
        (
            "Cor noemt wat nog kan en er wordt besloten dit in de planning op te nemen.",
            "dit in de planning op te nemen",
        ),
        ("De ledengroep gaat daar na enige discussie mee akkoord.", None),
        ("De vergadering verleent decharge aan de penningmeester.", None),
        ("Zonder stemming wordt conform het voorstel besloten.", None),
        ("Ans wordt met algemene stemmen benoemd tot penningmeester.", None),
        ("De contributie blijft gelijk, unaniem akkoord.", "De contributie blijft gelijk"),
        ("The board voted to pay the grant to the school.", "pay the grant to the school"),
        ("The Council agreed unanimously to fund the course.", "fund the course"),
        ("A decision was made to not hold a meeting in May.", "not hold a meeting in May"),
        ("Consensus was reached on the new layout of pages.", "the new layout of pages"),
        ("Agreed upon a plan for the summer fair.", "a plan for the summer fair"),
        ("The committee agreed the budget for next year.", None),
        ("No objections, the youth section was ratified as a full section.", None),
        ("It was proposed by Ann Bell, seconded by Cy and agreed they be adopted.", None),
        ("The report was accepted on the motion of Cy.", None),
        ("The change to rule 9 was passed nem con.", None),
        ("Cy Dean was elected as treasurer for two years.", None),
        ("The change to rule 9, passed unanimously.", "The change to rule 9"),
        ("Because few were there, we agreed to vote by mail.", None),
        ("The minutes of the last meeting were read and accepted.", None),
        ("Minutes of previous meeting were agreed and signed.", None),
        ("The minutes of that evening were signed as a true record.", None),
        (
            "Cy asked for 90 for new lamps. Ann Bell moved, Bo Ek seconded. Motion carried.",
            "Cy asked for 90 for new lamps",
        ),
        ("Het verslag wordt, met dank aan de notulist, goedgekeurd en vastgesteld.", None),
        (
            "Motion to pay the bill by Ann, seconded by Cy, all aye.",
            "Motion to pay the bill by Ann, seconded by Cy",
        ),
        (
            "Cy proposed that the club buys a boat. Ann seconded and all voted in favor.",
            "the club buys a boat",
        ),
        ("Ann moved to buy a printer. Motion was seconded, all were in favor.", "buy a printer"),
        (
            "1. Ann: raised a motion to buy a printer.\n2. Cy: seconded.\n3. All were in favour.",
            "buy a printer",
        ),
        ("A motion was made by Ann Bell to buy a printer. The motion passed unanimously.", "buy a printer"),
        ("Sell the old boat. Motion by A. Bell. Second by C. Dean. Approved.", "Sell the old boat"),
        ("Cy Dean was elected treasurer.", None),
        ("The chair and the treasurer were both elected en bloc.", None),
        ("Stemming vindt plaats en Ans wordt unaniem gekozen.", None),
        ("Els wordt verkozen tot voorzitter.", None),
        ("The Committee ratified the new rules of the hall.", None),
        ("Open days – the following dates were agreed: 3 May and 7 June.", None),
        (
            "There was much talk of the bench, all agreed the garden was best.",
            "all agreed the garden was best",
        ),
        ("Na de pauze hebben we ook beslist welke kleur de hal krijgt.", None),
        ("The chair agreed to allow a week more.", "allow a week more"),
    ],
)
def test_a_decision_is_read_from_its_own_clause(notes: str, found: str | None) -> None:
    [item] = draft(PEOPLE + notes).decisions
    assert item.text == (found or notes.removesuffix("."))


@pytest.mark.parametrize(
    "notes",
    [
        "In de vorige vergadering is besloten dat het dak wordt gemaakt.",
        "It was agreed at the last meeting that the hall is sold.",
        "Er is besloten op de vorige vergadering dat het dak wordt gemaakt.",
        "Cy asked about the plan of last year that was approved.",
        "Het voorstel kan nog niet worden goedgekeurd.",
        "Als het plan is goedgekeurd wordt er gebouwd.",
        "Geen opmerkingen, goedgekeurd.",
        "Het bestuur gaat akkoord.",
        "The plan should be approved by the board.",
        "The minutes of the meeting will be approved once they are corrected.",
        "Ann moved to Leeds.",
    ],
)
def test_what_is_still_open_or_was_decided_before_is_no_decision(notes: str) -> None:
    assert [item.text for item in draft(PEOPLE + notes).decisions] == []


@pytest.mark.parametrize(
    ("line", "owner", "text"),
    [
        ("De secretaris vraagt offertes op bij twee firma's.", "De secretaris", "vraagt offertes op"),
        ("The treasurer will write to the bank.", "The treasurer", "write to the bank"),
        ("Ans heeft de lijst gemaakt en zal de leden bellen.", "Ans", "de leden bellen"),
        ("The form is missing, Cor will draft it this week.", "Cor", "draft it"),
        ("Els is klaar met het plan en Cor zal de gemeente bellen.", "Cor", "de gemeente bellen"),
        ("Cor gaat hierachteraan.", "Cor", "gaat hierachteraan"),
        ("Afspraak: Els stuurt de lijst rond.", "Els", "stuurt de lijst rond"),
        ("=> Actie secretariaat: bloemen verzorgen.", "secretariaat", "bloemen verzorgen"),
        ("Costs rise; Cor to re-check the budget.", "Cor", "re-check the budget"),
    ],
)
def test_a_promise_in_its_own_clause_or_of_an_office(line: str, owner: str, text: str) -> None:
    [item] = draft(PEOPLE + line).actions
    assert (item.owner, item.text.startswith(text)) == (owner, True)


@pytest.mark.parametrize(
    "line",
    [
        "Ans geeft op pagina 2 aan dat hij iets anders had gezegd.",
        "Cor heeft een brief van de gemeente ontvangen.",
        "Els deelt mede dat Cor een baan heeft aangenomen.",
        "Els maakt melding van de onderwerpen die aan de orde zijn geweest.",
        "The meeting was called to order at 7 pm by Ans.",
        "De voorzitter opent de vergadering.",
    ],
)
def test_a_report_is_no_promise(line: str) -> None:
    assert [(item.owner, item.text) for item in draft(PEOPLE + line).actions] == []


def test_the_day_of_a_meeting_in_a_log_or_in_a_table_counts() -> None:
    log = "<ann> #startmeeting Web team (2026-05-12)\n<ann> #action bo to call by Friday\n<bo> ok"
    assert str(draft(log).actions[0].day) == "2026-05-15"
    table = "| Datum | 12-05-2026 |\n| Aanwezig | Ans, Cor |\n\nActie Ans: de drukker bellen vóór vrijdag"
    assert str(draft(table).actions[0].day) == "2026-05-14"


def test_an_agenda_ends_where_something_is_said() -> None:
    notes = f"{PEOPLE}Agenda:\n1. Opening\n2. Lijst\n\n2. Lijst\nDe lijst wordt ongewijzigd vastgesteld."
    assert [item.text for item in draft(notes).decisions] == ["De lijst wordt ongewijzigd vastgesteld"]


def test_what_was_agreed_by_consent_opens_no_list() -> None:
    found = draft(
        "Present: Ann, Cy\n\nMinutes of May\n- Accepted by Consent\nReport\nAnn to mail a thank you."
    )
    assert [item.owner for item in found.actions] == ["Ann"]
    assert "Report" not in [item.text for item in found.decisions]


def test_beside_a_motion_that_was_carried_a_line_is_read_as_any() -> None:
    found = draft("Present: Ann, Cy\n\nCy moved to buy a boat. The motion carried. Ann will call the yard.")
    assert [item.text for item in found.decisions] == ["buy a boat"]
    assert [(item.owner, item.text) for item in found.actions] == [("Ann", "call the yard")]


@pytest.mark.parametrize("word", ["how", "need", "remember", "link", "someone", "ask"])
def test_a_nick_behind_a_marker_owns_what_it_is_to_do(word: str) -> None:
    assert [item.owner for item in draft("AI: rosa_k to set up the board").actions] == ["rosa_k"]
    assert [item.owner for item in draft(f"AI: {word} to set up the board").actions] == [None]


MOTIONS = [
    ("Cy moves to adopt the new rota; Ann seconds. Motion carries 7-0-1.", ["adopt the new rota"]),
    ("Lamp report: Cy moves to adopt. Ann seconds. Motion passes.", ["Lamp report: Cy moves to adopt"]),
    ("Motion to fund at $120 by Cy Dean\nSeconded by Ann\nYay: 9  Nay: 0\nMotion passes", ["fund at $120"]),
    ("MOTIONS: Fund the fair.\nMOVE: Cy\nSECOND: Ann\nVOTE: 4-0", ["Fund the fair"]),
    ("MOTION: accept the lease. Seconded, carried.", ["accept the lease"]),
    ("- MOTION: accept the lease\n  - ann/1, +1: all", ["accept the lease"]),
    ("Motie: de huur verlengen\nVoor: 12, tegen: 0", ["de huur verlengen"]),
    ("Motion to sweep the path. All approved.", ["sweep the path"]),
    ("2. Approval of the agenda.\n\nApproved by all", ["Approval of the agenda"]),
    ("Vaststelling van de agenda\nAkkoord", ["Vaststelling van de agenda"]),
    ("Cy nominated secretary. Elected 8-0. Ann nominated to lead the fair. Elected 8-0.",
     ["Cy nominated secretary", "Ann nominated to lead the fair"]),
    ("Motion to paint the gate. Seconded by Cy.\nMotion failed.", []),
    ("Approval of minutes\n\nThe minutes of May were approved.", ["The minutes of May were approved"]),
    ("On a proposal from Cy, seconded by Ann, it was unanimously RESOLVED following a vote to buy a mower.",
     ["buy a mower"]),
    ("Op voorstel van Els wordt besloten dat de poort dicht blijft.", ["de poort dicht blijft"]),
    ("It was further agreed that the gate stays shut.", ["the gate stays shut"]),
    ("Er is verder besloten dat de poort dicht blijft.", ["de poort dicht blijft"]),
    ("Same day, we've agreed to hold it online.", ["Same day, we've agreed to hold it online"]),
    ("The board authorised the treasurer to pay.", ["The board authorised the treasurer to pay"]),
    ("The board set 3 June as the next date.", ["The board set 3 June as the next date"]),
    ("No lamps left so decision made to buy more.", ["No lamps left so decision made to buy more"]),
    ("Cy suggested a gate at the back – all in favour; Ann paid.", ["Cy suggested a gate at the back"]),
    ("Cy confirmed that the plan has been accepted by the city.", []),
    ("Treasurer: Cy Dean - Proposed by Ann Bell, Seconded by Bo Ek", ["Treasurer: Cy Dean"]),
    ("Ann Bell will be treasurer.", ["Ann Bell will be treasurer"]),
    ("Els Vos wordt de nieuwe penningmeester.", ["Els Vos wordt de nieuwe penningmeester"]),
    ("Ann Bell will be chairing next time.", []),
    ("It was agreed that the gate stays shut. Action: Ann", ["the gate stays shut"]),
    ("Cy proposed that Bo be co-opted. This was seconded by Ann and agreed unanimously.", ["Bo be co-opted"]),
    ("Cy recommended that the school be asked to pay. The board agreed to this.",
     ["the school be asked to pay"]),
    ("Cy suggested that we buy a tent.\nAnn suggested a marquee. All agreed.", ["Ann suggested a marquee"]),
    ("MOTION: Cy, second by Ann to buy a boat. Motion carried.", ["buy a boat"]),
    ("Cy moved to buy a boat, Ann Bell seconding. The motion carried.", ["buy a boat"]),
    ("Bo Ek was voted in as the new leader.", ["Bo Ek was voted in as the new leader"]),
    ("It was suggested that we wait. Cy moved and Ann seconded that the hall be sold. The motion passed.",
     ["the hall be sold"]),
    ("It was agreed that the board should:\n- buy a tent,\n- sell it", ["buy a tent", "sell it"]),
    ("The following proposals were voted on and adopted:\n\n* Buy a tent\n* Sell the hall",
     ["Buy a tent", "Sell the hall"]),
    ("We decided at this point to not sell the hall.", ["not sell the hall"]),
    ("Bo was elected men's captain.", ["Bo was elected men's captain"]),
    ("· New chair: Bo Ek\n\n· Re-elected clerk: Di Fox", ["New chair: Bo Ek", "Re-elected clerk: Di Fox"]),
    ("Plan of the tent presented and approved by the board.",
     ["Plan of the tent presented and approved by the board"]),
    ("BE and CD were elected co-chairs of the club.", ["BE and CD were elected co-chairs of the club"]),
    ("- Bo chosen as team lead", ["Bo chosen as team lead"]),
    ("Bo Ek and Di Fox will be the club's social secretaries.",
     ["Bo Ek and Di Fox will be the club's social secretaries"]),
    ("The board met the newly elected trustees. Bo was appointed to ask the clerk.", []),
    ("No objections to a later start.", ["No objections to a later start"]),
    ("The general consensus was the fair moves to May.", ["the fair moves to May"]),
    ("Fair. agreed 3rd June at the green. Agreed with Cy on this.", ["3rd June at the green"]),
    ("Draft of the survey – agreed by the group to show it in April.", ["show it in April"]),
    ("## Grants approved\n- Fair: 200\n- Band: 300", ["Fair: 200", "Band: 300"]),
    ("Use of the name approved; Ann will mail them.", ["Use of the name"]),
    ("- Old lamps -> leave as is\n- Fence → postpone to May\n- Gate -> it broke again",
     ["Old lamps -> leave as is", "Fence → postpone to May"]),
]  # fmt: skip


def test_a_motion_that_was_carried_and_who_was_elected() -> None:
    for notes, found in MOTIONS:
        assert [item.text for item in draft(f"Present: Ann, Cy\n\n{notes}").decisions] == found, notes


@pytest.mark.parametrize(
    ("notes", "decisions"),
    [
        ("Motion to buy a tent by Ann, seconded by Bo. Passed.", ["buy a tent"]),
        ("Motion by Ann to buy a tent. Seconded by Bo. Passed unanimously.", ["buy a tent"]),
        ("VOTE: Buy a tent. Approved 5-0.", ["Buy a tent"]),
        (
            "22. To approve the tent\nProposed by Cllr Lee seconded by Cllr Ek and unanimously approved.",
            ["approve the tent"],
        ),
        (
            "Wendy Holt – proposed by Cllr Lee seconded by Cllr Ek and unanimously appointed.",
            ["Wendy Holt – proposed by Cllr Lee seconded by Cllr Ek and unanimously appointed"],
        ),
        ("Proposal: buy a tent\nVote: 5 yes, 0 no. Accepted.", ["buy a tent"]),
        ("Stemming: tent kopen. Voor: 12, tegen: 0. Aangenomen.", ["Stemming: tent kopen"]),
        ("Resolved, that we buy a tent.", ["we buy a tent"]),
        (
            "Upon motion duly made and seconded, the board approved the tent.",
            ["Upon motion duly made and seconded, the board approved the tent"],
        ),
        ("Unaniem besloten: een tent kopen", ["een tent kopen"]),
        ("#agree buy a tent", ["buy a tent"]),
        ("!agreed een tent kopen", ["een tent kopen"]),
        ("Decision taken: buy a tent", ["buy a tent"]),
        ("2026/Res8 Buy a tent\nThe old one leaks.\nUnanimously accepted 2026-06-10", ["Buy a tent"]),
        (
            "Res9 Buy a tent\nAccepted 2026-06-16 with 5 votes in favour: Ann, Bo, Cy, Di and Ed",
            ["Buy a tent"],
        ),
        ("**Resolution:**\n\n* Buy a tent.\n* :+1: @ann, @bo, @cy", ["Buy a tent"]),
        ("**Besluit**\n\n* Een tent kopen.\n* 👍 @ann, @bo", ["Een tent kopen"]),
    ],
)
def test_motions_and_votes_are_read_as_boards_write_them(notes: str, decisions: list[str]) -> None:
    found = draft(notes)
    assert [item.text for item in found.decisions] == decisions and not found.actions
