"""Writes minutes as files: with headings and tables that a screen reader knows as such."""

import io
import json
from collections.abc import Callable
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bot.adapters.exports import UNPRINTABLE, markdown, table_line
from bot.minutes.document import Document, Format, LineKind

Write = Callable[[Document], bytes]
_TYPST = """
#let it = json(bytes(sys.inputs.data))
#let words = it.words
#set document(title: it.title)
#set text(lang: it.language, font: "Libertinus Serif", size: 11pt)
#set par(justify: false)
#set page(paper: "a4", numbering: "1")
#show table.cell.where(y: 0): strong
#title()
#for (label, value) in it.facts [*#label:* #value \\ ]
#if it.decisions.len() > 0 [
  = #words.decided
  #list(..it.decisions.map(each => [#each]))
]
#if it.actions.len() > 0 [
  = #words.to_do
  #table(
    columns: (auto, 1fr, auto, auto),
    table.header(words.who, words.what, words.due, words.number),
    ..it.actions.flatten(),
  )
]
#if it.corrections.len() > 0 [
  = #words.corrections
  #list(..it.corrections.map(each => [#each]))
]
#if it.notes.len() > 0 [
  = #words.notes
  #for (kind, text) in it.notes {
    if kind == "heading" { heading(level: 2, text) } else if kind == "bullet" { list(text) }
    else { par(text) }
  }
]
"""
"""What people wrote comes in as data alone, so that nothing in it is run."""


def writers(template: Path | None = None) -> dict[Format, Write]:
    """Of the formats that this installation can make; `template`: a .docx whose styles are taken."""
    found: dict[Format, Write] = {Format.md: as_md, Format.docx: lambda document: as_docx(document, template)}
    return {**found, Format.pdf: as_pdf} if find_spec("typst") else found


def as_md(document: Document) -> bytes:
    return to_markdown(document).encode()


def to_markdown(document: Document) -> str:
    words = document.words
    lines = [f"# {markdown(document.title)}", ""]
    lines += [f"- **{label}:** {markdown(value)}" for label, value in document.facts]
    lines += _listed(words.decided, document.decisions)
    if document.actions:
        heads = [words.who, words.what, words.due, words.number]
        lines += ["", f"## {words.to_do}", "", table_line(heads), table_line(["---"] * 4)]
        lines += [table_line([*map(markdown, action)]) for action in document.actions]
    lines += _listed(words.corrections, document.corrections)
    if document.notes:
        lines += ["", f"## {words.notes}", ""]
        before = {LineKind.heading: "\n### ", LineKind.bullet: "- ", LineKind.text: "\n"}
        lines += [f"{before[kind]}{markdown(text)}" for kind, text in document.notes]
    return "\n".join(lines).rstrip() + "\n"


def _listed(heading: str, told: Any) -> list[str]:
    return ["", f"## {heading}", "", *(f"- {markdown(each)}" for each in told)] if told else []


def as_docx(document: Document, template: Path | None = None) -> bytes:
    import docx  # only here, and late: few ever need it

    file, words = docx.Document(str(template) if template else None), document.words
    styles = {style.name for style in file.styles}

    def add(text: str, style: str) -> Any:
        return file.add_paragraph(UNPRINTABLE.sub("", text), style=style if style in styles else None)

    file.core_properties.title, file.core_properties.language = document.title, document.language
    add(document.title, "Title")
    for label, value in document.facts:
        add("", "Normal").add_run(f"{label}: ").bold = True
        file.paragraphs[-1].add_run(UNPRINTABLE.sub("", value))
    decisions, corrections = (
        [(LineKind.bullet, each) for each in told] for told in (document.decisions, document.corrections)
    )
    parts = ((words.decided, decisions), (words.corrections, corrections), (words.notes, document.notes))
    for heading, told in parts:
        if told:
            add(heading, "Heading 1")
        for kind, text in told:
            add(text, {LineKind.heading: "Heading 2", LineKind.bullet: "List Bullet"}.get(kind, "Normal"))
        if heading == words.decided and document.actions:
            add(words.to_do, "Heading 1")
            _table(file, document, "Table Grid" if "Table Grid" in styles else None)
    content = io.BytesIO()
    file.save(content)
    return content.getvalue()


def _table(file: Any, document: Document, style: str | None) -> None:
    """With a first row that comes back on each page, and is told as heads."""
    from docx.oxml import OxmlElement

    table = file.add_table(rows=1, cols=4, style=style)
    words = document.words
    heads = (words.who, words.what, words.due, words.number)
    for cell, name in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for action in document.actions:
        for cell, text in zip(table.add_row().cells, action, strict=True):
            cell.text = UNPRINTABLE.sub("", text)


def as_pdf(document: Document) -> bytes:
    """With tags; typst takes whatever letters there are, from fonts of its own."""
    import typst

    data = {**asdict(document), "words": document.words._asdict()}
    file: bytes = typst.compile(_TYPST.encode(), sys_inputs={"data": json.dumps(data)})
    return file
