"""A project's own look: a Word file that its manager gives, from which the Word files of its minutes are
made from then on."""

import io
from datetime import timedelta

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

from bot.sandbox.state import Message
from tests.kit.office import Office
from tests.kit.story import Wire, dm, posts, read, read_all, type_in
from tests.stories.test_exports import file
from tests.stories.test_minutes import NOTES, NOTULEN, SEND, press, write

USE = "minutes.template"


def template(font: str = "Comic Sans MS", linked: str = "", header: str = "Our house") -> bytes:
    made, content = docx.Document(), io.BytesIO()
    made.styles["Heading 1"].font.name = font
    made.sections[0].header.paragraphs[0].text = header
    if linked:
        made.part.relate_to(linked, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    made.save(content)
    return content.getvalue()


def give(office: Office, who: str, content: bytes, name: str = "house style.docx") -> Message:
    office.person(who).say("", "spil", files={name: content})
    return dm(office, who)[-1]


def now(office: Office, who: str, message: Message) -> str:
    return next(read(each) for each in dm(office, who) if each.ts == message.ts)


def word_file(office: Office, who: str, number: int = 1, channel: str = "atlas") -> docx.document.Document:
    office.slack.advance(timedelta(seconds=2))
    type_in(office, who, f"/spil minutes file {number} word", channel)
    return docx.Document(io.BytesIO(file(office, who)[1]))


def test_a_manager_gives_a_template_and_takes_it_away(atlas: Office) -> None:
    wire = Wire(atlas.slack)
    write(atlas, "tom", NOTES)
    press(atlas, "tom", SEND)
    asked = give(atlas, "sanne", template())
    assert "Gebruik als Word-sjabloon voor Atlas" in str(asked.blocks)
    atlas.person("sanne").click(asked, USE)
    assert wire.pressed_again().acked
    assert "Word-bestanden van de notulen van Atlas zien er nu zo uit" in now(atlas, "sanne", asked)
    assert "geen tekst" not in now(atlas, "sanne", asked)
    told = [read(each) for each in posts(atlas) if "house style.docx" in read(each)]
    assert len(told) == 1 and "Word template for minutes: as usual → house style.docx" in told[0]
    word = word_file(atlas, "priya")
    assert word.styles["Heading 1"].font.name == "Comic Sans MS"
    assert word.sections[0].header.paragraphs[0].text == "Our house"
    assert "we open the portal in January" in "\n".join(each.text for each in word.paragraphs)

    type_in(atlas, "sanne", "/project")
    sanne = atlas.person("sanne")
    sanne.click(sanne.sees("atlas")[-1], "projects.change")
    sanne.fill({"minutes_template": []})
    assert sanne.submit() == {}
    atlas.settle()
    assert "house style.docx → as usual" in read_all(posts(atlas))
    assert word_file(atlas, "priya").styles["Heading 1"].font.name != "Comic Sans MS"
    type_in(atlas, "sanne", "/project")
    sanne.click(sanne.sees("atlas")[-1], "projects.change")
    assert "minutes_template" not in str(sanne.modal)


@pytest.mark.parametrize("content", [template(linked="https://evil.example/x.png"), b"PK no Word file"])
def test_what_is_no_template_is_refused(molen: Office, content: bytes) -> None:
    type_in(molen, "sanne", "/project", "molen")
    asked = give(molen, "sanne", content, "huisstijl.docx")
    if USE in str(asked.blocks):
        molen.person("sanne").click(asked, USE)
        asked = dm(molen, "sanne")[-1]
        assert "kan ik niet als sjabloon gebruiken" in read(asked)
        assert USE not in str(asked.blocks)
    else:
        assert "Ik kan huisstijl.docx niet lezen" in read(asked)
    assert "huisstijl" not in type_in(molen, "sanne", "/project", "molen")


def test_in_dutch_it_is_for_the_manager_alone_and_the_next_takes_its_place(molen: Office) -> None:
    type_in(molen, "joost", "/project", "molen")
    assert USE not in str(give(molen, "joost", template(), "mijn.docx").blocks)
    for font, name in (("Comic Sans MS", "eerste.docx"), ("Papyrus", f"huisstijl{' van ons' * 9}.docx")):
        molen.person("sanne").click(give(molen, "sanne", template(font), name), USE)
        molen.settle()
    assert "Word-sjabloon voor notulen: huisstijl van ons" in type_in(molen, "joost", "/project", "molen")
    write(molen, "joost", NOTULEN, "molen", "/spil notulen")
    press(molen, "joost", SEND)
    assert word_file(molen, "joost", channel="molen").styles["Heading 1"].font.name == "Papyrus"
