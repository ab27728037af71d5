"""What can be set of a project: shown, changed, and refused at its field."""

from datetime import datetime

from storage.tables import ProjectRow
from tests.kit.office import Office
from tests.kit.project_form import values
from tests.kit.rows import rows
from tests.kit.story import answer, posts, read, type_in, what_waits, whispers, words


def test_what_is_wrong_in_the_form_stands_at_its_field_and_the_rest_is_kept(office: Office) -> None:
    tom = office.person("tom")
    tom.command("/project Atlas & <co>", "atlas")
    assert values(tom)["name"] == "Atlas & <co>"
    tom.click(tom.modal, "More settings")
    tom.fill({"name": "  ", "zone": "Europe/Amsterdm"})
    assert tom.submit() == {
        "name": "Give the project a name.",
        "zone": "I can't place Europe/Amsterdm. Did you mean Europe/Amsterdam?",
    }
    tom.fill({"name": "Atlas & <co>", "zone": "amsterdam", "manager": "gina"})
    assert list(tom.submit()) == ["manager"]
    tom.fill({"manager": "tom", "day_end": "08:00"})
    assert tom.submit() == {"day_end": "Choose an end later than 09:00."}
    tom.fill({"day_end": "18:00", "digest_day": "no digest"})
    assert tom.submit() == {}
    [card] = words(posts(office, "atlas"))
    assert "Atlas & <co> is ready." in card and "tom manages · no digest" in card


