"""What people typed wrong, and what they read then: what was understood, and the way on."""

from tests.kit.office import Office
from tests.kit.story import cards, meetings, read, read_all, type_in


def test_a_name_that_nobody_has_is_said_back_with_the_near_one(atlas: Office) -> None:
    atlas.project("molen", language="nl")
    for line, told in (
        ("/meeting Sync with priyaa friday 10:00", "I don't know priyaa. Did you mean `@priya`?"),
        ("/meeting Sync with pria, sanne friday 10:00", "I don't know pria. Did you mean `@priya`?"),
        ("/meeting Sync with priya and Bob friday 10:00", "I don't know Bob. Type @ and choose"),
        ("/meeting Sync with @pria friday 10:00", "I don't know pria. Did you mean `@priya`?"),
        ("/action @pria call the bank", "I don't know pria. Did you mean `@priya`?"),
        ("/spil away next week, deputy pria", "I don't know pria. Did you mean `@priya`?"),
    ):
        assert told in type_in(atlas, "tom", line), line
    asked = "/spil overleg Kwartaal met joost en karel vrijdag 10:00"
    assert "Ik ken karel niet. Typ @" in type_in(atlas, "sanne", asked, "molen")
    assert "joost krijgt wat dan af moet" in type_in(
        atlas, "sanne", "/spil afwezig volgende week vervanger joost", "molen"
    )
    assert meetings(atlas) == cards(atlas) == meetings(atlas, "molen") == []

    for title in ("Sync with priya and me", "Talk with customers @priya", "Sync with priya, on"):
        type_in(atlas, "tom", f"/meeting {title} friday 10:00")
    planned = read_all(meetings(atlas))
    assert planned.count("No answer yet (1): priya") == 3
    titles = [read(each).partition("\n")[0] for each in meetings(atlas)]
    assert titles == ["Sync", "Talk with customers", "Sync"]
