"""The text of a document with notes: Word, PDF, plain text, or what was said in a call with its subtitles.

A file comes from outside and may mean us ill, so it is read in a process of its own, which has so much time
and memory and no more.
"""

import io
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import groupby
from pathlib import PurePath

from bot.notes.tables import decoded

CANVAS = "notes.canvas"
"""The name by which Slack's own pages are read: what they hold comes as HTML."""
SECONDS, BYTES = 20, 1 << 30
"""Of the process that reads one."""
PAGES = 500


class Unreadable(Exception):
    """It is no document of its kind, or too much of one."""


def is_document(name: str) -> bool:
    return _kind(name) in (*PLAIN, *READERS)


def text_of(name: str, content: bytes) -> str:
    """A heading begins with `#`, a row of a table has `|` between its cells, a turn in a call begins with who
    spoke. Raise Unreadable."""
    kind = _kind(name)
    if kind in PLAIN:
        return decoded(content)
    command = [sys.executable, "-m", "bot.adapters.documents", kind]
    try:
        ran = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as failed:
        raise Unreadable(kind) from failed
    return ran.stdout.decode()


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


class _Page(HTMLParser):
    """The lines of a page in HTML, as Slack gives a canvas."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.line = self.mark = ""
        self.in_row = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.in_row:
            self.line += " | " if tag in ("td", "th") and self.line.strip() else " "
            return
        if tag in BLOCKS:
            self._end()
        self.in_row = tag == "tr"
        if tag == "li":
            self.mark = "- [x] " if "checked" in (dict(attrs).get("class") or "").split() else "- "
        elif tag in HEADINGS:
            self.mark = "## "

    def handle_endtag(self, tag: str) -> None:
        self.in_row = self.in_row and tag != "tr"
        if tag in BLOCKS and not self.in_row:
            self._end()
            self.mark = ""

    def handle_data(self, data: str) -> None:
        self.line += data

    def _end(self) -> None:
        if text := " ".join(self.line.split()):
            self.lines.append(self.mark + text)
            self.mark = ""
        self.line = ""


HEADINGS = ("h1", "h2", "h3")
BLOCKS = (*HEADINGS, "p", "div", "br", "li", "ul", "ol", "tr")


def _canvas(content: bytes) -> Iterator[str]:
    page = _Page()
    page.feed(decoded(content))
    page.close()
    page.handle_endtag("p")
    yield from page.lines


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".docx": _word,
    ".pdf": _pdf,
    ".vtt": lambda content: _subtitles(content, "vtt"),
    ".canvas": _canvas,
    ".srt": lambda content: _subtitles(content, "srt"),
}
PLAIN = (".txt", ".md")


def _main(kind: str) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    text = "\n".join(READERS[kind](sys.stdin.buffer.read()))
    sys.stdout.buffer.write(text.encode())


if __name__ == "__main__":
    _main(sys.argv[1])
