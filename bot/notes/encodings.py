"""Bytes as text; by itself, as a process that reads one document wants nothing else of ours."""

import codecs


def decoded(content: bytes) -> str:
    """As spreadsheets write it: UTF-8, UTF-16 with a mark at its start, else what Windows writes here; empty
    for what is no text."""
    if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    return "" if "\x00" in text else text
