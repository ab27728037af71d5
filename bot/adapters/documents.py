"""The text of a document with notes: Word, PDF, plain text, or what was said in a call with its subtitles."""

import codecs
import io
import re
import sys
from collections.abc import Callable, Iterator
from html import unescape
from itertools import groupby, pairwise
from pathlib import PurePath
from typing import Any

from bot.adapters.apart import Unreadable, apart, limit_memory
from bot.notes.encodings import decoded

CANVAS = "notes.canvas"
"""The name by which Slack's own pages are read: what they hold comes as HTML."""
PAGES = 500


def is_document(name: str) -> bool:
    return _ending(name) in (*PLAIN, *READERS)


def is_no_table(name: str) -> bool:
    """Whether it is a document, of a kind that we read or not."""
    return is_document(name) or _ending(name) in OTHERS


def text_of(name: str, content: bytes) -> str:
    """A heading begins with `#`, cells have `|` between, a turn in a call its speaker. Raise Unreadable."""
    kind = _kind(name, content)
    if kind in PLAIN:
        if not (text := decoded(content)) and content.strip():
            raise Unreadable(kind)
        return text
    if kind not in READERS:
        raise Unreadable(kind)
    return apart("bot.adapters.documents", content, kind).decode()


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()


def _kind(name: str, content: bytes) -> str:
    """By what it begins with; else by its name, where that is not one of a kind that begins otherwise."""
    ending, begins = _ending(name), content[:16].removeprefix(codecs.BOM_UTF8)
    known = next((kind for sign, kind in SIGNS.items() if begins.startswith(sign)), None)
    return known or (".txt" if ending in (*SIGNS.values(), *OTHERS) else ending)


_HIDDEN = './/*[local-name() = "Fallback"] | .//w:moveFrom'
"""Boxes once more, for old programs, and what was moved to elsewhere."""
_WRAPPED = " | ".join(
    f".//w:{each}" for each in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")
)
"""Around fields of a template, and what is proposed to be added: python-docx sees nothing in these."""


def _word(content: bytes) -> Iterator[str]:
    from docx import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    document = Document(io.BytesIO(content))
    styles = {style.style_id: style.name or "" for style in document.styles}  # asked one by one it takes ages
    body: Any = document.element.body
    for hidden in body.xpath(_HIDDEN):
        hidden.getparent().remove(hidden)
    for wrapped in body.xpath(_WRAPPED):
        for child in [*wrapped]:
            wrapped.addprevious(child)
        wrapped.getparent().remove(wrapped)

    def inside(element: Any) -> Iterator[str]:
        return (Paragraph(each, document).text for each in element.xpath(".//w:p"))

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                cells = [None, *(cell._tc for cell in row.cells)]  # a wide one comes several times
                yield " | ".join(
                    "" if cell is before else " ".join(" ".join(inside(cell)).split())
                    for before, cell in pairwise(cells)
                )
            continue
        style = styles.get(part._p.style or "", "")
        listed = style.startswith("List") or (part._p.pPr is not None and part._p.pPr.numPr is not None)
        mark = "## " if style.startswith(("Heading", "Kop", "Title")) else "- " if listed else ""
        yield f"{mark}{part.text}" if part.text.strip() else ""
        yield from inside(part._p)  # boxes that hang on it


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(content)).pages
    if len(pages) > PAGES:
        raise Unreadable("too many pages")
    for page in pages:
        yield page.extract_text()


def _subtitles(content: bytes, kind: str) -> Iterator[str]:
    """What one said without another between is one line; what cannot be told apart stays as it is."""
    import webvtt

    text = decoded(content)
    try:
        captions = webvtt.from_buffer(io.StringIO(text), format=kind).captions
    except webvtt.errors.MalformedFileError:
        yield text
        return
    for voice, turns in groupby(captions, key=lambda caption: caption.voice or ""):
        said = [" ".join(unescape(caption.text).split()) for caption in turns]
        yield f"{voice}: {' '.join(said)}" if voice else "\n".join(said)


_CANVAS = (
    (r"(<(?:li|t[dh])\b[^>]*>)\s*<p\b[^>]*>|</p>\s*(?=</(?:li|t[dh])>)", r"\1"),
    (r"<(script|style|head)\b.*?</\1>", ""),
    (r"<h[1-6]\b[^>]*>", "\n## "),
    (r"""<li\b[^>]*class=["'](?:[^"'>]*\s)?checked\b[^>]*>""", "\n- [x] "),
    (r"<li\b[^>]*>", "\n- "),
    (r"</t[dh]>\s*<t[dh]\b[^>]*>", " | "),
    (r"</?(?:p|div|br|hr|tr|h[1-6]|[ou]l|li|table|pre|blockquote|section|d[tdl])\b[^>]*>", "\n"),
    (r"<[^>]*>", ""),
)
"""What a page of Slack's own, in HTML, is written as; in this order."""


def _canvas(content: bytes) -> Iterator[str]:
    text = " ".join(decoded(content).split())
    for tag, written in _CANVAS:
        text = re.sub(tag, written, text)
    yield from filter(None, (" ".join(unescape(line).split()) for line in text.split("\n")))


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".docx": _word,
    ".pdf": _pdf,
    ".vtt": lambda content: _subtitles(content, "vtt"),
    ".canvas": _canvas,
    ".srt": lambda content: _subtitles(content, "srt"),
    ".html": _canvas,
    ".htm": _canvas,
}
PLAIN = (".txt", ".md", ".text", ".markdown")
OTHERS = (".doc", ".odt", ".rtf", ".pages", ".png", ".jpg", ".jpeg", ".heic", ".webp")
"""Documents that we read only where they are what their name does not say."""
SIGNS = {b"PK\x03\x04": ".docx", b"%PDF-": ".pdf", b"{\\rtf": ".rtf", b"WEBVTT": ".vtt"}
"""What files of a kind begin with."""


def _main(kind: str) -> None:
    limit_memory()
    text = "\n".join(READERS[kind](sys.stdin.buffer.read()))
    sys.stdout.buffer.write(text.encode())


if __name__ == "__main__":
    _main(sys.argv[1])