def test_it_is_shown_and_changed_and_the_card_follows(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom, sanne = office.person("tom"), office.person("sanne")
    summary = answer(office, "sanne", "/spil project", "atlas")
    assert read(summary).startswith("Het project van dit kanaal is Atlas.")
    sanne.click(summary, "Wijzigen")
    tom.click(answer(office, "tom", "/project", "atlas"), "Change")

    sanne.fill({"name": "Atlas 2"})
    assert sanne.submit() == {}
    tom.fill({"name": "Atlas two"})
    assert tom.submit() == {"name": "@sanne changed it since. Have another look before you change it."}
    tom.close_modal()
    tom.command("/project Atlas two", "atlas")
    assert tom.submit() == {}
    [card] = words(posts(office, "atlas"))
    assert card.startswith("Atlas two is ready.")
    assert [row.name for row in rows(office.spil.storage, ProjectRow)] == ["Atlas two"]


def test_how_what_stays_overdue_goes_up_and_when_nobody_works_is_set_in_words(office: Office) -> None:
    office.project("molen", language="nl")
    sanne = office.person("sanne")
    sanne.click(answer(office, "sanne", "/spil project", "molen"), "Wijzigen")
    assert {name: values(sanne)[name] for name in ("ladder", "most_postponements", "pin", "days_off")} == {
        "ladder": "2, 5, 10",
        "most_postponements": "3",
        "pin": ":pushpin:",
        "days_off": None,
    }
    sanne.fill({"ladder": "5, 2", "most_postponements": "0", "pin": "een speld", "days_off": "ooit"})
    assert sanne.submit() == {
        "ladder": "Typ drie oplopende aantallen werkdagen, hoogstens 60: 2, 5, 10.",
        "most_postponements": "Typ een getal van 1 tot en met 20.",
        "pin": "Typ één emoji bij zijn naam, zoals :pushpin:.",
        "days_off": "Ik vind geen dag in ooit. Typ 24 december of 24 dec – 2 jan.",
    }
    sanne.fill({"ladder": "1, 3, 6", "most_postponements": "2", "pin": "memo", "retention_days": "90 dagen"})
    sanne.fill({"days_off": "24 december t/m 2 januari, 27 april"})
    assert sanne.submit() == {}
    said = words(whispers(office, "sanne", "molen"))[-1]
    assert "• Stappen voor wat te laat blijft: 1, 3, 6" in said and "Let op" not in said
    assert "• Vrije dagen: 24 dec 2026 – 2 jan 2027, 27 apr 2027" in said
    sanne.click(answer(office, "sanne", "/spil project", "molen"), "Wijzigen")
    assert values(sanne)["days_off"] == "24 dec 2026 – 2 jan 2027\n27 apr 2027"
    assert values(sanne)["pin"] == ":memo:"


def test_a_shorter_term_says_what_goes_a_day_later(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom = office.person("tom")
    for line in ("write the plan", "test it"):
        tom.command(f"/action @tom {line}", "atlas")
    tom.command("/action done 1", "atlas")
    office.set_clock(datetime(2027, 3, 23, 9))
    tom.click(answer(office, "tom", "/project", "atlas"), "Change")
    tom.fill({"retention_days": "90 days"})
    assert tom.submit() == {}
    said = words(whispers(office, "tom"))[-1]
    assert "after Wed 24 Mar 08:00 I forget one closed thing for good, untouched for 90 days" in said


def test_what_the_manager_decides_is_proposed_by_others_and_said_in_the_channel(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom, sanne = office.person("tom"), office.person("sanne")
    sanne.click(answer(office, "sanne", "/spil project", "atlas"), "Wijzigen")
    sanne.fill({"retention_days": "90 dagen", "day_end": "18:00", "digest_day": "woensdag"})
    assert sanne.submit() == {}
    said = read(whispers(office, "sanne")[-1])
    assert "Weekoverzicht: elke woensdag om 09:00" in said and "Bewaartermijn: 2 jaar" in said
    assert said.endswith(
        "tom leidt het project en beslist hierover. Ik heb het gevraagd:\n"
        "• Werktijd: 09:00–17:00 → 09:00–18:00\n• Bewaartermijn: 2 jaar → 90 dagen\nWijzigen"
    )
    assert not [post for post in posts(office, "atlas") if "changed how I work" in read(post)]

    [asked] = tom.dm()
    assert read(asked).startswith(
        "sanne would like to change how I work in #atlas:\n• Working hours: 09:00–17:00"
    )
    tom.click(asked, "Agree")
    office.settle()
    [asked] = tom.dm()
    assert read(asked).endswith("You agreed. It's changed.")
    [news] = [read(post) for post in posts(office, "atlas") if "changed how I work" in read(post)]
    assert news == (
        "tom changed how I work for Atlas:\n"
        "• Working hours: 09:00–17:00 → 09:00–18:00\n• Kept for: 2 years → 90 days"
    )
    [told] = sanne.dm()
    assert read(told).startswith("tom is akkoord. Vanaf nu in #atlas:\n• Werktijd")
    [kept] = rows(office.spil.storage, ProjectRow)
    assert (kept.retention_days, kept.day_end.hour, kept.digest_day) == (90, 18, 2)


def test_the_manager_keeps_what_was_proposed_as_it_is_and_who_proposed_it_hears_so(office: Office) -> None:
    office.project("molen", language="nl")
    joost, sanne = office.person("joost"), office.person("sanne")
    joost.command("/spil project Molen", "molen")
    joost.fill({"manager": "joost"})
    assert joost.submit() == {}
    office.settle()
    [asked] = sanne.dm()
    assert read(asked).startswith(
        "joost wil veranderen hoe ik in #molen werk:\n• Projectmanager: sanne → joost"
    )
    sanne.click(asked, "Nu niet")
    office.settle()
    [told] = joost.dm()
    assert read(told).startswith("sanne zegt: nu niet. Je vroeg om dit in #molen:")
    assert [row.manager for row in rows(office.spil.storage, ProjectRow)] == [office.slack.user_id("sanne")]


def test_where_the_manager_is_gone_everybody_present_decides(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("priya"))
    office.person("priya").leave("atlas")
    office.settle()
    tom = office.person("tom")
    tom.command("/project Atlas", "atlas")
    tom.fill({"manager": "tom"})
    assert tom.submit() == {}
    [news] = [read(post) for post in posts(office, "atlas") if "changed how I work" in read(post)]
    assert news == "tom changed how I work for Atlas:\n• Project manager: priya → tom"


def test_a_proposal_at_night_waits_for_the_morning_of_the_manager(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom, sanne = office.person("tom"), office.person("sanne")
    office.set_clock(datetime(2026, 12, 2, 22, 30))
    sanne.click(answer(office, "sanne", "/spil project", "atlas"), "Wijzigen")
    sanne.fill({"day_end": "18:00"})
    assert sanne.submit() == {}
    office.settle()
    assert not tom.dm()
    assert "tom krijgt dit do 09:00" in read(what_waits(office, "sanne"))
    office.set_clock(datetime(2026, 12, 3, 10))
    [morning] = tom.dm()
    assert "sanne would like to change how I work in #atlas" in read(morning)
    tom.click(morning, "Open")
    office.settle()
    tom.click(tom.dm()[-1], "Agree")
    office.settle()
    [kept] = rows(office.spil.storage, ProjectRow)
    assert kept.day_end.hour == 18


def test_what_the_manager_changed_meanwhile_is_not_proposed_to_be_changed_back(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom, sanne = office.person("tom"), office.person("sanne")
    sanne.click(answer(office, "sanne", "/spil project", "atlas"), "Wijzigen")
    tom.command("/project Atlas", "atlas")
    tom.fill({"day_end": "18:00"})
    assert tom.submit() == {}
    sanne.fill({"retention_days": "90 dagen"})
    assert sanne.submit() == {
        "name": "@tom heeft het intussen gewijzigd. Kijk nog eens voordat je het wijzigt."
    }
    office.settle()
    assert tom.dm() == []


def test_the_manager_reads_what_would_be_forgotten_before_they_agree(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom, sanne = office.person("tom"), office.person("sanne")
    type_in(office, "tom", "/action write the plan")
    type_in(office, "tom", "/action done 1")
    office.set_clock(datetime(2027, 5, 4, 9))
    sanne.command("/spil project Atlas", "atlas")
    sanne.fill({"retention_days": "90 dagen"})
    assert sanne.submit() == {}
    office.settle()
    asked = tom.dm()[-1]
    assert "Mind: after" in read(asked) and "I forget one closed thing for good" in read(asked)


def test_a_proposal_that_cannot_be_any_more_is_refused_in_words_and_changes_nothing(office: Office) -> None:
    office.project("atlas", manager=office.slack.user_id("tom"))
    tom, sanne = office.person("tom"), office.person("sanne")
    sanne.command("/spil project Atlas", "atlas")
    sanne.fill({"manager": "priya"})
    assert sanne.submit() == {}
    office.settle()
    office.person("priya").leave("atlas")
    office.settle()
    [asked] = tom.dm()
    [told] = [read(each) for each in tom.click(asked, "Agree") if each.ephemeral_to]
    assert "priya" in told and "in this channel" in told
    assert [row.manager for row in rows(office.spil.storage, ProjectRow)] == [office.slack.user_id("tom")]
