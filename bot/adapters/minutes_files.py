"""Writes minutes as files: with headings and tables that a screen reader knows as such."""

import json
from collections.abc import Callable
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from bot.adapters.exports import markdown, table_line
from bot.adapters.word_files import as_own_docx, written
from bot.minutes.document import Document, Format, LineKind

Write = Callable[[Document, bytes], bytes]
"""Given the Word file whose look it is to have, where the project has one of its own."""
_MARKDOWN = {LineKind.heading: "\n### ", LineKind.bullet: "- ", LineKind.text: "\n"}
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
    """Of the formats that can be made; `template`: a .docx for projects that have none of their own."""

    def as_docx(document: Document, own: bytes) -> bytes:
        return as_own_docx(document, own) if own else written(document, str(template) if template else None)

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


def as_pdf(document: Document) -> bytes:
    """With tags; typst takes whatever letters there are, from fonts of its own."""
    import typst

    file: bytes = typst.compile(_TYPST.encode(), sys_inputs={"data": json.dumps(asdict(document))})
    return file
