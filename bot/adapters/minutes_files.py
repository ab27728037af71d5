"""Writes minutes as files: with headings and tables that a screen reader knows as such."""

import io
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from bot.adapters.apart import Unreadable, apart, limit_memory
from bot.adapters.exports import UNPRINTABLE, markdown, table_line
from bot.core.language import Language
from bot.minutes.document import Document, Format, LineKind, Section, bullets

Write = Callable[[Document, bytes], bytes]
"""Given the Word file whose look it is to have, where the project has one of its own."""
_TRIED = Document(Language.en, "x", [("x", "x")], [Section("x", bullets(["x"]), [("x", "x"), ("x", "x")])])
_MARKDOWN = {LineKind.heading: "\n### ", LineKind.bullet: "- ", LineKind.text: "\n"}
_STYLES = {LineKind.heading: "Heading 2", LineKind.bullet: "List Bullet", LineKind.text: "Normal"}
_TYPST = """
#let it = json(bytes(sys.inputs.data))
#set document(title: it.title)
#set text(lang: it.language, font: "Libertinus Serif", size: 11pt)
#set page(paper: "a4", numbering: "1")
#show table.cell.where(y: 0): strong
#show regex("\\w{25,}"): it => it.text.clusters().join(sym.zws)
#title()
#for (label, value) in it.facts [*#label:* #value \\ ]
#for part in it.sections {
  heading(part.heading)
  if part.table.len() > 0 {
    let (heads, ..rows) = part.table
    table(columns: (1fr, 3fr, auto, auto), table.header(..heads), ..rows.flatten())
  }
  for (kind, text) in part.lines {
    if kind == "heading" { heading(level: 2, text) } else if kind == "bullet" { list(text) }
    else { par(text) }
  }
}
"""
"""What people wrote comes in as data alone, so that nothing in it is run. A word without an end is broken:
it does not leave the page."""


def writers(template: Path | None = None) -> dict[Format, Write]:
    """Of the formats that this installation can make; `template`: a .docx whose styles are taken where a
    project has none of its own."""

    def as_docx(document: Document, own: bytes) -> bytes:
        return as_own_docx(document, own) if own else _docx(document, str(template) if template else None)

    found: dict[Format, Write] = {Format.md: lambda document, _: as_md(document), Format.docx: as_docx}
    return {**found, Format.pdf: lambda document, _: as_pdf(document)} if find_spec("typst") else found


def as_md(document: Document) -> bytes:
    lines = [f"# {markdown(document.title)}", ""]
    lines += [f"- **{label}:** {markdown(value)}" for label, value in document.facts]
    for part in document.sections:
        lines += ["", f"## {part.heading}", ""]
        for number, row in enumerate(part.table):
            lines += [table_line([*map(markdown, row)]), *([table_line(["---"] * len(row))] * (not number))]
        lines += [f"{_MARKDOWN[kind]}{markdown(text)}" for kind, text in part.lines]
    return ("\n".join(lines).rstrip() + "\n").encode()


def as_own_docx(document: Document, template: bytes) -> bytes:
    """With a template that somebody sent; raise Unreadable for what is none."""
    return apart("bot.adapters.minutes_files", json.dumps(asdict(document)).encode() + b"\n" + template)


def is_template(name: str) -> bool:
    return name.lower().endswith(".docx")


def is_usable(template: bytes) -> bool:
    """Whether minutes can be written with it."""
    try:
        return bool(as_own_docx(_TRIED, template))
    except Unreadable:
        return False


def _docx(document: Document, template: str | IO[bytes] | None) -> bytes:
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


def as_pdf(document: Document) -> bytes:
    """With tags; typst takes whatever letters there are, from fonts of its own."""
    import typst

    file: bytes = typst.compile(_TYPST.encode(), sys_inputs={"data": json.dumps(asdict(document))})
    return file


def _main() -> None:
    limit_memory()
    about, _, template = sys.stdin.buffer.read().partition(b"\n")
    document = json.loads(about)
    sections = [Section(**each) for each in document.pop("sections")]
    sys.stdout.buffer.write(_docx(Document(**document, sections=sections), io.BytesIO(template)))


if __name__ == "__main__":
    _main()
