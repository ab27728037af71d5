"""Action items from a form, from a message and from a reaction."""

from tests.kit.office import Office
from tests.kit.story import SHORTCUT, dm, items, read, read_all, replies, whispers


def test_without_text_a_form_asks_for_all_and_keeps_what_was_typed(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/action", "atlas")
    tom.fill({"What must be done": "write the plan", "Owner": "gina", "Repeats": "now and then"})
    tom.fill({"Waits for another item": "the first"})
    wrong = tom.submit()
    assert "guest" in wrong["owner"] and "A-12" in wrong["waits_for"] and "now and then" in wrong["repeats"]
    tom.fill({"Owner": "priya", "Repeats": "every Monday", "Waits for another item": ""})
    tom.fill({"Helpers": ["sanne"], "Waits for somebody or something": "the permit"})
    assert tom.submit() == {} and tom.modal is None
    [card] = items(atlas)
    assert "A-1 · write the plan" in read(card) and "owner priya" in read(card)
    assert "Mon 23-11-2026" in read(card) or "Mon 30-11-2026" in read(card)

    tom.click(card, "Edit")
    assert "every Mon" in str(tom.modal) and "the permit" in str(tom.modal)
    tom.fill({"What must be done": "write the whole plan"})
    assert tom.submit() == {}
    tom.click(items(atlas)[0], "Edit")
    assert "every Mon" in str(tom.modal)
    tom.close_modal()

    tom.command("/action", "atlas")
    tom.fill({"What must be done": "Write the whole plan."})
    assert tom.submit() == {}
    assert "looks like an item that is open" in str(tom.modal) and len(items(atlas)) == 1
    assert tom.submit() == {} and tom.modal is None
    assert len(items(atlas)) == 2


def test_two_who_edit_at_once_see_each_others_changes(molen: Office) -> None:
    sanne, joost = molen.person("sanne"), molen.person("joost")
    sanne.command("/spil actie @joost bel de verhuizer uiterlijk vrijdag", "molen")
    [card] = items(molen, "molen")
    sanne.click(card, "Wijzigen")
    joost.click(card, "Wijzigen")
    joost.fill({"Streefdatum": "2026-11-30", "Wat er moet gebeuren": "bel de verhuizer en de schilder"})
    assert joost.submit() == {}
    sanne.fill({"Actiehouder": "sanne", "Wat er moet gebeuren": "bel ook de elektricien"})
    assert sanne.submit() == {}
    told = str(sanne.modal)
    assert "*joost* wijzigde dit om 09:00" in told
    assert "streefdatum vr 27-11-2026 (wk 48) → ma 30-11-2026 (wk 49)" in told
    assert "tekst “bel de verhuizer” → “bel de verhuizer en de schilder”" in told
    assert "bel ook de elektricien" in told
    assert "bel de verhuizer en de schilder" in read(items(molen, "molen")[0])

    assert sanne.submit() == {} and sanne.modal is None
    [card] = items(molen, "molen")
    assert "A-1 · bel ook de elektricien" in read(card) and "ma 30-11-2026" in read(card)
    assert "actiehouder sanne" in read(card)


def test_from_home_and_in_person_the_form_asks_for_the_project(molen: Office) -> None:
    molen.project("atlas")
    sanne = molen.person("sanne")
    sanne.command("/spil actie", "atlas")
    sanne.close_modal()
    sanne.command("/spil actie", "molen")
    sanne.close_modal()
    sanne.open_home()
    sanne.click(sanne.home, "Nieuw actiepunt")
    sanne.fill({"Wat er moet gebeuren": "bestel dozen", "Actiehouder": "sanne"})
    assert "project" in sanne.submit()
    sanne.fill({"Project": "Molen"})
    assert sanne.submit() == {}
    assert "bestel dozen" in str(sanne.home)
    assert "A-1 · bestel dozen" in read(items(molen, "molen")[0]) and items(molen) == []


def test_from_a_message_to_done_the_card_stands_in_its_thread(molen: Office) -> None:
    sanne, joost = molen.person("sanne"), molen.person("joost")
    said = sanne.say("@joost wil jij de dozen tellen & bestellen uiterlijk vrijdag", "molen")
    sanne.message_shortcut(said, SHORTCUT)
    form = str(sanne.modal)
    assert "'wil jij de dozen tellen & bestellen'" in form and "2026-11-27" in form
    assert "van sanne in" in form and f"/archives/{said.channel}/p" in form
    sanne.fill({"Wat er moet gebeuren": "tel en bestel de dozen"})
    assert sanne.submit() == {}
    assert items(molen, "molen") == []
    [card] = replies(molen, said)
    assert "A-1 · tel en bestel de dozen" in read(card) and "actiehouder joost" in read(card)
    assert "gemaakt uit dit bericht" in read(card)

    sanne.message_shortcut(said, SHORTCUT)
    assert "eerder *A-1* gemaakt" in str(sanne.modal)
    sanne.close_modal()
    [mine] = [each for each in joost.dm() if "A-1" in each.words()]
    joost.click(mine, "Gereed")
    assert "✓ A-1" in read(replies(molen, said)[0])


def test_the_shortcut_works_where_the_bot_is_not_and_where_no_project_is(atlas: Office) -> None:
    tom = atlas.person("tom")
    tom.command("/action help", "atlas")
    atlas.slack.add_channel(name="kade", members=["tom", "gina"])
    said = tom.say("The crane must be checked", "kade")
    tom.message_shortcut(said, SHORTCUT)
    assert "The crane must be checked" in str(tom.modal)
    assert f"/p{said.ts.replace('.', '')}" in str(tom.modal)
    tom.fill({"Project": "Atlas", "Owner": "tom"})
    assert tom.submit() == {}
    [card] = items(atlas)
    assert "A-1 · The crane must be checked" in read(card) and "made from this message" in read(card)
    assert [each for each in replies(atlas, said, "tom") if "A-1" in each.words()] == []

    atlas.person("gina").message_shortcut(said, SHORTCUT)
    assert atlas.person("gina").modal is None
    reply = tom.say("a reply in the thread of @spil", "atlas", thread_ts=card.ts)
    tom.message_shortcut(reply, SHORTCUT)
    assert tom.submit() == {}
    assert "A-2" in "".join(map(read, replies(atlas, card)))


def test_who_pins_a_message_is_asked_once_and_alone(atlas: Office) -> None:
    tom, sanne = atlas.person("tom"), atlas.person("sanne")
    said = sanne.say("@tom the risk log is two weeks old", "atlas")
    reply = sanne.say("and so is the plan", "atlas", thread_ts=said.ts)
    for _ in range(2):
        tom.react(said, "pushpin")
        atlas.settle()
        tom.unreact(said, "pushpin")
    tom.react(said, "eyes")
    assert items(atlas) == [] and dm(atlas, "sanne") == []
    [asked] = dm(atlas, "tom")
    assert "You pinned a message by sanne in #atlas" in read(asked)
    assert "@tom the risk log is two weeks old" in read(asked)

    tom.click(asked, "Make an action item")
    tom.fill({"What must be done": "update the risk log", "Owner": "priya", "Due": "2026-11-27"})
    assert tom.submit() == {}
    assert "A-1 · update the risk log" in read(replies(atlas, said)[-1])
    [mine] = dm(atlas, "priya")
    atlas.person("priya").click(mine, "Done")
    assert "✓ A-1" in read(replies(atlas, said)[-1])
    assert "This became A-1." in read(dm(atlas, "tom")[0]) and dm(atlas, "tom")[0].buttons() == []

    sanne.react(reply, "pushpin")
    [asked] = dm(atlas, "sanne")
    assert "and so is the plan" in read(asked)
    atlas.person("gina").react(said, "pushpin")
    assert dm(atlas, "gina") == []


def test_a_message_that_is_edited_or_deleted_later_is_told_and_its_text_can_be_taken(molen: Office) -> None:
    sanne, joost = molen.person("sanne"), molen.person("joost")
    said = sanne.say("@joost bel de verhuizer", "molen")
    sanne.message_shortcut(said, SHORTCUT)
    assert sanne.submit() == {}
    sanne.edit(said, "@joost bel de verhuizer en de schilder")
    assert "is daarna gewijzigd" in read(replies(molen, said)[0])
    [mine] = dm(molen, "joost")
    assert "Er staat nu: bel de verhuizer en de schilder" in read(mine)
    joost.click(mine, "Neem de nieuwe tekst over")
    [mine] = dm(molen, "joost")
    assert "A-1 · bel de verhuizer en de schilder" in read(mine) and "Er staat nu" not in read(mine)
    assert "gemaakt uit dit bericht" in read(mine)

    joost.command("/spil actie ongedaan", "molen")
    [mine] = dm(molen, "joost")
    assert "A-1 · bel de verhuizer\n" in read(mine) and "Er staat nu" in read(mine)
    sanne.delete(said)
    molen.settle()
    assert "is verwijderd" in read(dm(molen, "joost")[0]) and "Er staat nu" not in read(dm(molen, "joost")[0])


def test_a_message_taken_where_no_project_is_waits_for_it_too(office: Office) -> None:
    tom = office.person("tom")
    said = tom.say("The plan must be written", "atlas")
    tom.message_shortcut(said, SHORTCUT)
    [offer] = whispers(office, "tom")
    tom.click(offer, "Set up the project")
    assert tom.submit() == {}
    assert "The plan must be written" in str(tom.modal)
    tom.fill({"Owner": "priya"})
    assert tom.submit() == {} and tom.modal is None
    assert "owner priya" in read_all(replies(office, said))
