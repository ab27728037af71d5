"""Writes minutes as Word files. It is a program too, which imports little: one writes with a template that
somebody sent."""

import io
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import IO, Any

from bot.adapters.apart import Unreadable, apart, limit_memory
from bot.core.language import Language
from bot.minutes.document import Document, LineKind, Section, bullets

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What no file of an office may hold."""
_TRIED = Document(Language.en, "x", [("x", "x")], [Section("x", bullets(["x"]), [("x", "x"), ("x", "x")])])
_STYLES = {LineKind.heading: "Heading 2", LineKind.bullet: "List Bullet", LineKind.text: "Normal"}


def as_own_docx(document: Document, template: bytes) -> bytes:
    """With a template that somebody sent; raise Unreadable for what is none."""
    return apart("bot.adapters.word_files", json.dumps(asdict(document)).encode() + b"\n" + template)


def is_template(name: str) -> bool:
    return name.lower().endswith(".docx")


def is_usable(template: bytes) -> bool:
    """Whether minutes can be written with it."""
    try:
        return bool(as_own_docx(_TRIED, template))
    except Unreadable:
        return False


def written(document: Document, template: str | IO[bytes] | None) -> bytes:
    """`template`: a path, or what somebody sent."""
    import docx  # only here, and late: few ever need it

    file = docx.Document(template)
    if not isinstance(template, str | None):
        _unlink(file)
    styles = {style.name: style for style in file.styles}

    def add(text: str, style: str) -> Any:
        return file.add_paragraph(UNPRINTABLE.sub("", text), style=styles.get(style))

    file.core_properties.title, file.core_properties.language = document.title, document.language
    add(document.title, "Title")
    for label, value in document.facts:
        add("", "Normal").add_run(f"{label}: ").bold = True
        file.paragraphs[-1].add_run(UNPRINTABLE.sub("", value))
    for part in document.sections:
        add(part.heading, "Heading 1")
        if part.table:
            _table(file, part.table, styles.get("Table Grid"))
        for kind, text in part.lines:
            add(text, _STYLES[kind])
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def _unlink(file: Any) -> None:
    """Whoever opens minutes must fetch nothing by it. Word notes of each file on which template it was made;
    raise ValueError for all else that is somewhere else."""
    from docx.opc.constants import RELATIONSHIP_TYPE as KIND
    from docx.oxml.ns import qn

    for part in (file.part.package, *file.part.package.iter_parts()):
        for name, link in [*part.rels.items()]:
            if not link.is_external or link.reltype == KIND.HYPERLINK:
                continue
            if not link.reltype.endswith("/attachedTemplate"):
                raise ValueError(link.reltype)
            part.rels.pop(name)
            for mark in part.element.findall(qn("w:attachedTemplate")):
                part.element.remove(mark)


def _table(file: Any, rows: Sequence[Sequence[str]], style: Any) -> None:
    """With a first row that comes back on each page, and is told as heads."""
    from docx.oxml import OxmlElement

    table = file.add_table(rows=len(rows), cols=len(rows[0]), style=style)
    for written, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(written.cells, row, strict=True):
            cell.text = UNPRINTABLE.sub("", text)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _main() -> None:
    limit_memory()
    about, _, template = sys.stdin.buffer.read().partition(b"\n")
    document = json.loads(about)
    sections = [Section(**each) for each in document.pop("sections")]
    sys.stdout.buffer.write(written(Document(**document, sections=sections), io.BytesIO(template)))


if __name__ == "__main__":
    _main()
