"""The text of a document with notes: Word, PDF, plain text, or what was said in a call with its subtitles."""

import io
import re
import sys
from collections.abc import Callable, Iterator
from html import unescape
from itertools import groupby
from pathlib import PurePath

from bot.adapters.apart import apart, limit_memory
from bot.notes.tables import decoded

CANVAS = "notes.canvas"
"""The name by which Slack's own pages are read: what they hold comes as HTML."""
PAGES = 500


def is_document(name: str) -> bool:
    return _kind(name) in (*PLAIN, *READERS)


def text_of(name: str, content: bytes) -> str:
    """A heading begins with `#`, a row of a table has `|` between its cells, a turn in a call begins with who
    spoke. Raise Unreadable."""
    kind = _kind(name)
    if kind in PLAIN:
        return decoded(content)
    return apart("bot.adapters.documents", content, kind).decode()


def _kind(name: str) -> str:
    return PurePath(name).suffix.lower()


def _word(content: bytes) -> Iterator[str]:
    from docx import Document
    from docx.table import Table

    for part in Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield " | ".join(" ".join(cell.text.split()) for cell in row.cells)
            continue
        style = (part.style.name or "") if part.style else ""
        listed = style.startswith("List") or (part._p.pPr is not None and part._p.pPr.numPr is not None)
        mark = "## " if style.startswith(("Heading", "Kop", "Title")) else "- " if listed else ""
        yield f"{mark}{part.text}" if part.text.strip() else ""


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    for page in PdfReader(io.BytesIO(content)).pages[:PAGES]:
        yield page.extract_text()


def _subtitles(content: bytes, kind: str) -> Iterator[str]:
    """What one said without another between is one line."""
    import webvtt

    captions = webvtt.from_buffer(io.StringIO(decoded(content)), format=kind).captions
    for voice, turns in groupby(captions, key=lambda caption: caption.voice or ""):
        said = [" ".join(caption.text.split()) for caption in turns]
        yield f"{voice}: {' '.join(said)}" if voice else "\n".join(said)


_CANVAS = (
    (r"(<(?:li|t[dh])\b[^>]*>)\s*<p\b[^>]*>|</p>\s*(?=</(?:li|t[dh])>)", r"\1"),
    (r"<h[1-3]\b[^>]*>", "\n## "),
    (r"""<li\b[^>]*class=["'][^"'>]*checked[^>]*>""", "\n- [x] "),
    (r"<li\b[^>]*>", "\n- "),
    (r"</t[dh]>\s*<t[dh]\b[^>]*>", " | "),
    (r"<(?:p|div|br|tr|/h[1-3]|/li|/p|/div|/tr|/table)\b[^>]*>", "\n"),
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
}
PLAIN = (".txt", ".md")


def _main(kind: str) -> None:
    limit_memory()
    text = "\n".join(READERS[kind](sys.stdin.buffer.read()))
    sys.stdout.buffer.write(text.encode())


if __name__ == "__main__":
    _main(sys.argv[1])
