"""Writes minutes as files: with headings and tables that a screen reader knows as such."""

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bot.adapters.exports import UNPRINTABLE, markdown, table_line
from bot.minutes.document import Document, Format, LineKind

Write = Callable[[Document], bytes]
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
    """Of the formats that this installation can make; `template`: a .docx whose styles are taken."""
    found: dict[Format, Write] = {Format.md: as_md, Format.docx: lambda document: as_docx(document, template)}
    return {**found, Format.pdf: as_pdf} if find_spec("typst") else found


def as_md(document: Document) -> bytes:
    lines = [f"# {markdown(document.title)}", ""]
    lines += [f"- **{label}:** {markdown(value)}" for label, value in document.facts]
    for part in document.sections:
        lines += ["", f"## {part.heading}", ""]
        for number, row in enumerate(part.table):
            lines += [table_line([*map(markdown, row)]), *([table_line(["---"] * len(row))] * (not number))]
        lines += [f"{_MARKDOWN[kind]}{markdown(text)}" for kind, text in part.lines]
    return ("\n".join(lines).rstrip() + "\n").encode()


def as_docx(document: Document, template: Path | None = None) -> bytes:
    import docx  # only here, and late: few ever need it

    file = docx.Document(str(template) if template else None)
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
