"""The text of documents as they really come: with the wrong name, written over, broken, or in boxes."""

import io

import pytest
from docx import Document
from docx.oxml import parse_xml
from pypdf import PdfWriter

from bot.adapters.apart import Unreadable
from bot.adapters.documents import PAGES, is_no_table, text_of

NOTES = "Besluit: één café\nActie: Tom belt"
SPACES = " ".join(
    f'xmlns:{name}="{space}"'
    for name, space in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
BOX = (
    "<w:txbxContent><w:p><w:r><w:t>Besluit: in een kader</w:t></w:r></w:p></w:txbxContent>",
    "<w:p><w:r><w:t>met kader</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
    "<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>",
)


def word(*paragraphs: str) -> bytes:
    document, file = Document(), io.BytesIO()
    for each in paragraphs:
        document.element.body.insert(-1, parse_xml(each.replace(">", f" {SPACES}>", 1)))
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Actie"
    for at, text in enumerate(("bel de bank", "Tom", "vrijdag")):
        table.cell(1, at).text = text
    document.save(file)
    return file.getvalue()


def pdf(pages: int = 1, password: str = "") -> bytes:
    writer, file = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password)
    writer.write(file)
    return file.getvalue()


def test_of_a_word_document_all_is_read_that_a_person_sees() -> None:
    document = word(
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Besluit: in een veld</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:r><w:t xml:space='preserve'>Actie: </w:t></w:r>"
        "<w:ins w:id='1' w:author='x'><w:r><w:t>Tom belt</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='x'><w:r><w:delText>Priya belt</w:delText></w:r></w:del></w:p>",
        BOX[1].format(box=BOX[0]),
    )
    assert text_of("x.docx", document).splitlines() == [
        "Besluit: in een veld",
        "Actie: Tom belt",
        "met kader",
        "Besluit: in een kader",
        "Actie |  | ",
        "bel de bank | Tom | vrijdag",
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.docx", NOTES.encode()),
        ("x.doc", NOTES.encode("cp1252")),
        ("x.md", NOTES.encode("utf-16")),
        ("x.vtt", NOTES.encode()),
        ("x.srt", NOTES.encode()),
        ("x.markdown", b"\xef\xbb\xbf" + NOTES.encode()),
    ],
)
def test_plain_text_is_read_whatever_its_name_or_its_letters(name: str, content: bytes) -> None:
    assert text_of(name, content) == NOTES


def test_a_document_is_known_by_what_it_begins_with() -> None:
    for name in ("x.txt", "x.pdf", "x.doc"):
        assert "bel de bank | Tom" in text_of(name, word())
    assert text_of("x.txt", pdf()) == ""
    assert text_of("x.html", b"<h1>Acties</h1><ul><li>Tom: bel</li></ul>") == "## Acties\n- Tom: bel"


def test_in_subtitles_signs_are_written_out() -> None:
    call = b"WEBVTT\n\n00:01.000 --> 00:03.000\n<v Tom>I'll call R&amp;D; then sing\n"
    assert text_of("x.vtt", call) == "Tom: I'll call R&D; then sing"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.txt", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("x.rtf", b"{\\rtf1 hello}"),
        ("x.txt", b"{\\rtf1 hello}"),
        ("x.doc", b"\xd0\xcf\x11\xe0\x00\x00"),
        ("x.docx", word()[:3000]),
        ("x.pdf", pdf(password="geheim")),
        ("x.pdf", pdf(PAGES + 1)),
    ],
)
def test_what_cannot_be_read_in_whole_is_not_read_in_part(name: str, content: bytes) -> None:
    assert is_no_table(name)
    with pytest.raises(Unreadable):
        text_of(name, content)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "<ul><li class='unchecked'>Tom belt</li><li class='x checked'>klaar</li></ul>",
            "- Tom belt\n- [x] klaar",
        ),
        ("<p>een</p><blockquote>ACTIE: Tom belt</blockquote><pre>twee</pre>", "een\nACTIE: Tom belt\ntwee"),
        ("<head><style>p{}</style></head><script>ACTIE: x</script><h4>Acties</h4>y", "## Acties\ny"),
    ],
)
def test_of_a_page_only_what_is_seen_is_read_and_each_block_by_itself(page: str, text: str) -> None:
    assert text_of("notes.canvas", page.encode()) == text
