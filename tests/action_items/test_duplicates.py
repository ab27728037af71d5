"""Which texts say the same: a table of pairs that do, and of look-alikes that do not."""

import random

import pytest

from bot.action_items.duplicates import likeliest, repeated, same_task, twins

SAME = """
update the risk log | Update risk log
update the risk log | update the risk lgo
update the risk log | Please update the risk logs!
update the risk log by Friday | update the risk log
call the supplier about the delivery | Call supplier about delivery
send the minutes to the steering group | Send minutes to steering group
book a room for the kick-off | book room for the kick-off
write the business case | business case: write
order the new laptops | Order new laptops again
ask Tom for the procurement plan | ask Tom for the procurment plan
prepare the demo for customer Alfa | Prepare demo for the customer Alfa
review work package 3 | Review work package 3
invite the auditors to the stage review on Thursday | invite auditors to the stage review
werk de risicolog bij | Risicolog bijwerken
stuur de notulen van het overleg naar alle leden | stuur de notulen van het overleg naar alle vaste leden
werk het risicolog bij | werk de risicolog bij
bel de leverancier over de levering | leverancier bellen over levering
stuur de notulen naar de stuurgroep | notulen naar stuurgroep sturen
lever de presentatie op | presentatie opleveren
lees het contract | contract lezen
schrijf het plan van aanpak | plan van aanpak schrijven
maak een begroting voor fase 2 | begroting fase 2 maken
vraag een offerte aan bij Jansen | offerte aanvragen bij Jansen
nodig de accountants uit vóór vrijdag | accountants uitnodigen
coördineer de verhuizing | coordineer de verhuizing
controleer de facturen | facturen controleren
"""

OTHER = """
update the risk log | update the risk register
call supplier A | call supplier B
call supplier | call supplier A
review work package 3 | review work package 4
send the report for week 47 | send the report for week 48
ask Tom for the plan | ask Priya for the plan
write the plan | write the test plan
open the ticket | close the ticket
approve the budget | improve the budget
send the contract to Anna | send the contact to Anna
order the chairs | pay for the chairs
install the server | uninstall the server
book a room for the kick-off | book a room for the retrospective
test release 3.4 | test release 3.5
write the progress report | write the exception report
inform the sponsor | inform the users
step 1 | step 11
import the list | export the list
pay the invoice | do not pay the invoice
update the log | update the risk log
plan the day after | plan day after day
nodig alle leden van team Noord uit voor de demo | nodig alle leden van team Noord niet uit voor de demo
move the team to floor 3 | move the teams to floor 4
werk de risicolog bij | werk de besluitenlijst bij
bel leverancier A | bel leverancier B
bel Jansen | bel Janssens
stuur de offerte naar Piet | stuur de offerte naar Jan
maak een begroting voor fase 2 | maak een begroting voor fase 3
open het loket | sluit het loket
plan het overleg van maart | plan het overleg van april
schrijf het draaiboek | schrijf het testplan
nodig de accountants uit | nodig de aannemers uit
bestel de stoelen | bestel de tafels
test de koppeling | test de koppeling niet
keur het plan goed | keur het plan af
"""


def pairs(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_the_same_in_other_words_is_found(one: str, other: str) -> None:
    assert same_task(one, other) and same_task(other, one)
    assert likeliest(one, {3: "something else", 7: other}) == 7
    assert likeliest(other, {3: "something else", 7: one}) == 7


@pytest.mark.parametrize(("one", "other"), pairs(OTHER))
def test_what_only_looks_alike_raises_no_alarm(one: str, other: str) -> None:
    assert likeliest(one, {1: other}) is None
    assert likeliest(other, {1: one}) is None


def test_all_pairs_of_the_tables_are_strangers_to_each_other() -> None:
    first = {number: one for number, (one, _) in enumerate(pairs(SAME)) if "risicolog" not in one}
    first = {number: text for number, text in first.items() if "risk log" not in text}
    for number, text in first.items():
        assert likeliest(text, {other: words for other, words in first.items() if other != number}) is None


def test_nothing_is_like_nothing() -> None:
    assert likeliest("", {1: "x"}) is None
    assert likeliest("!!", {1: "!!"}) is None
    assert likeliest("write the plan", {}) is None


def test_the_one_among_very_many_is_found() -> None:
    dice = random.Random(7)
    words = ["update", "risk", "supplier", "plan", "write", "call", "report", "budget", "test", "review"]
    others = {n: " ".join([*dice.sample(words, 5), "the", str(n)]) for n in range(10_000)}
    others[4_000] = "Send the minutes to the whole steering group"
    assert likeliest("send minutes to the whole steering group", others) == 4_000


@pytest.mark.parametrize("many", [0, 20_000])
def test_of_many_texts_each_is_held_against_the_others_and_those_before_it(many: int) -> None:
    others = {number + 10: f"step {number}" for number in range(many)} | {7: "Update risk log"}
    texts = {1: "update the risk log", 2: "call Jan", 3: "bel Jan", 4: "Call Jan!", 5: "write", 6: "step 5x"}
    assert twins(texts, others) == {1: 7}
    assert repeated(texts) == {4: 2}
    assert repeated(texts | {n: f"part {n}" for n in range(10, many // 20)}) == {4: 2}
