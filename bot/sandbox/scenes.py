"""The two projects of the demo, an English and a Dutch one, and what there is to try in each."""

from zoneinfo import ZoneInfo

from bot.sandbox.guide import Scene, Step

LINES = """@priya draft the launch announcement by Thursday
@tom book the room for the demo by Wednesday
@sanne translate the help pages by Friday
@priya fix the login on old phones by Wednesday
@helen choose the launch customers by Friday
@tom order the welcome gifts by Thursday
@priya measure the load at 500 users by Friday
@sanne ask three customers to try it by Thursday
@tom update the planning by Wednesday
@priya write the rollback plan by Friday
check the cookie banner by Thursday
@tom invite the steering group by Wednesday"""
REGELS = """@joost bestel 40 verhuisdozen uiterlijk donderdag
@sanne reserveer de parkeerplaatsen uiterlijk woensdag
@joost meet de vergaderzaal op uiterlijk vrijdag
@maarten teken het huurcontract uiterlijk vrijdag
@sanne geef het nieuwe adres door aan de bank uiterlijk donderdag
@joost regel internet in het nieuwe pand uiterlijk woensdag
@joost label de bureaus uiterlijk vrijdag
@sanne plan de rondleiding uiterlijk donderdag
@joost zeg het koffieapparaat op uiterlijk woensdag
@sanne maak een plattegrond uiterlijk vrijdag
koop planten voor de ontvangst uiterlijk donderdag
@joost haal de sleutels op uiterlijk woensdag"""
NOTES = """Present: Tom, Priya, Sanne
The load test went well, the old phones are still slow.
DECISION: we launch with ten customers and no press
ACTION: Priya - send the test results to Helen - Friday
ACTION: Tom - tell the help desk about the launch - Thursday"""
AANTEKENINGEN = """Aanwezig: Sanne, Joost
De verhuizer is geweest en wil de lift van 8 tot 12 uur.
BESLUIT: we verhuizen in één dag, op zaterdag
ACTIE: Joost - reserveer de lift - vrijdag
ACTIE: Sanne - mail iedereen het draaiboek - donderdag"""

ENGLISH = Scene(
    title="English project",
    heading="Try this",
    elsewhere="Also now:",
    who="tom",
    channel="atlas",
    zone=ZoneInfo("Europe/London"),
    nine="It's 9:00 ▸",
    steps=(
        Step(
            "Give Priya a job",
            "tom",
            "atlas",
            "/action @priya update the risk log by Friday",
            seen_in="priya",
            says="asks you",
        ),
        Step("Look as Priya", "priya", "priya", seen_in="priya"),
        Step(
            "Ask for another date",
            "priya",
            "priya",
            press="Other date",
            seen_in="tom",
            says="instead of",
        ),
        Step("Paste twelve lines", "tom", "atlas", f"/action {LINES}", seen_in="atlas", says="cookie banner"),
        Step("Make it Monday 9:00", seen_in="atlas"),
        Step(
            "Turn notes into minutes",
            "tom",
            "atlas",
            f"/minutes {NOTES}",
            seen_in="atlas",
            says="ten customers",
        ),
    ),
)
NEDERLANDS = Scene(
    title="Nederlands project",
    heading="Probeer dit",
    elsewhere="Ook nu:",
    who="sanne",
    channel="molen",
    zone=ZoneInfo("Europe/Amsterdam"),
    nine="Het is 9 uur ▸",
    steps=(
        Step(
            "Geef Joost een klus",
            "sanne",
            "molen",
            "/actie @joost bel de verhuizer uiterlijk vrijdag",
            seen_in="joost",
            says="vraagt je",
        ),
        Step("Kijk als Joost", "joost", "joost", seen_in="joost"),
        Step(
            "Vraag een andere datum",
            "joost",
            "joost",
            press="Andere datum",
            seen_in="sanne",
            says="in plaats van",
        ),
        Step("Plak twaalf regels", "sanne", "molen", f"/actie {REGELS}", seen_in="molen", says="planten"),
        Step("Maak het maandag 9 uur", seen_in="molen"),
        Step(
            "Maak notulen van aantekeningen",
            "sanne",
            "molen",
            f"/notulen {AANTEKENINGEN}",
            seen_in="molen",
            says="één dag",
        ),
    ),
)
SCENES = {"en": (ENGLISH, NEDERLANDS), "nl": (NEDERLANDS, ENGLISH)}
"""By the language that the demo is opened in."""
